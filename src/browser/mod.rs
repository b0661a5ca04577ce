//! Every side effect that the widget can have, one file each. Knows nothing of evaluations.
//!
//! When the browser refuses: [`address`] says so and the explorer goes on without an address;
//! [`clipboard`] says so and the reader copies by hand; [`focus`] and [`scroll`] change nothing.

pub mod address;
pub mod clipboard;
pub mod delay;
pub mod dialog;
pub mod focus;
pub mod idle;
pub mod online;
pub mod print;
pub mod save;
pub mod scroll;
#[cfg(feature = "split")]
pub mod task;
