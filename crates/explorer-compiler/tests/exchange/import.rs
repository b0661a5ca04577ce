//! The way back from a data package, tried on the set of `tests/sound` and on the evidence base.

use std::collections::BTreeMap;
use std::path::Path;

use explorer_compiler::compile_sources;
use explorer_compiler::export::sheet::{Column, Holds};
use explorer_compiler::export::{File, datapackage, sheets};
use explorer_compiler::import::{Plan, plan};
use explorer_compiler::source::Sources;
use explorer_core::content::Content;

struct Set {
    sources: Sources,
    content: Content,
}

impl Set {
    fn open(dir: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(dir);
        Self::of(Sources::gather(&path).unwrap())
    }

    fn of(sources: Sources) -> Self {
        let compiled = compile_sources(&sources);
        let content = compiled.content.unwrap_or_else(|| panic!("{}", compiled.report));
        Self { sources, content }
    }

    fn sound() -> Self {
        Self::open("tests/sound")
    }

    fn package(&self) -> Vec<File> {
        datapackage::files(&self.content).unwrap()
    }

    fn text(&self, file: &str) -> &str {
        self.sources.get(file).unwrap().text()
    }

    fn plan(&self, package: &[File]) -> Result<Plan, String> {
        plan(package, &self.content, &self.sources)
            .map_err(|problems| problems.iter().map(ToString::to_string).collect())
    }

    fn after(self, plan: &Plan) -> Self {
        Self::of(self.sources.with_texts(&plan.files))
    }
}

type Table = Vec<Vec<String>>;

fn table(file: &File) -> Table {
    let body = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body);
    let rows = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// The table as a spreadsheet would save it with a separator.
fn saved(table: &Table, separator: u8) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(vec![]);
    table.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

/// The package with one of its tables changed.
fn with(set: &Set, sheet: &str, change: impl FnOnce(&mut Table)) -> Vec<File> {
    let mut package = set.package();
    let file = package.iter_mut().find(|file| file.name == format!("{sheet}.csv")).unwrap();
    let mut rows = table(file);
    change(&mut rows);
    file.bytes = saved(&rows, b',');
    package
}

fn column(rows: &Table, name: &str) -> usize {
    rows[0].iter().position(|column| column == name).unwrap()
}

/// The package with one cell changed; rows are told by the text of any of their cells.
fn with_cell(set: &Set, sheet: &str, row: &str, name: &str, text: &str) -> Vec<File> {
    with(set, sheet, |rows| {
        let position = column(rows, name);
        let row = rows.iter_mut().find(|cells| cells.iter().any(|cell| cell == row)).unwrap();
        row[position] = text.into();
    })
}

#[test]
fn an_untouched_package_changes_nothing() {
    for set in [Set::sound(), Set::open("../../data")] {
        assert_eq!(set.plan(&set.package()), Ok(Plan::default()));
    }
}

#[test]
fn a_package_that_a_spreadsheet_only_saved_again_changes_no_file() {
    for set in [Set::sound(), Set::open("../../data")] {
        let mut package = set.package();
        for file in package.iter_mut().skip(1) {
            let mut rows = table(file);
            for row in &mut rows {
                row.reverse();
                row.iter_mut()
                    .filter(|cell| *cell == "true")
                    .for_each(|cell| *cell = "WAHR".into());
                row.iter_mut()
                    .filter(|cell| *cell == "false")
                    .for_each(|cell| *cell = "FALSCH".into());
                while row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
            }
            file.bytes = saved(&rows, b';');
        }
        let plan = set.plan(&package).unwrap();
        assert_eq!((plan.files.len(), plan.edits.len()), (0, 0));
    }
}

/// Another text that a cell may hold.
fn another(column: &Column, old: &str) -> Option<String> {
    Some(match column.holds {
        Holds::Text | Holds::Url => format!("{old} =edited"),
        Holds::Integer => (old.parse::<u32>().unwrap_or(1899) + 1).to_string(),
        Holds::Amount => format!("{old}7"),
        Holds::Date => "2018-02-03".into(),
        Holds::Boolean => if old == "true" { "false" } else { "true" }.into(),
        Holds::Code(codes) => codes().into_iter().find(|code| *code != old)?.into(),
        Holds::List if old.is_empty() => "another".into(),
        Holds::List => format!("{old} | another"),
    })
}

/// How many lines of two texts differ, as lines that one has and the other has not.
fn differing_lines(a: &str, b: &str) -> usize {
    let mut lines: BTreeMap<&str, i32> = BTreeMap::new();
    a.lines().for_each(|line| *lines.entry(line).or_default() += 1);
    b.lines().for_each(|line| *lines.entry(line).or_default() -= 1);
    lines.values().map(|count| count.unsigned_abs() as usize).sum()
}

#[test]
fn each_edited_cell_changes_its_own_value_or_is_refused_with_a_reason() {
    let set = Set::sound();
    let (mut changed, mut refused, mut exactly) = (0, 0, 0);
    let package = set.package();
    for sheet in sheets::all() {
        let name = datapackage::file_name(sheet);
        let exported = table(package.iter().find(|file| file.name == name).unwrap());
        let rows: Table = (sheet.rows)(&set.content).collect();
        for (number, row) in rows.iter().enumerate() {
            let values = sheet.columns.iter().enumerate();
            for (position, column) in values.filter(|(_, c)| !sheet.key.contains(&c.name)) {
                let Some(text) = another(column, &row[position]) else { continue };
                let mut edited = exported.clone();
                edited[number + 1][position].clone_from(&text);
                let package = [File { name: name.clone(), bytes: saved(&edited, b',') }];
                let place = format!("{} {number} {} {text:?}", sheet.name, column.name);
                match set.plan(&package) {
                    // A value may be wrong beside another, which then is the one that is named.
                    Err(problems) => {
                        assert!(problems.starts_with("error: "), "{place}: {problems}");
                        let named = problems.contains(&format!("column {}", column.name));
                        assert!(!problems.contains(".toml:"), "{place}: {problems}");
                        refused += 1;
                        exactly += usize::from(named);
                    }
                    Ok(plan) => {
                        assert_eq!((plan.files.len(), plan.edits.len()), (1, 1), "{place}");
                        let (file, after) = plan.files.first_key_value().unwrap();
                        // A project's code stands in the statements that name it, too.
                        let most = if column.name == "code" { 4 } else { 3 };
                        assert!(differing_lines(set.text(file), after) <= most, "{place}");
                        changed += 1;
                        // What a new export says is what the cell says.
                        let sources = set.sources.clone().with_texts(&plan.files);
                        let content = compile_sources(&sources).content.unwrap();
                        let now: Table = (sheet.rows)(&content).collect();
                        assert_eq!(now[number][position], text, "{place}");
                    }
                }
            }
        }
    }
    assert!(changed > 80 && refused > 150, "{changed} {refused} {exactly}");
    assert!(exactly * 10 > refused * 9, "{exactly} of {refused} name the very column");
}

#[test]
fn an_edited_cell_keeps_the_comments_and_the_layout_of_the_file() {
    let set = Set::sound();
    let text = set.text("evaluations/unodc-river-2020.toml").replace(
        "title = \"Support to the river police\"\nshort_title",
        "# The printed title has a misprint.\ntitle = \"Support to the river police\" # ours\nshort_title",
    );
    let name = "evaluations/unodc-river-2020.toml".to_owned();
    let sources = set.sources.with_texts(&BTreeMap::from([(name.clone(), text.clone())]));
    let set = Set::of(sources);
    let package =
        with_cell(&set, "evaluations", "unodc-river-2020", "title", "Police of the river");
    let plan = set.plan(&package).unwrap();
    let expected = text.replacen(
        "\"Support to the river police\" # ours",
        "\"Police of the river\" # ours",
        1,
    );
    assert_eq!(plan.files[&name], expected);
}

#[test]
fn what_is_emptied_becomes_not_stated() {
    let set = Set::sound();
    let package = with(&set, "evaluations", |rows| {
        for name in ["conducted_start", "conducted_end", "conducted_as_printed"] {
            let position = column(rows, name);
            rows.iter_mut().skip(1).for_each(|row| row[position].clear());
        }
    });
    let plan = set.plan(&package).unwrap();
    let text = &plan.files["evaluations/unodc-river-2020.toml"];
    assert!(text.contains("conducted = \"not-stated\""), "{text}");
    assert!(set.after(&plan).content.records.iter().all(|r| r.evaluation.conducted.is_none()));
}

#[test]
fn what_was_not_stated_can_be_filled_in() {
    let set = Set::sound();
    let mut package = with(&set, "evaluations", |rows| {
        let row = rows.iter().position(|row| row[0] == "ilo-bridge-2021").unwrap();
        for (name, text) in [("sample_unit", "people"), ("sample_total", "12")] {
            let position = column(rows, name);
            rows[row][position] = text.into();
        }
    });
    let sources = package.iter().position(|file| file.name == "fact_sources.csv").unwrap();
    package[sources] = with(&set, "fact_sources", |rows| {
        rows.push(["ilo-bridge-2021", "method", "Annex"].map(Into::into).to_vec());
    })
    .swap_remove(sources);
    let plan = set.plan(&package).unwrap();
    let after = set.after(&plan);
    let sample = after.content.records[0].evaluation.method.sample.as_ref().unwrap();
    assert_eq!(sample.total, 12);
}

#[test]
fn a_statement_can_be_added_as_the_next_of_its_kind() {
    let set = Set::sound();
    let add = |id: &str, ordinal: &str| {
        with(&set, "statements", |rows| {
            let mut row = rows.iter().find(|row| row[0] == "ilo-bridge-2021-r1").unwrap().clone();
            let text = column(rows, "text");
            let number = column(rows, "ordinal");
            (row[0], row[number], row[text]) =
                (id.into(), ordinal.into(), "Share one office.".into());
            rows.push(row);
        })
    };
    let problems = set.plan(&add("ilo-bridge-2021-r3", "3")).unwrap_err();
    assert!(
        problems.contains("column ordinal") && problems.contains("next of its kind"),
        "{problems}"
    );
    let plan = set.plan(&add("ilo-bridge-2021-r2", "2")).unwrap();
    let before = set.text("evaluations/ilo-bridge-2021.toml").to_owned();
    let text = &plan.files["evaluations/ilo-bridge-2021.toml"];
    assert!(text.starts_with(before.trim_end()), "{text}");
    assert!(text.contains("projects = [\"PER/01\", \"PER/02\"]"), "{text}");
}

#[test]
fn a_statement_that_went_is_reported_since_ids_last() {
    let set = Set::sound();
    let package = with(&set, "statements", |rows| drop(rows.pop()));
    let problems = set.plan(&package).unwrap_err();
    assert!(problems.contains("rows of this sheet are not removed"), "{problems}");
}

#[test]
fn a_place_can_be_added_and_removed() {
    let set = Set::sound();
    let package = with(&set, "places", |rows| {
        let city = rows.iter().position(|row| row[2] == "Iquitos").unwrap();
        rows.remove(city);
        rows.push(["ilo-bridge-2021", "", "Cusco", "city", "", "", ""].map(Into::into).to_vec());
    });
    let plan = set.plan(&package).unwrap();
    let text = &plan.files["evaluations/unodc-river-2020.toml"];
    assert!(!text.contains("as_printed = \"Iquitos\""), "{text}");
    assert!(plan.files["evaluations/ilo-bridge-2021.toml"].contains("as_printed = \"Cusco\""));
    assert_eq!(plan.edits.len(), 2);
}

#[test]
fn all_problems_are_reported_at_once_by_sheet_row_and_column() {
    let set = Set::sound();
    let mut package = with(&set, "projects", |rows| {
        let (start, title) = (column(rows, "start"), column(rows, "title"));
        rows[1][start] = "01/02/2017".into();
        rows[2][title].clear();
    });
    let budgets = package.iter().position(|file| file.name == "budgets.csv").unwrap();
    package[budgets].bytes = with(&set, "budgets", |rows| {
        let amount = column(rows, "amount");
        rows[1][amount] = "3.0E+05".into();
        let again = rows[2].clone();
        rows.push(again);
    })
    .swap_remove(budgets)
    .bytes;
    let problems = set.plan(&package).unwrap_err();
    for part in [
        "projects, row 2, column start",
        "expected: a date",
        "found: \"01/02/2017\"",
        "projects, row 3, column title",
        "an empty cell",
        "budgets, row 2, column amount",
        "write it in plain digits",
        "another evaluation and budget than in row 3",
    ] {
        assert!(problems.contains(part), "{part} in {problems}");
    }
}

#[test]
fn what_only_the_whole_set_can_tell_is_reported_at_its_cell_along_with_the_rest() {
    let set = Set::sound();
    let mut package = with(&set, "statements", |rows| {
        let (themes, text) = (column(rows, "themes"), column(rows, "text"));
        rows[1][themes] = "knowledge-tools | no-such-theme".into();
        rows[2][text] = "<b>Bold</b> words.".into();
    });
    let mut replace = |sheet: &str, change: &dyn Fn(&mut Table)| {
        let at = package.iter().position(|file| file.name == format!("{sheet}.csv")).unwrap();
        package[at] = with(&set, sheet, change).swap_remove(at);
    };
    replace("projects", &|rows| {
        let (start, end) = (column(rows, "start"), column(rows, "end"));
        let river = rows.iter().position(|row| row[0] == "unodc-river-2020").unwrap();
        rows[river][start] = "2016-04".into();
        rows[river][end] = "2015-01".into();
    });
    replace("places", &|rows| {
        let first = rows.iter().position(|row| row[0] == "unodc-river-2020").unwrap();
        rows.remove(first);
        let term = column(rows, "term");
        rows[first][term] = "xx".into();
        rows.push(["ilo-bridge-2021", "", "Cuzco", "city", "pe", "", ""].map(Into::into).to_vec());
    });
    replace("budgets", &|rows| {
        let amount = column(rows, "amount");
        rows[1][amount] = "3.0E+05".into();
    });
    let problems = set.plan(&package).unwrap_err();
    for part in [
        "budgets, row 2, column amount\n",
        "statements, row 2, column themes: this term is not in its vocabulary",
        "found: `no-such-theme`",
        "statements, row 3, column text: this text has markup",
        "projects, row 4, column end: this ends before it starts",
        "places, row 3, column term: this term is not in its vocabulary",
        "places, row 6, column term: this place has no term of its own",
    ] {
        assert!(problems.contains(part), "{part} in {problems}");
    }
}

#[test]
fn a_row_that_went_is_named_by_its_number_in_the_export() {
    let set = Set::sound();
    let package = with(&set, "statements", |rows| drop(rows.remove(2)));
    let problems = set.plan(&package).unwrap_err();
    assert!(problems.contains("statements, row 3 of the export"), "{problems}");
}

#[test]
fn a_sheet_with_a_row_too_long_is_read_on() {
    let set = Set::sound();
    let package = with(&set, "projects", |rows| {
        let start = column(rows, "start");
        rows[1].push("stray".into());
        rows[2][start] = "soon".into();
    });
    let problems = set.plan(&package).unwrap_err();
    assert!(problems.contains("projects, row 2\n"), "{problems}");
    assert!(problems.contains("projects, row 3, column start"), "{problems}");
}

#[test]
fn a_folder_without_sheets_is_no_package() {
    let set = Set::sound();
    assert!(set.plan(&[]).unwrap_err().contains("the sheets of a data package"));
}
