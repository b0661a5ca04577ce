//! The style sheets of the widget, joined from `style/`: that of the first view, which the loader
//! brings, and those of what is fetched later, which travel in its modules.

use crate::failure::{Failure, Outcome};
use crate::packaging::Audience;
use crate::packaging::esbuild::esbuild;
use crate::project::{Project, files_below, read_text};

/// The host page's own look, which the widget must not carry.
const PAGE: &str = "page.css";
/// What others build on comes first; components follow in the order of their names.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];

/// The folders of what is shown only when a module of `src/pages` is there.
const LATER: [&str; 2] = ["answers", "pages"];

/// The sheet of the first view.
pub fn first_view(project: &Project, audience: Audience) -> Outcome<String> {
    sheet(project, audience, &|name| !LATER.iter().any(|folder| name.starts_with(folder)))
}

/// The sheet that travels in the module of answers.
pub fn answers(project: &Project, audience: Audience) -> Outcome<String> {
    sheet(project, audience, &|name| name.starts_with(LATER[0]))
}

/// The sheet that travels in the module of pages.
pub fn pages(project: &Project, audience: Audience) -> Outcome<String> {
    sheet(project, audience, &|name| name.starts_with(LATER[1]))
}

fn sheet(project: &Project, audience: Audience, is_in: &dyn Fn(&str) -> bool) -> Outcome<String> {
    esbuild(project, audience, &["--loader=css"], &joined(project, is_in)?)
}

fn joined(project: &Project, is_in: &dyn Fn(&str) -> bool) -> Outcome<String> {
    let folder = project.path("style");
    let names: Vec<String> = files_below(&folder)
        .iter()
        .filter_map(|file| file.strip_prefix(&folder).ok()?.to_str().map(str::to_owned))
        .collect();
    let mut sheet = String::new();
    for name in ordered(&names).iter().filter(|name| is_in(name)) {
        let text = read_text(&folder.join(name))?;
        if text.contains("@import") {
            return Err(Failure::new(format!(
                "style/{name} uses @import, which constructed style sheets ignore; remove it"
            )));
        }
        sheet.push_str(&text);
        sheet.push('\n');
    }
    Ok(sheet)
}

fn ordered(names: &[String]) -> Vec<String> {
    let mut sheets: Vec<String> =
        names.iter().filter(|name| name.ends_with(".css") && *name != PAGE).cloned().collect();
    sheets.sort_by_key(|name| {
        let rank = FIRST.iter().position(|first| first == name).unwrap_or(FIRST.len());
        (rank, name.clone())
    });
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_base_come_before_the_components_and_the_page_stays_out() {
        let names = ["term_list.css", "base.css", "page.css", "card.css", "tokens.css", "x.txt"];
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(ordered(&names), ["tokens.css", "base.css", "card.css", "term_list.css"]);
    }
}
