//! The exported `Widget` in a real browser, without the element around it: what it leaves in the
//! page, what it takes away, and what JavaScript gets from it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may stop")]

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, HtmlElement, HtmlInputElement};

use crate::element::{Packed, Widget};

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

fn mounted(saved: &JsValue) -> Mounted {
    mounted_with(&[], saved)
}

fn mounted_with(attributes: &[(&str, &str)], saved: &JsValue) -> Mounted {
    let (host, place) = (element(), element());
    host.append_child(&place).unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let settings = Object::new();
    for (name, value) in [("url", "off")].iter().chain(attributes) {
        Reflect::set(&settings, &(*name).into(), &(*value).into()).unwrap();
    }
    let packed = Packed::embedded().unwrap();
    let widget = Widget::mount(&place, host.clone(), &packed, &settings.into(), saved).unwrap();
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
        self.widget.set_state(&query.into());
    }

    fn query(&self) -> String {
        Reflect::get(&self.widget.state(), &"query".into()).unwrap().as_string().unwrap()
    }
}

#[wasm_bindgen_test]
fn a_mounted_widget_finds_everything_and_leaves_nothing_behind() {
    let it = mounted(&JsValue::UNDEFINED);
    assert_eq!(it.found("evaluations"), 5);
    it.search_field();
    it.widget.dispose();
    assert_eq!(it.place.child_element_count(), 0);
    it.host.remove();
}

#[wasm_bindgen_test]
fn a_widget_that_comes_back_has_the_state_that_it_had() {
    let it = mounted(&JsValue::UNDEFINED);
    it.go_to("ee-country=pe&ee-v=1");
    assert_eq!(it.found("evaluations"), 2);
    let (saved, query) = (it.widget.state(), it.query());
    it.widget.dispose();
    it.host.remove();

    let again = mounted(&saved);
    assert_eq!(again.query(), query);
    assert_eq!(again.found("evaluations"), 2);
    again.widget.reset();
    assert_eq!(again.found("evaluations"), 5);
    again.widget.dispose();
    again.host.remove();
}

#[wasm_bindgen_test]
fn what_is_typed_narrows_the_results() {
    let it = mounted(&JsValue::UNDEFINED);
    let field = it.search_field();
    field.set_value("shelter");
    field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    let found = it.found("statements");
    assert!(found > 0 && found < 133, "found {found} statements");
    it.widget.dispose();
    it.host.remove();
}

#[wasm_bindgen_test]
fn nothing_overtakes_what_is_typed() {
    let it = mounted(&JsValue::UNDEFINED);
    let type_in = |text: &str| {
        let field = it.search_field();
        field.set_value(text);
        field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    };
    type_in("shelter");
    assert!(it.query().contains("q=shelter"), "{}", it.query());
    type_in("shelters");
    type_in("prosecutors");
    assert!(it.widget.share().contains("q=prosecutors"));
    type_in("gender");
    it.widget.reset();
    assert!(!it.query().contains("q="), "{}", it.query());
    it.widget.dispose();
    it.host.remove();
}

#[wasm_bindgen_test]
fn two_widgets_keep_their_own_state() {
    let (first, second) = (mounted(&JsValue::UNDEFINED), mounted(&JsValue::UNDEFINED));
    first.go_to("ee-country=pe&ee-v=1");
    assert_eq!(first.found("evaluations"), 2);
    assert_eq!(second.found("evaluations"), 5);
    for it in [first, second] {
        it.widget.dispose();
        it.host.remove();
    }
}

/// A saved state with the attributes that changed since.
fn saved(query: &str, changed: &str) -> JsValue {
    let saved = Object::new();
    Reflect::set(&saved, &"query".into(), &query.into()).unwrap();
    Reflect::set(&saved, &"changed".into(), &Array::of1(&changed.into())).unwrap();
    saved.into()
}

#[wasm_bindgen_test]
fn a_lock_narrows_every_answer_and_no_act_widens_it() {
    let it = mounted_with(&[("lock", "country=pe")], &JsValue::UNDEFINED);
    assert_eq!(it.found("evaluations"), 2);
    for query in ["ee-v=1", "ee-country=co&ee-v=1", "ee-not-country=pe&ee-v=1"] {
        it.go_to(query);
        assert_eq!(it.found("evaluations"), 2, "{query}");
    }
    let link = it.widget.share();
    assert!(link.contains("ee-not-country=pe"), "the reader's own wishes travel: {link}");
    assert!(!link.contains("ee-country=pe"), "the page adds its lock itself: {link}");
    assert!(it.place.query_selector("[id^=pick-country]").unwrap().is_none());
    assert!(it.place.query_selector(".chip.fixed").unwrap().is_some());
    assert!(it.place.query_selector("button.chip").unwrap().is_none());
    it.widget.dispose();
    it.host.remove();
}

#[wasm_bindgen_test]
fn an_attribute_that_the_host_changes_takes_effect_on_the_present_state() {
    let before = "ee-country=pe&ee-v=1";
    let it = mounted_with(&[("unit", "statements")], &saved(before, "unit"));
    assert_eq!(it.query(), "ee-unit=statements&ee-country=pe&ee-v=1");
    it.widget.dispose();
    let it = mounted_with(&[("unit", "statements")], &saved(before, "label"));
    assert_eq!(it.query(), before);
    it.widget.dispose();
    let it = mounted_with(&[("preset", "country=mx")], &saved(before, "preset"));
    assert_eq!(it.query(), "ee-country=mx&ee-v=1");
    it.widget.reset();
    assert_eq!(it.query(), "ee-country=mx&ee-v=1", "reset goes to what the host opens with");
    it.widget.dispose();
}

/// The set that bytes are, or why they are none. Without modules that come later both are told at
/// once.
fn open(bytes: Vec<u8>) -> Result<JsValue, JsValue> {
    let [opened, refused] = ["opened", "refused"]
        .map(|name| Function::new_with_args("it", &format!("globalThis.{name} = it")));
    let told = |name: &str| Reflect::get(&js_sys::global(), &name.into()).unwrap();
    for name in ["opened", "refused"] {
        Reflect::set(&js_sys::global(), &name.into(), &JsValue::UNDEFINED).unwrap();
    }
    Packed::open(bytes, opened, refused);
    if told("refused").is_undefined() { Ok(told("opened")) } else { Err(told("refused")) }
}

#[wasm_bindgen_test]
fn bytes_that_are_no_set_are_refused_with_a_code_and_a_hint() {
    let refused = |bytes: Vec<u8>| {
        let error = open(bytes).expect_err("these bytes are no set");
        let text = |name: &str| Reflect::get(&error, &name.into()).unwrap().as_string().unwrap();
        assert!(!text("hint").is_empty() && !text("message").is_empty());
        text("code")
    };
    let whole = [explorer_data::FIRST, explorer_data::REST].concat();
    open(whole.clone()).expect("this is a set");
    assert_eq!(refused(b"<!doctype html>".to_vec()), "data-type");
    assert_eq!(refused(whole[..whole.len() / 2].to_vec()), "data-truncated");
    let mut damaged = whole;
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    assert_eq!(refused(damaged), "data-damaged");
}
