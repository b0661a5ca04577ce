//! `cargo xtask test` and `cargo xtask check`: every proof that the project has.
//!
//! Steps are independent where they can be: a failing one does not hide what the others say.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome, no_arguments};
use crate::measuring::{instructions, start_up};
use crate::packaging::{RELEASE, single};
use crate::project::{Project, WIDGET, files_below, write};
use crate::server::Server;
use crate::step::{quiet_output, run as run_command, step};
use crate::task::{data, dist};
use crate::tools;

/// One thing to prove, by the name it has on the command line.
struct Step {
    name: &'static str,
    what: &'static str,
    needs: Needs,
    work: fn(&Project) -> Outcome,
}

/// What must be there before a step can run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Rust alone.
    Rust,
    /// Rust and the programs of the operating system.
    System,
    /// The wasm target.
    Target,
    /// The tools for building.
    Tools,
    /// Browsers as well.
    Browsers,
    /// Browsers, and the release in `dist/`.
    Release,
}

const STEPS: [Step; 11] = [
    Step { name: "format", what: "check the formatting", needs: Needs::Rust, work: format },
    Step { name: "clippy", what: "run clippy", needs: Needs::Target, work: clippy },
    Step { name: "docs", what: "check the documentation", needs: Needs::Rust, work: docs },
    Step { name: "native", what: "run the native tests", needs: Needs::Rust, work: native },
    Step { name: "data", what: "check the evaluations", needs: Needs::Rust, work: check_data },
    Step {
        name: "instructions",
        what: "count the engine's instructions",
        needs: Needs::System,
        work: instructions::check,
    },
    Step { name: "web", what: "run the browser tests", needs: Needs::Browsers, work: web },
    Step { name: "dist", what: "build the release", needs: Needs::Tools, work: release },
    Step {
        name: "start-up",
        what: "hold the start-up to its budget",
        needs: Needs::Release,
        work: start_up::check,
    },
    Step { name: "e2e", what: "run the end-to-end tests", needs: Needs::Release, work: e2e },
    Step { name: "webkit", what: "run the tests in WebKit", needs: Needs::Release, work: webkit },
];

const QUICK: [&str; 4] = ["format", "clippy", "native", "data"];

/// Runs every step, or those that are named. `e2e -- …` runs Playwright with those arguments on the
/// release that lies in `dist/`, for who works on one test.
pub fn run(project: &Project, names: &[String]) -> Outcome {
    if let [e2e, dashes, arguments @ ..] = names
        && (e2e.as_str(), dashes.as_str()) == ("e2e", "--")
    {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        return playwright(project, &arguments);
    }
    let chosen = chosen(names)?;
    let any = |needs: &[Needs]| chosen.iter().any(|step| needs.contains(&step.needs));
    let tests = any(&[Needs::System, Needs::Browsers, Needs::Release]);
    let builds = any(&[Needs::Tools, Needs::Browsers, Needs::Release]);
    match (tests, builds) {
        (true, true) => tools::for_building_and_testing(project)?,
        (true, false) => tools::for_testing(project)?,
        (false, true) => tools::for_building(project)?,
        (false, false) => {}
    }
    if any(&[Needs::Target]) {
        tools::rust_target(project)?;
    }
    prove(project, &chosen)
}

/// Runs the quick steps.
pub fn check(project: &Project, arguments: &[String]) -> Outcome {
    no_arguments("check", arguments)?;
    run(project, &QUICK.map(str::to_owned))
}

/// The steps that are named, in their own order; a step that needs the release brings `dist`.
fn chosen(names: &[String]) -> Outcome<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known = STEPS.map(|step| step.name).join(", ");
        return Err(Failure::new(format!("there is no step `{unknown}`; the steps are {known}")));
    }
    let named = |step: &Step| names.is_empty() || names.iter().any(|name| *name == step.name);
    let wants_release = STEPS.iter().any(|step| named(step) && step.needs == Needs::Release);
    Ok(STEPS.iter().filter(|step| named(step) || (wants_release && step.name == "dist")).collect())
}

fn prove(project: &Project, steps: &[&Step]) -> Outcome {
    let mut failed: Vec<&str> = Vec::new();
    for Step { name, what, needs, work } in steps {
        if *needs == Needs::Release && failed.contains(&"dist") {
            eprintln!("── {what}: left out, because there is no release");
            failed.push(name);
        } else if let Err(failure) = step(what, || work(project)) {
            eprintln!("error: {failure}");
            failed.push(name);
        }
    }
    if failed.is_empty() {
        let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
        println!("passed: {}", names.join(", "));
        return Ok(());
    }
    Err(Failure::new(format!("failed: {}", failed.join(", "))))
}

fn format(project: &Project) -> Outcome {
    run_command(&mut project.cargo(["fmt", "--all", "--check"]))
}

/// The widget is linted for the target that it is built for; everything else runs on the host.
fn clippy(project: &Project) -> Outcome {
    let denied = ["--all-targets", "--locked", "--quiet", "--", "--deny=warnings"];
    run_command(project.cargo(["clippy", "--workspace", "--exclude", WIDGET]).args(denied))?;
    let target = ["--target", &project.pins.rust.target];
    run_command(project.cargo(["clippy", "--package", WIDGET]).args(target).args(denied))
}

fn docs(project: &Project) -> Outcome {
    run_command(
        project
            .cargo(["doc", "--workspace", "--exclude", WIDGET, "--no-deps", "--locked", "--quiet"])
            .env("RUSTDOCFLAGS", "--deny=warnings"),
    )
}

/// Everything but the widget itself, which only runs in a browser.
fn native(project: &Project) -> Outcome {
    // One failure must not hide the others.
    let host = ["--workspace", "--exclude", WIDGET, "--locked", "--no-fail-fast"];
    if quiet_output(&mut project.cargo(["nextest", "--version"])).is_none() {
        return run_command(project.cargo(["test"]).args(host));
    }
    run_command(project.cargo(["nextest", "run"]).args(host))?;
    // nextest does not know the examples in the documentation.
    run_command(project.cargo(["test", "--doc", "--quiet"]).args(host))
}

fn check_data(project: &Project) -> Outcome {
    run_command(data::evaluations(project).arg("check"))
}

/// The tests of `tests/web`, compiled to WebAssembly and run in Chromium.
fn web(project: &Project) -> Outcome {
    let tests: Vec<_> = files_below(&project.path("tests/web"));
    if tests.is_empty() {
        return Err(Failure::new("tests/web holds no test"));
    }
    let capabilities = project.path("target/webdriver.json");
    write(&capabilities, chromium_capabilities(project)?)?;
    let target = project.pins.rust.target.as_str();
    run_command(
        project
            .cargo(["test", "--locked", "--package", WIDGET, "--target", target])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
            .env("CHROMEDRIVER", tools::system(project, "chromedriver")?),
    )
}

fn chromium_capabilities(project: &Project) -> Outcome<String> {
    let binary = tools::system(project, "chromium")?;
    let options = serde_json::json!({
        "goog:chromeOptions": {
            "binary": binary,
            "args": ["headless", "no-sandbox", "disable-dev-shm-usage"],
        },
    });
    Ok(options.to_string())
}

fn release(project: &Project) -> Outcome {
    dist::release(project).map(drop)
}

fn e2e(project: &Project) -> Outcome {
    playwright(
        project,
        &["--project=chromium", "--project=phone", "--project=whole", "--project=firefox"],
    )
}

/// Runs Playwright against the release, served on a free port.
pub fn playwright(project: &Project, arguments: &[&str]) -> Outcome {
    let evaluations = data::built(project)?;
    let release = project.path(RELEASE);
    let single = project.path("target").join(single::NAME);
    single::write_file(project, &release, &single)?;
    let server = Server::start(release, 0)?;
    run_command(
        project
            .command("playwright")
            .args(["test", "--config=tests/e2e/playwright.config.ts"])
            .args(arguments)
            .env("EE_ADDRESS", &server.address)
            .env("EE_EVALUATIONS", evaluations)
            .env("EE_SINGLE_FILE", &single)
            .env("EE_HEADLESS", tools::system(project, "headless")?)
            .env("EE_CHROMIUM", tools::system(project, "chromium")?)
            .env("EE_FIREFOX", tools::system(project, "firefox")?),
    )
}

/// Runs the smaller suite in WebKitGTK, on a display of its own.
fn webkit(project: &Project) -> Outcome {
    let server = Server::start(project.path(RELEASE), 0)?;
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
    let tests: Vec<_> =
        files_below(&project.path("tests/webkit")).into_iter().filter(is_test).collect();
    if tests.is_empty() {
        return Err(Failure::new("tests/webkit holds no test"));
    }
    run_command(
        project
            .command("xvfb-run")
            .args(["--auto-servernum", "node", "--test"])
            .args(tests)
            .env("EE_ADDRESS", &server.address)
            .env("EE_WEBKIT_DRIVER", tools::system(project, "webkit")?),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_chosen(names: &[&str], expected: &[&str]) {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let steps: Vec<&str> = chosen(&names).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(steps, expected);
    }

    #[test]
    fn steps_run_in_their_own_order_and_bring_what_they_need() {
        check_chosen(&["native", "format"], &["format", "native"]);
        check_chosen(&["e2e"], &["dist", "e2e"]);
        check_chosen(&[], &STEPS.map(|step| step.name));
        check_chosen(&QUICK, &QUICK);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_list_of_steps() {
        let failure = chosen(&["nativ".to_owned()]).map(|_| ()).unwrap_err();
        assert!(failure.to_string().starts_with("there is no step `nativ`; the steps are format,"));
    }
}
