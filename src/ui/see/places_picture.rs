//! Countries and regions with counts.

use explorer_core::query::Unit;
use explorer_core::state::Action;
use explorer_core::view::money::length;
use explorer_core::view::places::{Entry, Places, Region, places};
use explorer_lang::number::grouped;
use explorer_lang::see::{place_name, places_table};
use explorer_lang::table::Table;

use super::data_table::{Spot, data_table};
use super::parts::{percent, press_button};
use crate::el::{El, el};
use crate::store::Explorer;
use crate::ui::parts::{heading, span};

/// The places of the results, or the same as a table.
pub fn places_picture(explorer: Explorer, is_table: bool) -> El {
    let body = if is_table {
        written(explorer)
    } else {
        let places = places(&explorer.dataset(), &explorer.answer());
        drawn(explorer, &places, explorer.query(|query| query.unit))
    };
    let designations = el("p").class("designations").words(explorer.words.pages().see.designations);
    el("div").child(body).child(designations)
}

/// The places of the results in words.
pub fn table(explorer: Explorer) -> Table {
    let places = places(&explorer.dataset(), &explorer.answer());
    let name = |facet, value: &str| explorer.name(facet, value);
    places_table(&places, explorer.query(|query| query.unit), &name, explorer.words)
}

/// The table of words, whose places filter like those of the picture.
fn written(explorer: Explorer) -> El {
    let places = places(&explorer.dataset(), &explorer.answer());
    let entries: Vec<_> = places.entries().collect();
    let unit = explorer.query(|query| query.unit);
    data_table(&table(explorer), &|spot, text| {
        let Spot::Cell(row, column) = spot else { return None };
        let (region, place) = entries.get(row)?;
        // A country stands beside its region, everything else at the head of its row.
        let own = usize::from(region.is_some());
        (column == own).then(|| asking(explorer, place, "head-button", unit).child(span(text)))
    })
}

fn drawn(explorer: Explorer, places: &Places, unit: Unit) -> El {
    let words = explorer.words;
    let regions = places.regions.iter().map(|it| region(explorer, it, places.most, unit));
    let beyond = (!places.beyond.is_empty()).then(|| {
        let level = explorer.layout.heading_level + 1;
        el("section")
            .class("region")
            .child(heading(level, "picture-part", span(words.pages().see.beyond)))
            .child(list(explorer, &places.beyond, places.most, unit))
    });
    el("div")
        .class("places")
        .child(el("p").class("secondary").words(words.pages().see.places_help))
        .all(regions)
        .maybe(beyond)
}

fn region(explorer: Explorer, region: &Region, most: u32, unit: Unit) -> El {
    let level = explorer.layout.heading_level + 1 + region.depth.min(3);
    let name = entry(explorer, &region.entry, "region-button", unit);
    let countries = list(explorer, &region.countries, most, unit);
    el("section")
        .class("region")
        .attr("data-depth", region.depth.to_string())
        .child(heading(level, "region-name", name))
        .maybe((!region.countries.is_empty()).then_some(countries))
}

fn list(explorer: Explorer, entries: &[Entry], most: u32, unit: Unit) -> El {
    let items = entries.iter().map(|it| {
        let share = percent(length(it.count.into(), most.into()));
        let bar = el("span").class("place-bar").property("--length", share);
        el("li").child(entry(explorer, it, "place-button", unit).child(bar))
    });
    el("ul").class("place-list").all(items)
}

/// A place that filters, with its name and number.
fn entry(explorer: Explorer, entry: &Entry, class: &'static str, unit: Unit) -> El {
    let words = explorer.words;
    let name = place_name(entry, &|facet, value| explorer.name(facet, value), words);
    asking(explorer, entry, class, unit)
        .child(span(name).class("place-name"))
        // Between name and number, as in the label: a voice command says what is seen.
        .words(" ")
        .child(span(grouped(entry.count.into(), words)).class("place-count"))
}

/// The button of a place that filters. One that would give nothing stays where it is and says so.
fn asking(explorer: Explorer, entry: &Entry, class: &'static str, unit: Unit) -> El {
    let words = explorer.words;
    let name = place_name(entry, &|facet, value| explorer.name(facet, value), words);
    let things = words.counted(unit).of(entry.count as usize, words);
    let picked = explorer.is_picked(entry.facet, &entry.value, false);
    let acts = match entry.count > 0 || picked {
        true => Action::Toggle(entry.facet, entry.value.clone()),
        false => Action::Do(Vec::new()),
    };
    let id = format!("place-{}-{}", entry.facet.code(), entry.value);
    let button = press_button(explorer, id, class, acts)
        .attr("aria-pressed", if picked { "true" } else { "false" })
        .attr("aria-label", format!("{name} {things}"));
    match entry.count {
        0 => button.attr("aria-disabled", "true"),
        _ => button,
    }
}
