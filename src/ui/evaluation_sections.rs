//! The parts of the page of an evaluation.

use explorer_core::content::Record;
use explorer_core::dataset::{Dataset, EvaluationIx};
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;
use explorer_core::state::Opened;
use explorer_core::view::related::{Related, related};
use explorer_lang::export::{bibtex, ris};
use explorer_lang::facts::facts;
use explorer_lang::{cite, fill, number};

use super::copy_button::copy_button;
use super::links::record_link;
use super::parts::{fact_list, heading, span};
use super::see::record_time::record_time;
use super::take_dialog::references;
use super::tension_note::tension_note;
use crate::el::{El, el};
use crate::store::Explorer;

/// The header facts, a section for each group; that of the projects begins with their time line.
pub fn fact_sections(explorer: Explorer, ix: EvaluationIx, evaluation: &Evaluation) -> Vec<El> {
    let level = explorer.layout.heading_level + 2;
    let dataset = explorer.dataset();
    let groups = facts(evaluation, dataset.vocabulary(), explorer.words).into_iter();
    groups
        .map(|group| {
            let parts = group.parts.into_iter().map(|(name, facts)| {
                let name = name.map(|name| heading(level, "project-title", span(name)));
                el("div").class("project").maybe(name).child(fact_list(facts))
            });
            let is_of_projects = group.heading == explorer.words.pages().projects;
            let time = is_of_projects.then(|| record_time(explorer, ix)).flatten();
            section(explorer, group.heading, String::new()).maybe(time).all(parts)
        })
        .collect()
}

/// Disagreements that concern the evaluation.
pub fn tensions(explorer: Explorer, evaluation: &Evaluation) -> Option<El> {
    let dataset = explorer.dataset();
    let level = explorer.layout.heading_level + 2;
    let notes: Vec<El> = dataset
        .tensions_of_evaluation(&evaluation.id)
        .map(|tension| tension_note(explorer, tension, level, None))
        .collect();
    let is_there = !notes.is_empty();
    is_there
        .then(|| section(explorer, explorer.words.pages().tensions_here, String::new()).all(notes))
}

/// Evaluations that have something in common with this one.
pub fn related_section(explorer: Explorer, ix: EvaluationIx) -> Option<El> {
    let found = related(&explorer.dataset(), ix);
    let items: Vec<El> = found.iter().filter_map(|it| related_item(explorer, it)).collect();
    let is_there = !items.is_empty();
    is_there.then(|| {
        section(explorer, explorer.words.pages().related, String::new())
            .child(el("ul").class("page-statements").all(items))
    })
}

fn related_item(explorer: Explorer, related: &Related) -> Option<El> {
    let words = explorer.words;
    let other = explorer.dataset().evaluation(related.evaluation)?;
    let ties = related.ties.iter().map(|(facet, values)| {
        let names: Vec<String> = values.iter().map(|value| explorer.name(*facet, value)).collect();
        format!("{}: {}", words.facet(*facet), names.join(words.list_separator))
    });
    let ties = ties.collect::<Vec<_>>().join(" · ");
    let id = format!("related-{}", other.id);
    let link = record_link(explorer, Opened::Evaluation(other.id), id, span(other.title));
    Some(el("li").child(link).child(el("p").class("secondary").words(ties)))
}

/// What is good to know, how to cite, and where the record comes from.
pub fn provenance(explorer: Explorer, evaluation: &Evaluation) -> Vec<El> {
    let words = explorer.words;
    let source = &evaluation.provenance;
    let text = fill(
        words.pages().provenance_text,
        &[
            ("who", &source.coded_by),
            ("date", &number::date(source.coded_on, words)),
            ("document", &source.document),
        ],
    );
    let agency = explorer.name(FacetId::Agency, evaluation.agency.as_str());
    let notes = evaluation.notes.iter().map(|note| el("li").words(&**note));
    let notes = el("ul").class("page-notes").all(notes);
    let mut sections = Vec::new();
    if !notes.is_empty() {
        sections.push(section(explorer, words.pages().notes, String::new()).child(notes));
    }
    sections.push(
        section(explorer, words.pages().cite, String::new())
            .child(el("p").class("cite-text").words(cite::formatted(evaluation, &agency, words)))
            .child(reference_tools(explorer, evaluation)),
    );
    sections.push(
        section(explorer, words.pages().provenance, String::new())
            .child(el("p").words(text))
            .child(el("p").class("secondary").words(words.pages().own_words)),
    );
    sections
}

/// Writes records for those who read them elsewhere.
type Form = fn(&Dataset, &[Record]) -> String;

/// The reference to copy, in running text and as reference managers read it.
fn reference_tools(explorer: Explorer, evaluation: &Evaluation) -> El {
    let words = &explorer.words.pages().take;
    let agency = explorer.name(FacetId::Agency, evaluation.agency.as_str());
    let citation = cite::formatted(evaluation, &agency, explorer.words);
    let record = Record { evaluation: evaluation.clone(), statements: Vec::new() };
    let forms: [(&'static str, Form); 3] = [
        (words.copy_bibtex, |set, records| bibtex(records, set.vocabulary())),
        (words.copy_ris, |set, records| ris(records, set.vocabulary())),
        (words.copy_csl, references),
    ];
    let forms = forms.map(|(label, write)| {
        let records = [record.clone()];
        copy_button(explorer, label, move || write(&explorer.dataset(), &records))
    });
    el("div")
        .class("statement-tools no-print")
        .child(copy_button(explorer, words.copy_citation, move || citation.clone()))
        .all(forms)
}

/// A section with its heading. One with an id takes focus when a reader jumps to it.
pub fn section(explorer: Explorer, name: &'static str, id: String) -> El {
    let title = heading(explorer.layout.heading_level + 1, "page-heading", span(name));
    let section = el("section").class("page-section");
    let section = if id.is_empty() { section } else { section.id(id).attr("tabindex", "-1") };
    section.child(title)
}
