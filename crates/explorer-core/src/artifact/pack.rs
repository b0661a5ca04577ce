//! From a set in memory to bytes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::arrays::StartsWriter;
use super::column::{ColumnWriter, MOST_OF_STATEMENT};
use super::error::PackError;
use super::fact::{BudgetsWriter, Order, SpansWriter};
use super::head::{Head, Name, Relations};
use super::pieces::{PiecesWriter, rewrite};
use super::section::{self, Section};
use crate::content::{Content, Record, Redirect};
use crate::evaluation::Card;
use crate::facet::values::{self, Found};
use crate::facet::{FacetId, FacetValue, NOT_STATED};
use crate::id::{StatementId, TermId};
use crate::money::Currency;
use crate::search::{self, Source, TextIndex};
use crate::statement::StatementKind;
use crate::text::fold::fold;
use crate::vocabulary::{Label, Term, Terms, Vocabulary};
use crate::when::Date;

/// The most values that a facet may have: they are numbered by a `u16`.
const MOST_VALUES: usize = 65_536;

/// The languages that the interface speaks, by their BCP 47 tags. English is one, since terms
/// fall back to it.
pub const LANGUAGES: [&str; 1] = ["en"];

/// Packs a set. The same set gives the same bytes, whatever the order of its records: they are
/// sorted by id. Statements keep the order that they have in their record.
///
/// # Errors
/// When ids are not unique or not of the form that [`crate::id`] describes, or when there is more
/// than the format can count.
pub fn pack(content: &Content) -> Result<Vec<u8>, PackError> {
    let mut records: Vec<&Record> = content.records.iter().collect();
    records.sort_by(|a, b| a.evaluation.id.cmp(&b.evaluation.id));
    check_ids(&records)?;
    let (values, columns) = columns(&records, &content.vocabulary)?;
    let currencies = currencies(&records)?;
    let (cards, starts, details) = details(&records);
    let mut sections = vec![
        (Section::Head, encoded(&head(content, &records, currencies.clone()))),
        (Section::EvaluationIds, evaluation_ids(&records)),
        (Section::Order, order(&records)),
        (Section::Cards, cards),
        // What is up to here shows a list of all evaluations, see `section::cut`.
        (Section::StatementStarts, statement_starts(&records)),
        (Section::Spans, spans(&records)),
        (Section::Budgets, budgets(&records, &currencies)),
    ];
    sections.extend(columns);
    sections.push((Section::RecordStarts, starts));
    sections.push((Section::Records, details));
    sections.push((Section::Relations, encoded(&relations(content, values))));
    let pieces = PiecesWriter::new(records.iter().flat_map(|record| &record.statements));
    let (starts, texts) = texts(&records, &pieces);
    sections.push((Section::TextStarts, starts));
    sections.extend(words(&records, &content.vocabulary));
    sections.push((Section::Pieces, pieces.bytes().to_vec()));
    sections.push((Section::Texts, texts));
    section::write(&sections).map_err(|found| too_many("bytes", u32::MAX as usize, found))
}

fn head(content: &Content, records: &[&Record], currencies: Vec<Currency>) -> Head {
    let shown = as_shown(&content.vocabulary);
    let agencies: BTreeSet<&TermId> =
        records.iter().map(|record| &record.evaluation.agency).collect();
    let places = records.iter().flat_map(|record| &record.evaluation.places);
    let places: BTreeSet<&TermId> = places.filter_map(|place| place.term.as_ref()).collect();
    Head {
        title: content.title.clone(),
        data_date: content.data_date,
        statements: records.iter().map(|record| record.statements.len() as u32).sum(),
        currencies,
        agencies: names(shown.agencies, &agencies),
        places: names(shown.places, &places),
    }
}

/// What cards say for the terms that they name.
fn names(terms: Terms, named: &BTreeSet<&TermId>) -> Vec<Name> {
    let named = terms.0.into_iter().filter(|term| named.contains(&term.id));
    named.map(|Term { id, labels, short, .. }| Name { id, labels, short }).collect()
}

fn relations(content: &Content, values: Vec<Vec<FacetValue>>) -> Relations {
    let mut redirects: Vec<Redirect> = content.redirects.clone();
    redirects.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    Relations {
        vocabulary: as_shown(&content.vocabulary),
        redirects,
        values,
        tensions: content.tensions.clone(),
        synonyms: content.synonyms.clone(),
    }
}

/// The terms as readers see them: with the labels of [`LANGUAGES`] and the short form. Labels of
/// other languages and aliases are for finding, which the index of words does, and they are
/// packed there; shown to nobody, they would double the part that is decoded on opening.
#[must_use]
pub fn as_shown(vocabulary: &Vocabulary) -> Vocabulary {
    let label = |label: &&Label| LANGUAGES.contains(&label.lang.as_str());
    let term = |term: &Term| Term {
        labels: term.labels.iter().filter(label).cloned().collect(),
        aliases: Vec::new(),
        ..term.clone()
    };
    let terms = |terms: &Terms| Terms(terms.0.iter().map(term).collect());
    Vocabulary {
        agencies: terms(&vocabulary.agencies),
        organisations: terms(&vocabulary.organisations),
        places: terms(&vocabulary.places),
        themes: terms(&vocabulary.themes),
        criteria: terms(&vocabulary.criteria),
    }
}

/// The part of a statement's id that its evaluation's id does not give.
pub(crate) fn suffix<'a>(evaluation: &str, statement: &'a StatementId) -> Option<&'a str> {
    let suffix = statement.as_str().strip_prefix(evaluation)?.strip_prefix('-')?;
    (!suffix.is_empty() && !suffix.contains('-')).then_some(suffix)
}

/// What the id of a statement ends with by its kind and number; written out only where it does not.
pub(crate) fn usual_suffix(kind: StatementKind, ordinal: u64) -> String {
    format!("{}{ordinal}", kind.letter())
}

fn check_ids(records: &[&Record]) -> Result<(), PackError> {
    let duplicate = |id: &str| PackError::Duplicate { id: id.into() };
    for pair in records.windows(2) {
        if let [a, b] = pair
            && a.evaluation.id == b.evaluation.id
        {
            return Err(duplicate(a.evaluation.id.as_str()));
        }
    }
    for record in records {
        let evaluation = record.evaluation.id.as_str();
        let mut ids: Vec<&StatementId> = record.statements.iter().map(|s| &s.id).collect();
        if let Some(odd) = ids.iter().find(|id| suffix(evaluation, id).is_none()) {
            let (expected, found) = (format!("{evaluation}-"), odd.as_str().into());
            return Err(PackError::StatementId { expected, found });
        }
        ids.sort();
        if let Some(pair) = ids.windows(2).find(|pair| pair.first() == pair.last()) {
            return Err(duplicate(pair.first().map_or("", |id| id.as_str())));
        }
    }
    Ok(())
}

fn too_many(what: &'static str, most: usize, found: usize) -> PackError {
    PackError::TooMany { what, most, found }
}

type Columns = (Vec<Vec<FacetValue>>, Vec<(Section, Vec<u8>)>);

fn columns(records: &[&Record], vocabulary: &Vocabulary) -> Result<Columns, PackError> {
    let (mut values, mut columns) = (Vec::new(), Vec::new());
    for &facet in FacetId::ALL {
        let listed = values_in_order(facet, records, vocabulary);
        if listed.len() > MOST_VALUES {
            return Err(too_many("values of a facet", MOST_VALUES, listed.len()));
        }
        if facet != FacetId::Status {
            let (column, summary) = column(facet, records, vocabulary, &listed);
            columns.push((Section::Column(facet), column));
            columns.extend(summary.map(|summary| (Section::Summary(facet), summary)));
        }
        values.push(listed);
    }
    Ok((values, columns))
}

/// The values of a record, or [`NOT_STATED`].
fn or_not_stated(found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    if found.is_empty() { vec![(NOT_STATED.into(), None)] } else { found }
}

/// The column of a facet; for a facet of statements also its summary by evaluation.
fn column(
    facet: FacetId,
    records: &[&Record],
    vocabulary: &Vocabulary,
    listed: &[FacetValue],
) -> (Vec<u8>, Option<Vec<u8>>) {
    let numbers: BTreeMap<&str, u16> = listed.iter().map(|value| &*value.id).zip(0..).collect();
    let numbers_of = |found: Vec<Found<'_>>| {
        let mut found: Vec<u16> =
            or_not_stated(found).iter().filter_map(|(id, _)| numbers.get(&**id).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter()
    };
    let (mut column, mut summary) = (ColumnWriter::new(), ColumnWriter::new());
    for record in records {
        if facet.is_of_statements() {
            let mut all = Vec::new();
            for statement in &record.statements {
                let numbers = numbers_of(values::of_statement(facet, statement));
                all.extend(numbers.clone().take(MOST_OF_STATEMENT));
                column.statement(numbers);
            }
            all.sort_unstable();
            all.dedup();
            summary.evaluation(all.into_iter());
            summary.end();
        } else {
            let found = values::of_evaluation(facet, &record.evaluation, vocabulary);
            column.evaluation(numbers_of(found));
        }
        column.end();
    }
    let summary = facet.is_of_statements().then(|| summary.write(listed.len()));
    (column.write(listed.len()), summary)
}

/// The values of a facet in the order of display: vocabularies and closed lists in their own
/// order, names by letter, `not-stated` last.
fn values_in_order(
    facet: FacetId,
    records: &[&Record],
    vocabulary: &Vocabulary,
) -> Vec<FacetValue> {
    let mut names: BTreeMap<Box<str>, Option<Box<str>>> = BTreeMap::new();
    let mut note = |found: Vec<Found<'_>>| {
        for (id, name) in or_not_stated(found) {
            let name = name.map(Box::from);
            let known = names.entry(id.into()).or_insert_with(|| name.clone());
            // Of two ways to print a name the first by letter is shown, so that the order of
            // records does not matter.
            *known = name.min(known.take());
        }
    };
    for record in records {
        if facet.is_of_statements() {
            record.statements.iter().for_each(|s| note(values::of_statement(facet, s)));
        } else if facet != FacetId::Status {
            note(values::of_evaluation(facet, &record.evaluation, vocabulary));
        }
    }
    let codes = facet.codes();
    for &code in &codes {
        names.entry(code.into()).or_default();
    }
    if facet == FacetId::Status {
        names.entry(NOT_STATED.into()).or_default();
    }
    let terms = values::terms_of(facet, vocabulary).map_or(&[][..], |terms| &terms.0);
    let listed = terms.iter().map(|term| term.id.as_str()).chain(codes);
    let places: BTreeMap<&str, usize> = listed.zip(0..).collect();
    let mut values: Vec<FacetValue> =
        names.into_iter().map(|(id, name)| FacetValue { id, name }).collect();
    values.sort_by_key(|value| {
        let place = places.get(&*value.id).copied().unwrap_or(places.len());
        (&*value.id == NOT_STATED, place)
    });
    values
}

/// The currencies in which evaluations have totals, the commonest first, then by code.
fn currencies(records: &[&Record]) -> Result<Vec<Currency>, PackError> {
    let mut uses: BTreeMap<&Currency, usize> = BTreeMap::new();
    for record in records {
        let mut stated: Vec<&Currency> = record.evaluation.budgets().map(|b| &b.currency).collect();
        stated.sort();
        stated.dedup();
        stated.retain(|currency| record.evaluation.total_budget(currency).is_some());
        stated.into_iter().for_each(|currency| *uses.entry(currency).or_default() += 1);
    }
    let mut currencies: Vec<_> = uses.into_iter().collect();
    currencies.sort_by_key(|&(_, uses)| Reverse(uses));
    match u16::try_from(currencies.len()) {
        Ok(_) => Ok(currencies.into_iter().map(|(currency, _)| currency.clone()).collect()),
        Err(_) => Err(too_many("currencies", u16::MAX.into(), currencies.len())),
    }
}

fn evaluation_ids(records: &[&Record]) -> Vec<u8> {
    let ids = records.iter().map(|record| record.evaluation.id.as_str().as_bytes().to_vec());
    let (mut starts, ids) = lists(ids);
    starts.extend(ids);
    starts
}

fn statement_starts(records: &[&Record]) -> Vec<u8> {
    let (mut starts, mut total, mut out) = (StartsWriter::new(), 0, Vec::new());
    for record in records {
        total += record.statements.len();
        starts.end(total);
    }
    starts.write(&mut out);
    out
}

fn spans(records: &[&Record]) -> Vec<u8> {
    let mut spans = SpansWriter::new();
    for record in records {
        record.evaluation.projects.iter().for_each(|project| spans.project(project.span));
        spans.end();
    }
    spans.write()
}

fn budgets(records: &[&Record], currencies: &[Currency]) -> Vec<u8> {
    let mut budgets = BudgetsWriter::new();
    for record in records {
        for (currency, number) in currencies.iter().zip(0..) {
            if let Some(total) = record.evaluation.total_budget(currency) {
                budgets.total(number, total.cents);
            }
        }
        budgets.end();
    }
    budgets.write()
}

fn order(records: &[&Record]) -> Vec<u8> {
    let day = |record: &Record| record.evaluation.dated().map(Date::day_number);
    let mut newest: Vec<(Reverse<Option<i32>>, u32)> =
        records.iter().map(|record| Reverse(day(record))).zip(0..).collect();
    newest.sort_unstable();
    let newest: Vec<u32> = newest.into_iter().map(|(_, evaluation)| evaluation).collect();
    let mut titles: Vec<(String, u32)> =
        records.iter().map(|record| fold(&record.evaluation.title)).zip(0..).collect();
    titles.sort_unstable();
    let titles: Vec<u32> = titles.into_iter().map(|(_, evaluation)| evaluation).collect();
    Order::write(&newest, &titles)
}

/// The index of words, in sections that can be served apart.
fn words(records: &[&Record], vocabulary: &Vocabulary) -> Vec<(Section, Vec<u8>)> {
    let texts = |record: &&Record| search::evaluation_texts(record, vocabulary);
    let bytes = search::build(&Source { evaluations: records.iter().map(texts).collect() });
    let Ok(index) = TextIndex::open(&bytes) else { return Vec::new() };
    let sections = index.sections();
    vec![
        (Section::Dictionary, sections.dictionary.to_vec()),
        (Section::WordLengths, sections.norms.to_vec()),
        (Section::WordsOfHeaders, sections.headers.to_vec()),
        (Section::WordsOfStatements, sections.statements.to_vec()),
    ]
}

/// The cards with where each begins, where each record begins, and the records without what their
/// card says.
fn details(records: &[&Record]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let (mut cards, mut details) = (Vec::new(), Vec::new());
    for record in records {
        let mut evaluation = record.evaluation.clone();
        cards.push(encoded(&Card::take(&mut evaluation, &record.statements)));
        evaluation.id = "".into();
        details.push(encoded(&evaluation));
    }
    let (mut card_starts, cards) = lists(cards.into_iter());
    card_starts.extend(cards);
    let (starts, details) = lists(details.into_iter());
    (card_starts, starts, details)
}

/// The statements, each behind its length in LEB128, so that the statements of one evaluation are
/// one piece and no table of all statements is needed.
/// Of each evaluation first all but the texts of its statements, then the texts: side by side they
/// compress a fifteenth worse.
fn texts(records: &[&Record], pieces: &PiecesWriter) -> (Vec<u8>, Vec<u8>) {
    lists(records.iter().map(|record| {
        let evaluation = record.evaluation.id.as_str();
        let (mut out, mut texts) = (Vec::new(), Vec::new());
        for statement in &record.statements {
            let mut short = statement.clone();
            rewrite(&mut short, &mut |text, kind| pieces.coded(text, kind));
            let suffix = suffix(evaluation, &statement.id).unwrap_or("");
            let usual = usual_suffix(statement.kind, statement.ordinal.into());
            short.id = if suffix == usual { "" } else { suffix }.into();
            texts.extend(encoded(&std::mem::take(&mut short.text)));
            let bytes = encoded(&short);
            out.extend(encoded(&(bytes.len() as u32)));
            out.extend(bytes);
        }
        out.extend(texts);
        out
    }))
}

fn lists(lists: impl Iterator<Item = Vec<u8>>) -> (Vec<u8>, Vec<u8>) {
    let (mut starts, mut all, mut out) = (StartsWriter::new(), Vec::new(), Vec::new());
    for list in lists {
        all.extend(list);
        starts.end(all.len());
    }
    starts.write(&mut out);
    (out, all)
}

/// The bytes of a value; our types have no form that postcard refuses.
pub(super) fn encoded(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}
