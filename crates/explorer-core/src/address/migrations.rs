//! Link forms of before: a dated list of functions from pairs to pairs, of which none is ever
//! removed.
//!
//! A migration turns a form that is no longer written into one that is. It must leave alone what
//! is written today, because it runs on every link.

use super::pairs::Pair;

/// One change of the format.
pub(super) struct Migration {
    /// The day from which links are written in the new form, as in `2026-11-22`.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "read by people and by the test of the order")
    )]
    pub(super) since: &'static str,
    /// From pairs of before to pairs of then.
    pub(super) change: fn(&mut Vec<Pair>),
}

/// All changes, oldest first. None so far: version 1 is the first that was published.
pub(super) const MIGRATIONS: &[Migration] = &[];

/// Brings pairs into today's form.
pub(super) fn migrate(pairs: &mut Vec<Pair>, migrations: &[Migration]) {
    for migration in migrations {
        (migration.change)(pairs);
    }
}

#[cfg(test)]
mod tests {
    use super::MIGRATIONS;
    use crate::when::Date;

    #[test]
    fn the_list_is_dated_and_in_order() {
        let days: Vec<_> =
            MIGRATIONS.iter().map(|migration| Date::parse(migration.since)).collect();
        assert!(days.iter().all(Option::is_some), "a date is YYYY-MM-DD: {days:?}");
        assert!(days.is_sorted(), "oldest first: {days:?}");
    }
}
