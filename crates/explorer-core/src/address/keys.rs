//! The keys of a link, in the order in which they are written. `docs/links.md` is their public
//! description and lists exactly these.

use crate::codes::codes;
use crate::facet::FacetId;

codes! {
    /// A key of a link, without the host's prefix.
    pub enum Key {
        /// The words.
        Q = "q",
        /// Evaluations or statements.
        Unit = "unit",
        /// The layout of the results.
        View = "view",
        /// Values of a facet.
        Agency = "agency",
        /// Values of a facet.
        Country = "country",
        /// Values of a facet.
        Region = "region",
        /// Values of a facet.
        Donor = "donor",
        /// Values of a facet.
        Theme = "theme",
        /// Values of a facet.
        Criterion = "criterion",
        /// Values of a facet.
        Kind = "kind",
        /// Values of a facet.
        Timing = "timing",
        /// Values of a facet.
        Scope = "scope",
        /// Values of a facet, then the day for which they are judged.
        Status = "status",
        /// A range of time.
        Period = "period",
        /// A range of money in one currency.
        Budget = "budget",
        /// Values of a facet.
        Person = "person",
        /// Values of a facet.
        Code = "code",
        /// The order of the results.
        Sort = "sort",
        /// What is open.
        Open = "open",
        /// What the statements of the open evaluation are narrowed to.
        Topic = "topic",
        /// The chosen evaluations.
        Compare = "compare",
        /// Which of the chosen stands beside the first where two have room.
        Beside = "beside",
        /// Whether the comparison shows differences only.
        Diff = "diff",
        /// Rows of the comparison: pinned, and folded under `not-rows`.
        Rows = "rows",
        /// The axes of the matrix.
        Matrix = "matrix",
        /// Whether pictures are drawn or written out as tables.
        As = "as",
        /// The reading list.
        List = "list",
        /// How many results are unfolded.
        N = "n",
        /// The language that the reader chose.
        Lang = "lang",
        /// The data date of the set that the sender saw.
        Of = "of",
        /// The version of the format, always last.
        V = "v",
    }
}

impl Key {
    /// The facet whose values stand under the key, if it is one of a facet.
    #[must_use]
    pub fn facet(self) -> Option<FacetId> {
        FacetId::from_code(self.code())
    }

    /// True when the key has a second form, `not-…`, for what is excluded or folded.
    #[must_use]
    pub fn has_opposite(self) -> bool {
        self == Self::Rows || self.facet().is_some()
    }

    /// The key of a name, and whether the name is the `not-…` form. Capitals are read as small
    /// letters.
    pub(crate) fn read(name: &str) -> Option<(Self, bool)> {
        let name = name.to_ascii_lowercase();
        match name.strip_prefix(NOT) {
            Some(rest) => Self::from_code(rest).filter(|key| key.has_opposite()).map(|k| (k, true)),
            None => Self::from_code(&name).map(|key| (key, false)),
        }
    }
}

/// What stands before the key of excluded values.
pub(crate) const NOT: &str = "not-";

/// The version that is written; the only one so far.
pub const VERSION: u32 = 1;

/// Names under our prefix that are not part of the state: they are treated like the host's.
pub(crate) const RESERVED: &[&str] = &["diagnose"];

#[cfg(test)]
mod tests {
    use super::{FacetId, Key};

    #[test]
    fn each_facet_has_a_key() {
        for &facet in FacetId::ALL {
            assert_eq!(Key::from_code(facet.code()).and_then(Key::facet), Some(facet));
        }
    }

    #[test]
    fn keys_are_read_in_capitals_and_in_their_opposite_form() {
        assert_eq!(Key::read("Country"), Some((Key::Country, false)));
        assert_eq!(Key::read("not-country"), Some((Key::Country, true)));
        assert_eq!(Key::read("not-rows"), Some((Key::Rows, true)));
        assert_eq!(Key::read("not-q"), None);
        assert_eq!(Key::read("colour"), None);
    }
}
