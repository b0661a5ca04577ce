//! Values of filters and ids as they come from links and acts, brought into one form.

use crate::facet::FacetId;
use crate::facet::picks::Picks;
use crate::when::Date;

/// The form in which a value is kept: lower-case, without dots, without punctuation around it.
/// `None` when nothing is left.
///
/// Values of a dataset are ids and come out unchanged. Others are kept as they are in between,
/// so that a reader can recognise what this edition does not have.
#[must_use]
pub(crate) fn tidy(text: &str) -> Option<Box<str>> {
    let text = text.replace('.', "").to_ascii_lowercase();
    let text = text.trim_matches(is_sign);
    (!text.is_empty()).then(|| text.into())
}

/// What mailers and writers put around a value: signs and spaces of ASCII and Latin-1, general and
/// CJK punctuation. All other characters may be letters; asking Unicode which ones are would take a
/// table that nothing else in the first view needs.
fn is_sign(c: char) -> bool {
    match c {
        '-' => false,
        '\0'..='\u{7f}' => !c.is_ascii_alphanumeric(),
        _ => matches!(c, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}'),
    }
}

/// A value that can be asked for in a facet. In the facet of statuses a date is none: there it is
/// the day for which the status is judged.
#[must_use]
pub(crate) fn of_facet(facet: FacetId, text: &str) -> Option<Box<str>> {
    let is_day = |value: &str| facet == FacetId::Status && Date::parse(value).is_some();
    tidy(text).filter(|value| !is_day(value))
}

/// An id from text, in the form in which values are kept.
#[must_use]
pub(crate) fn id<T: for<'a> From<&'a str>>(text: &str) -> Option<T> {
    tidy(text).map(|text| T::from(&*text))
}

/// Asks for a value, whether or not it is asked for already.
pub(crate) fn include(picks: &mut Picks, facet: FacetId, value: &str) {
    if !is_included(picks, facet, value) {
        picks.toggle(facet, value);
    }
}

/// Excludes a value, whether or not it is excluded already.
pub(crate) fn exclude(picks: &mut Picks, facet: FacetId, value: &str) {
    if !is_excluded(picks, facet, value) {
        picks.toggle_excluded(facet, value);
    }
}

/// Excludes a value unless it is asked for: of two wishes that contradict each other, the one
/// that shows less holds.
pub(crate) fn exclude_unless_included(picks: &mut Picks, facet: FacetId, value: &str) -> bool {
    let free = !is_included(picks, facet, value);
    if free {
        exclude(picks, facet, value);
    }
    free
}

/// True when a value is asked for.
#[must_use]
pub(crate) fn is_included(picks: &Picks, facet: FacetId, value: &str) -> bool {
    picks.of(facet).is_some_and(|picks| has(&picks.included, value))
}

/// True when a value is excluded.
#[must_use]
pub(crate) fn is_excluded(picks: &Picks, facet: FacetId, value: &str) -> bool {
    picks.of(facet).is_some_and(|picks| has(&picks.excluded, value))
}

fn has(values: &[Box<str>], value: &str) -> bool {
    values.iter().any(|other| &**other == value)
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn ids_stay_and_junk_around_them_goes() {
        for (text, expected) in [
            ("pe", Some("pe")),
            ("unodc-glot59-2024", Some("unodc-glot59-2024")),
            ("PE", Some("pe")),
            (" (pe).", Some("pe")),
            ("pe\u{200b}", Some("pe")),
            ("\u{ab}pe\u{bb}\u{3002}", Some("pe")),
            ("\u{201c}núñez\u{201d}", Some("núñez")),
            ("p.e", Some("pe")),
            ("per/17/51", Some("per/17/51")),
            ("...", None),
            ("", None),
        ] {
            assert_eq!(tidy(text).as_deref(), expected, "{text:?}");
        }
    }
}
