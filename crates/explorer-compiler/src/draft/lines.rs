//! The lines of a text without the marks that extraction and Markdown leave.

/// A line of the text that has something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Its words.
    pub text: String,
    /// True when it begins with a bullet or a hash.
    pub bullet: bool,
}

/// The lines that have something on them.
pub fn lines(text: &str) -> Vec<Line> {
    let numbered = text.lines().zip(1..).map(|(raw, number)| {
        let raw = raw.trim_start_matches('\u{feff}').trim();
        let bullet = ["- ", "* ", "• ", "– ", "o "].iter().any(|mark| raw.starts_with(mark));
        Line { number, text: plain(raw), bullet }
    });
    numbered.filter(|line| !line.text.is_empty()).collect()
}

/// The words of a line: without Markdown's marks, tags of one word, escapes, and double spaces.
fn plain(raw: &str) -> String {
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
}
