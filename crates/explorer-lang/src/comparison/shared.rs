//! What compared evaluations share and where they part, in words.

use explorer_core::compare::{CommonTime, Comparison, Incomparable, Proportion, Shared};
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;

use crate::number::{grouped, span};
use crate::{Messages, fill};

/// How many values are named of those that only some or only one of the evaluations has.
const NAMED: usize = 4;

/// The facets of which it is told what only one of the evaluations has.
const ONLY_HERE: [FacetId; 3] = [FacetId::Country, FacetId::Donor, FacetId::Theme];

/// The name of a facet's value.
type Name<'a> = &'a dyn Fn(FacetId, &str) -> String;

/// What the compared evaluations share and where they part: names with their lines. `name` gives
/// the name of a facet's value.
#[must_use]
pub fn shared_lines(
    comparison: &Comparison,
    name: Name<'_>,
    words: &Messages,
) -> Vec<(String, Vec<String>)> {
    let of_facet = |it: &Shared| {
        let facet = fill(words.pages().common_facet, &[("facet", words.facet(it.facet))]);
        (facet, common_lines(it, comparison, name, words))
    };
    let mut lines: Vec<_> = comparison.shared.iter().map(of_facet).collect();
    let own = comparison.evaluations.iter().enumerate();
    lines.extend(own.map(|(at, (_, it))| only_here(comparison, at, it, name, words)));
    let time = common_time(comparison.common_time, words);
    lines.push((words.pages().overlap.to_owned(), vec![time]));
    lines.push((words.pages().budget_ratio.to_owned(), proportions(comparison, words)));
    lines
}

/// What all have of a facet, then what some have and who.
fn common_lines(
    shared: &Shared,
    comparison: &Comparison,
    name: Name<'_>,
    words: &Messages,
) -> Vec<String> {
    let named =
        |ids: &[Box<str>]| -> Vec<String> { ids.iter().map(|id| name(shared.facet, id)).collect() };
    let short = |at: &usize| comparison.evaluations.get(*at).map(|(_, it)| &*it.short_title);
    let some = shared.some.iter().filter_map(|(who, ids)| {
        let who: Vec<&str> = who.iter().filter_map(short).collect();
        let values = words.some_of(&named(ids), NAMED)?;
        Some(format!("{values}: {}", who.join(words.list_separator)))
    });
    let common = named(&shared.common).join(words.list_separator);
    let of_all = match (shared.common.is_empty(), shared.some.is_empty()) {
        (true, true) => words.pages().nothing_in_common.to_owned(),
        (true, false) => words.pages().nothing_in_all.to_owned(),
        (false, true) => common,
        (false, false) => fill(words.pages().in_all, &[("list", &common)]),
    };
    std::iter::once(of_all).chain(some).collect()
}

/// What only one of the evaluations has.
fn only_here(
    comparison: &Comparison,
    at: usize,
    evaluation: &Evaluation,
    name: Name<'_>,
    words: &Messages,
) -> (String, Vec<String>) {
    let told = comparison.shared.iter().filter(|shared| ONLY_HERE.contains(&shared.facet));
    let mut lines: Vec<String> = told
        .filter_map(|shared| {
            let own = shared.only_here.get(at)?;
            let names: Vec<String> = own.iter().map(|id| name(shared.facet, id)).collect();
            let list = words.some_of(&names, NAMED)?;
            Some(format!("{}: {list}", words.facet(shared.facet)))
        })
        .collect();
    if lines.is_empty() {
        lines.push(words.pages().nothing_in_common.to_owned());
    }
    let title = fill(words.pages().only_here, &[("name", &evaluation.short_title)]);
    (title, lines)
}

fn common_time(time: CommonTime, words: &Messages) -> String {
    match time {
        CommonTime::Common { span: it, certain: true } => span(it, words),
        CommonTime::Common { span: it, certain: false } => {
            fill(words.pages().as_far_as_stated, &[("text", &span(it, words))])
        }
        CommonTime::Apart => words.pages().no_overlap.to_owned(),
        CommonTime::NotStated => words.not_stated.to_owned(),
    }
}

fn proportions(comparison: &Comparison, words: &Messages) -> Vec<String> {
    let sides = comparison.money.sides.iter().zip(&comparison.evaluations);
    let parts = sides.map(|((_, proportion), (_, evaluation))| {
        let text = match proportion {
            Proportion::Largest => words.pages().budget_largest.to_owned(),
            Proportion::Parts(parts, of) => {
                let values = [("parts", &*grouped(*parts, words)), ("of", &*grouped(*of, words))];
                fill(words.pages().budget_parts, &values)
            }
            Proportion::Percent { percent, about } => {
                let template = if *about {
                    words.pages().budget_about_percent
                } else {
                    words.pages().budget_percent
                };
                fill(template, &[("n", &percent.to_string())])
            }
            Proportion::Not(why) => incomparable(*why, words).to_owned(),
        };
        format!("{}: {text}", evaluation.short_title)
    });
    parts.collect()
}

fn incomparable(why: Incomparable, words: &Messages) -> &'static str {
    match why {
        Incomparable::NotStated => words.not_stated,
        Incomparable::OtherCurrency => words.pages().budget_other_currency,
        Incomparable::NoTotal => words.pages().budget_no_total,
        Incomparable::Combined => words.pages().budget_not_divided,
    }
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::compare::Comparison;
    use explorer_core::content::Record;
    use explorer_core::dataset::Dataset;
    use explorer_core::evaluation::Evaluation;
    use explorer_core::money::BudgetScope;
    use explorer_core::place::PlaceKind;
    use explorer_core::testing::{budget, content, donor, evaluation, place, span};

    use super::shared_lines;
    use crate::EN;

    fn told(evaluations: Vec<Evaluation>, name: &str) -> Vec<String> {
        let record = |evaluation| Record { evaluation, statements: Vec::new() };
        let content = content(evaluations.into_iter().map(record).collect());
        let dataset = Dataset::open(pack(&content).unwrap()).unwrap();
        let all: Vec<_> = dataset.evaluations().collect();
        let comparison = Comparison::of(&dataset, &all);
        let lines = shared_lines(&comparison, &|_, value| value.to_uppercase(), &EN).into_iter();
        lines.filter(|(it, _)| it == name).flat_map(|(_, lines)| lines).collect()
    }

    /// Three evaluations: in Peru and Mexico, in Peru alone, in Peru and Mexico again.
    fn three() -> Vec<Evaluation> {
        let one = |id: &str, title: &str, places: &[&str]| {
            let mut it = evaluation(id, title);
            it.places = places.iter().map(|id| place(PlaceKind::Country, id)).collect();
            it
        };
        vec![
            one("a", "Arch", &["pe", "mx"]),
            one("b", "Beam", &["pe"]),
            one("c", "Cable", &["pe", "mx"]),
        ]
    }

    #[test]
    fn what_all_have_comes_before_what_some_have_and_who() {
        assert_eq!(told(three(), "Country in common"), ["PE: all", "MX: Arch, Cable"]);
        let mut pair = three();
        pair.truncate(2);
        assert_eq!(told(pair.clone(), "Country in common"), ["PE"]);
        assert_eq!(told(pair.clone(), "Only here: Arch"), ["Country: MX"]);
        assert_eq!(told(pair, "Only here: Beam"), ["nothing"]);
    }

    #[test]
    fn time_in_common_is_told_as_far_as_it_is_stated() {
        let mut pair = three();
        pair.truncate(2);
        assert_eq!(told(pair.clone(), "Overlapping time"), ["not stated"]);
        pair[0].projects[0].span = span("2017", "2019");
        pair[1].projects[0].span = span("2021", "2022");
        assert_eq!(told(pair.clone(), "Overlapping time"), ["no overlapping time"]);
        pair[1].projects[0].span = span("2018-01-01", "2022-12-31");
        pair[0].projects[0].span = span("2017-01-01", "2019-06-30");
        assert_eq!(told(pair, "Overlapping time"), ["1\u{a0}January 2018 – 30\u{a0}June 2019"]);
    }

    #[test]
    fn budgets_stand_in_proportion_or_say_why_not() {
        let mut all = three();
        let amounts = [Some((900, "USD")), Some((300, "USD")), None];
        for (it, amount) in all.iter_mut().zip(amounts) {
            let amount = amount.map(|(units, code)| budget(BudgetScope::Project, units, code));
            it.projects[0].budgets = amount.into_iter().collect();
            it.projects[0].donors = vec![donor("ca")];
        }
        assert_eq!(
            told(all.clone(), "Budgets"),
            ["Arch: the largest", "Beam: 1 of 3 parts of the largest", "Cable: not stated"]
        );
        all[2].projects[0].budgets = vec![budget(BudgetScope::Project, 500, "EUR")];
        assert_eq!(
            told(all, "Budgets").last().unwrap(),
            "Cable: in another currency, not converted"
        );
    }
}
