//! A filter that is on, by itself: what its chip says.

use explorer_core::dataset::Dataset;
use explorer_core::facet::{FacetId, FacetValue, NOT_STATED};
use explorer_core::view::filters::Chip;
use explorer_core::when::Date;

use crate::label::{capital, value_name};
use crate::number::{date, span};
use crate::sentence::budget_range;
use crate::{Messages, fill};

/// The words of a chip. `on` is the day for which the status of projects is judged.
#[must_use]
pub fn chip_words(dataset: &Dataset, chip: &Chip, on: Date, words: &Messages) -> String {
    match chip {
        Chip::Value { facet, value, excluded, .. } => {
            let status = words.status_word(value).filter(|_| *facet == FacetId::Status);
            match (&**value, status, excluded) {
                (NOT_STATED, _, true) => words.stated(*facet),
                (NOT_STATED, _, false) => words.unstated(*facet),
                (_, Some(word), true) => {
                    fill(words.answers().excluded, &[("name", &of_projects(word, on, words))])
                }
                (_, Some(word), false) => capital(&of_projects(word, on, words)),
                (value, None, _) => named(dataset, *facet, value, *excluded, words),
            }
        }
        Chip::Period(period) => fill(words.answers().period_in, &[("span", &span(*period, words))]),
        Chip::Budget(range) => {
            fill(words.answers().budget_in, &[("range", &budget_range(range, words))])
        }
        Chip::Unread(unread) => format!("{}={}", unread.key(), unread.text()),
    }
}

/// A value by its name, with that of its facet where another facet has a value of the same name:
/// gender equality is a theme and a criterion, and who evaluates may also be who pays.
fn named(
    dataset: &Dataset,
    facet: FacetId,
    value: &str,
    excluded: bool,
    words: &Messages,
) -> String {
    let name = value_name(dataset, facet, value, words);
    let is_named_so = |&other: &FacetId| {
        let mut values = dataset.facet_values(other).iter();
        let is_it = |it: &FacetValue| match &it.name {
            Some(printed) => **printed == *name,
            None => value_name(dataset, other, &it.id, words) == name,
        };
        other != facet && values.any(is_it)
    };
    let is_shared = FacetId::ALL.iter().any(is_named_so);
    let text = if excluded { fill(words.answers().excluded, &[("name", &name)]) } else { name };
    match is_shared {
        true => fill(words.answers().chip_of, &[("facet", words.facet(facet)), ("name", &text)]),
        false => text,
    }
}

fn of_projects(word: &str, on: Date, words: &Messages) -> String {
    let template = if on.day().is_some() {
        words.answers().chip_status
    } else {
        words.answers().chip_status_in
    };
    fill(template, &[("word", word), ("date", &date(on, words))])
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::content::Record;
    use explorer_core::dataset::Dataset;
    use explorer_core::facet::FacetId;
    use explorer_core::money::Currency;
    use explorer_core::query::BudgetRange;
    use explorer_core::statement::{Basis, Criterion, StatementKind};
    use explorer_core::testing::{content, donor, evaluation, statement};
    use explorer_core::view::filters::Chip;
    use explorer_core::vocabulary::{Label, Term, Terms};
    use explorer_core::when::{Date, Span};

    use super::chip_words;
    use crate::EN;

    /// A set in which a theme and a criterion, and an agency and a donor, have the same name.
    fn dataset() -> Dataset {
        let mut one = evaluation("a", "Bridges");
        one.agency = "ilo".into();
        one.combined_donors = vec![donor("ilo"), donor("us")];
        let mut said = statement("a", StatementKind::Lesson, 1, "A lesson.");
        said.themes = vec!["gender".into(), "data".into()];
        said.criteria = vec![Criterion { term: "gender".into(), basis: Basis::Printed }];
        let record = Record { evaluation: one, statements: vec![said] };
        let mut content = content(vec![record]);
        let known = |terms: &mut Terms, id: &str| {
            let label = Label { lang: "en".into(), text: format!("The {id}") };
            terms.0.push(Term { id: id.into(), labels: vec![label], ..terms.0[0].clone() });
        };
        known(&mut content.vocabulary.criteria, "gender");
        known(&mut content.vocabulary.organisations, "ilo");
        Dataset::open(pack(&content).unwrap()).unwrap()
    }

    fn said(chip: &Chip, on: &str) -> String {
        chip_words(&dataset(), chip, Date::parse(on).unwrap(), &EN).replace('\u{a0}', " ")
    }

    #[track_caller]
    fn check(facet: FacetId, value: &str, asked_for: &str, left_out: &str) {
        let chip = |excluded| Chip::Value { facet, value: value.into(), excluded, known: true };
        assert_eq!(said(&chip(false), "2018-06-30"), asked_for);
        assert_eq!(said(&chip(true), "2018-06-30"), left_out);
    }

    #[test]
    fn a_value_is_named_and_what_is_not_stated_says_of_what() {
        use FacetId::{Code, Country, Donor, Kind, Person, Region, Status, Timing};
        check(Country, "Peru", "Peru", "not Peru");
        check(Country, "not-stated", "No country named", "Country named");
        check(Region, "not-stated", "No region named", "Region named");
        check(Person, "not-stated", "No person or firm named", "Person or firm named");
        check(Donor, "not-stated", "Donor not stated", "Donor stated");
        check(Code, "not-stated", "Project code not stated", "Project code stated");
        check(Timing, "not-stated", "Timing not stated", "Timing stated");
        check(Timing, "final", "Final", "not Final");
        check(
            Kind,
            "lesson-or-good-practice",
            EN.answers().undivided_lessons,
            "not Undivided lessons/good practices",
        );
        check(Status, "not-stated", "Project status not stated", "Project status stated");
        check(
            Status,
            "active",
            "Projects active on 30 June 2018",
            "not projects active on 30 June 2018",
        );
    }

    #[test]
    fn a_name_that_another_facet_has_too_says_of_what() {
        use FacetId::{Agency, Criterion, Donor, Theme};
        check(Theme, "gender", "Theme: The gender", "Theme: not The gender");
        check(Criterion, "gender", "Criterion: The gender", "Criterion: not The gender");
        check(Agency, "ilo", "Agency: The ilo", "Agency: not The ilo");
        check(Donor, "ilo", "Donor: The ilo", "Donor: not The ilo");
        check(Donor, "us", "The us", "not The us");
        check(Theme, "data", "The data", "not The data");
    }

    #[test]
    fn a_month_has_no_day_to_be_on() {
        let (facet, value) = (FacetId::Status, "ended".into());
        let chip = Chip::Value { facet, value, excluded: false, known: true };
        assert_eq!(said(&chip, "2018-06"), "Projects ended in June 2018");
    }

    #[test]
    fn ranges_say_what_they_are_of() {
        let years = Span { start: Date::parse("2017"), end: Date::parse("2021") };
        assert_eq!(said(&Chip::Period(years), "2018"), "Projects running 2017 – 2021");
        let currency = Currency::new("USD").unwrap();
        let range = BudgetRange { currency, from: Some(500_000_000), to: None };
        assert_eq!(said(&Chip::Budget(range), "2018"), "Budget at least USD 5,000,000");
    }
}
