//! Laws of search against slow oracles that share no code with the index.

#![allow(clippy::expect_used, reason = "a test stops at the first thing that is not there")]

use explorer_core::query::Unit;
use explorer_core::search::{
    Explained, Field, Lookup, Match, Matches, Searcher, Source, SourceEvaluation, SynonymTable,
    TextIndex, build, parse,
};
use proptest::prelude::*;

/// Words of three letters: they have no stem, no slips and no compounds.
const WORDS: [&str; 8] = ["zab", "zag", "qon", "wum", "kiv", "kib", "pex", "vox"];

/// Fields that name an evaluation.
const NAMES: [Field; 3] = [Field::Code, Field::Person, Field::Country];

/// Both units ranked.
const RANKED: Lookup = Lookup::of(Unit::Statements);

fn search(source: &Source, typed: &str, lookup: Lookup) -> Matches {
    let bytes = build(source);
    let index = TextIndex::open(&bytes).expect("an index just built");
    let synonyms = SynonymTable::default();
    Searcher { index, synonyms: &synonyms, texts: source }.search(&parse(typed), lookup)
}

fn ids(found: &[Match]) -> Vec<u32> {
    found.iter().map(|found| found.id).collect()
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..6)
        .prop_map(|words| words.join(" "))
}

fn sources() -> impl Strategy<Value = Source> {
    let fields = proptest::array::uniform8(proptest::collection::vec(text(), 0..2));
    let statements = proptest::collection::vec(proptest::collection::vec(text(), 1..3), 0..5);
    let evaluation = (fields, statements).prop_map(|(fields, statements)| SourceEvaluation {
        language: "en".to_owned(),
        fields,
        statements,
    });
    proptest::collection::vec(evaluation, 0..7).prop_map(|evaluations| Source { evaluations })
}

/// One thing asked for: a word, the beginning of a word, or two words side by side.
#[derive(Clone, Debug)]
enum Asked {
    Word(String),
    Beginning(String),
    Phrase(String),
}

impl Asked {
    fn is_in(&self, texts: &[String]) -> bool {
        let mut words = texts.iter().flat_map(|text| text.split(' '));
        match self {
            Self::Word(asked) => words.any(|word| word == asked),
            Self::Beginning(asked) => words.any(|word| word.starts_with(asked.as_str())),
            Self::Phrase(asked) => {
                texts.iter().any(|text| format!(" {text} ").contains(&format!(" {asked} ")))
            }
        }
    }
}

#[derive(Clone, Debug)]
struct Question {
    wanted: Vec<Asked>,
    unwanted: Vec<String>,
}

impl Question {
    fn typed(&self) -> String {
        let mut typed: String = self.unwanted.iter().map(|word| format!("-{word} ")).collect();
        for asked in &self.wanted {
            typed += &match asked {
                Asked::Word(word) => format!("{word} "),
                Asked::Phrase(words) => format!("\"{words}\" "),
                Asked::Beginning(beginning) => beginning.clone(),
            };
        }
        typed
    }
}

fn questions() -> impl Strategy<Value = Question> {
    let word = || proptest::sample::select(&WORDS[..]).prop_map(str::to_owned);
    let asked = prop_oneof![
        3 => word().prop_map(Asked::Word),
        1 => (word(), word()).prop_map(|(a, b)| Asked::Phrase(format!("{a} {b}"))),
    ];
    let beginning = proptest::option::of("[zkq][a-o]?".prop_map(Asked::Beginning));
    let wanted = (proptest::collection::vec(asked, 0..3), beginning);
    let wanted = wanted.prop_map(|(mut wanted, beginning)| {
        wanted.extend(beginning);
        wanted
    });
    let unwanted = proptest::collection::vec(word(), 0..2);
    (wanted, unwanted).prop_map(|(wanted, unwanted)| Question { wanted, unwanted })
}

/// The evaluations and statements that a reading of every text finds.
fn read_everything(source: &Source, question: &Question) -> (Vec<u32>, Vec<u32>) {
    let (mut evaluations, mut statements, mut number) = (Vec::new(), Vec::new(), 0);
    let unwanted: Vec<Asked> = question.unwanted.iter().cloned().map(Asked::Word).collect();
    for (at, evaluation) in (0..).zip(&source.evaluations) {
        let in_field = |asked: &Asked, field: &Field| asked.is_in(evaluation.field(*field));
        let in_header = |asked: &Asked| Field::ALL.iter().any(|field| in_field(asked, field));
        let names = |asked: &Asked| NAMES.iter().any(|field| in_field(asked, field));
        let anywhere = |asked: &Asked| {
            in_header(asked) || evaluation.statements.iter().any(|texts| asked.is_in(texts))
        };
        if question.wanted.iter().all(anywhere) && !unwanted.iter().any(anywhere) {
            evaluations.push(at);
        }
        for texts in &evaluation.statements {
            let here = |asked: &Asked| asked.is_in(texts);
            let found = question.wanted.iter().all(|asked| here(asked) || in_header(asked))
                && (question.wanted.iter().any(here) || question.wanted.iter().all(names))
                && !unwanted.iter().any(|asked| here(asked) || in_header(asked));
            if found {
                statements.push(number);
            }
            number += 1;
        }
    }
    (evaluations, statements)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn search_finds_what_reading_everything_finds(source in sources(), question in questions()) {
        let matches = search(&source, &question.typed(), RANKED);
        let (evaluations, statements) = read_everything(&source, &question);
        for (unit, all) in [(matches.evaluations, evaluations), (matches.statements, statements)] {
            if unit.dropped.is_empty() {
                prop_assert_eq!(ids(&unit.found), all, "{}", question.typed());
            } else {
                prop_assert_eq!(all, Vec::<u32>::new(), "{}", question.typed());
                prop_assert!(!unit.found.is_empty());
            }
        }
    }

    #[test]
    fn listing_evaluations_finds_the_same_without_ranking_statements(
        source in sources(), question in questions(), forgives: bool,
    ) {
        let found = |unit| search(&source, &question.typed(), Lookup { unit, forgives });
        let (ranked, listed) = (found(Unit::Statements), found(Unit::Evaluations));
        prop_assert_eq!(&listed.evaluations, &ranked.evaluations);
        prop_assert_eq!(&listed.statements.records, &ranked.statements.records);
        prop_assert_eq!(&listed.statements.dropped, &ranked.statements.dropped);
        prop_assert!(listed.statements.found.is_empty());
        for unit in [&ranked.evaluations, &ranked.statements] {
            prop_assert_eq!(ids(&unit.found), unit.records.iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_order_of_the_set_does_not_change_scores(source in sources(), question in questions()) {
        let reversed = Source { evaluations: source.evaluations.iter().rev().cloned().collect() };
        let last = source.evaluations.len() as u32;
        let forwards = search(&source, &question.typed(), RANKED).evaluations;
        let mut backwards = search(&reversed, &question.typed(), RANKED).evaluations;
        backwards.found.reverse();
        for found in &mut backwards.found {
            found.id = last - 1 - found.id;
        }
        prop_assert_eq!(&forwards.dropped, &backwards.dropped);
        prop_assert_eq!(forwards.found, backwards.found);
    }

    #[test]
    fn explanations_sum_to_the_score(source in sources(), question in questions()) {
        let bytes = build(&source);
        let index = TextIndex::open(&bytes).expect("an index just built");
        let synonyms = SynonymTable::default();
        let searcher = Searcher { index, synonyms: &synonyms, texts: &source };
        let parsed = parse(&question.typed());
        let matches = searcher.search(&parsed, RANKED);
        let evaluations = matches.evaluations.found.iter().map(|m| (m, Explained::Evaluation(m.id)));
        let statements = matches.statements.found.iter().map(|m| (m, Explained::Statement(m.id)));
        for (found, of) in evaluations.chain(statements) {
            let explained = searcher.explain(&parsed, of).expect("a record of the set");
            let sum = explained.reasons.iter().fold(0.0, |sum, reason| sum + reason.part);
            prop_assert_eq!(sum + explained.together, explained.score);
            prop_assert_eq!(explained.score, found.score);
        }
    }

    #[test]
    fn any_bytes_can_be_searched(
        source in sources(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
        question in questions(),
    ) {
        let mut bytes = build(&source);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let whole = bytes.clone();
        bytes.truncate(cut.index(bytes.len()));
        for bytes in [whole, bytes] {
            if let Ok(index) = TextIndex::open(&bytes) {
                let synonyms = SynonymTable::default();
                let searcher = Searcher { index, synonyms: &synonyms, texts: &source };
                let matches = searcher.search(&parse(&question.typed()), RANKED);
                prop_assert!(matches.evaluations.found.iter().all(|m| m.id < index.evaluations()));
                prop_assert!(matches.statements.found.iter().all(|m| m.id < index.statements()));
            }
        }
    }
}
