//! Filters that are ranges: the time of projects and their budgets.

use explorer_core::money::Currency;
use explorer_core::query::BudgetRange;
use explorer_core::state::Action;
use explorer_core::view::ranges::{budget_from_text, period_from_text};
use explorer_lang::fill;
use leptos::prelude::*;
use leptos::{ev, html};

use super::disclosure::disclosure;
use crate::store::Explorer;

/// From which year to which a project must have run.
pub fn period_group(explorer: Explorer) -> AnyView {
    let words = explorer.words;
    let period = explorer.slice(|state| state.query().period);
    let text = move |end: bool| {
        let span = period.get().unwrap_or_default();
        let date = if end { span.end } else { span.start };
        date.map_or_else(String::new, |date| date.to_string())
    };
    let set = move |from: String, to: String| {
        explorer.act(Action::SetPeriod(period_from_text(&from, &to)));
    };
    let body = move || {
        html::div()
            .class("range-row")
            .child((
                field(words.from_year.into(), move || text(false), move |it| set(it, text(true))),
                field(words.to_year.into(), move || text(true), move |it| set(text(false), it)),
            ))
            .into_any()
    };
    let open = RwSignal::new(period.get_untracked().is_some());
    let chosen = move || usize::from(period.with(Option::is_some));
    disclosure("range-period".into(), words.period, open, chosen, body)
}

/// From which amount to which a budget must be, in the commonest currency of the set.
pub fn budget_group(explorer: Explorer) -> AnyView {
    let words = explorer.words;
    let Some(currency) = explorer.dataset().currencies().first().cloned() else {
        return ().into_any();
    };
    let budget = explorer.slice(|state| state.query().budget.clone());
    let text = move |upper: bool| {
        let end = |range: &BudgetRange| if upper { range.to } else { range.from };
        budget.with(|range| {
            range.as_ref().and_then(end).map_or_else(String::new, |cents| (cents / 100).to_string())
        })
    };
    let name = |template, currency: &Currency| fill(template, &[("currency", currency.code())]);
    let from = name(words.budget_from, &currency);
    let to = name(words.budget_to, &currency);
    let set = move |from: String, to: String| {
        explorer.act(Action::SetBudget(budget_from_text(&currency, &from, &to)));
    };
    let body = move || {
        let (set_from, set_to) = (set.clone(), set.clone());
        html::div()
            .class("range-row")
            .child((
                field(from.clone(), move || text(false), move |it| set_from(it, text(true))),
                field(to.clone(), move || text(true), move |it| set_to(text(false), it)),
            ))
            .into_any()
    };
    let open = RwSignal::new(budget.with_untracked(Option::is_some));
    let chosen = move || usize::from(budget.with(Option::is_some));
    disclosure("range-budget".into(), words.budget, open, chosen, body)
}

fn field(
    label: String,
    value: impl Fn() -> String + Send + 'static,
    set: impl Fn(String) + 'static,
) -> AnyView {
    html::label()
        .class("range-field")
        .child((
            label,
            html::input()
                .r#type("text")
                .class("range-input")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .prop("value", value)
                .on(ev::change, move |event| set(event_target_value(&event))),
        ))
        .into_any()
}
