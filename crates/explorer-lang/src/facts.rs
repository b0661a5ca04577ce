//! The facts of an evaluation in words: what is printed beside what it means, and what is not
//! stated said plainly.

mod identity;
mod method;
mod projects;

use explorer_core::evaluation::Evaluation;
use explorer_core::id::TermId;
use explorer_core::vocabulary::{Terms, Vocabulary};

use crate::Messages;

/// One line of a fact's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A value.
    Text(String),
    /// What the document prints, where it says more than the value.
    AsPrinted(String),
    /// That the document does not state the fact.
    Unstated(&'static str),
    /// A link with what a reader should know before following it.
    Link {
        /// The address.
        url: String,
        /// The words of the link.
        text: &'static str,
        /// A warning, if there is one.
        warning: Option<&'static str>,
    },
}

/// A fact: its name and its value, at least one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub lines: Vec<Line>,
}

/// Facts that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactGroup {
    /// The heading.
    pub heading: &'static str,
    /// The facts, each with a heading of its own where there is one.
    pub parts: Vec<(Option<String>, Vec<Fact>)>,
}

/// Says all header facts of an evaluation.
#[must_use]
pub fn facts(evaluation: &Evaluation, vocabulary: &Vocabulary, words: &Messages) -> Vec<FactGroup> {
    let says = Says { evaluation, vocabulary, words };
    vec![says.identity(), says.projects(), says.people(), says.method()]
}

struct Says<'a> {
    evaluation: &'a Evaluation,
    vocabulary: &'a Vocabulary,
    words: &'a Messages,
}

impl Says<'_> {
    fn label(&self, terms: &Terms, id: &TermId) -> String {
        terms.get(id).map_or_else(|| id.to_string(), |term| term.label(self.words.tag).into())
    }

    /// A fact that a document may leave out.
    fn fact(&self, name: &str, lines: Vec<Line>) -> Fact {
        let lines =
            if lines.is_empty() { vec![Line::Unstated(self.words.not_stated)] } else { lines };
        Fact { name: name.into(), lines }
    }

    fn list(&self, name: &str, texts: &[String]) -> Fact {
        self.fact(name, texts.iter().cloned().map(Line::Text).collect())
    }

    fn as_printed(&self, text: &str) -> Line {
        Line::AsPrinted(crate::fill(self.words.pages().as_printed, &[("text", text)]))
    }
}

#[cfg(test)]
mod tests {
    use explorer_core::evaluation::{Depth, Evaluation, Independence, Scope, Timing};
    use explorer_core::money::BudgetScope;
    use explorer_core::place::{PlaceKind, Qualifier, Reach};
    use explorer_core::testing::{
        budget, content, day, donor, evaluation, person, phase, place, project, span,
    };
    use explorer_core::vocabulary::Vocabulary;
    use explorer_core::when::Printed;

    use super::{Line, facts};
    use crate::EN;

    fn line(line: &Line) -> String {
        match line {
            Line::Text(text) | Line::AsPrinted(text) => text.clone(),
            Line::Unstated(text) => format!("[{text}]"),
            Line::Link { url, text, warning } => format!("{text} <{url}> {warning:?}"),
        }
    }

    /// The lines of each fact with a name, in the order of the page.
    fn told(evaluation: &Evaluation, name: &str) -> Vec<String> {
        let vocabulary: Vocabulary = content(Vec::new()).vocabulary;
        let groups = facts(evaluation, &vocabulary, &EN);
        let all = groups.iter().flat_map(|group| &group.parts).flat_map(|(_, facts)| facts);
        let lines = all.filter(|fact| fact.name == name).flat_map(|fact| &fact.lines);
        lines.map(line).collect()
    }

    #[test]
    fn what_is_not_stated_is_said_and_never_left_out() {
        let bare = evaluation("e", "Bridges");
        for name in ["Timing", "Period evaluated", "Full report", "Code", "Time", "Money", "Donors"]
        {
            assert_eq!(told(&bare, name), ["[not stated]"], "{name}");
        }
        for name in ["Evaluation team", "Managed by", "Sample", "Norms and standards", "Places"] {
            assert_eq!(told(&bare, name), ["[not stated]"], "{name}");
        }
        assert_eq!(told(&bare, "Published"), ["[Not stated in the brief]"]);
        assert_eq!(told(&bare, "Tools"), Vec::<String>::new());
    }

    #[test]
    fn what_is_printed_stands_beside_what_it_means() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.kind.as_printed = "Independent in-depth final evaluation".into();
        bridges.kind.timing = Timing::Final;
        bridges.kind.scope = Scope::Cluster;
        bridges.kind.depth = Depth::InDepth;
        bridges.kind.independence = Independence::Independent;
        let period = span("2017", "2019");
        bridges.period_evaluated = Some(Printed { value: period, as_printed: "2017/19".into() });
        bridges.published =
            Some(Printed { value: day("2019-03"), as_printed: "March 2019".into() });
        assert_eq!(
            told(&bridges, "Kind of evaluation"),
            [
                "Several projects, in-depth, independent",
                "As printed: Independent in-depth final evaluation"
            ]
        );
        assert_eq!(told(&bridges, "Timing"), ["Final"]);
        assert_eq!(told(&bridges, "Period evaluated"), ["2017 – 2019", "As printed: 2017/19"]);
        assert_eq!(told(&bridges, "Published"), ["March 2019"]);
    }

    #[test]
    fn money_says_what_it_is_for_and_what_is_only_stated_together() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.projects[0].phases = vec![phase(1)];
        let mut first = budget(BudgetScope::Phase, 300, "USD");
        first.as_of = Some("2019".into());
        bridges.projects[0].phases[0].budgets = vec![first];
        bridges.projects[0].phases[0].donors = vec![donor("ca")];
        bridges.projects.push(project("Roads"));
        bridges.combined_budgets = vec![budget(BudgetScope::Combined, 900, "USD")];
        bridges.combined_donors = vec![donor("us")];
        assert_eq!(
            told(&bridges, "Money"),
            [
                "USD\u{a0}300 – phase 1, as of 2019",
                "[only a figure for several projects together is stated]",
                "USD\u{a0}900 – several projects together",
            ]
        );
        assert_eq!(
            told(&bridges, "Donors"),
            [
                "The ca",
                "As printed: ca",
                "[only stated for several projects together]",
                "The us",
                "As printed: us"
            ]
        );
    }

    #[test]
    fn places_of_a_phase_stand_under_it_and_reach_is_no_place() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.projects[0].phases = vec![phase(1), phase(2)];
        bridges.places = vec![place(PlaceKind::Country, "pe"), place(PlaceKind::Country, "mx")];
        bridges.places[1].phases = vec![2];
        bridges.country_count_as_printed = Some(3);
        let what = "countries reached".to_owned();
        bridges.reach = vec![Reach { what, number: 1_200, qualifier: Qualifier::MoreThan }];
        bridges.team = vec![person("Ana Abad")];
        assert_eq!(told(&bridges, "Phase 1"), ["not stated"]);
        assert_eq!(told(&bridges, "Phase 2"), ["not stated", "The mx"]);
        assert_eq!(
            told(&bridges, "Places"),
            ["The pe, The mx", "3 countries by the brief’s count"]
        );
        assert_eq!(told(&bridges, "Reach"), ["more than 1,200 countries reached"]);
        assert_eq!(told(&bridges, "Evaluation team"), ["Ana Abad (role not stated)"]);
    }
}
