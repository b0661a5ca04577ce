//! What a list says of an evaluation.

use serde::{Deserialize, Serialize};

use super::{Evaluation, Timing};
use crate::id::TermId;
use crate::statement::{Statement, StatementKind};
use crate::when::{Date, Span};

/// What a list says of an evaluation, read without its record. A packed record does not say it
/// again.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Card {
    /// The title of the evaluation.
    pub title: String,
    /// The short title.
    pub short_title: String,
    /// BCP 47 tag of the language of the document.
    pub language: String,
    /// The agency, a term of the vocabulary of agencies.
    pub agency: TermId,
    /// Final, mid-term or not stated.
    pub timing: Timing,
    /// From the first start of a project to the last end.
    pub span: Span,
    /// The places that have a term, each once, in the document's order.
    pub places: Vec<TermId>,
    /// The day on which the record was coded.
    pub coded_on: Date,
    /// How many statements there are of each kind, in the order of kinds, without those that it
    /// has none of.
    pub kinds: Vec<KindCount>,
}

/// How many statements of a kind an evaluation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct KindCount {
    /// The kind.
    pub kind: StatementKind,
    /// How many there are.
    pub number: u32,
}

impl Card {
    /// Takes what a list says out of a record; [`Card::fill`] puts it back.
    pub(crate) fn take(evaluation: &mut Evaluation, statements: &[Statement]) -> Self {
        let mut places: Vec<TermId> = Vec::new();
        for term in evaluation.places.iter().filter_map(|place| place.term.as_ref()) {
            if !places.contains(term) {
                places.push(term.clone());
            }
        }
        Self {
            span: evaluation.whole_span(),
            title: std::mem::take(&mut evaluation.title),
            short_title: std::mem::take(&mut evaluation.short_title),
            language: std::mem::take(&mut evaluation.language),
            agency: std::mem::replace(&mut evaluation.agency, "".into()),
            timing: evaluation.kind.timing,
            places,
            coded_on: evaluation.provenance.coded_on,
            kinds: counted(statements),
        }
    }

    /// Puts back what was taken.
    pub(crate) fn fill(self, evaluation: &mut Evaluation) {
        evaluation.title = self.title;
        evaluation.short_title = self.short_title;
        evaluation.language = self.language;
        evaluation.agency = self.agency;
    }
}

fn counted(statements: &[Statement]) -> Vec<KindCount> {
    let count = |kind| statements.iter().filter(|own| own.kind == kind).count() as u32;
    let counted = StatementKind::ALL.iter().map(|&kind| KindCount { kind, number: count(kind) });
    counted.filter(|counted| counted.number > 0).collect()
}
