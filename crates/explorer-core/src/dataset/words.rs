//! The words of a set: its index, and its texts read again for phrases.

use super::{Dataset, EvaluationIx, StatementIx};
use crate::artifact::{ArtifactError, Section};
use crate::content::Record;
use crate::search::{
    Field, Searcher, Sections, SynonymTable, TextIndex, Texts, field_texts, statement_texts,
};

impl Dataset {
    /// What to search the set with.
    ///
    /// # Errors
    /// When the set is not complete ([`Dataset::complete`]), which checks the index.
    pub fn searcher(&self) -> Result<Searcher<'_>, ArtifactError> {
        let synonyms = self.synonyms.get_or_init(|| SynonymTable::new(self.synonyms()));
        Ok(Searcher { index: self.text_index()?, synonyms, texts: self })
    }

    /// The index of words; fails when it is damaged or of another set.
    pub(super) fn text_index(&self) -> Result<TextIndex<'_>, ArtifactError> {
        let malformed = |_| ArtifactError::Malformed {
            section: Section::Dictionary,
            expected: "an index of the version of this program",
        };
        let section = |range| self.section(range).unwrap_or(&[]);
        let [dictionary, headers, statements, norms] = &self.places.words;
        let sections = Sections {
            dictionary: section(dictionary),
            headers: section(headers),
            statements: section(statements),
            norms: section(norms),
        };
        let index = TextIndex::of_sections(sections).map_err(malformed)?;
        let same = (index.evaluations() as usize, index.statements() as usize)
            == (self.evaluations, self.statements);
        let other = ArtifactError::Malformed {
            section: Section::WordLengths,
            expected: "one length for each evaluation and statement",
        };
        same.then_some(index).ok_or(other)
    }
}

impl Texts for Dataset {
    fn field(&self, evaluation: u32, field: Field, each: &mut dyn FnMut(&str)) {
        let ix = EvaluationIx(evaluation);
        let Some(evaluation) = self.evaluation(ix) else { return };
        let statements = match field {
            Field::Theme => self.statements_of(ix).filter_map(|ix| self.statement(ix)).collect(),
            _ => Vec::new(),
        };
        field_texts(&Record { evaluation, statements }, self.vocabulary(), field, each);
    }

    fn statement(&self, statement: u32, is_enough: &mut dyn FnMut(&str) -> bool) {
        let ix = StatementIx(statement);
        let Some(text) = self.text_of(ix) else { return };
        let mut done = is_enough(&text);
        // Most statements have no more than their text: what else they have is spelled out only
        // where it must be read.
        let coded = if done { None } else { self.coded(ix) };
        if let (Some(coded), Some(pieces)) = (coded, self.pieces()) {
            statement_texts(&coded, &mut |coded| {
                done = done || !coded.is_empty() && is_enough(&pieces.spelled_out(coded));
            });
        }
    }
}
