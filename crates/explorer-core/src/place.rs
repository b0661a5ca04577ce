//! Where a project works: the printed name, what kind of place it is, and its code.

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::id::TermId;

codes! {
    /// The kind of a place.
    pub enum PlaceKind {
        /// A country.
        Country = "country",
        /// A territory with a code of its own, such as Aruba.
        Territory = "territory",
        /// A region of several countries.
        Region = "region",
        /// A part of a country: a department, a province.
        Area = "area",
        /// A city.
        City = "city",
        /// The whole world, without a list of countries.
        Global = "global",
    }
}

/// A place that a document names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The words of the document.
    pub as_printed: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The term in the vocabulary of places, whose id is the ISO 3166-1 alpha-2 code in lower
    /// case for countries and territories. None for areas and cities.
    pub term: Option<TermId>,
    /// The numbers of the phases in which the place took part; empty means all.
    pub phases: Vec<u8>,
    /// What the document says of the part it played, in our words.
    pub note: Option<String>,
}

codes! {
    /// How a figure relates to the number it gives.
    pub enum Qualifier {
        /// The number itself.
        Exactly = "exactly",
        /// More than the number.
        MoreThan = "more-than",
        /// Near the number.
        About = "about",
    }
}

/// A figure of reach: how far activities went, as opposed to where a project is placed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reach {
    /// What was counted, in our words, for example "countries with activities".
    pub what: String,
    /// The number.
    pub number: u32,
    /// Exactly, more than, about.
    pub qualifier: Qualifier,
}
