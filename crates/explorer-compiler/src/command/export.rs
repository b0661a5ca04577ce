//! `evaluations export`: a set in the forms that others read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use explorer_compiler::answer::{Wish, answer, compared_csv, taken_by};
use explorer_compiler::export::{Export, File, Format, Html, Of, Options, export, only};
use explorer_compiler::packed::packed;
use explorer_core::content::Content;
use explorer_core::dataset::Dataset;

use super::output::{Target, refuse_overwriting, write_whole};
use super::set;

/// What `export` is told.
#[derive(clap::Args)]
#[command(after_help = "Examples:\n  evaluations export data --format csv -o statements.csv\n  \
                        evaluations export data --format datapackage -o package\n  \
                        evaluations export data --format csv --query '?ee-country=pe&ee-v=1'")]
pub struct Args {
    /// The folder of the set.
    #[arg(value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// The form: json, jsonl, csv, json-rows, datapackage, csl-json, bibtex, ris, jsonld or html.
    #[arg(long, value_parser = format_of)]
    format: Format,
    /// Only what a link finds: its query string, or the whole link.
    #[arg(long, value_name = "LINK-QUERY")]
    query: Option<String>,
    /// What a row or line is about, in csv, json-rows and jsonl: statements unless it is said. The
    /// CSV of a link to a comparison is the comparison, unless it is said.
    #[arg(long, value_enum)]
    of: Option<RowsOf>,
    /// The level of the list's own heading, in html.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4))]
    heading_level: u8,
    /// Put schema.org data into the list, in html.
    #[arg(long)]
    with_json_ld: bool,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum RowsOf {
    Statements,
    Evaluations,
}

fn format_of(code: &str) -> Result<Format, String> {
    let known = Format::ALL.into_iter().find(|format| format.code() == code);
    known.ok_or_else(|| format!("expected one of: {}", Format::ALL.map(Format::code).join(", ")))
}

/// Writes the export.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some(mut content) = set::checked(&args.data)? else { return Ok(ExitCode::from(1)) };
    if let Some(link) = &args.query {
        let dataset =
            Dataset::open(packed(&content)?).context("the packed set cannot be opened")?;
        note_issues(&dataset, link);
        let is_table = args.format == Format::Csv && args.of.is_none();
        if let Some(table) = compared_csv(&dataset, link).filter(|_| is_table) {
            args.target.write(table.as_bytes())?;
            return Ok(ExitCode::SUCCESS);
        }
        content = found_by(&content, &dataset, link);
    }
    let options = Options {
        of: match args.of {
            None | Some(RowsOf::Statements) => Of::Statements,
            Some(RowsOf::Evaluations) => Of::Evaluations,
        },
        html: Html { heading_level: args.heading_level, with_json_ld: args.with_json_ld },
    };
    match export(&content, args.format, &options)? {
        Export::One(bytes) => args.target.write(&bytes)?,
        Export::Folder(files) => match &args.target.output {
            Some(folder) => write_folder(folder, &files, args.target.force)?,
            None => bail!("{} is a folder of files; name it with --output", args.format.code()),
        },
    }
    Ok(ExitCode::SUCCESS)
}

/// What a reader would take away from a link: the results, or what is open or compared.
fn found_by(content: &Content, dataset: &Dataset, link: &str) -> Content {
    let (evaluations, statements) = taken_by(dataset, link);
    only(content, &evaluations, &statements)
}

/// Says what was not taken as the link says it.
fn note_issues(dataset: &Dataset, link: &str) {
    let answer = answer(dataset, link, Wish { limit: 0, ..Wish::default() });
    for message in answer.issues.iter().filter_map(|issue| issue["message"].as_str()) {
        eprintln!("note: {message}");
    }
}

/// Writes the files of a folder, none of them if one is there already.
fn write_folder(folder: &Path, files: &[File], force: bool) -> anyhow::Result<()> {
    for file in files {
        refuse_overwriting(&folder.join(&file.name), force)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for file in files {
        write_whole(&folder.join(&file.name), &file.bytes, force)?;
    }
    eprintln!("{} files in {}", files.len(), folder.display());
    Ok(())
}
