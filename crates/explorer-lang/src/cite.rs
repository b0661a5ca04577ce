//! An evaluation as a citation in running text.

use explorer_core::evaluation::Evaluation;
use explorer_core::statement::Statement;

use crate::{Messages, fill};

/// Authors (publisher, where no evaluator is named), year or "n.d.", title, kind as printed,
/// project codes, agency and unit, address: what the document states and nothing more.
#[must_use]
pub fn formatted(evaluation: &Evaluation, agency: &str, words: &Messages) -> String {
    let authors: Vec<String> = evaluation.team.iter().map(|party| party.name.clone()).collect();
    let authors = if authors.is_empty() { agency.to_owned() } else { words.all_of(&authors) };
    let year = match &evaluation.published {
        Some(printed) => printed.value.year().to_string(),
        None => words.pages().no_date.to_owned(),
    };
    let codes: Vec<&str> =
        evaluation.projects.iter().filter_map(|project| project.code.as_deref()).collect();
    let codes = if codes.is_empty() { String::new() } else { format!(" ({})", codes.join(", ")) };
    let unit = evaluation.unit.iter().map(|unit| format!(", {unit}")).collect::<String>();
    let url = evaluation.report.iter().map(|report| format!(" {}", report.url)).collect::<String>();
    format!(
        "{authors} ({year}). {}{codes}. {}. {agency}{unit}.{url}",
        evaluation.title, evaluation.kind.as_printed,
    )
}

/// A statement to be quoted: our words, what they summarise, and its citation. The link to the
/// statement is for the caller to add.
#[must_use]
pub fn quotation(
    statement: &Statement,
    evaluation: &Evaluation,
    agency: &str,
    words: &Messages,
) -> String {
    let values = [
        ("text", statement.text.as_str()),
        ("statement", &words.statement_number(statement)),
        ("citation", &formatted(evaluation, agency, words)),
    ];
    fill(words.pages().quotation, &values)
}

#[cfg(test)]
mod tests {
    use explorer_core::statement::StatementKind;
    use explorer_core::testing::{day, evaluation, person, statement};
    use explorer_core::when::Printed;

    use super::{formatted, quotation};
    use crate::EN;

    #[test]
    fn a_citation_says_what_is_stated_and_nothing_more() {
        let mut bridges = evaluation("e", "Bridges over rivers");
        bridges.kind.as_printed = "Final evaluation".into();
        assert_eq!(
            formatted(&bridges, "UNODC", &EN),
            "UNODC (n.d.). Bridges over rivers. Final evaluation. UNODC."
        );

        bridges.team = vec![person("Ana Abad"), person("Ben Bose")];
        bridges.published = Some(Printed { value: day("2019-03"), as_printed: "March".into() });
        bridges.projects[0].code = Some("B1".into());
        bridges.unit = Some("Evaluation Unit".into());
        assert_eq!(
            formatted(&bridges, "UNODC", &EN),
            "Ana Abad and Ben Bose (2019). Bridges over rivers (B1). Final evaluation. UNODC, \
             Evaluation Unit."
        );
    }

    #[test]
    fn a_quotation_says_whose_words_it_has_and_what_they_summarise() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.kind.as_printed = "Final evaluation".into();
        let lesson = statement("e", StatementKind::Lesson, 2, "Begin early.");
        assert_eq!(
            quotation(&lesson, &bridges, "UNODC", &EN),
            "“Begin early.” (Lesson 2, summarised from UNODC (n.d.). Bridges. Final evaluation. UNODC.)"
        );
    }
}
