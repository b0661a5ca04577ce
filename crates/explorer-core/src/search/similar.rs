//! Words of the dictionary that are nearly a typed word: one or two slips of the finger away.
//!
//! The distance counts letters left out, put in, changed, and neighbours swapped. The dictionary
//! is walked once; rows of the table of distances are kept for what a word shares with the word
//! before it, and words that cannot come near any more are passed over.

use super::index::TextIndex;

/// Words of fewer letters are taken as typed.
const ONE_SLIP_FROM: usize = 4;

/// From so many letters on, two slips are forgiven.
const TWO_SLIPS_FROM: usize = 8;

/// Letters of a row of distances: the longest word and the empty one.
const ROW: usize = 64;

/// How many slips are forgiven in a word of so many letters.
const fn slips_forgiven(letters: usize) -> u8 {
    match letters {
        0..ONE_SLIP_FROM => 0,
        ONE_SLIP_FROM..TWO_SLIPS_FROM => 1,
        _ => 2,
    }
}

/// The words nearest to a typed word: those with one slip, or if there are none those with two.
/// With `prefix`, words that begin with something near count too. Never the word itself.
pub(super) fn similar(index: &TextIndex<'_>, typed: &str, prefix: bool) -> Vec<String> {
    let typed: Vec<char> = typed.chars().take(ROW - 1).collect();
    let forgiven = slips_forgiven(typed.len());
    if forgiven == 0 {
        return Vec::new();
    }
    let mut walk = Walk::new(typed, forgiven, prefix);
    let mut near: Vec<(u8, String)> = Vec::new();
    let mut words = index.words_from(0);
    while let Some(entry) = words.advance() {
        let Some(slips) = walk.slips(words.word(), entry.shared) else { continue };
        if let Ok(word) = std::str::from_utf8(words.word())
            && slips > 0
            && word.bytes().all(|b| !b.is_ascii_digit())
        {
            near.push((slips, word.to_owned()));
        }
    }
    let least = near.iter().map(|(slips, _)| *slips).min();
    near.retain(|(slips, _)| Some(*slips) == least);
    near.into_iter().map(|(_, word)| word).collect()
}

struct Walk {
    typed: Vec<char>,
    forgiven: u8,
    prefix: bool,
    /// One row for each letter of the current word, and one for no letters.
    rows: Vec<[u8; ROW]>,
    letters: Vec<char>,
    /// Rows that hold for the current word.
    known: usize,
    /// Bytes of the current word after which it was given up, and what was found till then.
    given_up: Option<(usize, Option<u8>)>,
    ascii: bool,
}

impl Walk {
    fn new(typed: Vec<char>, forgiven: u8, prefix: bool) -> Self {
        let mut first = [0; ROW];
        (0..).zip(&mut first).for_each(|(at, cell)| *cell = at);
        let mut rows = vec![[forgiven + 1; ROW]; ROW];
        if let Some(row) = rows.first_mut() {
            *row = first;
        }
        let letters = Vec::new();
        Self { typed, forgiven, prefix, rows, letters, known: 0, given_up: None, ascii: true }
    }

    /// The slips between the typed word and a word of the dictionary, which shares its first
    /// bytes with the word before; `None` when there are too many.
    fn slips(&mut self, word: &[u8], shared: usize) -> Option<u8> {
        if let Some((at, found)) = self.given_up
            && shared >= at
        {
            return found;
        }
        self.given_up = None;
        let was_ascii = self.ascii;
        self.ascii = word.is_ascii();
        // Bytes are letters only while both words are plain.
        let shared = if was_ascii && self.ascii { shared } else { 0 };
        self.known = self.known.min(shared);
        self.letters.truncate(self.known);
        if self.ascii {
            let rest = word.get(self.known..).unwrap_or_default();
            self.letters.extend(rest.iter().map(|byte| char::from(*byte)));
        } else {
            self.letters.clear();
            self.letters.extend(std::str::from_utf8(word).unwrap_or_default().chars());
        }
        self.letters.truncate(ROW - 1);
        while self.known < self.letters.len() {
            if self.add_row() > self.forgiven {
                let found = self.best_prefix(self.known);
                self.given_up = self.ascii.then_some((self.known, found));
                return found;
            }
        }
        let slips = self.cell(self.known, self.typed.len());
        let slips = if self.prefix { self.best_prefix(self.known).unwrap_or(slips) } else { slips };
        (slips <= self.forgiven).then_some(slips)
    }

    fn cell(&self, row: usize, at: usize) -> u8 {
        let cell = self.rows.get(row).and_then(|row| row.get(at));
        cell.copied().unwrap_or(self.forgiven + 1)
    }

    /// The fewest slips to any beginning of the current word.
    fn best_prefix(&self, rows: usize) -> Option<u8> {
        let best = (0..=rows).map(|row| self.cell(row, self.typed.len())).min();
        best.filter(|slips| self.prefix && *slips <= self.forgiven)
    }

    /// Works out the row of the next letter, near its diagonal; gives its least cell.
    fn add_row(&mut self) -> u8 {
        let (row, reach) = (self.known + 1, usize::from(self.forgiven));
        let letter = |at: usize| self.letters.get(at).copied();
        let typed = |at: usize| self.typed.get(at).copied();
        let mut cells = [self.forgiven + 1; ROW];
        let mut least = u8::MAX;
        for at in row.saturating_sub(reach)..=(row + reach).min(self.typed.len()) {
            let mut slips = self.cell(row - 1, at) + 1;
            if let Some(before) = at.checked_sub(1) {
                let same = letter(row - 1) == typed(before);
                let left = cells.get(before).copied().unwrap_or(self.forgiven + 1);
                slips = slips.min(left + 1).min(self.cell(row - 1, before) + u8::from(!same));
                let swapped = row > 1
                    && before > 0
                    && letter(row - 1) == typed(before - 1)
                    && letter(row - 2) == typed(before);
                if swapped {
                    slips = slips.min(self.cell(row - 2, at - 2) + 1);
                }
            }
            if let Some(cell) = cells.get_mut(at) {
                *cell = slips.min(self.forgiven + 1);
                least = least.min(*cell);
            }
        }
        if let Some(kept) = self.rows.get_mut(row) {
            *kept = cells;
        }
        self.known = row;
        least
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::search::{Source, SourceEvaluation, build};

    fn near(vocabulary: &[&str], typed: &str, prefix: bool) -> Vec<String> {
        let statements = vec![vocabulary.iter().map(|word| (*word).to_owned()).collect()];
        let evaluation = SourceEvaluation { statements, ..SourceEvaluation::default() };
        let bytes = build(&Source { evaluations: vec![evaluation] });
        similar(&TextIndex::open(&bytes).unwrap(), typed, prefix)
    }

    #[test]
    fn one_slip_is_forgiven_from_four_letters_and_two_from_eight() {
        let words = ["peru", "trafficking", "plan", "мониторинг"];
        assert_eq!(near(&words, "prru", false), ["peru"]);
        assert_eq!(near(&words, "pl", false), [""; 0]);
        assert_eq!(near(&words, "plxx", false), [""; 0]);
        assert_eq!(near(&words, "trafikcing", false), ["trafficking"]);
        assert_eq!(near(&words, "мониторниг", false), ["мониторинг"]);
        assert_eq!(near(&words, "trafif", true), ["trafficking"]);
    }

    /// The whole table, with no shortcut.
    fn slow_distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let change = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut best = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_nearest_words_are_those_of_the_whole_table(
            words in proptest::collection::btree_set("[abэ]{1,10}", 1..20),
            typed in "[abэ]{1,10}",
            prefix: bool,
        ) {
            let letters: Vec<char> = typed.chars().collect();
            let forgiven = usize::from(slips_forgiven(letters.len()));
            let distance = |word: &String| {
                let word: Vec<char> = word.chars().collect();
                let from = if prefix { 0 } else { word.len() };
                (from..=word.len()).map(|end| slow_distance(&letters, &word[..end])).min().unwrap()
            };
            let near_ones = words.iter().map(|word| (distance(word), word.clone()));
            let near_ones: Vec<_> = near_ones.filter(|(d, _)| (1..=forgiven).contains(d)).collect();
            let least = near_ones.iter().map(|(distance, _)| *distance).min();
            let expected: Vec<String> = near_ones
                .into_iter()
                .filter(|(distance, _)| Some(*distance) == least)
                .map(|(_, word)| word)
                .collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert_eq!(near(&words, &typed, prefix), expected);
        }
    }
}
