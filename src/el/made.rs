//! An element in the page, and how Leptos puts it there.

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
use web_sys::{Element, Node};

use super::El;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element in the page.
pub struct Made {
    element: Element,
    _children: Vec<AnyViewState>,
    _kept: Kept,
}

/// What lasts as long as its element: effects that keep it true, and what listens on it.
#[derive(Default)]
pub struct Kept {
    pub effects: Vec<RenderEffect<()>>,
    pub listeners: Vec<EventListener>,
}

impl El {
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
