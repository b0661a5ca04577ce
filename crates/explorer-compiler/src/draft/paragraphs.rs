//! Lines that an extraction broke, put together again.

use super::labels::labelled;
use super::lines::Line;
use super::statements::{begins_item, section_of};

/// Lines that belong together, and where each stands in the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The words.
    pub text: String,
    /// Where each line begins in the words, and its number.
    lines: Vec<(usize, usize)>,
    /// True when it begins with a bullet or a hash.
    pub bullet: bool,
    /// True for the first of a column and for the first after columns.
    pub begins: bool,
}

impl Paragraph {
    /// The number of the line on which a byte of the words stands.
    pub fn line_at(&self, at: usize) -> usize {
        let last = self.lines.iter().rev().find(|(from, _)| *from <= at);
        last.or(self.lines.first()).map_or(0, |(_, number)| *number)
    }
}

/// The paragraphs of a text.
pub fn paragraphs(lines: &[Line]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        match paragraphs.last_mut().filter(|before| goes_on(before, line)) {
            Some(before) => {
                before.text.push(' ');
                before.lines.push((before.text.len(), line.number));
                before.text.push_str(&line.text);
            }
            None => paragraphs.push(Paragraph {
                text: line.text.clone(),
                lines: vec![(0, line.number)],
                bullet: line.bullet,
                begins: line.begins,
            }),
        }
    }
    paragraphs
}

/// True when a line goes on with the sentence of the paragraph right above it.
fn goes_on(before: &Paragraph, line: &Line) -> bool {
    let stands_alone = |text: &str| section_of(text).is_some() || labelled(text).is_some();
    line.follows
        && !line.begins
        && !line.bullet
        && !before.text.ends_with(['.', '!', '?', ':', ';'])
        && !stands_alone(&before.text)
        && !stands_alone(&line.text)
        && !begins_item(&line.text)
}

#[cfg(test)]
mod tests {
    use super::paragraphs;
    use crate::draft::lines::lines;

    #[test]
    fn a_sentence_over_several_lines_is_one_and_knows_its_lines() {
        let text =
            "FINDINGS\nCrews were glad. Pilots of the\nnorth asked for more\n\n1. One\n2. Two\n";
        let read = paragraphs(&lines(text));
        let texts: Vec<_> = read.iter().map(|paragraph| paragraph.text.as_str()).collect();
        assert_eq!(
            texts,
            ["FINDINGS", "Crews were glad. Pilots of the north asked for more", "1. One", "2. Two"]
        );
        let numbers = [0, 20, 35].map(|at| read[1].line_at(at));
        assert_eq!(numbers, [2, 2, 3]);
    }
}
