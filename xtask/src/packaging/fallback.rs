//! What readers without script get: all evaluations as plain HTML, made from the same data.

use std::path::Path;

use crate::failure::Outcome;
use crate::project::{Project, write};
use crate::step::output;
use crate::task::data;

/// The page of its own, to link to.
const PAGE: &str = "fallback.html";
/// The list alone, to include inside the tag.
const INSIDE: &str = "fallback-inside.html";

/// Writes the page, and the list for inside the tag.
pub fn write_all(project: &Project, folder: &Path) -> Outcome {
    let list = list(project)?;
    write(&folder.join(PAGE), page("Evaluations", &list))?;
    write(&folder.join(INSIDE), list)
}

/// All evaluations with their statements, and the same for search engines.
pub fn list(project: &Project) -> Outcome<String> {
    let arguments = ["export", "--format", "html", "--with-json-ld", "--heading-level", "2"];
    output(data::evaluations(project).args(arguments))
}

/// A whole page.
pub fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{margin:0;font:1rem/1.5 system-ui,sans-serif}\
main{max-width:72rem;margin:auto;padding:1rem}\
main>section{max-width:46rem}\
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.25rem 1rem}\
dt{grid-column:1;font-weight:600}dd{grid-column:2;margin:0}\
li{margin-block:.5rem}article{border-top:1px solid}";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_the_list_once_under_one_heading_of_the_first_level() {
        let page = page("Evaluations", "<section><h2>A set</h2></section>\n");
        assert!(page.starts_with("<!doctype html>"));
        assert_eq!(page.matches("<h1>").count(), 1);
        assert_eq!(page.matches("<section>").count(), 1);
    }
}
