//! Values as the text of one cell of a sheet, and cells that a spreadsheet leaves alone.

use std::borrow::Cow;

use explorer_core::id::{EvaluationId, StatementId, TermId};
use explorer_core::when::Date;

/// A value that has a text for a cell; what is not stated is an empty cell.
pub trait Cell {
    /// The text.
    fn cell(&self) -> String;
}

macro_rules! displayed {
    ($($type:ty),+) => { $(
        impl Cell for $type {
            fn cell(&self) -> String {
                self.to_string()
            }
        }
    )+ };
}

displayed!(str, String, u8, u16, u32, usize, bool, Date, EvaluationId, StatementId, TermId);

macro_rules! coded {
    ($($module:ident::$type:ident),+ $(,)?) => { $(
        impl Cell for explorer_core::$module::$type {
            fn cell(&self) -> String {
                self.code().to_owned()
            }
        }
    )+ };
}

coded! {
    evaluation::Timing, evaluation::Scope, evaluation::Depth, evaluation::Independence,
    evaluation::ReportTarget, evaluation::PartyKind, evaluation::InstitutionRole,
    evaluation::SampleUnit, money::Exactness, money::BudgetScope, place::PlaceKind,
    place::Qualifier, statement::StatementKind, statement::Enumeration, tension::TensionKind,
}

impl<T: Cell + ?Sized> Cell for &T {
    fn cell(&self) -> String {
        (*self).cell()
    }
}

impl<T: Cell> Cell for Option<T> {
    fn cell(&self) -> String {
        self.as_ref().map(T::cell).unwrap_or_default()
    }
}

impl<T: Cell> Cell for Vec<T> {
    fn cell(&self) -> String {
        join(self.iter().map(T::cell))
    }
}

/// Several values in one cell: `one | two`. A bar or backslash inside a value gets a backslash.
#[must_use]
pub fn join(values: impl IntoIterator<Item = String>) -> String {
    let escaped = values.into_iter().map(|value| value.replace('\\', "\\\\").replace('|', "\\|"));
    escaped.collect::<Vec<_>>().join(" | ")
}

/// The values of a cell that [`join`] made; an empty cell has none.
#[must_use]
pub fn split(cell: &str) -> Vec<String> {
    let mut values = vec![String::new()];
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => values.last_mut().into_iter().for_each(|last| last.extend(characters.next())),
            '|' => values.push(String::new()),
            other => values.last_mut().into_iter().for_each(|last| last.push(other)),
        }
    }
    let trimmed = values.iter().map(|value| value.trim().to_owned());
    trimmed.filter(|value| !value.is_empty()).collect()
}

/// True for text that a spreadsheet would take for a formula, also behind apostrophes.
fn looks_like_a_formula(cell: &str) -> bool {
    let start = cell.trim_start_matches('\'').chars().next();
    matches!(start, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

/// The cell with an apostrophe before what a spreadsheet would take for a formula.
#[must_use]
pub fn guard(cell: &str) -> Cow<'_, str> {
    if looks_like_a_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell that [`guard`] was given.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    if looks_like_a_formula(cell) { cell.strip_prefix('\'').unwrap_or(cell) } else { cell }
}

/// A table as RFC 4180 with a byte-order mark, which Excel needs to see UTF-8, and with guarded
/// cells.
#[must_use]
pub fn csv_text(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from("\u{feff}");
    csv_line(&mut out, header.iter().copied());
    for row in rows {
        csv_line(&mut out, row.iter().map(String::as_str));
    }
    out
}

fn csv_line<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let cell = guard(cell);
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{csv_text, guard, join, split, unguard};

    #[test]
    fn what_a_spreadsheet_would_compute_is_made_text_and_comes_back() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-x", "＝1"] {
            assert_eq!(guard(formula), format!("'{formula}"));
            assert_eq!(unguard(&guard(formula)), formula);
        }
        for plain in ["", "a=1", "'quoted'", "3-4", " =1"] {
            assert_eq!(guard(plain), plain);
            assert_eq!(unguard(plain), plain);
        }
    }

    #[test]
    fn lists_come_back_from_their_cell() {
        for values in [&[][..], &["a"], &["a", "b c"], &["a|b", "c\\", "\\|"]] {
            let cell = join(values.iter().map(|&value| value.to_owned()));
            assert_eq!(split(&cell), values, "{cell}");
        }
        assert_eq!(split("a|b |  | c"), ["a", "b", "c"]);
    }

    #[test]
    fn what_would_divide_cells_is_quoted() {
        let row = ["a,b", "say \"so\"", "=1", "two\nlines"].map(str::to_owned).to_vec();
        assert_eq!(
            csv_text(&["x"], [row].into_iter()),
            "\u{feff}x\r\n\"a,b\",\"say \"\"so\"\"\",'=1,\"two\nlines\"\r\n"
        );
    }
}
