//! Elements that are asked for later, and what an event says.

use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent,
};

/// Where an element is remembered once it is made.
#[derive(Clone, Copy)]
pub struct Slot(StoredValue<Option<Element>, LocalStorage>);

impl Slot {
    /// An empty slot.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    pub(super) fn fill(self, element: &Element) {
        self.0.set_value(Some(element.clone()));
    }

    /// The element as a dialog, if it is made and is one.
    pub fn dialog(self) -> Option<HtmlDialogElement> {
        self.get()
    }

    /// The element as a field, if it is made and is one.
    pub fn field(self) -> Option<HtmlInputElement> {
        self.get()
    }

    fn get<T: JsCast>(self) -> Option<T> {
        self.0.try_get_value().flatten().and_then(|element| element.dyn_into().ok())
    }

    /// The value that the element has, if it is a field or a menu.
    pub fn value(self) -> String {
        self.get::<Element>().map(|element| value(&element)).unwrap_or_default()
    }

    /// Gives the field a value, unless it has it: writing moves the caret.
    pub fn set_value(self, value: &str) {
        if let Some(field) = self.get::<HtmlInputElement>().filter(|it| it.value() != value) {
            field.set_value(value);
        }
    }

    /// The element as what takes focus.
    pub fn html(self) -> Option<HtmlElement> {
        self.get()
    }
}

/// The value that a field or a menu has after an event in it.
pub fn value_of(event: &Event) -> String {
    event.target().map(|target| value(&target)).unwrap_or_default()
}

fn value(of: &JsValue) -> String {
    let value = js_sys::Reflect::get(of, &"value".into()).ok();
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the checkbox of an event is ticked now.
pub fn is_checked(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    target.is_some_and(|field| field.checked())
}

/// True for a click that means "here": the first button without a key held down.
pub fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_none_or(|event| {
        !(event.ctrl_key() || event.meta_key() || event.shift_key()) && event.button() == 0
    })
}

/// True for a key pressed by itself, outside of fields in which it writes and of dialogs.
pub fn is_shortcut(event: &Event, key: &str) -> bool {
    let writes = "input:not([type=checkbox], [type=radio]), textarea, select, dialog *";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_free = target.is_none_or(|target| !target.matches(writes).unwrap_or_default());
    is_free && is_key(event, key)
}

/// True for a key pressed without another.
pub fn is_key(event: &Event, key: &str) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| {
        event.key() == key && !(event.ctrl_key() || event.meta_key() || event.alt_key())
    })
}
