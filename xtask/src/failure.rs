//! Why a task stopped, in one sentence that says what to do.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

/// What tasks and their steps return.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A reason to stop, told to a developer: what was expected, what was found, what to do.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure with its whole message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// A failure of a file operation, naming the file.
    pub fn file(what: &str, path: &Path, error: impl Display) -> Self {
        Self(format!("cannot {what} {}: {error}", path.display()))
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Refuses arguments, for tasks that take none.
pub fn no_arguments(task: &str, arguments: &[String]) -> Outcome {
    match arguments.first() {
        None => Ok(()),
        Some(argument) => Err(Failure::new(format!(
            "`cargo xtask {task}` takes no argument, found `{argument}`"
        ))),
    }
}
