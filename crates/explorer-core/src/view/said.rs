//! What chosen evaluations say, side by side: statements instead of facts.
//!
//! Which statements is asked with the filters of statements and the words; filters of evaluations
//! do not matter, since the evaluations are chosen by name.

use crate::compare::{alike, disagreements};
use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::evaluation::Evaluation;
use crate::facet::FacetId;
use crate::facet::picks::Picks;
use crate::outcome::{self, Outcome, Reading};
use crate::query::{Query, Unit};
use crate::sorted;
use crate::state::Action;
use crate::statement::{Statement, StatementKind};

/// Statements of chosen evaluations, a column each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// The evaluations, in the order chosen.
    pub evaluations: Vec<(EvaluationIx, Evaluation)>,
    /// Their disagreements in which a statement shown here takes a side, by their places in
    /// [`Dataset::tensions`].
    pub tensions: Vec<usize>,
    /// Statements that say nearly the same first, then the others by kind.
    pub rows: Vec<Row>,
    /// What was made of the words.
    pub reading: Option<Reading>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What its statements have in common.
    pub of: Common,
    /// One cell for each evaluation.
    pub cells: Vec<Cell>,
}

/// What the statements of a row have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Common {
    /// They share so many words that they may say the same.
    Words,
    /// Their kind.
    Kind(StatementKind),
}

/// What an evaluation says in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// At least one statement.
    Said(Vec<StatementIx>),
    /// Nothing more than what stands in rows above.
    Above,
    /// Nothing in this row.
    Silent,
}

/// A theme or criterion on which the chosen say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Whether it is a theme or a criterion.
    pub facet: FacetId,
    /// Which one.
    pub term: Box<str>,
    /// How many of the evaluations speak to it.
    pub evaluations: usize,
    /// How many statements do.
    pub statements: usize,
}

impl SideBySide {
    /// What the chosen say of what is asked, in the order chosen.
    #[must_use]
    pub fn of(dataset: &Dataset, query: &Query, chosen: &[EvaluationIx]) -> Self {
        let found = outcome::run(dataset, &asked(query));
        let said = said_by(dataset, &found, chosen);
        let known = chosen.iter().filter_map(|&ix| Some((ix, dataset.evaluation(ix)?)));
        let evaluations: Vec<(EvaluationIx, Evaluation)> = known.collect();
        Self {
            tensions: tensions(dataset, &evaluations, &said),
            rows: rows(dataset, &said),
            evaluations,
            reading: found.reading,
        }
    }

    /// How many statements stand here, and from how many of the evaluations.
    #[must_use]
    pub fn totals(&self) -> (usize, usize) {
        let number = |column: usize| -> usize {
            let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
            cells.map(|cell| cell.statements().len()).sum()
        };
        let numbers: Vec<usize> = (0..self.evaluations.len()).map(number).collect();
        (numbers.iter().sum(), numbers.iter().filter(|&&number| number > 0).count())
    }
}

impl Cell {
    /// The statements, if there are any.
    #[must_use]
    pub fn statements(&self) -> &[StatementIx] {
        match self {
            Self::Said(statements) => statements,
            Self::Above | Self::Silent => &[],
        }
    }
}

/// The question without what it asks of evaluations.
#[must_use]
pub fn asked(query: &Query) -> Query {
    let mut picks = Picks::default();
    for (facet, own) in query.picks.iter().filter(|(facet, _)| facet.is_of_statements()) {
        own.included.iter().for_each(|value| picks.toggle(facet, value));
        own.excluded.iter().for_each(|value| picks.toggle_excluded(facet, value));
    }
    Query { unit: Unit::Statements, text: query.text.clone(), picks, ..Query::default() }
}

/// The statements of each of the chosen that match, in their order.
#[must_use]
pub fn said(dataset: &Dataset, asked: &Query, chosen: &[EvaluationIx]) -> Vec<Vec<StatementIx>> {
    said_by(dataset, &outcome::run(dataset, asked), chosen)
}

fn said_by(dataset: &Dataset, found: &Outcome, chosen: &[EvaluationIx]) -> Vec<Vec<StatementIx>> {
    let is_found = |&statement: &StatementIx| found.statements.contains(statement);
    let own = |&ix: &EvaluationIx| dataset.statements_of(ix).filter(is_found).collect();
    chosen.iter().map(own).collect()
}

/// The criteria and then the themes on which the chosen speak, whichever is asked for now; of each,
/// those to which most of them speak first.
#[must_use]
pub fn topics(dataset: &Dataset, query: &Query, chosen: &[EvaluationIx]) -> Vec<Topic> {
    let mut asked = asked(query);
    asked.picks.clear(FacetId::Criterion);
    asked.picks.clear(FacetId::Theme);
    let mut topics: Vec<Topic> = Vec::new();
    for column in said(dataset, &asked, chosen) {
        let mut seen: Vec<(FacetId, Box<str>)> = Vec::new();
        let statements = column.into_iter().filter_map(|ix| dataset.statement(ix));
        for (facet, term) in statements.flat_map(|statement| terms(&statement)) {
            let place = topics.iter().position(|it| it.facet == facet && it.term == term);
            if place.is_none() {
                topics.push(Topic { facet, term: term.clone(), evaluations: 0, statements: 0 });
            }
            let place = place.unwrap_or(topics.len().saturating_sub(1));
            let key = (facet, term);
            if let Some(topic) = topics.get_mut(place) {
                topic.statements += 1;
                topic.evaluations += usize::from(!seen.contains(&key));
            }
            seen.push(key);
        }
    }
    let weight = |topic: &Topic| (topic.facet, topic.evaluations, topic.statements);
    sorted::by(&mut topics, |a, b| weight(b).cmp(&weight(a)));
    topics
}

/// The act that asks for one topic, or with none for all.
#[must_use]
pub fn choose(topic: Option<&Topic>) -> Action {
    let clear = [Action::Clear(FacetId::Criterion), Action::Clear(FacetId::Theme)];
    let toggle = topic.map(|topic| Action::Toggle(topic.facet, topic.term.clone()));
    Action::Do(clear.into_iter().chain(toggle).collect())
}

/// The criteria and themes of a statement, each once.
fn terms(statement: &Statement) -> Vec<(FacetId, Box<str>)> {
    let criteria =
        statement.criteria.iter().map(|it| (FacetId::Criterion, it.term.as_str().into()));
    let themes = statement.themes.iter().map(|it| (FacetId::Theme, it.as_str().into()));
    sorted::each_once(criteria.chain(themes).collect())
}

fn tensions(
    dataset: &Dataset,
    chosen: &[(EvaluationIx, Evaluation)],
    said: &[Vec<StatementIx>],
) -> Vec<usize> {
    let records: Vec<Evaluation> = chosen.iter().map(|(_, record)| record.clone()).collect();
    let is_shown = |place: &usize| {
        let sides = dataset.tensions().get(*place).into_iter().flat_map(|it| &it.sides);
        let mut statements = sides.flat_map(|side| &side.statements);
        statements.any(|id| {
            let ix = dataset.find_statement(id.as_str());
            ix.is_some_and(|ix| said.iter().any(|column| column.contains(&ix)))
        })
    };
    let found = disagreements(dataset.tensions(), &records).into_iter();
    found.filter(|it| it.between).map(|it| it.tension).filter(is_shown).collect()
}

fn rows(dataset: &Dataset, said: &[Vec<StatementIx>]) -> Vec<Row> {
    let all = said.iter().flatten().filter_map(|&ix| Some((ix, dataset.statement(ix)?)));
    let known: Vec<(StatementIx, Statement)> = all.collect();
    let words: Vec<(StatementIx, alike::WordSet)> =
        known.iter().map(|(ix, statement)| (*ix, alike::words(&statement.text))).collect();
    let words_of =
        |ix| words.iter().find(|(other, _)| *other == ix).map(|(_, words): &(_, _)| words);
    let groups = alike::groups(said, &words_of);
    let kind_of =
        |ix: StatementIx| known.iter().find(|(other, _)| *other == ix).map(|(_, it)| it.kind);
    let stands_above = |ix: StatementIx| groups.iter().flatten().any(|(_, other)| *other == ix);
    let alike = groups.iter().map(|group| {
        let cell = |column: usize| {
            let own = group.iter().filter(|(other, _)| *other == column).map(|(_, ix)| *ix);
            filled(own.collect(), Cell::Silent)
        };
        Row { of: Common::Words, cells: (0..said.len()).map(cell).collect() }
    });
    let by_kind = StatementKind::ALL.iter().map(|&kind| {
        let cell = |column: &Vec<StatementIx>| {
            let of_kind = column.iter().copied().filter(|&ix| kind_of(ix) == Some(kind));
            let (above, own): (Vec<_>, Vec<_>) = of_kind.partition(|&ix| stands_above(ix));
            filled(own, if above.is_empty() { Cell::Silent } else { Cell::Above })
        };
        Row { of: Common::Kind(kind), cells: said.iter().map(cell).collect() }
    });
    let is_filled = |row: &Row| row.cells.iter().any(|cell| !cell.statements().is_empty());
    alike.chain(by_kind).filter(is_filled).collect()
}

fn filled(statements: Vec<StatementIx>, or: Cell) -> Cell {
    if statements.is_empty() { or } else { Cell::Said(statements) }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Common, SideBySide, choose, topics};
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::{Dataset, EvaluationIx};
    use crate::facet::FacetId;
    use crate::query::Query;
    use crate::state::State;
    use crate::statement::{Statement, StatementKind};
    use crate::testing::{content, evaluation, statement};

    const ALIKE: [&str; 2] = [
        "Training trainers keeps knowledge when staff leave.",
        "Trained trainers keep the knowledge where staff have left.",
    ];

    fn on(theme: &str, mut it: Statement) -> Statement {
        it.themes = vec![theme.into()];
        it
    }

    /// Two evaluations: both on training, one on gender.
    fn set() -> Dataset {
        let lesson = |id: &str, n, text: &str| statement(id, StatementKind::Lesson, n, text);
        let asks = |id: &str, text: &str| statement(id, StatementKind::Recommendation, 1, text);
        let first = vec![
            on("training", lesson("a", 1, ALIKE[0])),
            on("training", lesson("a", 2, "Plan for the costs.")),
            on("gender", asks("a", "Ask women what they need.")),
        ];
        let second = vec![
            on("training", lesson("b", 1, ALIKE[1])),
            on("training", asks("b", "Pay the trainers.")),
        ];
        let record = |id: &str, statements| Record { evaluation: evaluation(id, id), statements };
        let records = vec![record("a", first), record("b", second)];
        Dataset::open(pack(&content(records)).unwrap()).unwrap()
    }

    fn chosen(dataset: &Dataset) -> Vec<EvaluationIx> {
        dataset.evaluations().collect()
    }

    /// Each row as its name and the numbers of statements in its cells.
    fn told(query: &Query) -> Vec<String> {
        let dataset = set();
        let shown = SideBySide::of(&dataset, query, &chosen(&dataset));
        let cell = |cell: &Cell| match cell {
            Cell::Said(said) => said.len().to_string(),
            Cell::Above => "above".into(),
            Cell::Silent => "silent".into(),
        };
        let row = |row: &super::Row| {
            let name = match row.of {
                Common::Words => "alike",
                Common::Kind(kind) => kind.code(),
            };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            format!("{name}: {}", cells.join(" "))
        };
        shown.rows.iter().map(row).collect()
    }

    #[test]
    fn what_sounds_alike_stands_beside_each_other_and_the_rest_by_kind() {
        assert_eq!(
            told(&Query::default()),
            ["alike: 1 1", "lesson: 1 above", "recommendation: 1 1"]
        );
    }

    #[test]
    fn only_what_is_asked_of_statements_matters() {
        let mut query = Query::default();
        query.picks.toggle(FacetId::Theme, "gender");
        query.picks.toggle(FacetId::Country, "nowhere");
        assert_eq!(told(&query), ["recommendation: 1 silent"]);
        let dataset = set();
        assert_eq!(SideBySide::of(&dataset, &query, &chosen(&dataset)).totals(), (1, 1));
    }

    #[test]
    fn a_cell_is_silent_in_its_own_row_alone() {
        let mut query = Query::default();
        query.picks.toggle(FacetId::Theme, "training");
        assert_eq!(told(&query), ["alike: 1 1", "lesson: 1 above", "recommendation: silent 1"]);
    }

    #[test]
    fn a_topic_says_how_many_speak_to_it_and_choosing_one_replaces_the_other() {
        let dataset = set();
        let mut query = Query::default();
        query.picks.toggle(FacetId::Theme, "gender");
        let found = topics(&dataset, &query, &chosen(&dataset));
        let told: Vec<_> =
            found.iter().map(|it| (&*it.term, it.evaluations, it.statements)).collect();
        assert_eq!(told, [("training", 2, 4), ("gender", 1, 1)]);
        let state = State::default().after(choose(found.last())).after(choose(found.first()));
        let picks = state.query().picks.of(FacetId::Theme).unwrap();
        assert_eq!(picks.included, ["training".into()]);
        assert!(state.after(choose(None)).query().picks.is_empty());
    }
}
