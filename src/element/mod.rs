//! The boundary with the host page: the exported `Widget` behind the custom element.
//!
//! The class of the element is JavaScript (`element.js`); it mounts a `Widget` and disposes of it.
//! Rust never holds a borrow while it calls JavaScript.

mod attribute;
mod events;
mod opening;
mod packed;
mod plain;
mod settings;
mod wire;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use explorer_core::address::{self, Prefix};
use explorer_core::dataset::Dataset;
use explorer_core::state::{Action, State};
use explorer_lang::words;
use leptos::mount::mount_to;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::app::app;
use crate::browser::{address as browser, focus};
use crate::pages::with_answers;
use crate::store::{Explorer, Linking};
use crate::ui::live_region::announce;
use events::{Joint, join, ready};
use opening::{Saved, claim, must_read, opening, release};
pub use packed::Packed;
use packed::lost;
use plain::Plain;
use settings::{Raw, Settings};
use wire::{CountsObject, ResultsObject, StateObject, to_js};

thread_local! {
    static ON_PANIC: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// Sets who is told, in one string, when the module panics. It cannot be called any more then.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(tell: js_sys::Function) {
    ON_PANIC.set(Some(tell));
    std::panic::set_hook(Box::new(|panic| {
        if let Some(tell) = ON_PANIC.take() {
            // Whoever is told can do no more than show the fallback; its own failure ends here.
            let _ = tell.call1(&JsValue::NULL, &panic.to_string().into());
        }
    }));
}

/// Tells the host's developer which attributes cannot be used, each once on a page.
#[wasm_bindgen(js_name = checkSettings)]
pub fn check_settings(settings: &JsValue) {
    told(settings);
}

fn told(settings: &JsValue) -> Settings {
    let (settings, warnings) = Raw::of(&Plain(settings)).settled();
    warnings.into_iter().for_each(attribute::Warning::tell);
    settings
}

/// A mounted explorer.
#[wasm_bindgen]
pub struct Widget {
    explorer: Explorer,
    host: HtmlElement,
    joint: Joint,
    prefix: Option<Prefix>,
    _mounted: Box<dyn Any>,
}

#[wasm_bindgen]
impl Widget {
    /// Calls `prepared` as soon as an explorer with these settings can be mounted: a link or a
    /// preset must wait for what reads it. `refused` gets an `Error` when that cannot be had.
    pub fn prepare(
        settings: &JsValue,
        saved: &JsValue,
        prepared: js_sys::Function,
        refused: js_sys::Function,
    ) {
        // The promise behind both functions takes whatever it is given.
        let settled = move |answers: Option<()>| match answers {
            Some(()) => prepared.call0(&JsValue::NULL),
            None => refused.call1(&JsValue::NULL, &lost()),
        };
        let (settings, _) = Raw::of(&Plain(settings)).settled();
        if must_read(&settings, &Saved::of(&Plain(saved))) {
            with_answers(move |answers| _ = settled(answers.map(drop)));
        } else {
            _ = settled(Some(()));
        }
    }

    /// Puts an explorer of a set into an element inside the shadow root of a host.
    ///
    /// `settings`, which were [prepared](Widget::prepare), are the host's attributes by their names
    /// in camel case; `saved` is what [`Widget::state`] gave when the element was last in the page,
    /// or nothing.
    ///
    /// # Errors
    /// When nothing could be mounted.
    pub fn mount(
        mount: &HtmlElement,
        host: HtmlElement,
        packed: &Packed,
        settings: &JsValue,
        saved: &JsValue,
    ) -> Result<Widget, js_sys::Error> {
        let saved = Saved::of(&Plain(saved));
        let mut settings = told(settings);
        let words = words(&settings.lang);
        let dataset = packed.dataset();
        let mut notes = Vec::new();
        let prefix = claim(&mut settings, words, &mut notes);
        let state = opening(&dataset, &settings, &saved, words, &mut notes);
        Self::build(mount, host, &settings, prefix, dataset, state, notes)
    }

    fn build(
        mount: &HtmlElement,
        host: HtmlElement,
        settings: &Settings,
        prefix: Option<Prefix>,
        dataset: Arc<Dataset>,
        state: State,
        notes: Vec<String>,
    ) -> Result<Widget, js_sys::Error> {
        let words = words(&settings.lang);
        let made = Rc::new(Cell::new(None));
        let inside = made.clone();
        let region = host.query_selector(":scope > [slot=live]").ok().flatten();
        let linking = Linking {
            page: browser::href,
            settings: settings.address.clone(),
            folder: settings.folder.clone(),
            src: settings.src.clone(),
            open_in: settings.open_in.clone(),
        };
        let (layout, label) = (settings.layout, settings.label.clone());
        let mounted = mount_to(mount.clone(), move || {
            let explorer = Explorer::new(dataset, state, words, layout, linking);
            inside.set(Some(explorer));
            announce(explorer, region);
            app(explorer, label, notes)
        });
        let explorer =
            made.get().ok_or_else(|| js_sys::Error::new("Mounting made no explorer."))?;
        let joint = join(explorer, settings, mount, &host, words);
        Ok(Widget { explorer, host, joint, prefix, _mounted: Box::new(mounted) })
    }

    /// Tells the host page, and then `done`, that the explorer can be used: as soon as it answers
    /// questions.
    #[wasm_bindgen(js_name = tellReady)]
    pub fn tell_ready(&self, done: js_sys::Function) {
        let (explorer, host) = (self.explorer, self.host.clone());
        explorer.when_answering(move || {
            ready(explorer, &host);
            // What the loader does then cannot fail; if it did, nothing here depends on it.
            let _ = done.call0(&JsValue::NULL);
        });
    }

    /// The state, as a plain object.
    #[must_use]
    pub fn state(&self) -> JsValue {
        self.explorer.settle();
        to_js(&StateObject { query: query_of(self.explorer) })
    }

    /// Goes to a state that [`Widget::state`] gave, or to the query string of a link, as soon as
    /// it can be read.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, value: &JsValue) {
        let query = value.as_string().or_else(|| Saved::of(&Plain(value)).query);
        let link = query.unwrap_or_default();
        let explorer = self.explorer;
        explorer.when_read(link, address::Settings::default(), move |state| {
            explorer.act(Action::Restore(Box::new(state)));
        });
    }

    /// What is found now, as a plain object; undefined while questions are not answered yet.
    #[must_use]
    pub fn results(&self) -> JsValue {
        let Some(engine) = self.explorer.engine_now() else { return JsValue::UNDEFINED };
        self.explorer.settle();
        let dataset = self.explorer.dataset();
        let answer = self.explorer.answer_now();
        let evaluations = answer.evaluations.iter();
        let evaluations = evaluations.filter_map(|&ix| dataset.evaluation_id(ix));
        let statements =
            self.explorer.query_now(|query| (engine.statements)(&dataset, query, &answer));
        to_js(&ResultsObject {
            evaluations: evaluations.map(str::to_owned).collect(),
            statements,
            counts: CountsObject {
                evaluations: answer.evaluations.len(),
                statements: answer.statements.len(),
            },
            sentence: self.explorer.sentence(),
        })
    }

    /// The link to the present view.
    #[must_use]
    pub fn share(&self) -> String {
        self.explorer.settle();
        self.explorer.link()
    }

    /// Goes back to what the explorer opens with.
    pub fn reset(&self) {
        self.explorer.reset();
    }

    /// Puts focus into the search field.
    pub fn focus(&self) {
        if let Some(root) = self.host.shadow_root() {
            focus::to_id(&root, "search");
        }
    }

    /// Takes the explorer out of the page, with all that listens. Nothing is written any more.
    pub fn dispose(self) {
        if let Some(sync) = self.joint.borrow_mut().take() {
            sync.flush();
        }
        if let Some(prefix) = &self.prefix {
            release(prefix);
        }
    }
}

fn query_of(explorer: Explorer) -> String {
    explorer.peek(|state| address::encode_in_full(state, &Prefix::default()))
}
