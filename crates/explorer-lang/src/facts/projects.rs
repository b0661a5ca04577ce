use explorer_core::evaluation::{Donor, Phase, Project};
use explorer_core::money::{Budget, BudgetScope};
use explorer_core::place::{Place, Qualifier, Reach};

use super::{Fact, FactGroup, Line, Says};
use crate::number::{budget, grouped, span};
use crate::{Messages, fill};

impl Says<'_> {
    pub(super) fn projects(&self) -> FactGroup {
        let projects = self
            .evaluation
            .projects
            .iter()
            .map(|project| (Some(project.title.clone()), self.project(project)));
        let shared = self.shared();
        let shared = (!shared.is_empty()).then_some((None, shared));
        FactGroup { heading: self.words.pages().projects, parts: projects.chain(shared).collect() }
    }

    fn project(&self, project: &Project) -> Vec<Fact> {
        let words = self.words;
        let code = project.code.clone().map(Line::Text);
        let mut facts = vec![
            self.fact(words.pages().code, code.into_iter().collect()),
            self.fact(words.pages().time, self.time(project)),
            self.fact(words.pages().money, self.money(project)),
            self.fact(words.pages().donors, self.donors(project)),
        ];
        if let Some(objective) = &project.objective {
            facts.push(self.fact(words.pages().objective, vec![Line::Text(objective.clone())]));
        }
        facts.extend(project.phases.iter().map(|phase| self.phase(phase)));
        facts
    }

    fn time(&self, project: &Project) -> Vec<Line> {
        let words = self.words;
        if project.span.is_unstated() {
            return Vec::new();
        }
        let stated = project.months_stated.map(|months| {
            Line::AsPrinted(words.pages().months_stated.of(usize::from(months), words))
        });
        [Line::Text(span(project.span, words))].into_iter().chain(stated).collect()
    }

    fn money(&self, project: &Project) -> Vec<Line> {
        let own: Vec<Line> = project.budgets.iter().map(|it| self.budget(it, None)).collect();
        let of_phases = project
            .phases
            .iter()
            .flat_map(|phase| phase.budgets.iter().map(|it| self.budget(it, Some(phase.number))));
        let lines: Vec<Line> = own.into_iter().chain(of_phases).collect();
        if lines.is_empty() && !self.evaluation.combined_budgets.is_empty() {
            return vec![Line::Unstated(self.words.pages().budget_combined_only)];
        }
        lines
    }

    fn donors(&self, project: &Project) -> Vec<Line> {
        let of_phases = project.phases.iter().flat_map(|phase| &phase.donors);
        let lines: Vec<Line> =
            project.donors.iter().chain(of_phases).flat_map(|it| self.donor(it)).collect();
        if lines.is_empty() && !self.evaluation.combined_donors.is_empty() {
            return vec![Line::Unstated(self.words.pages().donors_combined_only)];
        }
        lines
    }

    fn donor(&self, donor: &Donor) -> Vec<Line> {
        let name = self.label(&self.vocabulary.organisations, &donor.organisation);
        let printed = (donor.as_printed != name).then(|| self.as_printed(&donor.as_printed));
        [Line::Text(name)].into_iter().chain(printed).collect()
    }

    fn budget(&self, it: &Budget, phase: Option<u8>) -> Line {
        let words = self.words;
        let scope = match (it.scope, phase) {
            (BudgetScope::Project, _) => words.pages().budget_project.to_owned(),
            (BudgetScope::Combined, _) => words.pages().budget_combined.to_owned(),
            (BudgetScope::Phase, Some(number)) => {
                fill(words.pages().budget_phase, &[("n", &number.to_string())])
            }
            (BudgetScope::Phase, None) => words.pages().budget_one_phase.to_owned(),
        };
        let mut text = format!("{} – {scope}", budget(it, words));
        if let Some(when) = &it.as_of {
            text = format!("{text}, {}", fill(words.pages().as_of, &[("when", when)]));
        }
        Line::Text(text)
    }

    fn phase(&self, phase: &Phase) -> Fact {
        let words = self.words;
        let in_phase: Vec<String> = self
            .evaluation
            .places
            .iter()
            .filter(|place| place.phases.contains(&phase.number))
            .map(|place| self.place(place))
            .collect();
        let mut lines = vec![Line::Text(span(phase.span, words))];
        if !in_phase.is_empty() {
            lines.push(Line::Text(words.all_of(&in_phase)));
        }
        lines.extend(phase.note.clone().map(Line::AsPrinted));
        self.fact(&fill(words.pages().phase, &[("n", &phase.number.to_string())]), lines)
    }

    fn place(&self, place: &Place) -> String {
        match &place.term {
            Some(term) => self.label(&self.vocabulary.places, term),
            None => place.as_printed.clone(),
        }
    }

    fn shared(&self) -> Vec<Fact> {
        let (evaluation, words) = (self.evaluation, self.words);
        let mut facts = Vec::new();
        if !evaluation.combined_budgets.is_empty() {
            let lines = evaluation.combined_budgets.iter().map(|it| self.budget(it, None));
            facts.push(self.fact(words.pages().money, lines.collect()));
        }
        if !evaluation.combined_donors.is_empty() {
            let lines = evaluation.combined_donors.iter().flat_map(|it| self.donor(it));
            facts.push(self.fact(words.pages().donors, lines.collect()));
        }
        facts.push(self.fact(words.pages().places, self.places()));
        if !evaluation.reach.is_empty() {
            let lines = evaluation.reach.iter().map(|reach| Line::Text(words.reached(reach)));
            facts.push(self.fact(words.pages().reach, lines.collect()));
        }
        if !evaluation.mentioned_projects.is_empty() {
            let lines = evaluation.mentioned_projects.iter().map(|project| {
                let code = project.code.iter().map(|code| format!(" ({code})"));
                Line::Text(format!("{}{}", project.name, code.collect::<String>()))
            });
            facts.push(self.fact(words.pages().mentioned_projects, lines.collect()));
        }
        facts
    }

    fn places(&self) -> Vec<Line> {
        let (evaluation, words) = (self.evaluation, self.words);
        let names: Vec<String> =
            evaluation.places.iter().map(|place| self.place_with_note(place)).collect();
        let mut lines = Vec::new();
        if !names.is_empty() {
            lines.push(Line::Text(names.join(words.list_separator)));
        }
        if let Some(count) = evaluation.country_count_as_printed {
            lines.push(Line::AsPrinted(
                words.pages().countries_printed.of(usize::from(count), words),
            ));
        }
        if let Some(region) = &evaluation.region_as_printed {
            lines.push(self.as_printed(region));
        }
        lines
    }

    fn place_with_note(&self, place: &Place) -> String {
        match &place.note {
            Some(note) => format!("{} ({note})", self.place(place)),
            None => self.place(place),
        }
    }
}

impl Messages {
    /// A figure of reach: `more than 120 countries reached by workshops`.
    #[must_use]
    pub fn reached(&self, reach: &Reach) -> String {
        let number = grouped(u64::from(reach.number), self);
        let number = match reach.qualifier {
            Qualifier::Exactly => number,
            Qualifier::MoreThan => fill(self.pages().more_than, &[("n", &number)]),
            Qualifier::About => fill(self.pages().about, &[("n", &number)]),
        };
        format!("{number} {}", reach.what)
    }
}
