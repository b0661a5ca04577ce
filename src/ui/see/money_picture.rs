//! Money as bars.

use explorer_core::facet::FacetId;
use explorer_core::id::TermId;
use explorer_core::query::BudgetRange;
use explorer_core::state::Action;
use explorer_core::view::evaluations;
use explorer_core::view::money::{
    Amount, DonorGroup, Line, Money, Paid, Piece, Purpose, length, money,
};
use explorer_lang::fill;
use explorer_lang::see::{
    amount_words, money_rows, money_table, paid_name, paid_words, purpose_name,
};
use explorer_lang::table::Table;

use super::data_table::{Spot, data_table};
use super::parts::{
    evaluation_heading, evaluation_link, filter_button, more_evaluations, percent, press_button,
    signs_key,
};
use crate::el::{El, el};
use crate::store::Explorer;
use crate::ui::parts::{heading, span};

/// The money of the results, or the same as a table.
pub fn money_picture(explorer: Explorer, is_table: bool) -> El {
    let (money, all) = laid_out(explorer);
    let body = if money.currency.is_none() {
        el("p").words(explorer.words.pages().see.no_money)
    } else if is_table {
        written(explorer, &money)
    } else {
        drawn(explorer, &money)
    };
    el("div")
        .maybe(other_currencies(explorer, &money))
        .child(body)
        .maybe(more_evaluations(explorer, all))
}

/// The money of the results in words.
pub fn table(explorer: Explorer) -> Table {
    told(explorer, &laid_out(explorer).0)
}

fn told(explorer: Explorer, money: &Money) -> Table {
    money_table(money, &|facet, value| explorer.name(facet, value), explorer.words)
}

/// The table of words, with links to the evaluations and donors that filter.
fn written(explorer: Explorer, money: &Money) -> El {
    let rows = money_rows(money, explorer.words);
    data_table(&told(explorer, money), &|spot, text| match spot {
        Spot::Cell(row, 0) => {
            let line = money.evaluations.get(rows.get(row)?.line)?;
            Some(evaluation_link(explorer, &format!("money-row-{row}"), &line.record, text))
        }
        Spot::Cell(row, PAYERS) => {
            let donor = |donor: &TermId| donor_button(explorer, &format!("paid-{row}"), donor);
            let donors: Vec<El> = rows.get(row)?.payers.iter().map(donor).collect();
            (!donors.is_empty()).then(|| el("ul").class("donor-names").all(donors))
        }
        _ => None,
    })
}

/// The column of the table that says who paid.
const PAYERS: usize = 3;

/// The money, and how many evaluations there are, shown or not.
fn laid_out(explorer: Explorer) -> (Money, usize) {
    let (dataset, outcome) = (explorer.dataset(), explorer.answer());
    let shown = explorer.read(|state| state.shown(explorer.layout.page_size)) as usize;
    explorer.query(|query| {
        let all = evaluations(&dataset, query, &outcome);
        (money(&dataset, query, &all, shown), all.len())
    })
}

/// Filters by another currency. Amounts of two currencies never stand in one picture.
fn other_currencies(explorer: Explorer, money: &Money) -> Option<El> {
    let words = explorer.words;
    let choices = money.others.iter().map(|currency| {
        let range = BudgetRange { currency: currency.clone(), from: None, to: None };
        let id = format!("money-{}", currency.code().to_ascii_lowercase());
        let label = fill(words.pages().see.in_currency, &[("currency", currency.code())]);
        press_button(explorer, id, "button", Action::SetBudget(Some(range)))
            .attr("aria-label", label)
            .words(currency.code())
    });
    (!money.others.is_empty()).then(|| {
        el("p").class("picture-menus no-print").child(span(words.pages().see.also_in)).all(choices)
    })
}

fn drawn(explorer: Explorer, money: &Money) -> El {
    let see = &explorer.words.pages().see;
    let signs = [
        ("money-piece", see.key_stated),
        ("money-piece together", see.key_together),
        ("money-none", see.key_unstated),
    ];
    let level = explorer.layout.heading_level + 1;
    let projects = money.evaluations.iter().map(|line| evaluation(explorer, money, line));
    let donors = money.donors.iter().map(|group| donor_group(explorer, money, group));
    el("div")
        .class("bars")
        .child(el("p").class("secondary").words(see.money_help))
        .child(signs_key(explorer, &signs))
        .child(heading(level, "picture-part", span(see.by_project)))
        .child(el("ol").class("bar-groups").all(projects))
        .child(heading(level, "picture-part", span(see.by_donor)))
        .child(el("p").class("secondary").words(see.by_donor_help))
        .child(el("ol").class("bar-groups").all(donors))
}

fn evaluation(explorer: Explorer, money: &Money, line: &Line) -> El {
    let words = explorer.words;
    let bars = line.bars.iter().map(|bar| {
        let name = purpose_name(line, bar.purpose, words);
        let is_together = bar.purpose == Purpose::Together;
        row(name, &amount_words(&bar.amount, words), &bar.amount, is_together, money.most)
    });
    el("li")
        .class("bar-group")
        .child(evaluation_heading(explorer, "money-open", &line.record))
        .all(bars)
}

/// The pieces of an amount; what is not divided between projects or donors is drawn differently.
fn pieces_of(amount: &Amount, is_together: bool, most: u64) -> Vec<El> {
    let Amount::Stated(pieces, _) = amount else { return vec![el("span").class("money-none")] };
    let class = if is_together { "money-piece together" } else { "money-piece" };
    let piece = |piece: &Piece| {
        let length = percent(length(piece.budget.cents, most));
        el("span").class(class).property("--length", length)
    };
    pieces.iter().map(piece).collect()
}

fn row(name: &str, texts: &[String], amount: &Amount, is_together: bool, most: u64) -> El {
    let is_stated = matches!(amount, Amount::Stated(..));
    let class = if is_stated { "bar-text" } else { "bar-text unstated" };
    let label = el("div")
        .class("bar-label")
        .child(span(name).class("bar-name"))
        .all(texts.iter().map(|text| span(text).class(class)));
    let drawn = pieces_of(amount, is_together, most);
    let track = el("div").class("bar-track money-track").attr("aria-hidden", "true").all(drawn);
    el("div").class("bar-row").child(label).child(track)
}

/// A donor, which filters, and what it paid.
fn donor_group(explorer: Explorer, money: &Money, group: &DonorGroup) -> El {
    let name = match &group.donor {
        None => el("p").class("unstated").words(explorer.words.pages().see.no_donor),
        Some(donor) => el("ul").class("donor-names").child(donor_button(explorer, "donor", donor)),
    };
    let amounts = group.amounts.iter().filter_map(|paid| amount(explorer, money, paid));
    el("li").class("bar-group").child(name).all(amounts)
}

/// The name of a donor, which filters.
fn donor_button(explorer: Explorer, prefix: &str, donor: &TermId) -> El {
    let name = explorer.name(FacetId::Donor, donor.as_str());
    let act = Action::Toggle(FacetId::Donor, donor.as_str().into());
    el("li").child(filter_button(explorer, format!("{prefix}-{donor}"), name, act))
}

fn amount(explorer: Explorer, money: &Money, paid: &Paid) -> Option<El> {
    let words = explorer.words;
    let line = money.evaluations.get(paid.line)?;
    let name = paid_name(line, paid.purpose, words);
    let texts = paid_words(paid, &|facet, value| explorer.name(facet, value), words);
    let is_together = paid.purpose == Purpose::Together || !paid.with.is_empty();
    Some(row(&name, &texts, &paid.amount, is_together, money.most))
}
