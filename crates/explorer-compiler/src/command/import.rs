//! `evaluations import`: an edited data package back into the files of a set.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use explorer_compiler::compile_sources;
use explorer_compiler::export::{File, datapackage, sheets};
use explorer_compiler::import::{Edit, Plan, plan};
use explorer_compiler::limits;
use explorer_compiler::problem::{Report, counted};
use explorer_compiler::source::Sources;

use super::output::write_all_whole;

/// What `import` is told.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations import datapackage package --data data\n\n\
                        `evaluations import datapackage --help` shows the whole way.")]
pub struct Args {
    #[command(subcommand)]
    form: Form,
}

#[derive(clap::Subcommand)]
enum Form {
    /// A data package that `export` wrote and a spreadsheet edited.
    Datapackage(Datapackage),
}

#[derive(clap::Args)]
#[command(after_help = "Example:\n  evaluations export data --format datapackage -o package\n  \
                        (edit package/*.csv in a spreadsheet)\n  \
                        evaluations import datapackage package --data data\n\n\
                        Files change only if the package is without problems and the set without \
                        errors afterwards. Exit status: 0 when done, 1 with problems, 2 when a \
                        folder cannot be read.")]
struct Datapackage {
    /// The folder of the package.
    #[arg(value_name = "DIR")]
    package: PathBuf,
    /// The folder of the set.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Only say what would change.
    #[arg(long)]
    dry_run: bool,
}

/// So many problems are printed at most.
const TOLD: usize = 200;

/// Takes the package back.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Form::Datapackage(args) = &args.form;
    let sources = Sources::gather(&args.data)
        .with_context(|| format!("cannot read the folder {}", args.data.display()))?;
    let compiled = compile_sources(&sources);
    let Some(content) = compiled.content else { return Ok(refused(&compiled.report)) };
    let package = read_package(&args.package)?;
    let plan = match plan(&package, &content, &sources) {
        Ok(plan) => plan,
        Err(problems) => {
            problems.iter().take(TOLD).for_each(|problem| eprintln!("{problem}"));
            if problems.len() > TOLD {
                eprintln!("… and {} more", problems.len() - TOLD);
            }
            eprintln!("{}; nothing was changed", counted(problems.len(), "problem"));
            return Ok(ExitCode::from(1));
        }
    };
    tell(&plan);
    if !args.dry_run {
        let files = plan.files.iter().map(|(name, text)| (args.data.join(name), text.as_bytes()));
        write_all_whole(&files.collect::<Vec<_>>())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn refused(report: &Report) -> ExitCode {
    eprint!("{report}");
    ExitCode::from(1)
}

/// The sheets of a package that are there.
fn read_package(folder: &Path) -> anyhow::Result<Vec<File>> {
    fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    let mut files = Vec::new();
    for sheet in sheets::all() {
        let name = datapackage::file_name(sheet);
        let path = folder.join(&name);
        if path.exists() {
            let bytes = limits::read(&path, limits::SHEET)
                .with_context(|| format!("cannot read {}", path.display()))?;
            files.push(File { name, bytes });
        }
    }
    Ok(files)
}

fn tell(plan: &Plan) {
    for edit in &plan.edits {
        println!("{}: {:?} becomes {:?}", edit.at, edit.from, edit.to);
    }
    // A spreadsheet rewrites whole columns alike.
    let mut reshaped: BTreeMap<_, (&Edit, usize)> = BTreeMap::new();
    for edit in &plan.reshaped {
        reshaped.entry((edit.at.sheet, edit.at.column)).or_insert((edit, 0)).1 += 1;
    }
    for (edit, cells) in reshaped.values() {
        print!("{}: {:?} is taken for {:?} and left", edit.at, edit.to, edit.from);
        match cells - 1 {
            0 => println!(),
            more => println!(", like {} more of the column", counted(more, "cell")),
        }
    }
    let (changes, files) = (plan.edits.len(), plan.files.len());
    println!("{} in {}", counted(changes, "change"), counted(files, "file"));
}
