//! Where the sections of a set lie.

use std::ops::Range;

use crate::artifact::section::Container;
use crate::artifact::{ArtifactError, Section};
use crate::facet::FacetId;

/// Where the sections lie that a list of all evaluations needs.
#[derive(Clone, Debug)]
pub(super) struct FirstPlaces {
    pub(super) ids: Range<usize>,
    pub(super) order: Range<usize>,
    pub(super) cards: Range<usize>,
}

impl FirstPlaces {
    pub(super) fn of(container: &Container) -> Result<Self, ArtifactError> {
        Ok(Self {
            ids: container.range(Section::EvaluationIds)?,
            order: container.range(Section::Order)?,
            cards: container.range(Section::Cards)?,
        })
    }
}

/// Where the other sections lie.
#[derive(Clone, Debug)]
pub(super) struct Places {
    pub(super) statements: Range<usize>,
    /// In the order of [`FacetId::ALL`]; empty for status.
    pub(super) columns: Vec<Range<usize>>,
    /// In the order of [`FacetId::ALL`]; empty for facets of evaluations.
    pub(super) summaries: Vec<Range<usize>>,
    pub(super) spans: Range<usize>,
    pub(super) budgets: Range<usize>,
    pub(super) relations: Range<usize>,
    pub(super) record_starts: Range<usize>,
    pub(super) records: Range<usize>,
    pub(super) text_starts: Range<usize>,
    pub(super) texts: Range<usize>,
    pub(super) pieces: Range<usize>,
    /// Dictionary, words of headers, words of statements, lengths.
    pub(super) words: [Range<usize>; 4],
}

impl Places {
    pub(super) fn of(container: &Container) -> Result<Self, ArtifactError> {
        let column = |&facet: &FacetId| match facet {
            FacetId::Status => Ok(0..0),
            facet => container.range(Section::Column(facet)),
        };
        let summary = |&facet: &FacetId| match facet.is_of_statements() {
            true => container.range(Section::Summary(facet)),
            false => Ok(0..0),
        };
        Ok(Self {
            statements: container.range(Section::StatementStarts)?,
            columns: FacetId::ALL.iter().map(column).collect::<Result<_, _>>()?,
            summaries: FacetId::ALL.iter().map(summary).collect::<Result<_, _>>()?,
            spans: container.range(Section::Spans)?,
            budgets: container.range(Section::Budgets)?,
            relations: container.range(Section::Relations)?,
            record_starts: container.range(Section::RecordStarts)?,
            records: container.range(Section::Records)?,
            text_starts: container.range(Section::TextStarts)?,
            texts: container.range(Section::Texts)?,
            pieces: container.range(Section::Pieces)?,
            words: [
                container.range(Section::Dictionary)?,
                container.range(Section::WordsOfHeaders)?,
                container.range(Section::WordsOfStatements)?,
                container.range(Section::WordLengths)?,
            ],
        })
    }
}
