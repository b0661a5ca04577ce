//! One facet: its values with what a click would give.

use std::rc::Rc;

use explorer_core::facet::FacetId;
use explorer_core::state::Action;
use explorer_core::view::facets::{Choice, choices, shown};
use explorer_lang::fill;
use leptos::prelude::*;

use super::disclosure::disclosure;
use super::parts::{Icon, bare_button, hidden, icon};
use crate::el::{El, Item, each, el, value_of};
use crate::store::Explorer;

/// How many values a list shows before it has to be unfolded.
const SHORT: usize = 8;

/// From how many values on a list has a field to find one.
const FIND_FROM: usize = 12;

/// One facet and what a reader does to its list.
#[derive(Clone)]
struct Group {
    explorer: Explorer,
    facet: FacetId,
    values: Rc<[Choice]>,
    unfolded: RwSignal<bool>,
    find: RwSignal<String>,
}

/// A facet as a group of checkboxes; nothing when the set has no value of it, or when the host has
/// settled it. What the host excludes is not offered.
pub fn facet_group(explorer: Explorer, facet: FacetId, open: bool) -> Option<El> {
    let name = |value: &str| explorer.name(facet, value);
    let offered = |value: &Choice| explorer.with_lock(|lock| !lock.excludes(facet, &value.id));
    let values = choices(&explorer.dataset(), facet, &name);
    let values: Rc<[Choice]> = values.into_iter().filter(offered).collect();
    let settled = explorer.with_lock(|lock| lock.settles(facet));
    if settled || values.is_empty() {
        return None;
    }
    let chosen = move || explorer.picked(facet);
    let open = RwSignal::new(open || chosen() > 0);
    let (unfolded, find) = (RwSignal::new(false), RwSignal::new(String::new()));
    let group = Group { explorer, facet, values, unfolded, find };
    let id = format!("facet-{}", facet.code());
    Some(disclosure(id, explorer.words.facet(facet), open, chosen, move || group.body()))
}

impl Group {
    fn body(&self) -> El {
        let list = self.clone();
        let rows = move || list.listed().into_iter().map(|value| list.item(value)).collect();
        el("div")
            .maybe(self.finder())
            .child(el("ul").class("term-list").child(each(rows)))
            .maybe(self.unfold())
    }

    fn finder(&self) -> Option<El> {
        let (words, find) = (self.explorer.words, self.find);
        (self.values.len() >= FIND_FROM).then(|| {
            let label = fill(words.find_in, &[("facet", words.facet(self.facet))]);
            el("input")
                .attr("type", "search")
                .class("facet-find")
                .attr("aria-label", label.clone())
                .attr("placeholder", label)
                .value(move || find.get())
                .on("input", move |event| find.set(value_of(event)))
        })
    }

    fn unfold(&self) -> Option<El> {
        let (words, unfolded, total) = (self.explorer.words, self.unfolded, self.values.len());
        (total > SHORT).then(|| {
            let name = move || {
                if unfolded.get() {
                    words.show_fewer.to_owned()
                } else {
                    fill(words.show_all, &[("n", &total.to_string())])
                }
            };
            bare_button("plain", move || unfolded.update(|all| *all = !*all)).text(name)
        })
    }

    fn listed(&self) -> Vec<Choice> {
        let limit = if self.unfolded.get() { self.values.len() } else { SHORT };
        let picks =
            self.explorer.query(|query| query.picks.of(self.facet).cloned().unwrap_or_default());
        self.find.with(|find| shown(&self.values, &picks, find, limit))
    }

    fn item(&self, value: Choice) -> Item {
        let (explorer, facet) = (self.explorer, self.facet);
        Item::new(value.id.clone(), move || term(explorer, facet, value))
    }
}

fn term(explorer: Explorer, facet: FacetId, value: Choice) -> El {
    let words = explorer.words;
    let id: Rc<str> = value.id.into();
    let on = |excluded: bool| {
        let id = id.clone();
        move || explorer.is_picked(facet, &id, excluded)
    };
    let count = {
        let id = id.clone();
        move || explorer.count(facet, &id)
    };
    let (named, counted) = (value.label.clone(), count.clone());
    let full_name = move || {
        let unit = explorer.query(|query| query.unit);
        let things = words.counted(unit).of(counted() as usize, words);
        Some(fill(words.option, &[("name", &named), ("things", &things)]).into())
    };
    let (counted, toggled, turned) = (count.clone(), id.clone(), id.clone());
    let checkbox = el("input")
        .attr("type", "checkbox")
        .id(format!("pick-{}-{id}", facet.code()))
        .class("term-box")
        .attr_of("aria-label", full_name)
        .checked(on(false))
        .on("change", move |_| explorer.act(Action::Toggle(facet, (*toggled).into())));
    let exclude_label = fill(words.exclude_value, &[("name", &value.label)]);
    let label = el("label")
        .class("term-label")
        .child(checkbox)
        .child(el("span").class("term-name").words(value.label))
        .child(el("span").class("term-count").text(move || counted().to_string()));
    let exclude = bare_button("term-exclude", move || {
        explorer.act(Action::ToggleExcluded(facet, (*turned).into()));
    })
    .attr("title", words.exclude)
    .state("aria-pressed", on(true))
    .child(icon(Icon::Minus))
    .child(hidden(exclude_label));
    el("li")
        .class("term")
        .toggle("empty", move || count() == 0)
        .toggle("excluded", on(true))
        .child(label)
        .child(exclude)
}
