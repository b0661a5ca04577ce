//! The way from files to a set: read, check, keep what is used.

use std::path::Path;

use explorer_core::content::Content;
use explorer_core::vocabulary::Vocabulary;
use toml::de::DeTable;

use crate::authored::{Authored, AuthoredRecord};
use crate::check::{self, shape::Walk, terms::Known};
use crate::collector::Collector;
use crate::hidden::Hidden;
use crate::problem::Report;
use crate::read::{self, fields::Fields};
use crate::shape::{Shape, VocabularyName, record, set};
use crate::source::{
    EVALUATIONS, PUBLISHED_IDS, REDIRECTS, SET, SYNONYMS, SourceFile, Sources, TENSIONS,
};

mod used;

/// What came of a set.
#[derive(Debug)]
pub struct Compiled {
    /// The set; `None` when the report has errors.
    pub content: Option<Content>,
    /// All problems.
    pub report: Report,
    /// The ids that are not in the list of published ones yet.
    pub unpublished: Vec<String>,
}

/// Reads and checks the folder of a set.
///
/// # Errors
///
/// When the folder cannot be listed. All else is in the report.
pub fn compile(dir: &Path) -> std::io::Result<Compiled> {
    Ok(compile_sources(&Sources::gather(dir)?))
}

/// Reads and checks the files of a set.
#[must_use]
pub fn compile_sources(sources: &Sources) -> Compiled {
    compile_since(sources, None)
}

/// Reads and checks the files of a set, and that its list of published ids still has every line
/// of an earlier one, given as text.
#[must_use]
pub fn compile_since(sources: &Sources, earlier_ids: Option<&str>) -> Compiled {
    let mut collector = Collector::new(sources);
    let set = read_all(sources, &mut collector);
    check::meaning(sources, &set, &mut collector);
    if let Some(earlier) = earlier_ids.filter(|_| !set.hidden.published) {
        check::redirects::since(&read::published_ids(earlier), &set.published, &mut collector);
    }
    let unpublished = check::redirects::unpublished(&set).into_iter().map(str::to_owned).collect();
    let report = collector.into_report();
    let content = if report.has_errors() { None } else { used::content(set) };
    Compiled { content, report, unpublished }
}

/// The vocabularies of a set, as far as they can be read.
#[must_use]
pub fn vocabulary_of(sources: &Sources) -> Vocabulary {
    vocabularies(sources, &mut Collector::new(sources)).0
}

fn read_all(sources: &Sources, collector: &mut Collector<'_>) -> Authored {
    let mut authored = Authored::default();
    let (vocabulary, known) = vocabularies(sources, collector);
    authored.vocabulary = vocabulary;
    let known = Known::new(&authored.vocabulary, &known);
    let mut reader = Reader { sources, terms: Some(&known), collector };

    reader.needed(SET, &set::SET, |fields| {
        authored.title = fields.text("title");
        authored.data_date = fields.date("data_date");
    });
    reader.optional(SYNONYMS, &set::SYNONYMS, |fields| authored.synonyms = read::synonyms(fields));
    reader.optional(REDIRECTS, &set::REDIRECTS, |fields| {
        authored.redirects = read::redirects(fields);
    });
    reader.optional(TENSIONS, &set::TENSIONS, |fields| {
        authored.tensions = read::tensions(TENSIONS, fields);
    });
    if let Some(file) = sources.get(PUBLISHED_IDS) {
        reader.readable(file);
        authored.published = read::published_ids(file.text());
    }
    for file in sources.files().iter().filter(|file| file.name.starts_with(EVALUATIONS)) {
        if !file.name.ends_with(".toml") {
            check::shape::stray(&file.name, reader.collector);
            continue;
        }
        reader.file(file, &record::EVALUATION, |fields| {
            let (record, contradictions) = read::record(&file.name, file.stem(), fields);
            authored.records.push(record);
            authored.tensions.extend(contradictions);
        });
    }
    for record in &mut authored.records {
        record.ids_known = ids_known(record, collector);
    }
    authored.hidden = Hidden::new(&collector.malformed_files(), &authored.records);
    authored
}

fn ids_known(record: &AuthoredRecord, collector: &mut Collector<'_>) -> bool {
    let page = collector.page(&record.file);
    (0..record.record.statements.len()).all(|at| {
        ["kind", "ordinal"]
            .iter()
            .all(|key| page.is_well_formed(&format!("statements[{at}].{key}")))
    })
}

/// The vocabularies, and the names of those that could be read.
fn vocabularies(
    sources: &Sources,
    collector: &mut Collector<'_>,
) -> (Vocabulary, Vec<VocabularyName>) {
    let mut vocabulary = Vocabulary::default();
    let mut known = Vec::new();
    let mut reader = Reader { sources, terms: None, collector };
    for name in VocabularyName::ALL {
        reader.needed(name.file(), set::vocabulary(name), |fields| {
            *name.terms_mut(&mut vocabulary) = read::terms(fields);
            known.push(name);
        });
    }
    (vocabulary, known)
}

struct Reader<'r, 'a> {
    sources: &'r Sources,
    terms: Option<&'r Known<'r>>,
    collector: &'r mut Collector<'a>,
}

impl Reader<'_, '_> {
    fn needed(&mut self, name: &str, shape: &Shape, take: impl FnOnce(Fields<'_>)) {
        match self.sources.get(name) {
            Some(file) => self.file(file, shape, take),
            None => check::shape::missing(name, self.collector),
        }
    }

    fn optional(&mut self, name: &str, shape: &Shape, take: impl FnOnce(Fields<'_>)) {
        if let Some(file) = self.sources.get(name) {
            self.file(file, shape, take);
        }
    }

    fn readable(&mut self, file: &SourceFile) -> bool {
        if let Err(why) = &file.text {
            check::shape::unreadable(&file.name, why, self.collector);
        }
        file.text.is_ok()
    }

    /// Parses a file, checks its form and takes out what can be taken.
    fn file(&mut self, file: &SourceFile, shape: &Shape, take: impl FnOnce(Fields<'_>)) {
        if !self.readable(file) {
            return;
        }
        let (table, errors) = DeTable::parse_recoverable(file.text());
        check::shape::syntax(&file.name, &errors, self.collector);
        // What a broken file seems to say is a guess, so nothing more is said about it.
        if errors.is_empty() {
            let mut walk =
                Walk { file: &file.name, terms: self.terms, collector: &mut *self.collector };
            walk.table(shape, table.get_ref(), 0..0);
            take(Fields(table.get_ref()));
        }
    }
}
