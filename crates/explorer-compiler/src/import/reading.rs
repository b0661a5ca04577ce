//! What a cell says beside what it said before, through the habits of spreadsheets.

use explorer_core::when::Date;

use crate::decimal;
use crate::export::cell::{join, split};
use crate::export::sheet::Holds;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// What it said before.
    Same,
    /// What it said before, in a form that a spreadsheet gave it.
    Reshaped,
    /// Something new, in the form of an export.
    New(String),
    /// It cannot be told what.
    Unclear {
        /// What should stand there.
        expected: String,
        /// What to do about it.
        hint: Option<&'static str>,
    },
}

const DATE_HINT: &str =
    "a spreadsheet may have rewritten the date; format the column as text and type it again";
const MORE_PRECISE_HINT: &str =
    "a spreadsheet may have added the day; if the document prints it, type it as YYYY-MM-DD";
const NUMBER_HINT: &str =
    "a spreadsheet may have shortened or grouped the number; write it in plain digits";

/// Reads a cell beside its old text. An empty cell is a new value: nothing is stated.
pub fn read(holds: Holds, old: &str, cell: &str) -> Reading {
    if cell == old {
        return Reading::Same;
    }
    let cell = if matches!(holds, Holds::Text) { cell } else { cell.trim() };
    if cell.is_empty() {
        return Reading::New(String::new());
    }
    match holds {
        Holds::Text | Holds::Url => text(old, cell),
        Holds::List => list(old, cell),
        Holds::Integer => integer(old, cell),
        Holds::Amount => amount(old, cell),
        Holds::Date => date(old, cell),
        Holds::Boolean => boolean(old, cell),
        Holds::Code(codes) => code(&codes(), old, cell),
    }
}

fn new_or_same(old: &str, new: String) -> Reading {
    if new == old { Reading::Reshaped } else { Reading::New(new) }
}

fn unclear(expected: &str, hint: &'static str) -> Reading {
    Reading::Unclear { expected: expected.to_owned(), hint: Some(hint) }
}

/// Text that a spreadsheet took for a number or a date is left as it was.
fn text(old: &str, cell: &str) -> Reading {
    let number = |text: &str| text.trim().trim_end_matches('.').parse::<f64>().ok();
    let same_number = number(old).is_some_and(|old| number(cell) == Some(old));
    let dates = dates_in(old);
    if same_number || dates_in(cell).iter().any(|date| dates.contains(date)) {
        Reading::Reshaped
    } else {
        Reading::New(cell.to_owned())
    }
}

fn list(old: &str, cell: &str) -> Reading {
    let new = join(split(cell));
    if new == old { Reading::Same } else { Reading::New(new) }
}

fn integer(old: &str, cell: &str) -> Reading {
    let whole = ["", ".0", ",0", ".00", ",00"].iter().find_map(|end| {
        let digits = cell.strip_suffix(end)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u64>().ok())?
    });
    match whole {
        Some(number) => new_or_same(old, number.to_string()),
        None => unclear("a whole number", NUMBER_HINT),
    }
}

fn amount(old: &str, cell: &str) -> Reading {
    match plain_amount(cell) {
        Some(cents) => new_or_same(old, decimal::format(cents)),
        None => unclear("an amount such as 752110.31", NUMBER_HINT),
    }
}

/// Hundredths of an amount whose separators can be told: none, a decimal point or comma before
/// one or two digits, and groups of three by the other sign or by spaces. `1,234` could be two
/// amounts and is none.
fn plain_amount(cell: &str) -> Option<u64> {
    let cell: String =
        cell.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’')).collect();
    let (whole, rest) = match cell.rfind(['.', ',']) {
        Some(at) if (1..=2).contains(&(cell.len() - at - 1)) => {
            (cell.get(..at)?.to_owned(), cell.get(at + 1..)?.to_owned())
        }
        _ => (cell.clone(), String::new()),
    };
    let signs: Vec<_> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let grouped = signs.first().is_some_and(|&first| {
        let mut groups = whole.split(first);
        let lead = groups.next().is_some_and(|lead| (1..=3).contains(&lead.len()));
        let sure = !rest.is_empty() || signs.len() > 1;
        let decimal_sign = cell.chars().nth(whole.chars().count());
        lead && sure && decimal_sign != Some(first) && groups.all(|group| group.len() == 3)
    });
    let digits = match signs.first() {
        None => whole,
        Some(&sign) if grouped => whole.replace(sign, ""),
        Some(_) => return None,
    };
    decimal::parse(&if rest.is_empty() { digits } else { format!("{digits}.{rest}") })
}

fn date(old: &str, cell: &str) -> Reading {
    let before = Date::parse(old);
    if let Some(date) = Date::parse(cell) {
        // A spreadsheet that takes `2019-10` for a date makes `2019-10-01` of it.
        return match before.is_some_and(|before| is_first_day_of(date, before)) {
            true => Reading::Reshaped,
            false => Reading::New(date.to_string()),
        };
    }
    let dates = dates_in(cell);
    if dates.iter().any(|date| date.to_string() == old) {
        return Reading::Reshaped;
    }
    match (&dates[..], before) {
        ([only], Some(before)) if is_first_day_of(*only, before) => Reading::Reshaped,
        ([only], Some(before)) if is_inside(*only, before) => {
            unclear("a date: YYYY, YYYY-MM or YYYY-MM-DD", MORE_PRECISE_HINT)
        }
        // A year that is shown as a date is a day of 1905.
        ([only], _) if only.year() >= EARLIEST => Reading::New(only.to_string()),
        _ => unclear("a date: YYYY, YYYY-MM or YYYY-MM-DD", DATE_HINT),
    }
}

/// The first year that a date of a project may have, rewritten by a spreadsheet.
const EARLIEST: u16 = 1945;

/// True when a date says more than another and nothing else than it.
fn is_inside(date: Date, rough: Date) -> bool {
    let (date, rough) = (date.to_string(), rough.to_string());
    date.len() > rough.len() && date.starts_with(&rough)
}

fn is_first_day_of(date: Date, rough: Date) -> bool {
    let first_month = rough.month().is_some() || date.month() == Some(1);
    is_inside(date, rough) && first_month && date.day() == Some(1)
}

/// The dates that a text may mean in the forms in which spreadsheets write them: `31/12/2021`,
/// `12/31/2021`, `31.12.2021`, `12/2021`, `Oct-19`, `Oct 2019`, `2019-10-01 00:00:00`.
fn dates_in(text: &str) -> Vec<Date> {
    let text = text.trim();
    let text = text.strip_suffix(" 00:00:00").or(text.strip_suffix(" 00:00")).unwrap_or(text);
    if let Some(date) = Date::parse(text) {
        return vec![date];
    }
    let parts: Vec<_> = text.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let year = |part: &str| match (part.len(), part.parse::<u16>()) {
        (4, Ok(year)) => Some(year),
        (2, Ok(year)) => Some(if year < 70 { 2000 + year } else { 1900 + year }),
        _ => None,
    };
    let small = |part: &str| (part.len() <= 2).then(|| part.parse::<u8>().ok()).flatten();
    let mut dates: Vec<_> = match parts[..] {
        [a, b] => {
            let month = month_named(a).or_else(|| small(a).filter(|_| b.len() == 4));
            vec![year(b).and_then(|year| Date::new(year, Some(month?), None))]
        }
        [a, b, c] => [(a, b), (b, a)]
            .into_iter()
            .map(|(day, month)| {
                let month = month_named(month).or_else(|| small(month));
                Date::new(year(c)?, Some(month?), Some(small(day)?))
            })
            .collect(),
        _ => Vec::new(),
    }
    .into_iter()
    .flatten()
    .collect();
    dates.dedup();
    dates
}

/// A month by the English name or its first three letters.
fn month_named(text: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_lowercase();
    let named = |name: &&str| text.len() >= 3 && name.starts_with(&text);
    (1..).zip(NAMES).find(|(_, name)| named(name)).map(|(number, _)| number)
}

fn boolean(old: &str, cell: &str) -> Reading {
    match cell.to_lowercase().as_str() {
        "true" | "wahr" | "vrai" | "verdadero" | "verdadeiro" | "yes" => {
            new_or_same(old, "true".to_owned())
        }
        "false" | "falsch" | "faux" | "falso" | "no" => new_or_same(old, "false".to_owned()),
        _ => Reading::Unclear { expected: "true or false".to_owned(), hint: None },
    }
}

fn code(codes: &[&str], old: &str, cell: &str) -> Reading {
    let lower = cell.to_lowercase();
    if codes.contains(&lower.as_str()) {
        new_or_same(old, lower)
    } else {
        Reading::Unclear { expected: format!("one of: {}", codes.join(", ")), hint: None }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, read};
    use crate::export::sheet::Holds;

    fn new(text: &str) -> Reading {
        Reading::New(text.to_owned())
    }

    #[track_caller]
    fn check(holds: Holds, old: &str, cell: &str, expected: &Reading) {
        assert_eq!(&read(holds, old, cell), expected, "{old:?} became {cell:?}");
    }

    #[track_caller]
    fn check_unclear(holds: Holds, old: &str, cell: &str) {
        let reading = read(holds, old, cell);
        assert!(matches!(reading, Reading::Unclear { .. }), "{cell:?}: {reading:?}");
    }

    #[test]
    fn dates_that_a_spreadsheet_rewrote_are_left_as_they_were() {
        for cell in ["12/12/2017", "12.12.2017", "12-Dec-17", "2017-12-12 00:00:00"] {
            check(Holds::Date, "2017-12-12", cell, &Reading::Reshaped);
        }
        for cell in ["Oct-19", "10/2019", "October 2019"] {
            check(Holds::Date, "2019-10", cell, &Reading::Reshaped);
        }
        check(Holds::Text, "12/2020", "Dec-20", &Reading::Reshaped);
    }

    #[test]
    fn new_dates_are_taken_when_they_can_mean_one_day_only() {
        check(Holds::Date, "2019", "2020-05", &new("2020-05"));
        check(Holds::Date, "", "31/12/2021", &new("2021-12-31"));
        check(Holds::Date, "", "12/31/2021", &new("2021-12-31"));
        check(Holds::Date, "2019", "", &new(""));
        for cell in ["01/02/2021", "31/31/2021", "44561", "soon"] {
            check_unclear(Holds::Date, "2019-10", cell);
        }
    }

    #[test]
    fn a_day_that_a_spreadsheet_may_have_added_is_not_taken() {
        for (old, cell) in [
            ("2019-10", "2019-10-01"),
            ("2019-10", "2019-10-01 00:00:00"),
            ("2017", "2017-01-01"),
            ("2017", "01.01.2017"),
        ] {
            check(Holds::Date, old, cell, &Reading::Reshaped);
        }
        for (old, cell) in [
            ("2017", "31.12.2017"),
            ("2017", "12/31/2017"),
            ("2017", "Dec-17"),
            ("2019-10", "31/10/2019"),
            ("2017", "09.07.1905"),
            ("", "7/8/1905"),
        ] {
            check_unclear(Holds::Date, old, cell);
        }
        check(Holds::Date, "2017", "2017-12-31", &new("2017-12-31"));
        check(Holds::Date, "2017", "31.12.2018", &new("2018-12-31"));
    }

    #[test]
    fn amounts_are_taken_when_their_separators_can_be_told() {
        for cell in ["752110,31", "752,110.31", "752.110,31", "752 110,31", " 752110.31"] {
            check(Holds::Amount, "752110.31", cell, &Reading::Reshaped);
        }
        check(Holds::Amount, "1", "3120000", &new("3120000"));
        check(Holds::Amount, "1", "3,120,000", &new("3120000"));
        check(Holds::Amount, "1", "5,7", &new("5.70"));
        for cell in ["3,120", "3.120", "3.12E+06", "1,23,456.00", "-5", "USD 5", "1.234.56"] {
            check_unclear(Holds::Amount, "3120000", cell);
        }
    }

    #[test]
    fn numbers_words_and_codes_are_read_in_the_forms_of_spreadsheets() {
        check(Holds::Integer, "51", "51.0", &Reading::Reshaped);
        check(Holds::Integer, "51", "52", &new("52"));
        check_unclear(Holds::Integer, "51", "5.2E+01");
        check_unclear(Holds::Integer, "51", "1,200");
        check(Holds::Boolean, "true", "TRUE", &Reading::Reshaped);
        check(Holds::Boolean, "true", "FAUX", &new("false"));
        check_unclear(Holds::Boolean, "true", "perhaps");
        let codes = Holds::Code(|| vec!["final", "mid-term"]);
        check(codes, "final", "Mid-term", &new("mid-term"));
        check_unclear(codes, "final", "finale");
    }

    #[test]
    fn text_is_new_unless_it_is_the_old_number_or_date_in_another_form() {
        check(Holds::Text, "1.", "1", &Reading::Reshaped);
        check(Holds::Text, "a", "b ", &new("b "));
        check(Holds::Text, "1.", "2.", &new("2."));
        check(Holds::List, "a | b", "a|b", &Reading::Same);
        check(Holds::List, "a | b", "a | c", &new("a | c"));
    }
}
