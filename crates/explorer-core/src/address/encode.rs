//! A state as the pairs of a link.

use super::keys::{Key, NOT, VERSION};
use super::pairs::is_own;
use super::prefix::Prefix;
use super::{Settings, percent, ranges};
use crate::facet::FacetId;
use crate::id::{EvaluationId, StatementId};
use crate::state::{Opened, State, Topic};

/// Our pairs for the address bar, joined by `&`: nothing for the state that the page opens with,
/// otherwise what differs from the defaults and the version.
#[must_use]
pub fn encode(state: &State, settings: &Settings) -> String {
    let state = state.shareable();
    if state == settings.opening.shareable() {
        return String::new();
    }
    encode_in_full(&state, &settings.prefix)
}

/// Our pairs for a link that is shared: what differs from the defaults, and always the version,
/// so that the link means the same on a page that opens with something else.
#[must_use]
pub fn encode_in_full(state: &State, prefix: &Prefix) -> String {
    let state = state.shareable();
    let mut pairs = Pairs { prefix: prefix.as_str(), out: String::new() };
    for &key in Key::ALL {
        match key {
            Key::Of => {
                push_unread(&mut pairs, &state, prefix);
                pairs.push_value(key, state.seen().map(|date| date.to_string()));
            }
            Key::V => pairs.push_value(key, Some(VERSION.to_string())),
            _ => match key.facet() {
                Some(facet) => push_picks(&mut pairs, &state, key, facet),
                None if key == Key::Rows => push_rows(&mut pairs, &state),
                None => pairs.push_value(key, value(&state, key)),
            },
        }
    }
    pairs.out
}

/// The value of a key that has just one; `None` for the default.
fn value(state: &State, key: Key) -> Option<String> {
    let query = state.query();
    let default = State::default();
    let code = |code: &'static str, default: &str| (code != default).then(|| code.to_owned());
    match key {
        Key::Q => (!query.text.is_empty()).then(|| percent::encoded(&query.text)),
        Key::Unit => code(query.unit.code(), default.query().unit.code()),
        Key::View => code(state.view().code(), default.view().code()),
        Key::Period => query.period.map(ranges::period_text),
        Key::Budget => query.budget.as_ref().map(ranges::budget_text),
        Key::Sort => code(query.sort.code(), default.query().sort.code()),
        Key::Open => state.opened().map(opened_text),
        Key::Topic => state.topic().map(topic_text),
        Key::Compare => joined(state.compare().ids().iter().map(EvaluationId::as_str)),
        Key::Beside => state.compare().beside().map(|id| percent::encoded(id.as_str())),
        Key::Diff => state.differences_only().then(|| "1".to_owned()),
        Key::Matrix => (state.matrix() != default.matrix())
            .then(|| format!("{}.{}", state.matrix().rows.code(), state.matrix().columns.code())),
        Key::As => code(state.form().code(), default.form().code()),
        Key::List => joined(state.list().ids().iter().map(StatementId::as_str)),
        Key::N => state.shown.map(|shown| shown.to_string()),
        Key::Lang => state.lang().map(str::to_owned),
        _ => None,
    }
}

fn push_picks(pairs: &mut Pairs<'_>, state: &State, key: Key, facet: FacetId) {
    let query = state.query();
    let day = query.status_on.filter(|_| facet == FacetId::Status).map(|day| day.to_string());
    let picks = query.picks.of(facet);
    let included = picks.map_or(&[][..], |picks| &picks.included);
    let excluded = picks.map_or(&[][..], |picks| &picks.excluded);
    pairs.push_value(key, joined(included.iter().map(|value| &**value).chain(day.as_deref())));
    pairs.push_opposite(key, joined(excluded.iter().map(|value| &**value)));
}

fn push_rows(pairs: &mut Pairs<'_>, state: &State) {
    let rows = state.rows();
    pairs.push_value(Key::Rows, joined(rows.pinned().iter().map(|row| &**row)));
    pairs.push_opposite(Key::Rows, joined(rows.folded().iter().map(|row| &**row)));
}

/// Without a prefix, a key that we do not know would be taken for the host's when it is read.
fn push_unread(pairs: &mut Pairs<'_>, state: &State, prefix: &Prefix) {
    for unread in state.unread() {
        let name = percent::encoded(unread.key());
        if is_own(&[prefix.as_str(), &name].concat(), prefix) {
            pairs.push(&name, unread.raw());
        }
    }
}

fn opened_text(opened: &Opened) -> String {
    match opened {
        Opened::Evaluation(id) => percent::encoded(id.as_str()),
        Opened::Statement(id) => percent::encoded(id.as_str()),
        Opened::Tension(id) => format!("tension.{}", percent::encoded(id.as_str())),
        Opened::Cell { row, column } => {
            format!("cell.{}.{}", percent::encoded(row.as_str()), percent::encoded(column))
        }
    }
}

fn topic_text(topic: &Topic) -> String {
    format!("{}.{}", topic.facet().code(), percent::encoded(topic.term().as_str()))
}

/// Values joined by dots; `None` when there are none.
fn joined<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let values: Vec<String> = values.map(percent::encoded).collect();
    (!values.is_empty()).then(|| values.join("."))
}

struct Pairs<'a> {
    prefix: &'a str,
    out: String,
}

impl Pairs<'_> {
    fn push_value(&mut self, key: Key, value: Option<String>) {
        if let Some(value) = value {
            self.push(key.code(), Some(&value));
        }
    }

    fn push_opposite(&mut self, key: Key, value: Option<String>) {
        if let Some(value) = value {
            self.push(&[NOT, key.code()].concat(), Some(&value));
        }
    }

    fn push(&mut self, name: &str, value: Option<&str>) {
        if !self.out.is_empty() {
            self.out.push('&');
        }
        self.out.push_str(self.prefix);
        self.out.push_str(name);
        if let Some(value) = value {
            self.out.push('=');
            self.out.push_str(value);
        }
    }
}
