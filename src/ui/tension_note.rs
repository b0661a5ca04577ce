//! A disagreement: the question, what each side says, and with which statements.

use explorer_core::state::Opened;
use explorer_core::tension::{Side, Tension};
use explorer_lang::fill;

use super::links::record_link;
use super::parts::{heading, span};
use crate::el::{El, el};
use crate::store::Explorer;

/// A disagreement with all its sides.
pub fn tension_note(explorer: Explorer, tension: &Tension, level: u8) -> El {
    let words = explorer.words;
    let aside = |text: String| el("p").class("secondary").words(text);
    let sides = tension.sides.iter().map(|side| side_view(explorer, tension, side));
    let from = tension
        .may_come_from
        .as_ref()
        .map(|text| aside(fill(words.pages().may_come_from, &[("text", text)])));
    let silent: Vec<String> =
        tension.silent.iter().map(|id| explorer.short_title(id.as_str())).collect();
    let silent = (!silent.is_empty())
        .then(|| aside(fill(words.pages().silent, &[("list", &words.all_of(&silent))])));
    el("div")
        .class("tension")
        .child(el("p").class("tension-kind").words(words.tension(tension.kind)))
        .child(heading(level, "tension-question", span(&*tension.question)))
        .child(el("p").class("tension-summary").words(&*tension.summary))
        .child(el("div").class("tension-sides").all(sides))
        .maybe(from)
        .maybe(silent)
}

fn side_view(explorer: Explorer, tension: &Tension, side: &Side) -> El {
    let item = |opened: Opened, id: &str, name: String| {
        let anchor = format!("tension-{}-{id}", tension.id);
        el("li").child(record_link(explorer, opened, anchor, span(name)))
    };
    let statements = side.statements.iter().map(|id| {
        let name = explorer.statement_name(id.as_str());
        item(Opened::Statement(id.clone()), id.as_str(), name)
    });
    let evaluations = side.evaluations.iter().map(|id| {
        let name = explorer.short_title(id.as_str());
        item(Opened::Evaluation(id.clone()), id.as_str(), name)
    });
    el("div")
        .class("tension-side")
        .child(el("p").class("tension-stance").words(&*side.stance))
        .child(el("ul").class("secondary").all(statements).all(evaluations))
}
