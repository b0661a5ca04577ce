//! Folding: the same letters for the same word, however it was typed.
//!
//! Case, diacritics, ligatures, full-width forms, Arabic letter variants and vowel marks are
//! levelled, for the Latin, Greek, Cyrillic, Armenian and Arabic scripts. Letters of other scripts
//! stay as they are. The tables are made from Unicode's compatibility decomposition by a test of
//! this module and kept small, since they travel to phones.

use super::fold_tables::{KEEP, LONG, LONG_FROM, TABLES};

/// The letters that one character folds to: one to three, or none for a combining mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded([char; 3]);

/// Fills the places of a [`Folded`] that are not used.
const NONE: char = '\0';

impl Folded {
    const fn one(c: char) -> Self {
        Self([c, NONE, NONE])
    }

    /// The letters, in order.
    pub fn chars(self) -> impl Iterator<Item = char> {
        self.0.into_iter().filter(|c| *c != NONE)
    }
}

/// Folds one character.
#[must_use]
pub fn fold_char(c: char) -> Folded {
    match c {
        'A'..='Z' => return Folded::one(c.to_ascii_lowercase()),
        '\0'..='\u{9f}' => return Folded::one(c),
        _ if is_mark(c) => return Folded([NONE; 3]),
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            let ascii = char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c);
            return Folded::one(ascii.to_ascii_lowercase());
        }
        _ => {}
    }
    let code = u32::from(c);
    for (first, table) in TABLES {
        let entry = code.checked_sub(*first).and_then(|at| table.get(usize::try_from(at).ok()?));
        if let Some(&entry) = entry {
            return unpack(entry, c);
        }
    }
    Folded::one(c)
}

fn unpack(entry: u16, original: char) -> Folded {
    if entry == KEEP {
        return Folded::one(original);
    }
    let long = entry.checked_sub(LONG_FROM).and_then(|at| LONG.get(usize::from(at)));
    match long {
        Some(letters) => Folded(*letters),
        None => Folded::one(char::from_u32(u32::from(entry)).unwrap_or(original)),
    }
}

/// True for marks that fold to nothing and never end a word: combining diacritics, Hebrew points,
/// Arabic vowel marks, tatweel, soft hyphens and the joiners of zero width.
#[must_use]
pub const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{feff}')
}

/// Folds a whole text, character by character.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().flat_map(|c| fold_char(c).chars()).collect()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;
    use unicode_normalization::char::is_combining_mark;

    use super::*;

    /// Ranges that get a table. Full-width forms and ASCII are arithmetic.
    const COVERED: [(u32, u32); 7] = [
        (0xa0, 0x24f),
        (0x370, 0x52f),
        (0x531, 0x556),
        (0x622, 0x6f9),
        (0x1e00, 0x1fff),
        (0xfb00, 0xfb06),
        (0xfe80, 0xfefc),
    ];

    /// Letters that Unicode does not decompose but readers type without their strokes, and the
    /// variants of one letter that Arabic script has for several languages.
    const OURS: [(char, &str); 27] = [
        ('ß', "ss"),
        ('ẞ', "ss"),
        ('æ', "ae"),
        ('œ', "oe"),
        ('ø', "o"),
        ('đ', "d"),
        ('ð', "d"),
        ('ł', "l"),
        ('þ', "th"),
        ('ħ', "h"),
        ('ı', "i"),
        ('ŋ', "n"),
        ('ŧ', "t"),
        ('ƒ', "f"),
        ('ς', "σ"),
        ('ٱ', "ا"),
        ('ى', "ي"),
        ('ة', "ه"),
        ('ی', "ي"),
        ('ک', "ك"),
        ('ۀ', "ه"),
        ('ھ', "ه"),
        ('ہ', "ه"),
        ('ە', "ه"),
        ('ے', "ي"),
        ('ۓ', "ي"),
        ('ǝ', "e"),
    ];

    /// What folding should give, by the tables of another crate.
    fn oracle(c: char) -> String {
        let level = |text: &str| -> String {
            let apart: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
            apart.chars().flat_map(char::to_lowercase).nfkd().filter(|c| !is_mark(*c)).collect()
        };
        let ours = |c: char| OURS.iter().find(|(from, _)| *from == c);
        let digit = |c: char| match u32::from(c) {
            code @ (0x660..=0x669 | 0x6f0..=0x6f9) => char::from_digit(code & 15, 10),
            _ => None,
        };
        let levelled: String = level(&c.to_string())
            .chars()
            .map(|c| match (ours(c), digit(c)) {
                (Some((_, to)), _) => (*to).to_owned(),
                (None, Some(digit)) => digit.to_string(),
                (None, None) => c.to_string(),
            })
            .collect();
        let is_word = !levelled.is_empty() && levelled.chars().all(char::is_alphanumeric);
        if is_word && levelled.chars().count() <= 3 { levelled } else { c.to_string() }
    }

    fn tables() -> String {
        let mut long: Vec<String> = Vec::new();
        let mut tables = String::new();
        for (first, last) in COVERED {
            let entries: Vec<u32> = (first..=last)
                .map(|code| {
                    let c = char::from_u32(code).unwrap();
                    let folded = if is_mark(c) { c.to_string() } else { oracle(c) };
                    let mut letters = folded.chars();
                    match (letters.next().unwrap(), letters.next()) {
                        (only, None) if only == c => 0,
                        (only, None) => u32::from(only),
                        _ => {
                            let at = long.iter().position(|l| *l == folded).unwrap_or(long.len());
                            if at == long.len() {
                                long.push(folded);
                            }
                            0xe000 + u32::try_from(at).unwrap()
                        }
                    }
                })
                .collect();
            writeln!(tables, "    ({first:#x}, &[").unwrap();
            for line in entries.chunks(14) {
                let line: Vec<String> = line.iter().map(|entry| format!("{entry:#x}")).collect();
                writeln!(tables, "        {},", line.join(", ")).unwrap();
            }
            tables += "    ]),\n";
        }
        let long: String = long
            .iter()
            .map(|text| {
                let mut letters: Vec<String> = text.chars().map(|c| format!("{c:?}")).collect();
                letters.resize(3, "'\\0'".to_owned());
                format!("    [{}],\n", letters.join(", "))
            })
            .collect();
        format!(
            "//! The tables of folding. Made by the test `the_tables_are_those_of_unicode`; with\n\
             //! `UPDATE_EXPECT=1` it writes them anew.\n\n\
             /// The entry of a character that folds to itself.\n\
             pub(super) const KEEP: u16 = 0;\n\n\
             /// Entries from here on are places in [`LONG`].\n\
             pub(super) const LONG_FROM: u16 = 0xe000;\n\n\
             /// Foldings of two and three letters.\n\
             #[rustfmt::skip]\n\
             pub(super) const LONG: &[[char; 3]] = &[\n{long}];\n\n\
             /// The first character of each range, and what each character of it folds to.\n\
             #[rustfmt::skip]\n\
             pub(super) const TABLES: &[(u32, &[u16])] = &[\n{tables}];\n"
        )
    }

    #[test]
    fn the_tables_are_those_of_unicode() {
        expect_test::expect_file!["fold_tables.rs"].assert_eq(&tables());
    }

    #[test]
    fn every_covered_letter_folds_as_unicode_decomposes_it() {
        let full_width = [(0xff10, 0xff19), (0xff21, 0xff3a), (0xff41, 0xff5a)];
        for (first, last) in COVERED.into_iter().chain(full_width).chain([(0x20, 0x7e)]) {
            for c in (first..=last).filter_map(char::from_u32).filter(|c| !is_mark(*c)) {
                assert_eq!(fold(&c.to_string()), oracle(c), "{c:?}");
            }
        }
    }

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded);
    }

    #[test]
    fn the_same_word_folds_alike_however_it_is_typed() {
        check("ÉVALUATION", "evaluation");
        check("e\u{301}valuation", "evaluation");
        check("Nguyễn Øster Łódź Straße", "nguyen oster lodz strasse");
        check("ＩＬＯ　１２", "ilo　12");
        check("ﬁnding œuvre", "finding oeuvre");
        check("Ёлка", "елка");
        check("ΆΝΘΡΩΠΟΣ άνθρωπος", "ανθρωποσ ανθρωποσ");
        check("آمَنَة إلى أُسْرَة", "امنه الي اسره");
        check("مـــصر ٢٠١٩", "مصر 2019");
        check("人口贩运", "人口贩运");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
