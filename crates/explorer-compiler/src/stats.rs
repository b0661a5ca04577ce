//! What a set states and what it does not, counted key by key.

use std::collections::BTreeMap;

use explorer_core::content::Content;
use explorer_core::statement::StatementKind;
use serde::Serialize;
use toml::de::{DeTable, DeValue};

use crate::shape::{Form, NOT_STATED, Shape, VocabularyName, record::EVALUATION};
use crate::source::{EVALUATIONS, Sources};

/// What was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// How many evaluations.
    pub evaluations: usize,
    /// How many projects, counted once for each evaluation.
    pub projects: usize,
    /// How many statements.
    pub statements: usize,
    /// How many statements of each kind, in the order of display.
    pub kinds: Vec<Count>,
    /// How many tensions between evaluations.
    pub tensions: usize,
    /// How many contradictions inside evaluations.
    pub contradictions: usize,
    /// How many terms of each vocabulary are in use.
    pub terms: Vec<Count>,
    /// How often each key is stated.
    pub fields: Vec<Coverage>,
}

/// A number of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Of what.
    pub of: String,
    /// How many.
    pub number: usize,
}

/// How often a key is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The key and the tables around it, for example `projects.budgets`.
    pub field: String,
    /// In how many tables it could stand.
    pub possible: usize,
    /// In how many it stands.
    pub stated: usize,
    /// In how many a word says that it stands elsewhere, for example with `combined` money.
    pub elsewhere: usize,
    /// The evaluations in which it is not stated at least once.
    pub not_stated_in: Vec<String>,
}

/// Counts a set that has no errors.
#[must_use]
pub fn stats(sources: &Sources, content: &Content) -> Stats {
    let statements = || content.records.iter().flat_map(|record| &record.statements);
    let kind = |kind: &StatementKind| Count {
        of: kind.code().to_owned(),
        number: statements().filter(|statement| statement.kind == *kind).count(),
    };
    let terms = |name: VocabularyName| Count {
        of: name.file().trim_start_matches("vocabulary/").trim_end_matches(".toml").to_owned(),
        number: name.terms(&content.vocabulary).0.len(),
    };
    let within = content.tensions.iter().filter(|tension| tension.within.is_some()).count();
    Stats {
        evaluations: content.records.len(),
        projects: content.records.iter().map(|record| record.evaluation.projects.len()).sum(),
        statements: statements().count(),
        kinds: StatementKind::ALL.iter().map(kind).collect(),
        tensions: content.tensions.len() - within,
        contradictions: within,
        terms: VocabularyName::ALL.into_iter().map(terms).collect(),
        fields: coverage(sources),
    }
}

fn coverage(sources: &Sources) -> Vec<Coverage> {
    let mut counter = Counter::default();
    counter.lay_out(&EVALUATION, "");
    for file in sources.files().iter().filter(|file| file.name.starts_with(EVALUATIONS)) {
        if let Ok(table) = DeTable::parse(file.text()) {
            counter.count(&EVALUATION, table.get_ref(), "", file.stem());
        }
    }
    counter.fields
}

/// Keys in the order of the shape, and where each is in the list.
#[derive(Default)]
struct Counter {
    fields: Vec<Coverage>,
    places: BTreeMap<String, usize>,
}

impl Counter {
    fn lay_out(&mut self, shape: &Shape, path: &str) {
        for field in shape.fields {
            let path = join(path, field.key);
            self.places.insert(path.clone(), self.fields.len());
            self.fields.push(Coverage { field: path.clone(), ..Coverage::default() });
            if let Some(inner) = inner(&field.form) {
                self.lay_out(inner, &path);
            }
        }
    }

    fn count(&mut self, shape: &Shape, table: &DeTable<'_>, path: &str, id: &str) {
        for field in shape.fields {
            let path = join(path, field.key);
            let value = table.get(field.key).map(toml::Spanned::get_ref);
            let word = value.and_then(DeValue::as_str);
            let stated = match value {
                None => false,
                Some(DeValue::Array(list)) => !list.is_empty(),
                Some(_) => word != Some(NOT_STATED),
            };
            let elsewhere = stated && matches!(field.form, Form::Or(..)) && word.is_some();
            self.note(&path, id, stated, elsewhere);
            if let (Some(inner), Some(value)) = (inner(&field.form), value) {
                for table in tables(value) {
                    self.count(inner, table, &path, id);
                }
            }
        }
    }

    fn note(&mut self, path: &str, id: &str, stated: bool, elsewhere: bool) {
        let place = self.places.get(path).and_then(|&at| self.fields.get_mut(at));
        let Some(coverage) = place else { return };
        coverage.possible += 1;
        coverage.elsewhere += usize::from(elsewhere);
        coverage.stated += usize::from(stated && !elsewhere);
        if !stated && coverage.not_stated_in.last().is_none_or(|last| last != id) {
            coverage.not_stated_in.push(id.to_owned());
        }
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn inner(form: &Form) -> Option<&'static Shape> {
    match form {
        Form::Table(shape) | Form::Tables(shape) => Some(shape),
        Form::Or(_, form) => inner(form),
        _ => None,
    }
}

fn tables<'t>(value: &'t DeValue<'t>) -> Vec<&'t DeTable<'t>> {
    match value {
        DeValue::Table(table) => vec![table],
        DeValue::Array(list) => list.iter().filter_map(|item| item.get_ref().as_table()).collect(),
        _ => Vec::new(),
    }
}
