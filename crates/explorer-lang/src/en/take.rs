//! Taking away, in English.

use crate::take::TakeWords;

pub(super) const TAKE: TakeWords = TakeWords {
    what: "What it says",
    save: "Save as a file",
    csv: "CSV for spreadsheets",
    json: "JSON for scripts",
    bibtex: "BibTeX",
    ris: "RIS for reference managers",
    csl: "CSL-JSON for Zotero and pandoc",
    markdown: "Markdown table",
    table: "Copy",
    group: "Part",
    folded: "(folded)",
    copy_table: "Copy table",
    copy_markdown: "Copy as Markdown",
    copy_citation: "Copy citation",
    copy_bibtex: "Copy BibTeX",
    copy_ris: "Copy RIS",
    copy_csl: "Copy CSL-JSON",
    print: "Print or save as PDF",
    print_help: "Prints this view alone, without the page around it.",
    saved: "{name} is saved.",
    save_failed: "The browser did not let this page save a file.",
    empty: "There is nothing in this view to take away.",

    keep: "Keep",
    keep_this: "Keep {name} on the reading list",
    keep_full: "The reading list is full: take something off first.",
    reading_empty: "Nothing is kept yet. Press “Keep” under a statement; the list stays in the link.",
    reading_size: "{statements} from {evaluations}",
    remove: "Remove",
    clear: "Clear the list",
    taken_off: "Taken off the reading list.",
};
