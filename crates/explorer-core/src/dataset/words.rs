//! The words of a set: its index, and its texts read again for phrases.

use super::{Dataset, EvaluationIx, StatementIx};
use crate::artifact::{ArtifactError, Section};
use crate::content::Record;
use crate::search::{Field, Searcher, SynonymTable, Texts, field_texts, statement_texts};

impl Dataset {
    /// What to search the set with.
    ///
    /// # Errors
    /// When the set is not complete ([`Dataset::complete`]), which checks the index.
    pub fn searcher(&self) -> Result<Searcher<'_>, ArtifactError> {
        let synonyms = self.synonyms.get_or_init(|| SynonymTable::new(self.synonyms()));
        let whole = self.whole().ok_or(ArtifactError::Missing { section: Section::Dictionary })?;
        Ok(Searcher { index: whole.text_index()?, synonyms, texts: self })
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
        if let (Some(coded), Some(whole)) = (coded, self.whole()) {
            statement_texts(&coded, &mut |coded| {
                done =
                    done || !coded.is_empty() && is_enough(&whole.rest.pieces.spelled_out(coded));
            });
        }
    }
}
