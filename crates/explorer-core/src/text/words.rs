//! Words with their places: the one analysis behind index, query and highlight.

use std::ops::Range;

use super::fold::{fold_char, is_mark};

/// Folded words are cut after so many bytes; nobody types more.
const MAX_BYTES: usize = 60;

/// Letters are added to a folded word below so many bytes.
const FOLDED_BYTES: usize = MAX_BYTES - 8;

/// Compounds of more parts than this are lists, not names.
const MAX_PARTS: usize = 8;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits, with thousands levelled and a point before decimals.
    Number,
    /// The parts before it written as one: `midterm` for "mid-term", `glot59` for "GLOT59" and
    /// `per1751usa` for "PER/17/51/USA". It has the position of the first of so many parts.
    Joined(u32),
    /// Two neighbours of a script without spaces, or the last character of such a run.
    Pair,
}

/// A folded word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The word, folded but not stemmed; at most 60 bytes.
    pub text: &'t str,
    /// Bytes of the original text; on character boundaries, combining marks whole.
    pub range: Range<usize>,
    /// Its number among the words of the text, from 0.
    pub position: u32,
    /// What it is made of.
    pub kind: TokenKind,
}

/// Hands every token of a text to `emit`, in the order of their positions; a joined token follows
/// its parts.
pub fn analyse(text: &str, emit: &mut dyn FnMut(Token<'_>)) {
    let mut compound = Compound { text, ..Compound::default() };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        compound.take(text.len() - rest.len(), c, emit);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c.is_ascii_alphabetic() {
            // Most words are of such letters, and most of the time goes into them.
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (letters, others) = rest.split_at_checked(letters).unwrap_or_default();
            compound.go_on(letters);
            rest = others;
        }
    }
    compound.finish(emit);
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Class {
    #[default]
    Letter,
    Digit,
    Pair,
}

fn class_of(c: char) -> Option<Class> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Class::Letter),
        '0'..='9' => Some(Class::Digit),
        _ if c.is_ascii() => None,
        _ if is_unspaced(c) => Some(Class::Pair),
        _ if !c.is_alphanumeric() => None,
        _ if fold_char(c).chars().all(|c| c.is_ascii_digit()) => Some(Class::Digit),
        _ => Some(Class::Letter),
    }
}

/// Letters of scripts that put no spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e4e}' | '\u{e80}'..='\u{ecd}' | '\u{1000}'..='\u{103f}'
        | '\u{1780}'..='\u{17d3}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30fe}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

/// Characters that hold a compound together when a word stands on both sides.
const fn is_joiner(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' | '/' | '.' | ',' | '&' | '_')
}

/// A part of a compound: letters only, or digits only.
#[derive(Clone, Debug, Default)]
struct Part {
    range: Range<usize>,
    folded: String,
    class: Class,
    /// What stands between it and the part before; `None` when letters meet digits.
    joiner: Option<char>,
}

#[derive(Default)]
struct Compound<'t> {
    text: &'t str,
    parts: Vec<Part>,
    joiner: Option<char>,
    position: u32,
}

impl Compound<'_> {
    fn take(&mut self, at: usize, c: char, emit: &mut dyn FnMut(Token<'_>)) {
        let end = at + c.len_utf8();
        if !c.is_ascii() && is_mark(c) {
            // A mark belongs to the letter before it, unless something stands between them.
            if let (Some(part), None) = (self.parts.last_mut(), self.joiner) {
                part.range.end = end;
            }
            return;
        }
        let Some(class) = class_of(c) else {
            let opens = self.joiner.is_none() && !self.parts.is_empty() && is_joiner(c);
            if opens {
                self.joiner = Some(c);
            } else {
                self.finish(emit);
            }
            return;
        };
        let joiner = self.joiner.take();
        let last = self.parts.last().map(|part| part.class);
        if last.is_some_and(|last| last != class && (last == Class::Pair || class == Class::Pair)) {
            self.finish(emit);
        } else if last == Some(class)
            && joiner.is_none()
            && let Some(part) = self.parts.last_mut()
        {
            part.range.end = end;
            push_folded(&mut part.folded, c);
            return;
        }
        let mut part = Part { range: at..end, class, joiner, ..Part::default() };
        push_folded(&mut part.folded, c);
        self.parts.push(part);
    }

    /// Takes ASCII letters that follow a letter.
    fn go_on(&mut self, letters: &str) {
        let Some(part) = self.parts.last_mut() else { return };
        part.range.end += letters.len();
        let room = FOLDED_BYTES.saturating_sub(part.folded.len()).min(letters.len());
        let known = part.folded.len();
        part.folded.push_str(letters.get(..room).unwrap_or_default());
        part.folded.get_mut(known..).into_iter().for_each(str::make_ascii_lowercase);
    }

    fn finish(&mut self, emit: &mut dyn FnMut(Token<'_>)) {
        self.joiner = None;
        let mut parts = std::mem::take(&mut self.parts);
        if parts.len() > 1 {
            parts = level_numbers(parts);
            drop_elisions(&mut parts);
            join_ampersands(&mut parts);
        }
        let first = self.position;
        for part in &parts {
            self.emit_part(part, emit);
        }
        if parts.len() > 1 {
            emit_joined(&parts, first, emit);
        }
        parts.clear();
        self.parts = parts;
    }

    fn emit_part(&mut self, part: &Part, emit: &mut dyn FnMut(Token<'_>)) {
        let kind = match part.class {
            Class::Pair => return self.emit_pairs(part, emit),
            Class::Letter => TokenKind::Word,
            Class::Digit => TokenKind::Number,
        };
        let (text, range) = (part.folded.as_str(), part.range.clone());
        emit(Token { text, range, position: self.position, kind });
        self.position += 1;
    }

    fn emit_pairs(&mut self, part: &Part, emit: &mut dyn FnMut(Token<'_>)) {
        let run = self.text.get(part.range.clone()).unwrap_or_default();
        let mut letters =
            run.char_indices().filter(|(_, c)| !is_mark(*c)).map(|(at, _)| at).peekable();
        let mut folded = String::new();
        while let Some(at) = letters.next() {
            // A pair ends where the letter after the next begins, so that marks stay whole.
            let mut after = letters.clone();
            let end = after.next().and_then(|_| after.next()).unwrap_or(run.len());
            folded.clear();
            let pair = run.get(at..end).unwrap_or_default();
            pair.chars().for_each(|c| folded.extend(fold_char(c).chars()));
            let range = part.range.start + at..part.range.start + end;
            let (text, kind) = (folded.as_str(), TokenKind::Pair);
            emit(Token { text, range, position: self.position, kind });
            self.position += 1;
        }
    }
}

fn push_folded(folded: &mut String, c: char) {
    if folded.len() < FOLDED_BYTES {
        folded.extend(fold_char(c).chars());
    }
}

/// Writes "1,200,000.50" as `1200000.50` and "3,5" as `3.5`; leaves "17.51.2" in parts.
fn level_numbers(parts: Vec<Part>) -> Vec<Part> {
    let mut levelled: Vec<Part> = Vec::with_capacity(parts.len());
    let mut rest = parts.into_iter().peekable();
    while let Some(part) = rest.next() {
        let mut group = vec![part];
        let point = |part: &Part| matches!(part.joiner, Some('.' | ','));
        while let Some(next) =
            rest.next_if(|next| is_number(next) && point(next) && group.iter().all(is_number))
        {
            group.push(next);
        }
        match one_number(&group) {
            Some(number) => levelled.push(number),
            None => levelled.append(&mut group),
        }
    }
    levelled
}

fn is_number(part: &Part) -> bool {
    part.class == Class::Digit
}

fn one_number(group: &[Part]) -> Option<Part> {
    let [first, second, ..] = group else { return None };
    let last = group.last()?;
    let grouped = |parts: &[Part]| {
        first.folded.len() <= 3
            && parts.iter().all(|part| part.folded.len() == 3 && part.joiner == second.joiner)
    };
    let (whole, decimals) = match group.get(1..)? {
        thousands if grouped(thousands) => (group, None),
        [_] => (group.get(..1)?, Some(last)),
        [thousands @ .., last] if grouped(thousands) && last.joiner != second.joiner => {
            (group.get(..group.len() - 1)?, Some(last))
        }
        _ => return None,
    };
    let mut folded: String = whole.iter().map(|part| part.folded.as_str()).collect();
    if let Some(decimals) = decimals {
        folded.push('.');
        folded.push_str(&decimals.folded);
    }
    if folded.len() > MAX_BYTES {
        return None;
    }
    Some(Part { range: first.range.start..last.range.end, folded, ..first.clone() })
}

/// Takes away the `l'` of "l'évaluation" and the `'s` of "the State's".
fn drop_elisions(parts: &mut Vec<Part>) {
    let is_apostrophe = |part: &Part| matches!(part.joiner, Some('\'' | '\u{2019}'));
    let elided = |part: &Part| {
        matches!(
            part.folded.as_str(),
            "l" | "d" | "j" | "m" | "n" | "s" | "t" | "c" | "qu" | "lorsqu" | "puisqu" | "jusqu"
        )
    };
    let mut keep = vec![true; parts.len()];
    for (keep, pair) in keep.iter_mut().zip(parts.windows(2)) {
        *keep = !matches!(pair, [part, next] if is_apostrophe(next) && elided(part));
    }
    let mut place = 0;
    parts.retain(|part| {
        let first = place == 0;
        let kept = keep.get(place).copied().unwrap_or(true);
        place += 1;
        kept && (first || part.folded != "s" || !is_apostrophe(part))
    });
}

/// Writes "M&E" as one word.
fn join_ampersands(parts: &mut Vec<Part>) {
    let mut joined: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts.drain(..) {
        match joined.last_mut() {
            Some(last)
                if part.joiner == Some('&')
                    && last.folded.len() + part.folded.len() < MAX_BYTES =>
            {
                last.range.end = part.range.end;
                last.folded.push('&');
                last.folded.push_str(&part.folded);
            }
            _ => joined.push(part),
        }
    }
    *parts = joined;
}

/// Emits what is also written as one word: around hyphens, where letters meet digits, in codes
/// with strokes or points, and acronyms with points.
fn emit_joined(parts: &[Part], first: u32, emit: &mut dyn FnMut(Token<'_>)) {
    let has_digits = parts.iter().any(is_number);
    let is_acronym = parts.iter().all(|part| part.folded.chars().nth(1).is_none());
    let linked = |part: &Part| match part.joiner {
        None | Some('-' | '\u{2010}' | '\u{2011}') => true,
        Some('/' | '_') => has_digits,
        Some('.') => has_digits || is_acronym,
        Some(_) => false,
    };
    let mut from = 0;
    for group in parts.chunk_by(|_, next| linked(next)) {
        let length: usize = group.iter().map(|part| part.folded.len()).sum();
        let fits = (2..=MAX_PARTS).contains(&group.len()) && length <= MAX_BYTES;
        if let ([start, .., end], true) = (group, fits && !group.iter().all(is_number)) {
            let text: String = group.iter().map(|part| part.folded.as_str()).collect();
            let range = start.range.start..end.range.end;
            let count = u32::try_from(group.len()).unwrap_or(u32::MAX);
            let kind = TokenKind::Joined(count);
            emit(Token { text: &text, range, position: first + from, kind });
        }
        from += u32::try_from(group.len()).unwrap_or(u32::MAX);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tokens(text: &str) -> Vec<(String, Range<usize>, u32, TokenKind)> {
        let mut tokens = Vec::new();
        analyse(text, &mut |token| {
            tokens.push((token.text.to_owned(), token.range, token.position, token.kind));
        });
        tokens
    }

    #[track_caller]
    fn check(text: &str, words: &[&str]) {
        let found: Vec<String> = tokens(text).into_iter().map(|token| token.0).collect();
        assert_eq!(found, words, "{text}");
    }

    #[test]
    fn words_end_at_spaces_and_punctuation() {
        check("Training, in Peru (2019).", &["training", "in", "peru", "2019"]);
        check("", &[]);
        check(" -- ' . ", &[]);
        check("и/или «слово»", &["и", "или", "слово"]);
    }

    #[test]
    fn apostrophes_drop_what_is_only_grammar() {
        check("l'évaluation d’une", &["evaluation", "une"]);
        check("the State's victims'", &["the", "state", "victims"]);
        check("O'Brien", &["o", "brien"]);
        check("s'", &["s"]);
    }

    #[test]
    fn hyphens_give_the_parts_and_the_whole() {
        check("mid-term", &["mid", "term", "midterm"]);
        check("2017-2020", &["2017", "2020"]);
        check("and/or", &["and", "or"]);
    }

    #[test]
    fn codes_are_found_whole_and_in_parts() {
        check("PER/17/51/USA", &["per", "17", "51", "usa", "per1751usa"]);
        check("GLOT59", &["glot", "59", "glot59"]);
        check("GLO.T 59", &["glo", "t", "59"]);
        check("U.S.A.", &["u", "s", "a", "usa"]);
        check("M&E of R&D", &["m&e", "of", "r&d"]);
    }

    #[test]
    fn numbers_are_levelled() {
        check("1,200,000 and 2.933.023,00", &["1200000", "and", "2933023.00"]);
        check("3,5 % or 3.5", &["3.5", "or", "3.5"]);
        check("1.2.3", &["1", "2", "3"]);
        check("٢٠١٩", &["2019"]);
    }

    #[test]
    fn scripts_without_spaces_give_pairs() {
        check("人口贩运", &["人口", "口贩", "贩运", "运"]);
        check("ILO人", &["ilo", "人"]);
    }

    #[test]
    fn ranges_hold_combining_marks() {
        let text = "cafe\u{301} x";
        let range = tokens(text)[0].1.clone();
        assert_eq!(&text[range], "cafe\u{301}");
    }

    /// Text made of what makes trouble.
    pub(crate) fn adversarial() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("'"),
            Just("’"),
            Just("-"),
            Just("/"),
            Just("."),
            Just(","),
            Just("&"),
            Just(" "),
            Just("\u{301}"),
            Just("\u{640}"),
            Just("ß"),
            Just("ﬃ"),
            Just("İ"),
            Just("人"),
            Just("ก"),
            Just("1"),
            Just("20"),
            Just("٣"),
            Just("a"),
            Just("s"),
            Just("l"),
            Just("Э"),
            Just("أ"),
            Just("🎈"),
            Just("ｆ"),
            Just("\u{200d}"),
        ];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn ranges_lie_on_characters_and_positions_grow(text in adversarial()) {
            let mut last = None;
            for (folded, range, position, kind) in tokens(&text) {
                prop_assert!(!folded.is_empty() && folded.len() <= MAX_BYTES);
                let part = text.get(range.clone());
                prop_assert!(part.is_some_and(|part| !part.is_empty()));
                prop_assert!(!text[range.end..].starts_with(is_mark), "a mark was cut off");
                if !matches!(kind, TokenKind::Joined(_)) {
                    prop_assert_eq!(position, last.map_or(0, |last: u32| last + 1));
                    last = Some(position);
                }
            }
        }

        #[test]
        fn folded_text_has_the_same_words(text in adversarial()) {
            let words = |text: &str| -> Vec<String> {
                tokens(text).into_iter().map(|token| token.0).collect()
            };
            prop_assert_eq!(words(&crate::text::fold::fold(&text)), words(&text));
        }

        #[test]
        fn any_text_can_be_analysed(text in "\\PC*") {
            tokens(&text);
        }
    }
}
