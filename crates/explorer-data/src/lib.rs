//! The embedded dataset.
