//! The reference against the code: what it lists is there, and what is there it lists.

use std::collections::BTreeSet;

use super::docs;
use super::reference::{Named, Reference};
use super::wire;
use crate::packaging::colours::Sheet;
use crate::project::{Project, files_below, read_text, write};

const DOCUMENT: &str = "docs/embedding.md";

fn project() -> Project {
    Project::open().unwrap()
}

fn text(path: &str) -> String {
    read_text(&project().path(path)).unwrap()
}

fn reference() -> Reference {
    Reference::read(&project()).unwrap()
}

fn names(all: &[Named]) -> BTreeSet<String> {
    all.iter().map(|it| it.name.clone()).collect()
}

/// What stands between `start` and `end` in a text, each time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    let cut = |rest: &'t str| rest.split(end).next().unwrap_or_default();
    text.split(start).skip(1).map(cut).collect()
}

/// All that is quoted in a text.
fn quoted(text: &str, quote: char) -> BTreeSet<String> {
    text.split(quote).skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn attributes_are_those_that_the_element_observes() {
    let script = text("src/element/attributes.js");
    let observed: BTreeSet<String> = ["MEANING = [", "ATTRIBUTES = ["]
        .iter()
        .flat_map(|list| quoted(between(&script, list, "];")[0], '\''))
        .collect();
    let listed: BTreeSet<String> = reference().attributes.into_iter().map(|it| it.name).collect();
    assert_eq!(observed, listed);
}

#[test]
fn attributes_are_those_that_rust_reads() {
    let settings = text("src/element/settings.rs");
    let raw = between(&settings, "pub struct Raw {", "\n}")[0];
    let read: BTreeSet<String> = raw
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ")?.strip_suffix(": Option<String>,"))
        .map(|name| name.replace('_', "-"))
        .collect();
    let listed: BTreeSet<String> = reference().attributes.into_iter().map(|it| it.name).collect();
    assert_eq!(read, listed);
}

#[test]
fn what_can_be_hidden_is_listed_read_and_styled() {
    let reference = reference();
    let hide = reference.attributes.iter().find(|it| it.name == "hide").unwrap();
    let listed = quoted(&hide.values, '`');
    let settings = text("src/element/settings.rs");
    let read = quoted(between(&settings, "pub const HIDEABLE", "];")[0], '"');
    let sheet = text("style/element.css");
    let styled: BTreeSet<String> =
        between(&sheet, "[hide~=\"", "\"").into_iter().map(str::to_owned).collect();
    assert_eq!(read, listed);
    assert_eq!(styled, listed);
}

#[test]
fn properties_and_methods_are_those_of_the_class() {
    let class = text("src/element/element.js");
    for property in reference().properties {
        assert!(class.contains(&format!("  get {}() {{", property.name)), "{}", property.name);
        let can_be_set = class.contains(&format!("  set {}(", property.name));
        assert_eq!(can_be_set, property.accepts.is_some(), "{}", property.name);
    }
    for method in reference().methods {
        let name = &method.name;
        let is_there = [format!("  {name}() {{"), format!("  async {name}() {{")]
            .iter()
            .any(|it| class.contains(it));
        assert!(is_there, "{name}");
    }
}

#[test]
fn events_are_those_that_are_dispatched_and_their_details_are_wire_types() {
    let scripts = text("src/element/element.js")
        + &text("src/element/start.js")
        + &text("src/element/events.rs");
    let dispatched: BTreeSet<String> = quoted(&scripts, '"')
        .into_iter()
        .chain(quoted(&scripts, '\''))
        .filter(|it| it.starts_with("ee-") && it.len() > 3 && it != "ee-diagnose")
        .collect();
    let reference = reference();
    let listed: BTreeSet<String> = reference.events.iter().map(|it| it.name.clone()).collect();
    assert_eq!(dispatched, listed);
    let objects = wire::objects(&project()).unwrap();
    for event in &reference.events {
        assert!(objects.iter().any(|it| it.name == event.detail), "{}", event.detail);
        let cancelable = format!("\"{}\", &", event.name);
        let line = scripts.lines().find(|line| line.contains(&cancelable));
        if let Some(line) = line {
            assert_eq!(line.contains(", true)"), event.cancelable, "{}", event.name);
        }
    }
}

#[test]
fn parts_are_those_of_the_components() {
    let project = project();
    let mut found = BTreeSet::new();
    for file in files_below(&project.path("src")) {
        let text = read_text(&file).unwrap();
        for opening in ["attr(\"part\", \"", "setAttribute('part', '"] {
            for parts in between(&text, opening, if opening.ends_with('"') { "\"" } else { "'" }) {
                found.extend(parts.split(' ').map(str::to_owned));
            }
        }
    }
    assert_eq!(found, names(&reference().parts));
}

#[test]
fn properties_of_css_are_those_of_the_style_sheet_and_each_is_used() {
    let sheet = Sheet::parse(&text("style/tokens.css"));
    let defined: BTreeSet<String> = sheet.rule(":host").keys().cloned().collect();
    assert_eq!(defined, names(&reference().css));
    let project = project();
    let styles: String =
        files_below(&project.path("style")).iter().map(|file| read_text(file).unwrap()).collect();
    for name in defined {
        assert!(styles.contains(&format!("var({name})")), "{name} changes nothing");
    }
}

#[test]
fn the_tables_of_the_documentation_are_made_from_the_reference() {
    let project = project();
    let sheet = Sheet::parse(&text("style/tokens.css"));
    let (light, dark) = (sheet.rule(":host"), sheet.rule(":host([theme=\"dark\" i])"));
    let defaults = |name: &str| {
        let light = light.get(name).cloned().unwrap_or_default();
        (light.clone(), dark.get(name).cloned().unwrap_or(light))
    };
    let objects = wire::objects(&project).unwrap();
    let tables = docs::tables(&reference(), &objects, &defaults);
    let document = text(DOCUMENT);
    let renewed = docs::renewed(&document, &tables).unwrap();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        write(&project.path(DOCUMENT), renewed).unwrap();
    } else {
        assert!(
            document == renewed,
            "{DOCUMENT} has old tables; make them anew with UPDATE_EXPECT=1 cargo test -p xtask"
        );
    }
}
