//! What is searched: the texts of each evaluation by field, and those of its statements.

use super::phrase::Phrase;
use crate::codes::codes;
use crate::content::{Content, Record};
use crate::evaluation::Evaluation;
use crate::id::TermId;
use crate::sorted;
use crate::statement::Statement;
use crate::vocabulary::{Term, Terms, Vocabulary};

codes! {
    /// The fields in the header of an evaluation, by what a reader may limit a word to.
    pub enum Field {
        /// Titles of the evaluation and of its projects.
        Title = "title",
        /// Codes of its projects and its own id.
        Code = "code",
        /// Names of evaluators, managers and supervisors.
        Person = "person",
        /// Printed and normalised names of places, in all languages.
        Country = "country",
        /// Labels of the themes and criteria of its statements, in all languages.
        Theme = "theme",
        /// The publishing agency and institutions that took part.
        Agency = "agency",
        /// Who gave money.
        Donor = "donor",
        /// All other words of the header.
        Other = "header",
    }
}

impl Field {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The place of the field in tables.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The bit of the field in a mask of fields.
    #[must_use]
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The texts of one evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceEvaluation {
    /// BCP 47 tag of the language of its texts, for stemming.
    pub language: String,
    /// The texts of each field, in the order of [`Field::ALL`].
    pub fields: [Vec<String>; Field::COUNT],
    /// The texts of each statement: what it says first, then label, note and figures.
    pub statements: Vec<Vec<String>>,
}

impl SourceEvaluation {
    /// The texts of a field.
    #[must_use]
    pub fn field(&self, field: Field) -> &[String] {
        self.fields.get(field.index()).map_or(&[], Vec::as_slice)
    }
}

/// Where the words of an evaluation can be read again: needed for "phrases", whose order the index
/// does not know.
pub trait Texts {
    /// Hands the texts of a field of an evaluation to `each`.
    fn field(&self, evaluation: u32, field: Field, each: &mut dyn FnMut(&str));
    /// Which of some rising statements, by their numbers in the whole set, say a phrase.
    fn say(&self, statements: &[u32], phrase: &Phrase<'_>) -> Vec<bool>;
}

/// All texts of a set, in the order of its records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The evaluations.
    pub evaluations: Vec<SourceEvaluation>,
}

impl Source {
    /// The texts of a set. Our words are English whatever the language of the document.
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let of = |record| evaluation_texts(record, &content.vocabulary);
        Self { evaluations: content.records.iter().map(of).collect() }
    }
}

impl Texts for Source {
    fn field(&self, evaluation: u32, field: Field, each: &mut dyn FnMut(&str)) {
        let found = self.evaluations.get(evaluation as usize);
        found.iter().flat_map(|found| found.field(field)).for_each(|text| each(text));
    }

    fn say(&self, statements: &[u32], phrase: &Phrase<'_>) -> Vec<bool> {
        let all: Vec<_> = self.evaluations.iter().flat_map(|found| &found.statements).collect();
        let texts = |at: &u32| all.get(*at as usize).into_iter().flat_map(|texts| texts.iter());
        statements.iter().map(|at| texts(at).any(|text| phrase.is_in(text))).collect()
    }
}

/// The texts of one record.
#[must_use]
pub fn evaluation_texts(record: &Record, vocabulary: &Vocabulary) -> SourceEvaluation {
    let fields = std::array::from_fn(|at| {
        let mut texts = Vec::new();
        if let Some(field) = Field::ALL.get(at) {
            field_texts(record, vocabulary, *field, &mut |text| texts.push(text.to_owned()));
        }
        texts
    });
    let statements = record
        .statements
        .iter()
        .map(|statement| {
            let mut texts = Vec::new();
            statement_texts(statement, &mut |text| texts.push(text.to_owned()));
            texts
        })
        .collect();
    SourceEvaluation { language: "en".to_owned(), fields, statements }
}

/// Hands the searched texts of a statement to `each`: what it says comes first.
pub fn statement_texts(statement: &Statement, each: &mut dyn FnMut(&str)) {
    each(&statement.text);
    let more = [&statement.label_as_printed, &statement.addressee, &statement.note];
    more.into_iter().flatten().for_each(|text| each(text));
    for figure in &statement.figures {
        each(&figure.figure);
        each(&figure.unit);
    }
}

/// Hands the texts of one field of a record to `each`.
pub fn field_texts(
    record: &Record,
    vocabulary: &Vocabulary,
    field: Field,
    each: &mut dyn FnMut(&str),
) {
    let evaluation = &record.evaluation;
    match field {
        Field::Title => titles(evaluation, each),
        Field::Code => codes_of(evaluation, each),
        Field::Person => {
            let people = evaluation.team.iter().chain(&evaluation.manager);
            people.chain(&evaluation.supervisor).for_each(|party| each(&party.name));
        }
        Field::Country => places(record, vocabulary, each),
        Field::Theme => themes(record, vocabulary, each),
        Field::Agency => agencies(evaluation, vocabulary, each),
        Field::Donor => {
            for donor in evaluation.donors() {
                each(&donor.as_printed);
                term_texts(&vocabulary.organisations, &donor.organisation, each);
            }
        }
        Field::Other => other(evaluation, each),
    }
}

fn titles(evaluation: &Evaluation, each: &mut dyn FnMut(&str)) {
    each(&evaluation.title);
    each(&evaluation.short_title);
    for project in &evaluation.projects {
        each(&project.title);
        project.short_title.iter().for_each(|title| each(title));
    }
}

fn codes_of(evaluation: &Evaluation, each: &mut dyn FnMut(&str)) {
    // What is printed comes first: it is what a reader is told.
    let codes = evaluation.projects.iter().filter_map(|project| project.code.as_ref());
    codes.for_each(|code| each(code));
    each(evaluation.id.as_str());
}

fn places(record: &Record, vocabulary: &Vocabulary, each: &mut dyn FnMut(&str)) {
    for place in &record.evaluation.places {
        each(&place.as_printed);
        let Some(term) = &place.term else { continue };
        term_texts(&vocabulary.places, term, each);
        for region in vocabulary.places.get(term).map_or(&[][..], |term| &term.broader) {
            term_texts(&vocabulary.places, region, each);
        }
    }
    record.evaluation.region_as_printed.iter().for_each(|region| each(region));
}

fn themes(record: &Record, vocabulary: &Vocabulary, each: &mut dyn FnMut(&str)) {
    let themes: Vec<&TermId> = record.statements.iter().flat_map(|s| &s.themes).collect();
    sorted::each_once(themes)
        .into_iter()
        .for_each(|theme| term_texts(&vocabulary.themes, theme, each));
    record.evaluation.keywords.iter().for_each(|keyword| each(keyword));
}

fn agencies(evaluation: &Evaluation, vocabulary: &Vocabulary, each: &mut dyn FnMut(&str)) {
    term_texts(&vocabulary.agencies, &evaluation.agency, each);
    evaluation.unit.iter().for_each(|unit| each(unit));
    for institution in &evaluation.institutions {
        each(&institution.name);
        if let Some(term) = &institution.organisation {
            term_texts(&vocabulary.organisations, term, each);
        }
    }
}

fn other(evaluation: &Evaluation, each: &mut dyn FnMut(&str)) {
    each(&evaluation.document_type);
    each(&evaluation.kind.as_printed);
    for project in &evaluation.projects {
        project.objective.iter().for_each(|objective| each(objective));
        project.phases.iter().filter_map(|phase| phase.note.as_ref()).for_each(|note| each(note));
    }
    let method = &evaluation.method;
    let lists = [
        &method.approaches,
        &method.data_sources,
        &method.tools,
        &method.standards,
        &method.sampling,
        &evaluation.notes,
    ];
    lists.into_iter().flatten().for_each(|text| each(text));
    method.field_missions.iter().for_each(|place| each(&place.as_printed));
    evaluation.mentioned_projects.iter().for_each(|project| {
        each(&project.name);
        project.code.iter().for_each(|code| each(code));
    });
    evaluation.institutions.iter().filter_map(|i| i.note.as_ref()).for_each(|note| each(note));
}

/// All names of a term: labels of every language, the short form and aliases.
fn term_texts(terms: &Terms, id: &TermId, each: &mut dyn FnMut(&str)) {
    let Some(Term { labels, short, aliases, .. }) = terms.get(id) else { return };
    labels.iter().for_each(|label| each(&label.text));
    short.iter().chain(aliases).for_each(|name| each(name));
}
