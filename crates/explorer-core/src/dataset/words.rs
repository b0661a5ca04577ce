//! The words of a set: its index, and its texts read again for phrases.

use super::{Dataset, EvaluationIx, StatementIx};
use crate::artifact::pieces::{Pieces, Written, each_written};
use crate::artifact::{ArtifactError, Section, decode};
use crate::content::Record;
use crate::search::{
    Field, Phrase, Run, Searcher, SynonymTable, Texts, field_texts, statement_texts,
};
use crate::statement::Statement;

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

    /// The texts of some fields of an evaluation, in the order of the fields; its record is read
    /// once for all. Nothing for an evaluation that cannot be read.
    pub fn field_texts(&self, ix: EvaluationIx, fields: &[Field]) -> Vec<(Field, Vec<String>)> {
        let Some(evaluation) = self.evaluation(ix) else { return Vec::new() };
        let statements = match fields.contains(&Field::Theme) {
            true => self.statements_of(ix).filter_map(|ix| self.statement(ix)).collect(),
            false => Vec::new(),
        };
        let record = Record { evaluation, statements };
        let texts = |&field: &Field| {
            let mut texts = Vec::new();
            let mut note = |text: &str| texts.push(text.to_owned());
            field_texts(&record, self.vocabulary(), field, &mut note);
            (field, texts)
        };
        fields.iter().map(texts).collect()
    }
}

impl Texts for Dataset {
    fn field(&self, evaluation: u32, field: Field, each: &mut dyn FnMut(&str)) {
        let texts = self.field_texts(EvaluationIx(evaluation), &[field]).into_iter();
        texts.flat_map(|(_, texts)| texts).for_each(|text| each(&text));
    }

    fn say(&self, statements: &[u32], phrase: &Phrase<'_>) -> Vec<bool> {
        let Some(pieces) = self.whole().map(|whole| &whole.rest.pieces) else { return Vec::new() };
        let mut listener = Listener { pieces, phrase, runs: vec![None; pieces.count()] };
        let (mut of, mut records) = (0..0, Vec::new());
        let says = |&statement: &u32| {
            let at = statement as usize;
            if !of.contains(&at) {
                let evaluation = self.evaluation_of(StatementIx(statement))?;
                of = self.statement_range(evaluation);
                records = self.texts_of(evaluation)?.collect::<Vec<&[u8]>>();
            }
            let (record, text) = (at - of.start, of.len() + at - of.start);
            let text = std::str::from_utf8(records.get(text)?).ok()?;
            Some(listener.hears(text) || listener.hears_labels(records.get(record)?))
        };
        statements.iter().map(says).map(|says| says.unwrap_or(false)).collect()
    }
}

/// Looks for a phrase in many texts that were written with one table.
struct Listener<'p> {
    pieces: &'p Pieces,
    phrase: &'p Phrase<'p>,
    /// What each piece is for the phrase, as far as it came up.
    runs: Vec<Option<Run>>,
}

impl Listener<'_> {
    /// True when a text has the phrase.
    fn hears(&mut self, coded: &str) -> bool {
        let (pieces, phrase) = (self.pieces, self.phrase);
        let found = phrase.is_in_runs(each_written(coded).map(|written| self.run(written)));
        found.unwrap_or_else(|| phrase.is_in(&pieces.spelled_out(coded)))
    }

    #[inline(always)]
    fn run(&mut self, written: Written<'_>) -> Run {
        let of = || self.phrase.run(self.pieces.text(written).as_bytes());
        let Written::At(place) = written else { return of() };
        match self.runs.get_mut(place) {
            Some(known) => *known.get_or_insert_with(of),
            None => Run::Unclear,
        }
    }

    /// True when what a statement has beside its text has the phrase.
    fn hears_labels(&mut self, record: &[u8]) -> bool {
        let Some(coded) = decode::whole::<Statement>(record) else { return false };
        let mut found = false;
        statement_texts(&coded, &mut |coded| found = found || self.hears(coded));
        found
    }
}
