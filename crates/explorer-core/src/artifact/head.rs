//! The part of a set that is decoded when it is opened: small, and needed by every screen.

use serde::{Deserialize, Serialize};

use crate::content::{Redirect, Synonyms};
use crate::facet::FacetValue;
use crate::money::Currency;
use crate::tension::Tension;
use crate::vocabulary::Vocabulary;
use crate::when::Date;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) title: String,
    pub(crate) data_date: Date,
    pub(crate) statements: u32,
    pub(crate) vocabulary: Vocabulary,
    /// Sorted by the name of before.
    pub(crate) redirects: Vec<Redirect>,
    /// The values of each facet, in the order of `FacetId::ALL`; each list in display order.
    pub(crate) values: Vec<Vec<FacetValue>>,
    /// The currencies of totals, the commonest first.
    pub(crate) currencies: Vec<Currency>,
}

/// What is small too, but needed only where something is searched or read in full.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Relations {
    pub(crate) tensions: Vec<Tension>,
    pub(crate) synonyms: Vec<Synonyms>,
}
