//! What the cards of results say beside the record itself.

use std::ops::Range;

use crate::dataset::{Dataset, EvaluationIx, StatementIx};
use crate::outcome::Outcome;
use crate::search::{Excerpt, Field, Marks, best_passage, excerpt, highlights};
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
    // What is said may stand in the label or the note of a statement instead of its text.
    outcome.said_by(dataset, ix).into_iter().find_map(|statement| {
        let text = dataset.text_of(statement)?;
        let excerpt = excerpt(&text, marks, PASSAGE);
        (excerpt.words > 0).then_some((statement, cut(&text, excerpt)?))
    })
}

/// The part of a text that an excerpt is.
fn cut(text: &str, excerpt: Excerpt) -> Option<Passage> {
    let start = excerpt.range.start;
    let moved = |mark: &Range<usize>| mark.start.checked_sub(start)..mark.end.checked_sub(start);
    let marks = excerpt.marks.iter().map(moved);
    Some(Passage {
        marks: marks.filter_map(|mark| Some(mark.start?..mark.end?)).collect(),
        is_cut_before: start > 0,
        is_cut_after: excerpt.range.end < text.len(),
        text: text.get(excerpt.range)?.to_owned(),
    })
}

/// What the header of an evaluation says of the words searched, in one of its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The field.
    pub field: Field,
    /// The text that says most of it; `None` when it is written otherwise than typed.
    pub passage: Option<Passage>,
}

/// What the header of an evaluation says of words that the statement shown of it, if any, does
/// not: the reason why it was found. Its title, where that is shown, says so itself.
#[must_use]
pub fn named(
    dataset: &Dataset,
    ix: EvaluationIx,
    shown: (Option<&str>, Option<StatementIx>),
    outcome: &Outcome,
    marks: &Marks,
) -> Vec<Named> {
    let (title, statement) = shown;
    let is_seen =
        |field: Field| field == Field::Title && title.is_some_and(|it| has_any(it, marks));
    let mut fields = outcome.named_in(ix, statement);
    fields.retain(|field| !is_seen(*field));
    if fields.is_empty() {
        return Vec::new();
    }
    let name = |(field, texts): (Field, Vec<String>)| {
        let best = best_passage(texts, marks, PASSAGE);
        Named { field, passage: best.and_then(|(_, text, excerpt)| cut(&text, excerpt)) }
    };
    dataset.field_texts(ix, &fields).into_iter().map(name).collect()
}

fn has_any(text: &str, marks: &Marks) -> bool {
    !highlights(text, marks).is_empty()
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
    use super::{Named, best_statement, named};
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::facet::FacetId;
    use crate::outcome;
    use crate::query::Query;
    use crate::search::Field;
    use crate::statement::StatementKind::{Lesson, Recommendation};
    use crate::testing::{content, donor, evaluation, statement};

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

    /// The fields that are told of the one evaluation, each with the text that says so.
    fn told(text: &str, title: Option<&str>, with_statement: bool) -> Vec<(Field, String)> {
        let mut record = evaluation("a", "Courts of Panama");
        record.projects[0].code = Some("GLOT59".into());
        record.projects[0].donors = vec![donor("canada"), donor("norway")];
        let statements = vec![statement("a", Lesson, 1, "Judges of Norway were trained.")];
        let content = content(vec![Record { evaluation: record, statements }]);
        let dataset = Dataset::open(pack(&content).unwrap()).unwrap();
        let answer = outcome::run(&dataset, &asking(text));
        let marks = &answer.reading.as_ref().unwrap().marks;
        let ix = *answer.evaluations.first().unwrap();
        let statement = with_statement.then(|| dataset.statements_of(ix).next()).flatten();
        let named = named(&dataset, ix, (title, statement), &answer, marks).into_iter();
        let text = |it: Named| (it.field, it.passage.map_or_else(String::new, |it| it.text));
        named.map(text).collect()
    }

    #[test]
    fn a_word_that_only_the_header_has_is_told_with_its_field() {
        assert_eq!(told("canada", None, false), [(Field::Donor, "canada".into())]);
        assert_eq!(told("judges canada", None, true), [(Field::Donor, "canada".into())]);
        assert_eq!(
            told("canada glot59", None, false),
            [(Field::Code, "GLOT59".into()), (Field::Donor, "canada".into())]
        );
    }

    #[test]
    fn what_the_card_shows_is_no_reason_to_tell() {
        assert_eq!(told("norway", None, true), []);
        assert_eq!(told("norway", None, false), [(Field::Donor, "norway".into())]);
        assert_eq!(told("panama", Some("Courts of Panama"), false), []);
        assert_eq!(
            told("panama", Some("Courts"), false),
            [(Field::Title, "Courts of Panama".into())]
        );
    }
}
