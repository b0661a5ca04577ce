//! Joins the state and the page's address: reads it on Back, writes only differences.
//!
//! This is the only writer of the address. Nothing is written before the reader's first act, and
//! nothing while an address is being read. A refusal of the browser is reported once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explorer_core::address::{self, Address, Settings};
use explorer_core::state::{Action, History, State};
use gloo::events::EventListener;
use leptos::prelude::request_animation_frame;
use web_sys::ShadowRoot;

use crate::browser::address::{self as browser, Entry};
use crate::browser::delay::Delay;
use crate::browser::focus;
use crate::browser::scroll::Position;
use crate::store::Explorer;

/// How long typing rests before it enters the address, in milliseconds.
const REST: u32 = 400;

/// What the reader left behind at an address: where page and box stood and what had focus.
struct Place {
    own: String,
    scroll: Position,
    focus: Option<String>,
}

/// How many left places are remembered.
const PLACES: usize = 50;

/// The joint. Dropping it ends all listening and all writing.
pub struct AddressSync {
    _listeners: Vec<EventListener>,
    shared: Rc<Shared>,
}

struct Shared {
    explorer: Explorer,
    settings: Settings,
    is_written: bool,
    pushes: bool,
    root: Option<ShadowRoot>,
    delay: Delay,
    pending: RefCell<Option<String>>,
    places: RefCell<Vec<Place>>,
    was_refused: Cell<bool>,
    on_refusal: Box<dyn Fn()>,
}

/// How acts enter the history, as the host settled it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// A new entry for each discrete act.
    Push,
    /// Every act replaces the present entry.
    Replace,
    /// The address is read at first and never written.
    Off,
}

impl AddressSync {
    /// Joins an explorer and the address. `on_refusal` is called once, when the browser first
    /// refuses.
    pub fn new(
        explorer: Explorer,
        settings: Settings,
        recording: Recording,
        root: Option<ShadowRoot>,
        on_refusal: impl Fn() + 'static,
    ) -> Self {
        let is_read = settings.place != address::Place::Off;
        let shared = Rc::new(Shared {
            explorer,
            is_written: is_read && recording != Recording::Off,
            pushes: recording == Recording::Push,
            settings,
            root,
            delay: Delay::default(),
            pending: RefCell::new(None),
            places: RefCell::new(Vec::new()),
            was_refused: Cell::new(false),
            on_refusal: Box::new(on_refusal),
        });
        let listeners = if is_read { listeners(&shared) } else { Vec::new() };
        Self { _listeners: listeners, shared }
    }

    /// Enters an act into the address.
    pub fn note(&self, before: &State, after: &State, history: History) {
        Shared::note(&self.shared, before, after, history);
    }

    /// Writes what waits.
    pub fn flush(&self) {
        self.shared.flush();
    }
}

fn listeners(shared: &Rc<Shared>) -> Vec<EventListener> {
    let on_change = shared.clone();
    let on_leave = shared.clone();
    let mut listeners = browser::on_change(move || Shared::read(&on_change));
    listeners.extend(browser::on_leave(move || on_leave.flush()));
    listeners
}

impl Shared {
    fn note(this: &Rc<Self>, before: &State, after: &State, history: History) {
        if !this.is_written {
            return;
        }
        let own = address::encode(after, &this.settings);
        match history {
            History::Nothing => {}
            History::Replace => {
                this.pending.replace(Some(own));
                let shared = this.clone();
                this.delay.start(REST, move || shared.flush());
            }
            History::Push => {
                this.flush();
                this.remember(address::encode(before, &this.settings));
                let entry = if this.pushes { Entry::New } else { Entry::Present };
                this.write(&own, entry);
                if before.is_above_list() && !after.is_above_list() {
                    this.give_back();
                }
            }
        }
    }

    fn flush(&self) {
        self.delay.cancel();
        let pending = self.pending.borrow_mut().take();
        if let Some(own) = pending {
            self.write(&own, Entry::Present);
        }
    }

    fn write(&self, own: &str, entry: Entry) {
        let href = browser::href();
        let wanted = Address::of(&href).with(own, &self.settings);
        if wanted == href {
            return;
        }
        if browser::write(&wanted, entry).is_err() && !self.was_refused.replace(true) {
            (self.on_refusal)();
        }
    }

    fn remember(&self, own: String) {
        let focus = self.root.as_ref().and_then(focus::id_in);
        let mut places = self.places.borrow_mut();
        places.retain(|place| place.own != own);
        if places.len() >= PLACES {
            places.remove(0);
        }
        places.push(Place { own, scroll: Position::now(self.root.as_ref()), focus });
    }

    /// Takes over what the address says now.
    fn read(this: &Rc<Self>) {
        this.delay.cancel();
        this.pending.replace(None);
        let href = browser::href();
        let link = Address::of(&href).part(this.settings.place).to_owned();
        let shared = this.clone();
        this.explorer.when_read(link, this.settings.clone(), move |state| shared.take_over(state));
    }

    /// Goes to a state and gives the reader's place back. Where the address says what is shown
    /// already, as after a jump to an anchor of the host, nothing is touched.
    fn take_over(&self, state: State) {
        let own = address::encode(&state, &self.settings);
        if self.explorer.peek(|state| address::encode(state, &self.settings) == own) {
            return;
        }
        self.explorer.act(Action::Restore(Box::new(state)));
        self.give_back();
    }

    /// Gives the place back that the reader left at what is shown now.
    fn give_back(&self) {
        let own = self.explorer.peek(|state| address::encode(state, &self.settings));
        let places = self.places.borrow();
        let Some(place) = places.iter().find(|place| place.own == own) else { return };
        let (scroll, focus, root) = (place.scroll, place.focus.clone(), self.root.clone());
        // A frame after the page took focus to what was opened or to the results.
        let give_back = move || {
            if let (Some(root), Some(id)) = (&root, focus) {
                focus::to_id(root, &id);
            }
            scroll.restore(root.as_ref());
        };
        request_animation_frame(move || request_animation_frame(give_back));
    }
}
