//! The pairs of a link as a state.

use super::keys::{Key, VERSION};
use super::migrations::{MIGRATIONS, Migration, migrate};
use super::pairs::{self, Pair};
use super::prefix::Prefix;
use super::values::{read_value, version};
use super::{Issue, IssueKind, Settings, percent};
use crate::facet::FacetId;
use crate::state::{State, TEXT_MAX, Unread, value};
use crate::when::Date;

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The state, in normal form.
    pub state: State,
    /// What the reader should know, in the order of the link.
    pub issues: Vec<Issue>,
    /// True when the link had pairs of ours; otherwise the state is the one the page opens with.
    pub found: bool,
}

/// Reads a query or a fragment, with or without its leading sign. Total on any text.
///
/// A link with pairs of ours starts from the defaults of the format, not from what this page
/// opens with, so that it means the same on every page.
#[must_use]
pub fn decode(text: &str, settings: &Settings) -> Decoded {
    decode_by(text, settings, MIGRATIONS)
}

fn decode_by(text: &str, settings: &Settings, migrations: &[Migration]) -> Decoded {
    let mut own = pairs::own(text, &settings.prefix);
    if own.pairs.is_empty() {
        return Decoded { state: settings.opening.clone(), issues: Vec::new(), found: false };
    }
    // Without its `=`, `v` may be what is left of another key.
    let is_version = |pair: &Pair| pair.name.eq_ignore_ascii_case("v") && pair.raw.is_some();
    let complete = own.pairs.iter().any(is_version);
    if own.at_end && !complete {
        mend_cut(&mut own.pairs);
    }
    migrate(&mut own.pairs, migrations);
    let mut reader = Reader::default();
    reader.read_all(&own.pairs);
    if !complete {
        reader.note("", "", IssueKind::Incomplete);
    }
    reader.note_locked(settings);
    Decoded { state: reader.state, issues: reader.issues, found: true }
}

/// Mends the pair in which a link was cut: half an escape goes, and so does a key without a value.
fn mend_cut(pairs: &mut Vec<Pair>) {
    match pairs.last_mut().map(|pair| &mut pair.raw) {
        Some(Some(raw)) => *raw = percent::encoded(&percent::decoded_cut(raw)),
        Some(None) => _ = pairs.pop(),
        None => {}
    }
}

/// Reads a host's preset: see [`State::opening`].
pub(super) fn preset(text: &str, prefix: &Prefix) -> Decoded {
    let query = text.split_once('?').map_or(text, |(_, query)| query);
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    let mut pairs = pairs::of_preset(query, prefix);
    migrate(&mut pairs, MIGRATIONS);
    let mut reader = Reader::default();
    reader.read_all(&pairs);
    // The host is told of its mistakes; readers and their links have no use for them.
    reader.state.unread.clear();
    Decoded { state: reader.state, issues: reader.issues, found: !pairs.is_empty() }
}

#[derive(Default)]
struct Reader {
    state: State,
    issues: Vec<Issue>,
    /// Keys with one value that have been read, and the value.
    given: Vec<(Key, String)>,
}

impl Reader {
    fn read_all(&mut self, pairs: &[Pair]) {
        for pair in pairs {
            self.read(pair);
        }
        self.state.compare.settle();
    }

    fn read(&mut self, pair: &Pair) {
        let raw = pair.raw.as_deref();
        match Key::read(&pair.name) {
            Some((key, opposite)) => {
                self.read_known(key, opposite, raw.unwrap_or_default());
            }
            None if pair.name.is_empty() && raw.is_none() => {}
            None => self.keep_unread(&pair.name, raw, IssueKind::UnknownKey),
        }
    }

    fn read_known(&mut self, key: Key, opposite: bool, raw: &str) {
        let text = percent::decoded(raw);
        let text = text.trim();
        match (key, key.facet()) {
            (_, Some(facet)) => {
                self.each(key, opposite, text, |reader, value| reader.pick(facet, opposite, value));
            }
            (Key::Rows, _) => self.each(key, opposite, text, |reader, row| {
                let rows = &mut reader.state.rows;
                let fits =
                    if opposite { rows.set_folded(row, true) } else { rows.set_pinned(row, true) };
                Taken::if_room(fits)
            }),
            (Key::Compare, _) => self.each(key, false, text, |reader, id| {
                let id = id.into();
                let set = &mut reader.state.compare;
                Taken::if_room(set.contains(&id) || set.add(&id))
            }),
            (Key::List, _) => self.each(key, false, text, |reader, id| {
                let id = id.into();
                let list = &mut reader.state.list;
                Taken::if_room(list.contains(&id) || list.add(&id))
            }),
            _ => self.read_single(key, raw, text),
        }
    }

    /// Reads a key that has just one value: the first that can be read.
    fn read_single(&mut self, key: Key, raw: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        if let Some((_, given)) = self.given.iter().find(|(given, _)| *given == key) {
            if given != text {
                self.note(key.code(), text, IssueKind::Contradictory);
            }
        } else if read_value(&mut self.state, key, text) {
            self.given.push((key, text.to_owned()));
            self.state.unread.retain(|pair| pair.key() != key.code());
            self.note_limits(key, text);
        } else {
            self.keep_unread(key.code(), Some(raw), IssueKind::Unreadable);
        }
    }

    fn note_limits(&mut self, key: Key, text: &str) {
        match key {
            Key::Q if text.chars().nth(TEXT_MAX).is_some() => {
                let lost: String = text.chars().skip(TEXT_MAX).collect();
                self.note(key.code(), &lost, IssueKind::TooMany);
            }
            Key::V if version(text) > VERSION => self.note(key.code(), text, IssueKind::Newer),
            _ => {}
        }
    }

    /// Reads each of the values of a key that may have several.
    fn each(
        &mut self,
        key: Key,
        opposite: bool,
        text: &str,
        take: impl Fn(&mut Self, &str) -> Taken,
    ) {
        let name = if opposite { format!("not-{}", key.code()) } else { key.code().to_owned() };
        for part in text.split('.').map(str::trim).filter(|part| !part.is_empty()) {
            match value::tidy(part).map(|value| take(self, &value)) {
                Some(Taken::Yes) => {}
                Some(Taken::NoRoom) => self.note(&name, part, IssueKind::TooMany),
                Some(Taken::Contradicts) => self.note(&name, part, IssueKind::Contradictory),
                None => {
                    let raw = percent::encoded(part);
                    self.keep_unread(&name, Some(&raw), IssueKind::Unreadable);
                }
            }
        }
    }

    fn pick(&mut self, facet: FacetId, opposite: bool, text: &str) -> Taken {
        let query = &mut self.state.query;
        if opposite {
            return Taken::unless_contradicts(value::exclude_unless_included(
                &mut query.picks,
                facet,
                text,
            ));
        }
        match value::of_facet(facet, text) {
            Some(value) => {
                let excluded = value::is_excluded(&query.picks, facet, &value);
                value::include(&mut query.picks, facet, &value);
                Taken::unless_contradicts(!excluded)
            }
            None => {
                let day = Date::parse(text);
                let other = query.status_on.is_some() && query.status_on != day;
                query.status_on = query.status_on.or(day);
                Taken::unless_contradicts(!other)
            }
        }
    }

    fn keep_unread(&mut self, name: &str, raw: Option<&str>, kind: IssueKind) {
        let unread = Unread::new(name, raw);
        self.note(name, &unread.text(), kind);
        self.state.unread.push(unread);
    }

    fn note(&mut self, key: &str, text: &str, kind: IssueKind) {
        self.issues.push(Issue { key: key.into(), text: text.into(), kind });
    }

    fn note_locked(&mut self, settings: &Settings) {
        let picks = self.state.query.picks.clone();
        for (facet, picked) in picks.iter().filter(|(facet, _)| settings.lock.settles(*facet)) {
            let locked = settings.lock.included(facet);
            for value in picked.included.iter().filter(|value| !locked.contains(value)) {
                self.note(facet.code(), value, IssueKind::Locked);
            }
        }
    }
}

/// What became of one value of a list.
enum Taken {
    Yes,
    NoRoom,
    Contradicts,
}

impl Taken {
    fn if_room(room: bool) -> Self {
        if room { Self::Yes } else { Self::NoRoom }
    }

    fn unless_contradicts(agrees: bool) -> Self {
        if agrees { Self::Yes } else { Self::Contradicts }
    }
}

#[cfg(test)]
mod tests {
    use super::{Decoded, IssueKind, Migration, Settings, decode, decode_by, preset};
    use crate::state::{Action, State};

    /// As if `q` had once been called `words`.
    const RENAMED: &[Migration] = &[Migration {
        since: "2027-01-01",
        change: |pairs| {
            for pair in pairs.iter_mut().filter(|pair| pair.name == "words") {
                pair.name = "q".to_owned();
            }
        },
    }];

    #[test]
    fn migrations_read_forms_of_before_and_leave_those_of_today() {
        let asked = |text: &str| decode_by(text, &Settings::default(), RENAMED);
        let expected = State::default().after(Action::Type("trafficking".to_owned()));
        for text in ["?ee-words=trafficking&ee-v=1", "?ee-q=trafficking&ee-v=1"] {
            let Decoded { state, issues, .. } = asked(text);
            assert_eq!((state, issues), (expected.clone(), vec![]), "{text}");
        }
    }

    #[test]
    fn without_pairs_of_ours_the_page_opens_as_its_host_wants() {
        let opening = State::default().after(Action::Type("peru".to_owned()));
        let settings = Settings { opening: opening.clone(), ..Settings::default() };
        let decoded = decode("?page=3", &settings);
        assert_eq!((decoded.state, decoded.found), (opening, false));
        assert_eq!(decode("?ee-v=1", &settings).state, State::default());
    }

    /// What the issues of a link say: of which key, and what kind they are.
    fn issues(text: &str) -> Vec<(String, IssueKind)> {
        let issues = decode(text, &Settings::default()).issues.into_iter();
        issues.map(|issue| (issue.key.to_string(), issue.kind)).collect()
    }

    #[test]
    fn the_end_of_a_link_is_mended_only_where_the_link_was_cut() {
        let unknown = ("new".to_owned(), IssueKind::UnknownKey);
        assert_eq!(issues("?ee-v=1&ee-new"), [unknown]);
        assert_eq!(issues("?ee-new"), [(String::new(), IssueKind::Incomplete)]);
    }

    #[test]
    fn a_prefix_that_stands_alone_is_no_pair() {
        assert_eq!(issues("?ee-v=1&ee-&page=2"), []);
        assert_eq!(issues("?ee-v=1&ee-=x"), [(String::new(), IssueKind::UnknownKey)]);
    }

    #[test]
    fn of_two_days_of_a_status_the_first_holds() {
        let contradicts = ("status".to_owned(), IssueKind::Contradictory);
        assert_eq!(issues("?ee-status=active.2020-06-30.2020-06-30&ee-v=1"), []);
        assert_eq!(issues("?ee-status=active.2020-06-30.2021-06-30&ee-v=1"), [contradicts]);
    }

    #[test]
    fn a_preset_with_nothing_in_it_asks_for_nothing() {
        let found = |text: &str| preset(text, &Settings::default().prefix).found;
        assert_eq!(["", "?", "q=peru", "?ee-q=peru"].map(found), [false, false, true, true]);
    }
}
