//! A disagreement: the question, what each side says, and with which statements.

use explorer_core::state::Opened;
use explorer_core::tension::{Side, Tension};
use explorer_lang::fill;
use leptos::html;
use leptos::prelude::*;

use super::links::record_link;
use super::parts::heading;
use crate::store::Explorer;

/// A disagreement with all its sides.
pub fn tension_note(explorer: Explorer, tension: &Tension, level: u8) -> AnyView {
    let words = explorer.words;
    let question = html::span().child(tension.question.clone()).into_any();
    let sides: Vec<AnyView> =
        tension.sides.iter().map(|side| side_view(explorer, &tension.id.to_string(), side)).collect();
    let from = tension.may_come_from.as_ref().map(|text| {
        html::p().class("secondary").child(fill(words.may_come_from, &[("text", text)]))
    });
    let silent: Vec<String> =
        tension.silent.iter().map(|id| explorer.short_title(id.as_str())).collect();
    let silent = (!silent.is_empty()).then(|| {
        let list = words.all_of(&silent);
        html::p().class("secondary").child(fill(words.silent, &[("list", &list)]))
    });
    html::div()
        .class("tension")
        .child((
            html::p().class("tension-kind").child(words.tension(tension.kind)),
            heading(level, "tension-question", question),
            html::p().class("tension-summary").child(tension.summary.clone()),
            html::div().class("tension-sides").child(sides),
            from,
            silent,
        ))
        .into_any()
}

fn side_view(explorer: Explorer, tension: &str, side: &Side) -> AnyView {
    let statements = side.statements.iter().map(|id| {
        let opened = Opened::Statement(id.clone());
        let name = html::span().child(explorer.statement_name(id.as_str())).into_any();
        let anchor = format!("tension-{tension}-{id}");
        html::li().child(record_link(explorer, opened, anchor, name)).into_any()
    });
    let evaluations = side.evaluations.iter().map(|id| {
        let opened = Opened::Evaluation(id.clone());
        let name = html::span().child(explorer.short_title(id.as_str())).into_any();
        let anchor = format!("tension-{tension}-{id}");
        html::li().child(record_link(explorer, opened, anchor, name)).into_any()
    });
    html::div()
        .class("tension-side")
        .child((
            html::p().class("tension-stance").child(side.stance.clone()),
            html::ul().class("secondary").child(statements.chain(evaluations).collect::<Vec<_>>()),
        ))
        .into_any()
}
