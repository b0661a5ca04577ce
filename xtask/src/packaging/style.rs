//! The two style sheets of the widget, joined from `style/`: that of the first view, which the
//! loader brings, and that of the pages, which travels in their module.

use crate::failure::{Failure, Outcome};
use crate::packaging::Audience;
use crate::packaging::esbuild::esbuild;
use crate::project::{Project, files_below, read_text};

/// The host page's own look, which the widget must not carry.
const PAGE: &str = "page.css";
/// What others build on comes first; components follow in the order of their names.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];

/// The folder of what only `src/pages` shows.
const PAGES: &str = "pages";

/// The sheet of the first view.
pub fn first_view(project: &Project, audience: Audience) -> Outcome<String> {
    sheet(project, audience, &|name| !is_of_pages(name))
}

/// The sheet of what travels in the second module.
pub fn pages(project: &Project, audience: Audience) -> Outcome<String> {
    sheet(project, audience, &is_of_pages)
}

fn is_of_pages(name: &str) -> bool {
    name.starts_with(PAGES)
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
