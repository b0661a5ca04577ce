//! What our own pages tell the browser to fetch before the loader can ask for it.
//!
//! Names of payloads change with every release, so pages of others cannot do this; ours are written
//! anew with each, and save one answer of the server before the first view, the frame two.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::packaging::loader::Payload;
use crate::project::{WIDGET, read_text, write};

/// The pages that show an explorer as soon as they open.
const PAGES: [&str; 2] = ["index.html", "embed.html"];
const END_OF_HEAD: &str = "</head>";

/// Names the loader, the glue and the module of the first view in the head of our own pages.
pub fn announce(folder: &Path, payload: &Payload) -> Outcome {
    for name in PAGES {
        let file = folder.join(name);
        let page = announced(&read_text(&file)?, payload).ok_or_else(|| {
            Failure::new(format!("{} does not have one {END_OF_HEAD}", file.display()))
        })?;
        write(&file, page)?;
    }
    Ok(())
}

fn announced(page: &str, payload: &Payload) -> Option<String> {
    let (head, rest) = page.split_once(END_OF_HEAD)?;
    if rest.contains(END_OF_HEAD) {
        return None;
    }
    let Payload { glue, wasm, .. } = payload;
    Some(format!(
        "{head}  <link rel=\"modulepreload\" href=\"{WIDGET}.js\">\n    \
         <link rel=\"modulepreload\" href=\"{glue}\">\n    \
         <link rel=\"preload\" as=\"fetch\" href=\"{wasm}\" type=\"application/wasm\" crossorigin>\n  \
         {END_OF_HEAD}{rest}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload() -> Payload {
        let [glue, wasm, answers, pages, packer] =
            ["g.js", "w.wasm", "a.wasm", "p.wasm", "k.js"].map(str::to_owned);
        Payload { glue, wasm, wasm_bytes: 0, answers, pages, packer, style: String::new() }
    }

    #[test]
    fn the_head_names_what_the_first_view_needs_and_nothing_else() {
        let page = announced("<head>\n  </head>\n<body></body>", &payload()).unwrap();
        let links: Vec<&str> = page.lines().filter(|line| line.contains("<link")).collect();
        assert_eq!(links.len(), 3);
        assert!(
            ["evaluation-explorer.js", "g.js", "w.wasm"]
                .iter()
                .zip(&links)
                .all(|(name, link)| link.contains(&format!("href=\"{name}\"")))
        );
        assert!(page.ends_with("</head>\n<body></body>"));
    }

    #[test]
    fn a_page_without_one_head_is_refused() {
        assert_eq!(announced("<body></body>", &payload()), None);
        assert_eq!(announced("</head></head>", &payload()), None);
    }
}
