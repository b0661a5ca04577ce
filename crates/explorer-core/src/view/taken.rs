//! What a reader takes away from a view: the records that are on the screen, or behind it.

use super::evaluations;
use super::matrix::statements_in;
use super::said::{asked, said};
use crate::content::Record;
use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::outcome::Outcome;
use crate::query::Unit;
use crate::sorted;
use crate::state::{Opened, State, View};

/// The records of a view, each once: compared ones in the order chosen, others in that of the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What a row of a table is.
    pub unit: Unit,
    /// The evaluations, among them all that the statements are from.
    pub evaluations: Vec<EvaluationIx>,
    /// The statements, those of one evaluation beside each other.
    pub statements: Vec<StatementIx>,
}

/// The records of what is open, compared or kept, or else of the results.
#[must_use]
pub fn taken(dataset: &Dataset, state: &State, outcome: &Outcome) -> Taken {
    let query = state.query();
    if let Some(opened) = state.opened() {
        return of_opened(dataset, state, outcome, opened);
    }
    match state.view() {
        View::Compare => {
            let chosen = compared(dataset, state);
            match query.unit {
                Unit::Evaluations => whole(dataset, chosen, query.unit),
                Unit::Statements => {
                    let said = said(dataset, &asked(query), &chosen);
                    let speaking = chosen.into_iter().zip(&said);
                    let speaking = speaking.filter(|(_, said)| !said.is_empty());
                    let evaluations = speaking.map(|(ix, _)| ix).collect();
                    Taken { unit: query.unit, evaluations, statements: said.concat() }
                }
            }
        }
        View::Reading => {
            let kept = state.list().ids().iter();
            let kept = kept.filter_map(|id| dataset.find_statement(id.as_str())).collect();
            of_statements(dataset, kept)
        }
        View::List | View::Matrix | View::Time | View::Money | View::Places => {
            let listed = evaluations(dataset, query, outcome);
            let statements = outcome.statements.in_set_order().collect();
            match query.unit {
                Unit::Statements => of_statements(dataset, statements),
                Unit::Evaluations => {
                    let statements = inside(dataset, &listed, statements);
                    let evaluations = sorted::each_once(listed);
                    Taken { unit: query.unit, evaluations, statements }
                }
            }
        }
    }
}

/// The evaluations that are compared, in the order chosen.
#[must_use]
pub fn compared(dataset: &Dataset, state: &State) -> Vec<EvaluationIx> {
    let ids = state.compare().ids().iter();
    ids.filter_map(|id| dataset.find_evaluation(id.as_str())).collect()
}

fn of_opened(dataset: &Dataset, state: &State, outcome: &Outcome, opened: &Opened) -> Taken {
    match opened {
        Opened::Evaluation(_) | Opened::Statement(_) => {
            let id = opened.evaluation();
            let found = id.and_then(|id| dataset.find_evaluation(id.as_str()));
            whole(dataset, found.into_iter().collect(), Unit::Statements)
        }
        Opened::Tension(id) => {
            let tension = dataset.tensions().iter().find(|tension| tension.id == *id);
            let sides = || tension.into_iter().flat_map(|tension| &tension.sides);
            let statements = sides().flat_map(|side| &side.statements);
            let statements = statements.filter_map(|id| dataset.find_statement(id.as_str()));
            let mut taken = of_statements(dataset, statements.collect());
            let evaluations = sides().flat_map(|side| &side.evaluations);
            let found = evaluations.filter_map(|id| dataset.find_evaluation(id.as_str()));
            taken.evaluations.extend(found);
            taken.evaluations = sorted::each_once(taken.evaluations);
            taken
        }
        Opened::Cell { row, column } => {
            let (query, axes) = (state.query(), state.matrix());
            let row = row.as_str();
            of_statements(dataset, statements_in(dataset, query, outcome, axes, row, column))
        }
    }
}

/// Evaluations, each given once, with all that they say.
fn whole(dataset: &Dataset, evaluations: Vec<EvaluationIx>, unit: Unit) -> Taken {
    let statements = evaluations.iter().flat_map(|&ix| dataset.statements_of(ix)).collect();
    Taken { unit, evaluations, statements }
}

fn of_statements(dataset: &Dataset, statements: Vec<StatementIx>) -> Taken {
    let statements = sorted::each_once(statements);
    let evaluations = statements.iter().filter_map(|&ix| dataset.evaluation_of(ix)).collect();
    Taken { unit: Unit::Statements, evaluations: sorted::each_once(evaluations), statements }
}

/// Those statements that are from one of the evaluations.
fn inside(
    dataset: &Dataset,
    evaluations: &[EvaluationIx],
    statements: Vec<StatementIx>,
) -> Vec<StatementIx> {
    let numbers = evaluations.iter().map(|ix| ix.0);
    let listed = crate::bits::Bits::of(dataset.evaluation_count(), numbers);
    let is_listed = |ix: &StatementIx| {
        dataset.evaluation_of(*ix).is_some_and(|evaluation| listed.has(evaluation.at()))
    };
    statements.into_iter().filter(is_listed).collect()
}

/// The records themselves, each evaluation with those of its statements that are taken.
#[must_use]
pub fn records(dataset: &Dataset, taken: &Taken) -> Vec<Record> {
    let mut statements = taken.statements.iter().copied().peekable();
    let mut records = Vec::new();
    for &ix in &taken.evaluations {
        let Some(evaluation) = dataset.evaluation(ix) else { continue };
        let mut own = Vec::new();
        let of_this =
            |&statement: &StatementIx| dataset.evaluation_of(statement).is_none_or(|of| of == ix);
        while let Some(statement) = statements.next_if(of_this) {
            own.extend(dataset.statement(statement));
        }
        records.push(Record { evaluation, statements: own });
    }
    records
}

#[cfg(test)]
mod tests {
    use super::{records, taken};
    use crate::address::{Settings, decode};
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::outcome;
    use crate::statement::StatementKind;
    use crate::testing::{content, evaluation, statement};

    fn set() -> Dataset {
        let record = |id: &str, texts: &[&str]| Record {
            evaluation: evaluation(id, id),
            statements: texts
                .iter()
                .zip(1..)
                .map(|(text, n)| statement(id, StatementKind::Lesson, n, text))
                .collect(),
        };
        let records = vec![
            record("a", &["Begin early.", "Begin."]),
            record("b", &["Ask."]),
            record("c", &[]),
        ];
        Dataset::open(pack(&content(records)).unwrap()).unwrap()
    }

    /// The ids of what a link takes away: each evaluation with its statements.
    #[track_caller]
    fn check(link: &str, expected: &[&str]) {
        let dataset = set();
        let state = decode(link, &Settings::default()).state;
        let outcome = outcome::run(&dataset, state.query());
        let found = records(&dataset, &taken(&dataset, &state, &outcome));
        let told: Vec<String> = found
            .iter()
            .map(|record| {
                let own = record.statements.iter().map(|it| it.ordinal.to_string());
                format!("{} {}", record.evaluation.id, own.collect::<Vec<_>>().join(" "))
                    .trim_end()
                    .to_owned()
            })
            .collect();
        assert_eq!(told, expected, "{link}");
    }

    #[test]
    fn the_results_are_taken_with_the_statements_that_match() {
        check("?ee-v=1", &["a 1 2", "b 1", "c"]);
        check("?ee-unit=statements&ee-v=1", &["a 1 2", "b 1"]);
        check("?ee-q=early&ee-unit=statements&ee-v=1", &["a 1"]);
        check("?ee-view=matrix&ee-unit=statements&ee-q=ask&ee-v=1", &["b 1"]);
    }

    #[test]
    fn what_is_open_compared_or_kept_comes_before_the_results() {
        check("?ee-q=ask&ee-open=a&ee-v=1", &["a 1 2"]);
        check("?ee-q=ask&ee-open=a-l1&ee-v=1", &["a 1 2"]);
        check("?ee-view=compare&ee-compare=c.a&ee-v=1", &["c", "a 1 2"]);
        let said = "?ee-unit=statements&ee-view=compare&ee-compare=c.b.a&ee-country=pe";
        check(&format!("{said}&ee-q=ask&ee-v=1"), &["b 1"]);
        check(&format!("{said}&ee-v=1"), &["b 1", "a 1 2"]);
        check("?ee-view=reading&ee-list=b-l1.a-l2.gone-l1&ee-v=1", &["a 2", "b 1"]);
        check("?ee-view=matrix&ee-open=cell.not-stated.b&ee-v=1", &["b 1"]);
        check("?ee-open=tension.unknown&ee-v=1", &[]);
    }
}
