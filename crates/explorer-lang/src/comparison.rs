//! A comparison in words: names of rows and groups, cells as lines, and what is shared.

mod shared;

pub use shared::shared_lines;

use explorer_core::compare::{Cell, Fact, Group, Row, RowId, Topic};
use explorer_core::dataset::{Dataset, StatementIx};
use explorer_core::evaluation::Timing;
use explorer_core::evaluation::{ReportLink, ReportTarget, Scope};
use explorer_core::facet::NOT_STATED;
use explorer_core::id::TermId;
use explorer_core::money::{BudgetScope, Currency, Exactness, Total};
use explorer_core::share::is_of_the_web;
use explorer_core::vocabulary::Terms;

use crate::facts::Line;
use crate::number::{amount, budget, date, span};
use crate::{Messages, fill};

/// The name of a group of rows.
#[must_use]
pub fn group_name(group: Group, words: &Messages) -> &'static str {
    match group {
        Group::Basics => words.pages().group_basics,
        Group::Money => words.pages().group_money,
        Group::Time => words.pages().group_time,
        Group::Places => words.pages().group_places,
        Group::Method => words.pages().group_method,
        Group::Criteria => words.pages().group_criteria,
        Group::Lessons => words.pages().group_lessons,
        Group::GoodPractices => words.pages().group_good_practices,
        Group::Recommendations => words.pages().group_recommendations,
    }
}

/// The name of a row.
#[must_use]
pub fn row_name(row: &RowId, dataset: &Dataset, words: &Messages) -> String {
    match row {
        RowId::Fact(fact) => fact_name(*fact, words).to_owned(),
        RowId::Topic(topic, term) if term.as_str() == NOT_STATED => match topic {
            Topic::Criterion => words.pages().no_criterion.to_owned(),
            _ => words.pages().no_theme.to_owned(),
        },
        RowId::Topic(topic, term) => {
            let vocabulary = dataset.vocabulary();
            let terms = match topic {
                Topic::Criterion => &vocabulary.criteria,
                _ => &vocabulary.themes,
            };
            label(terms, term, words)
        }
    }
}

fn fact_name(fact: Fact, words: &Messages) -> &'static str {
    match fact {
        Fact::Agency => words.pages().agency,
        Fact::Unit => words.pages().unit,
        Fact::DocumentType => words.pages().document_type,
        Fact::Kind => words.pages().kind_printed,
        Fact::Timing => words.pages().timing,
        Fact::Scope => words.pages().scope,
        Fact::Depth => words.pages().depth,
        Fact::Independence => words.pages().independence,
        Fact::Published => words.pages().published,
        Fact::Conducted => words.pages().conducted,
        Fact::Report => words.pages().report,
        Fact::Projects => words.pages().projects,
        Fact::Codes => words.pages().codes,
        Fact::Team => words.pages().team,
        Fact::Manager => words.pages().manager,
        Fact::Supervisor => words.pages().supervisor,
        Fact::Institutions => words.pages().institutions,
        Fact::Budget => words.pages().budget_total,
        Fact::Amounts => words.pages().budget_amounts,
        Fact::Donors => words.pages().donors,
        Fact::ProjectTime => words.pages().project_time,
        Fact::PeriodEvaluated => words.pages().period_evaluated,
        Fact::Countries => words.pages().countries,
        Fact::Regions => words.pages().regions,
        Fact::CountryCount => words.pages().country_count,
        Fact::Reach => words.pages().reach,
        Fact::Approaches => words.pages().approaches,
        Fact::DataSources => words.pages().data_sources,
        Fact::Tools => words.pages().tools,
        Fact::Standards => words.pages().standards,
        Fact::Sampling => words.pages().sampling,
        Fact::Sample => words.pages().sample,
        Fact::FieldMissions => words.pages().field_missions,
    }
}

/// The lines of a cell of a fact's row; none for cells of statements.
#[must_use]
pub fn cell_lines(row: &RowId, cell: &Cell, dataset: &Dataset, words: &Messages) -> Vec<Line> {
    let text = |text: String| vec![Line::Text(text)];
    match cell {
        Cell::Text(one) => text(one.clone()),
        Cell::Texts(many) => many.iter().cloned().map(Line::Text).collect(),
        Cell::Code(code) => text(code_name(row, code, words)),
        Cell::Terms(terms) => {
            let names: Vec<String> =
                terms.iter().map(|term| term_name(row, term, dataset, words)).collect();
            text(names.join(words.list_separator))
        }
        Cell::Date(printed) => text(date(printed.value, words)),
        Cell::Span(printed) => text(span(printed.value, words)),
        Cell::Spans(spans) => spans.iter().map(|it| Line::Text(span(*it, words))).collect(),
        Cell::Totals(totals) => {
            totals.iter().flat_map(|(currency, it)| total_lines(currency, *it, words)).collect()
        }
        Cell::Amounts(amounts) => {
            let line =
                |it| Line::Text(format!("{} – {}", budget(it, words), scope(it.scope, words)));
            amounts.iter().map(line).collect()
        }
        Cell::Count(number) => {
            text(words.pages().countries_printed.of(usize::from(*number), words))
        }
        Cell::Reach(figures) => figures.iter().map(|it| Line::Text(words.reached(it))).collect(),
        Cell::Sample(sample) => {
            let total = usize::try_from(sample.total).unwrap_or(usize::MAX);
            text(words.sampled(sample.unit).of(total, words))
        }
        Cell::Link(link) => vec![words.report_link(link)],
        Cell::Statements(_) => Vec::new(),
        Cell::NotStated => vec![Line::Unstated(words.not_stated)],
        Cell::None => vec![Line::Unstated(match row {
            RowId::Fact(_) => words.pages().global_scope,
            RowId::Topic(..) => words.pages().says_nothing,
        })],
    }
}

/// What a cell says as one text: its statements with their numbers, or its lines.
#[must_use]
pub fn cell_text(row: &RowId, cell: &Cell, dataset: &Dataset, words: &Messages) -> String {
    if let Cell::Statements(statements) = cell {
        return statements_text(Some(row), statements, dataset, words);
    }
    let lines = cell_lines(row, cell, dataset, words).into_iter().map(|line| match line {
        Line::Text(text) | Line::AsPrinted(text) => text,
        Line::Unstated(text) => text.to_owned(),
        Line::Link { url, .. } => url,
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// What a row says, to be searched: its name and its cells.
#[must_use]
pub fn row_text(row: &Row, dataset: &Dataset, words: &Messages) -> String {
    let name = row_name(&row.id, dataset, words);
    let cells = row.cells.iter().map(|cell| cell_text(&row.id, cell, dataset, words));
    std::iter::once(name).chain(cells).collect::<Vec<_>>().join("\n")
}

/// What is said where no row is shown: that none has the words that are wanted, or that none
/// differs.
#[must_use]
pub fn no_rows(wanted: &str, differences_only: bool, words: &Messages) -> String {
    let template = match (wanted.trim(), differences_only) {
        ("", _) => words.pages().nothing_differs,
        (_, true) => words.pages().no_row_that_differs,
        (_, false) => words.pages().no_row,
    };
    fill(template, &[("words", wanted.trim())])
}

/// Statements with their numbers as one text. In the row of a criterion those are marked that
/// stand there by our reading.
#[must_use]
pub fn statements_text(
    row: Option<&RowId>,
    statements: &[StatementIx],
    dataset: &Dataset,
    words: &Messages,
) -> String {
    let said = statements.iter().filter_map(|&ix| dataset.statement(ix)).map(|statement| {
        let number = words.statement_number(&statement);
        match row.is_some_and(|row| row.is_inferred_of(&statement)) {
            true => format!("{number} ({}): {}", words.answers().inferred_basis, statement.text),
            false => format!("{number}: {}", statement.text),
        }
    });
    said.collect::<Vec<_>>().join(" ")
}

fn total_lines(currency: &Currency, total: Total, words: &Messages) -> Vec<Line> {
    let mut notes = Vec::new();
    if total.derived {
        notes.push(words.pages().derived);
    }
    if total.exactness == Exactness::Rounded {
        notes.push(words.rounded);
    }
    if total.combined {
        notes.push(words.pages().budget_combined);
    }
    let mut lines = vec![Line::Text(amount(total.cents, currency, words))];
    if !notes.is_empty() {
        lines.push(Line::AsPrinted(notes.join(words.list_separator)));
    }
    lines
}

fn scope(scope: BudgetScope, words: &Messages) -> &'static str {
    match scope {
        BudgetScope::Project => words.pages().budget_project,
        BudgetScope::Phase => words.pages().budget_one_phase,
        BudgetScope::Combined => words.pages().budget_combined,
    }
}

fn code_name(row: &RowId, code: &str, words: &Messages) -> String {
    let name = match row {
        RowId::Fact(Fact::Timing) => Timing::from_code(code).map(|it| words.timing(it)),
        RowId::Fact(Fact::Scope) => Scope::from_code(code).map(|it| words.scope(it)),
        RowId::Fact(Fact::Depth) => Some(words.pages().depth_in_depth),
        RowId::Fact(Fact::Independence) => Some(words.pages().independent),
        _ => None,
    };
    name.unwrap_or(code).to_owned()
}

fn term_name(row: &RowId, term: &TermId, dataset: &Dataset, words: &Messages) -> String {
    let vocabulary = dataset.vocabulary();
    let terms = match row {
        RowId::Fact(Fact::Agency) => &vocabulary.agencies,
        RowId::Fact(Fact::Donors) => &vocabulary.organisations,
        _ => &vocabulary.places,
    };
    label(terms, term, words)
}

fn label(terms: &Terms, term: &TermId, words: &Messages) -> String {
    terms.get(term).map_or_else(|| term.to_string(), |it| it.label(words.tag).to_owned())
}

impl Messages {
    /// The link to a report, with what a reader should know before following it. Sets that nobody
    /// checked may have anything in its place; what is no address of the web is shown as text.
    #[must_use]
    pub fn report_link(&self, report: &ReportLink) -> Line {
        let url = report.url.clone();
        if !is_of_the_web(&url) {
            return Line::AsPrinted(url);
        }
        let (text, warning) = match report.target {
            ReportTarget::Report => (self.pages().report_opens_report, None),
            ReportTarget::ListPage => {
                (self.pages().report_opens_list, Some(self.pages().report_list_warning))
            }
            ReportTarget::ShortLink => {
                (self.pages().report_opens_short, Some(self.pages().report_short_warning))
            }
        };
        Line::Link { url, text, warning }
    }
}

#[cfg(test)]
mod tests {
    use explorer_core::evaluation::{ReportLink, ReportTarget};

    use crate::EN;
    use crate::facts::Line;

    fn line(url: &str) -> Line {
        let (url, target) = (url.to_owned(), ReportTarget::Report);
        EN.report_link(&ReportLink { url, target, listing_year: None, language: None })
    }

    #[test]
    fn only_an_address_of_the_web_becomes_a_link() {
        let link = line("https://example.org/report.pdf");
        assert!(matches!(link, Line::Link { url, .. } if url == "https://example.org/report.pdf"));
        assert_eq!(line("javascript:alert(1)"), Line::AsPrinted("javascript:alert(1)".to_owned()));
    }
}
