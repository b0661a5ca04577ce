//! The time line in words.

use explorer_core::evaluation::Project;
use explorer_core::facet::Status;
use explorer_core::view::timeline::{Line, TimeLine};
use explorer_core::when::{Date, Printed, Span};

use crate::number::{date, span};
use crate::table::{Column, Table};
use crate::{Messages, fill};

/// A project by what is shortest: its short title, else its code, else its title.
#[must_use]
pub fn project_name(project: &Project) -> &str {
    let short = project.short_title.as_deref().or(project.code.as_deref());
    short.unwrap_or(&project.title)
}

/// When a project ran and how it stood on the day: `2017 – 2019 · Ended`.
#[must_use]
pub fn project_time(project: &Project, status: Status, words: &Messages) -> String {
    let time = span(project.span, words);
    match status {
        Status::NotStated => time,
        status => format!("{time} · {}", words.status(status)),
    }
}

/// A printed span, or that there is none.
#[must_use]
pub fn stated(printed: Option<&Printed<Span>>, words: &Messages) -> String {
    printed.map_or_else(|| words.not_stated.to_owned(), |it| span(it.value, words))
}

/// A row of the table of the time line.
pub struct TimeRow {
    /// The place of the evaluation in the lines.
    pub line: usize,
    /// When a project or phase ran; `None` for what belongs to the evaluation.
    pub span: Option<Span>,
    what: String,
    time: String,
    status: &'static str,
}

/// The rows of the table of the time line: one for each project, phase and period.
#[must_use]
pub fn time_rows(line: &TimeLine, words: &Messages) -> Vec<TimeRow> {
    let lines = line.evaluations.iter().enumerate();
    lines.flat_map(|(at, line)| rows(at, line, words)).collect()
}

/// The time line as a table, see [`time_rows`].
#[must_use]
pub fn time_table(line: &TimeLine, on: Date, words: &Messages) -> Table {
    let see = &words.pages().see;
    let title = |at: usize| line.evaluations.get(at).map(|line| line.record.short_title.clone());
    let row = |row: TimeRow| {
        vec![title(row.line).unwrap_or_default(), row.what, row.time, row.status.to_owned()]
    };
    Table {
        caption: fill(see.time_caption, &[("date", &date(on, words))]),
        columns: vec![
            Column::text(see.evaluation),
            Column::text(see.what),
            Column::text(words.pages().time),
            Column::text(words.answers().facet_status),
        ],
        rows: time_rows(line, words).into_iter().map(row).collect(),
    }
}

fn rows(at: usize, line: &Line, words: &Messages) -> Vec<TimeRow> {
    let record = &line.record;
    let ran = |what: String, when: Span, status| TimeRow {
        line: at,
        span: Some(when),
        what,
        time: span(when, words),
        status,
    };
    let mut rows = Vec::new();
    for (project, drawn) in record.projects.iter().zip(&line.projects) {
        let name = project_name(project);
        rows.push(ran(name.to_owned(), project.span, words.status(drawn.status)));
        for phase in &project.phases {
            let number = fill(words.pages().phase, &[("n", &phase.number.to_string())]);
            rows.push(ran(format!("{name}, {number}"), phase.span, ""));
        }
    }
    let periods = [
        (words.pages().period_evaluated, &record.period_evaluated),
        (words.pages().conducted, &record.conducted),
    ];
    rows.extend(periods.map(|(what, printed)| TimeRow {
        line: at,
        span: None,
        what: what.to_owned(),
        time: stated(printed.as_ref(), words),
        status: "",
    }));
    rows
}

#[cfg(test)]
mod tests {
    use explorer_core::artifact::pack;
    use explorer_core::content::Record;
    use explorer_core::dataset::Dataset;
    use explorer_core::facet::Status;
    use explorer_core::testing::{content, day, evaluation, phase, span};
    use explorer_core::view::timeline::time_line;

    use super::{project_time, time_table};
    use crate::EN;

    #[test]
    fn the_table_names_every_project_phase_and_period() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.projects[0].code = Some("B1".into());
        bridges.projects[0].span = span("2017-10", "2019-03");
        bridges.projects[0].phases = vec![phase(2)];
        let record = Record { evaluation: bridges, statements: Vec::new() };
        let dataset = Dataset::open(pack(&content(vec![record])).unwrap()).unwrap();
        let all: Vec<_> = dataset.evaluations().collect();
        let on = day("2018-05-01");
        let line = time_line(&dataset, &all, 9, Some(on));
        assert_eq!(
            time_table(&line, on, &EN).rows,
            [
                ["Bridges", "B1", "October 2017 – March 2019", "Active"],
                ["Bridges", "B1, Phase 2", "not stated", ""],
                ["Bridges", "Period evaluated", "not stated", ""],
                ["Bridges", "Evaluation carried out", "not stated", ""],
            ]
        );
    }

    #[test]
    fn what_cannot_be_said_of_a_day_is_left_out() {
        let mut bridges = evaluation("e", "Bridges");
        bridges.projects[0].span = span("2008", "");
        let project = &bridges.projects[0];
        assert_eq!(project_time(project, Status::NotStated, &EN), "since 2008");
        assert_eq!(project_time(project, Status::Planned, &EN), "since 2008 · Not yet started");
    }
}
