//! References as BibTeX, with what LaTeX would take for commands escaped.

use explorer_core::content::Record;
use explorer_core::evaluation::Evaluation;
use explorer_core::vocabulary::Vocabulary;

use super::facts;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// An entry for each evaluation.
#[must_use]
pub fn bibtex(records: &[Record], vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    for record in records {
        let evaluation = &record.evaluation;
        out.push_str(&format!("@techreport{{{},\n", evaluation.id));
        for (name, value) in fields(vocabulary, evaluation) {
            out.push_str(&format!("  {name} = {value},\n"));
        }
        out.push_str("}\n\n");
    }
    out
}

fn fields(vocabulary: &Vocabulary, evaluation: &Evaluation) -> Vec<(&'static str, String)> {
    let braced = |text: &str| format!("{{{}}}", latex(text));
    // A second pair of braces keeps capitals and a name's words together.
    let kept = |text: &str| format!("{{{{{}}}}}", latex(text));
    let mut fields = vec![("title", kept(&evaluation.title))];
    if !evaluation.team.is_empty() {
        let names = evaluation.team.iter().map(|party| braced(&party.name));
        fields.push(("author", format!("{{{}}}", names.collect::<Vec<_>>().join(" and "))));
    }
    fields.push(("institution", kept(facts::publisher(vocabulary, evaluation))));
    fields.push(("type", braced(&evaluation.kind.as_printed)));
    let codes = facts::codes(evaluation);
    if !codes.is_empty() {
        fields.push(("number", braced(&codes.join(", "))));
    }
    if let Some(published) = &evaluation.published {
        fields.push(("year", format!("{{{}}}", published.value.year())));
        let month = published.value.month().and_then(|m| MONTHS.get(usize::from(m) - 1));
        fields.extend(month.map(|name| ("month", (*name).to_owned())));
    }
    fields.push(("language", braced(&evaluation.language)));
    if !evaluation.keywords.is_empty() {
        fields.push(("keywords", braced(&evaluation.keywords.join(", "))));
    }
    fields.extend(
        evaluation.report.iter().map(|report| ("url", format!("{{{}}}", url(&report.url)))),
    );
    fields.extend(facts::reference_note(evaluation).map(|note| ("note", braced(&note))));
    fields
}

/// Text with LaTeX's own characters escaped and everything on one line.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '%' | '#' | '_' => out.extend(['\\', character]),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// An address stands verbatim; what would end the field is percent-coded.
fn url(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for character in address.chars() {
        match character {
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '\\' => out.push_str("%5C"),
            blank if blank.is_whitespace() || blank.is_control() => out.push_str("%20"),
            other => out.push(other),
        }
    }
    out
}
