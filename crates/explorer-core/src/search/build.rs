//! Making the bytes of an index, where the set is packed. The same set gives the same bytes.

use std::collections::BTreeMap;

use super::bytes::{push_number, zigzag};
use super::index::{BLOCK, VERSION, length_byte, length_of};
use super::source::{Field, Source, SourceEvaluation};
use crate::text::{self, TokenKind};

/// Makes the bytes of an index, which [`super::TextIndex::open`] reads without copying.
#[must_use]
pub fn build(source: &Source) -> Vec<u8> {
    let mut builder = Builder::default();
    for evaluation in &source.evaluations {
        builder.add(evaluation);
    }
    builder.finish()
}

#[derive(Default)]
struct Builder<'s> {
    terms: BTreeMap<String, Term<'s>>,
    lengths: Lengths,
}

/// Where one word occurs.
#[derive(Default)]
struct Term<'s> {
    /// Evaluations with the fields of their header, as bits.
    headers: Vec<(u32, u8)>,
    /// Statements with the number of times.
    statements: Vec<(u32, u32)>,
    /// Languages of the texts, with the number of times; empty for numbers and codes.
    languages: BTreeMap<&'s str, u32>,
}

/// Numbers of words.
#[derive(Default)]
struct Lengths {
    /// The first statement of each evaluation.
    first_statements: Vec<u32>,
    /// By field, then all statements together, by evaluation.
    fields: [Vec<u32>; Field::COUNT + 1],
    statements: Vec<u32>,
}

impl<'s> Builder<'s> {
    fn add(&mut self, evaluation: &'s SourceEvaluation) {
        let number = self.lengths.first_statements.len() as u32;
        let language = evaluation.language.as_str();
        self.lengths.first_statements.push(self.lengths.statements.len() as u32);
        for (texts, field) in evaluation.fields.iter().zip(Field::ALL) {
            let length = self.read(texts, language, &mut |term| match term.headers.last_mut() {
                Some((last, mask)) if *last == number => *mask |= field.bit(),
                _ => term.headers.push((number, field.bit())),
            });
            let lengths = self.lengths.fields.get_mut(field.index());
            lengths.into_iter().for_each(|lengths| lengths.push(length));
        }
        let mut total = 0;
        for texts in &evaluation.statements {
            let statement = self.lengths.statements.len() as u32;
            let length = self.read(texts, language, &mut |term| match term.statements.last_mut() {
                Some((last, times)) if *last == statement => *times += 1,
                _ => term.statements.push((statement, 1)),
            });
            self.lengths.statements.push(length);
            total += length;
        }
        self.lengths.fields.last_mut().into_iter().for_each(|lengths| lengths.push(total));
    }

    /// Hands the term of every word of some texts to `occurs`; gives the number of words.
    fn read(
        &mut self,
        texts: &[String],
        language: &'s str,
        occurs: &mut dyn FnMut(&mut Term<'s>),
    ) -> u32 {
        let mut length = 0;
        for text in texts {
            text::analyse(text, &mut |token| {
                if !self.terms.contains_key(token.text) {
                    self.terms.insert(token.text.to_owned(), Term::default());
                }
                let Some(term) = self.terms.get_mut(token.text) else { return };
                occurs(term);
                if token.kind == TokenKind::Word {
                    *term.languages.entry(language).or_default() += 1;
                }
                length += u32::from(!matches!(token.kind, TokenKind::Joined(_)));
            });
        }
        length
    }

    fn finish(self) -> Vec<u8> {
        let links = links(&self.terms);
        let (mut table, mut entries) = (Vec::new(), Vec::new());
        let (mut headers, mut statements) = (Vec::new(), Vec::new());
        let mut last = "";
        for (at, ((word, term), link)) in self.terms.iter().zip(links).enumerate() {
            if at % BLOCK == 0 {
                last = "";
                for offset in [entries.len(), headers.len(), statements.len()] {
                    table.extend((offset as u32).to_le_bytes());
                }
            }
            let shared = word.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
            entries.push(shared as u8);
            entries.push((word.len() - shared) as u8);
            entries.extend(word.bytes().skip(shared));
            push_number(&mut entries, zigzag(link));
            push_counted(&mut entries, &mut headers, &header_postings(&term.headers));
            push_counted(&mut entries, &mut statements, &statement_postings(&term.statements));
            last = word;
        }
        let mut dictionary = (self.terms.len() as u32).to_le_bytes().to_vec();
        dictionary.append(&mut table);
        dictionary.append(&mut entries);
        join(&[dictionary, headers, statements, self.lengths.finish()])
    }
}

fn push_counted(entries: &mut Vec<u8>, postings: &mut Vec<u8>, of_term: &[u8]) {
    push_number(entries, of_term.len() as u32);
    postings.extend(of_term);
}

/// Evaluations as differences to the one before less one, each with its fields.
fn header_postings(headers: &[(u32, u8)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = 0;
    for &(evaluation, fields) in headers {
        push_number(&mut bytes, evaluation - next);
        bytes.push(fields);
        next = evaluation + 1;
    }
    bytes
}

/// First the few statements with a word more than once: how many have it once since the one
/// before, and how often beyond twice. Then all statements, as differences to the one before less
/// one.
fn statement_postings(statements: &[(u32, u32)]) -> Vec<u8> {
    if statements.is_empty() {
        return Vec::new();
    }
    let mut bytes = Vec::new();
    push_number(&mut bytes, statements.iter().filter(|(_, times)| *times > 1).count() as u32);
    let mut single = 0;
    for &(_, times) in statements {
        if times > 1 {
            push_number(&mut bytes, std::mem::take(&mut single));
            push_number(&mut bytes, times - 2);
        } else {
            single += 1;
        }
    }
    let mut next = 0;
    for &(statement, _) in statements {
        push_number(&mut bytes, statement - next);
        next = statement + 1;
    }
    bytes
}

/// For each word the way to the next word of its family, as a difference of places; the last of a
/// family leads back to its first, and a word alone leads to itself.
fn links(terms: &BTreeMap<String, Term<'_>>) -> Vec<i32> {
    let mut families: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, (word, term)) in terms.iter().enumerate() {
        let often = |(a, n): &(&&str, &u32), (b, m): &(&&str, &u32)| n.cmp(m).then(b.cmp(a));
        if let Some((language, _)) = term.languages.iter().max_by(often) {
            let stem = text::stem(word, language).into_owned();
            families.entry((language, stem)).or_default().push(at);
        }
    }
    let mut links = vec![0; terms.len()];
    for family in families.values() {
        for (&member, &next) in family.iter().zip(family.iter().cycle().skip(1)) {
            let link = links.get_mut(member);
            link.into_iter().for_each(|link| *link = next as i32 - member as i32);
        }
    }
    links
}

impl Lengths {
    fn finish(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let evaluations = self.first_statements.len() as u32;
        let statements = self.statements.len() as u32;
        self.first_statements.push(statements);
        let averages = self.fields.iter().chain([&self.statements]).map(|lengths| average(lengths));
        for number in [evaluations, statements].into_iter().chain(averages) {
            bytes.extend(number.to_le_bytes());
        }
        self.first_statements.iter().for_each(|first| bytes.extend(first.to_le_bytes()));
        let lengths = self.fields.iter().chain([&self.statements]).flatten();
        bytes.extend(lengths.map(|length| length_byte(*length)));
        bytes
    }
}

/// The average of lengths as they will be read again, in 256ths.
fn average(lengths: &[u32]) -> u32 {
    let sum: u64 = lengths.iter().map(|length| u64::from(length_of(length_byte(*length)))).sum();
    (sum * 256 / (lengths.len() as u64).max(1)) as u32
}

fn join(sections: &[Vec<u8>; 4]) -> Vec<u8> {
    let mut bytes = VERSION.to_le_bytes().to_vec();
    for section in sections {
        bytes.extend((section.len() as u32).to_le_bytes());
    }
    sections.iter().for_each(|section| bytes.extend(section));
    bytes
}
