//! The statements of one evaluation, narrowed to a criterion or a theme.

use crate::facet::FacetId;
use crate::state::Topic;
use crate::statement::{Statement, StatementKind};

/// The criteria and themes of the statements, each once, in order of appearance.
#[must_use]
pub fn topics(statements: &[Statement]) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut note = |facet, term: &str| {
        let topic = Topic::new(facet, term).filter(|topic| !topics.contains(topic));
        topics.extend(topic);
    };
    for statement in statements {
        statement.criteria.iter().for_each(|it| note(FacetId::Criterion, it.term.as_str()));
        statement.themes.iter().for_each(|it| note(FacetId::Theme, it.as_str()));
    }
    topics
}

/// What a reader can narrow the statements to: all that they are on, and what a link asked for,
/// even if they are not on it.
#[must_use]
pub fn offered(statements: &[Statement], asked: Option<Topic>) -> Vec<Topic> {
    let mut offered = topics(statements);
    let missing = asked.filter(|topic| !offered.contains(topic));
    offered.extend(missing);
    offered
}

/// The kinds of which statements are left, each with how many; without a topic all are.
#[must_use]
pub fn kinds_left(statements: &[Statement], topic: Option<&Topic>) -> Vec<(StatementKind, usize)> {
    let is_left = |statement: &&Statement| topic.is_none_or(|topic| topic.is_of(statement));
    let number = |kind: StatementKind| {
        statements.iter().filter(|it| it.kind == kind).filter(is_left).count()
    };
    let counted = StatementKind::ALL.iter().map(|&kind| (kind, number(kind)));
    counted.filter(|(_, number)| *number > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::{Topic, kinds_left, offered, topics};
    use crate::facet::FacetId;
    use crate::statement::{Basis, Criterion, Statement, StatementKind};
    use crate::testing::statement;

    fn set() -> Vec<Statement> {
        let mut found = statement("e", StatementKind::Finding, 1, "It worked.");
        found.criteria = vec![Criterion { term: "impact".into(), basis: Basis::Printed }];
        let mut lesson = statement("e", StatementKind::Lesson, 1, "Begin early.");
        lesson.themes = vec!["training".into()];
        let mut other = statement("e", StatementKind::Lesson, 2, "Ask.");
        other.themes = vec!["training".into(), "gender".into()];
        vec![found, lesson, other]
    }

    #[test]
    fn only_kinds_that_are_left_are_counted_and_as_many_as_are_left() {
        let (finding, lesson) = (StatementKind::Finding, StatementKind::Lesson);
        let on = |facet, term: &str| Topic::new(facet, term);
        for (topic, expected) in [
            (None, &[(finding, 1), (lesson, 2)][..]),
            (on(FacetId::Theme, "training"), &[(lesson, 2)]),
            (on(FacetId::Theme, "gender"), &[(lesson, 1)]),
            (on(FacetId::Criterion, "impact"), &[(finding, 1)]),
            (on(FacetId::Theme, "impact"), &[]),
        ] {
            assert_eq!(kinds_left(&set(), topic.as_ref()), expected, "{topic:?}");
        }
    }

    #[test]
    fn what_a_link_asks_for_is_offered_though_nothing_is_on_it() {
        let topic = |term: &str| Topic::new(FacetId::Theme, term);
        for (asked, more) in
            [(None, None), (topic("gender"), None), (topic("wages"), topic("wages"))]
        {
            let expected: Vec<Topic> = topics(&set()).into_iter().chain(more).collect();
            assert_eq!(offered(&set(), asked.clone()), expected, "{asked:?}");
        }
    }

    #[test]
    fn every_topic_is_offered_once_and_leaves_something() {
        let statements = set();
        let found = topics(&statements);
        let terms: Vec<&str> = found.iter().map(|topic| topic.term().as_str()).collect();
        assert_eq!(terms, ["impact", "training", "gender"]);
        assert!(found.iter().all(|topic| !kinds_left(&statements, Some(topic)).is_empty()));
    }
}
