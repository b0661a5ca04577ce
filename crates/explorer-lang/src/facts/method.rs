use explorer_core::evaluation::{Institution, Party, Sample};

use super::{Fact, FactGroup, Line, Says};

impl Says<'_> {
    pub(super) fn people(&self) -> FactGroup {
        let (evaluation, words) = (self.evaluation, self.words);
        let party = |party: &Party| Line::Text(self.party(party));
        let mut facts = vec![
            self.fact(words.pages().team, evaluation.team.iter().map(party).collect()),
            self.fact(words.pages().manager, evaluation.manager.iter().map(party).collect()),
            self.fact(words.pages().supervisor, evaluation.supervisor.iter().map(party).collect()),
        ];
        let institutions =
            evaluation.institutions.iter().map(|it| Line::Text(self.institution(it)));
        facts.push(self.fact(words.pages().institutions, institutions.collect()));
        FactGroup { heading: words.pages().people, parts: vec![(None, facts)] }
    }

    fn party(&self, party: &Party) -> String {
        let role = party.role_as_printed.as_deref().unwrap_or(self.words.pages().role_not_stated);
        format!("{} ({role})", party.name)
    }

    fn institution(&self, institution: &Institution) -> String {
        let role = self.words.role(institution.role);
        match &institution.note {
            Some(note) => format!("{} ({role}: {note})", institution.name),
            None => format!("{} ({role})", institution.name),
        }
    }

    pub(super) fn method(&self) -> FactGroup {
        let (method, words) = (&self.evaluation.method, self.words);
        let criteria = self.evaluation.criteria_listed.iter();
        let criteria: Vec<String> =
            criteria.map(|id| self.label(&self.vocabulary.criteria, id)).collect();
        let missions: Vec<String> = method
            .field_missions
            .iter()
            .map(|place| match &place.term {
                Some(term) => self.label(&self.vocabulary.places, term),
                None => place.as_printed.clone(),
            })
            .collect();
        let mut facts = vec![
            self.list(words.pages().approaches, &method.approaches),
            self.list(words.pages().data_sources, &method.data_sources),
            self.fact(
                words.pages().sample,
                method.sample.as_ref().map_or_else(Vec::new, |it| self.sample(it)),
            ),
            self.list(words.pages().sampling, &method.sampling),
            self.joined(words.pages().field_missions, &missions),
            self.joined(words.pages().criteria_listed, &criteria),
            self.list(words.pages().standards, &method.standards),
        ];
        if !method.tools.is_empty() {
            facts.push(self.list(words.pages().tools, &method.tools));
        }
        FactGroup { heading: words.pages().method, parts: vec![(None, facts)] }
    }

    fn joined(&self, name: &str, names: &[String]) -> Fact {
        let line = (!names.is_empty()).then(|| Line::Text(names.join(self.words.list_separator)));
        self.fact(name, line.into_iter().collect())
    }

    fn sample(&self, sample: &Sample) -> Vec<Line> {
        let words = self.words;
        let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let mut total = words.sampled(sample.unit).of(number(sample.total), words);
        let sexes: Vec<String> = [
            sample.women.map(|women| words.pages().women.of(number(women), words)),
            sample.men.map(|men| words.pages().men.of(number(men), words)),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !sexes.is_empty() {
            total = format!("{total}: {}", words.all_of(&sexes));
        }
        let mut lines = vec![Line::Text(total)];
        if !sample.groups.is_empty() {
            let groups: Vec<String> = sample
                .groups
                .iter()
                .map(|group| format!("{} {}", group.number, group.who))
                .collect();
            lines.push(Line::Text(groups.join(words.list_separator)));
        }
        lines.extend(sample.note.clone().map(Line::AsPrinted));
        lines
    }
}
