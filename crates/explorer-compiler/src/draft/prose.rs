//! Facts that stand in prose only: amounts, dates, periods and codes without a label.

use explorer_core::when::Span;

use super::facts::{Facts, Found, Period, Sureness};
use super::find;
use super::labels::labelled;
use super::lines::Line;
use super::paragraphs::{Paragraph, paragraphs};
use super::statements::section_of;

/// Takes what no label has said.
pub fn take(lines: &[Line], facts: &mut Facts) {
    let paragraphs = paragraphs(lines);
    let background = paragraphs
        .iter()
        .take_while(|text| section_of(&text.text).is_none_or(|section| section.kind.is_none()));
    let background: Vec<&Paragraph> =
        background.filter(|paragraph| labelled(&paragraph.text).is_none()).collect();
    if facts.codes.is_empty() {
        codes(lines, facts);
    }
    for paragraph in &background {
        period_evaluated(paragraph, facts);
    }
    if facts.budgets.is_empty() {
        for paragraph in &background {
            let amounts = find::money(&paragraph.text).into_iter();
            facts.budgets.extend(amounts.map(|value| {
                let words = value.as_printed.clone();
                unsure(paragraph, &words, value)
            }));
        }
    }
    if facts.spans.is_empty() && facts.duration.is_none() {
        running(&background, facts);
    }
}

/// A fact and the line of the words that it was read from.
fn unsure<T>(paragraph: &Paragraph, words: &str, value: T) -> Found<T> {
    let line = paragraph.line_at(paragraph.text.find(words).unwrap_or_default());
    Found { value, line, sureness: Sureness::Unsure }
}

fn codes(lines: &[Line], facts: &mut Facts) {
    for line in lines {
        for value in find::codes(&line.text) {
            let is_new = facts.codes.iter().all(|known| known.value != value);
            if is_new && facts.codes.len() < find::MOST_CODES {
                let (line, sureness) = (line.number, Sureness::Unsure);
                facts.codes.push(Found { value, line, sureness });
            }
        }
    }
}

/// "The evaluation covers the period from October 2017 to July 2020."
fn period_evaluated(paragraph: &Paragraph, facts: &mut Facts) {
    if facts.period.is_some() {
        return;
    }
    let mut of_evaluation = sentences(&paragraph.text).filter(|text| is_of_evaluation(text));
    facts.period = of_evaluation.find_map(|sentence| {
        let (before, inside) = sentence.split_once("period")?;
        let dates = find::dates(inside);
        let (&start, &end) = (dates.first()?, dates.last()?);
        let value = Period {
            span: Span { start: Some(start), end: Some(end) },
            as_printed: find::dates_as_printed(inside)?.to_owned(),
        };
        let covers = before.to_lowercase().contains("cover");
        (covers && start < end).then(|| unsure(paragraph, sentence, value))
    });
}

/// When the project ran, by "since", "until" and "months"; not what the evaluation covers.
fn running(background: &[&Paragraph], facts: &mut Facts) {
    let mut span = Span { start: None, end: None };
    let mut first = None;
    for paragraph in background {
        for sentence in sentences(&paragraph.text).filter(|text| !is_of_evaluation(text)) {
            let start = after_word(sentence, &["since", "started in", "began in"]);
            let end = after_word(sentence, &["until", "finished in", "ended in"]);
            if span.start.is_none() && start.is_some() || span.end.is_none() && end.is_some() {
                first = first.or(Some((*paragraph, sentence)));
            }
            span = Span { start: span.start.or(start), end: span.end.or(end) };
            if facts.months.is_none() {
                facts.months = months(sentence).map(|months| unsure(paragraph, sentence, months));
            }
        }
    }
    let found = first.map(|(paragraph, sentence)| unsure(paragraph, sentence, (None, span)));
    facts.spans.extend(found);
}

fn is_of_evaluation(sentence: &str) -> bool {
    let sentence = sentence.to_lowercase();
    sentence.contains("evaluation cover")
        || sentence.contains("evaluation was c")
        || sentence.contains("evaluated")
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ")
}

/// The date that stands right behind one of these words.
fn after_word(sentence: &str, words: &[&str]) -> Option<explorer_core::when::Date> {
    words.iter().find_map(|word| {
        let (before, after) = sentence.split_once(&format!("{word} "))?;
        let whole = !before.ends_with(char::is_alphanumeric);
        // The date itself has three words at most: December 31st, 2021.
        let near = after.split(' ').take(3).collect::<Vec<_>>().join(" ");
        find::dates(&near).first().copied().filter(|_| whole)
    })
}

/// "51 months".
fn months(sentence: &str) -> Option<u16> {
    let (before, _) = sentence.split_once(" months")?;
    let number = before.rsplit(' ').next()?.trim_start_matches('(');
    number.parse().ok().filter(|months| (1..=600).contains(months))
}

#[cfg(test)]
mod tests {
    use super::take;
    use crate::draft::facts::Facts;
    use crate::draft::lines::lines;

    fn read(text: &str) -> Facts {
        let mut facts = Facts::default();
        take(&lines(text), &mut facts);
        facts
    }

    #[test]
    fn a_project_runs_since_and_until() {
        let facts = read(
            "The port has worked with crews since 2017. It has money for 51 months, until \
             December 31st, 2021. This evaluation covers the port since 2019.",
        );
        let span = facts.spans[0].value.1;
        assert_eq!(span.start.unwrap().to_string(), "2017");
        assert_eq!(span.end.unwrap().to_string(), "2021-12-31");
        assert_eq!(facts.months.unwrap().value, 51);
        assert!(read("Fog has been thick since the war; crews know it well.").spans.is_empty());
    }

    #[test]
    fn the_period_that_an_evaluation_covers_is_not_that_of_the_project() {
        let facts = read("The evaluation covers the period from October 2017 to July 2020.");
        let period = facts.period.unwrap().value;
        assert_eq!(period.as_printed, "October 2017 to July 2020");
        assert_eq!(period.span.end.unwrap().to_string(), "2020-07");
        assert!(facts.spans.is_empty());
    }
}
