//! The time line.

use explorer_core::evaluation::Project;
use explorer_core::facet::{FacetId, Status};
use explorer_core::state::Action;
use explorer_core::view::evaluations;
use explorer_core::view::timeline::{Bar, Line, ProjectLine, TimeLine, time_line};
use explorer_core::when::{Date, Printed, Span};
use explorer_lang::see::{project_name, project_time, stated, time_table};
use explorer_lang::table::Table;
use explorer_lang::{fill, number};

use super::parts::{evaluation_heading, more_evaluations, percent, press_button, signs_key};
use super::time_written::time_written;
use crate::el::{El, el};
use crate::store::Explorer;
use crate::ui::parts::{bare_button, button, span};
use crate::ui::range_group::status_day;

/// The time line of the results, or the same as a table.
pub fn time_picture(explorer: Explorer, is_table: bool) -> El {
    let (line, all) = laid_out(explorer);
    let body = if is_table {
        time_written(explorer, &line, day(explorer))
    } else {
        drawn(explorer, &line)
    };
    el("div").child(body).maybe(more_evaluations(explorer, all))
}

/// The time line of the results in words.
pub fn table(explorer: Explorer) -> Table {
    time_table(&laid_out(explorer).0, day(explorer), explorer.words)
}

/// The time line, and how many evaluations there are, shown or not.
fn laid_out(explorer: Explorer) -> (TimeLine, usize) {
    let (dataset, outcome) = (explorer.dataset(), explorer.answer());
    let shown = explorer.read(|state| state.shown(explorer.layout.page_size)) as usize;
    explorer.query(|query| {
        let all = evaluations(&dataset, query, &outcome);
        (time_line(&dataset, &all, shown, query.status_on), all.len())
    })
}

/// The day for which the status is judged.
fn day(explorer: Explorer) -> Date {
    let chosen = explorer.query(|query| query.status_on);
    chosen.unwrap_or_else(|| explorer.dataset().data_date())
}

/// The date cursor: a field for the day, and a filter by what was active then.
pub fn date_cursor(explorer: Explorer) -> El {
    let words = explorer.words;
    let active = Status::Active.code();
    let only = bare_button("button", move || {
        explorer.act(Action::Toggle(FacetId::Status, active.into()));
    });
    let only = only
        .state("aria-pressed", move || explorer.is_picked(FacetId::Status, active, false))
        .words(words.pages().see.only_active);
    let clear = button("plain", words.pages().see.cursor_clear, move || {
        explorer.act(Action::SetStatusOn(None));
    })
    .hidden(move || explorer.query(|query| query.status_on.is_none()));
    el("div")
        .class("picture-menus")
        .child(status_day(explorer, "time-cursor"))
        .child(only)
        .child(clear)
}

fn drawn(explorer: Explorer, line: &TimeLine) -> El {
    let see = &explorer.words.pages().see;
    if line.ticks.is_empty() {
        return el("p").words(see.no_time);
    }
    let mut signs = signs(explorer).to_vec();
    if line.cursor.is_some() {
        signs.push(("time-cursor", see.key_cursor));
    }
    let rows = line.evaluations.iter().map(|it| evaluation(explorer, line, it));
    el("div")
        .class("bars")
        .child(el("p").class("secondary").words(see.time_help))
        .child(signs_key(explorer, &signs))
        .child(axis(explorer, line))
        .child(el("ol").class("bar-groups").all(rows))
}

/// The signs of what is drawn, without the day.
pub(super) fn signs(explorer: Explorer) -> [(&'static str, &'static str); 4] {
    let see = &explorer.words.pages().see;
    [
        ("time-bar sure", see.key_sure),
        ("time-bar unsure", see.key_unsure),
        ("time-period", see.key_period),
        ("time-conducted", see.key_conducted),
    ]
}

/// The years, each a filter.
fn axis(explorer: Explorer, line: &TimeLine) -> El {
    let words = explorer.words;
    let years = line.ticks.iter().map(|tick| {
        let year = Date::new(tick.year, None, None);
        let name = tick.year.to_string();
        let act = Action::SetPeriod(Some(Span { start: year, end: year }));
        press_button(explorer, format!("time-{name}"), "time-year", act)
            .attr("aria-label", fill(words.pages().see.projects_in, &[("year", &name)]))
            .property("--at", percent(tick.at))
            .words(name)
    });
    let track = el("div").class("bar-track time-years").all(years);
    el("div").class("bar-row time-axis").child(el("div").class("bar-label")).child(track)
}

fn evaluation(explorer: Explorer, line: &TimeLine, own: &Line) -> El {
    let record = &own.record;
    let projects = record.projects.iter().zip(&own.projects).enumerate();
    let projects = projects.map(|(at, (project, drawn))| {
        let id = format!("time-{}-{at}", record.id);
        project_row(explorer, line, project, drawn, id)
    });
    el("li")
        .class("bar-group")
        .child(evaluation_heading(explorer, "time-open", record))
        .all(projects)
        .all(period_rows(explorer, line, own))
}

/// The period evaluated, and when the evaluation was carried out.
pub(super) fn period_rows(explorer: Explorer, line: &TimeLine, own: &Line) -> [El; 2] {
    let (words, record) = (explorer.words.pages(), &own.record);
    let periods = [
        (words.period_evaluated, &record.period_evaluated, own.period, "time-period"),
        (words.conducted, &record.conducted, own.conducted, "time-conducted"),
    ];
    periods.map(|(name, printed, bar, class)| {
        period_row(explorer, line, name, printed.as_ref(), bar, class)
    })
}

fn project_row(
    explorer: Explorer,
    line: &TimeLine,
    project: &Project,
    drawn: &ProjectLine,
    id: String,
) -> El {
    let words = explorer.words;
    let name = project_name(project);
    let time = project_time(project, drawn.status, words);
    let bar = drawn.whole.map(|bar| {
        let spoken = number::span(project.span, words);
        let label = fill(words.pages().see.filter_time, &[("name", name), ("time", &spoken)]);
        let button =
            press_button(explorer, id, class_of(&bar), Action::SetPeriod(Some(project.span)));
        let button = placed(button.attr("aria-label", label), &bar).child(sure(&bar));
        el("div").child(button).all(phases(drawn))
    });
    row(line, name, &time, bar)
}

/// The phases of a project by their numbers.
pub(super) fn phases(drawn: &ProjectLine) -> impl Iterator<Item = El> {
    drawn.phases.iter().map(|(number, phase)| {
        placed(el("span").class("time-phase").child(span(number.to_string())), phase)
    })
}

fn period_row(
    explorer: Explorer,
    line: &TimeLine,
    name: &'static str,
    printed: Option<&Printed<Span>>,
    bar: Option<Bar>,
    class: &'static str,
) -> El {
    let bar = bar.map(|bar| placed(el("div").class(class), &bar));
    let class = if bar.is_some() { "bar-row slim" } else { "bar-row slim no-bar" };
    row(line, name, &stated(printed, explorer.words), bar).class(class)
}

/// A name and its words beside the track, with the years, the cursor and a bar on it.
pub(super) fn row(line: &TimeLine, name: &str, text: &str, bar: Option<El>) -> El {
    let label = el("div")
        .class("bar-label")
        .child(span(name).class("bar-name"))
        .child(span(text).class("bar-text"));
    let years = line
        .ticks
        .iter()
        .map(|tick| el("span").class("time-line").property("--at", percent(tick.at)));
    let cursor =
        line.cursor.map(|at| el("span").class("time-cursor").property("--at", percent(at)));
    let track = el("div").class("bar-track").all(years).maybe(cursor).maybe(bar);
    el("div").class("bar-row").child(label).child(track)
}

pub(super) fn placed(element: El, bar: &Bar) -> El {
    element
        .property("--at", percent(bar.from))
        .property("--length", percent(bar.to.saturating_sub(bar.from)))
}

/// The part of a bar in which its project ran for sure; its place is told in shares of the bar.
pub(super) fn sure(bar: &Bar) -> El {
    let whole = bar.to.saturating_sub(bar.from).max(1);
    let share = |length: u32| percent(length.saturating_mul(10_000) / whole);
    el("span")
        .class("time-sure")
        .property("--at", share(bar.sure_from.saturating_sub(bar.from)))
        .property("--length", share(bar.sure_to.saturating_sub(bar.sure_from)))
}

pub(super) fn class_of(bar: &Bar) -> &'static str {
    match (bar.open_start, bar.open_end) {
        (false, false) => "time-bar",
        (true, _) => "time-bar open-start",
        (false, true) => "time-bar open-end",
    }
}
