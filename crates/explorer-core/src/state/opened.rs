//! The page that is open above the results.

use crate::id::{EvaluationId, StatementId, TensionId, TermId};
use crate::state::value;
use crate::statement::StatementKind;

/// What a reader has opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Opened {
    /// An evaluation.
    Evaluation(EvaluationId),
    /// A statement, shown at its place in its evaluation.
    Statement(StatementId),
    /// A disagreement with its sides.
    Tension(TensionId),
    /// The statements behind a cell of the matrix, whose axes tell what row and column are.
    Cell {
        /// A criterion or theme.
        row: TermId,
        /// An evaluation, a country, a year or a kind of statement.
        column: Box<str>,
    },
}

impl Opened {
    /// An evaluation or a statement, by the shape of the id: a statement's ends in the letter of
    /// its kind and an ordinal. `None` when the text cannot be an id.
    #[must_use]
    pub fn record(id: &str) -> Option<Self> {
        let id = value::tidy(id)?;
        Some(match statement_parts(&id) {
            Some(_) => Self::Statement(StatementId::from(&*id)),
            None => Self::Evaluation(EvaluationId::from(&*id)),
        })
    }

    /// A disagreement. `None` when the text cannot be an id.
    #[must_use]
    pub fn tension(id: &str) -> Option<Self> {
        value::id(id).map(Self::Tension)
    }

    /// A cell of the matrix. `None` when one of the texts cannot be an id.
    #[must_use]
    pub fn cell(row: &str, column: &str) -> Option<Self> {
        Some(Self::Cell { row: value::id(row)?, column: value::tidy(column)? })
    }

    /// The evaluation that is open: itself, or the one that the statement belongs to.
    #[must_use]
    pub fn evaluation(&self) -> Option<EvaluationId> {
        match self {
            Self::Evaluation(id) => Some(id.clone()),
            Self::Statement(id) => {
                statement_parts(id.as_str()).map(|(evaluation, _)| evaluation.into())
            }
            Self::Tension(_) | Self::Cell { .. } => None,
        }
    }

    /// The same in normal form; `None` when an id is no id.
    pub(super) fn normal(&self) -> Option<Self> {
        match self {
            Self::Evaluation(id) => Self::record(id.as_str()),
            Self::Statement(id) => Self::record(id.as_str()),
            Self::Tension(id) => Self::tension(id.as_str()),
            Self::Cell { row, column } => Self::cell(row.as_str(), column),
        }
    }
}

/// The evaluation's id and the rest, when the text has the shape of a statement's id.
pub(super) fn statement_parts(id: &str) -> Option<(&str, &str)> {
    let (evaluation, rest) = id.rsplit_once('-')?;
    let is_ordinal = |text: &str| {
        !text.is_empty() && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
    };
    let is_of_kind =
        |kind: &StatementKind| rest.strip_prefix(kind.letter()).is_some_and(is_ordinal);
    let has_shape = !evaluation.is_empty() && StatementKind::ALL.iter().any(is_of_kind);
    has_shape.then_some((evaluation, rest))
}

#[cfg(test)]
mod tests {
    use super::Opened;

    #[test]
    fn the_shape_of_an_id_tells_statements_from_evaluations() {
        for (id, expected) in [
            ("unodc-glot59-2024-r1", Opened::Statement("unodc-glot59-2024-r1".into())),
            ("unodc-glot59-2024-lg12", Opened::Statement("unodc-glot59-2024-lg12".into())),
            ("unodc-glot59-2024", Opened::Evaluation("unodc-glot59-2024".into())),
            ("x-r01", Opened::Evaluation("x-r01".into())),
            ("x-q1", Opened::Evaluation("x-q1".into())),
            ("-r1", Opened::Evaluation("-r1".into())),
        ] {
            assert_eq!(Opened::record(id), Some(expected), "{id}");
        }
        assert_eq!(Opened::record("…"), None);
    }

    #[test]
    fn a_statement_is_open_within_its_evaluation() {
        let opened = Opened::record("unodc-glot59-2024-r1").unwrap();
        assert_eq!(opened.evaluation(), Some("unodc-glot59-2024".into()));
        assert_eq!(Opened::tension("training").unwrap().evaluation(), None);
    }
}
