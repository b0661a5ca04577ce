//! Money as a document states it: never converted, never added up across currencies or scopes.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::artifact::decode::{Bytes, Decode};
use crate::codes::codes;

/// An ISO 4217 currency code in capitals, for example `USD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(Box<str>);

impl Currency {
    /// A currency from three capital letters; `None` for anything else.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let plain = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        plain.then(|| Self(code.into()))
    }

    /// The code in capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl Decode for Currency {
    fn decode(bytes: &mut Bytes<'_>) -> Self {
        Self(bytes.text().into())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

codes! {
    /// Whether an amount is the figure itself or a rounded one.
    pub enum Exactness {
        /// Printed to the unit or the cent.
        Exact = "exact",
        /// Printed rounded, for example "5.7 million".
        Rounded = "rounded",
    }
}

codes! {
    /// What an amount pays for.
    pub enum BudgetScope {
        /// One whole project.
        Project = "project",
        /// One phase of a project.
        Phase = "phase",
        /// Several projects together, not divided between them.
        Combined = "combined",
    }
}

/// An amount that a document states. A budget that is not stated is no `Budget` at all.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Budget {
    /// The amount in hundredths of the currency's unit.
    pub cents: u64,
    /// The currency of the amount, as stated with the amount; a donor's country never sets it.
    pub currency: Currency,
    /// Exact or rounded.
    pub exactness: Exactness,
    /// What the amount pays for.
    pub scope: BudgetScope,
    /// The words of the document.
    pub as_printed: String,
    /// The time at which the amount held, in our words, if the document says so.
    pub as_of: Option<String>,
}

/// What an evaluation's projects cost together in one currency, as far as that can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Total {
    /// The amount in hundredths of the currency's unit.
    pub cents: u64,
    /// True when we added amounts up; the document does not print this sum.
    pub derived: bool,
    /// Rounded as soon as one of the amounts is.
    pub exactness: Exactness,
    /// True when the document states it for all projects together, without dividing it.
    pub combined: bool,
}

impl Total {
    /// One amount as the document states it.
    pub(crate) fn stated(budget: &Budget) -> Self {
        Self {
            cents: budget.cents,
            derived: false,
            exactness: budget.exactness,
            combined: budget.scope == BudgetScope::Combined,
        }
    }

    /// Both together, derived; `None` when the sum is beyond a `u64`.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let cents = self.cents.checked_add(other.cents)?;
        let exactness = self.exactness.max(other.exactness);
        Some(Self { cents, derived: true, exactness, combined: self.combined || other.combined })
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn a_currency_is_three_capitals() {
        assert_eq!(Currency::new("USD").map(|c| c.code().len()), Some(3));
        for bad in ["usd", "US", "USDD", "$"] {
            assert_eq!(Currency::new(bad), None, "{bad}");
        }
    }
}
