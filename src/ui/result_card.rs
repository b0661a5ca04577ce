//! An evaluation among the results.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::{Card, KindCount};
use explorer_core::state::Opened;
use explorer_lang::number::years;

use super::answers::Answers;
use super::compare_toggle::compare_toggle;
use super::links::record_link;
use super::parts::{heading, span};
use crate::el::{El, el};
use crate::store::Explorer;

/// Title, one line of identity, the passage that matches, and the way into comparison.
pub fn result_card(explorer: Explorer, answers: Option<&'static Answers>, ix: EvaluationIx) -> El {
    let dataset = explorer.dataset();
    let (Some(id), Some(card)) = (dataset.evaluation_id(ix), dataset.card(ix)) else {
        return el("article");
    };
    let marks = explorer.marks();
    let asked = answers.zip(marks.as_ref());
    let name = match asked {
        Some((answers, marks)) => (answers.title)(&card.title, marks),
        None => span(&*card.title),
    };
    let opened = Opened::Evaluation(id.into());
    let link = record_link(explorer, opened, format!("open-{id}"), name);
    let foot = el("div")
        .class("result-foot")
        .child(el("p").class("result-counts").words(counts(explorer, &card)))
        .child(compare_toggle(explorer, id, &card.short_title));
    let mut article = el("article")
        .class("result-card")
        .attr("part", "card")
        .attr("lang", card.language.clone())
        .child(heading(explorer.layout.heading_level + 1, "result-title", link))
        .child(identity(explorer, &card));
    if let Some((answers, marks)) = asked {
        article = article.all((answers.passage)(explorer, ix, &card.title, marks));
    }
    article.child(foot)
}

fn identity(explorer: Explorer, card: &Card) -> El {
    let words = explorer.words;
    let dataset = explorer.dataset();
    let parts = [
        Some(dataset.agency_name(card, words.tag).to_owned()),
        Some(words.timing_in_a_list(card.timing).to_owned()),
        Some(years(card.span, words)),
        words.some_of(&dataset.place_names(card, words.tag), 3),
    ];
    el("p").class("result-meta").all(parts.into_iter().flatten().map(span))
}

fn counts(explorer: Explorer, card: &Card) -> String {
    let words = explorer.words;
    let count = |it: &KindCount| words.statement(it.kind).counted.of(it.number as usize, words);
    card.kinds.iter().map(count).collect::<Vec<_>>().join(" · ")
}
