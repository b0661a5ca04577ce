//! How a project stood on a day.

use super::Status;
use crate::artifact::fact::Days;
use crate::when::{Date, Span};

impl Status {
    /// How a project of that span stood on a date.
    ///
    /// A project without a stated end is never called active or ended, and one without a stated
    /// start never planned or active, because the document does not say. A date known to the month
    /// or year counts as within the span when one of its days may be.
    #[must_use]
    pub fn of(span: Span, on: Date) -> Self {
        Self::of_days(Days::of(span), Days::of_date(on))
    }

    pub(crate) fn of_days(days: Option<Days>, on: Days) -> Self {
        let Some(days) = days else { return Self::NotStated };
        let (start_stated, end_stated) = (days.from != i32::MIN, days.to != i32::MAX);
        if start_stated && on.to < days.from {
            Self::Planned
        } else if end_stated && on.from > days.to {
            Self::Ended
        } else if start_stated && end_stated {
            Self::Active
        } else {
            Self::NotStated
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Status;
    use crate::testing::{day, span};

    #[track_caller]
    fn check(start: &str, end: &str, on: &str, expected: Status) {
        assert_eq!(Status::of(span(start, end), day(on)), expected, "{start} to {end} on {on}");
    }

    #[test]
    fn a_project_is_planned_then_active_then_ended() {
        check("2017-12-12", "2021-12-12", "2017-12-11", Status::Planned);
        check("2017-12-12", "2021-12-12", "2017-12-12", Status::Active);
        check("2017-12-12", "2021-12-12", "2021-12-12", Status::Active);
        check("2017-12-12", "2021-12-12", "2021-12-13", Status::Ended);
    }

    #[test]
    fn dates_reach_as_far_as_they_may() {
        check("2016-04", "2018-03", "2018-03-31", Status::Active);
        check("2016-04", "2018-03", "2016", Status::Active);
        check("2016-04", "2018-03", "2018-04", Status::Ended);
    }

    #[test]
    fn what_is_not_stated_is_not_guessed() {
        check("", "", "2020", Status::NotStated);
        check("2008", "", "2020", Status::NotStated);
        check("2008", "", "2007-12-31", Status::Planned);
        check("", "2012", "2011", Status::NotStated);
        check("", "2012", "2013", Status::Ended);
    }
}
