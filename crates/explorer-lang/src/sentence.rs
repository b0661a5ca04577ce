//! The one plain sentence that describes a view: heading, announcement, share text, print title.

use explorer_core::dataset::Dataset;
use explorer_core::facet::values::GLOBAL;
use explorer_core::facet::{FacetId, NOT_STATED};
use explorer_core::outcome::{Outcome, Reading, looked_for};
use explorer_core::query::{BudgetRange, Query, Unit};
use explorer_core::search::Sought;
use explorer_core::statement::StatementKind;
use explorer_core::when::Date;

use crate::label::{is_named, mid_sentence, value_name};
use crate::number::{amount, date, span};
use crate::{Messages, fill};

/// How much a query finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Evaluations that match, or, when statements are listed, those that the statements are from.
    pub evaluations: usize,
    /// Statements that match.
    pub statements: usize,
}

/// What the sentence needs beside the query.
pub struct Context<'a> {
    /// How much was found.
    pub totals: Totals,
    /// The name of a facet's value, in the words of the reader.
    pub name: &'a dyn Fn(FacetId, &str) -> String,
    /// The day for which the state of projects is judged when the query names none.
    pub data_date: Date,
    /// What was made of the words.
    pub reading: Option<&'a Reading>,
}

/// Describes what a query found in a dataset, without a full stop.
#[must_use]
pub fn described(dataset: &Dataset, query: &Query, found: &Outcome, words: &Messages) -> String {
    let evaluations = match query.unit {
        Unit::Evaluations => found.evaluations.len(),
        Unit::Statements => found.evaluations_of_statements(dataset),
    };
    let totals = Totals { evaluations, statements: found.statements.len() };
    let name = |facet, value: &str| value_name(dataset, facet, value, words);
    let (data_date, reading) = (dataset.data_date(), found.reading.as_ref());
    sentence(query, &Context { totals, name: &name, data_date, reading }, words)
}

/// Describes all evaluations of a dataset, as [`described`] does where nothing is asked.
#[must_use]
pub fn described_unasked(evaluations: usize, words: &Messages) -> String {
    all_if_many(evaluations, words.evaluations.of(evaluations, words), words)
}

fn all_if_many(number: usize, things: String, words: &Messages) -> String {
    if number > 1 { fill(words.sentence_all, &[("things", &things)]) } else { things }
}

/// Describes what a query finds, without a full stop.
#[must_use]
pub fn sentence(query: &Query, context: &Context<'_>, words: &Messages) -> String {
    let parts = Parts { query, context, words };
    let mut text = parts.subject();
    for part in [
        parts.list(FacetId::Theme, words.answers().sentence_about),
        parts.list(FacetId::Criterion, words.answers().sentence_criterion),
        parts.matching(),
        parts.origin(),
        parts.list(FacetId::Agency, words.answers().sentence_by),
        parts.place(),
        parts.list(FacetId::Donor, words.answers().sentence_funded_by),
        parts.list(FacetId::Code, words.answers().sentence_code),
        parts.status(),
        parts.list(FacetId::Person, words.answers().sentence_with_person),
        parts.only(),
        parts.period(),
        parts.budget(),
        parts.without(),
    ] {
        text.push_str(&part);
    }
    text
}

struct Parts<'a> {
    query: &'a Query,
    context: &'a Context<'a>,
    words: &'a Messages,
}

impl Parts<'_> {
    fn subject(&self) -> String {
        let words = self.words;
        let totals = self.context.totals;
        let things = match self.query.unit {
            Unit::Evaluations => words.evaluations.of(totals.evaluations, words),
            Unit::Statements => self.counted_statements(totals.statements),
        };
        let found = match self.query.unit {
            Unit::Evaluations => totals.evaluations,
            Unit::Statements => totals.statements,
        };
        let mut text =
            if self.is_unfiltered() { all_if_many(found, things, words) } else { things };
        if self.query.unit == Unit::Evaluations {
            text.push_str(&self.list(FacetId::Kind, words.answers().sentence_with_kinds));
        }
        text
    }

    fn counted_statements(&self, number: usize) -> String {
        let kinds = self.query.picks.of(FacetId::Kind).map_or(&[][..], |picks| &picks.included);
        match kinds {
            [one] => match StatementKind::from_code(one) {
                Some(kind) => self.words.statement(kind).counted.of(number, self.words),
                None => self.words.statements.of(number, self.words),
            },
            [] => self.words.statements.of(number, self.words),
            _ => {
                let statements = self.words.statements.of(number, self.words);
                let names: Vec<String> =
                    kinds.iter().map(|kind| self.word(FacetId::Kind, kind)).collect();
                format!("{statements} ({})", self.words.any_of(&names))
            }
        }
    }

    fn is_unfiltered(&self) -> bool {
        let query = self.query;
        query.picks.is_empty()
            && query.text.trim().is_empty()
            && query.period.is_none()
            && query.budget.is_none()
    }

    fn origin(&self) -> String {
        if self.query.unit == Unit::Evaluations || self.context.totals.statements == 0 {
            return String::new();
        }
        let evaluations = self.words.evaluations.of(self.context.totals.evaluations, self.words);
        fill(self.words.answers().sentence_from, &[("evaluations", &evaluations)])
    }

    fn matching(&self) -> String {
        let answers = self.words.answers();
        let sought = looked_for(self.query, self.context.reading);
        let text = match sought.as_slice() {
            [] => return String::new(),
            [only] if only.before.is_empty() => only.text.clone(),
            several => {
                let quoted = |it: &Sought| match it.is_phrase {
                    true => fill(answers.phrase_inside, &[("text", &it.text)]),
                    false => it.text.clone(),
                };
                let said = several.iter().map(|it| format!("{}{}", it.before, quoted(it)));
                said.collect::<Vec<_>>().join(" ")
            }
        };
        fill(answers.sentence_matching, &[("text", &text)])
    }

    /// Countries, then regions; of both one is enough.
    fn place(&self) -> String {
        let facets = [FacetId::Country, FacetId::Region];
        let stated = || facets.iter().flat_map(|&it| self.stated(it).map(move |value| (it, value)));
        let named = stated().filter(|&(_, value)| value != GLOBAL);
        let names: Vec<String> = named.map(|(facet, value)| self.word(facet, value)).collect();
        let mut ways = Vec::new();
        if !names.is_empty() {
            let list = self.words.any_of(&names);
            ways.push(fill(self.words.answers().sentence_in, &[("list", &list)]));
        }
        if stated().any(|(_, value)| value == GLOBAL) {
            ways.push(self.words.answers().sentence_worldwide.into());
        }
        ways.extend(facets.iter().filter_map(|&facet| self.nothing(facet)));
        match ways.is_empty() {
            true => String::new(),
            false => format!(" {}", self.words.any_of(&ways)),
        }
    }

    fn status(&self) -> String {
        let names = self.names(FacetId::Status);
        if names.is_empty() {
            return String::new();
        }
        let day = self.query.status_on.unwrap_or(self.context.data_date);
        let template = match day.day() {
            Some(_) => self.words.answers().sentence_status,
            None => self.words.answers().sentence_status_in,
        };
        let values = [("list", &*self.words.any_of(&names)), ("date", &*date(day, self.words))];
        fill(template, &values)
    }

    /// Timing and scope, both in one: `, final single-project evaluations only`.
    fn only(&self) -> String {
        let words = self.words;
        let facets = [FacetId::Timing, FacetId::Scope];
        let lists = facets.map(|facet| words.any_of(&self.names(facet)));
        let said: Vec<String> = lists.into_iter().filter(|list| !list.is_empty()).collect();
        if said.is_empty() {
            return String::new();
        }
        if facets.iter().any(|&facet| self.asks_for_nothing(facet)) {
            return fill(words.answers().sentence_only_that, &[("list", &words.all_of(&said))]);
        }
        fill(words.answers().sentence_only, &[("list", &said.join(" "))])
    }

    fn period(&self) -> String {
        self.query.period.map_or_else(String::new, |period| {
            fill(self.words.answers().sentence_period, &[("span", &span(period, self.words))])
        })
    }

    fn budget(&self) -> String {
        self.query.budget.as_ref().map_or_else(String::new, |range| {
            fill(
                self.words.answers().sentence_budget,
                &[("range", &budget_range(range, self.words))],
            )
        })
    }

    /// What is excluded, each in the words of its facet; excluding what is not stated asks for
    /// what is.
    fn without(&self) -> String {
        use FacetId::{
            Agency, Code, Country, Criterion, Donor, Kind, Person, Region, Scope, Status, Theme,
            Timing,
        };
        let words = self.words.answers();
        let mut text = String::new();
        let mut add = |list: String, template| {
            if !list.is_empty() {
                text.push_str(&fill(template, &[("list", &list)]));
            }
        };
        let templates: [(&[FacetId], &str); 8] = [
            (&[Theme], words.sentence_not_about),
            (&[Criterion], words.sentence_not_criterion),
            (&[Agency], words.sentence_not_by),
            (&[Country, Region], words.sentence_not_in),
            (&[Donor], words.sentence_not_funded_by),
            (&[Code], words.sentence_without_code),
            (&[Person], words.sentence_without_person),
            (&[Kind, Timing, Scope, Status], words.sentence_without),
        ];
        for (facets, template) in templates {
            let values = facets.iter().flat_map(|&facet| self.excluded(facet));
            let named = values.filter(|(_, value)| !matches!(*value, NOT_STATED | GLOBAL));
            let names: Vec<String> = named.map(|(facet, value)| self.such(facet, value)).collect();
            add(self.words.any_of(&names), template);
        }
        if self.query.picks.excludes(Region, GLOBAL) {
            add(words.sentence_worldwide.into(), words.sentence_not);
        }
        let stated = FacetId::ALL.iter().filter(|it| self.query.picks.excludes(**it, NOT_STATED));
        let stated: Vec<String> = stated.map(|it| mid_sentence(self.words.stated(*it))).collect();
        add(self.words.all_of(&stated), words.sentence_stated);
        text
    }

    fn excluded(&self, facet: FacetId) -> impl Iterator<Item = (FacetId, &str)> {
        let excluded = self.query.picks.of(facet).map_or(&[][..], |picks| &picks.excluded);
        excluded.iter().map(move |value| (facet, &**value))
    }

    /// A value with what it is said of, where it is a mere quality.
    fn such(&self, facet: FacetId, value: &str) -> String {
        let word = self.word(facet, value);
        match facet {
            FacetId::Timing | FacetId::Scope => {
                fill(self.words.answers().such_evaluations, &[("word", &word)])
            }
            FacetId::Status => fill(self.words.answers().such_projects, &[("word", &word)]),
            _ => word,
        }
    }

    /// Values in their template, or that the fact is not stated, of which one is enough.
    fn list(&self, facet: FacetId, template: &str) -> String {
        let names: Vec<String> = self.stated(facet).map(|value| self.word(facet, value)).collect();
        let mut text = match names.is_empty() {
            true => String::new(),
            false => fill(template, &[("list", &self.words.any_of(&names))]),
        };
        if let Some(nothing) = self.nothing(facet) {
            if !text.is_empty() {
                text = format!("{text} {}", self.words.answers().or);
            }
            text = format!("{text} {nothing}");
        }
        text
    }

    fn included(&self, facet: FacetId) -> &[Box<str>] {
        self.query.picks.of(facet).map_or(&[], |picks| &picks.included)
    }

    fn stated(&self, facet: FacetId) -> impl Iterator<Item = &str> {
        self.included(facet).iter().map(|value| &**value).filter(|&value| value != NOT_STATED)
    }

    fn asks_for_nothing(&self, facet: FacetId) -> bool {
        self.included(facet).iter().any(|value| **value == *NOT_STATED)
    }

    /// That a fact is not stated, when that is asked for.
    fn nothing(&self, facet: FacetId) -> Option<String> {
        let words = self.words;
        let template = if is_named(facet) {
            words.answers().with_none_named
        } else {
            words.answers().with_none_stated
        };
        self.asks_for_nothing(facet).then(|| fill(template, &[("facet", &words.noun(facet))]))
    }

    fn names(&self, facet: FacetId) -> Vec<String> {
        self.included(facet).iter().map(|value| self.word(facet, value)).collect()
    }

    fn word(&self, facet: FacetId, value: &str) -> String {
        let words = self.words;
        let word = match (facet, value) {
            (FacetId::Timing, "final") => words.answers().timing_word_final,
            (FacetId::Timing, "mid-term") => words.answers().timing_word_mid_term,
            (FacetId::Timing, NOT_STATED) => words.answers().timing_word_unstated,
            (FacetId::Scope, "project") => words.answers().scope_word_project,
            (FacetId::Scope, "cluster") => words.answers().scope_word_cluster,
            (FacetId::Scope, NOT_STATED) => words.answers().scope_word_unstated,
            (FacetId::Status, _) => words.status_word(value).unwrap_or(value),
            (FacetId::Kind | FacetId::Theme | FacetId::Criterion, _) => {
                return mid_sentence((self.context.name)(facet, value));
            }
            _ => return (self.context.name)(facet, value),
        };
        word.into()
    }
}

/// A range of money in words: `USD 1,000,000 to USD 5,000,000`, `at least …`, `at most …`.
#[must_use]
pub fn budget_range(range: &BudgetRange, words: &Messages) -> String {
    let text = |cents| amount(cents, &range.currency, words);
    match (range.from, range.to) {
        (Some(from), Some(to)) => format!("{} – {}", text(from), text(to)),
        (Some(from), None) => fill(words.answers().at_least, &[("amount", &text(from))]),
        (None, Some(to)) => fill(words.answers().at_most, &[("amount", &text(to))]),
        (None, None) => range.currency.to_string(),
    }
}

#[cfg(test)]
mod tests;
