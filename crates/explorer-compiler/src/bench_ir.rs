//! How well the ranking does on a public test collection: documents, questions and judgements
//! that others made.
//!
//! A document is searched as an evaluation is: its title as the title, each sentence of its text
//! as a statement. Every question counts as a sentence, of which not all words are needed, since
//! such collections judge whole rankings.

use std::collections::BTreeMap;
use std::fmt;

use anyhow::Context as _;
use explorer_core::query::Unit;
use explorer_core::search::{
    Field, Lookup, Match, Searcher, Source, SourceEvaluation, SynonymTable, TextIndex, build,
    parse_sentence,
};
use serde::Deserialize;

/// Rankings are judged to this depth.
const DEPTH: usize = 1000;

/// A document or a question: a line of a file of JSON lines.
#[derive(Debug, Deserialize)]
struct Line {
    #[serde(alias = "_id")]
    id: Id,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    text: Option<String>,
}

/// An id, which some collections write as a number.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(i64),
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(id) => f.write_str(id.trim()),
            Self::Number(id) => id.fmt(f),
        }
    }
}

/// Judgements: for each question the relevant documents with their grade, 1 or more.
type Judgements = BTreeMap<String, BTreeMap<String, u32>>;

/// The averages over all questions that have a relevant document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// How many questions were judged.
    pub questions: usize,
    /// Normalised discounted cumulative gain of the first ten.
    pub ndcg_at_10: f64,
    /// Mean average precision.
    pub map: f64,
    /// The share of relevant documents among the first hundred.
    pub recall_at_100: f64,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "questions   {}", self.questions)?;
        writeln!(f, "nDCG@10     {:.4}", self.ndcg_at_10)?;
        writeln!(f, "MAP         {:.4}", self.map)?;
        write!(f, "recall@100  {:.4}", self.recall_at_100)
    }
}

/// Searches documents (JSON lines of `id`, `title`, `text`) for questions (JSON lines of `id`,
/// `text`) and compares the rankings with judgements in TREC's form (question, 0, document,
/// grade), or in three columns under a line of names.
///
/// As in `trec_eval`, the gain of a document is its grade, grades below 1 are not relevant, judged
/// documents that the collection does not have count as not found, and questions without a
/// relevant document are left out of the averages.
///
/// # Errors
/// When a line cannot be read, or no question has a relevant document.
pub fn measure(documents: &str, questions: &str, judgements: &str) -> anyhow::Result<Figures> {
    let documents = lines(documents).context("in the documents")?;
    let questions = lines(questions).context("in the questions")?;
    let judgements = judged(judgements).context("in the judgements")?;
    let ids: Vec<String> = documents.iter().map(|document| document.id.to_string()).collect();
    let source = Source { evaluations: documents.iter().map(as_evaluation).collect() };
    let bytes = build(&source);
    let index = TextIndex::open(&bytes).map_err(|bad| anyhow::anyhow!("{bad}"))?;
    let synonyms = SynonymTable::default();
    let searcher = Searcher { index, synonyms: &synonyms, texts: &source };
    let mut sums = Figures { questions: 0, ndcg_at_10: 0.0, map: 0.0, recall_at_100: 0.0 };
    for question in &questions {
        let Some(relevant) = judgements.get(&question.id.to_string()) else { continue };
        let ranking: Vec<&str> = ranked(&searcher, question.text.as_deref().unwrap_or_default())
            .into_iter()
            .filter_map(|id| ids.get(id as usize).map(String::as_str))
            .collect();
        sums.questions += 1;
        sums.ndcg_at_10 += ndcg(&ranking, relevant, 10);
        sums.map += average_precision(&ranking, relevant);
        sums.recall_at_100 += recall(&ranking, relevant, 100);
    }
    anyhow::ensure!(sums.questions > 0, "expected judgements of the questions, found none");
    let mean = |sum: f64| sum / sums.questions as f64;
    Ok(Figures {
        questions: sums.questions,
        ndcg_at_10: mean(sums.ndcg_at_10),
        map: mean(sums.map),
        recall_at_100: mean(sums.recall_at_100),
    })
}

fn lines(text: &str) -> anyhow::Result<Vec<Line>> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let read = |(number, line)| {
        serde_json::from_str(line).with_context(|| format!("line {number}: expected one object"))
    };
    lines.map(read).collect()
}

fn judged(text: &str) -> anyhow::Result<Judgements> {
    let mut judgements = Judgements::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (question, document, grade) = match words.as_slice() {
            [question, _, document, grade, ..] => (*question, *document, *grade),
            ["query-id", ..] if number == 1 => continue,
            [question, document, grade] => (*question, *document, *grade),
            _ => ("", "", ""),
        };
        let Ok(grade) = grade.parse::<f64>() else {
            anyhow::bail!("line {number}: expected \"question 0 document grade\", found {line:?}");
        };
        if grade >= 1.0 {
            let relevant = judgements.entry(question.to_owned()).or_default();
            relevant.insert(document.to_owned(), grade as u32);
        }
    }
    Ok(judgements)
}

fn as_evaluation(document: &Line) -> SourceEvaluation {
    let mut evaluation =
        SourceEvaluation { language: "en".to_owned(), ..SourceEvaluation::default() };
    evaluation.fields[Field::Title.index()].extend(document.title.clone());
    let text = document.text.as_deref().unwrap_or_default();
    evaluation.statements = sentences(text).map(|text| vec![text.to_owned()]).collect();
    evaluation
}

/// The sentences of a text: what ends with a point, a question or an exclamation mark before a
/// space.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut last = ' ';
    let ends = text.split_inclusive(move |c: char| {
        let end = c.is_whitespace() && matches!(last, '.' | '?' | '!');
        last = c;
        end
    });
    ends.filter(|sentence| !sentence.trim().is_empty())
}

/// The documents found for a question, best first.
fn ranked(searcher: &Searcher<'_>, question: &str) -> Vec<u32> {
    let parsed = parse_sentence(question);
    if parsed.is_empty() {
        return Vec::new();
    }
    let mut found = searcher.search(&parsed, Lookup::of(Unit::Evaluations)).evaluations.found;
    found.sort_by(Match::rank);
    found.into_iter().map(|found| found.id).take(DEPTH).collect()
}

fn ndcg(ranking: &[&str], relevant: &BTreeMap<String, u32>, depth: usize) -> f64 {
    let gained = |grades: &mut dyn Iterator<Item = u32>| -> f64 {
        let discounted = grades.take(depth).enumerate();
        discounted.map(|(rank, grade)| f64::from(grade) / (rank as f64 + 2.0).log2()).sum()
    };
    let mut ideal: Vec<u32> = relevant.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let grade = |document: &&str| relevant.get(*document).copied().unwrap_or(0);
    let best = gained(&mut ideal.into_iter());
    if best > 0.0 { gained(&mut ranking.iter().map(grade)) / best } else { 0.0 }
}

fn average_precision(ranking: &[&str], relevant: &BTreeMap<String, u32>) -> f64 {
    let mut hits = 0.0;
    let mut sum = 0.0;
    for (rank, document) in (1_u32..).zip(ranking) {
        if relevant.contains_key(*document) {
            hits += 1.0;
            sum += hits / f64::from(rank);
        }
    }
    sum / (relevant.len() as f64).max(1.0)
}

fn recall(ranking: &[&str], relevant: &BTreeMap<String, u32>, depth: usize) -> f64 {
    let found = ranking.iter().take(depth).filter(|document| relevant.contains_key(**document));
    found.count() as f64 / (relevant.len() as f64).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENTS: &str = "{\"id\":\"a\",\"title\":\"Courts\",\"text\":\"Judges were trained.\"}\n\
                             {\"id\":\"b\",\"title\":\"Schools\",\"text\":\"Teachers wrote.\"}\n";
    const QUESTIONS: &str = "{\"id\":\"1\",\"text\":\"training of judges in courts\"}\n";

    #[test]
    fn a_perfect_ranking_gets_full_marks() {
        let figures = measure(DOCUMENTS, QUESTIONS, "1 0 a 1\n1 0 b 0\n").unwrap();
        let full = Figures { questions: 1, ndcg_at_10: 1.0, map: 1.0, recall_at_100: 1.0 };
        assert_eq!(figures, full);
    }

    #[test]
    fn figures_are_those_of_the_definitions() {
        let relevant = BTreeMap::from([("b".to_owned(), 1), ("d".to_owned(), 1)]);
        let ranking = ["a", "b", "c", "d"];
        assert!((average_precision(&ranking, &relevant) - (0.5 + 0.5) / 2.0).abs() < 1e-12);
        let ideal = 1.0 + 1.0 / 3_f64.log2();
        let gained = 1.0 / 3_f64.log2() + 1.0 / 5_f64.log2();
        assert!((ndcg(&ranking, &relevant, 10) - gained / ideal).abs() < 1e-12);
        assert!((recall(&ranking, &relevant, 2) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn collections_are_read_as_others_write_them() {
        let documents = "\u{feff}{\"id\":7,\"text\":\"Judges were trained.\"}\r\n\n\
                         {\"_id\":\"8\",\"title\":null,\"text\":\"Judges wrote of courts.\"}\n";
        let questions = "{\"id\":1,\"text\":\"training of judges\"}\n\
                         {\"id\":2,\"text\":\"\"}\n{\"id\":\"unjudged\",\"text\":\"courts\"}\n";
        let of = |judgements: &str| measure(documents, questions, judgements).unwrap();
        let expected = of("1 0 7 2\n1 0 8 1\n");
        assert!((expected.ndcg_at_10 - 1.0).abs() < 1e-12, "{expected}");
        assert_eq!(of(" 1\t0\t7   2\r\n\n1 Q0 8 1.0\n1 0 9 -1\n2 0 8 0"), expected);
        assert_eq!(of("query-id\tcorpus-id\tscore\n1\t7\t2\n1\t8\t1"), expected);
        // A judged question that finds nothing counts, and so does a document that is not there.
        let halved = of("1 0 7 1\n1 0 nowhere 1\n2 0 8 1");
        assert_eq!((halved.questions, halved.recall_at_100), (2, 0.25));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let error = measure(DOCUMENTS, QUESTIONS, "1 0 a").unwrap_err();
        assert!(format!("{error:#}").contains("line 1: expected"), "{error:#}");
        assert!(measure("{}", QUESTIONS, "").is_err());
        assert!(measure(DOCUMENTS, QUESTIONS, "9 0 a 1").is_err());
    }
}
