//! A set of evaluations as bytes (`.eep`): packed once by the compiler, read where it lies by the
//! browser.
//!
//! Opening decodes only the head; nothing is indexed, and records and statements are decoded one
//! by one when somebody looks at them. Filters and counts read columns of small numbers, so that
//! 300,000 statements cost a few hundred kilobytes to filter and none to decode.
//!
//! - `section` is the container: signature, version, table, checksums.
//! - `pieces` has the words of all statements, each once.
//! - `decode` reads records; `head` is decoded at once; `column`, `fact` and `arrays` are read in place.
//! - [`pack`] writes; [`crate::dataset::Dataset`] reads.
//!
//! Every checksum is compared on opening, because a text that was damaged on the way must not be
//! shown as what an evaluation says; XXH64 makes that a matter of milliseconds for a hundred
//! megabytes. What arrives later is compared when it does.

pub(crate) mod arrays;
mod checksum;
pub(crate) mod column;
pub(crate) mod decode;
mod error;
pub(crate) mod fact;
pub(crate) mod head;
mod pack;
pub(crate) mod pieces;
pub(crate) mod section;

pub use error::{ArtifactError, PackError};
pub(crate) use pack::usual_suffix;
pub use pack::{LANGUAGES, as_shown, pack};
#[cfg(any(test, feature = "testing"))]
pub(crate) use section::seal;
pub use section::{Section, VERSION, cut};
