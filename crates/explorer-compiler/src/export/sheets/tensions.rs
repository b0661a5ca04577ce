//! The sheets of what evaluations, or passages of one, do not say alike.

use explorer_core::content::Content;
use explorer_core::tension::{Side, Tension, TensionKind};

use crate::export::sheet::{Foreign, Rows, Sheet, columns};

pub(super) const SHEETS: &[Sheet] = &[
    Sheet {
        name: "tensions",
        about: "Where evaluations, or passages of one evaluation, do not say the same.",
        columns: TENSIONS,
        key: &["id"],
        foreign: &[Foreign { columns: &["within"], sheet: "evaluations", key: &["id"] }],
        rows: |content| Box::new(content.tensions.iter().map(tension_cells)),
    },
    Sheet {
        name: "tension_sides",
        about: "The sides of each of them.",
        columns: SIDES,
        key: &["tension", "side"],
        foreign: &[Foreign { columns: &["tension"], sheet: "tensions", key: &["id"] }],
        rows: side_rows,
    },
];

fn side_rows(content: &Content) -> Rows<'_> {
    Box::new(content.tensions.iter().flat_map(|tension| {
        tension.sides.iter().zip(1..).map(|(side, position)| side_cells(tension, position, side))
    }))
}

columns! {
    TENSIONS, fn tension_cells(t: &Tension) {
        "id" text !required, "Its lasting name." => t.id.as_str();
        "kind" code(TensionKind) !required, "What kind of disagreement it is." => t.kind;
        "question" text !required, "The neutral question." => t.question;
        "summary" text !required, "What the sides differ in." => t.summary;
        "may_come_from" text, "What the difference may come from." => t.may_come_from;
        "silent" list, "Evaluations that do not speak to it." => t.silent;
        "within" text, "The one evaluation inside which it lies; empty between evaluations."
            => t.within;
    }
}

columns! {
    SIDES, fn side_cells(t: &Tension, position: usize, side: &Side) {
        "tension" text !required, "The disagreement." => t.id.as_str();
        "side" integer !required, "Its position in the list." => position;
        "stance" text !required, "The stance." => side.stance;
        "statements" list, "The statements that take it." => side.statements;
        "evaluations" list, "Evaluations that take it by their header facts." => side.evaluations;
    }
}
