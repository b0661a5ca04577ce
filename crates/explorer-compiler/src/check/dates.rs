//! Dates in order: nothing ends before it starts, nothing is coded after the data date.

use explorer_core::evaluation::{Evaluation, Project};
use explorer_core::when::{Date, Precision, Span};

use crate::collector::Page;
use crate::problem::{Rule, counted};

const ORDER: Rule = Rule::error("dates-out-of-order", "this ends before it starts");
const MONTHS: Rule =
    Rule::warning("months-differ", "the months stated do not fit the dates of the project");
const EARLY: Rule =
    Rule::error("published-too-early", "this was published before it was carried out");
const AFTER_DATA: Rule =
    Rule::error("after-data-date", "this record is younger than the data date of the set");

/// The rules of this file.
pub const RULES: &[&Rule] = &[&ORDER, &MONTHS, &EARLY, &AFTER_DATA];

/// Checks the dates of an evaluation.
pub fn check(evaluation: &Evaluation, data_date: Option<Date>, page: &mut Page<'_, '_>) {
    for (at, project) in evaluation.projects.iter().enumerate() {
        let path = format!("projects[{at}]");
        order(project.span, &path, page);
        months(project, &path, page);
        for (at, phase) in project.phases.iter().enumerate() {
            order(phase.span, &format!("{path}.phases[{at}]"), page);
        }
    }
    if let Some(conducted) = &evaluation.conducted {
        order(conducted.value, "conducted", page);
    }
    if let Some(period) = &evaluation.period_evaluated {
        order(period.value, "period_evaluated", page);
    }
    let begun = evaluation.conducted.as_ref().and_then(|conducted| conducted.value.start);
    if let (Some(published), Some(begun)) = (&evaluation.published, begun)
        && published.value.last_day() < begun.first_day()
    {
        let expected = format!("a date from {begun} on, when the evaluation began");
        page.note(&EARLY, "published.value", expected, published.value.to_string());
    }
    let coded_on = evaluation.provenance.coded_on;
    if let Some(data_date) = data_date.filter(|date| date.last_day() < coded_on.first_day()) {
        page.note_with_hint(
            &AFTER_DATA,
            "provenance.coded_on",
            format!("a date up to the data date, {data_date}"),
            coded_on.to_string(),
            "set `data_date` in set.toml to the day of the latest change",
        );
    }
}

fn order(span: Span, path: &str, page: &mut Page<'_, '_>) {
    if let Span { start: Some(start), end: Some(end) } = span
        && end.last_day() < start.first_day()
    {
        let expected = format!("a date from {start} on, when it starts");
        page.note(&ORDER, &format!("{path}.end"), expected, end.to_string());
    }
}

/// The months that may lie between two dates: the fewest and the most, counting a month that has
/// begun as one.
fn months_between(start: Date, end: Date) -> (i32, i32) {
    let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(1));
    let fewest = month(end.first_day()) - month(start.last_day());
    let most = month(end.last_day()) - month(start.first_day()) + 1;
    (fewest, most)
}

fn months(project: &Project, path: &str, page: &mut Page<'_, '_>) {
    let Span { start: Some(start), end: Some(end) } = project.span else { return };
    let Some(stated) = project.months_stated else { return };
    let (fewest, most) = months_between(start, end);
    if end < start || (fewest..=most).contains(&i32::from(stated)) {
        return;
    }
    let exact = start.precision() > Precision::Year && end.precision() > Precision::Year;
    let expected = format!(
        "{fewest} to {most} months, by the dates{}",
        if exact { "" } else { ", of which one is known by its year only" },
    );
    let found = counted(usize::from(stated), "month");
    page.note(&MONTHS, &format!("{path}.months_stated"), expected, found);
}

#[cfg(test)]
mod tests {
    use explorer_core::when::Date;

    use super::months_between;

    #[test]
    fn months_between_dates_are_as_vague_as_the_dates() {
        let between = |a, b| months_between(Date::parse(a).unwrap(), Date::parse(b).unwrap());
        assert_eq!(between("2017", "2021-12-31"), (48, 60));
        assert_eq!(between("2019-10", "2024-09"), (59, 60));
        assert_eq!(between("2017-12-12", "2021-12-12"), (48, 49));
    }
}
