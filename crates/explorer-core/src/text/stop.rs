//! Words that say little: found like all others, but they weigh less and are not insisted on.

/// Folded stop words of the languages we know, in the order of bytes.
const STOP_WORDS: &[&str] = &[
    "a", "about", "across", "after", "al", "all", "also", "am", "among", "an", "and", "any", "are",
    "as", "at", "au", "aux", "avec", "be", "because", "been", "before", "being", "between", "both",
    "but", "by", "can", "ce", "ces", "cette", "como", "con", "could", "dans", "de", "del", "des",
    "did", "do", "does", "doing", "du", "during", "each", "el", "elle", "en", "es", "est", "et",
    "etre", "for", "from", "had", "has", "have", "having", "he", "her", "here", "his", "how", "i",
    "if", "il", "ils", "in", "into", "is", "it", "its", "la", "las", "le", "les", "leur", "lo",
    "los", "mas", "may", "me", "might", "more", "most", "much", "must", "my", "no", "nor", "not",
    "of", "on", "only", "onto", "or", "other", "ou", "our", "out", "over", "par", "para", "pas",
    "pero", "plus", "por", "pour", "que", "qui", "sa", "same", "se", "ser", "ses", "she", "should",
    "so", "some", "son", "su", "such", "sur", "sus", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "through", "to", "too", "un", "una",
    "under", "une", "until", "up", "upon", "very", "was", "we", "were", "what", "when", "where",
    "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "would",
    "y", "you", "your", "в", "во", "для", "за", "и", "из", "к", "как", "на", "не", "но", "о", "от",
    "по", "с", "что", "это", "الي", "ان", "او", "علي", "عن", "في", "ما", "مع", "من", "هذا", "هذه",
    "و",
];

/// True for a word, already folded, that carries little meaning in any of the languages we know.
#[must_use]
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_folded_and_in_order() {
        assert!(STOP_WORDS.is_sorted_by(|a, b| a < b));
        for word in STOP_WORDS {
            assert_eq!(crate::text::fold::fold(word), *word);
        }
    }

    #[test]
    fn stop_words_are_told_from_words() {
        assert!(is_stop_word("the") && is_stop_word("dans") && is_stop_word("для"));
        assert!(!is_stop_word("training") && !is_stop_word(""));
    }
}
