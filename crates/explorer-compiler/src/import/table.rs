//! A sheet as a spreadsheet saved it: with its separator, line ends, encoding, and columns in any
//! order.

use super::problem::{CellProblem, RowNumber, Where};
use crate::export::cell::unguard;
use crate::export::sheet::Sheet;

/// A row of a sheet as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The row as a spreadsheet counts; the header is 1.
    pub row: usize,
    /// Its cells in the order of the sheet's columns; `None` for a column that the file lacks.
    pub cells: Vec<Option<String>>,
}

/// Reads the rows of a sheet; adds what is wrong with it to the problems and reads on where it can.
/// Rows without any text are left out. `None` when no row can be understood.
pub fn read(sheet: &Sheet, bytes: &[u8], problems: &mut Vec<CellProblem>) -> Option<Vec<Incoming>> {
    match rows(sheet, bytes, problems) {
        Ok(rows) => Some(rows),
        Err(of_sheet) => {
            problems.extend(of_sheet);
            None
        }
    }
}

fn rows(
    sheet: &Sheet,
    bytes: &[u8],
    problems: &mut Vec<CellProblem>,
) -> Result<Vec<Incoming>, Vec<CellProblem>> {
    let at = |row: Option<usize>, column| Where {
        sheet: sheet.name,
        row: row.map(RowNumber::Here),
        column,
    };
    let Some(text) = decode(bytes) else {
        return Err(vec![
            CellProblem::new(at(None, None), "UTF-8 text", "another encoding")
                .with_hint("save the sheet as \"CSV UTF-8\""),
        ]);
    };
    let (separator, body) = separator_of(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let mut records = Vec::new();
    for (record, row) in reader.records().zip(1..) {
        match record {
            Ok(record) => records.push((row, record)),
            Err(error) => {
                let found = error.to_string();
                return Err(vec![CellProblem::new(at(Some(row), None), "a row of CSV", found)]);
            }
        }
    }
    let Some((_, header)) = records.first() else {
        return Err(vec![CellProblem::new(at(Some(1), None), "the names of columns", "nothing")]);
    };
    let positions = positions(sheet, header, &at)?;
    let mut rows = Vec::new();
    for (row, record) in records.iter().skip(1) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Some(stray) = record.iter().skip(header.len()).find(|cell| !cell.trim().is_empty()) {
            problems.push(CellProblem::new(
                at(Some(*row), None),
                format!("at most {} cells", header.len()),
                format!("{stray:?} beyond them"),
            ));
        }
        let cell = |position: &Option<usize>| {
            position.map(|position| normal(record.get(position).unwrap_or_default()))
        };
        rows.push(Incoming { row: *row, cells: positions.iter().map(cell).collect() });
    }
    Ok(rows)
}

/// Where each column of the sheet stands in the file. Those of the key must be there; columns
/// without a name are passed over; unknown names are problems.
fn positions(
    sheet: &Sheet,
    header: &csv::StringRecord,
    at: &dyn Fn(Option<usize>, Option<&'static str>) -> Where,
) -> Result<Vec<Option<usize>>, Vec<CellProblem>> {
    let names: Vec<_> = header.iter().map(str::trim).collect();
    let mut problems = Vec::new();
    for (position, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if sheet.columns.iter().all(|column| column.name != *name) {
            problems.push(CellProblem::new(
                at(Some(1), None),
                format!("a column of {}: {}", sheet.name, sheet.header().join(", ")),
                format!("{name:?}"),
            ));
        } else if names[..position].contains(name) {
            let found = format!("{name:?} a second time");
            problems.push(CellProblem::new(at(Some(1), None), "each column once", found));
        }
    }
    let position = |name: &str| names.iter().position(|found| *found == name);
    for key in sheet.key.iter().filter(|key| position(key).is_none()) {
        let hint = "rows are told apart by it; export the package again to see it";
        problems.push(
            CellProblem::new(at(Some(1), Some(key)), format!("the column {key}"), "none")
                .with_hint(hint),
        );
    }
    if problems.is_empty() {
        Ok(sheet.columns.iter().map(|column| position(column.name)).collect())
    } else {
        Err(problems)
    }
}

/// The text of a cell without what spreadsheets add: the apostrophe of a guard, CR before LF.
fn normal(cell: &str) -> String {
    unguard(cell).replace("\r\n", "\n")
}

/// UTF-8 with or without a byte-order mark, or UTF-16 with one.
fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        String::from_utf16(&pairs.collect::<Vec<_>>()).ok()
    };
    match bytes {
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8(text.to_vec()).ok(),
        [0xff, 0xfe, text @ ..] => wide(text, u16::from_le_bytes),
        [0xfe, 0xff, text @ ..] => wide(text, u16::from_be_bytes),
        text => String::from_utf8(text.to_vec()).ok(),
    }
}

/// The separator, by a line `sep=…` or by what stands most often in the first line, and the text
/// after such a line. Names of columns contain none of the candidates.
fn separator_of(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some([separator]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (*separator, rest);
    }
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let separator = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    (separator, text)
}

#[cfg(test)]
mod tests {
    use super::{Incoming, read};
    use crate::export::sheets;

    fn cells(bytes: &[u8]) -> Vec<(usize, Vec<Option<String>>)> {
        let mut problems = Vec::new();
        let sheet = sheets::named("mentioned_projects").unwrap();
        let rows = read(sheet, bytes, &mut problems).unwrap();
        assert_eq!(problems, []);
        rows.into_iter().map(|Incoming { row, cells }| (row, cells)).collect()
    }

    fn problem(bytes: &[u8]) -> String {
        let mut problems = Vec::new();
        let _ = read(sheets::named("mentioned_projects").unwrap(), bytes, &mut problems);
        problems.iter().map(ToString::to_string).collect()
    }

    fn row(texts: [&str; 4]) -> Vec<Option<String>> {
        texts.map(|text| Some(text.to_owned())).to_vec()
    }

    #[test]
    fn a_sheet_is_read_however_a_spreadsheet_saved_it() {
        let expected = vec![(2, row(["e", "1", "", "Größe; a"]))];
        let utf8 = "evaluation,mentioned,code,name\r\ne,1,,Größe; a\r\n";
        let wide: Vec<u8> = std::iter::once(0xfeff_u16)
            .chain("evaluation\tmentioned\tcode\tname\ne\t1\t\tGröße; a".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(cells(utf8.as_bytes()), expected);
        assert_eq!(cells(format!("\u{feff}{utf8}").as_bytes()), expected);
        assert_eq!(cells(&wide), expected);
        assert_eq!(
            cells("mentioned;name;evaluation;code\n1;\"Größe; a\";e\n".as_bytes()),
            expected
        );
        assert_eq!(
            cells(
                "sep=;\r\nevaluation;mentioned;code;name;;\r\ne;1;;\"Größe; a\";;\r\n".as_bytes()
            )[0]
            .1,
            expected[0].1
        );
    }

    #[test]
    fn empty_rows_are_passed_over_and_counted() {
        let text = "evaluation,mentioned,code,name\n,,,\ne,1,,a\n";
        assert_eq!(cells(text.as_bytes()), [(3, row(["e", "1", "", "a"]))]);
    }

    #[test]
    fn a_column_that_was_deleted_is_not_taken_for_empty() {
        let rows = cells(b"evaluation,mentioned,name\ne,1,a\n");
        assert_eq!(rows[0].1[2], None);
    }

    #[test]
    fn what_is_no_sheet_is_reported_with_its_place() {
        assert!(problem(b"evaluation,mentioned\n\xff").contains("CSV UTF-8"));
        assert!(problem(b"").contains("the names of columns"));
        assert!(problem(b"evaluation,code,nmae\n").contains("found: \"nmae\""));
        assert!(problem(b"evaluation,code\n").contains("column mentioned"));
        assert!(problem(b"evaluation,mentioned,code,code\n").contains("a second time"));
        assert!(problem(b"evaluation,mentioned\ne,1,stray\n").contains("row 2"));
    }
}
