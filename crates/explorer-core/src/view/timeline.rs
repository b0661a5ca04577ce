//! The time line: when projects and their phases ran, and what time each evaluation looked at,
//! as exactly as the documents say and no more.

use crate::artifact::fact::Days;
use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::{Evaluation, Phase, Project};
use crate::facet::Status;
use crate::when::{Date, Precision, Span};

/// The whole width of the axis; every place on it is a number up to this.
pub const WIDTH: u32 = 10_000;

/// How many years are named on the axis at most.
const TICKS: u16 = 8;

/// The time line of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLine {
    /// The years that are named on the axis, each where it begins.
    pub ticks: Vec<Tick>,
    /// The day for which the status of projects is judged, where it lies on the axis.
    pub cursor: Option<u32>,
    /// The evaluations, in the order of the results.
    pub evaluations: Vec<Line>,
}

/// A named year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The year.
    pub year: u16,
    /// Where it begins.
    pub at: u32,
}

/// An evaluation on the time line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which evaluation.
    pub evaluation: EvaluationIx,
    /// Its record.
    pub record: Evaluation,
    /// Its projects, in its order.
    pub projects: Vec<ProjectLine>,
    /// The period that it evaluated, if stated.
    pub period: Option<Bar>,
    /// When it was carried out, if stated.
    pub conducted: Option<Bar>,
}

/// A project on the time line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectLine {
    /// How it stood on the day.
    pub status: Status,
    /// The project as a whole; `None` when neither end is stated.
    pub whole: Option<Bar>,
    /// Its phases that state a time, with their numbers.
    pub phases: Vec<(u8, Bar)>,
}

/// A stretch of time on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where it may begin at the earliest, and end at the latest.
    pub from: u32,
    /// See `from`.
    pub to: u32,
    /// Where it has begun for sure; further than `sure_to` when nothing is sure.
    pub sure_from: u32,
    /// Until where it has not ended for sure.
    pub sure_to: u32,
    /// True when the start is not stated: it fades in from the edge.
    pub open_start: bool,
    /// True when the end is not stated: it fades out to the edge.
    pub open_end: bool,
}

/// Lays out the first `limit` evaluations of a view. The axis spans what they state.
#[must_use]
pub fn time_line(
    dataset: &Dataset,
    evaluations: &[EvaluationIx],
    limit: usize,
    on: Option<Date>,
) -> TimeLine {
    let shown = evaluations.iter().take(limit);
    let records: Vec<(EvaluationIx, Evaluation)> =
        shown.filter_map(|&ix| Some((ix, dataset.evaluation(ix)?))).collect();
    let on = on.unwrap_or(dataset.data_date());
    let axis = Axis::of(records.iter().flat_map(|(_, record)| spans(record)));
    let Some(axis) = axis else {
        let lines = records.into_iter().map(|(ix, record)| undated(ix, record));
        return TimeLine { ticks: Vec::new(), cursor: None, evaluations: lines.collect() };
    };
    let line = |(evaluation, record): (EvaluationIx, Evaluation)| Line {
        evaluation,
        projects: record.projects.iter().map(|project| axis.project(project, on)).collect(),
        period: record.period_evaluated.as_ref().and_then(|it| axis.bar(it.value)),
        conducted: record.conducted.as_ref().and_then(|it| axis.bar(it.value)),
        record,
    };
    TimeLine {
        ticks: axis.ticks(),
        cursor: axis.place_of(on.first_day()),
        evaluations: records.into_iter().map(line).collect(),
    }
}

/// The time line of one evaluation, which is not set against a day; `None` where nothing is dated.
#[must_use]
pub fn own_time_line(dataset: &Dataset, evaluation: EvaluationIx) -> Option<TimeLine> {
    let line = time_line(dataset, &[evaluation], 1, None);
    (!line.ticks.is_empty()).then_some(TimeLine { cursor: None, ..line })
}

fn undated(evaluation: EvaluationIx, record: Evaluation) -> Line {
    let unknown = |_| ProjectLine { status: Status::NotStated, whole: None, phases: Vec::new() };
    let projects = record.projects.iter().map(unknown).collect();
    Line { evaluation, record, projects, period: None, conducted: None }
}

/// All times that an evaluation states.
fn spans(record: &Evaluation) -> Vec<Span> {
    let of_project = |project: &Project| {
        let phases = project.phases.iter().map(|phase: &Phase| phase.span);
        std::iter::once(project.span).chain(phases).collect::<Vec<_>>()
    };
    let mut all: Vec<Span> = record.projects.iter().flat_map(of_project).collect();
    let own = [&record.period_evaluated, &record.conducted];
    all.extend(own.into_iter().flatten().map(|printed| printed.value));
    all
}

/// From the first day of a year to the last day of a year.
struct Axis {
    first_year: u16,
    last_year: u16,
    from: i32,
    to: i32,
}

impl Axis {
    /// The years of all dates; `None` when nothing is dated.
    fn of(spans: impl Iterator<Item = Span>) -> Option<Self> {
        let years: Vec<u16> =
            spans.flat_map(|span| [span.start, span.end]).flatten().map(Date::year).collect();
        let (first_year, last_year) = (*years.iter().min()?, *years.iter().max()?);
        let from = Date::new(first_year, None, None)?.day_number();
        let to = Date::new(last_year, None, None)?.last_day().day_number() + 1;
        Some(Self { first_year, last_year, from, to })
    }

    /// Where a day number lies; days outside lie on the edge.
    fn place(&self, day: i32) -> u32 {
        let day = i64::from(day.clamp(self.from, self.to)) - i64::from(self.from);
        let length = i64::from(self.to) - i64::from(self.from);
        u32::try_from(day * i64::from(WIDTH) / length.max(1)).unwrap_or(0)
    }

    /// Where a day lies; `None` outside.
    fn place_of(&self, day: Date) -> Option<u32> {
        let number = day.day_number();
        (self.from..=self.to).contains(&number).then(|| self.place(number))
    }

    fn project(&self, project: &Project, on: Date) -> ProjectLine {
        let phase = |phase: &Phase| Some((phase.number, self.bar(phase.span)?));
        ProjectLine {
            status: Status::of(project.span, on),
            whole: self.bar(project.span),
            phases: project.phases.iter().filter_map(phase).collect(),
        }
    }

    fn bar(&self, span: Span) -> Option<Bar> {
        let days = Days::of(span)?;
        // Within a month nobody sees where; a year is long enough to be shown as one.
        let is_year = |date: &Date| date.precision() == Precision::Year;
        let first = span.start.filter(is_year).map(|start| start.last_day().day_number());
        let last = span.end.filter(is_year).map(|end| end.first_day().day_number());
        let (sure_from, sure_to) = (first.unwrap_or(days.from), last.unwrap_or(days.to));
        Some(Bar {
            from: self.place(days.from),
            to: self.place(days.to.saturating_add(1)),
            sure_from: self.place(sure_from),
            sure_to: self.place(sure_to.saturating_add(1)),
            open_start: span.start.is_none(),
            open_end: span.end.is_none(),
        })
    }

    fn ticks(&self) -> Vec<Tick> {
        let years = self.last_year - self.first_year + 1;
        let steps = [1, 2, 5, 10, 20, 50, 100, 500, 1_000, 2_000];
        let step = steps.into_iter().find(|step| years.div_ceil(*step) <= TICKS).unwrap_or(2_000);
        let named = (self.first_year..=self.last_year).filter(|year| year.is_multiple_of(step));
        let tick = |year| {
            let begins = Date::new(year, None, None)?;
            Some(Tick { year, at: self.place(begins.day_number()) })
        };
        named.filter_map(tick).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, Bar, TimeLine, WIDTH, own_time_line, time_line};
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::evaluation::Evaluation;
    use crate::facet::Status;
    use crate::testing::{content, day, evaluation, phase, project, span};
    use crate::when::Printed;

    fn axis(first: &str, last: &str) -> Axis {
        Axis::of([span(first, last)].into_iter()).unwrap()
    }

    #[track_caller]
    fn check(start: &str, end: &str, expected: Option<[u32; 4]>) {
        // Four years of 1461 days.
        let bar = axis("2017", "2020").bar(span(start, end));
        assert_eq!(bar.map(|bar| [bar.from, bar.sure_from, bar.sure_to, bar.to]), expected);
    }

    #[test]
    fn a_bar_is_as_sure_as_its_dates() {
        check("2017-01-01", "2020-12-31", Some([0, 0, WIDTH, WIDTH]));
        check("2018-01", "2019-12", Some([2_498, 2_498, 7_494, 7_494]));
        check("2018", "2019", Some([2_498, 4_989, 5_003, 7_494]));
        check("", "", None);
        let (only_start, only_end) = (
            axis("2017", "2020").bar(span("2019", "")),
            axis("2017", "2020").bar(span("", "2019")),
        );
        let is_open = |bar: Option<Bar>| bar.map(|bar| (bar.open_start, bar.open_end));
        assert_eq!(is_open(only_start), Some((false, true)));
        assert_eq!(is_open(only_end), Some((true, false)));
        assert_eq!(only_start.map(|bar| bar.to), Some(WIDTH));
        assert_eq!(only_end.map(|bar| bar.from), Some(0));
    }

    #[test]
    fn few_years_are_named_and_each_is_a_round_one() {
        let years = |first, last| {
            axis(first, last).ticks().iter().map(|tick| tick.year).collect::<Vec<_>>()
        };
        assert_eq!(years("2017", "2020"), [2017, 2018, 2019, 2020]);
        assert_eq!(years("2007", "2024"), [2010, 2015, 2020]);
        assert_eq!(years("1000", "9999"), [2000, 4000, 6000, 8000]);
    }

    fn drawn(evaluations: Vec<Evaluation>, limit: usize, on: Option<&str>) -> TimeLine {
        let record = |evaluation| Record { evaluation, statements: Vec::new() };
        let content = content(evaluations.into_iter().map(record).collect());
        let dataset = Dataset::open(pack(&content).unwrap()).unwrap();
        let all: Vec<_> = dataset.evaluations().collect();
        time_line(&dataset, &all, limit, on.map(day))
    }

    fn running(id: &str, start: &str, end: &str) -> Evaluation {
        let mut evaluation = evaluation(id, id);
        evaluation.projects[0].span = span(start, end);
        evaluation
    }

    #[test]
    fn projects_stand_as_they_stood_on_the_day() {
        let mut two = running("a", "2017", "2018");
        two.projects.push(project("Undated"));
        two.projects[0].phases = vec![phase(1), phase(2)];
        two.projects[0].phases[1].span = span("2018", "2018");
        two.period_evaluated = Some(Printed { value: span("2017", ""), as_printed: "x".into() });
        let line = drawn(vec![two], 9, Some("2019"));
        let first = &line.evaluations[0];
        let statuses: Vec<Status> = first.projects.iter().map(|it| it.status).collect();
        assert_eq!(statuses, [Status::Ended, Status::NotStated]);
        let phases: Vec<u8> = first.projects[0].phases.iter().map(|(n, _)| *n).collect();
        assert_eq!((phases, first.projects[1].whole), (vec![2], None));
        assert!(first.period.is_some() && first.conducted.is_none());
        assert_eq!(line.cursor, Some(WIDTH), "the day after the last");
    }

    #[test]
    fn one_evaluation_has_a_time_line_of_its_own_without_a_day() {
        let of = |evaluation: Evaluation| {
            let record = Record { evaluation, statements: Vec::new() };
            let dataset = Dataset::open(pack(&content(vec![record])).unwrap()).unwrap();
            let ix = dataset.evaluations().next().unwrap();
            own_time_line(&dataset, ix)
        };
        let line = of(running("a", "2017", "2030")).unwrap();
        assert_eq!((line.cursor, line.evaluations.len()), (None, 1));
        assert!(line.evaluations[0].projects[0].whole.is_some());
        assert_eq!(of(evaluation("b", "b")), None);
    }

    #[test]
    fn the_axis_spans_what_is_shown_and_a_day_outside_has_no_place() {
        let both = vec![running("a", "2017", "2018"), running("b", "1999", "2001")];
        assert_eq!(drawn(both.clone(), 1, None).ticks.len(), 2);
        assert_eq!(drawn(both.clone(), 1, None).cursor, None, "the data are of 2021");
        assert_eq!(drawn(both, 2, None).evaluations.len(), 2);
        let undated = drawn(vec![evaluation("c", "c")], 9, None);
        assert_eq!((undated.ticks, undated.cursor, undated.evaluations.len()), (vec![], None, 1));
    }
}
