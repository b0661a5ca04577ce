//! Takes values out of a parsed table. What is missing or malformed becomes an empty value: the
//! check of forms has reported it.

use explorer_core::when::Date;
use toml::de::{DeTable, DeValue};

/// A table of an authoring file.
#[derive(Clone, Copy)]
pub struct Fields<'t>(pub &'t DeTable<'t>);

impl<'t> Fields<'t> {
    fn value(self, key: &str) -> Option<&'t DeValue<'t>> {
        self.0.get(key).map(toml::Spanned::get_ref)
    }

    /// Text, if it is there.
    pub fn optional_text(self, key: &str) -> Option<String> {
        self.value(key)?.as_str().map(str::to_owned)
    }

    /// Text, empty when it is not there.
    pub fn text(self, key: &str) -> String {
        self.optional_text(key).unwrap_or_default()
    }

    /// A list of texts.
    pub fn texts(self, key: &str) -> Vec<String> {
        self.list(key).filter_map(|value| value.as_str().map(str::to_owned)).collect()
    }

    /// A list of ids.
    pub fn ids<T: for<'a> From<&'a str>>(self, key: &str) -> Vec<T> {
        self.list(key).filter_map(|value| value.as_str().map(T::from)).collect()
    }

    /// A whole number, if it is there and fits.
    pub fn optional_number<T: TryFrom<i64>>(self, key: &str) -> Option<T> {
        T::try_from(integer(self.value(key)?)?).ok()
    }

    /// A whole number, zero when it is not there.
    pub fn number<T: TryFrom<i64> + Default>(self, key: &str) -> T {
        self.optional_number(key).unwrap_or_default()
    }

    /// A list of whole numbers.
    pub fn numbers<T: TryFrom<i64>>(self, key: &str) -> Vec<T> {
        self.list(key).filter_map(|value| T::try_from(integer(value)?).ok()).collect()
    }

    /// True or false; false when it is not there.
    pub fn flag(self, key: &str) -> bool {
        self.value(key).and_then(DeValue::as_bool).unwrap_or_default()
    }

    /// A date, if it is there.
    pub fn date(self, key: &str) -> Option<Date> {
        Date::parse(self.value(key)?.as_str()?)
    }

    /// A value of a closed list of codes, or the one given when it is not there.
    pub fn code<T>(self, key: &str, from_code: impl Fn(&str) -> Option<T>, otherwise: T) -> T {
        self.value(key).and_then(DeValue::as_str).and_then(from_code).unwrap_or(otherwise)
    }

    /// A table, if it is there.
    pub fn table(self, key: &str) -> Option<Fields<'t>> {
        self.value(key)?.as_table().map(Fields)
    }

    /// The tables under a repeated header, each read by a function.
    pub fn tables<T>(self, key: &str, read: impl FnMut(Fields<'t>) -> T) -> Vec<T> {
        self.list(key).filter_map(DeValue::as_table).map(Fields).map(read).collect()
    }

    fn list(self, key: &str) -> impl Iterator<Item = &'t DeValue<'t>> {
        let array = self.value(key).and_then(DeValue::as_array);
        array.into_iter().flat_map(|array| array.iter()).map(toml::Spanned::get_ref)
    }
}

/// The value of a whole number, unless it is beyond 64 bits.
pub fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
