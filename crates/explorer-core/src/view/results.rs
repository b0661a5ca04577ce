//! What the cards of results say beside the record itself.

use std::ops::Range;

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::outcome::Outcome;
use crate::search::{Marks, best_passage, highlights};
use crate::statement::Statement;

/// About how many letters a passage has.
const PASSAGE: usize = 240;

/// A part of a text with what to mark in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The text to show.
    pub text: String,
    /// What to mark: byte ranges of the text, on character boundaries, sorted, disjoint.
    pub marks: Vec<Range<usize>>,
    /// True when text was left out before it.
    pub is_cut_before: bool,
    /// True when text was left out after it.
    pub is_cut_after: bool,
}

/// The statement of an evaluation that says most of what was searched, and its best passage: one
/// of those that the words find, or of all when the words stand in several. `None` when none says
/// any. Filters change nothing in it, so a card can stay while they change.
#[must_use]
pub fn best_statement(
    dataset: &Dataset,
    ix: EvaluationIx,
    outcome: &Outcome,
    marks: &Marks,
) -> Option<(StatementIx, Passage)> {
    let mut statements: Vec<StatementIx> = dataset.statements_of(ix).collect();
    if statements.iter().any(|ix| outcome.says(*ix)) {
        statements.retain(|ix| outcome.says(*ix));
    }
    let texts = statements.iter().map(|ix| dataset.text_of(*ix).unwrap_or_default());
    let (at, text, excerpt) = best_passage(texts, marks, PASSAGE)?;
    let start = excerpt.range.start;
    let moved = |mark: &Range<usize>| mark.start.checked_sub(start)..mark.end.checked_sub(start);
    let marks = excerpt.marks.iter().map(moved);
    let passage = Passage {
        marks: marks.filter_map(|mark| Some(mark.start?..mark.end?)).collect(),
        is_cut_before: start > 0,
        is_cut_after: excerpt.range.end < text.len(),
        text: text.get(excerpt.range)?.to_owned(),
    };
    Some((*statements.get(at)?, passage))
}

/// A whole text with what to mark in it.
#[must_use]
pub fn whole(text: &str, marks: &Marks) -> Passage {
    Passage {
        marks: highlights(text, marks),
        text: text.to_owned(),
        is_cut_before: false,
        is_cut_after: false,
    }
}

/// The statements of an evaluation, in its own order.
#[must_use]
pub fn statements_of(dataset: &Dataset, ix: EvaluationIx) -> Vec<Statement> {
    dataset.statements_of(ix).filter_map(|ix| dataset.statement(ix)).collect()
}

#[cfg(test)]
mod tests {
    use super::best_statement;
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::facet::FacetId;
    use crate::outcome;
    use crate::query::Query;
    use crate::statement::StatementKind::{Lesson, Recommendation};
    use crate::testing::{content, evaluation, statement};

    /// The id of the statement that a card of the one evaluation shows.
    fn shown(query: &Query) -> Option<String> {
        let statements = vec![
            statement("a", Lesson, 1, "Judges were trained."),
            statement("a", Lesson, 2, "Training of judges and prosecutors takes years."),
            statement("a", Recommendation, 1, "Train prosecutors."),
        ];
        let record = Record { evaluation: evaluation("a", "Courts"), statements };
        let dataset = Dataset::open(pack(&content(vec![record])).unwrap()).unwrap();
        let answer = outcome::run(&dataset, query);
        let marks = &answer.reading.as_ref()?.marks;
        let found = best_statement(&dataset, *answer.evaluations.first()?, &answer, marks);
        found.and_then(|(ix, _)| Some(dataset.statement(ix)?.id.to_string()))
    }

    fn asking(text: &str) -> Query {
        Query { text: text.into(), ..Query::default() }
    }

    #[test]
    fn the_passage_says_most_of_what_was_asked() {
        for (text, id) in [
            ("judges prosecutors", Some("a-l2")),
            ("judges", Some("a-l1")),
            // In no statement together.
            ("takes trained courts", Some("a-l2")),
            ("courts", None),
        ] {
            assert_eq!(shown(&asking(text)).as_deref(), id, "{text}");
        }
    }

    #[test]
    fn filters_do_not_change_the_passage() {
        let mut query = asking("prosecutors");
        query.picks.toggle(FacetId::Kind, "recommendation");
        assert_eq!(shown(&query).as_deref(), Some("a-l2"));
        assert_eq!(shown(&query), shown(&asking("prosecutors")));
    }
}
