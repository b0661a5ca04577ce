//! A group of values with what a click on each would give.

use std::rc::Rc;

use explorer_core::facet::FacetId;
use explorer_core::state::Action;
use explorer_core::view::facets::{Choice, shown};
use explorer_lang::fill;
use explorer_lang::number::grouped;
use leptos::prelude::*;

use super::disclosure::disclosure;
use super::parts::{Icon, bare_button, hidden, icon};
use super::range_group::status_day;
use crate::el::{El, Item, each, el, value_of};
use crate::store::{Answer, Explorer};

/// How many values a list shows before it has to be unfolded.
const SHORT: usize = 8;

/// From how many values on a list has a field to find one.
const FIND_FROM: usize = 12;

/// A group and what a reader does to its list.
#[derive(Clone)]
struct Group {
    explorer: Explorer,
    counted: RwSignal<Answer>,
    name: &'static str,
    values: Rc<[Choice]>,
    unfolded: RwSignal<bool>,
    find: RwSignal<String>,
}

/// A group of checkboxes; nothing when the set has no value of it, or when the host has settled
/// it. What the host excludes is not offered.
pub fn facet_group(
    explorer: Explorer,
    counted: RwSignal<Answer>,
    values: Vec<Choice>,
    open: bool,
) -> Option<El> {
    let is_offered = |value: &Choice| {
        explorer
            .with_lock(|lock| !lock.settles(value.facet) && !lock.excludes(value.facet, &value.id))
    };
    let values: Rc<[Choice]> = values.into_iter().filter(is_offered).collect();
    let facets = facets_of(&values);
    let first = *facets.first()?;
    let name = match facets.len() {
        1 => explorer.words.facet(first),
        _ => explorer.words.answers().facet_place,
    };
    let chosen = move || facets.iter().map(|&facet| explorer.picked(facet)).sum::<usize>();
    let open = RwSignal::new(open || chosen() > 0);
    let (unfolded, find) = (RwSignal::new(false), RwSignal::new(String::new()));
    let group = Group { explorer, counted, name, values, unfolded, find };
    let id = format!("facet-{}", first.code());
    let body = move || {
        let day = (first == FacetId::Status).then(|| status_day(explorer, "status-day"));
        group.body(day)
    };
    Some(disclosure(id, name, open, chosen, body))
}

/// The facets whose values are in a list: one, or both of places.
fn facets_of(values: &[Choice]) -> Vec<FacetId> {
    let mut facets: Vec<FacetId> = Vec::new();
    for value in values {
        if !facets.contains(&value.facet) {
            facets.push(value.facet);
        }
    }
    facets
}

impl Group {
    fn body(&self, head: Option<El>) -> El {
        let list = self.clone();
        let rows = move || list.listed().into_iter().map(|value| list.item(value)).collect();
        el("div")
            .maybe(head)
            .maybe(self.finder())
            .child(el("ul").class("term-list").child(each(rows)))
            .child(self.nothing())
            .maybe(self.unfold())
    }

    fn finder(&self) -> Option<El> {
        let (words, find) = (self.explorer.words, self.find);
        (self.values.len() >= FIND_FROM).then(|| {
            let label = fill(words.answers().find_in, &[("facet", self.name)]);
            el("input")
                .attr("type", "search")
                .class("facet-find")
                .attr("aria-label", label.clone())
                .attr("placeholder", label)
                .value(move || find.get())
                .on("input", move |event| find.set(value_of(event)))
        })
    }

    fn nothing(&self) -> El {
        let (list, listed, words) = (self.clone(), self.clone(), self.explorer.words);
        let text = move || {
            list.find.with(|find| fill(words.answers().find_none, &[("text", find.trim())]))
        };
        el("p").class("secondary").hidden(move || !listed.listed().is_empty()).text(text)
    }

    fn unfold(&self) -> Option<El> {
        let (words, unfolded, total) = (self.explorer.words, self.unfolded, self.values.len());
        (total > SHORT).then(|| {
            let name = move || {
                if unfolded.get() {
                    words.answers().show_fewer.to_owned()
                } else {
                    fill(words.answers().show_all, &[("n", &total.to_string())])
                }
            };
            bare_button("plain", move || unfolded.update(|all| *all = !*all)).text(name)
        })
    }

    fn listed(&self) -> Vec<Choice> {
        let is_short = !self.unfolded.get() && self.values.len() > SHORT;
        let limit = if is_short { SHORT } else { usize::MAX };
        self.explorer
            .unworded(|query| self.find.with(|find| shown(&self.values, &query.picks, find, limit)))
    }

    fn item(&self, value: Choice) -> Item {
        let (explorer, counted) = (self.explorer, self.counted);
        let key = format!("{} {}", value.facet.code(), value.id);
        Item::new(key, move || term(explorer, counted, value))
    }
}

fn term(explorer: Explorer, counted: RwSignal<Answer>, value: Choice) -> El {
    let (words, facet, depth) = (explorer.words, value.facet, value.depth);
    let id: Rc<str> = value.id.into();
    let on = |excluded: bool| {
        let id = id.clone();
        move || explorer.is_picked(facet, &id, excluded)
    };
    let count = {
        let id = id.clone();
        move || counted.get().0.counts.get(&explorer.dataset(), facet, &id)
    };
    let (named, numbered) = (value.label.clone(), count.clone());
    let full_name = move || {
        let unit = explorer.unworded(|query| query.unit);
        let things = words.counted(unit).of(numbered() as usize, words);
        Some(fill(words.answers().option, &[("name", &named), ("things", &things)]).into())
    };
    let (numbered, toggled, turned) = (count.clone(), id.clone(), id.clone());
    let checkbox = el("input")
        .attr("type", "checkbox")
        .id(format!("pick-{}-{id}", facet.code()))
        .class("term-box")
        .attr_of("aria-label", full_name)
        .checked(on(false))
        .on("change", move |_| explorer.act(Action::Toggle(facet, (*toggled).into())));
    let exclude_label = fill(words.answers().exclude_value, &[("name", &value.label)]);
    let label = el("label")
        .class("term-label")
        .child(checkbox)
        .child(el("span").class("term-name").words(value.label))
        .child(el("span").class("term-count").text(move || grouped(numbered().into(), words)));
    let exclude = bare_button("term-exclude", move || {
        explorer.act(Action::ToggleExcluded(facet, (*turned).into()));
    })
    .attr("title", words.answers().exclude)
    .state("aria-pressed", on(true))
    .child(icon(Icon::Minus))
    .child(hidden(exclude_label));
    el("li")
        .class("term")
        .property("--depth", depth.to_string())
        .toggle("empty", move || count() == 0)
        .toggle("excluded", on(true))
        .child(label)
        .child(exclude)
}
