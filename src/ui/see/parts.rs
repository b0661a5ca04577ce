//! What the pictures have in common.

use explorer_core::state::{Action, Form, State, View};
use explorer_core::statement::StatementKind;
use explorer_lang::fill;
use leptos::prelude::{Get, request_animation_frame};

use super::matrix_picture::axes_menus;
use crate::browser::focus;
use crate::el::{El, Slot, el};
use crate::store::Explorer;
use crate::ui::parts::{bare_button, button, span};

/// What stands over a picture: its own choices, and whether it is drawn or written out.
pub fn tools(explorer: Explorer, view: View) -> El {
    let own = match view {
        View::Matrix => Some(axes_menus(explorer)),
        _ => None,
    };
    let own = own.unwrap_or_else(|| el("div"));
    el("div").class("picture-tools no-print").child(own).child(form_switch(explorer))
}

fn form_switch(explorer: Explorer) -> El {
    let words = explorer.words;
    let form = explorer.slice(State::form);
    let buttons = Form::ALL.iter().map(|&one| {
        let name = match one {
            Form::Picture => words.see.as_picture,
            Form::Table => words.see.as_table,
        };
        bare_button("button", move || explorer.act(Action::ShowAs(one)))
            .state("aria-pressed", move || form.get() == one)
            .words(name)
    });
    el("div")
        .class("unit-switch")
        .attr("role", "group")
        .attr("aria-label", words.see.form)
        .all(buttons)
}

/// A button that filters. The picture is drawn anew then, and the button that has the same id
/// has focus again; the heading, if there is none.
pub fn filter_button(explorer: Explorer, id: String, name: String, action: Action) -> El {
    let own = Slot::new();
    let again = id.clone();
    let press = move || {
        let root = own.html().and_then(|button| focus::root_of(&button));
        explorer.act(action.clone());
        let id = again.clone();
        request_animation_frame(move || {
            if let Some(root) = root
                && !focus::to_id(&root, &id)
            {
                focus::to_id(&root, "results-heading");
            }
        });
    };
    bare_button("head-button", press)
        .keep(own)
        .id(id)
        .attr("aria-label", fill(explorer.words.see.filter_by, &[("name", &name)]))
        .child(span(name))
}

/// The kinds of statements with their colours.
pub fn kinds_key(explorer: Explorer, kinds: &[StatementKind]) -> El {
    let words = explorer.words;
    let items = kinds.iter().map(|&kind| {
        let swatch = el("span").class("swatch").attr("data-kind", kind.code());
        el("li").child(swatch).child(span(words.statement(kind).plural))
    });
    el("ul").class("picture-key").attr("aria-label", words.see.key).all(items)
}

/// The button that unfolds more of a picture, with how much is shown.
pub fn more(explorer: Explorer, shown: usize, label: String, progress: String) -> El {
    let step = explorer.layout.page_size;
    let unfold = move || {
        let shown = u32::try_from(shown).unwrap_or(u32::MAX);
        explorer.act(Action::ShowMore(shown.saturating_add(step)));
    };
    el("div")
        .class("result-more no-print")
        .child(button("button", label, unfold))
        .child(span(progress).class("secondary"))
}
