//! Small pieces that several components are made of.

use std::ops::Range;

use explorer_core::view::results::Passage;
use explorer_lang::facts::{Fact, Line};
use leptos::html;
use leptos::prelude::*;
use leptos::svg;

/// The few pictures, drawn as strokes in a square of 24.
#[derive(Clone, Copy)]
pub enum Icon {
    Search,
    Cross,
    Down,
    Back,
    Forward,
    Minus,
    Share,
    Filter,
    Pin,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Search => {
                "M20 20l-4.5-4.5M17 10.500a6.500 6.500 0 1 1-13 0a6.500 6.500 0 0 1 13 0"
            }
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Down => "M6 9l6 6l6-6",
            Self::Back => "M15 6l-6 6l6 6",
            Self::Forward => "M9 6l6 6l-6 6",
            Self::Minus => "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M8 12h8",
            Self::Share => "M12 15V3M7 8l5-5l5 5M5 13v7h14v-7",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Pin => "M12 21v-7M7 14h10l-2-4V4H9v6z",
        }
    }
}

/// A picture that says nothing to screen readers; the words stand beside it.
pub fn icon(icon: Icon) -> AnyView {
    svg::svg()
        .attr("viewBox", "0 0 24 24")
        .attr("class", "icon")
        .attr("aria-hidden", "true")
        .child(svg::path().attr("d", icon.path()))
        .into_any()
}

/// Words for screen readers only.
pub fn hidden(text: impl Into<String>) -> AnyView {
    html::span().class("visually-hidden").child(text.into()).into_any()
}

/// A button with words.
pub fn button(
    class: &'static str,
    words: impl Into<String>,
    act: impl FnMut() + 'static,
) -> impl IntoView {
    let mut act = act;
    html::button()
        .r#type("button")
        .class(class)
        .on(leptos::ev::click, move |_| act())
        .child(words.into())
}

/// A heading of a level from 2 to 6.
pub fn heading(level: u8, class: &'static str, content: AnyView) -> AnyView {
    match level {
        0..=2 => html::h2().class(class).child(content).into_any(),
        3 => html::h3().class(class).child(content).into_any(),
        4 => html::h4().class(class).child(content).into_any(),
        5 => html::h5().class(class).child(content).into_any(),
        _ => html::h6().class(class).child(content).into_any(),
    }
}

/// A passage with what is marked in it, and dots where text was left out.
pub fn marked(passage: &Passage) -> AnyView {
    let dots = |cut: bool| cut.then(|| html::span().child("…"));
    let piece = |range: Range<usize>| passage.text.get(range).unwrap_or_default().to_owned();
    let mut pieces = Vec::with_capacity(passage.marks.len() * 2 + 1);
    let mut from = 0;
    for mark in &passage.marks {
        pieces.push(html::span().child(piece(from..mark.start)).into_any());
        pieces.push(html::mark().child(piece(mark.clone())).into_any());
        from = mark.end;
    }
    pieces.push(html::span().child(piece(from..passage.text.len())).into_any());
    (dots(passage.is_cut_before), pieces, dots(passage.is_cut_after)).into_any()
}

/// Facts as a list of names and values.
pub fn fact_list(facts: Vec<Fact>) -> AnyView {
    let rows = facts.into_iter().map(|fact| {
        let lines: Vec<AnyView> = fact.lines.into_iter().map(line).collect();
        html::div()
            .class("fact")
            .child((
                html::dt().class("fact-name").child(fact.name),
                html::dd().class("fact-value").child(lines),
            ))
            .into_any()
    });
    html::dl().class("facts").child(rows.collect::<Vec<_>>()).into_any()
}

/// One line of a value.
pub fn line(line: Line) -> AnyView {
    match line {
        Line::Text(text) => html::span().child(text).into_any(),
        Line::AsPrinted(text) => html::span().class("fact-printed").child(text).into_any(),
        Line::Unstated(text) => html::span().class("unstated").child(text).into_any(),
        Line::Link { url, text, warning } => html::span()
            .child((
                html::a().href(url).attr("rel", "noopener").child(text),
                warning
                    .map(|warning| html::span().class("fact-printed").child(format!(" {warning}"))),
            ))
            .into_any(),
    }
}
