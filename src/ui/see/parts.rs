//! What the pictures have in common.

use explorer_core::evaluation::Evaluation;
use explorer_core::state::{Action, Form, Opened, State, View};
use explorer_core::statement::StatementKind;
use explorer_lang::fill;
use explorer_lang::number::grouped;
use leptos::prelude::{Get, request_animation_frame};

use super::matrix_picture::axes_menus;
use super::time_picture::date_cursor;
use crate::browser::focus;
use crate::el::{El, Slot, el};
use crate::store::Explorer;
use crate::ui::links::record_link;
use crate::ui::parts::{bare_button, heading, span};
use crate::ui::result_list::unit_switch;

/// What stands over a picture: its own choices, and whether it is drawn or written out.
pub fn tools(explorer: Explorer, view: View) -> El {
    let own = match view {
        View::Matrix => axes_menus(explorer),
        View::Time => date_cursor(explorer),
        View::Places => unit_switch(explorer),
        _ => el("div"),
    };
    el("div").class("picture-tools no-print").child(own).child(form_switch(explorer))
}

fn form_switch(explorer: Explorer) -> El {
    let words = explorer.words;
    let form = explorer.slice(State::form);
    let buttons = Form::ALL.iter().map(|&one| {
        let name = match one {
            Form::Picture => words.pages().see.as_picture,
            Form::Table => words.pages().see.as_table,
        };
        bare_button("button", move || explorer.act(Action::ShowAs(one)))
            .state("aria-pressed", move || form.get() == one)
            .words(name)
    });
    el("div")
        .class("unit-switch")
        .attr("role", "group")
        .attr("aria-label", words.pages().see.form)
        .all(buttons)
}

/// A button that filters. The picture is drawn anew then, and the button that has the same id
/// has focus again; the heading, if there is none.
pub fn press_button(explorer: Explorer, id: String, class: &'static str, action: Action) -> El {
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
    bare_button(class, press).keep(own).id(id)
}

/// A name that filters by what it names.
pub fn filter_button(explorer: Explorer, id: String, name: String, action: Action) -> El {
    press_button(explorer, id, "head-button", action)
        .attr("aria-label", fill(explorer.words.pages().see.filter_by, &[("name", &name)]))
        .child(span(name))
}

/// The name of an evaluation over its part of a picture, a link to its page.
pub fn evaluation_heading(explorer: Explorer, prefix: &str, record: &Evaluation) -> El {
    let link = evaluation_link(explorer, prefix, record, &record.short_title);
    heading(explorer.layout.heading_level + 1, "picture-heading", link)
}

/// A name of an evaluation, a link to its page.
pub fn evaluation_link(explorer: Explorer, prefix: &str, record: &Evaluation, name: &str) -> El {
    let opened = Opened::Evaluation(record.id.clone());
    record_link(explorer, opened, format!("{prefix}-{}", record.id), span(name))
}

/// A share of the whole in hundredths of a percent, as a length.
pub fn percent(share: u32) -> String {
    format!("{}.{:02}%", share / 100, share % 100)
}

/// What the signs of a picture mean: the class that draws a sign, and its words.
pub fn signs_key(explorer: Explorer, signs: &[(&'static str, &'static str)]) -> El {
    let items = signs.iter().map(|&(class, text)| {
        let sign = el("span").class(class).attr("aria-hidden", "true");
        el("li").child(el("span").class("sign").child(sign)).child(span(text))
    });
    el("ul").class("picture-key").attr("aria-label", explorer.words.pages().see.key).all(items)
}

/// The kinds of statements with their colours.
pub fn kinds_key(explorer: Explorer, kinds: &[StatementKind]) -> El {
    let words = explorer.words;
    let items = kinds.iter().map(|&kind| {
        let swatch = el("span").class("swatch").attr("data-kind", kind.code());
        el("li").child(swatch).child(span(words.statement(kind).plural))
    });
    el("ul").class("picture-key").attr("aria-label", words.pages().see.key).all(items)
}

/// The button that unfolds more evaluations of a picture, while there are more.
pub fn more_evaluations(explorer: Explorer, all: usize) -> Option<El> {
    let words = explorer.words;
    let page = explorer.layout.page_size;
    let shown = explorer.read(|state| state.shown(page)) as usize;
    let left = all.saturating_sub(shown);
    (left > 0).then(|| {
        let step = left.min(page as usize).to_string();
        let values =
            [("shown", &*grouped(shown as u64, words)), ("total", &*grouped(all as u64, words))];
        let label = fill(words.pages().see.show_more_evaluations, &[("n", &step)]);
        more(explorer, shown, label, fill(words.shown_of, &values))
    })
}

/// The button that unfolds more of a picture, with how much is shown. The picture is drawn anew
/// then, and the button has focus again while there is more.
pub fn more(explorer: Explorer, shown: usize, label: String, progress: String) -> El {
    let step = explorer.layout.page_size;
    let shown = u32::try_from(shown).unwrap_or(u32::MAX);
    let unfold = Action::ShowMore(shown.saturating_add(step));
    let button = press_button(explorer, "show-more".into(), "button", unfold).words(label);
    el("div").class("result-more no-print").child(button).child(span(progress).class("secondary"))
}
