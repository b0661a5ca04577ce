//! The engine beside others in one page: questions, opening, memory, bytes.

use std::collections::BTreeMap;
use std::path::Path;

use brotli::BrotliCompress;
use brotli::enc::BrotliEncoderParams;
use serde::Deserialize;

use crate::failure::{Failure, Outcome};
use crate::measuring::document::{grouped, megabytes, milliseconds, table};
use crate::measuring::{plot, site};
use crate::packaging::{Audience, SMALL, optimised, own_paths};
use crate::project::{Project, read_bytes, read_text, write};
use crate::step::{run, step};

const CRATE: &str = "explorer-bench";
const FOLDER: &str = "benches/browser";
const PLOT: &str = "docs/pictures/cost-against-n.svg";
/// The sizes that have flat records for the others too.
const SIZES: [u64; 3] = [100, 1_000, 10_000];
const LARGEST: u64 = 30_000;
/// Brotli's highest level takes minutes for what is longer than this.
const LONG: usize = 20_000_000;
const OURS: &str = "Ours";

/// What `engines.mjs` prints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engines {
    /// The browser's version.
    pub chromium: String,
    versions: BTreeMap<String, String>,
    questions: u64,
    rounds: u64,
    sizes: Vec<Size>,
}

/// All engines at one size.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Size {
    size: u64,
    /// What the records hold as JavaScript objects, where the others need them.
    records: Option<f64>,
    engines: BTreeMap<String, Engine>,
}

/// One engine at one size. Ours builds nothing in the page, and the others have no memory of
/// WebAssembly.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Engine {
    build: Option<f64>,
    saved: Option<f64>,
    /// None for ours without the search for mistyped words, which is the same open set.
    load: Option<f64>,
    heap: Option<f64>,
    linear: Option<f64>,
    query: Spread,
    complete: Option<Spread>,
    typos: Option<Typos>,
}

/// Milliseconds of a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Spread {
    p50: f64,
    p95: f64,
    worst: f64,
}

/// How many mistyped words led to a result with the meant word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typos {
    of: u64,
    found: u64,
}

/// Bytes of a set.
pub struct Bytes {
    size: u64,
    records: &'static str,
    json: usize,
    json_brotli: usize,
    packed: usize,
    packed_brotli: usize,
}

/// Builds everything and measures.
pub fn measure(project: &Project, repetitions: u32) -> Outcome<(Engines, Vec<Bytes>)> {
    let site = site::put_together(project)?;
    step("install what the engine is measured against", || contestants(project))?;
    step("build the engine for browsers", || engine(project, &site.join("measure")))?;
    step("bundle the page", || bundle(project, &site.join("measure")))?;
    let mut bytes = Vec::new();
    for size in SIZES.into_iter().chain([LARGEST]) {
        let sets = site.join("sets");
        step(&format!("make {size} evaluations"), || sets_of(project, &sets, size))?;
        if size != LARGEST {
            bytes.extend(step("compress them", || bytes_of(project, &sets, size))?);
        }
    }
    let engines =
        step("ask them all", || site::measured(project, &site, "engines.mjs", repetitions))?;
    Ok((engines, bytes))
}

/// Draws cost against size.
pub fn draw(project: &Project, engines: &Engines) -> Outcome {
    write(&project.path(PLOT), plot::drawn(&engines.lines()))
}

fn contestants(project: &Project) -> Outcome {
    let ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run(project.command("npm").args(ci).current_dir(project.path(FOLDER)))
}

/// The module with the product's own profile and optimiser.
fn engine(project: &Project, folder: &Path) -> Outcome {
    let target = project.pins.rust.target.as_str();
    let mut build = project.cargo(["build", "--quiet", "--locked", "--package", CRATE]);
    build.args(["--profile", SMALL, "--target", target]);
    run(own_paths::left_out(project, &mut build)?)?;
    let module = project.path("target").join(target).join(SMALL).join("explorer_bench.wasm");
    run(project
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-name", "explorer_bench", "--out-dir"])
        .arg(folder)
        .arg(module))?;
    optimised(project, Audience::Readers, &folder.join("explorer_bench_bg.wasm"))?;
    for script in ["engine.js", "exact.js"] {
        write(&folder.join(script), read_text(&project.path(FOLDER).join(script))?)?;
    }
    Ok(())
}

fn bundle(project: &Project, folder: &Path) -> Outcome {
    let measure = project.path(FOLDER).join("measure");
    let page = folder.join("engines-page.js");
    run(project
        .command("esbuild")
        .args(["--bundle", "--minify", "--format=esm", "--log-level=warning"])
        .arg("--external:/measure/*")
        .arg(format!("--outfile={}", page.display()))
        .arg(measure.join("engines-page.mjs")))?;
    let questions = "questions.json";
    write(&folder.join(questions), read_bytes(&measure.join(questions))?)
}

fn sets_of(project: &Project, sets: &Path, size: u64) -> Outcome {
    let number = size.to_string();
    let flat = sets.join(format!("{number}.json"));
    site::set(project, &["flat", &number], &flat)?;
    let packed = sets.join(format!("{number}.flat.eep"));
    site::set(project, &["pack", &flat.to_string_lossy()], &packed)
}

/// The flat records and the whole ones of `evaluations synth`, as JSON and packed.
fn bytes_of(project: &Project, sets: &Path, size: u64) -> Outcome<[Bytes; 2]> {
    let number = size.to_string();
    let [whole, packed] = ["jsonl", "eep"].map(|form| sets.join(format!("{number}.{form}")));
    run(project
        .cargo(["run", "--quiet", "--locked", "--release", "--package", "explorer-compiler", "--"])
        .args(["synth", "--force", "--evaluations", &number, "--output"])
        .arg(&whole))?;
    site::set(project, &["packed", &number], &packed)?;
    let [flat, flat_packed] =
        ["json", "flat.eep"].map(|form| sets.join(format!("{number}.{form}")));
    Ok([Bytes::of(size, "flat", &flat, &flat_packed)?, Bytes::of(size, "whole", &whole, &packed)?])
}

impl Bytes {
    fn of(size: u64, records: &'static str, json: &Path, packed: &Path) -> Outcome<Self> {
        let (json, packed) = (read_bytes(json)?, read_bytes(packed)?);
        let level = if json.len() > LONG { 6 } else { 11 };
        let (json_brotli, packed_brotli) = (compressed(&json, level)?, compressed(&packed, level)?);
        let (json, packed) = (json.len(), packed.len());
        Ok(Self { size, records, json, json_brotli, packed, packed_brotli })
    }
}

fn compressed(mut bytes: &[u8], quality: i32) -> Outcome<usize> {
    let parameters = BrotliEncoderParams { quality, lgwin: 24, ..BrotliEncoderParams::default() };
    let mut out = Vec::new();
    BrotliCompress(&mut bytes, &mut out, &parameters)
        .map_err(|error| Failure::new(format!("cannot compress: {error}")))?;
    Ok(out.len())
}

impl Engines {
    /// The figures for people.
    pub fn tables(&self, bytes: &[Bytes]) -> String {
        let versions = self.versions.iter().map(|(name, version)| format!("{name} {version}"));
        format!(
            "{} questions, each asked {} times; {}.\n\n{}\n{}\n{}\n![Milliseconds of a question against \
             the number of evaluations](pictures/cost-against-n.svg)",
            self.questions,
            self.rounds,
            versions.collect::<Vec<_>>().join(", "),
            self.questions_table(),
            self.ready_table(),
            bytes_table(bytes),
        )
    }

    /// A row for each engine at each size of which there is something to say.
    fn rows(&self, cells: impl Fn(&Size, &Engine) -> Option<Vec<String>>) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for of in &self.sizes {
            let Size { size, engines, .. } = of;
            for (name, engine) in engines {
                let Some(cells) = cells(of, engine) else { continue };
                rows.push(
                    [format!("{}, {name}", grouped(*size))].into_iter().chain(cells).collect(),
                );
            }
        }
        rows
    }

    fn questions_table(&self) -> String {
        let spread = |it: &Spread| [it.p50, it.p95, it.worst].map(milliseconds).to_vec();
        let rows = self.rows(|_, engine| {
            let mut cells = spread(&engine.query);
            let complete = engine.complete.as_ref();
            cells.push(complete.map_or_else(dash, |it| spread(it).join(" / ")));
            let typos = engine.typos.as_ref();
            cells.push(typos.map_or_else(dash, |it| format!("{} of {}", it.found, it.of)));
            Some(cells)
        });
        table(
            &[
                "evaluations, engine",
                "question with six counts p50, ms",
                "p95, ms",
                "worst, ms",
                "all of a page p50 / p95 / worst, ms",
                "typos found",
            ],
            &rows,
        )
    }

    fn ready_table(&self) -> String {
        let rows = self.rows(|size, engine| {
            // What is linear holds the records too.
            let beside = if engine.linear.is_some() { Some(0.0) } else { size.records };
            let all = engine
                .heap
                .zip(beside)
                .map(|(heap, beside)| heap + beside + engine.linear.unwrap_or_default());
            Some(vec![
                engine.build.map_or_else(dash, milliseconds),
                milliseconds(engine.load?),
                engine.saved.map_or_else(dash, megabytes),
                engine.heap.map_or_else(dash, megabytes),
                engine.linear.map_or_else(dash, megabytes),
                all.map_or_else(dash, megabytes),
            ])
        });
        table(
            &[
                "evaluations, engine",
                "building in the page, ms",
                "opening what was saved, ms",
                "saved index, MB",
                "heap, MB",
                "linear memory, MB",
                "all with the records, MB",
            ],
            &rows,
        )
    }

    /// What the plot shows: a name and points.
    fn lines(&self) -> Vec<plot::Line> {
        let line = |name: &str, label: &str, of: fn(&Engine) -> f64| {
            let point = |it: &Size| Some((it.size as f64, of(it.engines.get(name)?)));
            plot::Line {
                label: format!("{name}, {label}"),
                is_ours: name == OURS,
                points: self.sizes.iter().filter_map(point).collect(),
            }
        };
        let others = self.versions.keys().map(|name| line(name, "p95", |it| it.query.p95));
        let ours = [line(OURS, "p95", |it| it.query.p95), line(OURS, "p50", |it| it.query.p50)];
        ours.into_iter().chain(others).collect()
    }
}

fn dash() -> String {
    "–".to_owned()
}

fn bytes_table(bytes: &[Bytes]) -> String {
    let row = |it: &Bytes| {
        vec![
            format!("{}, {}", grouped(it.size), it.records),
            megabytes(it.json as f64),
            megabytes(it.json_brotli as f64),
            megabytes(it.packed as f64),
            megabytes(it.packed_brotli as f64),
            format!("{:.2}", it.packed_brotli as f64 / it.json_brotli.max(1) as f64),
        ]
    };
    table(
        &[
            "evaluations",
            "records as JSON, MB",
            "with Brotli, MB",
            "packed with index, MB",
            "with Brotli, MB",
            "times the records",
        ],
        &bytes.iter().map(row).collect::<Vec<_>>(),
    )
}
