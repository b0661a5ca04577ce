//! Attributes of the element as typed settings.

use explorer_core::address::{self, Decoded, Place, Prefix};
use explorer_core::facet::picks::Picks;
use explorer_core::query::Unit;
use explorer_core::share::is_of_the_web;
use explorer_core::state::{Action, State, View};

use super::attribute::{Reader, Warning};
use super::plain::Plain;
use crate::address_sync::Recording;
use crate::pages::answers_now;
use crate::store::Layout;

/// The attributes as the host wrote them; those that are not set are `None`. All of them are
/// here, also those that the loader or the style sheet heeds, because mistakes in any are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Raw {
    /// BCP 47 tag: the element's, or the nearest around it.
    pub lang: Option<String>,
    /// Where a packed set lies, instead of the one that comes with the widget.
    pub src: Option<String>,
    /// The view it opens with.
    pub view: Option<String>,
    /// The unit of reading it opens with.
    pub unit: Option<String>,
    /// What the explorer opens with, as the query string of a link.
    pub preset: Option<String>,
    /// Filters that readers cannot change, as the query string of a link.
    pub lock: Option<String>,
    /// What is not shown.
    pub hide: Option<String>,
    /// Where the state lives in the address: `query`, `hash` or `off`.
    pub url: Option<String>,
    /// What our keys begin with.
    pub url_prefix: Option<String>,
    /// How acts enter the history: `push`, `replace` or `off`.
    pub history: Option<String>,
    /// The page on which a reader can open the same view.
    pub open_in: Option<String>,
    /// The level of the explorer's headings, 2 to 4.
    pub heading_level: Option<String>,
    /// The name of the explorer's region.
    pub label: Option<String>,
    /// Light, dark or as the reader's system.
    pub theme: Option<String>,
    /// How much room things take.
    pub density: Option<String>,
    /// How many results show at first, 5 to 100.
    pub page_size: Option<String>,
    /// When it starts.
    pub loading: Option<String>,
    /// Where the other files lie.
    pub base: Option<String>,
    /// How high it is: it grows, or it is a box that scrolls.
    pub height: Option<String>,
    /// Whether a self-test is printed.
    pub diagnose: Option<String>,
    /// The address of the folder of the loader. Set by the loader, not by the host.
    pub folder: String,
    /// What the loader found wrong with `height`. Set by the loader, which can ask the browser.
    pub bad_height: bool,
}

/// What a host may hide; `style/element.css` has a rule for each.
pub const HIDEABLE: [&str; 11] = [
    "header", "search", "facets", "filters", "unit", "sort", "compare", "share", "embed", "export",
    "footer",
];

/// What the host settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: String,
    /// The name of the region, if the host gives one.
    pub label: Option<String>,
    /// The address.
    pub address: address::Settings,
    /// The history.
    pub recording: Recording,
    /// The page on which the same view is offered.
    pub open_in: Option<String>,
    /// Headings and pages.
    pub layout: Layout,
    /// The address of the folder of the loader.
    pub folder: String,
    /// Where the set lies, if it is not the one that comes with the widget.
    pub src: Option<String>,
    /// The unit that the host asks for, on its own.
    pub unit: Option<Unit>,
    /// The view that the host asks for, on its own.
    pub view: Option<View>,
    /// True when the host gives a preset or locks filters, whose text only what answers questions
    /// can read.
    pub is_preset: bool,
}

impl Raw {
    /// The attributes from the loader's object, which has them by their names in camel case.
    #[must_use]
    pub fn of(object: &Plain<'_>) -> Self {
        Self {
            lang: object.text("lang"),
            src: object.text("src"),
            view: object.text("view"),
            unit: object.text("unit"),
            preset: object.text("preset"),
            lock: object.text("lock"),
            hide: object.text("hide"),
            url: object.text("url"),
            url_prefix: object.text("urlPrefix"),
            history: object.text("history"),
            open_in: object.text("openIn"),
            heading_level: object.text("headingLevel"),
            label: object.text("label"),
            theme: object.text("theme"),
            density: object.text("density"),
            page_size: object.text("pageSize"),
            loading: object.text("loading"),
            base: object.text("base"),
            height: object.text("height"),
            diagnose: object.text("diagnose"),
            folder: object.text("folder").unwrap_or_default(),
            bad_height: object.is("badHeight"),
        }
    }

    /// The settings, with the default in place of what cannot be used, and a warning for each.
    #[must_use]
    pub fn settled(&self) -> (Settings, Vec<Warning>) {
        let mut reader = Reader::default();
        let place = reader.code("url", self.url.as_deref(), Place::from_code, "query, hash or off");
        let prefix = reader.read(
            "url-prefix",
            self.url_prefix.as_deref(),
            Prefix::new,
            "lower-case letters, digits and hyphens, for example ee-",
        );
        let prefix = prefix.unwrap_or_default();
        let recording =
            reader.code("history", self.history.as_deref(), recording, "push, replace or off");
        let unit =
            reader.code("unit", self.unit.as_deref(), Unit::from_code, "evaluations or statements");
        let view = reader.code("view", self.view.as_deref(), View::from_code, "a view");
        let engine = answers_now().map(|answers| &answers.engine);
        let read = |text: &Option<String>| {
            let text = text.as_deref().filter(|text| !text.trim().is_empty())?;
            Some((engine?.read_preset)(text, &prefix))
        };
        let opening =
            read(&self.preset).map_or_else(State::default, |it| opening(&it, &mut reader));
        let lock = read(&self.lock).map_or_else(Picks::default, |it| self.locked(&it, &mut reader));
        let open_in = reader.read(
            "open-in",
            self.open_in.as_deref().map(str::trim).filter(|text| !text.is_empty()),
            |text| is_of_the_web(text).then(|| text.to_owned()),
            "an address that begins with https:// or http://",
        );
        let layout = self.layout(&mut reader);
        self.look(&mut reader);
        let settings = Settings {
            lang: self.lang.clone().unwrap_or_else(|| "en".to_owned()),
            label: self.label.clone().filter(|label| !label.trim().is_empty()),
            address: address::Settings {
                prefix,
                place: place.unwrap_or(Place::Query),
                opening: asked_for(opening, unit, view),
                lock,
            },
            recording: recording.unwrap_or(Recording::Push),
            open_in,
            layout,
            folder: self.folder.clone(),
            src: self.src.clone().filter(|src| !src.trim().is_empty()),
            unit,
            view,
            is_preset: [&self.preset, &self.lock].into_iter().any(Option::is_some),
        };
        (settings, reader.into_warnings())
    }

    fn layout(&self, reader: &mut Reader) -> Layout {
        let level = reader.code(
            "heading-level",
            self.heading_level.as_deref(),
            |text| text.parse().ok().filter(|level| (2..=4).contains(level)),
            "2, 3 or 4",
        );
        let page_size = reader.code(
            "page-size",
            self.page_size.as_deref(),
            |text| text.parse().ok().filter(|size| (5..=100).contains(size)),
            "a number from 5 to 100",
        );
        Layout { heading_level: level.unwrap_or(2), page_size: page_size.unwrap_or(20) }
    }

    /// What the style sheet and the loader heed by themselves: only mistakes are told here.
    fn look(&self, reader: &mut Reader) {
        reader.one_of("theme", self.theme.as_deref(), &["light", "dark", "auto"]);
        reader.one_of("density", self.density.as_deref(), &["comfortable", "compact"]);
        reader.one_of("loading", self.loading.as_deref(), &["lazy", "eager"]);
        for word in self.hide.as_deref().unwrap_or_default().split_whitespace() {
            reader.one_of("hide", Some(word), &HIDEABLE);
        }
        if self.bad_height {
            let height = self.height.as_deref().unwrap_or_default();
            reader.warn("height", height, "grow, or a length of CSS such as 40em");
        }
    }

    /// Filters that have values can be locked; anything else in a lock is a mistake.
    fn locked(&self, decoded: &Decoded, reader: &mut Reader) -> Picks {
        for issue in &decoded.issues {
            reader.warn("lock", &issue.text, "filters as in a link of the explorer");
        }
        let lock = decoded.state.query().picks.clone();
        if decoded.state != State::default().locked(&lock) {
            let text = self.lock.as_deref().unwrap_or_default();
            reader.warn("lock", text, "filters with values alone, such as country=pe");
        }
        lock
    }
}

fn opening(decoded: &Decoded, reader: &mut Reader) -> State {
    for issue in &decoded.issues {
        reader.warn("preset", &issue.text, "the query string of a link of the explorer");
    }
    decoded.state.clone()
}

/// A state with the unit and the view that the host asks for beside it.
#[must_use]
pub fn asked_for(state: State, unit: Option<Unit>, view: Option<View>) -> State {
    let acts = unit.map(Action::SearchIn).into_iter().chain(view.map(Action::Show));
    acts.fold(state, State::after)
}

fn recording(text: &str) -> Option<Recording> {
    match text {
        "push" => Some(Recording::Push),
        "replace" => Some(Recording::Replace),
        "off" => Some(Recording::Off),
        _ => None,
    }
}
