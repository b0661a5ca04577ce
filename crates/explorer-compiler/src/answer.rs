//! What the widget would show for a link, and why a record ranks where it does, as plain data.

use std::collections::BTreeSet;

use explorer_core::address::{self, Decoded, Issue, IssueKind};
use explorer_core::dataset::{Dataset, EvaluationIx, StatementIx};
use explorer_core::facet::FacetId;
use explorer_core::id::{EvaluationId, StatementId};
use explorer_core::outcome::{self, Outcome, Reading};
use explorer_core::query::{Query, Unit};
use explorer_core::search::{Explained, parse};
use explorer_core::state::State;
use explorer_core::view::taken::taken;
use explorer_lang::label::issue_words;
use explorer_lang::sentence::described;
use explorer_lang::take::compared_table;
use explorer_lang::{EN, fill};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The answer to a link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The evaluations that match, the first result first.
    pub evaluations: Vec<FoundEvaluation>,
    /// The statements that match, the first result first.
    pub statements: Vec<FoundStatement>,
    /// How many of each there are, however many are listed.
    pub total: Total,
    /// For each facet and value: how many results of the unit asked for choosing it would give.
    pub counts: Map<String, Value>,
    /// The sentence that describes the results.
    pub sentence: String,
    /// What was not taken as the link says it: `kind`, `key`, `text` and a `message` in words.
    pub issues: Vec<Value>,
}

/// An evaluation of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundEvaluation {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its publishing agency.
    pub agency: String,
}

/// A statement of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundStatement {
    /// Its id.
    pub id: String,
    /// The id of its evaluation.
    pub evaluation: String,
    /// Its kind.
    pub kind: &'static str,
    /// What it says.
    pub text: String,
}

/// How many results there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// Evaluations that match.
    pub evaluations: usize,
    /// Statements that match.
    pub statements: usize,
}

/// How a link is to be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// How many records of each kind are listed at most.
    pub limit: usize,
    /// Whether mistyped words find what was meant, as in the widget.
    pub typos: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self { limit: usize::MAX, typos: true }
    }
}

/// Answers a link: a whole one, its query string, or pairs without the prefix.
#[must_use]
pub fn answer(dataset: &Dataset, link: &str, wish: Wish) -> Answer {
    let Decoded { state, issues, .. } = read(link);
    let state = state.redirected(dataset.redirects());
    let query = state.query();
    let run = if wish.typos { outcome::run } else { outcome::run_as_typed };
    let outcome = run(dataset, query);
    let evaluations = outcome.evaluations.iter().take(wish.limit);
    let statements = outcome.first_statements(dataset, query, wish.limit).into_iter();
    Answer {
        evaluations: evaluations.filter_map(|&ix| evaluation(dataset, ix)).collect(),
        statements: statements.filter_map(|ix| statement(dataset, ix)).collect(),
        total: Total {
            evaluations: outcome.evaluations.len(),
            statements: outcome.statements.len(),
        },
        counts: counts(dataset, &outcome),
        sentence: described(dataset, state.query(), &outcome, &EN),
        issues: all_issues(&issues, &outcome),
    }
}

/// The comparison that the widget would show for a link, as it writes it into a CSV file; `None`
/// where it shows none.
#[must_use]
pub fn compared_csv(dataset: &Dataset, link: &str) -> Option<String> {
    let state = read(link).state.redirected(dataset.redirects());
    compared_table(String::new(), dataset, &state, state.query(), &EN).map(|table| table.csv())
}

/// The evaluations and statements that the widget would let a reader take away from a link.
#[must_use]
pub fn taken_by(dataset: &Dataset, link: &str) -> (Vec<EvaluationId>, BTreeSet<StatementId>) {
    let state = read(link).state.redirected(dataset.redirects());
    let outcome = outcome::run(dataset, state.query());
    let taken = taken(dataset, &state, &outcome);
    let evaluations = taken.evaluations.iter().filter_map(|&ix| dataset.evaluation_id(ix));
    let statements = taken.statements.iter().filter_map(|&ix| dataset.statement(ix));
    (evaluations.map(EvaluationId::from).collect(), statements.map(|it| it.id).collect())
}

fn read(link: &str) -> Decoded {
    let settings = address::Settings::default();
    let query = link.split_once('?').map_or(link, |(_, query)| query);
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let decoded = address::decode(query, &settings);
    if decoded.found { decoded } else { State::opening(link, &settings.prefix) }
}

fn evaluation(dataset: &Dataset, ix: EvaluationIx) -> Option<FoundEvaluation> {
    let evaluation = dataset.evaluation(ix)?;
    let id = evaluation.id.to_string();
    let agency = evaluation.agency.to_string();
    Some(FoundEvaluation { id, title: evaluation.title, agency })
}

fn statement(dataset: &Dataset, ix: StatementIx) -> Option<FoundStatement> {
    let statement = dataset.statement(ix)?;
    let evaluation = dataset.evaluation_id(dataset.evaluation_of(ix)?)?.to_owned();
    let (id, kind) = (statement.id.to_string(), statement.kind.code());
    Some(FoundStatement { id, evaluation, kind, text: statement.text })
}

fn counts(dataset: &Dataset, outcome: &Outcome) -> Map<String, Value> {
    let of_facet = |&facet: &FacetId| {
        let values = dataset.facet_values(facet).iter().zip(outcome.counts.of(facet));
        let values: Map<String, Value> =
            values.map(|(value, &count)| (value.id.to_string(), json!(count))).collect();
        (facet.code().to_owned(), Value::Object(values))
    };
    FacetId::ALL.iter().map(of_facet).collect()
}

fn all_issues(issues: &[Issue], outcome: &Outcome) -> Vec<Value> {
    let of_link = issues.iter().map(|issue| {
        json!({
            "kind": issue.kind.code(),
            "key": issue.key,
            "text": issue.text,
            "message": link_message(issue),
        })
    });
    let unknown = outcome.unknown.iter().map(|unknown| {
        let facet = unknown.facet.code();
        let key = if unknown.excluded { format!("not-{facet}") } else { facet.to_owned() };
        let name = EN.facet(unknown.facet).to_lowercase();
        json!({
            "kind": "unknown-value",
            "key": key,
            "text": unknown.value,
            "message": format!("The set has no {name} “{}”; nothing matches it.", unknown.value),
        })
    });
    let of_words = outcome.reading.iter().flat_map(word_issues);
    of_link.chain(unknown).chain(of_words).collect()
}

/// What is the matter with a link, in words for somebody at a command line, where most are written
/// by hand.
fn link_message(issue: &Issue) -> String {
    match issue.kind {
        IssueKind::Incomplete => {
            "The query does not end with its version, `v=1`, so it may have been cut; what is there \
             was taken as it is."
                .to_owned()
        }
        _ => issue_words(issue, &EN),
    }
}

fn word_issues(reading: &Reading) -> Vec<Value> {
    let corrected = reading.corrections.iter().map(|correction| {
        let words = [("typed", &*correction.typed), ("meant", &*correction.meant)];
        json!({
            "kind": "corrected-word",
            "key": "q",
            "text": correction.typed,
            "meant": correction.meant,
            "message": fill(EN.answers().corrected, &words),
        })
    });
    let units = [
        (Unit::Evaluations, &reading.dropped_for_evaluations),
        (Unit::Statements, &reading.dropped_for_statements),
    ];
    let dropped = units.into_iter().flat_map(|(unit, words)| {
        words.iter().map(move |word| {
            let words = format!("“{word}”");
            json!({
                "kind": "dropped-word",
                "key": "q",
                "text": word,
                "unit": unit.code(),
                "message": fill(EN.answers().closest, &[("words", &words)]),
            })
        })
    });
    corrected.chain(dropped).collect()
}

/// Why a record ranks where it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Why {
    /// The record's id.
    pub id: String,
    /// Its place among the results of its unit, from 1; `None` when the words do not find it.
    pub rank: Option<usize>,
    /// How many results there are.
    pub of: usize,
    /// Its score.
    pub score: f32,
    /// What each part of the question gave to the score.
    pub parts: Vec<WhyPart>,
    /// What it was given for saying several parts in one statement.
    pub together: f32,
}

/// What a part of a question gave to a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhyPart {
    /// As typed.
    pub typed: String,
    /// How much it gave.
    pub score: f32,
    /// The fields of the evaluation that have it.
    pub fields: Vec<&'static str>,
    /// How many of the record's statements say it.
    pub statements: u32,
}

/// Explains a record's place for words; `None` when the set has no such record.
#[must_use]
pub fn why(dataset: &Dataset, words: &str, id: &str) -> Option<Why> {
    let (unit, explained) = match dataset.find_evaluation(id) {
        Some(ix) => (Unit::Evaluations, Explained::Evaluation(ix.0)),
        None => (Unit::Statements, Explained::Statement(dataset.find_statement(id)?.0)),
    };
    let query = Query { unit, text: words.to_owned(), ..Query::default() };
    let outcome = outcome::run(dataset, &query);
    let at = match explained {
        Explained::Evaluation(ix) => outcome.evaluations.iter().position(|found| found.0 == ix),
        Explained::Statement(ix) => {
            let ranked = outcome.first_statements(dataset, &query, usize::MAX);
            ranked.iter().position(|found| found.0 == ix)
        }
    };
    let explanation = dataset.searcher().ok()?.explain(&parse(words), explained)?;
    let part = |reason: &explorer_core::search::Reason| WhyPart {
        typed: reason.typed.clone(),
        score: reason.part,
        fields: reason.fields.iter().map(|field| field.code()).collect(),
        statements: reason.statements,
    };
    Some(Why {
        id: id.to_owned(),
        rank: at.map(|at| at + 1),
        of: outcome.total(unit),
        score: explanation.score,
        parts: explanation.reasons.iter().map(part).collect(),
        together: explanation.together,
    })
}
