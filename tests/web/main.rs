//! The exported `Widget` in a real browser, without the element around it: what it leaves in the
//! page, what it takes away, and what JavaScript gets from it.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use evaluation_explorer::element::Widget;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A host in the page with an empty place to mount in, and the widget in it. The address is left
/// alone, because all tests share one page.
struct Mounted {
    host: HtmlElement,
    place: HtmlElement,
    widget: Widget,
}

fn element() -> HtmlElement {
    document().create_element("div").unwrap().dyn_into().unwrap()
}

fn mounted(saved: JsValue) -> Mounted {
    let (host, place) = (element(), element());
    host.append_child(&place).unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let settings = Object::new();
    Reflect::set(&settings, &"url".into(), &"off".into()).unwrap();
    let widget = Widget::mount(&place, host.clone(), settings.into(), saved).unwrap();
    Mounted { host, place, widget }
}

impl Mounted {
    fn search_field(&self) -> HtmlInputElement {
        let field = self.place.query_selector("[type=search]").unwrap();
        field.expect("a search field").dyn_into().unwrap()
    }

    fn found(&self, unit: &str) -> u32 {
        let list = Reflect::get(&self.widget.results(), &unit.into()).unwrap();
        list.dyn_into::<Array>().expect("a list").length()
    }

    fn go_to(&self, query: &str) {
        self.widget.set_state(query.into());
    }

    fn query(&self) -> String {
        Reflect::get(&self.widget.state(), &"query".into()).unwrap().as_string().unwrap()
    }
}

#[wasm_bindgen_test]
fn a_mounted_widget_finds_everything_and_leaves_nothing_behind() {
    let it = mounted(JsValue::UNDEFINED);
    assert_eq!(it.found("evaluations"), 5);
    it.search_field();
    it.widget.dispose();
    assert_eq!(it.place.child_element_count(), 0);
    it.host.remove();
}

#[wasm_bindgen_test]
fn a_widget_that_comes_back_has_the_state_that_it_had() {
    let it = mounted(JsValue::UNDEFINED);
    it.go_to("ee-country=pe&ee-v=1");
    assert_eq!(it.found("evaluations"), 2);
    let (saved, query) = (it.widget.state(), it.query());
    it.widget.dispose();
    it.host.remove();

    let again = mounted(saved);
    assert_eq!(again.query(), query);
    assert_eq!(again.found("evaluations"), 2);
    again.widget.reset();
    assert_eq!(again.found("evaluations"), 5);
    again.widget.dispose();
    again.host.remove();
}

#[wasm_bindgen_test]
fn what_is_typed_narrows_the_results() {
    let it = mounted(JsValue::UNDEFINED);
    let field = it.search_field();
    field.set_value("shelter");
    field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    let found = it.found("statements");
    assert!(found > 0 && found < 133, "found {found} statements");
    it.widget.dispose();
    it.host.remove();
}

#[wasm_bindgen_test]
fn two_widgets_keep_their_own_state() {
    let (first, second) = (mounted(JsValue::UNDEFINED), mounted(JsValue::UNDEFINED));
    first.go_to("ee-country=pe&ee-v=1");
    assert_eq!(first.found("evaluations"), 2);
    assert_eq!(second.found("evaluations"), 5);
    for it in [first, second] {
        it.widget.dispose();
        it.host.remove();
    }
}
