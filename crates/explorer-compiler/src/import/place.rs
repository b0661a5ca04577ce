//! Where the row and the columns of a sheet stand in the authoring files.

use explorer_core::content::Content;

use super::rows::Row;
use crate::source::EVALUATIONS;

/// A step from a table of a file to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(&'static str),
    /// The element at a position.
    Nth(usize),
    /// The element whose `id` is this.
    Id(String),
    /// The element whose `number` is this.
    Number(i64),
    /// The element that is this statement, by kind and ordinal.
    Statement(String, i64),
}

impl Step {
    /// True for a step to the value of a key.
    pub const fn is_key(&self) -> bool {
        matches!(self, Self::Key(_))
    }
}

/// A table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, by its name inside the folder of the set.
    pub file: String,
    /// The way to the table.
    pub steps: Vec<Step>,
}

/// Where a column stands inside the table of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// At these keys, one inside the other.
    Keys(&'static [&'static str]),
    /// At the key of its own name.
    Own,
    /// Nowhere: it follows from other things, for the reason given.
    Derived(&'static str),
}

/// The table of a row; `Err` with the reason when the row is not of an authoring file that
/// imports write.
pub fn of(row: &Row, content: &Content) -> Result<Place, &'static str> {
    let record = |steps: Vec<Step>| {
        let id = match row.sheet.name {
            "evaluations" => row.cell("id"),
            _ => row.cell("evaluation"),
        };
        Ok(Place { file: format!("{EVALUATIONS}/{id}.toml"), steps })
    };
    let nth = Step::Nth(row.nth);
    match row.sheet.name {
        "evaluations" => record(vec![]),
        "projects" => record(vec![Step::Key("projects"), project(row)]),
        "phases" => record(phase(row)),
        "budgets" => record([owner(row, "budgets", "combined_budgets"), vec![nth]].concat()),
        "donors" => record([owner(row, "donors", "combined_donors"), vec![nth]].concat()),
        "places" => record(vec![Step::Key("places"), nth]),
        "field_missions" => record(vec![Step::Key("method"), Step::Key("field_missions"), nth]),
        "reach" => record(vec![Step::Key("reach"), nth]),
        "people" => match row.cell("part") {
            "manager" => record(vec![Step::Key("manager")]),
            "supervisor" => record(vec![Step::Key("supervisor")]),
            _ => record(vec![Step::Key("team"), nth]),
        },
        "institutions" => record(vec![Step::Key("institutions"), nth]),
        "sample_groups" => {
            record(vec![Step::Key("method"), Step::Key("sample"), Step::Key("groups"), nth])
        }
        "mentioned_projects" => record(vec![Step::Key("mentioned_projects"), nth]),
        "fact_sources" => record(vec![Step::Key("provenance"), Step::Key("facts")]),
        "statements" => record(vec![Step::Key("statements"), statement(row)]),
        "statement_figures" => figure(row, content),
        "tensions" => tension(row.cell("id"), content),
        "tension_sides" => {
            let mut place = tension(row.cell("tension"), content)?;
            place.steps.extend([Step::Key("sides"), nth]);
            Ok(place)
        }
        _ => Err("terms are edited in the files of data/vocabulary"),
    }
}

fn project(row: &Row) -> Step {
    Step::Nth(row.cell("project").parse::<usize>().map_or(0, |number| number.saturating_sub(1)))
}

fn number(row: &Row, column: &str) -> i64 {
    row.cell(column).parse().unwrap_or_default()
}

fn phase(row: &Row) -> Vec<Step> {
    vec![
        Step::Key("projects"),
        project(row),
        Step::Key("phases"),
        Step::Number(number(row, "phase")),
    ]
}

fn owner(row: &Row, own: &'static str, combined: &'static str) -> Vec<Step> {
    match (row.cell("project"), row.cell("phase")) {
        ("", _) => vec![Step::Key(combined)],
        (_, "") => vec![Step::Key("projects"), project(row), Step::Key(own)],
        _ => [phase(row), vec![Step::Key(own)]].concat(),
    }
}

fn statement(row: &Row) -> Step {
    Step::Statement(row.cell("kind").to_owned(), number(row, "ordinal"))
}

fn figure(row: &Row, content: &Content) -> Result<Place, &'static str> {
    let id = row.cell("statement");
    let mut records = content.records.iter();
    let found = records.find_map(|record| {
        let statement = record.statements.iter().find(|statement| statement.id.as_str() == id)?;
        Some((record, statement))
    });
    let (record, statement) = found.ok_or("there is no statement of that id")?;
    Ok(Place {
        file: format!("{EVALUATIONS}/{}.toml", record.evaluation.id),
        steps: vec![
            Step::Key("statements"),
            Step::Statement(statement.kind.code().to_owned(), i64::from(statement.ordinal)),
            Step::Key("figures"),
            Step::Nth(row.nth),
        ],
    })
}

/// Disagreements inside one document stand in its record, others in a file of their own.
fn tension(id: &str, content: &Content) -> Result<Place, &'static str> {
    let tension = content.tensions.iter().find(|tension| tension.id.as_str() == id);
    let tension = tension.ok_or("there is no disagreement of that id")?;
    let (file, list) = match &tension.within {
        Some(evaluation) => (format!("{EVALUATIONS}/{evaluation}.toml"), "contradictions"),
        None => ("tensions.toml".to_owned(), "tensions"),
    };
    Ok(Place { file, steps: vec![Step::Key(list), Step::Id(id.to_owned())] })
}

const ID: Column = Column::Derived("ids last: rename in the file and say so in redirects.toml");
const POSITION: Column = Column::Derived("a position follows from the order in the file");
const FROM_OTHERS: Column = Column::Derived("it follows from the columns before it");
const OWNER: Column = Column::Derived("to move a row, change the file");

/// The key of a column inside the table of its row.
pub fn column(row: &Row, name: &str) -> Column {
    match (row.sheet.name, name) {
        (_, "evaluation" | "statement" | "tension") => OWNER,
        (_, "project_id" | "phase_id") | ("projects" | "phases", "id") => FROM_OTHERS,
        ("evaluations" | "statements" | "tensions", "id") => ID,
        ("statements", "kind" | "ordinal") => {
            Column::Derived("the id depends on it; change the file and say so in redirects.toml")
        }
        ("statements", _) => Column::Own,
        (_, "project" | "phase" | "part") => OWNER,
        (_, "budget" | "donor" | "place" | "reach" | "person" | "institution") => POSITION,
        (_, "position" | "side" | "mentioned") => POSITION,
        ("sample_groups", "group") => POSITION,
        ("tensions", "within") => OWNER,
        ("tensions", "silent") if !row.cell("within").is_empty() => {
            Column::Derived("in a contradiction inside one document nobody is silent")
        }
        ("fact_sources", "group") => OWNER,
        ("fact_sources", _) => fact_source(row.cell("group")),
        ("evaluations", _) => evaluation(name),
        _ => Column::Own,
    }
}

fn fact_source(group: &str) -> Column {
    match group {
        "identity" => Column::Keys(&["identity"]),
        "projects" => Column::Keys(&["projects"]),
        "money" => Column::Keys(&["money"]),
        "places" => Column::Keys(&["places"]),
        "people" => Column::Keys(&["people"]),
        "method" => Column::Keys(&["method"]),
        _ => Column::Derived("there is no such group of facts"),
    }
}

fn evaluation(name: &str) -> Column {
    Column::Keys(match name {
        "kind_as_printed" => &["kind", "as_printed"],
        "timing" => &["kind", "timing"],
        "scope" => &["kind", "scope"],
        "depth" => &["kind", "depth"],
        "independence" => &["kind", "independence"],
        "published" => &["published", "value"],
        "published_as_printed" => &["published", "as_printed"],
        "conducted_start" => &["conducted", "start"],
        "conducted_end" => &["conducted", "end"],
        "conducted_as_printed" => &["conducted", "as_printed"],
        "period_evaluated_start" => &["period_evaluated", "start"],
        "period_evaluated_end" => &["period_evaluated", "end"],
        "period_evaluated_as_printed" => &["period_evaluated", "as_printed"],
        "report_url" => &["report", "url"],
        "report_target" => &["report", "target"],
        "report_listing_year" => &["report", "listing_year"],
        "report_language" => &["report", "language"],
        "approaches" => &["method", "approaches"],
        "data_sources" => &["method", "data_sources"],
        "tools" => &["method", "tools"],
        "standards" => &["method", "standards"],
        "sampling" => &["method", "sampling"],
        "sample_unit" => &["method", "sample", "unit"],
        "sample_total" => &["method", "sample", "total"],
        "sample_women" => &["method", "sample", "women"],
        "sample_men" => &["method", "sample", "men"],
        "sample_note" => &["method", "sample", "note"],
        "document" => &["provenance", "document"],
        "coded_by" => &["provenance", "coded_by"],
        "coded_on" => &["provenance", "coded_on"],
        _ => return Column::Own,
    })
}
