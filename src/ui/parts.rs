//! Small pieces that several components are made of.

use explorer_core::view::results::Passage;
use explorer_lang::facts::{Fact, Line};

use crate::el::{El, el};

/// The few pictures, drawn as strokes in a square of 24.
#[derive(Clone, Copy)]
pub enum Icon {
    Search,
    Cross,
    Down,
    Back,
    Forward,
    Minus,
    Pin,
    Share,
    Filter,
    Save,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Search => "M20 20l-4.5-4.5M17 10.5a6.5 6.5 0 1 1-13 0a6.5 6.5 0 0 1 13 0",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Down => "M6 9l6 6l6-6",
            Self::Back => "M15 6l-6 6l6 6",
            Self::Forward => "M9 6l6 6l-6 6",
            Self::Minus => "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M8 12h8",
            Self::Pin => "M9 4h6l-1 6l4 3v2H6v-2l4-3zM12 15v6",
            Self::Share => "M12 15V3M7 8l5-5l5 5M5 13v7h14v-7",
            Self::Save => "M12 3v12M7 10l5 5l5-5M5 20h14",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
        }
    }
}

/// A picture that says nothing to screen readers; the words stand beside it.
pub fn icon(icon: Icon) -> El {
    el("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(el("path").attr("d", icon.path()))
}

/// Words for screen readers only.
pub fn hidden(text: impl AsRef<str>) -> El {
    el("span").class("visually-hidden").words(text)
}

/// Words in a line.
pub fn span(text: impl AsRef<str>) -> El {
    el("span").words(text)
}

/// A button without words.
pub fn bare_button(class: &'static str, mut act: impl FnMut() + 'static) -> El {
    el("button")
        .attr("type", "button")
        .attr("part", "button")
        .class(class)
        .on("click", move |_| act())
}

/// A button with words.
pub fn button(class: &'static str, words: impl AsRef<str>, act: impl FnMut() + 'static) -> El {
    bare_button(class, act).words(words)
}

/// A heading of a level from 2 to 6.
pub fn heading(level: u8, class: &'static str, content: El) -> El {
    let tag = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).class(class).child(content)
}

/// A passage with what is marked in it, and dots where text was left out.
pub fn marked(passage: &Passage) -> El {
    let piece = |range: std::ops::Range<usize>| passage.text.get(range).unwrap_or_default();
    let mut line = el("span");
    let mut from = 0;
    if passage.is_cut_before {
        line = line.child(span("…"));
    }
    for mark in &passage.marks {
        line = line.child(span(piece(from..mark.start)));
        line = line.child(el("mark").words(piece(mark.clone())));
        from = mark.end;
    }
    line = line.child(span(piece(from..passage.text.len())));
    if passage.is_cut_after { line.child(span("…")) } else { line }
}

/// A name and its value in a list of facts.
pub fn fact(name: impl AsRef<str>, value: El) -> El {
    el("div").class("fact").child(el("dt").class("fact-name").words(name)).child(value)
}

/// Facts as a list of names and values.
pub fn fact_list(facts: Vec<Fact>) -> El {
    el("dl").class("facts").all(facts.into_iter().map(|it| {
        let lines = it.lines.into_iter().map(line);
        fact(it.name, el("dd").class("fact-value").all(lines))
    }))
}

/// One line of a value.
pub fn line(line: Line) -> El {
    match line {
        Line::Text(text) => span(text),
        Line::AsPrinted(text) => span(text).class("fact-printed"),
        Line::Unstated(text) => span(text).class("unstated"),
        Line::Link { url, text, warning } => {
            let link = el("a").attr("href", url).attr("rel", "noopener").words(text);
            let warning = warning.map(|warning| span(format!(" {warning}")).class("fact-printed"));
            el("span").child(link).maybe(warning)
        }
    }
}
