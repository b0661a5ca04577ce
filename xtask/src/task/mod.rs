//! One task per file; each is what `cargo xtask <its name>` does.

pub mod bench;
pub mod data;
pub mod dist;
pub mod large;
pub mod screenshots;
pub mod serve;
pub mod size;
pub mod test;
