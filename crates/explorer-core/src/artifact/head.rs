//! The parts of a set that are decoded at once: one when it is opened, one when it is completed.

use serde::{Deserialize, Serialize};

use crate::content::{Redirect, Synonyms};
use crate::facet::FacetValue;
use crate::id::TermId;
use crate::money::Currency;
use crate::tension::Tension;
use crate::vocabulary::{Label, Vocabulary};
use crate::when::Date;

/// What a list of all evaluations needs beside their cards.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) title: String,
    pub(crate) data_date: Date,
    pub(crate) statements: u32,
    /// The currencies of totals, the commonest first.
    pub(crate) currencies: Vec<Currency>,
    /// The agencies that cards name.
    pub(crate) agencies: Vec<Name>,
    /// The places that cards name.
    pub(crate) places: Vec<Name>,
}

/// What a card says for a term.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Name {
    pub(crate) id: TermId,
    pub(crate) labels: Vec<Label>,
    pub(crate) short: Option<String>,
}

/// What is small too, but needed only where something is searched, filtered or read in full.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Relations {
    pub(crate) vocabulary: Vocabulary,
    /// Sorted by the name of before.
    pub(crate) redirects: Vec<Redirect>,
    /// The values of each facet, in the order of `FacetId::ALL`; each list in display order.
    pub(crate) values: Vec<Vec<FacetValue>>,
    pub(crate) tensions: Vec<Tension>,
    pub(crate) synonyms: Vec<Synonyms>,
}
