//! The numbers that decide the order of results.

use super::source::Field;

/// How slowly more mentions level off. Higher: long lists of mentions count more.
pub(super) const LEVEL: f32 = 1.6;

/// How much a long field of a header is held against it, 0 to 1. Higher: a country alone in
/// its list ranks further before the same country in a list of twelve.
pub(super) const HEADER_LENGTH: f32 = 0.4;

/// How much many words of statements are held against an evaluation, 0 to 1. Higher: short
/// briefs rank before long ones with as many mentions.
pub(super) const EVALUATION_LENGTH: f32 = 0.75;

/// How much a long statement is held against it, 0 to 1.
pub(super) const STATEMENT_LENGTH: f32 = 0.5;

/// What the header of its evaluation counts for a statement, against its own words. Higher:
/// statements of a fitting evaluation rank before statements that say the words themselves.
pub(super) const CONTEXT: f32 = 0.15;

/// What several words in one statement add to an evaluation. Higher: evaluations that say the
/// words together rank further before those that say them here and there.
pub(super) const TOGETHER: f32 = 0.25;

/// A word of the same family ("trained" for "training") against the word itself.
pub(super) const FAMILY: f32 = 0.95;

/// A longer word that begins with the last word typed, against the word itself.
pub(super) const PREFIX: f32 = 0.6;

/// A word with slips against the word itself. The order of results does not hang on it, since
/// records with fewer slips always come first.
pub(super) const SLIPPED: f32 = 0.5;

/// What a stop word counts against another word of the same rarity.
pub(super) const STOP: f32 = 0.1;

/// A mention in a field against a mention in a statement. Higher: records named so rank
/// further before records that mention it.
pub(super) const fn of_field(field: Field) -> f32 {
    match field {
        Field::Title => 4.0,
        Field::Code => 8.0,
        Field::Person | Field::Country => 5.0,
        Field::Agency | Field::Donor => 3.0,
        Field::Theme => 2.0,
        Field::Other => 1.0,
    }
}

/// What mentions are divided by in a text of some length against the average.
pub(super) fn length(share: f32, ratio: f32) -> f32 {
    1.0 - share + share * ratio
}
