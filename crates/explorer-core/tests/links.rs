//! Links as they were published and as they arrive: what each means, for ever.

use std::fmt::Write as _;

use explorer_core::address::keys::Key;
use explorer_core::address::{
    Address, Decoded, IssueKind, Place, Prefix, Settings, decode, encode_in_full,
};
use explorer_core::evaluation::{Scope, Timing};
use explorer_core::facet::{FacetId, Status};
use explorer_core::query::{BudgetRange, Query, Sort, Unit};
use explorer_core::share::link_for;
use explorer_core::state::{
    Action, Form, MatrixColumns, MatrixRows, Opened, State, TEXT_MAX, Topic, View,
};
use explorer_core::statement::StatementKind;
use explorer_core::when::{Date, Span};

const LINKS: &str = include_str!("links.txt");
const CONTRACT: &str = include_str!("../../../docs/links.md");

/// A view that uses most of what a link can say, and the link to it.
const VIEW: &str = "https://example.org/evidence?node=12&ee-q=%22human%20rights%22%20%26%20C%2B%2B\
    &ee-unit=statements&ee-country=co.pe&ee-not-theme=gender&ee-period=2017..2021\
    &ee-compare=unodc-glot59-2024.ilo-per-17-51-usa-2020&ee-v=1#facts";

fn read(url: &str) -> Decoded {
    let settings = Settings::default();
    decode(Address::of(url).part(settings.place), &settings)
}

fn names<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

fn span(span: Span) -> String {
    let end =
        |date: Option<Date>, open: &str| date.map_or(open.to_owned(), |date| date.to_string());
    format!("{} to {}", end(span.start, "any time"), end(span.end, "any time"))
}

fn money(range: &BudgetRange) -> String {
    let end =
        |cents: Option<u64>| cents.map_or("any".to_owned(), |cents| (cents / 100).to_string());
    format!("{} {} to {}", range.currency, end(range.from), end(range.to))
}

fn opened(opened: &Opened) -> String {
    match opened {
        Opened::Evaluation(id) => format!("evaluation {id}"),
        Opened::Statement(id) => format!("statement {id}"),
        Opened::Tension(id) => format!("tension {id}"),
        Opened::Cell { row, column } => format!("cell {row} by {column}"),
    }
}

/// What a link asks for, a line each.
fn question(query: &Query) -> Vec<String> {
    let default = Query::default();
    let mut lines = Vec::new();
    if !query.text.is_empty() {
        lines.push(format!("words: {}", query.text));
    }
    if query.unit != default.unit {
        lines.push(format!("unit: {}", query.unit.code()));
    }
    for (facet, picks) in query.picks.iter() {
        if !picks.included.is_empty() {
            lines.push(format!("{}: {}", facet.code(), names(&picks.included)));
        }
        if !picks.excluded.is_empty() {
            lines.push(format!("not {}: {}", facet.code(), names(&picks.excluded)));
        }
    }
    lines.extend(query.status_on.map(|day| format!("status on: {day}")));
    lines.extend(query.period.map(|period| format!("period: {}", span(period))));
    lines.extend(query.budget.as_ref().map(|range| format!("budget: {}", money(range))));
    if query.sort != default.sort {
        lines.push(format!("sort: {}", query.sort.code()));
    }
    lines
}

/// What a link means, a line each, without what is as by default.
fn meaning(decoded: &Decoded) -> Vec<String> {
    let (state, default) = (&decoded.state, State::default());
    let mut lines = question(state.query());
    let mut list = |name: &str, items: String| {
        if !items.is_empty() {
            lines.push(format!("{name}: {items}"));
        }
    };
    list("view", names((state.view() != default.view()).then(|| state.view().code())));
    list("open", names(state.opened().map(opened)));
    let topic = |it: &Topic| format!("{} {}", it.facet().code(), it.term());
    list("narrowed to", names(state.topic().map(topic)));
    list("compare", names(state.compare().ids()));
    let beside = state.compare().second().filter(|it| state.compare().ids().get(1) != Some(it));
    list("beside the first", names(beside));
    list("differences only", names(state.differences_only().then_some("yes")));
    list("pinned rows", names(state.rows().pinned()));
    list("folded rows", names(state.rows().folded()));
    let axes = state.matrix();
    let axes_text = format!("{} by {}", axes.rows.code(), axes.columns.code());
    list("matrix", names((axes != default.matrix()).then_some(axes_text)));
    list("pictures as", names((state.form() != default.form()).then(|| state.form().code())));
    list("reading list", names(state.list().ids()));
    list("unfolded", names((state.shown(0) > 0).then(|| state.shown(0))));
    list("language", names(state.lang()));
    list("made from data of", names(state.seen()));
    list(
        "kept unread",
        names(state.unread().iter().map(|pair| format!("{} {}", pair.key(), pair.text()))),
    );
    if lines.is_empty() {
        lines.push(if decoded.found { "the default view" } else { "no link of ours" }.to_owned());
    }
    for issue in &decoded.issues {
        let line = format!("! {} {} {}", issue.kind.code(), issue.key, issue.text);
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// An entry of `links.txt`: a link, what it means, and how it is written today if otherwise.
fn entry(link: &str) -> String {
    let decoded = read(link);
    let mut entry = format!("{link}\n");
    for line in meaning(&decoded) {
        _ = writeln!(entry, "    {line}");
    }
    let written = format!("?{}", encode_in_full(&decoded.state, &Prefix::default()));
    if decoded.found && written != link {
        _ = writeln!(entry, "    -> {written}");
    }
    entry
}

fn published() -> Vec<String> {
    let entries = LINKS.split("\n\n").map(|entry| {
        entry.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
    });
    entries.filter(|entry| !entry.is_empty()).collect()
}

#[test]
fn every_link_ever_published_means_what_it_meant() {
    let mut wrong = String::new();
    for expected in published() {
        let found = entry(expected.lines().next().unwrap_or_default());
        if found.trim_end() != expected.trim_end() {
            _ = writeln!(wrong, "expected\n{expected}\nfound\n{found}");
        }
    }
    assert!(wrong.is_empty(), "a published link changed its meaning:\n{wrong}");
}

#[test]
fn every_key_has_a_published_link() {
    for key in Key::ALL {
        let mut forms = vec![format!("ee-{}=", key.code())];
        if key.has_opposite() {
            forms.push(format!("ee-not-{}=", key.code()));
        }
        for form in forms {
            let is_in =
                |link: &String| link.lines().next().is_some_and(|link| link.contains(&form));
            assert!(published().iter().any(is_in), "links.txt has no link with {form}");
        }
    }
}

/// The rows of the table of keys: the key and what the contract says of it.
fn documented() -> Vec<(&'static str, &'static str)> {
    let table = CONTRACT.lines().skip_while(|line| !line.starts_with("| key | means |"));
    let rows = table.take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.strip_prefix("| `")?.split_once('`')).collect()
}

#[test]
fn the_public_contract_lists_exactly_the_keys_in_the_order_of_writing() {
    let documented: Vec<&str> = documented().into_iter().map(|(key, _)| key).collect();
    let known: Vec<&str> = Key::ALL.iter().map(|key| key.code()).collect();
    assert_eq!(documented, known, "docs/links.md (left) and address/keys.rs (right)");
}

#[test]
fn the_public_contract_lists_exactly_the_codes_of_closed_lists() {
    fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|&value| code(value)).collect()
    }
    let matrix =
        [codes(MatrixRows::ALL, MatrixRows::code), codes(MatrixColumns::ALL, MatrixColumns::code)];
    for (key, codes) in [
        (Key::Unit, codes(Unit::ALL, Unit::code)),
        (Key::View, codes(View::ALL, View::code)),
        (Key::Kind, codes(StatementKind::ALL, StatementKind::code)),
        (Key::Timing, codes(Timing::ALL, Timing::code)),
        (Key::Scope, codes(Scope::ALL, Scope::code)),
        (Key::Status, codes(Status::ALL, Status::code)),
        (Key::Sort, codes(Sort::ALL, Sort::code)),
        (Key::Matrix, matrix.concat()),
        (Key::As, codes(Form::ALL, Form::code)),
    ] {
        let rows = documented();
        let row = rows.iter().find(|(name, _)| *name == key.code());
        let value = row.and_then(|(_, rest)| rest.split('|').nth(2)).unwrap_or_default();
        let listed: Vec<&str> = value.split('`').skip(1).step_by(2).filter(|&c| c != ".").collect();
        assert_eq!(listed, codes, "docs/links.md (left) and the code (right) on {}", key.code());
    }
}

#[test]
fn every_example_of_the_public_contract_is_a_link_without_issues() {
    let mut examples = 0;
    for part in CONTRACT.split('`').filter(|part| part.starts_with("?ee-")) {
        assert_eq!(read(part).issues, [], "{part}");
        examples += 1;
    }
    assert!(examples > 5, "the contract shows {examples} links");
}

// What happens to links on their way.

#[track_caller]
fn arrives_whole(mangled: &str) {
    assert_eq!(read(mangled), read(VIEW), "{mangled}");
}

#[track_caller]
fn arrives_with(mangled: &str, kind: IssueKind) -> State {
    let decoded = read(mangled);
    assert!(decoded.issues.iter().any(|issue| issue.kind == kind), "{mangled}: {decoded:?}");
    decoded.state
}

/// Percent coding as a browser's `encodeURIComponent` does it, apart from the code under test.
fn component(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The reverse of [`component`].
fn uncomponent(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let escape =
            hex.filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(escape.unwrap_or(*first));
        rest = if escape.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The query as `URLSearchParams` reads and writes it: spaces as `+`, all but `*-._` encoded.
fn through_search_params(url: &str) -> String {
    let (page, rest) = url.split_once('?').unwrap_or((url, ""));
    let (query, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let form = |text: &str| {
        let text = uncomponent(&text.replace('+', " "));
        let text = component(&text).replace('!', "%21").replace('~', "%7E").replace('\'', "%27");
        text.replace('(', "%28").replace(')', "%29").replace("%20", "+")
    };
    let pairs = query.split('&').map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        format!("{}={}", form(key), form(value))
    });
    format!("{page}?{}#{fragment}", pairs.collect::<Vec<_>>().join("&"))
}

#[test]
fn survives_facebook() {
    let mangled = VIEW.replace("%20", "+").replace("ee-v=1", "ee-v=1&fbclid=IwAR0-x_y");
    arrives_whole(&mangled);
}

#[test]
fn survives_outlook_safe_links() {
    let wrapped = format!(
        "https://eur01.safelinks.protection.outlook.com/?url={}&data=05%7C02&reserved=0",
        component(VIEW),
    );
    let inner = wrapped.split_once("?url=").unwrap().1.split('&').next().unwrap();
    arrives_whole(&uncomponent(inner));
    assert!(!read(&wrapped).found, "a wrapped link is the wrapper's business");
}

#[test]
fn survives_mailers_that_cut_or_add_a_sign_at_the_end() {
    let link = VIEW.replace("#facts", "");
    for added in ["-", ")", ".", ",", ";", ">", "]", "%3E", "%29", "'", "!", "*", "_"] {
        arrives_whole(&format!("{link}{added}"));
    }
    arrives_whole(link.strip_suffix('1').unwrap());
}

#[test]
fn survives_messengers_that_escape_for_html() {
    arrives_whole(&VIEW.replace('&', "&amp;"));
    arrives_whole(&VIEW.replace('&', "&amp%3B"));
    arrives_whole(&format!("{}>", VIEW.replace("#facts", "")));
}

#[test]
fn survives_other_ways_of_writing_escapes() {
    arrives_whole(&VIEW.to_ascii_lowercase().replace("c%2b%2b", "C%2b%2b"));
    arrives_whole(&VIEW.replace("..", "%2E%2E").replace("co.pe", "co%2Epe"));
    arrives_whole(&VIEW.replace("..", "%2e%2e").replace("ee-", "ee%2D"));
}

#[test]
fn survives_encoding_twice_and_three_times() {
    arrives_whole(&VIEW.replace('%', "%25"));
    arrives_whole(&VIEW.replace('%', "%2525"));
    let (page, query) = VIEW.split_once("ee-q").unwrap();
    let query = format!("ee-q{query}").replace("#facts", "");
    arrives_whole(&format!("{page}{}", component(&query)));
    arrives_whole(&format!("{page}{}", component(&component(&query))));
}

#[test]
fn survives_a_server_that_writes_the_query_anew() {
    arrives_whole(&through_search_params(VIEW));
    let odd = State::default().after(Action::Type("50% of ~\"all\" (*) 'it' + ж".to_owned()));
    let link = link_for("https://a.org/?x=1#y", &odd, &Settings::default(), None);
    assert_eq!(read(&through_search_params(&link)).state, odd);
}

#[test]
fn survives_keys_in_capitals() {
    arrives_whole(&VIEW.replace("ee-q", "EE-Q").replace("ee-country", "Ee-Country"));
    arrives_whole(&VIEW.replace("co.pe", "CO.PE"));
}

#[test]
fn survives_campaign_parameters_before_and_after() {
    let mangled = VIEW
        .replace("?node=12", "?utm_source=a&node=12")
        .replace("ee-v=1", "ee-v=1&utm_medium=mail&utm_campaign=b.c");
    arrives_whole(&mangled);
    let again = link_for(&mangled, &read(VIEW).state, &Settings::default(), None);
    assert!(
        again.starts_with("https://example.org/evidence?utm_source=a&node=12&utm_medium=mail&")
    );
    arrives_whole(&again);
}

#[test]
fn of_a_key_given_twice_the_first_holds_and_lists_are_joined() {
    arrives_whole(&VIEW.replace("ee-v=1", "ee-unit=statements&ee-v=1&ee-v=1"));
    arrives_whole(&VIEW.replace("ee-country=co.pe", "ee-country=pe&ee-country=co"));
    let state =
        arrives_with(&VIEW.replace("ee-v=1", "ee-q=other&ee-v=1"), IssueKind::Contradictory);
    assert_eq!(state, read(VIEW).state);
}

#[test]
fn three_thousand_characters_of_text_are_cut_with_a_note() {
    let text = "é".repeat(3_000);
    let state = arrives_with(&format!("?ee-q={}&ee-v=1", component(&text)), IssueKind::TooMany);
    assert_eq!(state.query().text.chars().count(), TEXT_MAX);
}

/// Wherever a link is cut, what stands before the cut is read, nothing else is made up, and the
/// reader is told.
#[test]
fn a_link_cut_anywhere_gives_the_nearest_view_with_a_note() {
    let whole = read(VIEW).state;
    let start = VIEW.find("ee-q").unwrap();
    let end = VIEW.find("&ee-v").unwrap();
    for at in start + "ee-".len()..end {
        let decoded = read(&VIEW[..at]);
        let state = &decoded.state;
        assert!(whole.query().text.starts_with(&state.query().text), "{}", &VIEW[..at]);
        let compared = state.compare().ids();
        let sure = &compared[..compared.len().saturating_sub(1)];
        assert!(whole.compare().ids().starts_with(sure), "{}", &VIEW[..at]);
        let told = decoded.issues.iter().any(|issue| issue.kind == IssueKind::Incomplete);
        assert!(told, "{} is taken for a whole link", &VIEW[..at]);
    }
    let state = read(&VIEW[..VIEW.find("&ee-period").unwrap()]).state;
    assert_eq!(state.query().picks, whole.query().picks);
}

#[test]
fn a_newer_link_is_read_as_far_as_it_can_be() {
    let state = arrives_with(&VIEW.replace("ee-v=1", "ee-shape=round&ee-v=2"), IssueKind::Newer);
    assert_eq!(state.query(), read(VIEW).state.query());
    assert_eq!(state.unread()[0].key(), "shape");
}

#[test]
fn on_a_page_that_locks_a_facet_the_links_own_values_are_noted() {
    let lock = State::default().after(Action::Toggle(FacetId::Country, "pe".into()));
    let lock = lock.query().picks.clone();
    let settings = Settings { lock: lock.clone(), ..Settings::default() };
    let decoded = decode(Address::of(VIEW).part(Place::Query), &settings);
    let noted: Vec<_> = decoded.issues.iter().map(|issue| (&*issue.text, issue.kind)).collect();
    assert_eq!(noted, [("co", IssueKind::Locked)]);
    let shown = decoded.state.locked(&lock);
    assert_eq!(shown.query().picks.of(FacetId::Country).unwrap().included, [Box::from("pe")]);
}

#[test]
fn on_a_page_that_locks_countries_regions_of_a_link_are_noted_too() {
    let lock = State::default().after(Action::Toggle(FacetId::Country, "pe".into()));
    let settings = Settings { lock: lock.query().picks.clone(), ..Settings::default() };
    let decoded = decode("?ee-country=pe&ee-region=americas&ee-v=1", &settings);
    let noted: Vec<_> = decoded.issues.iter().map(|it| (&*it.key, &*it.text, it.kind)).collect();
    assert_eq!(noted, [("region", "americas", IssueKind::Locked)]);
}

#[test]
fn a_preset_is_read_with_and_without_the_prefix_and_as_a_whole_link() {
    let expected = read("?ee-q=peru&ee-country=pe&ee-v=1").state;
    for preset in [
        "q=peru&country=pe",
        "ee-q=peru&ee-country=pe&ee-v=1",
        "?q=peru&ee-country=pe",
        "https://example.org/?ee-q=peru&ee-country=pe&ee-v=1#top",
    ] {
        let decoded = State::opening(preset, &Prefix::default());
        assert_eq!((decoded.state, decoded.issues), (expected.clone(), vec![]), "{preset}");
    }
    let mistaken = State::opening("country=pe&colour=red", &Prefix::default());
    assert_eq!(mistaken.issues[0].kind, IssueKind::UnknownKey);
    assert_eq!(mistaken.state, read("?ee-country=pe&ee-v=1").state);
}
