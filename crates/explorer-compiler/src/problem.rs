//! What is wrong with what an author supplied, and where: every problem at once, never the first
//! only.

use std::fmt;

use serde::Serialize;

/// Whether a problem keeps a set from being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The set is refused.
    Error,
    /// The set is accepted; somebody should look.
    Warning,
}

impl Severity {
    /// The word that the printout begins with.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// Something that authoring files must keep to.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its lasting name in printouts, of `[a-z-]+`.
    pub code: &'static str,
    /// What breaking it means.
    pub severity: Severity,
    /// What is wrong when it is broken, in one line.
    pub headline: &'static str,
}

impl Rule {
    /// A rule whose breach refuses the set.
    #[must_use]
    pub const fn error(code: &'static str, headline: &'static str) -> Self {
        Self { code, severity: Severity::Error, headline }
    }

    /// A rule whose breach is worth a look.
    #[must_use]
    pub const fn warning(code: &'static str, headline: &'static str) -> Self {
        Self { code, severity: Severity::Warning, headline }
    }
}

/// A place in an authoring file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Location {
    /// The file, relative to the folder of the set, with `/` between its parts.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// One breach of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// The rule's name.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub headline: &'static str,
    /// Where.
    #[serde(flatten)]
    pub location: Location,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Problem {
    /// A breach of a rule at a place.
    #[must_use]
    pub fn new(
        rule: &Rule,
        location: Location,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self {
            severity: rule.severity,
            code: rule.code,
            headline: rule.headline,
            location,
            expected: expected.into(),
            found: found.into(),
            hint: None,
        }
    }

    /// The same with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}[{}]: {}", self.severity.word(), self.code, self.headline)?;
        writeln!(f, "  --> {}", self.location)?;
        writeln!(f, "  expected: {}", self.expected)?;
        writeln!(f, "     found: {}", self.found)?;
        if let Some(hint) = &self.hint {
            writeln!(f, "      hint: {hint}")?;
        }
        Ok(())
    }
}

/// "1 word", "2 words".
#[must_use]
pub fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// All problems of a set, by file, line and column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// A report of these problems.
    #[must_use]
    pub fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| (&a.location, a.severity).cmp(&(&b.location, b.severity)));
        problems.dedup();
        Self { problems }
    }

    /// The problems in order.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many problems are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// True when at least one problem refuses the set.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        writeln!(
            f,
            "{}, {}",
            counted(self.count(Severity::Error), "error"),
            counted(self.count(Severity::Warning), "warning"),
        )
    }
}
