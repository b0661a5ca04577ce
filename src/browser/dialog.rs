//! Native modal dialogs, and lending them a part of the page.

use web_sys::{Element, HtmlDialogElement};

/// Opens a dialog over the page.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // A dialog that is not in the page cannot open; there is nothing to show it for.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; focus goes back to what opened it.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Moves an element to the end of another.
pub fn move_into(element: &Element, target: &Element) {
    let _ = target.append_child(element);
}
