//! The bytes that a page loads, opened again before anybody gets them.

use std::fmt;

use explorer_core::artifact::{ArtifactError, PackError, as_shown, pack};
use explorer_core::content::Content;
use explorer_core::dataset::Dataset;

/// Why a set could not be packed.
#[derive(Debug, PartialEq, Eq)]
pub enum PackingError {
    /// The set is beyond what the format can hold.
    Pack(PackError),
    /// The bytes could not be opened again: a fault of the program.
    Reopen(ArtifactError),
    /// What was read back is not what was packed: a fault of the program.
    Differs {
        /// The evaluation of which something differs.
        evaluation: String,
    },
    /// The terms read back are not those that were packed: a fault of the program.
    TermsDiffer,
}

impl fmt::Display for PackingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pack(error) => error.fmt(f),
            Self::Reopen(error) => write!(f, "the packed set cannot be opened again: {error}"),
            Self::Differs { evaluation } => {
                write!(f, "the packed record of {evaluation} is not what was packed")
            }
            Self::TermsDiffer => f.write_str("the packed terms are not what was packed"),
        }
    }
}

impl std::error::Error for PackingError {}

/// Packs a set, opens the bytes with the reader's own decoder and compares every record,
/// and the terms as readers see them.
///
/// # Errors
///
/// When the set does not fit the format, or the format does not keep the set.
pub fn packed(content: &Content) -> Result<Vec<u8>, PackingError> {
    let bytes = pack(content).map_err(PackingError::Pack)?;
    let dataset = Dataset::open(bytes.clone()).map_err(PackingError::Reopen)?;
    if *dataset.vocabulary() != as_shown(&content.vocabulary) {
        return Err(PackingError::TermsDiffer);
    }
    for record in &content.records {
        let id = &record.evaluation.id;
        let kept = dataset.find_evaluation(id.as_str()).is_some_and(|ix| {
            let statements = dataset.statements_of(ix);
            dataset.evaluation(ix).as_ref() == Some(&record.evaluation)
                && statements.len() == record.statements.len()
                && statements
                    .zip(&record.statements)
                    .all(|(ix, statement)| dataset.statement(ix).as_ref() == Some(statement))
        });
        if !kept {
            return Err(PackingError::Differs { evaluation: id.to_string() });
        }
    }
    Ok(bytes)
}
