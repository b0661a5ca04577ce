//! The draft as text for an officer: facts with their lines, questions where there are none.

use std::fmt::Write as _;

use explorer_core::evaluation::PartyKind;
use explorer_core::when::Span;

use super::facts::{Facts, Found, Member, Sureness};
use super::find::{self, Money};
use super::{Draft, Prompt};
use crate::decimal;

pub fn toml(draft: &Draft) -> String {
    let mut out = Text::default();
    out.note("Draft. Facts give the line of the text that they came from and how sure that is.");
    out.note("A line with a question mark asks for what was not found: answer it or take it out.");
    identity(&mut out, &draft.facts);
    kind(&mut out, &draft.facts);
    report(&mut out, &draft.facts);
    projects(&mut out, &draft.facts);
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
    out.ask("agency", "a term of vocabulary/agencies.toml");
    out.fact_or_ask("unit", facts.unit.as_ref(), "the publishing unit, if printed");
    out.fact_or_ask("document_type", facts.document_type.as_ref(), "the type as printed");
    if let Some(region) = &facts.region {
        out.fact("region_as_printed", region);
        if facts.countries.is_empty() {
            out.note("If this is a country, list it under places too.");
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
    out.ask("period_evaluated", "which period was evaluated? Or \"not-stated\"");
    out.ask("supervisor", "who supervised it? Or \"not-stated\"");
    if facts.manager.is_none() {
        out.ask("manager", "who managed it? Or \"not-stated\"");
    }
}

fn kind(out: &mut Text, facts: &Facts) {
    out.blank();
    out.line("[kind]");
    out.fact_or_ask("as_printed", facts.kind.as_ref(), "the kind in the words of the document");
    match &facts.timing {
        Some(timing) => {
            out.note(&source(timing));
            out.put("timing", timing.value.code());
        }
        None => out.ask("timing", "final, mid-term or not-stated: only what is printed"),
    }
    let printed = facts.kind.as_ref().map(|kind| (kind, kind.value.to_lowercase()));
    let parts = [
        ("scope", [("cluster", "cluster"), ("project", "project")]),
        ("depth", [("in-depth", "in-depth"), ("in depth", "in-depth")]),
        ("independence", [("independent", "independent"), ("independent", "independent")]),
    ];
    for (key, words) in parts {
        let found = printed.as_ref().and_then(|(kind, text)| {
            let (_, code) = words.iter().find(|(word, _)| text.contains(word))?;
            Some((kind, *code))
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

fn report(out: &mut Text, facts: &Facts) {
    out.blank();
    let Some(report) = &facts.report else {
        return out.ask("report", "the link to the full report? Or report = \"not-stated\"");
    };
    out.line("[report]");
    out.fact("url", report);
    let listing = report.value.contains("reports_year_");
    let short = ["tinyurl.com", "bit.ly", "goo.gl"].iter().any(|host| report.value.contains(host));
    if listing {
        out.note("By its name the address opens a list of reports of a year, not the report.");
        out.put("target", "list-page");
        let year: String = report
            .value
            .split("reports_year_")
            .nth(1)
            .unwrap_or_default()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        if !year.is_empty() {
            out.line(&format!("listing_year = {year}"));
        }
    } else if short {
        out.put("target", "short-link");
    } else {
        out.ask("target", "report, list-page or short-link: what does it open?");
    }
}

fn projects(out: &mut Text, facts: &Facts) {
    let several = facts.codes.len() > 1;
    let codes: Vec<Option<&Found<String>>> = match &facts.codes[..] {
        [] => vec![None],
        codes => codes.iter().map(Some).collect(),
    };
    for code in codes {
        out.blank();
        out.line("[[projects]]");
        out.fact_or_ask("code", code, "the code, if one is printed");
        out.ask("title", "the title of the project in sentence case");
        let own = |(owner, _): &(Option<String>, Span)| match (owner, code) {
            (Some(owner), Some(code)) => *owner == code.value,
            (None, _) => !several,
            _ => false,
        };
        match facts.spans.iter().find(|found| own(&found.value)) {
            Some(found) => {
                out.note(&source(found));
                let Span { start, end } = found.value.1;
                for (key, date) in [("start", start), ("end", end)] {
                    match date {
                        Some(date) => out.put(key, &date.to_string()),
                        None => out.ask(key, "not found beside the other end"),
                    }
                }
            }
            None => out.ask("start", "from when to when?"),
        }
        if let Some(duration) = &facts.duration {
            out.put("span_as_printed", &duration.value);
        }
        if several {
            out.note("If the document divides the money between projects, move it here.");
            out.put("budgets", "combined");
            own_donors(out, facts, code);
        } else {
            money(out, facts, "projects.");
        }
    }
    if several {
        money(out, facts, "combined_");
    }
}

/// Donors that are printed with the code of a project are its own.
fn own_donors(out: &mut Text, facts: &Facts, code: Option<&Found<String>>) {
    let own = |donor: &&Found<String>| code.is_some_and(|code| donor.value.contains(&code.value));
    let donors: Vec<_> = facts.donors.iter().filter(own).collect();
    if donors.is_empty() {
        out.put("donors", "combined");
    }
    for found in donors {
        donor(out, found, "projects.");
    }
}

fn donor(out: &mut Text, found: &Found<String>, prefix: &str) {
    out.blank();
    out.line(&format!("[[{prefix}donors]]"));
    out.fact("as_printed", found);
    out.ask("organisation", "a term of vocabulary/organisations.toml");
}

fn money(out: &mut Text, facts: &Facts, prefix: &str) {
    if facts.budgets.is_empty() {
        out.ask("budgets", "no amount was found; budgets = \"not-stated\", if none is printed");
    }
    if facts.donors.is_empty() {
        out.ask("donors", "no donor was found; donors = \"not-stated\", if none is printed");
    }
    for budget in &facts.budgets {
        let Money { cents, currency, rounded, as_printed } = &budget.value;
        out.blank();
        out.line(&format!("[[{prefix}budgets]]"));
        out.note(&source(budget));
        out.put("amount", &decimal::format(*cents));
        match currency {
            Some(currency) => out.put("currency", currency),
            None => out.ask("currency", "a bare dollar sign does not say which"),
        }
        out.put("exactness", if *rounded { "rounded" } else { "exact" });
        out.ask("scope", "project, phase or combined: what does it pay for?");
        out.put("as_printed", as_printed);
    }
    let several = facts.codes.len() > 1;
    let divided = |donor: &Found<String>| {
        several && facts.codes.iter().any(|code| donor.value.contains(&code.value))
    };
    for found in facts.donors.iter().filter(|found| !divided(found)) {
        donor(out, found, prefix);
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
    for country in &facts.countries {
        out.blank();
        out.line("[[places]]");
        out.fact("as_printed", country);
        out.ask("kind", "country, territory, region, area, city or global");
        out.ask("term", "a term of vocabulary/places.toml, such as \"pe\"");
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
