//! From authoring files to a checked and packed dataset. Host only.

pub mod decimal;
pub mod export;
