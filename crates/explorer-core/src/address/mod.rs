//! The address.

pub mod keys;
pub(crate) mod percent;
