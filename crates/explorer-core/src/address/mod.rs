//! The address: a [`State`] as pairs of a link, and back. A public file format, described for
//! users in `docs/links.md` and kept by the laws in `tests/laws.rs`.
//!
//! - [`encode`] writes what differs from the defaults of the format's version, the version last;
//!   nothing at all for the state that the page opens with.
//! - [`decode`] is total: any text gives a state and a list of issues. What it cannot read it
//!   keeps, so that it travels on and a reader can see it.
//! - [`Address`] puts our pairs into a page's address and touches nothing else there.
//!
//! What it does not do: know the dataset (whether an id is known is asked where the dataset is),
//! follow renamed ids ([`State::redirected`] does), or touch the browser's history.

mod decode;
mod encode;
mod issue;
pub mod keys;
mod migrations;
mod pairs;
pub(crate) mod percent;
mod prefix;
mod ranges;
mod url;
mod values;

pub use decode::{Decoded, decode};
pub use encode::{encode, encode_in_full};
pub use issue::{Issue, IssueKind};
pub use prefix::Prefix;
pub use url::Address;

use crate::codes::codes;
use crate::facet::picks::Picks;
use crate::state::State;

codes! {
    /// The part of the page's address in which our pairs stand: the host's attribute `url`.
    pub enum Place {
        /// Behind the question mark.
        Query = "query",
        /// Behind the hash sign.
        Hash = "hash",
        /// Nowhere: the address is neither read nor written.
        Off = "off",
    }
}

/// What a host decides about the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What stands before each of our keys.
    pub prefix: Prefix,
    /// Where our pairs stand.
    pub place: Place,
    /// What the page opens with when the address says nothing: the host's preset, or the default.
    pub opening: State,
    /// Filters that readers of this page cannot change. They are not written into links.
    pub lock: Picks,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            prefix: Prefix::default(),
            place: Place::Query,
            opening: State::default(),
            lock: Picks::default(),
        }
    }
}

/// True when a query or a fragment has pairs of ours, so that [`decode`] finds something.
#[must_use]
pub fn has_own(text: &str, prefix: &Prefix) -> bool {
    pairs::segments(text).any(|segment| pairs::is_own(segment, prefix))
}

impl State {
    /// The state that a host asks for in its attribute `preset`: pairs as in a link, with or
    /// without the prefix, or a whole link. What cannot be read is an issue and nothing else.
    #[must_use]
    pub fn opening(preset: &str, prefix: &Prefix) -> Decoded {
        decode::preset(preset, prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::{Prefix, has_own};

    #[test]
    fn pairs_of_others_are_not_ours() {
        let own = |text: &str| has_own(text, &Prefix::default());
        assert!(own("?page=3&ee-q=peru") && own("#ee-v=1"));
        assert!(!own("?page=3&q=peru") && !own("#ee"));
    }
}
