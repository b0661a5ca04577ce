//! Words that mean the same to a reader, made ready for questions.

use super::typed::{Alternative, Clause, Word};
use crate::content::Synonyms;
use crate::text::{self, TokenKind};

/// Groups of words and phrases of one meaning, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SynonymTable {
    groups: Vec<Vec<Vec<Word>>>,
}

impl SynonymTable {
    /// Folds the groups of a set once, for all questions.
    #[must_use]
    pub fn new(synonyms: &[Synonyms]) -> Self {
        let group = |group: &Synonyms| {
            let entries = group.words.iter().map(|entry| words_of(entry));
            entries.filter(|words| !words.is_empty()).collect()
        };
        Self { groups: synonyms.iter().map(group).collect() }
    }

    /// Adds to each clause whose words begin or continue a known word or phrase the other words
    /// of its group.
    pub(super) fn widen(&self, clauses: &mut [Clause]) {
        let typed: Vec<Option<Word>> = clauses.iter().map(plain_word).collect();
        for group in &self.groups {
            for (place, entry) in group.iter().enumerate() {
                for start in 0..typed.len() {
                    let Some(stretch) = clauses.get_mut(start..start + entry.len()) else { break };
                    let spoken = typed.iter().skip(start).zip(entry);
                    let same = |(typed, known): (&Option<Word>, &Word)| {
                        typed.as_ref().is_some_and(|typed| typed.text == known.text)
                    };
                    let whole = entry.len() == stretch.len() && spoken.clone().all(same);
                    if whole {
                        let others = || group.iter().enumerate().filter(|(at, _)| *at != place);
                        for clause in stretch {
                            clause.alternatives.extend(others().map(|(_, words)| Alternative {
                                words: words.clone(),
                                in_order: false,
                            }));
                        }
                    }
                }
            }
        }
    }
}

/// The one word of a clause that was typed as such. Compounds count by their joined form.
fn plain_word(clause: &Clause) -> Option<Word> {
    match clause.alternatives.first()?.words.as_slice() {
        [word] => Some(word.clone()),
        _ => None,
    }
}

/// The words of an entry as a question for it would have them: compounds joined.
fn words_of(entry: &str) -> Vec<Word> {
    let mut words: Vec<(u32, Word)> = Vec::new();
    text::analyse(entry, &mut |token| {
        let letters = token.kind == TokenKind::Word;
        let word = Word { text: token.text.to_owned(), prefix: false, letters };
        if let TokenKind::Joined(_) = token.kind {
            words.retain(|(position, _)| *position < token.position);
        }
        words.push((token.position, word));
    });
    words.into_iter().map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse;

    #[track_caller]
    fn check(typed: &str, alternatives: &[usize]) {
        let groups = [["TIP", "trafficking in persons"], ["M&E", "suivi-évaluation"]];
        let groups = groups.map(|words| Synonyms { words: words.map(str::to_owned).to_vec() });
        let mut parsed = parse(typed);
        SynonymTable::new(&groups).widen(&mut parsed.clauses);
        let found: Vec<usize> = parsed.clauses.iter().map(|c| c.alternatives.len()).collect();
        assert_eq!(found, alternatives, "{typed}");
    }

    #[test]
    fn words_and_phrases_of_a_group_stand_for_each_other() {
        check("tip training ", &[2, 1]);
        check("training on trafficking in persons ", &[1, 1, 2, 2, 2]);
        check("trafficking ", &[1]);
        check("m&e ", &[2]);
        check("suivi-evaluation ", &[3]);
        check("\"tip\" ", &[2]);
        check("", &[]);
    }
}
