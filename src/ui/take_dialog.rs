//! The present view as a file, a table to copy, or on paper.

use explorer_core::content::Record;
use explorer_core::dataset::Dataset;
use explorer_core::query::Unit;
use explorer_core::state::View;
use explorer_core::view::taken::{Taken, records, taken};
use explorer_lang::Messages;
use explorer_lang::export::{bibtex, csl_json, csv, json_rows, ris};
use explorer_lang::fill;
use explorer_lang::table::Table;
use explorer_lang::take::{compared_table, list_table};
use leptos::prelude::*;

use super::copy_button::copy_button_in_dialog;
use super::parts::{button, span};
use super::see::picture_table;
use crate::browser::{print, save};
use crate::el::{El, Slot, el};
use crate::store::{Explorer, Intent};

/// A kind of file: its ending, its media type, and how it is written.
#[derive(Clone, Copy)]
struct FileKind {
    label: &'static str,
    ending: &'static str,
    media_type: &'static str,
    write: fn(&Dataset, &[Record], Unit) -> String,
    /// True when a comparison is written as the table that is shown instead of its records.
    is_table: bool,
}

/// What the dialog holds: the view at the moment when it opens.
pub fn take_dialog(explorer: Explorer) -> El {
    let words = explorer.words;
    let (dataset, outcome) = (explorer.dataset(), explorer.answer_now());
    let taken = explorer.peek(|state| taken(&dataset, state, &outcome));
    let summary = el("p").class("share-summary").words(explorer.summary());
    if taken.evaluations.is_empty() {
        return el("div").child(summary).child(el("p").words(words.pages().take.empty));
    }
    let size = [
        words.evaluations.of(taken.evaluations.len(), words),
        words.statements.of(taken.statements.len(), words),
    ];
    let own = Slot::new();
    let print = button("button", words.pages().take.print, move || {
        if let Some(own) = own.html() {
            print::host_of(&own);
        }
    });
    el("div")
        .keep(own)
        .child(summary)
        .child(el("p").class("secondary").words(size.join(words.list_separator)))
        .child(files(explorer, taken.clone()))
        .child(copies(explorer, taken))
        .child(print)
        .child(el("p").class("secondary").words(words.pages().take.print_help))
}

/// The kinds of files that hold the records of a view.
fn kinds(words: &Messages) -> [FileKind; 5] {
    [
        FileKind {
            label: words.pages().take.csv,
            ending: "csv",
            media_type: "text/csv",
            write: |set, records, unit| csv(records, set.vocabulary(), unit),
            is_table: true,
        },
        FileKind {
            label: words.pages().take.json,
            ending: "json",
            media_type: "application/json",
            write: |set, records, unit| json_rows(records, set.vocabulary(), unit),
            is_table: false,
        },
        FileKind {
            label: words.pages().take.bibtex,
            ending: "bib",
            media_type: "application/x-bibtex",
            write: |set, records, _| bibtex(records, set.vocabulary()),
            is_table: false,
        },
        FileKind {
            label: words.pages().take.ris,
            ending: "ris",
            media_type: "application/x-research-info-systems",
            write: |set, records, _| ris(records, set.vocabulary()),
            is_table: false,
        },
        FileKind {
            label: words.pages().take.csl,
            ending: "csl.json",
            media_type: "application/vnd.citationstyles.csl+json",
            write: |set, records, _| references(set, records),
            is_table: false,
        },
    ]
}

fn files(explorer: Explorer, taken: Taken) -> El {
    let words = explorer.words;
    let said = RwSignal::new(String::new());
    let kinds = kinds(words);
    let (for_files, for_table) = (taken.clone(), taken);
    let buttons = kinds.map(|kind| {
        let taken = for_files.clone();
        button("button", kind.label, move || {
            let dataset = explorer.dataset();
            let table = kind.is_table.then(|| compared(explorer, explorer.summary())).flatten();
            let text = match table {
                Some(table) => table.csv(),
                None => (kind.write)(&dataset, &records(&dataset, &taken), taken.unit),
            };
            said.set(saved(explorer, kind.ending, kind.media_type, &text));
        })
    });
    let markdown = button("button", words.pages().take.markdown, move || {
        let text = table(explorer, &for_table).markdown();
        said.set(saved(explorer, "md", "text/markdown", &text));
    });
    el("div")
        .child(el("p").class("fact-name").words(words.pages().take.save))
        .child(el("div").class("take-files").all(buttons).child(markdown))
        .child(el("p").class("secondary").attr("role", "status").text(move || said.get()))
}

/// References as CSL-JSON.
pub fn references(set: &Dataset, records: &[Record]) -> String {
    csl_json(records, set.vocabulary(), set.title(), set.data_date())
}

/// Offers a file and says how that went.
fn saved(explorer: Explorer, ending: &str, media_type: &str, text: &str) -> String {
    let words = explorer.words;
    let name = format!("evaluations-{}.{ending}", explorer.dataset().data_date());
    if !explorer.may(&Intent::Export { format: ending, file: &name }) {
        return String::new();
    }
    if save::save(&name, media_type, text) {
        fill(words.pages().take.saved, &[("name", &name)])
    } else {
        words.pages().take.save_failed.to_owned()
    }
}

fn copies(explorer: Explorer, taken: Taken) -> El {
    let words = explorer.words;
    let other = taken.clone();
    el("div")
        .class("take-copies")
        .child(span(words.pages().take.table).class("fact-name"))
        .child(copy_button_in_dialog(explorer, words.pages().take.copy_table, move || {
            table(explorer, &taken).tabbed()
        }))
        .child(copy_button_in_dialog(explorer, words.pages().take.copy_markdown, move || {
            table(explorer, &other).markdown()
        }))
}

/// The table of the view: of the picture, of the comparison, or of what is listed.
fn table(explorer: Explorer, taken: &Taken) -> Table {
    let dataset = explorer.dataset();
    let caption = explorer.summary();
    let (view, is_open) = explorer.peek(|state| (state.view(), state.opened().is_some()));
    let list = |dataset: &Dataset| {
        let records = records(dataset, taken);
        let name = |facet, value: &str| explorer.name(facet, value);
        list_table(caption.clone(), &records, taken.unit, &name, explorer.words)
    };
    match view {
        View::Matrix | View::Time | View::Money | View::Places if !is_open => {
            untrack(|| picture_table(explorer, view)).unwrap_or_else(|| list(&dataset))
        }
        _ => compared(explorer, caption.clone()).unwrap_or_else(|| list(&dataset)),
    }
}

/// The comparison as it is shown; `None` in other views.
fn compared(explorer: Explorer, caption: String) -> Option<Table> {
    let dataset = explorer.dataset();
    explorer.query_now(|query| {
        explorer.peek(|state| compared_table(caption, &dataset, state, query, explorer.words))
    })
}
