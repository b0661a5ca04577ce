//! What the host page is told: events that bubble and cross shadow roots.

use std::cell::RefCell;
use std::rc::Rc;

use explorer_core::state::{Action, Opened};
use explorer_lang::Messages;
use serde::Serialize;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement};

use super::query_of;
use super::settings::Settings;
use super::wire::{
    ChangeDetail, ErrorDetail, ExportDetail, OpenDetail, ReadyDetail, StateObject, to_js,
};
use crate::address_sync::AddressSync;
use crate::browser::focus;
use crate::store::{Explorer, Intent};

/// Tells the host page. Returns false when it prevented what would follow.
fn tell(host: &HtmlElement, name: &str, detail: &impl Serialize, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(&to_js(detail));
    CustomEvent::new_with_event_init_dict(name, &init)
        .and_then(|event| host.dispatch_event(&event))
        .unwrap_or(true)
}

/// What ends when the explorer is taken out of the page.
pub type Joint = Rc<RefCell<Option<AddressSync>>>;

/// Joins explorer, address and host page.
pub fn join(
    explorer: Explorer,
    settings: &Settings,
    mount: &Element,
    host: &HtmlElement,
    words: &'static Messages,
) -> Joint {
    let refused = {
        let host = host.clone();
        move || {
            let message = words.fault_history.to_owned();
            let fault = ErrorDetail { code: "history", message, hint: words.share.to_owned() };
            tell(&host, "ee-error", &fault, false);
        }
    };
    let root = focus::root_of(mount);
    let address = settings.address.clone();
    let sync = AddressSync::new(explorer, address, settings.recording, root, refused);
    let sync = Rc::new(RefCell::new(Some(sync)));
    let (joined, told) = (sync.clone(), host.clone());
    explorer.listen(Box::new(move |before, after, history| {
        if let Some(sync) = joined.borrow().as_ref() {
            sync.note(before, after, history);
        }
        let host = told.clone();
        // Later for what is asked before it can be answered: the event says what was found.
        explorer.when_answering(move || changed(explorer, &host));
    }));
    let asked = host.clone();
    explorer.ask(Box::new(move |intent| may(explorer, &asked, intent)));
    sync
}

fn changed(explorer: Explorer, host: &HtmlElement) {
    let change = ChangeDetail {
        state: StateObject { query: query_of(explorer) },
        sentence: explorer.sentence(),
        link: explorer.link(),
    };
    tell(host, "ee-change", &change, false);
}

/// Asks the host page whether it takes something over.
fn may(explorer: Explorer, host: &HtmlElement, intent: &Intent<'_>) -> bool {
    match intent {
        Intent::Open(opened) => {
            let (kind, id) = match opened {
                Opened::Evaluation(id) => ("evaluation", id.to_string()),
                Opened::Statement(id) => ("statement", id.to_string()),
                Opened::Tension(id) => ("tension", id.to_string()),
                Opened::Cell { row, column } => ("cell", format!("{row}.{column}")),
            };
            let link = explorer.href_after(Action::Open((*opened).clone()));
            tell(host, "ee-open", &OpenDetail { kind, id, link }, true)
        }
        Intent::Export { format, file } => {
            let (format, file) = ((*format).to_owned(), (*file).to_owned());
            tell(host, "ee-export", &ExportDetail { format, file }, true)
        }
    }
}

/// Tells the host page that the explorer can be used.
pub fn ready(explorer: Explorer, host: &HtmlElement) {
    tell(host, "ee-ready", &ReadyDetail::of(&explorer.dataset()), false);
}
