//! What is taken away, in words: lists and comparisons as tables, the reading list as Markdown.

use explorer_core::compare::{Comparison, Group, Row};
use explorer_core::content::Record;
use explorer_core::dataset::Dataset;
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::query::{Query, Unit};
use explorer_core::state::{RowMarks, State, View};
use explorer_core::statement::Statement;
use explorer_core::view::compare::{Section, Shown, sections};
use explorer_core::view::said::SideBySide;
use explorer_core::view::taken::compared;

use crate::comparison::{cell_text, group_name, row_name, row_text};
use crate::number::years;
use crate::said::said_table;
use crate::table::{Column, Table, escaped};
use crate::{Messages, cite, fill};

/// The words of taking away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the name of a field says where its words stand")]
pub struct TakeWords {
    pub what: &'static str,
    pub save: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub bibtex: &'static str,
    pub ris: &'static str,
    pub csl: &'static str,
    pub markdown: &'static str,
    pub table: &'static str,
    pub group: &'static str,
    pub folded: &'static str,
    pub copy_table: &'static str,
    pub copy_markdown: &'static str,
    pub copy_citation: &'static str,
    pub copy_bibtex: &'static str,
    pub copy_ris: &'static str,
    pub copy_csl: &'static str,
    pub print: &'static str,
    pub print_help: &'static str,
    pub saved: &'static str,
    pub save_failed: &'static str,
    pub empty: &'static str,

    pub keep: &'static str,
    pub keep_this: &'static str,
    pub keep_full: &'static str,
    pub reading_empty: &'static str,
    pub reading_size: &'static str,
    pub remove: &'static str,
    pub clear: &'static str,
    pub taken_off: &'static str,
}

/// The name of a facet's value.
pub type Name<'a> = &'a dyn Fn(FacetId, &str) -> String;

/// Records as a table: a row for each evaluation, or for each statement.
#[must_use]
pub fn list_table(
    caption: String,
    records: &[Record],
    unit: Unit,
    name: Name<'_>,
    words: &Messages,
) -> Table {
    let (columns, rows) = match unit {
        Unit::Evaluations => (
            [
                words.pages().see.evaluation,
                words.pages().agency,
                words.pages().timing,
                words.pages().time,
                words.pages().countries,
            ]
            .map(Column::text)
            .to_vec(),
            records.iter().map(|record| evaluation_row(&record.evaluation, name, words)).collect(),
        ),
        Unit::Statements => {
            let row = |record: &Record, statement: &Statement| {
                let mut row = statement_row(statement, name, words);
                row.insert(1, record.evaluation.short_title.clone());
                row
            };
            let mut rows = Vec::new();
            for record in records {
                rows.extend(record.statements.iter().map(|statement| row(record, statement)));
            }
            let heads = [
                words.unit_statements,
                words.pages().see.evaluation,
                words.pages().take.what,
                words.answers().facet_criterion,
                words.answers().facet_theme,
            ];
            (heads.map(Column::text).to_vec(), rows)
        }
    };
    Table { caption, columns, rows }
}

fn evaluation_row(evaluation: &Evaluation, name: Name<'_>, words: &Messages) -> Vec<String> {
    let countries = evaluation.places.iter().filter_map(|place| place.term.as_ref());
    let mut countries: Vec<String> =
        countries.map(|term| name(FacetId::Country, term.as_str())).collect();
    countries.dedup();
    vec![
        evaluation.title.clone(),
        name(FacetId::Agency, evaluation.agency.as_str()),
        words.timing(evaluation.kind.timing).to_owned(),
        years(evaluation.whole_span(), words),
        countries.join(words.list_separator),
    ]
}

fn statement_row(statement: &Statement, name: Name<'_>, words: &Messages) -> Vec<String> {
    let criteria = statement.criteria.iter();
    let criteria: Vec<String> =
        criteria.map(|it| name(FacetId::Criterion, it.term.as_str())).collect();
    let themes = statement.themes.iter();
    let themes: Vec<String> = themes.map(|it| name(FacetId::Theme, it.as_str())).collect();
    vec![
        words.statement_number(statement),
        statement.text.clone(),
        criteria.join(words.list_separator),
        themes.join(words.list_separator),
    ]
}

/// The comparison that a state shows, as a table: of facts or of statements, as the unit is.
/// `None` where it shows none.
#[must_use]
pub fn compared_table(
    caption: String,
    dataset: &Dataset,
    state: &State,
    query: &Query,
    words: &Messages,
) -> Option<Table> {
    let is_shown = state.view() == View::Compare && state.opened().is_none();
    let chosen = if is_shown { compared(dataset, state) } else { Vec::new() };
    (chosen.len() > 1).then(|| match query.unit {
        Unit::Statements => {
            said_table(caption, &SideBySide::of(dataset, query, &chosen), dataset, words)
        }
        Unit::Evaluations => {
            let comparison = Comparison::of(dataset, &chosen);
            let marks = state.rows();
            let text = |row: &Row| row_text(row, dataset, words);
            let shown = sections(&comparison, state.differences_only(), "", &text, marks);
            comparison_table(caption, &comparison, &shown, marks, dataset, words)
        }
    })
}

/// The rows of a comparison that are shown, as a table: the group and the name of each row, then a
/// column for each evaluation.
fn comparison_table(
    caption: String,
    comparison: &Comparison,
    shown: &Shown<'_>,
    marks: &RowMarks,
    dataset: &Dataset,
    words: &Messages,
) -> Table {
    let heads = [words.pages().take.group, words.pages().facts].into_iter();
    let chosen = comparison.evaluations.iter().map(|(_, evaluation)| &*evaluation.short_title);
    let row = |group: Group, row: &Row| {
        let is_folded = marks.is_folded(&row.id.code());
        let cell = |cell| match is_folded {
            true => words.pages().take.folded.to_owned(),
            false => cell_text(&row.id, cell, dataset, words),
        };
        let head = [group_name(group, words).to_owned(), row_name(&row.id, dataset, words)];
        head.into_iter().chain(row.cells.iter().map(cell)).collect()
    };
    let of_section = |section: &Section<'_>| -> Vec<Vec<String>> {
        section.rows.iter().map(|it| row(section.group, it)).collect()
    };
    Table {
        caption,
        columns: heads.chain(chosen).map(Column::text).collect(),
        rows: shown.sections.iter().flat_map(of_section).collect(),
    }
}

/// The reading list in Markdown: each statement as a quotation with its source, then the link.
#[must_use]
pub fn reading_markdown(
    kept: &[(Statement, Evaluation)],
    link: &str,
    name: Name<'_>,
    words: &Messages,
) -> String {
    let mut out = format!("# {}\n", words.view_reading);
    for (statement, evaluation) in kept {
        let agency = name(FacetId::Agency, evaluation.agency.as_str());
        out.push_str(&format!(
            "\n> {}\n>\n> {}. {}\n",
            escaped(&statement.text),
            escaped(&words.statement_number(statement)),
            escaped(&cite::formatted(evaluation, &agency, words)),
        ));
    }
    out.push('\n');
    out.push_str(&fill(words.print_link, &[("link", &format!("<{link}>"))]));
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use explorer_core::content::Record;
    use explorer_core::facet::FacetId;
    use explorer_core::query::Unit;
    use explorer_core::statement::{Basis, Criterion, StatementKind};
    use explorer_core::testing::{evaluation, span, statement};

    use super::{list_table, reading_markdown};
    use crate::EN;

    fn record() -> Record {
        let mut bridges = evaluation("e", "Bridges");
        bridges.kind.as_printed = "Final evaluation".into();
        bridges.projects[0].span = span("2017", "2019");
        let mut lesson = statement("e", StatementKind::Lesson, 1, "Begin *early*.");
        lesson.criteria = vec![Criterion { term: "design".into(), basis: Basis::Printed }];
        Record { evaluation: bridges, statements: vec![lesson] }
    }

    fn name(_: FacetId, value: &str) -> String {
        value.to_uppercase()
    }

    #[test]
    fn a_row_is_what_is_listed() {
        let records = [record()];
        let table = |unit| list_table("x".into(), &records, unit, &name, &EN);
        let statements = table(Unit::Statements);
        assert_eq!(statements.rows, [["Lesson 1", "Bridges", "Begin *early*.", "DESIGN", ""]]);
        let evaluations = table(Unit::Evaluations);
        assert_eq!(evaluations.rows, [["Bridges", "UNODC", "not stated", "2017–2019", ""]]);
        for table in [statements, evaluations] {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        }
    }

    #[test]
    fn the_reading_list_quotes_and_names_its_sources() {
        let Record { evaluation, mut statements } = record();
        let kept = [(statements.remove(0), evaluation)];
        assert_eq!(
            reading_markdown(&kept, "https://example.org/?ee-v=1", &name, &EN),
            "# Reading list\n\n> Begin \\*early\\*.\n>\n> Lesson 1. UNODC (n.d.). Bridges. Final \
             evaluation. UNODC.\n\nThis view: <https://example.org/?ee-v=1>\n"
        );
    }
}
