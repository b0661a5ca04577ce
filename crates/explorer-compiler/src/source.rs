//! The files of a set as an author wrote them, and where in them a value stands.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::limits;
use crate::problem::Location;
use crate::shape::VocabularyName;

/// The folder of the records.
pub const EVALUATIONS: &str = "evaluations";

/// The file of the set's name and data date.
pub const SET: &str = "set.toml";
/// The file of disagreements between evaluations.
pub const TENSIONS: &str = "tensions.toml";
/// The file of names of before.
pub const REDIRECTS: &str = "redirects.toml";
/// The list of ids that were published, one a line.
pub const PUBLISHED_IDS: &str = "published-ids.txt";
/// The file of words that mean the same.
pub const SYNONYMS: &str = "vocabulary/synonyms.toml";

/// A file of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path relative to the folder of the set, with `/` between its parts.
    pub name: String,
    /// Its text, or why it could not be read.
    pub text: Result<String, String>,
}

impl SourceFile {
    /// The text; empty for a file that could not be read.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The last part of the name without its ending.
    #[must_use]
    pub fn stem(&self) -> &str {
        let base = self.name.rsplit('/').next().unwrap_or_default();
        base.rsplit_once('.').map_or(base, |(stem, _)| stem)
    }

    fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let before = self.text().get(..offset).unwrap_or(self.text());
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        (line, before.get(line_start..).unwrap_or_default().chars().count() + 1)
    }
}

/// All files of a set, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Reads the files of a folder; a file that is missing is not in the list, one that cannot be
    /// read stands in it with the reason.
    ///
    /// # Errors
    ///
    /// When the folder itself cannot be listed, or has too many records.
    pub fn gather(dir: &Path) -> io::Result<Self> {
        fs::read_dir(dir)?;
        let mut names: Vec<String> = beside_records().map(str::to_owned).collect();
        if dir.join(EVALUATIONS).is_dir() {
            for entry in fs::read_dir(dir.join(EVALUATIONS))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
                if !name.starts_with('.') {
                    names.push(format!("{EVALUATIONS}/{name}"));
                }
            }
        }
        if names.len() > limits::RECORDS {
            let most = limits::RECORDS;
            let why = format!("{EVALUATIONS} has more than {most} files, the most that are read");
            return Err(io::Error::new(io::ErrorKind::InvalidData, why));
        }
        names.sort_unstable();
        let files = names.into_iter().filter_map(|name| read(dir, name)).collect();
        Ok(Self { files })
    }

    /// The file of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&SourceFile> {
        let at = self.files.binary_search_by(|file| file.name.as_str().cmp(name)).ok()?;
        self.files.get(at)
    }

    /// The same files with other texts for some; a name that is not there yet is added.
    #[must_use]
    pub fn with_texts(mut self, texts: &BTreeMap<String, String>) -> Self {
        self.files.retain(|file| !texts.contains_key(&file.name));
        self.files.extend(
            texts
                .iter()
                .map(|(name, text)| SourceFile { name: name.clone(), text: Ok(text.clone()) }),
        );
        self.files.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        self
    }

    /// All files.
    #[must_use]
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }
}

/// The names of all files of a set but the records.
pub fn beside_records() -> impl Iterator<Item = &'static str> {
    let vocabularies = VocabularyName::ALL.map(VocabularyName::file);
    [SET, TENSIONS, REDIRECTS, PUBLISHED_IDS, SYNONYMS].into_iter().chain(vocabularies)
}

fn read(dir: &Path, name: String) -> Option<SourceFile> {
    let text = match limits::read(&dir.join(&name), limits::AUTHORING_FILE) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| {
            format!("bytes that are not UTF-8 at byte {}", error.utf8_error().valid_up_to())
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => Err(error.to_string()),
    };
    Some(SourceFile { name, text })
}

/// Finds the place of a value by its path, for example `projects[0].phases[1].start`.
///
/// A set without problems is never asked, so files are parsed again only when they are.
pub struct Locator<'a> {
    sources: &'a Sources,
    last: RefCell<Option<(&'a str, Spanned<DeTable<'a>>)>>,
}

impl<'a> Locator<'a> {
    /// A locator of the files of a set.
    #[must_use]
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources, last: RefCell::new(None) }
    }

    /// The place of a byte of a file. A file that is not there is pointed at by its first line.
    #[must_use]
    pub fn at_byte(&self, file: &str, offset: usize) -> Location {
        let (line, column) =
            self.sources.get(file).map_or((1, 1), |file| file.line_and_column(offset));
        Location { file: file.to_owned(), line, column }
    }

    /// The place of a value, or of the nearest thing around it that is there.
    #[must_use]
    pub fn at_path(&self, file: &str, path: &str) -> Location {
        self.at_byte(file, self.offset(file, path))
    }

    fn offset(&self, file: &str, path: &str) -> usize {
        let Some(source) = self.sources.get(file) else { return 0 };
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(name, _)| *name != source.name) {
            *last = Some((&source.name, DeTable::parse_recoverable(source.text()).0));
        }
        last.as_ref().map_or(0, |(_, table)| span_of(table.get_ref(), path).start)
    }
}

fn span_of(table: &DeTable<'_>, path: &str) -> Range<usize> {
    let mut span = 0..0;
    let mut rest = Some(table);
    let mut value: Option<&DeValue<'_>> = None;
    for step in path.split(['.', '[']) {
        let next = match step.strip_suffix(']') {
            Some(index) => index.parse().ok().and_then(|at: usize| value?.as_array()?.get(at)),
            None => rest.and_then(|table| table.get(step)),
        };
        let Some(next) = next else { break };
        span = next.span();
        value = Some(next.get_ref());
        rest = next.get_ref().as_table();
    }
    span
}

#[cfg(test)]
mod tests {
    use super::{Locator, SourceFile, Sources};

    fn locate(path: &str) -> (usize, usize) {
        let text = "title = \"é\"\nlist = [1,\n  2]\n\n[[projects]]\ntitle = \"a\"\n[[projects]]\n\
                    title = \"b\"\n  [projects.more]\n  x = 1\n";
        let file = SourceFile { name: "a.toml".into(), text: Ok(text.into()) };
        let sources = Sources { files: vec![file] };
        let location = Locator::new(&sources).at_path("a.toml", path);
        (location.line, location.column)
    }

    #[test]
    fn a_path_leads_to_the_value() {
        assert_eq!(locate("title"), (1, 9));
        assert_eq!(locate("list[1]"), (3, 3));
        assert_eq!(locate("projects[1].title"), (8, 9));
        assert_eq!(locate("projects[1].more.x"), (10, 7));
    }

    #[test]
    fn what_is_missing_is_located_at_what_is_around_it() {
        assert_eq!(locate("projects[1].start"), (7, 1));
        assert_eq!(locate("nothing"), (1, 1));
    }

    #[test]
    fn the_stem_is_the_name_without_folder_and_ending() {
        let stem = |name: &str| {
            SourceFile { name: name.into(), text: Ok(String::new()) }.stem().to_owned()
        };
        assert_eq!(stem("evaluations/unodc-glot59-2024.toml"), "unodc-glot59-2024");
        assert_eq!(stem("set"), "set");
    }
}
