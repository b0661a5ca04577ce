//! Money in words.

use explorer_core::facet::FacetId;
use explorer_core::id::TermId;
use explorer_core::view::money::{Amount, Line, Money, Paid, Piece, Purpose};

use super::timeline::project_name;
use crate::number::budget;
use crate::table::{Column, Table};
use crate::{Messages, fill};

/// How many of those who paid with a donor are named.
const NAMED: usize = 3;

/// What an amount is for: a project, or all of an evaluation's together.
#[must_use]
pub fn purpose_name<'a>(line: &'a Line, purpose: Purpose, words: &'a Messages) -> &'a str {
    match purpose {
        Purpose::Project(at) => line.record.projects.get(at).map_or("", project_name),
        Purpose::Together => words.pages().see.together,
    }
}

/// What was paid for, away from its evaluation: the evaluation alone where it has one project.
#[must_use]
pub fn paid_name(line: &Line, purpose: Purpose, words: &Messages) -> String {
    let title = &line.record.short_title;
    match purpose {
        Purpose::Project(_) if line.record.projects.len() == 1 => title.clone(),
        _ => format!("{title}{}{}", words.list_separator, purpose_name(line, purpose, words)),
    }
}

/// A piece: `USD 3,120,000, phase 1, as of 2019`.
#[must_use]
pub fn piece_words(piece: &Piece, words: &Messages) -> String {
    let mut text = budget(&piece.budget, words);
    if let Some(phase) = piece.phase {
        text.push_str(words.list_separator);
        text.push_str(&fill(words.pages().budget_phase, &[("n", &phase.to_string())]));
    }
    if let Some(when) = &piece.budget.as_of {
        text.push_str(words.list_separator);
        text.push_str(&fill(words.pages().as_of, &[("when", when)]));
    }
    text
}

/// What is said of an amount, a line for each piece.
#[must_use]
pub fn amount_words(amount: &Amount, words: &Messages) -> Vec<String> {
    match amount {
        Amount::Stated(pieces, is_partial) => {
            let mut lines: Vec<String> =
                pieces.iter().map(|piece| piece_words(piece, words)).collect();
            lines.extend(is_partial.then(|| words.pages().see.other_phases_unstated.to_owned()));
            lines
        }
        Amount::OtherCurrency => vec![words.pages().see.other_currency_only.to_owned()],
        Amount::OnlyTogether => vec![words.pages().see.only_together.to_owned()],
        Amount::NotStated => vec![words.not_stated.to_owned()],
    }
}

/// Who paid, in one line; that nobody is stated where nobody is.
#[must_use]
pub fn donor_names(
    donors: &[TermId],
    name: &dyn Fn(FacetId, &str) -> String,
    words: &Messages,
) -> String {
    if donors.is_empty() {
        return words.not_stated.to_owned();
    }
    let names: Vec<String> = donors.iter().map(|id| name(FacetId::Donor, id.as_str())).collect();
    words.all_of(&names)
}

/// What is said of what a donor paid: how much, and with whom, the first few by name.
#[must_use]
pub fn paid_words(
    paid: &Paid,
    name: &dyn Fn(FacetId, &str) -> String,
    words: &Messages,
) -> Vec<String> {
    let mut lines = amount_words(&paid.amount, words);
    let others: Vec<String> =
        paid.with.iter().map(|id| name(FacetId::Donor, id.as_str())).collect();
    let together = words.pages().see.together_with;
    let others = words.some_of(&others, NAMED);
    lines.extend(others.map(|list| fill(together, &[("list", &list)])));
    lines
}

/// A row of the table of money: the evaluation, by its place in the lines, and who paid.
pub struct MoneyRow {
    /// The place of the line.
    pub line: usize,
    /// The donors.
    pub payers: Vec<TermId>,
    what: String,
    amount: String,
}

/// The rows of the table of money: one for each amount and for each purpose without one.
#[must_use]
pub fn money_rows(money: &Money, words: &Messages) -> Vec<MoneyRow> {
    let mut rows = Vec::new();
    for (at, line) in money.evaluations.iter().enumerate() {
        for bar in &line.bars {
            let what = purpose_name(line, bar.purpose, words);
            let row = |amount: String, phase: Option<u8>| {
                let payers = line.payers(bar.purpose, phase);
                MoneyRow { line: at, payers, what: what.to_owned(), amount }
            };
            match &bar.amount {
                Amount::Stated(pieces, _) => rows
                    .extend(pieces.iter().map(|piece| row(piece_words(piece, words), piece.phase))),
                unstated => rows.push(row(amount_words(unstated, words).join("; "), None)),
            }
        }
    }
    rows
}

/// The money as a table, see [`money_rows`].
#[must_use]
pub fn money_table(
    money: &Money,
    name: &dyn Fn(FacetId, &str) -> String,
    words: &Messages,
) -> Table {
    let see = &words.pages().see;
    let currency = money.currency.as_ref().map_or("", |currency| currency.code());
    let row = |row: MoneyRow| {
        let title = money.evaluations.get(row.line).map(|line| line.record.short_title.clone());
        let donors = donor_names(&row.payers, name, words);
        vec![title.unwrap_or_default(), row.what, row.amount, donors]
    };
    Table {
        caption: fill(see.money_caption, &[("currency", currency)]),
        columns: vec![
            Column::text(see.evaluation),
            Column::text(see.what_for),
            Column::text(see.amount),
            Column::text(see.paid_by),
        ],
        rows: money_rows(money, words).into_iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::content::Record;
    use explorer_core::dataset::Dataset;
    use explorer_core::facet::FacetId;
    use explorer_core::money::{BudgetScope, Exactness};
    use explorer_core::query::Query;
    use explorer_core::testing::{budget, content, donor, evaluation, phase, project};
    use explorer_core::view::money::money;

    use super::{Amount, Paid, Purpose, money_table, paid_words};
    use crate::EN;

    #[test]
    fn what_a_donor_paid_with_others_says_so() {
        let with = ["us", "de", "fr", "pe"].map(Into::into).to_vec();
        let amount = Amount::NotStated;
        let paid = Paid { line: 0, purpose: Purpose::Together, amount, with };
        let name = |_: FacetId, value: &str| value.to_uppercase();
        assert_eq!(
            paid_words(&paid, &name, &EN),
            ["not stated", "together with US, DE, FR and 1 more: not divided"]
        );
    }

    #[test]
    fn the_table_says_who_paid_what_and_what_is_not_stated() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.projects[0].code = Some("B1".into());
        bridges.projects[0].phases = vec![phase(1), phase(2)];
        let mut amount = budget(BudgetScope::Phase, 3_000, "USD");
        amount.exactness = Exactness::Rounded;
        bridges.projects[0].phases[0].budgets = vec![amount];
        bridges.projects[0].donors = vec![donor("us"), donor("ca")];
        bridges.projects.push(project("Roads"));
        let record = Record { evaluation: bridges, statements: Vec::new() };
        let dataset = Dataset::open(pack(&content(vec![record])).unwrap()).unwrap();
        let all: Vec<_> = dataset.evaluations().collect();
        let money = money(&dataset, &Query::default(), &all, 9);
        let name = |_: FacetId, value: &str| value.to_uppercase();
        assert_eq!(
            money_table(&money, &name, &EN).rows,
            [
                ["Bridges", "B1", "USD\u{a0}3,000 (rounded), phase 1", "CA and US"],
                ["Bridges", "Roads", "not stated", "not stated"],
            ]
        );
    }
}
