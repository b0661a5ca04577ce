use explorer_core::evaluation::{Depth, Independence, Scope, Timing};

use super::{Fact, FactGroup, Line, Says};
use crate::fill;
use crate::number::{date, span};

impl Says<'_> {
    pub(super) fn identity(&self) -> FactGroup {
        let (evaluation, words) = (self.evaluation, self.words);
        let mut facts = vec![
            self.agency(),
            self.kind(),
            self.timing(),
            self.published(),
            self.conducted(),
            self.period_evaluated(),
            self.report(),
            self.fact(
                words.pages().document_type,
                vec![Line::Text(evaluation.document_type.clone())],
            ),
        ];
        if let Some(title) = &evaluation.title_as_printed {
            facts.push(self.fact(words.pages().title_printed, vec![Line::Text(title.clone())]));
        }
        if !evaluation.keywords.is_empty() {
            facts.push(self.list(words.pages().keywords, &evaluation.keywords));
        }
        FactGroup { heading: words.pages().facts, parts: vec![(None, facts)] }
    }

    fn agency(&self) -> Fact {
        let agency = self.label(&self.vocabulary.agencies, &self.evaluation.agency);
        let unit = self.evaluation.unit.clone().map(Line::Text);
        self.fact(self.words.pages().agency, [Line::Text(agency)].into_iter().chain(unit).collect())
    }

    fn kind(&self) -> Fact {
        let (kind, words) = (&self.evaluation.kind, self.words);
        let mut parts = vec![words.scope(kind.scope).to_owned()];
        if kind.scope == Scope::NotStated {
            parts = vec![fill(
                words.answers().no_value_stated,
                &[("facet", words.answers().facet_scope)],
            )];
        }
        if kind.depth == Depth::InDepth {
            parts.push(words.pages().depth_in_depth.into());
        }
        if kind.independence == Independence::Independent {
            parts.push(words.pages().independent.into());
        }
        let text = parts.join(words.list_separator);
        self.fact(words.pages().kind, vec![Line::Text(text), self.as_printed(&kind.as_printed)])
    }

    fn timing(&self) -> Fact {
        let words = self.words;
        let lines = match self.evaluation.kind.timing {
            Timing::NotStated => Vec::new(),
            stated => vec![Line::Text(words.timing(stated).into())],
        };
        self.fact(words.pages().timing, lines)
    }

    fn published(&self) -> Fact {
        let (evaluation, words) = (self.evaluation, self.words);
        let mut lines: Vec<Line> = match &evaluation.published {
            Some(printed) => vec![Line::Text(date(printed.value, words))],
            None => vec![Line::Unstated(words.pages().not_stated_in_brief)],
        };
        let year = evaluation.report.as_ref().and_then(|report| report.listing_year);
        lines.extend(year.map(|year| {
            Line::AsPrinted(fill(words.pages().listed, &[("year", &year.to_string())]))
        }));
        self.fact(words.pages().published, lines)
    }

    fn conducted(&self) -> Fact {
        let lines = self.evaluation.conducted.iter().flat_map(|printed| {
            [Line::Text(span(printed.value, self.words)), self.as_printed(&printed.as_printed)]
        });
        self.fact(self.words.pages().conducted, lines.collect())
    }

    fn period_evaluated(&self) -> Fact {
        let lines = self.evaluation.period_evaluated.iter().flat_map(|printed| {
            [Line::Text(span(printed.value, self.words)), self.as_printed(&printed.as_printed)]
        });
        self.fact(self.words.pages().period_evaluated, lines.collect())
    }

    fn report(&self) -> Fact {
        let words = self.words;
        let link = self.evaluation.report.as_ref().map(|report| words.report_link(report));
        self.fact(words.pages().report, link.into_iter().collect())
    }
}
