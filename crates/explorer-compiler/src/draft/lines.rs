//! The lines of a text without the marks that extraction and Markdown leave.

use super::columns::{Piece, pieces};
use super::labels::with_colon;

/// A line of the text that has something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// True when it begins with a bullet or a hash.
    pub bullet: bool,
    /// True when the line above it, in its column, has something on it too.
    pub follows: bool,
    /// True when it stands in one of several columns.
    pub in_column: bool,
    /// True for the first line of a column and for the first after columns.
    pub begins: bool,
}

/// The lines that have something on them, column after column.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut follows, mut begins) = (false, false);
    for piece in pieces(text) {
        begins |= piece.begins;
        follows &= !begins;
        let line = line(&piece, follows, begins);
        follows = !line.text.is_empty();
        if follows {
            begins = false;
            lines.push(line);
        }
    }
    lines
}

fn line(piece: &Piece, follows: bool, begins: bool) -> Line {
    let raw = piece.text.trim();
    let bullet = ["- ", "* ", "• ", "– ", "o "].iter().any(|mark| raw.starts_with(mark));
    let (number, in_column) = (piece.number, piece.in_column);
    Line { number, text: plain(raw), bullet, follows, in_column, begins }
}

/// The words of a line: without Markdown's marks, tags of one word, escapes, and double spaces.
fn plain(raw: &str) -> String {
    let raw = with_colon(raw);
    let mut text = raw.trim_start_matches(['#', '•', '-', '*', '–', '>', ' ']).replace("**", "");
    for tag in
        ["<i>", "</i>", "<b>", "</b>", "<em>", "</em>", "<strong>", "</strong>", "<u>", "</u>"]
    {
        text = text.replace(tag, "");
    }
    for (escaped, sign) in [("\\$", "$"), ("\\&", "&"), ("\\_", "_"), ("\\*", "*"), ("\\-", "-")] {
        text = text.replace(escaped, sign);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn marks_of_extraction_are_taken_off_and_numbers_kept() {
        let read = lines("\u{feff}# **Region:**\t<i>Norland</i>\n\n  - a \\$5  b\n");
        let read: Vec<_> =
            read.iter().map(|line| (line.number, line.text.as_str(), line.bullet)).collect();
        assert_eq!(read, [(1, "Region: Norland", false), (3, "a $5 b", true)]);
    }

    #[test]
    fn a_known_label_before_a_gap_needs_no_colon() {
        let read = lines("Project code     HARX59\nA gap   in prose\n");
        let read: Vec<_> = read.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(read, ["Project code: HARX59", "A gap in prose"]);
    }

    #[test]
    fn a_line_follows_when_nothing_stands_between() {
        let read: Vec<_> = lines("a\nb\n\nc\n").iter().map(|line| line.follows).collect();
        assert_eq!(read, [false, true, false]);
    }
}
