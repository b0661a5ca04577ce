//! Money in the document.

use explorer_core::money::{self, BudgetScope, Currency, Exactness};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::decimal;
use crate::mirror::Mirror;

/// An amount of money as a decimal text without rounding, for example `"752110.31"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount(
    /// Hundredths of the currency's unit.
    pub u64,
);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&decimal::format(self.0))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let cents = decimal::parse(&text);
        cents.map(Self).ok_or_else(|| de::Error::custom("expected an amount such as \"752110.31\""))
    }
}

fn currency<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
    let code = String::deserialize(deserializer)?;
    Currency::new(&code)
        .ok_or_else(|| de::Error::custom("expected an ISO 4217 currency in capitals, as \"USD\""))
}

/// An amount that a document states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// The amount.
    pub amount: Amount,
    /// ISO 4217.
    #[serde(deserialize_with = "currency")]
    pub currency: Currency,
    /// `exact` or `rounded`.
    pub exactness: Exactness,
    /// `project`, `phase` or `combined`.
    pub scope: BudgetScope,
    /// The words of the document.
    pub as_printed: String,
    /// The time at which the amount held.
    pub as_of: Option<String>,
}

impl Mirror<money::Budget> for Budget {
    fn of(core: &money::Budget) -> Self {
        Self {
            amount: Amount(core.cents),
            currency: core.currency.clone(),
            exactness: core.exactness,
            scope: core.scope,
            as_printed: core.as_printed.clone(),
            as_of: core.as_of.clone(),
        }
    }

    fn into_core(self) -> money::Budget {
        money::Budget {
            cents: self.amount.0,
            currency: self.currency,
            exactness: self.exactness,
            scope: self.scope,
            as_printed: self.as_printed,
            as_of: self.as_of,
        }
    }
}
