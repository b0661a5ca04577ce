//! The draft as text for an officer: facts with their lines, questions where there are none.

mod projects;

use std::fmt::Write as _;

use explorer_core::evaluation::PartyKind;
use explorer_core::place::PlaceKind;
use explorer_core::when::Span;

use super::facts::{Facts, Found, Member, Sureness};
use super::find;
use super::{Draft, Prompt};

pub fn toml(draft: &Draft) -> String {
    let mut out = Text::default();
    out.note("Draft. Facts give the line of the text that they came from and how sure that is.");
    out.note("A line with a question mark asks for what was not found: answer it or take it out.");
    identity(&mut out, &draft.facts);
    kind(&mut out, &draft.facts);
    report(&mut out, &draft.facts);
    projects::write(&mut out, &draft.facts);
    people(&mut out, &draft.facts);
    places(&mut out, &draft.facts);
    out.blank();
    out.line("[method]");
    out.ask("sample", "how many were asked, of what unit? Or \"not-stated\"");
    out.blank();
    out.line("[provenance]");
    out.ask("document", "the published document, in words that let a reader find it");
    out.ask("coded_by", "who coded the record?");
    out.ask("coded_on", "when? YYYY-MM-DD");
    out.blank();
    out.line("[provenance.facts]");
    out.ask("identity", "the section that gives title, kind and dates");
    out.ask("projects", "the section that gives titles, codes and dates of the projects");
    for prompt in &draft.prompts {
        statement(&mut out, prompt);
    }
    out.0
}

#[derive(Default)]
struct Text(String);

impl Text {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.line("");
    }

    fn note(&mut self, note: &str) {
        self.line(&format!("# {note}"));
    }

    fn ask(&mut self, key: &str, question: &str) {
        self.line(&format!("# ? {key}: {question}"));
    }

    fn put(&mut self, key: &str, text: &str) {
        self.line(&format!("{key} = {}", quoted(text)));
    }

    fn fact(&mut self, key: &str, found: &Found<String>) {
        self.note(&source(found));
        self.put(key, &found.value);
    }

    fn fact_or_ask(&mut self, key: &str, found: Option<&Found<String>>, question: &str) {
        match found {
            Some(found) => self.fact(key, found),
            None => self.ask(key, question),
        }
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if control.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out + "\""
}

fn source<T>(found: &Found<T>) -> String {
    format!("line {}, {}", found.line, word(found.sureness))
}

fn word(sureness: Sureness) -> &'static str {
    match sureness {
        Sureness::Sure => "sure",
        Sureness::Likely => "likely",
        Sureness::Unsure => "unsure: compare with the text",
    }
}

fn identity(out: &mut Text, facts: &Facts) {
    out.blank();
    match &facts.title {
        Some(title) => {
            out.note(&source(title));
            out.put("title_as_printed", &title.value);
            out.ask("title", "the title in sentence case");
        }
        None => out.ask("title", "the title in sentence case"),
    }
    out.ask("short_title", "a name short enough for a column");
    out.ask("language", "the language of the document, such as \"en\"");
    out.fact_or_ask("agency", facts.agency.as_ref(), "a term of vocabulary/agencies.toml");
    out.fact_or_ask("unit", facts.unit.as_ref(), "the publishing unit, if printed");
    out.fact_or_ask("document_type", facts.document_type.as_ref(), "the type as printed");
    if let Some(region) = &facts.region {
        out.fact("region_as_printed", region);
        if facts.countries.is_empty() {
            out.note("If this is a country, list it under places too.");
        }
        if let Some(count) = &facts.country_count {
            out.note(&source(count));
            out.line(&format!("country_count_as_printed = {}", count.value));
        }
    } else {
        out.ask("region_as_printed", "a region, if one is printed");
    }
    if let Some(first) = facts.keywords.first() {
        out.note(&source(first));
        let words: Vec<_> = facts.keywords.iter().map(|word| quoted(&word.value)).collect();
        out.line(&format!("keywords = [{}]", words.join(", ")));
    }
    for (field, line) in &facts.blank {
        out.note(&format!("line {line}: the field {field:?} is there without a value"));
    }
    dates(out, facts);
    out.ask("supervisor", "who supervised it? Or \"not-stated\"");
    if facts.report.is_none() {
        out.ask("report", "the link to the full report? Or \"not-stated\"");
    }
    if facts.manager.is_none() {
        out.ask("manager", "who managed it? Or \"not-stated\"");
    }
}

/// When it was published, carried out, and which period it looked at.
fn dates(out: &mut Text, facts: &Facts) {
    match &facts.published {
        Some(found) => {
            let date = find::dates(&found.value).first().map(ToString::to_string);
            out.note(&source(found));
            out.line(&format!(
                "published = {{ value = {}, as_printed = {} }}",
                quoted(&date.unwrap_or_default()),
                quoted(&found.value)
            ));
        }
        None => out.ask("published", "when, if that is printed? Or \"not-stated\""),
    }
    out.ask("conducted", "when was the evaluation carried out? Or \"not-stated\"");
    match &facts.period {
        Some(period) => {
            out.note(&source(period));
            let (Span { start, end }, printed) = (period.value.span, &period.value.as_printed);
            let date = |key: &str, date: Option<_>| {
                date.map(|date: explorer_core::when::Date| format!("{key} = \"{date}\""))
            };
            let printed = format!("as_printed = {}", quoted(printed));
            let parts = [date("start", start), date("end", end), Some(printed)];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            out.line(&format!("period_evaluated = {{ {} }}", parts.join(", ")));
        }
        None => out.ask("period_evaluated", "which period was evaluated? Or \"not-stated\""),
    }
}

fn kind(out: &mut Text, facts: &Facts) {
    out.blank();
    out.line("[kind]");
    out.fact_or_ask("as_printed", facts.kind.as_ref(), "the kind in the words of the document");
    if let Some(mode) = &facts.mode {
        out.note(&format!("{}: the mode is printed apart, {}", source(mode), quoted(&mode.value)));
    }
    match &facts.timing {
        Some(timing) => {
            out.note(&source(timing));
            out.put("timing", timing.value.code());
        }
        None => out.ask("timing", "final, mid-term or not-stated: only what is printed"),
    }
    let said = [facts.kind.as_ref(), facts.mode.as_ref()].into_iter().flatten();
    let printed: Vec<_> = said.map(|words| (words, words.value.to_lowercase())).collect();
    let parts = [
        ("scope", [("cluster", "cluster"), ("project", "project")]),
        ("depth", [("in-depth", "in-depth"), ("in depth", "in-depth")]),
        ("independence", [("independent", "independent"), ("independent", "independent")]),
    ];
    for (key, words) in parts {
        let found = printed.iter().find_map(|(words_found, text)| {
            let (_, code) = words.iter().find(|(word, _)| text.contains(word))?;
            Some((*words_found, *code))
        });
        match found {
            Some((kind, code)) => {
                out.note(&source(kind));
                out.put(key, code);
            }
            None => out.ask(key, "what the document claims, or \"not-stated\""),
        }
    }
}

/// What stands before the year in the address of a list of reports.
const LIST_OF_YEAR: &str = "reports_year_";

/// The year in the address of a list: four digits, of which the first is not zero.
fn year_of_list(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once(LIST_OF_YEAR)?;
    let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let year = &rest[..digits];
    (year.len() == 4 && !year.starts_with('0')).then_some(year)
}

fn report(out: &mut Text, facts: &Facts) {
    let Some(report) = &facts.report else { return };
    out.blank();
    out.line("[report]");
    out.fact("url", report);
    let listing = report.value.contains(LIST_OF_YEAR);
    let short = ["tinyurl.com", "bit.ly", "goo.gl"].iter().any(|host| report.value.contains(host));
    if listing {
        out.note("By its name the address opens a list of reports of a year, not the report.");
        out.put("target", "list-page");
        if let Some(year) = year_of_list(&report.value) {
            out.line(&format!("listing_year = {year}"));
        }
    } else if short {
        out.put("target", "short-link");
    } else {
        out.ask("target", "report, list-page or short-link: what does it open?");
    }
}

fn people(out: &mut Text, facts: &Facts) {
    if facts.team.is_empty() {
        out.blank();
        out.ask("team", "who evaluated?");
    }
    for found in &facts.team {
        out.blank();
        out.line("[[team]]");
        party(out, found);
    }
    if let Some(manager) = &facts.manager {
        out.blank();
        out.line("[manager]");
        party(out, manager);
    }
}

fn party(out: &mut Text, found: &Found<Member>) {
    let Member { name, kind, role } = &found.value;
    out.note(&source(found));
    out.put("name", name);
    out.put("kind", if *kind == PartyKind::Firm { "firm" } else { "person" });
    if let Some(role) = role {
        out.put("role_as_printed", role);
    }
}

fn places(out: &mut Text, facts: &Facts) {
    if facts.countries.is_empty() {
        out.blank();
        out.ask("places", "which countries does the text name as those of the projects?");
    }
    for place in &facts.countries {
        out.blank();
        out.line("[[places]]");
        out.note(&source(place));
        out.put("as_printed", &place.value.as_printed);
        match &place.value.term {
            Some((kind, id)) => {
                out.put("kind", kind.code());
                if !matches!(kind, PlaceKind::Area | PlaceKind::City) {
                    out.put("term", id);
                }
            }
            None => {
                out.ask("kind", "country, territory, region, area, city or global");
                out.ask("term", "a term of vocabulary/places.toml, such as \"pe\"");
            }
        }
    }
}

fn statement(out: &mut Text, prompt: &Prompt) {
    out.blank();
    out.line("[[statements]]");
    out.note(&format!(
        "line {}, {}, begins {}",
        prompt.line,
        word(prompt.sureness),
        quoted(&prompt.first_words)
    ));
    if prompt.sureness == Sureness::Unsure {
        out.note("This follows a list without a heading of its own. What is it?");
    }
    out.put("kind", prompt.kind.code());
    out.line(&format!("ordinal = {}", prompt.ordinal));
    out.put("enumeration", prompt.enumeration.code());
    if let Some(number) = &prompt.number_as_printed {
        out.put("number_as_printed", number);
    }
    if let Some(label) = &prompt.label_as_printed {
        out.put("label_as_printed", label);
    }
    out.ask("text", "what it says in your own words, one sentence of at most 40 words");
    out.ask("themes", "one to four terms of vocabulary/themes.toml");
    out.put("section", &prompt.section);
}
