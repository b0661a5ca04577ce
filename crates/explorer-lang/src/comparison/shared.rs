//! What compared evaluations share and where they part, in words.

use explorer_core::compare::{CommonTime, Comparison, Incomparable, Proportion, Shared};
use explorer_core::evaluation::Evaluation;
use explorer_core::facet::FacetId;

use crate::number::{grouped, span};
use crate::{Messages, fill};

/// How many values are named of those that only some or only one of the evaluations has.
const NAMED: usize = 4;

/// The facets of which it is told what only one of the evaluations has.
const ONLY_HERE: [FacetId; 3] = [FacetId::Country, FacetId::Donor, FacetId::Theme];

/// The name of a facet's value.
type Name<'a> = &'a dyn Fn(FacetId, &str) -> String;

/// What the compared evaluations share and where they part: names with their lines. `name` gives
/// the name of a facet's value.
#[must_use]
pub fn shared_lines(
    comparison: &Comparison,
    name: Name<'_>,
    words: &Messages,
) -> Vec<(String, Vec<String>)> {
    let of_facet = |it: &Shared| {
        let facet = fill(words.pages().common_facet, &[("facet", words.facet(it.facet))]);
        (facet, common_lines(it, comparison, name, words))
    };
    let mut lines: Vec<_> = comparison.shared.iter().map(of_facet).collect();
    let own = comparison.evaluations.iter().enumerate();
    lines.extend(own.map(|(at, (_, it))| only_here(comparison, at, it, name, words)));
    let time = common_time(comparison.common_time, words);
    lines.push((words.pages().overlap.to_owned(), vec![time]));
    lines.push((words.pages().budget_ratio.to_owned(), proportions(comparison, words)));
    lines
}

/// What all have of a facet, then what some have and who.
fn common_lines(
    shared: &Shared,
    comparison: &Comparison,
    name: Name<'_>,
    words: &Messages,
) -> Vec<String> {
    let named =
        |ids: &[Box<str>]| -> Vec<String> { ids.iter().map(|id| name(shared.facet, id)).collect() };
    let short = |at: &usize| comparison.evaluations.get(*at).map(|(_, it)| &*it.short_title);
    let some = shared.some.iter().filter_map(|(who, ids)| {
        let who: Vec<&str> = who.iter().filter_map(short).collect();
        let values = words.some_of(&named(ids), NAMED)?;
        Some(format!("{values}: {}", who.join(words.list_separator)))
    });
    let common = named(&shared.common).join(words.list_separator);
    let of_all = match (shared.common.is_empty(), shared.some.is_empty()) {
        (true, true) => words.pages().nothing_in_common.to_owned(),
        (true, false) => words.pages().nothing_in_all.to_owned(),
        (false, true) => common,
        (false, false) => fill(words.pages().in_all, &[("list", &common)]),
    };
    std::iter::once(of_all).chain(some).collect()
}

/// What only one of the evaluations has.
fn only_here(
    comparison: &Comparison,
    at: usize,
    evaluation: &Evaluation,
    name: Name<'_>,
    words: &Messages,
) -> (String, Vec<String>) {
    let told = comparison.shared.iter().filter(|shared| ONLY_HERE.contains(&shared.facet));
    let mut lines: Vec<String> = told
        .filter_map(|shared| {
            let own = shared.only_here.get(at)?;
            let names: Vec<String> = own.iter().map(|id| name(shared.facet, id)).collect();
            let list = words.some_of(&names, NAMED)?;
            Some(format!("{}: {list}", words.facet(shared.facet)))
        })
        .collect();
    if lines.is_empty() {
        lines.push(words.pages().nothing_in_common.to_owned());
    }
    let title = fill(words.pages().only_here, &[("name", &evaluation.short_title)]);
    (title, lines)
}

fn common_time(time: CommonTime, words: &Messages) -> String {
    match time {
        CommonTime::Common { span: it, certain: true } => span(it, words),
        CommonTime::Common { span: it, certain: false } => {
            fill(words.pages().as_far_as_stated, &[("text", &span(it, words))])
        }
        CommonTime::Apart => words.pages().no_overlap.to_owned(),
        CommonTime::NotStated => words.not_stated.to_owned(),
    }
}

fn proportions(comparison: &Comparison, words: &Messages) -> Vec<String> {
    let sides = comparison.money.sides.iter().zip(&comparison.evaluations);
    let parts = sides.map(|((_, proportion), (_, evaluation))| {
        let text = match proportion {
            Proportion::Largest => words.pages().budget_largest.to_owned(),
            Proportion::Parts(parts, of) => {
                let values = [("parts", &*grouped(*parts, words)), ("of", &*grouped(*of, words))];
                fill(words.pages().budget_parts, &values)
            }
            Proportion::Percent { percent, about } => {
                let template = if *about {
                    words.pages().budget_about_percent
                } else {
                    words.pages().budget_percent
                };
                fill(template, &[("n", &percent.to_string())])
            }
            Proportion::Not(why) => incomparable(*why, words).to_owned(),
        };
        format!("{}: {text}", evaluation.short_title)
    });
    parts.collect()
}

fn incomparable(why: Incomparable, words: &Messages) -> &'static str {
    match why {
        Incomparable::NotStated => words.not_stated,
        Incomparable::OtherCurrency => words.pages().budget_other_currency,
        Incomparable::NoTotal => words.pages().budget_no_total,
        Incomparable::Combined => words.pages().budget_not_divided,
    }
}
