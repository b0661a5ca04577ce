//! Sentences of words that follow Zipf's law: a head of English words, a tail of made-up ones.

use super::chance::Chance;

/// How many different words there are.
const WORDS: usize = 40_000;

/// The head, the most frequent words first.
const HEAD: &str = "the of and to in for with by on that from was were is are not more than their \
    project partners training support national victims trafficking persons cases capacity data \
    regional justice indicators design coordination women children police prosecutors judges \
    border shelters protection prevention awareness campaign budget funds donors staff monitoring \
    results outcomes outputs sustainability ownership gender rights inclusion community families \
    migrants workers employers unions labour inspectors courts law policy plan strategy committee \
    network agreement guide tool manual database survey interviews evaluation team office field \
    government ministry agency civil society organisations private sector media schools teachers \
    improved remained weak strong partly clearly rarely often early late first second third";

/// Syllables of the made-up words.
const SYLLABLES: [&str; 24] = [
    "ba", "cor", "del", "fa", "gri", "hon", "il", "ka", "lor", "men", "na", "or", "pel", "qua",
    "rin", "sa", "tor", "ul", "ven", "wes", "xi", "yor", "zan", "tu",
];

/// The words.
pub struct Words {
    words: Vec<String>,
}

impl Words {
    /// The words, the most frequent first.
    pub fn new() -> Self {
        let mut words: Vec<String> = HEAD.split_whitespace().map(str::to_owned).collect();
        words.extend((words.len()..WORDS).map(made_up));
        Self { words }
    }

    /// A sentence of so many words.
    pub fn sentence(&self, chance: &mut Chance, words: usize) -> String {
        let mut sentence = String::new();
        for number in 0..words.max(1) {
            let word = &self.words[chance.rank(self.words.len())];
            if number == 0 {
                sentence.push_str(&capital(word));
            } else {
                sentence.push(' ');
                sentence.push_str(word);
            }
        }
        sentence.push('.');
        sentence
    }

    /// A title: a sentence without its full stop.
    pub fn title(&self, chance: &mut Chance) -> String {
        let words = chance.between(3, 9);
        self.sentence(chance, words).trim_end_matches('.').to_owned()
    }
}

/// A word of its own for each number: its digits to the base of the syllables.
fn made_up(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
