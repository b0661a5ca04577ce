//! Filters by numbers and days: the time of projects, their budgets, the day of their status.

use std::rc::Rc;

use explorer_core::query::BudgetRange;
use explorer_core::state::Action;
use explorer_core::view::ranges::{budget_from_text, period_from_text};
use explorer_core::when::Date;
use explorer_lang::fill;
use leptos::prelude::*;

use super::disclosure::disclosure;
use crate::el::{El, el, value_of};
use crate::store::Explorer;

/// From which year to which a project must have run.
pub fn period_group(explorer: Explorer) -> El {
    let words = explorer.words;
    let text = move |upper: bool| {
        let span = explorer.unworded(|query| query.period).unwrap_or_default();
        let date = if upper { span.end } else { span.start };
        date.map_or_else(String::new, |date| date.to_string())
    };
    let set = move |from: String, to: String| {
        explorer.act(Action::SetPeriod(period_from_text(&from, &to)));
    };
    let body = move || {
        el("div")
            .class("range-row")
            .child(field(
                words.answers().from_year,
                move || text(false),
                move |it| set(it, text(true)),
            ))
            .child(field(
                words.answers().to_year,
                move || text(true),
                move |it| set(text(false), it),
            ))
    };
    let chosen = move || usize::from(explorer.unworded(|query| query.period.is_some()));
    let open = RwSignal::new(chosen() > 0);
    disclosure("range-period".into(), words.answers().period, open, chosen, body)
}

/// From which amount to which a budget must be, in the commonest currency of the set; nothing
/// when the set states no budget.
pub fn budget_group(explorer: Explorer) -> Option<El> {
    let words = explorer.words;
    let currency = Rc::new(explorer.dataset().currencies().first().cloned()?);
    let text = move |upper: bool| {
        let end = |range: &BudgetRange| if upper { range.to } else { range.from };
        let cents = explorer.unworded(|query| query.budget.as_ref().and_then(end));
        cents.map_or_else(String::new, |cents| (cents / 100).to_string())
    };
    let name = |template| fill(template, &[("currency", currency.code())]);
    let (from, to) = (name(words.answers().budget_from), name(words.answers().budget_to));
    let set = move |from: String, to: String| {
        explorer.act(Action::SetBudget(budget_from_text(&currency, &from, &to)));
    };
    let body = move || {
        let (lower, upper) = (set.clone(), set.clone());
        el("div")
            .class("range-row")
            .child(field(&from, move || text(false), move |it| lower(it, text(true))))
            .child(field(&to, move || text(true), move |it| upper(text(false), it)))
    };
    let chosen = move || usize::from(explorer.unworded(|query| query.budget.is_some()));
    let open = RwSignal::new(chosen() > 0);
    Some(disclosure("range-budget".into(), words.answers().budget, open, chosen, body))
}

/// The field of the day for which the status of projects is judged: that of the data, unless
/// another is chosen.
pub fn status_day(explorer: Explorer, id: &'static str) -> El {
    let own = explorer.dataset().data_date();
    let day = move || explorer.unworded(|query| query.status_on).unwrap_or(own);
    let field = el("input")
        .attr("type", "date")
        .id(id)
        .class("sort-menu-select")
        .value(move || day().first_day().to_string())
        .on("change", move |event| {
            let chosen = Date::parse(&value_of(event)).filter(|day| *day != own);
            explorer.act(Action::SetStatusOn(chosen));
        });
    el("label").class("sort-menu").words(explorer.words.answers().status_on).child(field)
}

fn field(label: &str, value: impl Fn() -> String + 'static, set: impl Fn(String) + 'static) -> El {
    let input = el("input")
        .attr("type", "text")
        .class("range-input")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .value(value)
        .on("change", move |event| set(value_of(event)));
    el("label").class("range-field").words(label).child(input)
}
