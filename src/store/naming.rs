//! Links to views and records, and what is said of them.

use explorer_core::address::{self, Address};
use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Card;
use explorer_core::facet::picks::Picks;
use explorer_core::id::{EvaluationId, TensionId};
use explorer_core::query::Unit;
use explorer_core::share::{self, Saving};
use explorer_core::state::{Action, Opened, State, View};
use explorer_core::view::said::SideBySide;
use explorer_core::when::Date;
use explorer_lang::fill;
use explorer_lang::said::said_sentence;
use explorer_lang::see::MatrixNames;
use leptos::prelude::*;

use super::Explorer;

impl Explorer {
    /// The address of what an act would lead to.
    #[must_use]
    pub fn href_after(self, action: Action) -> String {
        let after = self.read(Clone::clone).after(action);
        let linking = self.linking();
        let own = address::encode(&after, &linking.settings);
        Address::of(&(linking.page)()).with(&own, &linking.settings)
    }

    /// The link to the present view, with the date of the data that the sender sees.
    #[must_use]
    pub fn link(self) -> String {
        self.shared(share::link_for)
    }

    /// The link to the present view on the page that the host names for it, and the name of that
    /// page's site.
    #[must_use]
    pub fn link_elsewhere(self) -> Option<(String, String)> {
        let data_date = self.dataset.with_value(|dataset| dataset.data_date());
        self.linking.with_value(|linking| {
            let base = linking.open_in.as_deref()?;
            let lock = &linking.settings.lock;
            let link = self.peek(|state| share::link_elsewhere(base, state, lock, Some(data_date)));
            Some((link, share::site_of(base).to_owned()))
        })
    }

    /// The link to a page of its own, of a record or a disagreement.
    #[must_use]
    pub fn link_to(self, opened: Opened) -> String {
        let state = State::default().after(Action::Open(opened));
        self.shared(|page, _, settings, data_date| {
            share::link_for(page, &state, settings, data_date)
        })
    }

    /// What to leave out of a link that is too long.
    #[must_use]
    pub fn savings(self) -> Vec<Saving> {
        self.shared(share::savings)
    }

    fn shared<T>(
        self,
        make: impl FnOnce(&str, &State, &address::Settings, Option<Date>) -> T,
    ) -> T {
        let (data_date, linking) = (self.dataset().data_date(), self.linking());
        let page = (linking.page)();
        self.peek(|state| make(&page, state, &linking.settings, Some(data_date)))
    }

    /// Reads what puts the present view into another page, followed: the folder that the widget
    /// was loaded from, where another set lies, the state, and what is locked.
    pub fn embedded<T>(self, read: impl FnOnce(&str, Option<&str>, &State, &Picks) -> T) -> T {
        let linking = self.linking();
        let (folder, src) = (&linking.folder, linking.src.as_deref());
        self.read(|state| read(folder, src, state, &linking.settings.lock))
    }

    /// What the receiver of a link will see, in a sentence.
    #[must_use]
    pub fn summary(self) -> String {
        let opened = self.read(|state| state.opened().cloned());
        let compared = self
            .read(|state| (state.view() == View::Compare).then(|| state.compare().ids().to_vec()));
        match (opened, compared) {
            (Some(Opened::Evaluation(id)), _) => self.title(id.as_str()),
            (Some(Opened::Statement(id)), _) => self.statement_name(id.as_str()),
            (Some(Opened::Tension(id)), _) => self.question(&id),
            (Some(Opened::Cell { row, column }), _) => self.cell_title(row.as_str(), &column),
            (_, Some(ids)) if self.query(|query| query.unit == Unit::Statements) => {
                self.said_summary(&ids)
            }
            (_, Some(ids)) => {
                let names: Vec<String> =
                    ids.iter().map(|id| self.short_title(id.as_str())).collect();
                let list = self.words.all_of(&names);
                fill(self.words.pages().comparison_of, &[("list", &list)])
            }
            _ if self.read(|state| state.view() == View::Reading) => {
                let kept = self.read(|state| state.list().ids().len()).to_string();
                fill(self.words.reading_with, &[("n", &kept)])
            }
            _ => self.sentence(),
        }
    }

    /// What chosen evaluations say of what is asked, followed.
    #[must_use]
    pub fn side_by_side(self, chosen: &[EvaluationIx]) -> SideBySide {
        let dataset = self.dataset();
        self.query(|query| SideBySide::of(&dataset, query, chosen))
    }

    fn said_summary(self, ids: &[EvaluationId]) -> String {
        let dataset = self.dataset();
        let known = ids.iter().filter_map(|id| dataset.find_evaluation(id.as_str()));
        let shown = self.side_by_side(&known.collect::<Vec<EvaluationIx>>());
        let name = |facet, value: &str| self.name(facet, value);
        self.query(|query| said_sentence(&dataset, query, &shown, &name, self.words))
    }

    /// The heads of a cell of the matrix.
    #[must_use]
    pub fn cell_title(self, row: &str, column: &str) -> String {
        let dataset = self.dataset();
        let axes = self.read(State::matrix);
        let name = |facet, value: &str| self.name(facet, value);
        let names = MatrixNames { dataset: &dataset, name: &name, words: self.words };
        let (row, column) = (names.row(axes.rows, row), names.column(axes.columns, column));
        fill(self.words.pages().see.cell_title, &[("row", &row), ("column", &column)])
    }

    /// The title of an evaluation; its id when this edition does not have it.
    #[must_use]
    pub fn title(self, id: &str) -> String {
        self.card(id).map_or_else(|| id.to_owned(), |card| card.title)
    }

    /// The question of a disagreement; its id when this edition does not have it.
    #[must_use]
    pub fn question(self, id: &TensionId) -> String {
        let dataset = self.dataset();
        let tension = dataset.tensions().iter().find(|tension| tension.id == *id);
        tension.map_or_else(|| id.to_string(), |tension| tension.question.clone())
    }

    /// The short title of an evaluation; its id when this edition does not have it.
    #[must_use]
    pub fn short_title(self, id: &str) -> String {
        self.card(id).map_or_else(|| id.to_owned(), |card| card.short_title)
    }

    /// A statement by kind, number and evaluation: "Lesson 3 of TRACK4TIP".
    #[must_use]
    pub fn statement_name(self, id: &str) -> String {
        let dataset = self.dataset();
        let found = dataset.find_statement(id).and_then(|ix| {
            let statement = dataset.statement(ix)?;
            let card = dataset.card(dataset.evaluation_of(ix)?)?;
            Some(fill(
                self.words.answers().statement_of,
                &[
                    ("kind", self.words.statement(statement.kind).singular),
                    ("n", &statement.ordinal.to_string()),
                    ("name", &card.short_title),
                ],
            ))
        });
        found.unwrap_or_else(|| id.to_owned())
    }

    fn card(self, id: &str) -> Option<Card> {
        let dataset = self.dataset();
        dataset.card(dataset.find_evaluation(id)?)
    }
}
