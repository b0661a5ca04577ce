//! Names of facets and of the codes that are values of facets.

use explorer_core::address::{Issue, IssueKind};
use explorer_core::dataset::Dataset;
use explorer_core::evaluation::{InstitutionRole, SampleUnit, Scope, Timing};
use explorer_core::facet::{FacetId, NOT_STATED, Status};
use explorer_core::query::{Sort, Unit};
use explorer_core::search::Field;
use explorer_core::statement::{Statement, StatementKind};
use explorer_core::tension::TensionKind;

use crate::{Counted, Messages, StatementWords, fill};

/// The name of a facet's value: ours for codes, the vocabulary's for terms, the printed one for
/// people and project codes, and the bare value for what this edition does not have.
#[must_use]
pub fn value_name(dataset: &Dataset, facet: FacetId, value: &str, words: &Messages) -> String {
    let ours = words.facet_code_value(facet, value);
    ours.or_else(|| dataset.facet_label(facet, value, words.tag)).unwrap_or(value).to_owned()
}

/// What is the matter with a link, in a sentence for its reader.
#[must_use]
pub fn issue_words(issue: &Issue, words: &Messages) -> String {
    let template = match issue.kind {
        IssueKind::UnknownKey => words.answers().issue_unknown_key,
        IssueKind::Unreadable => words.answers().issue_unreadable,
        IssueKind::Contradictory => words.answers().issue_contradictory,
        IssueKind::TooMany => words.answers().issue_too_many,
        IssueKind::Locked => words.answers().issue_locked,
        IssueKind::Incomplete => words.answers().issue_cut,
        IssueKind::Newer => words.answers().issue_newer,
    };
    let raw = match &*issue.key {
        "" => issue.text.to_string(),
        key => format!("{key}={}", issue.text),
    };
    fill(template, &[("raw", &raw)])
}

impl Messages {
    /// The name of a facet.
    #[must_use]
    pub fn facet(&self, facet: FacetId) -> &'static str {
        match facet {
            FacetId::Country => self.answers().facet_country,
            FacetId::Region => self.answers().facet_region,
            FacetId::Theme => self.answers().facet_theme,
            FacetId::Criterion => self.answers().facet_criterion,
            FacetId::Kind => self.answers().facet_kind,
            FacetId::Agency => self.answers().facet_agency,
            FacetId::Donor => self.answers().facet_donor,
            FacetId::Timing => self.answers().facet_timing,
            FacetId::Scope => self.answers().facet_scope,
            FacetId::Status => self.answers().facet_status,
            FacetId::Person => self.answers().facet_person,
            FacetId::Code => self.answers().facet_code,
        }
    }

    /// The word for a value that is a code of ours; `None` where the words come from the data.
    #[must_use]
    pub fn facet_code_value(&self, facet: FacetId, value: &str) -> Option<&'static str> {
        let word = match facet {
            FacetId::Kind => StatementKind::from_code(value).map(|kind| match kind {
                // Among other kinds: "lessons or lessons or good practices" would say nothing.
                StatementKind::LessonOrGoodPractice => self.answers().undivided_lessons,
                kind => self.statement(kind).plural,
            }),
            FacetId::Timing => Timing::from_code(value).map(|timing| self.timing(timing)),
            FacetId::Scope => Scope::from_code(value).map(|scope| self.scope(scope)),
            FacetId::Status => Status::from_code(value).map(|status| self.status(status)),
            _ => None,
        };
        let nothing = match facet {
            // A brief that prints "Global" states where it works, but no country.
            FacetId::Country | FacetId::Region => self.answers().none_named,
            _ => self.not_stated,
        };
        word.or_else(|| (value == NOT_STATED).then_some(nothing))
    }

    /// What asks for records that do not state a fact: `Donor not stated`, `No country named`.
    #[must_use]
    pub fn unstated(&self, facet: FacetId) -> String {
        if is_named(facet) {
            return fill(self.answers().no_value_named, &[("facet", &self.noun(facet))]);
        }
        fill(self.answers().no_value_stated, &[("facet", self.facet(facet))])
    }

    /// What asks for records that do state a fact: `Donor stated`.
    #[must_use]
    pub fn stated(&self, facet: FacetId) -> String {
        let template =
            if is_named(facet) { self.answers().value_named } else { self.answers().value_stated };
        fill(template, &[("facet", &capital(&self.noun(facet)))])
    }

    /// One value of a facet, as it stands inside a sentence.
    #[must_use]
    pub fn noun(&self, facet: FacetId) -> String {
        match facet {
            FacetId::Person => self.answers().one_person.to_owned(),
            _ => mid_sentence(self.facet(facet).to_owned()),
        }
    }

    /// A field of an evaluation's header, as it stands inside a sentence.
    #[must_use]
    pub fn field(&self, field: Field) -> String {
        let facet = match field {
            Field::Title => return self.answers().field_title.to_owned(),
            Field::Other => return self.answers().field_header.to_owned(),
            Field::Country => return mid_sentence(self.answers().facet_place.to_owned()),
            Field::Code => FacetId::Code,
            Field::Person => FacetId::Person,
            Field::Theme => FacetId::Theme,
            Field::Agency => FacetId::Agency,
            Field::Donor => FacetId::Donor,
        };
        self.noun(facet)
    }

    /// The words for a kind of statement.
    #[must_use]
    pub fn statement(&self, kind: StatementKind) -> &StatementWords {
        match kind {
            StatementKind::Finding => &self.finding,
            StatementKind::Conclusion => &self.conclusion,
            StatementKind::Accomplishment => &self.accomplishment,
            StatementKind::Lesson => &self.lesson,
            StatementKind::GoodPractice => &self.good_practice,
            StatementKind::LessonOrGoodPractice => &self.lesson_or_good_practice,
            StatementKind::Recommendation => &self.recommendation,
        }
    }

    /// A statement by its kind and number: `Lesson 3`.
    #[must_use]
    pub fn statement_number(&self, statement: &Statement) -> String {
        format!("{} {}", self.statement(statement.kind).singular, statement.ordinal)
    }

    /// The word for a timing.
    #[must_use]
    pub fn timing(&self, timing: Timing) -> &'static str {
        match timing {
            Timing::Final => self.timing_final,
            Timing::MidTerm => self.timing_mid_term,
            Timing::NotStated => self.not_stated,
        }
    }

    /// The word for a timing among other facts, where "not stated" alone would not say what.
    #[must_use]
    pub fn timing_in_a_list(&self, timing: Timing) -> &'static str {
        match timing {
            Timing::NotStated => self.timing_word_not_stated,
            stated => self.timing(stated),
        }
    }

    /// The word for a scope.
    #[must_use]
    pub fn scope(&self, scope: Scope) -> &'static str {
        match scope {
            Scope::Project => self.answers().scope_project,
            Scope::Cluster => self.answers().scope_cluster,
            Scope::NotStated => self.not_stated,
        }
    }

    /// The word for how a project stood on a date.
    #[must_use]
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Planned => self.answers().status_planned,
            Status::Active => self.answers().status_active,
            Status::Ended => self.answers().status_ended,
            Status::NotStated => self.not_stated,
        }
    }

    /// The word for how projects stood, inside a sentence; `None` for what is no status.
    #[must_use]
    pub fn status_word(&self, value: &str) -> Option<&'static str> {
        Status::from_code(value).map(|status| match status {
            Status::Planned => self.answers().status_word_planned,
            Status::Active => self.answers().status_word_active,
            Status::Ended => self.answers().status_word_ended,
            Status::NotStated => self.answers().status_word_not_stated,
        })
    }

    /// The word for a unit of reading.
    #[must_use]
    pub fn unit(&self, unit: Unit) -> &'static str {
        match unit {
            Unit::Evaluations => self.unit_evaluations,
            Unit::Statements => self.unit_statements,
        }
    }

    /// A number of a unit.
    #[must_use]
    pub fn counted(&self, unit: Unit) -> &Counted {
        match unit {
            Unit::Evaluations => &self.evaluations,
            Unit::Statements => &self.statements,
        }
    }

    /// The word for an order.
    #[must_use]
    pub fn sort(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => self.sort_relevance,
            Sort::Newest => self.sort_newest,
            Sort::Title => self.sort_title,
            Sort::Budget => self.sort_budget,
        }
    }

    /// The word for a kind of disagreement.
    #[must_use]
    pub fn tension(&self, kind: TensionKind) -> &'static str {
        match kind {
            TensionKind::Tension => self.pages().kind_tension,
            TensionKind::Contradiction => self.pages().kind_contradiction,
            TensionKind::Emphasis => self.pages().kind_emphasis,
            TensionKind::Ambiguity => self.pages().kind_ambiguity,
        }
    }

    /// The word for the part of an institution.
    #[must_use]
    pub fn role(&self, role: InstitutionRole) -> &'static str {
        match role {
            InstitutionRole::Implementing => self.pages().role_implementing,
            InstitutionRole::ImplementingPartner => self.pages().role_implementing_partner,
            InstitutionRole::Partner => self.pages().role_partner,
            InstitutionRole::Beneficiary => self.pages().role_beneficiary,
            InstitutionRole::Backstopping => self.pages().role_backstopping,
        }
    }

    /// A number of what a sample counts.
    #[must_use]
    pub fn sampled(&self, unit: SampleUnit) -> &Counted {
        match unit {
            SampleUnit::People => &self.pages().sample_people,
            SampleUnit::Stakeholders => &self.pages().sample_stakeholders,
            SampleUnit::Interviews => &self.pages().sample_interviews,
        }
    }
}

/// True for facts that a document names rather than states: a brief that prints "Global" states
/// where it works, but names no country.
pub(crate) const fn is_named(facet: FacetId) -> bool {
    matches!(facet, FacetId::Country | FacetId::Region | FacetId::Person)
}

/// A common noun as it stands inside a sentence: `Gender equality` becomes `gender equality`,
/// `ILO` stays.
pub(crate) fn mid_sentence(name: String) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second))
            if first.is_ascii_uppercase() && !second.is_ascii_uppercase() =>
        {
            format!("{}{}", first.to_ascii_lowercase(), name.get(1..).unwrap_or(""))
        }
        _ => name,
    }
}

/// Words as they stand at the beginning.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut capital = String::from(upper(first));
        capital.push_str(letters.as_str());
        capital
    })
}

/// The capital of a letter that a word of the interface may begin with: Latin, Greek or Cyrillic.
/// The standard library's table for all scripts costs 4 kB of the first view.
fn upper(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'α'..='ρ' | 'σ'..='ω' | 'а'..='я' => 32,
        'ѐ'..='џ' => 80,
        // Here capitals and small letters stand in turns.
        'ā'..='į' | 'ĳ'..='ķ' | 'ŋ'..='ŷ' => code % 2,
        'ĺ'..='ň' | 'ź'..='ž' => (code + 1) % 2,
        _ => 0,
    };
    char::from_u32(code - step).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn capitals_of_latin_greek_and_cyrillic_are_those_of_unicode() {
        let alphabets = ['a'..='z', 'à'..='þ', 'ā'..='ž', 'α'..='ω', 'а'..='џ'];
        // Those that stand alone: dotless i, kra, n after apostrophe, a division sign, final sigma.
        let alone = ['ı', 'ĸ', 'ŉ', '÷', 'ς'];
        for letter in alphabets.into_iter().flatten().filter(|letter| !alone.contains(letter)) {
            let word = format!("{letter}x");
            assert_eq!(capital(&word), format!("{}x", letter.to_uppercase()), "{letter}");
        }
    }

    #[test]
    fn what_has_no_capital_stays() {
        for words in ["", "1 donor", "数据", "لا", "Ünicode"] {
            assert_eq!(capital(words), words);
        }
    }
}
