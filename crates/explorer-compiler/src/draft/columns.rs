//! Text that was extracted with its layout: columns that stand side by side, told by gaps of
//! blanks, are put one below the other.

use std::collections::BTreeMap;
use std::ops::Range;

/// A line of the text, or what one column has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The number of the line in the text, from 1.
    pub number: usize,
    /// Its characters, empty for a blank line.
    pub text: String,
    /// True when it stands in one of several columns.
    pub in_column: bool,
    /// True for the first piece of a column and for the first after columns.
    pub begins: bool,
}

/// So many lines must have a column at the same place; fewer stand there by chance.
const LEAST_LINES: usize = 3;

/// A page has no more columns than two to the power of this.
const DEPTH: usize = 2;

/// A longer line is no line of a page with columns.
const LONGEST: usize = 500;

/// Columns go over one page, and a page has no more lines.
const PAGE: usize = 500;

/// How many places are tried as the beginning of a column.
const TRIED: usize = 8;

#[derive(Clone)]
struct Row {
    number: usize,
    cells: Vec<char>,
}

/// The pieces of a text, column after column.
pub fn pieces(text: &str) -> Vec<Piece> {
    let rows: Vec<Row> = text
        .lines()
        .zip(1..)
        .map(|(line, number)| Row { number, cells: expanded(line.trim_end()) })
        .collect();
    let mut pieces = Vec::new();
    for page in rows.chunk_by(|_, next| next.cells.first() != Some(&FORM_FEED)) {
        page.chunks(PAGE).for_each(|rows| put(rows, DEPTH, false, &mut pieces));
    }
    pieces
}

/// The sign that extractions put at the beginning of a page.
const FORM_FEED: char = '\u{c}';

/// The characters of a line, with tabs as the blanks up to the next stop.
fn expanded(line: &str) -> Vec<char> {
    let mut cells = Vec::new();
    for character in line.trim_start_matches('\u{feff}').chars() {
        match character {
            '\t' => cells.resize((cells.len() / 8 + 1) * 8, ' '),
            '\u{a0}' => cells.push(' '),
            other => cells.push(other),
        }
    }
    cells
}

fn put(rows: &[Row], depth: usize, in_column: bool, pieces: &mut Vec<Piece>) {
    let mut rest = rows;
    while depth > 0
        && let Some((block, at)) = block(rest)
    {
        plain(&rest[..block.start], in_column, pieces);
        let rows = &rest[block.clone()];
        for cells in [|row: &Row, at: usize| 0..at.min(row.cells.len()), right] {
            let column: Vec<Row> = rows
                .iter()
                .map(|row| Row { number: row.number, cells: row.cells[cells(row, at)].to_vec() })
                .collect();
            let first = pieces.len();
            put(&column, depth - 1, true, pieces);
            pieces.get_mut(first).into_iter().for_each(|piece| piece.begins = true);
        }
        rest = &rest[block.end..];
        let first = pieces.len();
        if let Some(next) = rest.first() {
            plain(std::slice::from_ref(next), in_column, pieces);
            pieces[first].begins = true;
            rest = &rest[1..];
        }
    }
    plain(rest, in_column, pieces);
}

fn right(row: &Row, at: usize) -> Range<usize> {
    at.min(row.cells.len())..row.cells.len()
}

fn plain(rows: &[Row], in_column: bool, pieces: &mut Vec<Piece>) {
    pieces.extend(rows.iter().map(|row| Piece {
        number: row.number,
        text: row.cells.iter().collect::<String>().trim().to_owned(),
        in_column,
        begins: false,
    }));
}

/// The first lines that have two columns, and where the right one begins.
fn block(rows: &[Row]) -> Option<(Range<usize>, usize)> {
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for at in rows.iter().flat_map(starts) {
        *places.entry(at).or_default() += 1;
    }
    let mut places: Vec<_> = places.into_iter().filter(|(_, n)| *n >= LEAST_LINES).collect();
    places.sort_by_key(|&(at, lines)| (std::cmp::Reverse(lines), at));
    let blocks = places.iter().take(TRIED).filter_map(|&(at, _)| Some((run(rows, at)?, at)));
    blocks.min_by_key(|(block, _)| block.start)
}

/// The first lines in a row that leave a gap before a place at which enough of them go on.
fn run(rows: &[Row], at: usize) -> Option<Range<usize>> {
    let mut from = 0;
    while from < rows.len() {
        let length = rows[from..].iter().take_while(|row| !crosses(row, at)).count();
        let block = &rows[from..from + length];
        let goes_on = |row: &&Row| starts(row).any(|start| start == at);
        let both = |row: &&Row| goes_on(row) && !row.cells[..at].iter().all(|c| *c == ' ');
        if block.iter().filter(goes_on).count() >= LEAST_LINES && block.iter().any(|r| both(&r)) {
            let skipped = block.iter().take_while(|row| row.cells.len() <= at).count();
            return Some(from + skipped..from + length);
        }
        from += length.max(1);
    }
    None
}

/// True when a line has text right before a place, so that no column begins there.
fn crosses(row: &Row, at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|from| row.cells.get(from..at));
    let is_long = row.cells.len() > LONGEST;
    is_long || row.cells.len() > at && before.is_none_or(|gap| gap != [' ', ' '])
}

/// Where text goes on after a gap of two blanks or more. The value of a label and the text of a
/// numbered item stand behind a gap, too, and begin no column.
fn starts(row: &Row) -> impl Iterator<Item = usize> {
    let cells = &row.cells;
    let begins = move |at: &usize| {
        *at >= 2 && cells[*at] != ' ' && cells[*at - 1] == ' ' && cells[*at - 2] == ' '
    };
    let tells = move |at: &usize| {
        let left: String = cells[..*at].iter().collect();
        let left = left.trim();
        let is_mark = left.chars().count() <= 3 && !left.contains(char::is_alphabetic);
        left.is_empty() || !left.ends_with(':') && !is_mark
    };
    let tried = if cells.len() > LONGEST { 0 } else { cells.len() };
    (0..tried).filter(begins).filter(tells)
}

#[cfg(test)]
mod tests {
    use super::pieces;

    fn columns(text: &str) -> Vec<(usize, String, bool)> {
        let pieces = pieces(text).into_iter().filter(|piece| !piece.text.is_empty());
        pieces.map(|piece| (piece.number, piece.text, piece.in_column)).collect()
    }

    fn numbers(text: &str) -> Vec<usize> {
        columns(text).into_iter().map(|(number, ..)| number).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let text = "A heading over the whole of the page\n\
                    left one   right one\n\
                    left two   right two\n\
                    \n\
                    left three right three is no column here\n\
                    left six   right six\n";
        assert_eq!(numbers(text), [1, 2, 3, 5, 6], "too few lines");
        let text =
            "left 1   right 1\nleft 2   right 2\n\n         right 4\nleft 5\nover both of them\n";
        assert_eq!(numbers(text), [1, 2, 5, 1, 2, 4, 6]);
        let in_column: Vec<bool> = columns(text).iter().map(|line| line.2).collect();
        assert_eq!(in_column, [true, true, true, true, true, true, false]);
    }

    #[test]
    fn a_line_over_both_columns_ends_them() {
        let text = "left 1  right 1\nleft 2  right 2\nleft 3  right 3\na line over both of them\n\
                    left 5  right 5\nleft 6  right 6\nleft 7  right 7\n";
        assert_eq!(numbers(text), [1, 2, 3, 1, 2, 3, 4, 5, 6, 7, 5, 6, 7]);
    }

    #[test]
    fn three_columns_are_two_times_two() {
        let text = "a 1   b 1   c 1\na 2   b 2   c 2\na 3   b 3   c 3\n";
        let read: Vec<String> = columns(text).into_iter().map(|(_, text, _)| text).collect();
        assert_eq!(read, ["a 1", "a 2", "a 3", "b 1", "b 2", "b 3", "c 1", "c 2", "c 3"]);
    }

    #[test]
    fn values_beside_labels_and_items_beside_numbers_are_no_columns() {
        for text in [
            "Region:    Norland\nDuration:  2012\nDonor:     Sund\n",
            "1.  One\n2.  Two\n3.  Three\n",
            "-   One\n-   Two\n-   Three\n",
            "Region:\tNorland\nDonor:\tSund\nTeam:\tLi Na\n",
        ] {
            assert_eq!(numbers(text), [1, 2, 3], "{text}");
        }
    }
}
