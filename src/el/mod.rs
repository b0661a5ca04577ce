//! An element of the page, described at run time.
//!
//! Leptos gives every combination of tag, attributes and children a type of its own, which is
//! quick to run and large to ship: the same widget took three times the bytes. [`El`] is one type
//! for all elements. It takes part in Leptos's views like any other, and what changes is bound by
//! Leptos's render effects, so nothing else differs.

mod follow;
mod made;
mod slot;

use std::borrow::Cow;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use made::Kept;
use send_wrapper::SendWrapper;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

pub use follow::{Item, dynamic, each};
pub use slot::{Slot, is_checked, is_key, is_plain_click, is_shortcut, value_of};

/// What is done to an element when it is made, and what of it must last as long as it does.
type Step = Box<dyn FnOnce(&Element, &mut Kept)>;

/// An element to be made. Behind a pointer, because it is handed on with every word said of it.
pub struct El(Box<Plan>);

struct Plan {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    steps: SendWrapper<Vec<Step>>,
    children: Vec<AnyView>,
}

/// An element with a tag.
pub fn el(tag: &'static str) -> El {
    let steps = SendWrapper::new(Vec::new());
    El(Box::new(Plan { tag, attributes: Vec::new(), steps, children: Vec::new() }))
}

impl El {
    /// Sets an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attribute(name, value.into());
        self
    }

    fn attribute(&mut self, name: &'static str, value: Cow<'static, str>) {
        self.0.attributes.push((name, value));
    }

    /// Sets the classes.
    #[must_use]
    pub fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// Sets the id.
    #[must_use]
    pub fn id(self, id: impl Into<Cow<'static, str>>) -> Self {
        self.attr("id", id)
    }

    /// Puts something at the end.
    #[must_use]
    pub fn child(mut self, child: impl Into<AnyView>) -> Self {
        self.0.children.push(child.into());
        self
    }

    /// Puts something at the end, if it is there.
    #[must_use]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Puts several at the end.
    #[must_use]
    pub fn all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self.0.children.push(child.into());
        }
        self
    }

    /// Puts words at the end.
    #[must_use]
    pub fn words(mut self, words: impl AsRef<str>) -> Self {
        self.text_node(words.as_ref());
        self
    }

    fn text_node(&mut self, words: &str) {
        self.0.children.push(words.to_owned().into_any());
    }

    /// Does something to the element now and whenever a signal that it read changes.
    #[must_use]
    pub fn bind(self, act: impl Fn(&Element) + 'static) -> Self {
        self.bound(Box::new(act))
    }

    fn bound(mut self, act: Box<dyn Fn(&Element)>) -> Self {
        self.0.steps.push(Box::new(move |element, kept| {
            let element = element.clone();
            kept.effects.push(RenderEffect::new(move |_| act(&element)));
        }));
        self
    }

    /// Keeps the text of the element equal to a value. The element has no other content.
    #[must_use]
    pub fn text(self, text: impl Fn() -> String + 'static) -> Self {
        self.bind(move |element| {
            let text = text();
            if element.text_content().as_deref() != Some(&text) {
                element.set_text_content(Some(&text));
            }
        })
    }

    /// Keeps an attribute equal to a value; without a value it is not there.
    #[must_use]
    pub fn attr_of(
        self,
        name: &'static str,
        value: impl Fn() -> Option<Cow<'static, str>> + 'static,
    ) -> Self {
        self.bind(move |element| {
            // Names and values here are ours; the browser refuses neither.
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        })
    }

    /// Keeps an ARIA state equal to a value.
    #[must_use]
    pub fn state(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.attr_of(name, move || Some(if on() { "true" } else { "false" }.into()))
    }

    /// Has a class while something is so.
    #[must_use]
    pub fn toggle(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.bind(move |element| {
            let _ = element.class_list().toggle_with_force(class, on());
        })
    }

    /// Is hidden while something is so.
    #[must_use]
    pub fn hidden(self, hidden: impl Fn() -> bool + 'static) -> Self {
        self.attr_of("hidden", move || hidden().then_some("".into()))
    }

    /// Keeps the value of a field equal to a value.
    #[must_use]
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.bind(move |element| {
            let field: &HtmlInputElement = element.unchecked_ref();
            let value = value();
            if field.value() != value {
                field.set_value(&value);
            }
        })
    }

    /// Keeps a checkbox equal to a value.
    #[must_use]
    pub fn checked(self, checked: impl Fn() -> bool + 'static) -> Self {
        self.bind(move |element| {
            element.unchecked_ref::<HtmlInputElement>().set_checked(checked());
        })
    }

    /// Sets a custom property of the element's style, through the object model: a strict policy
    /// refuses style attributes.
    #[must_use]
    pub fn property(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        let value = value.into();
        self.0.steps.push(Box::new(move |element, _| {
            // A value that the browser does not take leaves the style sheet's own in place.
            let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, &value);
        }));
        self
    }

    /// Does something when an event happens.
    #[must_use]
    pub fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        self.listening(event, Box::new(act))
    }

    fn listening(mut self, event: &'static str, act: Box<dyn FnMut(&Event)>) -> Self {
        self.0.steps.push(Box::new(move |element, kept| {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(element, event, options, act);
            kept.listeners.push(listener);
        }));
        self
    }

    /// Remembers the element in a slot.
    #[must_use]
    pub fn keep(mut self, slot: Slot) -> Self {
        self.0.steps.push(Box::new(move |element, _| {
            slot.fill(element);
        }));
        self
    }

    /// True when nothing was put into it.
    pub fn is_empty(&self) -> bool {
        self.0.children.is_empty()
    }
}
