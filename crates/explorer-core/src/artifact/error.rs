//! Why bytes are not a set of evaluations that this program reads, or why a set cannot be packed.

use std::fmt;

use super::section::Section;

/// Why bytes were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArtifactError {
    /// The bytes do not begin with the signature: another kind of file, or an error page.
    NotAnArtifact,
    /// Another version of the format.
    Version {
        /// The version that this program reads.
        expected: u32,
        /// The version of the bytes.
        found: u32,
    },
    /// Fewer bytes than the table of sections promises.
    Truncated {
        /// How many bytes there should be at least.
        expected: u64,
        /// How many there are.
        found: u64,
    },
    /// Bytes were changed on the way. `None` stands for the table of sections itself.
    Checksum {
        /// Where.
        section: Option<Section>,
        /// The checksum in the table.
        expected: u64,
        /// The checksum of the bytes.
        found: u64,
    },
    /// A section that every set has is not in the table.
    Missing {
        /// Which.
        section: Section,
    },
    /// A section whose checksum holds, but whose content no packer writes.
    Malformed {
        /// Which.
        section: Section,
        /// What it should be.
        expected: &'static str,
    },
}

impl fmt::Display for ArtifactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArtifact => f.write_str(
                "expected a packed set of evaluations (.eep), found another kind of file",
            ),
            Self::Version { expected, found } => write!(
                f,
                "expected format version {expected}, found version {found}: \
                 pack the set with the tool of the same release as the page"
            ),
            Self::Truncated { expected, found } => {
                write!(f, "expected at least {expected} bytes, found {found}: the file is cut off")
            }
            Self::Checksum { section, expected, found } => {
                f.write_str("the file was damaged: ")?;
                match section {
                    Some(section) => write!(f, "in the {section} ")?,
                    None => f.write_str("in the table of sections ")?,
                }
                write!(f, "expected checksum {expected:016x}, found {found:016x}")
            }
            Self::Missing { section } => write!(f, "expected a section of {section}, found none"),
            Self::Malformed { section, expected } => {
                write!(f, "expected {expected} in the {section}, found something else")
            }
        }
    }
}

impl std::error::Error for ArtifactError {}

/// Why a set cannot be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Two evaluations, or two statements of one evaluation, have the same id.
    Duplicate {
        /// The id.
        id: String,
    },
    /// A statement's id is not its evaluation's id, a hyphen and a part without hyphens.
    StatementId {
        /// What the id should begin with.
        expected: String,
        /// The id.
        found: String,
    },
    /// More of something than the format can count.
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// The most there may be.
        most: usize,
        /// How many there are.
        found: usize,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Duplicate { id } => write!(f, "expected ids to be unique, found `{id}` twice"),
            Self::StatementId { expected, found } => write!(
                f,
                "expected the id of a statement to be `{expected}` and letters or digits, \
                 found `{found}`"
            ),
            Self::TooMany { what, most, found } => {
                write!(f, "expected at most {most} {what}, found {found}")
            }
        }
    }
}

impl std::error::Error for PackError {}
