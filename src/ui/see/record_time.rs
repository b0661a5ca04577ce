//! The time line of one evaluation, on its page. Nothing filters here: the page has no results.

use explorer_core::dataset::EvaluationIx;
use explorer_core::evaluation::Project;
use explorer_core::view::timeline::{Line, ProjectLine, TimeLine, own_time_line};
use explorer_lang::see::{project_name, project_time};

use super::parts::{percent, signs_key};
use super::time_picture::{class_of, period_rows, phases, placed, row, signs, sure};
use crate::el::{El, el};
use crate::store::Explorer;
use crate::ui::parts::span;

/// When the projects and their phases ran, and what was evaluated; nothing where nothing is dated.
pub fn record_time(explorer: Explorer, ix: EvaluationIx) -> Option<El> {
    let line = own_time_line(&explorer.dataset(), ix)?;
    let own = line.evaluations.first()?;
    Some(
        el("div")
            .class("bars record-time")
            .child(signs_key(explorer, &signs(explorer)))
            .child(years(&line))
            .all(project_rows(explorer, &line, own))
            .all(period_rows(explorer, &line, own)),
    )
}

fn years(line: &TimeLine) -> El {
    let years = line.ticks.iter().map(|tick| {
        span(tick.year.to_string()).class("time-line").property("--at", percent(tick.at))
    });
    let track = el("div").class("bar-track").all(years);
    el("div").class("bar-row time-axis").child(el("div").class("bar-label")).child(track)
}

fn project_rows(explorer: Explorer, line: &TimeLine, own: &Line) -> Vec<El> {
    let projects = own.record.projects.iter().zip(&own.projects);
    projects.map(|(project, drawn)| project_row(explorer, line, project, drawn)).collect()
}

fn project_row(explorer: Explorer, line: &TimeLine, project: &Project, drawn: &ProjectLine) -> El {
    let time = project_time(project, drawn.status, explorer.words);
    let bar = drawn.whole.map(|bar| {
        let whole = placed(el("div").class(class_of(&bar)), &bar).child(sure(&bar));
        el("div").child(whole).all(phases(drawn))
    });
    row(line, project_name(project), &time, bar)
}
