//! Renamed ids: links of before name what they named under a new name.

use super::opened::statement_parts;
use super::{CompareSet, Opened, ReadingList, State, Topic, value};
use crate::content::Redirect;
use crate::facet::picks::Picks;
use crate::id::{EvaluationId, StatementId};

impl State {
    /// The state with every renamed id under its present name. A statement follows its own
    /// renaming, or else that of its evaluation. Chains are followed to their end.
    #[must_use]
    pub fn redirected(mut self, redirects: &[Redirect]) -> Self {
        if redirects.is_empty() {
            return self;
        }
        let names = Names(redirects);
        self.query.picks = names.of_picks(&self.query.picks);
        let compared = self.compare.ids().iter();
        let compared: Vec<EvaluationId> =
            compared.map(|id| (*names.now(id.as_str())).into()).collect();
        let beside = self.compare.beside().map(|id| (*names.now(id.as_str())).into());
        self.compare = compared.iter().collect::<CompareSet>();
        self.compare.put_beside(beside);
        let kept = self.list.ids().iter();
        let kept: Vec<StatementId> = kept.map(|id| (*names.now(id.as_str())).into()).collect();
        self.list = kept.iter().collect::<ReadingList>();
        let on = |topic: Topic| Topic::new(topic.facet(), &names.now(topic.term().as_str()));
        self.topic = self.topic.and_then(on);
        self.opened = self.opened.and_then(|opened| names.of_opened(&opened));
        self
    }
}

/// The list of renamings.
struct Names<'a>(&'a [Redirect]);

impl Names<'_> {
    /// The present name of an id.
    fn now(&self, id: &str) -> Box<str> {
        let followed = self.followed(id);
        match statement_parts(id) {
            Some((evaluation, rest)) if *followed == *id => {
                let moved = format!("{}-{rest}", self.followed(evaluation));
                self.followed(&moved).into()
            }
            _ => followed.into(),
        }
    }

    /// The end of the chain that begins with an id; a ring ends after as many steps as there are
    /// renamings.
    fn followed<'a>(&'a self, id: &'a str) -> &'a str {
        let mut now = id;
        for _ in self.0 {
            match self.0.iter().find(|redirect| redirect.from == now) {
                Some(redirect) => now = &redirect.to,
                None => break,
            }
        }
        now
    }

    fn of_picks(&self, picks: &Picks) -> Picks {
        let mut renamed = Picks::default();
        for (facet, picked) in picks.iter() {
            for old in &picked.included {
                value::include(&mut renamed, facet, &self.now(old));
            }
            for old in &picked.excluded {
                value::exclude_unless_included(&mut renamed, facet, &self.now(old));
            }
        }
        renamed
    }

    fn of_opened(&self, opened: &Opened) -> Option<Opened> {
        match opened {
            Opened::Evaluation(id) => Opened::record(&self.now(id.as_str())),
            Opened::Statement(id) => Opened::record(&self.now(id.as_str())),
            Opened::Tension(id) => Opened::tension(&self.now(id.as_str())),
            Opened::Cell { row, column } => {
                Opened::cell(&self.now(row.as_str()), &self.now(column))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Redirect, State};
    use crate::facet::FacetId;
    use crate::state::{Action, Opened, Topic};

    fn redirects(pairs: &[(&str, &str)]) -> Vec<Redirect> {
        let redirect = |&(from, to): &(&str, &str)| Redirect { from: from.into(), to: to.into() };
        pairs.iter().map(redirect).collect()
    }

    #[test]
    fn a_renamed_evaluation_takes_its_statements_along() {
        let state = State::default()
            .after(Action::Compare("old".into()))
            .after(Action::Keep("old-r2".into()))
            .after(Action::Open(Opened::record("old-r1").unwrap()))
            .after(Action::Narrow(Topic::new(FacetId::Theme, "old")))
            .redirected(&redirects(&[("old", "newer"), ("newer", "newest")]));
        assert_eq!(state.compare().ids(), ["newest".into()]);
        assert_eq!(state.list().ids(), ["newest-r2".into()]);
        assert_eq!(state.topic(), Topic::new(FacetId::Theme, "newest").as_ref());
        assert_eq!(state.opened(), Opened::record("newest-r1").as_ref());
    }

    #[test]
    fn a_renamed_statement_goes_before_its_evaluation() {
        let state = State::default()
            .after(Action::Keep("old-r2".into()))
            .redirected(&redirects(&[("old", "new"), ("old-r2", "new-l1")]));
        assert_eq!(state.list().ids(), ["new-l1".into()]);
    }

    #[test]
    fn two_names_that_became_one_are_picked_once() {
        let state = State::default()
            .after(Action::Toggle(FacetId::Theme, "a".into()))
            .after(Action::Toggle(FacetId::Theme, "b".into()))
            .redirected(&redirects(&[("a", "c"), ("b", "c")]));
        let theme = state.query().picks.of(FacetId::Theme).unwrap();
        assert_eq!(theme.included, [Box::from("c")]);
    }

    #[test]
    fn what_stands_beside_the_first_keeps_its_place_under_its_new_name() {
        let chosen = ["a", "b", "old"].map(|id| Action::Compare(id.into()));
        let state = State::default()
            .after(Action::Do(chosen.to_vec()))
            .after(Action::PutBeside("old".into()))
            .redirected(&redirects(&[("old", "new")]));
        assert_eq!(state.compare().second(), Some(&"new".into()));
    }

    #[test]
    fn a_ring_of_names_ends() {
        let state = State::default()
            .after(Action::Compare("a".into()))
            .redirected(&redirects(&[("a", "b"), ("b", "a")]));
        assert_eq!(state.compare().ids(), ["a".into()]);
    }
}
