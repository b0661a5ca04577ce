//! An element of the page, described at run time.
//!
//! Leptos gives every combination of tag, attributes and children a type of its own, which is
//! quick to run and large to ship: the same widget took three times the bytes. [`El`] is one type
//! for all elements. It takes part in Leptos's views like any other, and what changes is bound by
//! Leptos's render effects, so nothing else differs.

use std::borrow::Cow;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use send_wrapper::SendWrapper;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

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

/// An element in the page.
pub struct Made {
    element: Element,
    _children: Vec<AnyViewState>,
    _kept: Kept,
}

#[derive(Default)]
struct Kept {
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<EventListener>,
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

    /// Does something when an event happens.
    #[must_use]
    pub fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        self.listening(event, Box::new(act))
    }

    fn listening(mut self, event: &'static str, act: Box<dyn FnMut(&Event)>) -> Self {
        self.0.steps.push(Box::new(move |element, kept| {
            let options = gloo::events::EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(element, event, options, act);
            kept.listeners.push(listener);
        }));
        self
    }

    /// Remembers the element in a slot.
    #[must_use]
    pub fn keep(mut self, slot: Slot) -> Self {
        self.0.steps.push(Box::new(move |element, _| {
            slot.0.set_value(Some(element.clone()));
        }));
        self
    }

    /// True when nothing was put into it.
    pub fn is_empty(&self) -> bool {
        self.0.children.is_empty()
    }

    fn make(self) -> Made {
        let plan = *self.0;
        let is_svg = matches!(plan.tag, "svg" | "path");
        let element = Rndr::create_element(plan.tag, is_svg.then_some(SVG));
        for (name, value) in &plan.attributes {
            let _ = element.set_attribute(name, value);
        }
        let mut kept = Kept::default();
        let mut children: Vec<AnyViewState> =
            plan.children.into_iter().map(Render::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        // After the children: the value of a <select> is one of its options.
        for step in plan.steps.take() {
            step(&element, &mut kept);
        }
        Made { element, _children: children, _kept: kept }
    }
}

impl From<El> for AnyView {
    fn from(element: El) -> Self {
        element.into_any()
    }
}

impl Mountable for Made {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(&self.element));
            true
        })
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl Render for El {
    type State = Made;

    fn build(self) -> Made {
        self.make()
    }

    /// A new description is a new element: what lasts is bound, not built again.
    fn rebuild(self, state: &mut Made) {
        let mut made = self.make();
        state.insert_before_this(&mut made);
        state.unmount();
        *state = made;
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// Only what a browser needs is here: the widget is never rendered on a server.
impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Made {
        self.make()
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Where an element is remembered once it is made.
#[derive(Clone, Copy)]
pub struct Slot(StoredValue<Option<Element>, LocalStorage>);

impl Slot {
    /// An empty slot.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The element, if it is made and of that kind.
    pub fn get<T: JsCast>(self) -> Option<T> {
        self.0.try_get_value().flatten().and_then(|element| element.dyn_into().ok())
    }

    /// The element as what takes focus.
    pub fn html(self) -> Option<HtmlElement> {
        self.get()
    }
}

/// A place whose content follows signals: made anew whenever one that it read changes.
pub fn dynamic(content: impl Fn() -> Option<El> + 'static) -> AnyView {
    fn boxed(content: Box<dyn Fn() -> Option<El>>) -> AnyView {
        let content = SendWrapper::new(content);
        (move || content().map(AnyView::from)).into_any()
    }
    boxed(Box::new(content))
}

/// One of many that come, go and move: made once for each key.
pub struct Item {
    key: String,
    make: SendWrapper<Box<dyn FnOnce() -> El>>,
}

impl Item {
    /// An item by its key.
    pub fn new(key: impl Into<String>, make: impl FnOnce() -> El + 'static) -> Self {
        Self { key: key.into(), make: SendWrapper::new(Box::new(make)) }
    }
}

/// Many that come, go and move as signals change. Those whose keys stay are left as they are.
pub fn each(items: impl Fn() -> Vec<Item> + 'static) -> AnyView {
    fn boxed(items: Box<dyn Fn() -> Vec<Item>>) -> AnyView {
        let items = SendWrapper::new(items);
        For(ForProps {
            each: move || items(),
            key: |item: &Item| item.key.clone(),
            children: |item: Item| item.make.take()(),
        })
        .into_any()
    }
    boxed(Box::new(items))
}

/// The value that a field or a menu has after an event in it.
pub fn value_of(event: &Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}
