//! A disagreement: the question, what each side says, and with which statements.

use explorer_core::id::EvaluationId;
use explorer_core::state::Opened;
use explorer_core::tension::{Side, Tension};
use explorer_lang::fill;

use super::links::record_link;
use super::parts::{heading, span};
use crate::el::{El, el};
use crate::store::Explorer;

/// A disagreement with its question as a heading. Of `chosen` evaluations only their sides are
/// shown, with what they say; without a choice all sides by name.
pub fn tension_note(
    explorer: Explorer,
    tension: &Tension,
    level: u8,
    chosen: Option<&[EvaluationId]>,
) -> El {
    let id = format!("tension-{}", tension.id);
    let question = span(&*tension.question);
    let question = match chosen {
        // The sides of others are on its own page.
        Some(_) => record_link(explorer, Opened::Tension(tension.id.clone()), id, question),
        None => question,
    };
    let content = tension_content(explorer, tension, chosen, chosen.is_some());
    let kind = el("p").class("tension-kind").words(explorer.words.tension(tension.kind));
    let title = heading(level, "tension-question", question);
    el("div").class("tension").child(kind).child(title).all(content)
}

/// A disagreement without its question, with what all its sides say.
pub fn tension_body(explorer: Explorer, tension: &Tension) -> El {
    let kind = el("p").class("tension-kind").words(explorer.words.tension(tension.kind));
    el("div").class("tension").child(kind).all(tension_content(explorer, tension, None, true))
}

fn tension_content(
    explorer: Explorer,
    tension: &Tension,
    chosen: Option<&[EvaluationId]>,
    with_texts: bool,
) -> Vec<El> {
    let words = explorer.words;
    let is_chosen = |id: &EvaluationId| chosen.is_none_or(|chosen| chosen.contains(id));
    let aside = |text: String| el("p").class("secondary").words(text);
    let sides: Vec<El> = tension
        .sides
        .iter()
        .filter_map(|side| side_view(explorer, tension, side, &is_chosen, with_texts))
        .collect();
    let from = tension.may_come_from.as_ref();
    let from = from.map(|text| aside(fill(words.pages().may_come_from, &[("text", text)])));
    let silent = tension.silent.iter().filter(|id| is_chosen(id));
    let silent: Vec<String> = silent.map(|id| explorer.short_title(id.as_str())).collect();
    let silent = (!silent.is_empty())
        .then(|| aside(fill(words.pages().silent, &[("list", &words.all_of(&silent))])));
    let summary = el("p").class("tension-summary").words(&*tension.summary);
    let sides = el("div").class("tension-sides").all(sides);
    [summary, sides].into_iter().chain(from).chain(silent).collect()
}

/// One side, as far as it is of evaluations that count.
fn side_view(
    explorer: Explorer,
    tension: &Tension,
    side: &Side,
    counts: &dyn Fn(&EvaluationId) -> bool,
    with_texts: bool,
) -> Option<El> {
    let item = |opened: Opened, id: &str, name: String, text: Option<String>| {
        let anchor = format!("tension-{}-{id}", tension.id);
        let link = record_link(explorer, opened, anchor, span(name));
        el("li").child(link).maybe(text.map(|text| span(text).class("tension-said")))
    };
    let statements = side.statements.iter().filter_map(|id| {
        let opened = Opened::Statement(id.clone());
        opened.evaluation().filter(|own| counts(own))?;
        let dataset = explorer.dataset();
        let text = with_texts.then(|| dataset.text_of(dataset.find_statement(id.as_str())?));
        Some(item(opened, id.as_str(), explorer.statement_name(id.as_str()), text.flatten()))
    });
    let evaluations = side.evaluations.iter().filter(|id| counts(id)).map(|id| {
        let name = explorer.short_title(id.as_str());
        item(Opened::Evaluation(id.clone()), id.as_str(), name, None)
    });
    let said: Vec<El> = statements.chain(evaluations).collect();
    (!said.is_empty()).then(|| {
        el("div")
            .class("tension-side")
            .child(el("p").class("tension-stance").words(&*side.stance))
            .child(el("ul").class("tension-statements").all(said))
    })
}
