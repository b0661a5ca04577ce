//! Where checks put what they find while they run.

use std::collections::{BTreeMap, BTreeSet};

use crate::limits::PROBLEMS_OF_A_FILE;
use crate::problem::{Location, Problem, Report, Rule};
use crate::source::{Locator, Sources};

const TOO_MANY: Rule = Rule::error("too-many-problems", "this file has too many problems to tell");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&TOO_MANY];

/// Gathers problems and keeps one mistake from being reported twice: where the form of a value is
/// wrong, nothing is said about its meaning.
pub struct Collector<'a> {
    locator: Locator<'a>,
    problems: Vec<Problem>,
    malformed: BTreeSet<Location>,
    /// How many problems each file has, told or not.
    found: BTreeMap<String, usize>,
}

impl<'a> Collector<'a> {
    /// A collector for the files of a set.
    #[must_use]
    pub fn new(sources: &'a Sources) -> Self {
        let (malformed, found) = (BTreeSet::new(), BTreeMap::new());
        Self { locator: Locator::new(sources), problems: Vec::new(), malformed, found }
    }

    /// The place of a byte of a file.
    #[must_use]
    pub fn at_byte(&self, file: &str, offset: usize) -> Location {
        self.locator.at_byte(file, offset)
    }

    /// Takes a problem of form: a key, a type, a code, a date.
    pub fn malformed(&mut self, problem: Problem) {
        self.malformed.insert(problem.location.clone());
        self.take(problem);
    }

    /// Takes a problem of meaning, unless the form of the value is a problem already.
    pub fn add(&mut self, problem: Problem) {
        if !self.malformed.contains(&problem.location) {
            self.take(problem);
        }
    }

    fn take(&mut self, problem: Problem) {
        let file = &problem.location.file;
        let found = match self.found.get_mut(file) {
            Some(found) => found,
            None => self.found.entry(file.clone()).or_default(),
        };
        *found += 1;
        if *found <= PROBLEMS_OF_A_FILE {
            self.problems.push(problem);
        } else if *found == PROBLEMS_OF_A_FILE + 1 {
            let expected = format!("at most {PROBLEMS_OF_A_FILE} problems in one file");
            let location = Location { line: 1, column: 1, file: problem.location.file };
            self.problems.push(
                Problem::new(&TOO_MANY, location, expected, "more, which are not told")
                    .with_hint("mend those that are told, then check again"),
            );
        }
    }

    /// True when a file has so many problems that no more are told.
    #[must_use]
    pub fn is_full(&self, file: &str) -> bool {
        self.found.get(file).is_some_and(|found| *found > PROBLEMS_OF_A_FILE)
    }

    /// The files in which the form of something is wrong.
    #[must_use]
    pub fn malformed_files(&self) -> BTreeSet<String> {
        self.malformed.iter().map(|location| location.file.clone()).collect()
    }

    /// What checks of one file write on.
    pub fn page<'c>(&'c mut self, file: &'c str) -> Page<'c, 'a> {
        Page { file, collector: self }
    }

    /// All that was found.
    #[must_use]
    pub fn into_report(self) -> Report {
        Report::new(self.problems)
    }
}

/// The problems of one file, whose values are named by their paths.
pub struct Page<'c, 'a> {
    file: &'c str,
    collector: &'c mut Collector<'a>,
}

impl Page<'_, '_> {
    /// Notes that the value at a path breaks a rule.
    pub fn note(
        &mut self,
        rule: &Rule,
        path: &str,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) {
        if self.collector.is_full(self.file) {
            return;
        }
        let location = self.collector.locator.at_path(self.file, path);
        self.collector.add(Problem::new(rule, location, expected, found));
    }

    /// Notes that the value at a path breaks a rule, and what to do about it.
    pub fn note_with_hint(
        &mut self,
        rule: &Rule,
        path: &str,
        expected: impl Into<String>,
        found: impl Into<String>,
        hint: impl Into<String>,
    ) {
        if self.collector.is_full(self.file) {
            return;
        }
        let location = self.collector.locator.at_path(self.file, path);
        self.collector.add(Problem::new(rule, location, expected, found).with_hint(hint));
    }

    /// Notes that a line breaks a rule.
    pub fn note_line(
        &mut self,
        rule: &Rule,
        line: usize,
        expected: impl Into<String>,
        found: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let location = Location { file: self.file.to_owned(), line, column: 1 };
        self.collector.add(Problem::new(rule, location, expected, found).with_hint(hint));
    }

    /// True when the form of the value at a path has no problem.
    #[must_use]
    pub fn is_well_formed(&self, path: &str) -> bool {
        let malformed = &self.collector.malformed;
        // Looking places up is slow, and nearly every file is well formed.
        let first = Location { file: self.file.to_owned(), line: 0, column: 0 };
        let next = malformed.range(first..).next();
        next.is_none_or(|location| location.file != self.file)
            || !malformed.contains(&self.collector.locator.at_path(self.file, path))
    }
}
