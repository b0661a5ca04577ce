//! Codes of projects: printed as codes are, and each spelt in one way in the whole set, since
//! readers filter by them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::authored::{Authored, AuthoredRecord};
use crate::collector::Collector;
use crate::problem::Rule;

const FORM: Rule = Rule::warning("code-form", "this does not look like a project code");
const SPELLING: Rule = Rule::error("code-spelling", "one project code is spelt in two ways");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&FORM, &SPELLING];

/// Checks the codes of the evaluated and of the mentioned projects.
pub fn check(set: &Authored, collector: &mut Collector<'_>) {
    let mut spellings: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for (_, code) in set.records.iter().flat_map(codes) {
        *spellings.entry(plain(code)).or_default().entry(code).or_default() += 1;
    }
    for authored in &set.records {
        let mut page = collector.page(&authored.file);
        for (path, code) in codes(authored) {
            let best = spellings.get(&plain(code)).and_then(best).unwrap_or(code);
            if best != code {
                page.note_with_hint(
                    &SPELLING,
                    &path,
                    format!("`{best}`, as elsewhere"),
                    format!("`{code}`"),
                    "one spelling for all; how this document spells it can stand in `notes`",
                );
            } else if has_small_letters(code) {
                let expected = "capitals and digits, for example GLOT59 or PER/17/51/USA";
                page.note(&FORM, &path, expected, format!("`{code}`"));
            }
        }
    }
}

/// The codes of a record, each with its path.
fn codes(authored: &AuthoredRecord) -> impl Iterator<Item = (String, &str)> {
    let evaluation = &authored.record.evaluation;
    let own = evaluation.projects.iter().map(|project| project.code.as_deref()).enumerate();
    let own = own.map(|(at, code)| (format!("projects[{at}].code"), code));
    let mentioned = evaluation.mentioned_projects.iter().map(|project| project.code.as_deref());
    let mentioned = mentioned.enumerate();
    let mentioned = mentioned.map(|(at, code)| (format!("mentioned_projects[{at}].code"), code));
    let all = own.chain(mentioned).filter_map(|(path, code)| Some((path, code?)));
    all.filter(|(_, code)| !code.is_empty())
}

/// The spelling that most records have; of several, the one in capitals, then the shortest.
fn best<'c>(spellings: &BTreeMap<&'c str, usize>) -> Option<&'c str> {
    let rank = |(code, count): &(&&str, &usize)| {
        (**count, !has_small_letters(code), Reverse(code.chars().count()))
    };
    spellings.iter().max_by_key(rank).map(|(code, _)| *code)
}

fn has_small_letters(code: &str) -> bool {
    code.chars().any(char::is_lowercase)
}

/// What makes a code the same code, however it is spaced and capitalised.
fn plain(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
