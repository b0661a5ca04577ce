//! The comparison of statements in words.

use explorer_core::dataset::Dataset;
use explorer_core::facet::FacetId;
use explorer_core::query::Query;
use explorer_core::view::said::{Cell, Common, SideBySide, Topic, asked};

use crate::comparison::statements_text;
use crate::sentence::{Context, Totals, sentence};
use crate::table::{Column, Table};
use crate::{Messages, fill};

/// What stands side by side, in a sentence: `5 statements on gender equality from 2 evaluations,
/// comparing A and B`.
#[must_use]
pub fn said_sentence(
    dataset: &Dataset,
    query: &Query,
    shown: &SideBySide,
    name: &dyn Fn(FacetId, &str) -> String,
    words: &Messages,
) -> String {
    let (statements, evaluations) = shown.totals();
    let totals = Totals { evaluations, statements };
    let (data_date, reading) = (dataset.data_date(), shown.reading.as_ref());
    let context = Context { totals, name, data_date, reading };
    let names: Vec<String> =
        shown.evaluations.iter().map(|(_, record)| record.short_title.clone()).collect();
    let values = [
        ("statements", &*sentence(&asked(query), &context, words)),
        ("list", &words.all_of(&names)),
    ];
    fill(words.pages().comparing, &values)
}

/// The name of a row.
#[must_use]
pub fn common_name(of: Common, words: &Messages) -> &'static str {
    match of {
        Common::Words => words.pages().said_alike,
        Common::Kind(kind) => words.statement(kind).plural,
    }
}

/// A topic to choose: its name, how many statements and of how many evaluations.
#[must_use]
pub fn topic_name(topic: &Topic, name: &str, words: &Messages) -> String {
    let values = [
        ("name", name),
        ("statements", &words.statements.of(topic.statements, words)),
        ("evaluations", &words.evaluations.of(topic.evaluations, words)),
    ];
    fill(words.pages().topic_counted, &values)
}

/// What a cell without statements says.
#[must_use]
pub fn empty_cell(cell: &Cell, words: &Messages) -> Option<&'static str> {
    match cell {
        Cell::Said(_) => None,
        Cell::Above => Some(words.pages().said_above),
        Cell::Silent => Some(words.pages().says_nothing),
    }
}

/// The statements as a table: a column for each evaluation.
#[must_use]
pub fn said_table(
    caption: String,
    shown: &SideBySide,
    dataset: &Dataset,
    words: &Messages,
) -> Table {
    let mut columns = vec![Column::text(words.unit_statements)];
    let chosen = shown.evaluations.iter();
    columns.extend(chosen.map(|(_, record)| Column::text(&*record.short_title)));
    let cell = |cell: &Cell| match empty_cell(cell, words) {
        Some(words) => words.to_owned(),
        None => statements_text(None, cell.statements(), dataset, words),
    };
    let rows = shown.rows.iter().map(|row| {
        let name = common_name(row.of, words).to_owned();
        std::iter::once(name).chain(row.cells.iter().map(cell)).collect()
    });
    Table { caption, columns, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::content::Record;
    use explorer_core::dataset::{Dataset, EvaluationIx};
    use explorer_core::facet::FacetId;
    use explorer_core::query::Query;
    use explorer_core::statement::StatementKind;
    use explorer_core::testing::{content, evaluation, statement};
    use explorer_core::view::said::{SideBySide, topics};

    use super::{said_sentence, said_table, topic_name};
    use crate::EN;

    fn set() -> Dataset {
        let record = |id: &str, texts: &[&str]| Record {
            evaluation: evaluation(id, id),
            statements: texts
                .iter()
                .zip(1..)
                .map(|(text, n)| {
                    let mut lesson = statement(id, StatementKind::Lesson, n, text);
                    lesson.themes = vec!["training".into()];
                    lesson
                })
                .collect(),
        };
        let records = vec![record("a", &["Begin early."]), record("b", &[])];
        Dataset::open(pack(&content(records)).unwrap()).unwrap()
    }

    fn name(_: FacetId, value: &str) -> String {
        value.to_owned()
    }

    #[test]
    fn the_sentence_the_topics_and_the_table_tell_the_same() {
        let dataset = set();
        let chosen: Vec<EvaluationIx> = dataset.evaluations().collect();
        let mut query = Query::default();
        query.picks.toggle(FacetId::Theme, "training");
        query.picks.toggle(FacetId::Country, "pe");
        let shown = SideBySide::of(&dataset, &query, &chosen);
        assert_eq!(
            said_sentence(&dataset, &query, &shown, &name, &EN),
            "1 statement on training from 1 evaluation, comparing a and b"
        );
        let topics = topics(&dataset, &query, &chosen);
        assert_eq!(
            topic_name(&topics[0], "Training", &EN),
            "Training (1 statement from 1 evaluation)"
        );
        let table = said_table("x".into(), &shown, &dataset, &EN);
        assert_eq!(table.rows, [["Lessons", "Lesson 1: Begin early.", EN.pages().says_nothing]]);
        assert_eq!(table.columns.len(), 3);
    }
}
