//! Writes figures into `docs/performance.md`: each part between two comments of its name, so that
//! one part can be measured anew and the words around it stay.

use crate::failure::{Failure, Outcome};
use crate::measuring::instructions::compiler;
use crate::project::{Project, read_text, write};
use crate::step::{output, quiet_output};

const DOCUMENT: &str = "docs/performance.md";

/// Puts what was measured in the place of what stood there, with the machine before it.
pub fn put(project: &Project, part: &str, chromium: Option<&str>, figures: &str) -> Outcome {
    let path = project.path(DOCUMENT);
    let block = format!("{}\n\n{}", circumstances(project, chromium)?, figures.trim_end());
    let text = replaced(&read_text(&path)?, part, &block)
        .ok_or_else(|| Failure::new(format!("{DOCUMENT} has no place for `{part}`")))?;
    write(&path, text)
}

fn replaced(text: &str, part: &str, block: &str) -> Option<String> {
    let (opening, closing) = (format!("<!-- measured: {part} -->\n"), "<!-- end -->");
    let (before, rest) = text.split_once(&opening)?;
    let (_, after) = rest.split_once(closing)?;
    Some(format!("{before}{opening}{block}\n{closing}{after}"))
}

/// When and on what it was measured. Other work on the machine makes times longer, so the load
/// stands beside it.
fn circumstances(project: &Project, chromium: Option<&str>) -> Outcome<String> {
    let day = output(project.command("date").arg("+%Y-%m-%d"))?;
    let commit = quiet_output(project.command("git").args(["rev-parse", "--short=10", "HEAD"]));
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let load = read("/proc/loadavg");
    let parts = [
        Some(day.trim().to_owned()),
        commit.map(|it| format!("commit {}", it.trim())),
        processor(&read("/proc/cpuinfo")),
        memory(&read("/proc/meminfo")),
        chromium.map(|version| format!("Chromium {version}")),
        Some(compiler(project)?),
        load.split(' ')
            .next()
            .filter(|it| !it.is_empty())
            .map(|it| format!("load {it} at the end")),
    ];
    Ok(format!("Measured {}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
}

fn processor(cpuinfo: &str) -> Option<String> {
    let models =
        || cpuinfo.lines().filter_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let (_, model) = models().next()?;
    Some(format!("{} × {model}", models().count()))
}

fn memory(meminfo: &str) -> Option<String> {
    let kilobytes = meminfo.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    let kilobytes: u64 = kilobytes.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(format!("{} GB", kilobytes / 1_000_000))
}

/// A table, its first column names and the others figures.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = (0..head.len()).map(|at| if at == 0 { "---" } else { "---:" });
    let mut text = line(&mut head.iter().copied());
    text.push_str(&line(&mut rule.into_iter()));
    for row in rows {
        text.push_str(&line(&mut row.iter().map(String::as_str)));
    }
    text
}

/// Milliseconds, as exact as their size makes sense.
pub fn milliseconds(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => grouped(value.round() as u64),
    }
}

/// Millions of bytes.
pub fn megabytes(bytes: f64) -> String {
    format!("{:.2}", bytes / 1_000_000.0)
}

/// A number with its thousands apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_part_that_was_measured_changes() {
        let text =
            "a\n<!-- measured: x -->\nold\n<!-- end -->\nb\n<!-- measured: y -->\n<!-- end -->\n";
        let expected =
            "a\n<!-- measured: x -->\nnew\n<!-- end -->\nb\n<!-- measured: y -->\n<!-- end -->\n";
        assert_eq!(replaced(text, "x", "new").as_deref(), Some(expected));
        assert_eq!(replaced(text, "z", "new"), None);
    }

    #[test]
    fn the_machine_is_named_by_its_processors_and_memory() {
        let cpuinfo =
            "processor\t: 0\nmodel name\t: Some CPU\nprocessor\t: 1\nmodel name\t: Some CPU\n";
        assert_eq!(processor(cpuinfo).as_deref(), Some("2 × Some CPU"));
        assert_eq!(processor(""), None);
        assert_eq!(memory("MemTotal:       24645123 kB\n").as_deref(), Some("24 GB"));
    }

    #[test]
    fn figures_are_as_exact_as_makes_sense() {
        assert_eq!(milliseconds(0.123), "0.12");
        assert_eq!(milliseconds(12.34), "12.3");
        assert_eq!(milliseconds(1234.5), "1,235");
        assert_eq!(grouped(1_000_000), "1,000,000");
        assert_eq!(grouped(12), "12");
    }

    #[test]
    fn a_table_has_a_row_for_each_thing() {
        let rows = [vec!["a".to_owned(), "1".to_owned()]];
        assert_eq!(table(&["what", "ms"], &rows), "| what | ms |\n| --- | ---: |\n| a | 1 |\n");
    }
}
