//! What a reader typed, understood leniently: there is no wrong input, only notes on what was
//! ignored.
//!
//! | typed | means |
//! |---|---|
//! | `training police` | both words, wherever in the evaluation; the last may go on |
//! | `"national plan"` | these words in this order |
//! | `-budget`, `NOT budget` | not this word |
//! | `peru OR colombia` | one of them |
//! | `title:child`, `country:peru` | the word in this field only |
//!
//! A question of many words is not insisted on word by word.

use std::ops::Range;

use super::source::Field;
use crate::text::{self, TokenKind};

/// From so many words that carry meaning on, a plain question is a sentence.
const SENTENCE_WORDS: usize = 6;

/// More words than this are not looked at.
pub const MAX_CLAUSES: usize = 64;

/// Of more words than this not even those that say most are looked for.
const MAX_READ: usize = 4 * MAX_CLAUSES;

/// Which parts of an evaluation a word is looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Bits of header fields, see [`Field::bit`].
    pub fields: u8,
    /// Whether statements count.
    pub statements: bool,
}

impl Scope {
    /// Everywhere.
    pub const ALL: Self = Self { fields: u8::MAX, statements: true };

    const fn field(field: Field) -> Self {
        Self { fields: field.bit(), statements: false }
    }
}

/// A word to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// True when longer words that begin with it count.
    pub prefix: bool,
    /// True for words of letters, which may be mistyped.
    pub letters: bool,
}

/// One way to satisfy a [`Clause`]: all words in one statement or one field of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The words.
    pub words: Vec<Word>,
    /// True when they must stand side by side in this order.
    pub in_order: bool,
}

/// Something that is asked for, in one or several ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What was typed.
    pub typed: String,
    /// The ways to satisfy it, as typed first.
    pub alternatives: Vec<Alternative>,
    /// Where.
    pub scope: Scope,
    /// True when it carries little meaning and is not insisted on beside others that do.
    pub stop: bool,
    /// How often it was typed.
    pub times: u16,
}

/// Something that was not taken as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// There is no such field; the word before the colon was searched as a word.
    UnknownField(String),
    /// A field without a value was ignored.
    EmptyField(String),
    /// A minus or NOT or OR without a word to go with was ignored.
    Dangling(String),
    /// Words beyond `MAX_CLAUSES` were ignored; so many.
    TooMany(usize),
    /// The order of a phrase could not be checked everywhere, since its words are in too many texts
    /// or in names of another language, which are not shown; there any order was enough.
    OrderIgnored(String),
}

/// A question, understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What is asked for.
    pub clauses: Vec<Clause>,
    /// What must not be there.
    pub excluded: Vec<Clause>,
    /// What was not taken as typed.
    pub notes: Vec<Note>,
    /// True for a long question in plain words, of which not all need to be found.
    pub sentence: bool,
}

impl Parsed {
    /// True when nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.excluded.is_empty()
    }
}

/// Understands what was typed. The last word may go on unless something follows it.
#[must_use]
pub fn parse(typed: &str) -> Parsed {
    let mut parser = Parser { plain: true, ..Parser::default() };
    let lexemes = lexemes(typed);
    for (at, lexeme) in lexemes.iter().enumerate() {
        let open = at + 1 == lexemes.len() && lexeme.range.end == typed.len();
        parser.take(typed, lexeme, open);
    }
    let meaning = parser.parsed.clauses.iter().filter(|clause| !clause.stop).count();
    let is_sentence = parser.plain && meaning >= SENTENCE_WORDS;
    parser.finish(is_sentence)
}

/// Understands a question in natural language: all of it is words, of which not all are wanted.
#[must_use]
pub fn parse_sentence(typed: &str) -> Parsed {
    let mut parser = Parser::default();
    parser.place(words(typed, Scope::ALL, false), false);
    parser.finish(true)
}

/// A piece of what was typed: up to the next space, or in quotes.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexeme {
    pub(super) range: Range<usize>,
    pub(super) minus: bool,
    /// The bytes before a colon.
    pub(super) field: Option<Range<usize>>,
    pub(super) quoted: bool,
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}')
}

pub(super) fn lexemes(typed: &str) -> Vec<Lexeme> {
    let mut lexemes = Vec::new();
    let mut chars = typed.char_indices().peekable();
    while let Some(&(start, c)) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
            continue;
        }
        let mut lexeme = Lexeme { range: start..typed.len(), ..Lexeme::default() };
        if matches!(c, '-' | '\u{2212}') {
            lexeme.minus = true;
            chars.next();
            lexeme.range.start = chars.peek().map_or(typed.len(), |(at, _)| *at);
        }
        while let Some(&(at, c)) = chars.peek() {
            if c.is_whitespace() {
                lexeme.range.end = at;
                break;
            }
            chars.next();
            if c == ':' && lexeme.field.is_none() && at > lexeme.range.start {
                lexeme.field = Some(lexeme.range.start..at);
                lexeme.range.start = at + 1;
            } else if is_quote(c) && at == lexeme.range.start {
                lexeme.quoted = true;
                lexeme.range.start = at + c.len_utf8();
                lexeme.range.end = chars.find(|(_, c)| is_quote(*c)).map_or(typed.len(), |q| q.0);
                break;
            }
        }
        lexemes.push(lexeme);
    }
    lexemes
}

#[derive(Default)]
struct Parser {
    parsed: Parsed,
    /// The operator before the next lexeme.
    operator: Option<(Operator, String)>,
    /// Where the clauses of the lexeme before begin, for OR.
    last: Option<usize>,
    plain: bool,
    ignored: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    Or,
    Not,
}

impl Parser {
    fn take(&mut self, typed: &str, lexeme: &Lexeme, open: bool) {
        let text = typed.get(lexeme.range.clone()).unwrap_or_default();
        let bare = !lexeme.quoted && !lexeme.minus && lexeme.field.is_none();
        if bare && !open && text == "AND" {
            return;
        }
        let operator = match text {
            "OR" | "|" if bare && self.last.is_some() => Some(Operator::Or),
            "NOT" if bare => Some(Operator::Not),
            _ => None,
        };
        if let Some(operator) = operator {
            self.dangling();
            self.operator = Some((operator, text.to_owned()));
            return;
        }
        let (scope, field_word) = self.scope(typed, lexeme, text);
        let mut clauses = field_word;
        clauses.append(&mut if lexeme.quoted {
            phrase(text, scope).into_iter().collect()
        } else {
            words(text, scope, open)
        });
        self.plain &= bare || scope == Scope::ALL && !lexeme.quoted && !lexeme.minus;
        self.place(clauses, lexeme.minus);
    }

    /// Where a lexeme is to be searched, and the clauses of a word that looked like a field.
    fn scope(&mut self, typed: &str, lexeme: &Lexeme, value: &str) -> (Scope, Vec<Clause>) {
        let Some(name) = lexeme.field.clone().and_then(|field| typed.get(field)) else {
            return (Scope::ALL, Vec::new());
        };
        match scope_of(name) {
            Some(scope) => {
                if value.is_empty() {
                    self.parsed.notes.push(Note::EmptyField(name.to_owned()));
                }
                (scope, Vec::new())
            }
            None => {
                let is_name = name.chars().all(char::is_alphabetic);
                if is_name && !value.is_empty() && !value.starts_with('/') {
                    self.parsed.notes.push(Note::UnknownField(name.to_owned()));
                }
                (Scope::ALL, words(name, Scope::ALL, false))
            }
        }
    }

    fn place(&mut self, mut clauses: Vec<Clause>, minus: bool) {
        if clauses.is_empty() {
            if minus {
                self.parsed.notes.push(Note::Dangling("-".to_owned()));
            }
            return;
        }
        let operator = self.operator.take().map(|(operator, _)| operator);
        if minus || operator == Some(Operator::Not) {
            self.plain = false;
            self.parsed.excluded.append(&mut clauses);
            return;
        }
        let before = self.last.filter(|_| operator == Some(Operator::Or));
        if let Some(first) = before.and_then(|at| self.parsed.clauses.get_mut(at)) {
            self.plain = false;
            for clause in clauses {
                // A scope of its own cannot be had within one clause; the wider one holds.
                if clause.scope != first.scope {
                    first.scope = Scope::ALL;
                }
                first.stop &= clause.stop;
                first.typed = format!("{} OR {}", first.typed, clause.typed);
                first.alternatives.extend(clause.alternatives);
            }
            return;
        }
        self.last = Some(self.parsed.clauses.len());
        for clause in clauses {
            let again = |other: &&mut Clause| {
                other.alternatives == clause.alternatives && other.scope == clause.scope
            };
            if let Some(known) = self.parsed.clauses.iter_mut().find(again) {
                known.times = known.times.saturating_add(1);
            } else if self.parsed.clauses.len() < MAX_READ {
                self.parsed.clauses.push(clause);
            } else {
                self.ignored += 1;
            }
        }
    }

    fn dangling(&mut self) {
        if let Some((_, operator)) = self.operator.take() {
            self.parsed.notes.push(Note::Dangling(operator));
        }
    }

    fn finish(mut self, is_sentence: bool) -> Parsed {
        self.dangling();
        self.parsed.sentence = is_sentence;
        let clauses = &mut self.parsed.clauses;
        if is_sentence {
            *clauses = std::mem::take(clauses).into_iter().flat_map(apart).collect();
            if clauses.len() > MAX_CLAUSES {
                clauses.retain(|clause| !clause.stop);
            }
        }
        self.ignored += clauses.len().saturating_sub(MAX_CLAUSES);
        clauses.truncate(MAX_CLAUSES);
        if self.ignored > 0 {
            self.parsed.notes.push(Note::TooMany(self.ignored));
        }
        self.parsed
    }
}

/// The parts of a compound of words as clauses of their own, each of which the whole satisfies
/// too: in a sentence no two words are insisted on together. Codes stay whole.
fn apart(clause: Clause) -> Vec<Clause> {
    let [whole, parts] = clause.alternatives.as_slice() else { return vec![clause] };
    if !parts.words.iter().all(|word| word.letters) {
        return vec![clause];
    }
    let part = |word: &Word| {
        let part = Alternative { words: vec![word.clone()], in_order: false };
        let stop = text::is_stop_word(&word.text);
        Clause { alternatives: vec![part, whole.clone()], stop, ..clause.clone() }
    };
    parts.words.iter().map(part).collect()
}

/// The fields by the names that readers type, folded.
fn scope_of(name: &str) -> Option<Scope> {
    let field = match text::fold::fold(name).as_str() {
        "title" | "titre" | "titulo" => Field::Title,
        "code" | "codigo" => Field::Code,
        "person" | "people" | "evaluator" | "personne" | "persona" => Field::Person,
        "country" | "place" | "region" | "pays" | "pais" => Field::Country,
        "theme" | "tema" => Field::Theme,
        "agency" | "organisation" | "organization" | "agence" | "agencia" => Field::Agency,
        "donor" | "donateur" | "donante" => Field::Donor,
        "header" => Field::Other,
        "text" | "statement" | "texte" | "texto" => {
            return Some(Scope { fields: 0, statements: true });
        }
        _ => return None,
    };
    Some(Scope::field(field))
}

fn word(text: &str, kind: TokenKind) -> Word {
    Word { text: text.to_owned(), prefix: false, letters: kind == TokenKind::Word }
}

/// The words of a quoted text, in order, as one clause.
fn phrase(typed: &str, scope: Scope) -> Option<Clause> {
    let mut words: Vec<Word> = Vec::new();
    text::analyse(typed, &mut |token| {
        if !matches!(token.kind, TokenKind::Joined(_)) {
            words.push(word(token.text, token.kind));
        }
    });
    let stop = words.iter().all(|word| text::is_stop_word(&word.text));
    let in_order = words.len() > 1;
    let alternatives = vec![Alternative { words, in_order }];
    let said = alternatives.iter().any(|alternative| !alternative.words.is_empty());
    said.then(|| Clause { typed: typed.to_owned(), alternatives, scope, stop, times: 1 })
}

/// The words of a lexeme, each a clause; the parts of a compound together are one.
fn words(typed: &str, scope: Scope, open: bool) -> Vec<Clause> {
    let mut parts: Vec<(Word, TokenKind, Range<usize>)> = Vec::new();
    let mut joined: Vec<(usize, usize, String)> = Vec::new();
    text::analyse(typed, &mut |token| match token.kind {
        TokenKind::Joined(count) => {
            joined.push((token.position as usize, count as usize, token.text.to_owned()));
        }
        kind => parts.push((word(token.text, kind), kind, token.range)),
    });
    if let Some((last, _, range)) = parts.last_mut()
        && open
        && range.end == typed.len()
    {
        last.prefix = true;
    }
    let mut clauses = Vec::new();
    let mut at = 0;
    while let Some((_, kind, _)) = parts.get(at) {
        let compound = joined.iter().find(|(first, ..)| *first == at);
        let count = match (compound, kind) {
            (Some((_, count, _)), _) => *count,
            (None, TokenKind::Pair) => {
                let pairs = parts.iter().skip(at);
                pairs.take_while(|(_, kind, _)| *kind == TokenKind::Pair).count()
            }
            (None, _) => 1,
        };
        let members = parts.get(at..at + count).unwrap_or_default();
        clauses.push(clause_of(typed, members, compound.map(|found| found.2.as_str()), scope));
        at += count.max(1);
    }
    clauses
}

fn clause_of(
    typed: &str,
    members: &[(Word, TokenKind, Range<usize>)],
    joined: Option<&str>,
    scope: Scope,
) -> Clause {
    let mut words: Vec<Word> = members.iter().map(|(word, ..)| word.clone()).collect();
    let is_run = members.first().is_some_and(|(_, kind, _)| *kind == TokenKind::Pair);
    if is_run && words.len() > 1 {
        // The last character of a run alone is there for runs of one.
        words.pop();
    }
    let stop = joined.is_none() && words.iter().all(|word| text::is_stop_word(&word.text));
    let whole = joined.map(|joined| {
        let prefix = words.last().is_some_and(|word| word.prefix);
        let letters = words.iter().all(|word| word.letters);
        Alternative {
            words: vec![Word { text: joined.to_owned(), prefix, letters }],
            in_order: false,
        }
    });
    if is_run && words.len() == 1 && members.len() == 1 {
        words.iter_mut().for_each(|word| word.prefix = true);
    }
    let range = members.first().zip(members.last()).map(|(a, b)| a.2.start..b.2.end);
    let typed = range.and_then(|range| typed.get(range)).unwrap_or(typed);
    let alternatives = whole.into_iter().chain([Alternative { words, in_order: false }]).collect();
    Clause { typed: typed.to_owned(), alternatives, scope, stop, times: 1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Each clause as its alternatives, `+` for required together, `~` in order, `*` a prefix.
    fn shown(clauses: &[Clause]) -> Vec<String> {
        let alternative = |alternative: &Alternative| {
            let word = |word: &Word| format!("{}{}", word.text, if word.prefix { "*" } else { "" });
            let words: Vec<String> = alternative.words.iter().map(word).collect();
            words.join(if alternative.in_order { "~" } else { "+" })
        };
        let clause = |clause: &Clause| {
            let all: Vec<String> = clause.alternatives.iter().map(alternative).collect();
            all.join("|")
        };
        clauses.iter().map(clause).collect()
    }

    #[track_caller]
    fn check(typed: &str, wanted: &[&str], excluded: &[&str], notes: &[Note]) {
        let parsed = parse(typed);
        assert_eq!(shown(&parsed.clauses), wanted, "{typed}");
        assert_eq!(shown(&parsed.excluded), excluded, "{typed}");
        assert_eq!(parsed.notes, notes, "{typed}");
    }

    #[test]
    fn all_words_are_wanted_and_the_last_may_go_on() {
        check("Training polic", &["training", "polic*"], &[], &[]);
        check("training police ", &["training", "police"], &[], &[]);
        check("training, training", &["training", "training*"], &[], &[]);
        check("", &[], &[], &[]);
    }

    #[test]
    fn quotes_keep_the_order() {
        check("\"national plan\" peru ", &["national~plan", "peru"], &[], &[]);
        check("«plan nacional", &["plan~nacional"], &[], &[]);
        check("\"\"", &[], &[], &[]);
    }

    #[test]
    fn a_minus_or_not_excludes() {
        check("plan -budget ", &["plan"], &["budget"], &[]);
        check("plan NOT \"x y\"", &["plan"], &["x~y"], &[]);
        check("plan - ", &["plan"], &[], &[Note::Dangling("-".into())]);
        check("mid-term ", &["midterm|mid+term"], &[], &[]);
    }

    #[test]
    fn or_gives_a_choice() {
        check("peru OR colombia mexico ", &["peru|colombia", "mexico"], &[], &[]);
        check("OR peru OR ", &["or", "peru"], &[], &[Note::Dangling("OR".into())]);
    }

    #[test]
    fn fields_limit_where_a_word_is_looked_for() {
        let parsed = parse("pays:pérou title:\"national plan\" text:plan ");
        let scopes: Vec<Scope> = parsed.clauses.iter().map(|clause| clause.scope).collect();
        let (country, title) = (Scope::field(Field::Country), Scope::field(Field::Title));
        assert_eq!(scopes, [country, title, Scope { fields: 0, statements: true }]);
        check("foo:bar ", &["foo", "bar"], &[], &[Note::UnknownField("foo".into())]);
        check("title: ", &[], &[], &[Note::EmptyField("title".into())]);
        check("https://a.b ", &["https", "ab|a+b"], &[], &[]);
    }

    #[test]
    fn codes_are_looked_for_whole_and_in_parts() {
        check("PER/17/51/USA ", &["per1751usa|per+17+51+usa"], &[], &[]);
        check("glot59", &["glot59*|glot+59*"], &[], &[]);
        check("人口贩运 ", &["人口+口贩+贩运"], &[], &[]);
        check("人 ", &["人*"], &[], &[]);
    }

    #[test]
    fn sentences_count_what_is_said_again_and_take_compounds_apart() {
        let parsed = parse_sentence("Data, data-processing: \"data\" -processing");
        let apart = ["data", "data|dataprocessing", "processing|dataprocessing", "processing"];
        assert_eq!(shown(&parsed.clauses), apart);
        let times: Vec<u16> = parsed.clauses.iter().map(|clause| clause.times).collect();
        assert_eq!(times, [2, 1, 1, 1]);
        assert_eq!((parsed.excluded.len(), parsed.notes.len()), (0, 0));
        let many: String = (0..MAX_CLAUSES).map(|n| format!("the w{n} ")).collect();
        let parsed = parse_sentence(&many);
        assert_eq!((parsed.clauses.len(), parsed.notes.len()), (MAX_CLAUSES, 0));
    }

    #[test]
    fn long_questions_are_sentences() {
        assert!(
            parse("what should courts know to protect children from online traffickers").sentence
        );
        assert!(
            parse("a question: which courts protect children from online traffickers").sentence
        );
        assert!(!parse("training police in peru").sentence);
        assert!(!parse("a -b c d e f g h i j k l m").sentence);
        assert!(parse_sentence("courts").sentence);
    }

    #[test]
    fn more_words_than_anybody_types_are_noted() {
        let typed: String = (0..80).map(|n| format!("w{n}x ")).collect();
        assert_eq!(parse(&typed).notes, [Note::TooMany(80 - MAX_CLAUSES)]);
    }

    proptest! {
        #[test]
        fn anything_can_be_typed(typed in "([a-z:\"«» -]|OR|NOT|\\PC){0,40}") {
            let parsed = parse(&typed);
            for clause in parsed.clauses.iter().chain(&parsed.excluded) {
                prop_assert!(!clause.alternatives.is_empty());
                prop_assert!(clause.alternatives.iter().all(|a| !a.words.is_empty()));
            }
        }
    }
}
