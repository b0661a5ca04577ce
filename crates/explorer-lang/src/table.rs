//! A table of words: what a picture says, what a list shows, ready to be laid out, copied or
//! written down.

use crate::export::cell::csv_text;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// True when its cells are numbers, which stand at the end of their cell.
    pub is_number: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn text(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_number: false }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_number: true }
    }
}

/// A table. The first cell of a row is its head; every row has a cell for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table in Markdown, with a row of dashes under the heads. What Markdown would take for
    /// its own signs is escaped.
    #[must_use]
    pub fn markdown(&self) -> String {
        let heads: Vec<&str> = self.columns.iter().map(|column| &*column.name).collect();
        let rule = self.columns.iter().map(|it| if it.is_number { "---:" } else { "---" });
        let mut out = line(heads.iter().map(|head| escaped(head)));
        out.push_str(&line(rule.map(str::to_owned)));
        for row in &self.rows {
            out.push_str(&line(row.iter().map(|cell| escaped(cell))));
        }
        out
    }

    /// The table as CSV, see [`csv_text`].
    #[must_use]
    pub fn csv(&self) -> String {
        let heads: Vec<&str> = self.columns.iter().map(|column| &*column.name).collect();
        csv_text(&heads, self.rows.iter().cloned())
    }

    /// The table as spreadsheets take it from the clipboard: cells divided by tabs.
    #[must_use]
    pub fn tabbed(&self) -> String {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut out = String::new();
        let heads: Vec<String> = self.columns.iter().map(|column| plain(&column.name)).collect();
        out.push_str(&heads.join("\t"));
        for row in &self.rows {
            out.push('\n');
            let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
            out.push_str(&cells.join("\t"));
        }
        out.push('\n');
        out
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut out = String::from("|");
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(" |");
    }
    out.push('\n');
    out
}

/// Text as Markdown shows it, on one line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for character in text.trim().chars() {
        if character.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
        }
        if matches!(character, '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Column, Table};

    fn table() -> Table {
        Table {
            caption: "Counts".into(),
            columns: vec![Column::text("Name"), Column::number("Number")],
            rows: vec![vec!["a|b *c*".into(), "1".into()], vec!["d\n\te".into(), "20".into()]],
        }
    }

    #[test]
    fn markdown_shows_every_sign_as_it_is() {
        assert_eq!(
            table().markdown(),
            "| Name | Number |\n| --- | ---: |\n| a\\|b \\*c\\* | 1 |\n| d e | 20 |\n"
        );
    }

    #[test]
    fn a_tab_divides_cells_and_nothing_else() {
        assert_eq!(table().tabbed(), "Name\tNumber\na|b *c*\t1\nd e\t20\n");
    }
}
