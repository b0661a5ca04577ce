//! The heads of the columns of a comparison, and what can be done with a column.

use explorer_core::evaluation::Evaluation;
use explorer_core::id::EvaluationId;
use explorer_core::state::{Action, Opened};
use explorer_lang::{fill, number};

use super::links::{act_and_focus, act_button, record_link};
use super::parts::{Icon, bare_button, hidden, icon, span};
use crate::el::{El, Slot, el};
use crate::store::Explorer;

/// How many evaluations a column may be replaced by: the first of the results.
const OFFERED: usize = 50;

/// The head of the column at a position among so many.
pub fn column_head(explorer: Explorer, evaluation: &Evaluation, at: usize, columns: usize) -> El {
    let words = explorer.words;
    let id = &evaluation.id;
    let name = span(&*evaluation.short_title).class("compare-name");
    let link = record_link(explorer, Opened::Evaluation(id.clone()), format!("column-{id}"), name);
    let to = |to: usize| Action::MoveCompared(id.clone(), to);
    let left = at.checked_sub(1).map(to);
    let right = Some(at + 1).filter(|&to| to < columns).map(to);
    let remove = Some(Action::Uncompare(id.clone()));
    let control = |name: &str, picture, template, action: Option<Action>| {
        let label = fill(template, &[("name", &evaluation.short_title)]);
        let own = format!("{name}-{id}");
        // A column that is gone leaves focus to the title; one that moved keeps it.
        let then = if name == "remove" { "page-title".to_owned() } else { own.clone() };
        let button = match action {
            Some(action) => act_button(explorer, "compare-control", own, then, action),
            None => bare_button("compare-control", || {}).id(own).attr("aria-disabled", "true"),
        };
        button.child(icon(picture)).child(hidden(label))
    };
    let controls = el("span")
        .class("compare-controls no-print")
        .child(control("left", Icon::Back, words.pages().move_left, left))
        .child(control("right", Icon::Forward, words.pages().move_right, right))
        .child(control("remove", Icon::Cross, words.answers().remove_from_comparison, remove));
    let years = number::years(evaluation.whole_span(), words);
    el("th").attr("scope", "col").child(link).child(span(years).class("cell-note")).child(controls)
}

/// The menu that puts another of the results into the place of a column.
pub fn replace_menu(explorer: Explorer, evaluation: &Evaluation) -> Option<El> {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let chosen = explorer.peek(|state| state.compare().ids().to_vec());
    let results = explorer.answer_now();
    let others = results.evaluations.iter().filter_map(|&ix| dataset.evaluation(ix));
    let others = others.filter(|it| !chosen.contains(&it.id)).take(OFFERED);
    let options: Vec<El> = others
        .map(|it| el("option").attr("value", it.id.to_string()).words(&*it.short_title))
        .collect();
    let old = evaluation.id.clone();
    (!options.is_empty()).then(|| {
        let name = fill(words.pages().replace_column, &[("name", &evaluation.short_title)]);
        let chosen = Slot::new();
        let menu = el("select")
            .keep(chosen)
            .class("sort-menu-select compare-replace")
            .id(format!("replace-{old}"))
            .attr("aria-label", name.clone())
            .child(el("option").attr("value", "").words(words.pages().replace_choose))
            .all(options);
        // A button, because a menu is walked through by keys and would replace at each step.
        let replace = bare_button("button", move || {
            let new = EvaluationId::from(chosen.value().as_str());
            if !new.as_str().is_empty() {
                let then = format!("column-{new}");
                act_and_focus(explorer, chosen, then, Action::ReplaceCompared(old.clone(), new));
            }
        });
        let replace = replace.attr("aria-label", name).words(words.pages().replace);
        el("div").class("compare-replacing").child(menu).child(replace)
    })
}
