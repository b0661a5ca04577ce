//! References as RIS, for EndNote, Mendeley and other reference managers.

use explorer_core::content::Record;
use explorer_core::evaluation::Evaluation;
use explorer_core::vocabulary::Vocabulary;
use explorer_core::when::Date;

use super::facts;

/// An entry for each evaluation; lines end as RIS asks, with CR and LF.
#[must_use]
pub fn ris(records: &[Record], vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    for record in records {
        for (tag, value) in entry(vocabulary, &record.evaluation) {
            out.push_str(&format!("{tag}  - {}\r\n", one_line(&value)));
        }
        out.push_str("ER  - \r\n\r\n");
    }
    out
}

fn entry(vocabulary: &Vocabulary, evaluation: &Evaluation) -> Vec<(&'static str, String)> {
    let mut fields = vec![
        ("TY", "RPRT".to_owned()),
        ("ID", evaluation.id.to_string()),
        ("TI", evaluation.title.clone()),
        ("ST", evaluation.short_title.clone()),
    ];
    fields.extend(evaluation.team.iter().map(|party| ("AU", party.name.clone())));
    if let Some(published) = &evaluation.published {
        fields.push(("PY", format!("{:04}", published.value.year())));
        fields.push(("DA", date(published.value)));
    }
    fields.push(("PB", facts::publisher(vocabulary, evaluation).to_owned()));
    fields.push(("M3", evaluation.kind.as_printed.clone()));
    fields.extend(facts::codes(evaluation).into_iter().map(|code| ("M1", code.to_owned())));
    fields.push(("LA", evaluation.language.clone()));
    fields.extend(evaluation.keywords.iter().map(|keyword| ("KW", keyword.clone())));
    fields.extend(evaluation.report.iter().map(|report| ("UR", report.url.clone())));
    fields.extend(facts::reference_note(evaluation).map(|note| ("N1", note)));
    fields
}

/// `YYYY/MM/DD/` with what is not known left empty.
fn date(date: Date) -> String {
    let part = |number: Option<u8>| number.map(|n| format!("{n:02}")).unwrap_or_default();
    format!("{:04}/{}/{}/", date.year(), part(date.month()), part(date.day()))
}

/// A value may not begin a new line, since a line begins a field.
fn one_line(value: &str) -> String {
    let words = value.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    words.map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
