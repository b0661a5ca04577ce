//! Words of the dictionary that are nearly a typed word: one or two slips of the finger away.
//!
//! The distance counts letters left out, put in, changed, and neighbours swapped. The dictionary
//! is walked once by a machine of bits: for each number of slips one bit for each beginning of the
//! typed word that the letters so far may stand for. What a word shares with the word before it is
//! not walked again, and blocks of words that begin alike and too differently are passed over.

use super::index::{BLOCK, TextIndex};

/// Words of fewer letters are taken as typed.
const ONE_SLIP_FROM: usize = 4;

/// From so many letters on, two slips are forgiven.
const TWO_SLIPS_FROM: usize = 8;

/// The most letters that are compared: a bit for each, and one for none.
const MOST_LETTERS: usize = 63;

/// How many slips are forgiven in a word of so many letters.
const fn slips_forgiven(letters: usize) -> usize {
    match letters {
        0..ONE_SLIP_FROM => 0,
        ONE_SLIP_FROM..TWO_SLIPS_FROM => 1,
        _ => 2,
    }
}

/// The words nearest to a typed word: those with one slip, or if there are none those with two.
/// With `prefix`, words that begin with something near count too. Never the word itself.
pub(super) fn similar(index: &TextIndex<'_>, typed: &str, prefix: bool) -> Vec<String> {
    let typed: Vec<char> = typed.chars().take(MOST_LETTERS).collect();
    let mut walk = Walk::new(&typed, prefix);
    let mut near: Vec<String> = Vec::new();
    if walk.forgiven == 0 {
        return near;
    }
    let mut words = index.words_from(0);
    let mut entry = words.advance();
    for block in 0..index.blocks() {
        let mut next = index.words_from(block + 1);
        let first_of_next = next.advance();
        let all = first_of_next.map_or(0, |_| in_common(words.word(), next.word()));
        if walk.slips(words.word().get(..all).unwrap_or_default(), 0).is_some() || !walk.is_far() {
            // Words that begin with so many bytes of the word before are too different like it.
            let mut far_from = usize::MAX;
            for _ in 0..BLOCK {
                let Some(known) = entry else { break };
                if known.shared >= far_from {
                    entry = words.advance();
                    continue;
                }
                let slips = walk.slips(words.word(), known.shared);
                let is_far = slips.is_none() && walk.is_far();
                far_from = if is_far { walk.last().end } else { usize::MAX };
                if let Some(slips) = slips
                    && (1..=walk.forgiven).contains(&slips)
                    && let Ok(word) = std::str::from_utf8(words.word())
                    && word.bytes().all(|b| !b.is_ascii_digit())
                {
                    if slips < walk.forgiven {
                        // Farther ones are not wanted any more.
                        walk.forgiven = slips;
                        near.clear();
                    }
                    near.push(word.to_owned());
                }
                entry = words.advance();
            }
        }
        (words, entry) = (next, first_of_next);
    }
    near
}

/// How many bytes two words begin with alike.
fn in_common(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The machine on its way along a word of the dictionary.
struct Walk {
    /// For each different letter of the typed word the places where it stands, as bits.
    places: Vec<(char, u64)>,
    /// The same for each letter of ASCII, which most words are of.
    places_of_ascii: [u64; 128],
    /// The bit of the whole typed word.
    whole: u64,
    forgiven: usize,
    prefix: bool,
    /// What holds after each letter, that of no letters first; never empty.
    steps: Vec<Step>,
}

/// What holds after some letters.
#[derive(Clone, Copy)]
struct Step {
    /// Where the letters end in the word, in bytes.
    end: usize,
    /// Where the last letter stands in the typed word, as bits.
    places: u64,
    /// With no, one and two slips: the beginnings of the typed word that the letters may stand
    /// for, a bit for each by its length.
    reached: [u64; 3],
    /// The fewest slips between the typed word and these letters or a beginning of them; 3 when
    /// there are more.
    fewest: usize,
}

impl Walk {
    fn new(typed: &[char], prefix: bool) -> Self {
        let mut places: Vec<(char, u64)> = Vec::new();
        for (&letter, place) in typed.iter().zip(0_u32..) {
            match places.iter_mut().find(|(known, _)| *known == letter) {
                Some((_, places)) => *places |= 1 << place,
                None => places.push((letter, 1 << place)),
            }
        }
        let mut places_of_ascii = [0; 128];
        for &(letter, places) in &places {
            places_of_ascii.get_mut(letter as usize).into_iter().for_each(|slot| *slot = places);
        }
        let none = Step { end: 0, places: 0, reached: [0b1, 0b11, 0b111], fewest: 3 };
        let (whole, forgiven) = (1 << typed.len(), slips_forgiven(typed.len()));
        Self { places, places_of_ascii, whole, forgiven, prefix, steps: vec![none] }
    }

    #[inline(always)]
    fn places_of(&self, letter: char) -> u64 {
        if let Some(places) = self.places_of_ascii.get(letter as usize) {
            return *places;
        }
        let known = self.places.iter().find(|(known, _)| *known == letter);
        known.map_or(0, |(_, places)| *places)
    }

    /// The slips between the typed word and a word that shares its first bytes with the word
    /// before; `None` when there are too many.
    fn slips(&mut self, word: &[u8], shared: usize) -> Option<usize> {
        while self.steps.len() > 1 && self.last().end > shared {
            self.steps.pop();
        }
        let rest = word.get(self.last().end..).and_then(|rest| std::str::from_utf8(rest).ok());
        for letter in rest.unwrap_or_default().chars() {
            if self.is_far() {
                break;
            }
            self.step(letter);
        }
        let last = self.last();
        let slips = if self.prefix { last.fewest } else { self.slips_at(&last.reached) };
        (slips <= self.forgiven).then_some(slips)
    }

    /// True when no word that goes on from here comes near.
    #[inline(always)]
    fn is_far(&self) -> bool {
        self.last().reached.get(self.forgiven).is_none_or(|reached| *reached == 0)
    }

    #[inline(always)]
    fn last(&self) -> &Step {
        const NOTHING: &Step = &Step { end: 0, places: 0, reached: [0; 3], fewest: 3 };
        self.steps.last().unwrap_or(NOTHING)
    }

    fn slips_at(&self, reached: &[u64; 3]) -> usize {
        reached.iter().take_while(|reached| *reached & self.whole == 0).count()
    }

    fn step(&mut self, letter: char) {
        let before = *self.last();
        let places = self.places_of(letter);
        // Two letters before, where the last two may be swapped.
        let earlier = self.steps.len().checked_sub(2).and_then(|at| self.steps.get(at));
        let earlier = earlier.map_or([0; 3], |earlier| earlier.reached);
        let swapped = places & before.places >> 1;
        let ([none, one, two], [none_earlier, one_earlier, _]) = (before.reached, earlier);
        let right = |reached: u64| (reached & places) << 1;
        // One more slip: a letter too many, another letter, a letter left out, two swapped.
        let slip = |reached: u64, now: u64, earlier: u64| {
            reached | reached << 1 | now << 1 | (earlier & swapped) << 2
        };
        let none_now = right(none);
        let one_now = right(one) | slip(none, none_now, none_earlier);
        let two_now = right(two) | slip(one, one_now, one_earlier);
        // What lies beyond the typed word does not count.
        let within = self.whole | (self.whole - 1);
        let reached = [none_now, one_now, two_now].map(|reached| reached & within);
        let fewest = before.fewest.min(self.slips_at(&reached));
        self.steps.push(Step { end: before.end + letter.len_utf8(), places, reached, fewest });
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

    #[test]
    fn a_word_that_goes_on_from_a_near_one_is_near_as_a_beginning() {
        let words = ["peruse", "peruses", "pert"];
        assert_eq!(near(&words, "prru", true), ["peruse", "peruses"]);
        assert_eq!(near(&words, "perrse", false), ["peruse"]);
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
            let forgiven = slips_forgiven(letters.len());
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
