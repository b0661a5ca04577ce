//! The parts of a field's value: names of places, donors, people; spans by code.

use explorer_core::evaluation::PartyKind;
use explorer_core::when::Span;

use super::facts::Member;
use super::find;

/// Countries in brackets after a region, or a plain list of them.
pub fn countries(text: &str, plain: bool) -> Vec<String> {
    let inside = text.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')'));
    let list = match inside {
        Some((list, _)) => list,
        None if plain => text,
        None => return Vec::new(),
    };
    let list = list.replace(" and ", ",").replace(" & ", ",");
    let names = list.split(',').map(|name| name.trim().to_owned());
    names.filter(|name| name.starts_with(char::is_uppercase)).collect()
}

/// Donors by name. Names hold "and" themselves, so only a list with commas is parted at it.
pub fn donors(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut depth = 0_i32;
    let mut part = String::new();
    for character in text.chars() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if matches!(character, ',' | ';') && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(character);
        }
    }
    parts.push(part);
    let listed = parts.len() > 2;
    let last = parts.pop().unwrap_or_default();
    match last.rsplit_once(" and ") {
        Some((a, b)) if listed || a.trim_end().ends_with(')') => {
            parts.extend([a.to_owned(), b.to_owned()]);
        }
        _ => parts.push(last),
    }
    let clean = parts.iter().map(|part| {
        let name = part.replace("()", " ").replace("( )", " ");
        let name =
            name.trim().trim_start_matches("the ").trim_end_matches(['-', '–', '.', '&', ' ']);
        name.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    clean.filter(|name| name.chars().any(char::is_alphabetic)).collect()
}

const HONORIFICS: [&str; 7] = ["Mr. ", "Ms. ", "Mrs. ", "Dr. ", "Dr ", "Prof. ", "Mr "];

/// The people and firms of a list, with the roles in brackets or after a dash.
pub fn members(text: &str) -> Vec<Member> {
    let text = text.replace(" and ", ", ").replace(" & ", ", ").replace(';', ",");
    let mut depth = 0_i32;
    let parted = text.split(|character: char| {
        depth += i32::from(character == '(') - i32::from(character == ')');
        character == ',' && depth == 0
    });
    let parts: Vec<String> = parted.map(|part| part.trim().to_owned()).collect();
    parts.iter().filter(|part| !part.is_empty()).map(|part| member(part)).collect()
}

fn member(part: &str) -> Member {
    let (name, role) = match part.split_once('(') {
        Some((name, role)) => (name, Some(role.trim_end_matches(['.', ')', ' ']).to_owned())),
        None => match part.split_once("- ").or_else(|| part.split_once("– ")) {
            Some((name, role)) => (name, Some(role.trim().to_owned())),
            None => (part, None),
        },
    };
    let mut name = name.trim();
    for honorific in HONORIFICS {
        name = name.strip_prefix(honorific).unwrap_or(name);
    }
    let firm = ["S.A.", "S.A", "Ltd", "GmbH", "Inc", "LLC", "Group", "Consulting"];
    let is_firm = name.split(' ').any(|word| firm.contains(&word.trim_end_matches(',')));
    let kind = if is_firm { PartyKind::Firm } else { PartyKind::Person };
    let name = if is_firm { name } else { name.trim_end_matches('.') };
    Member { name: name.to_owned(), kind, role }
}

/// From when to when, for each code that is printed beside dates, or once without a code.
pub fn spans(text: &str) -> Vec<(Option<String>, Span)> {
    let codes = find::codes(text);
    if codes.is_empty() {
        return span(text).map(|span| (None, span)).into_iter().collect();
    }
    let leads = text.starts_with(codes[0].as_str());
    let mut rest = text;
    let mut spans = Vec::new();
    for (number, code) in codes.iter().enumerate() {
        let Some((before, after)) = rest.split_once(code.as_str()) else { continue };
        // A code stands before its dates or behind them, alike in the whole field.
        let own = match (leads, codes.get(number + 1)) {
            (true, Some(next)) => after.split_once(next.as_str()).map_or(after, |(own, _)| own),
            (true, None) => after,
            (false, _) => before,
        };
        spans.extend(span(own).map(|span| (Some(code.clone()), span)));
        rest = after;
    }
    spans
}

fn span(text: &str) -> Option<Span> {
    let lower = text.to_lowercase();
    match find::dates(text)[..] {
        [] => None,
        [only] if ["until", "to ", "ends", "through"].iter().any(|word| lower.contains(word)) => {
            Some(Span { start: None, end: Some(only) })
        }
        [only] => Some(Span { start: Some(only), end: None }),
        [start, end, ..] => Some(Span { start: Some(start), end: Some(end) }),
    }
}
