//! Stems: what words of one family share, by the Snowball algorithm of their language.

use std::borrow::Cow;

/// Words shorter than this are their own stem.
const MIN_LETTERS: usize = 4;

/// The stem of a folded word in a language (a BCP 47 tag); the word itself where the language is
/// not known or its stemmer is not built in, for words with digits and for short ones.
#[must_use]
pub fn stem<'w>(word: &'w str, language: &str) -> Cow<'w, str> {
    if word.chars().nth(MIN_LETTERS - 1).is_none() || word.bytes().any(|b| b.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    by_language(word, primary(language))
}

/// The first part of a language tag.
fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

fn by_language<'w>(word: &'w str, language: &str) -> Cow<'w, str> {
    // One arm each with a constant, so that the linker keeps only the stemmers switched on.
    match language {
        #[cfg(feature = "stem-english")]
        "en" => rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English).stem(word),
        #[cfg(feature = "stem-french")]
        "fr" => rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::French).stem(word),
        #[cfg(feature = "stem-spanish")]
        "es" => rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::Spanish).stem(word),
        #[cfg(feature = "stem-russian")]
        "ru" => rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::Russian).stem(word),
        #[cfg(feature = "stem-arabic")]
        "ar" => rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::Arabic).stem(word),
        _ => Cow::Borrowed(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "stem-english")]
    #[test]
    fn words_of_one_family_share_a_stem() {
        assert_eq!(stem("training", "en"), stem("trained", "en-GB"));
        assert_eq!(stem("recommendation", "en"), stem("recommendations", "en"));
    }

    #[test]
    fn codes_short_words_and_unknown_languages_are_left_alone() {
        for (word, language) in [("glot59s", "en"), ("ilos", "xx"), ("aid", "en"), ("", "en")] {
            assert_eq!(stem(word, language), word);
        }
    }
}
