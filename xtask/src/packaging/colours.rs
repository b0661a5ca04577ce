//! Colours of the style sheet and of the ready themes, and how well they can be told apart.
//!
//! Nothing of it ships; it is what tests read `style/tokens.css` and `public/themes/` with.

use std::collections::BTreeMap;

/// The declarations of a rule.
pub type Declarations = BTreeMap<String, String>;

/// A style sheet of flat rules, as far as custom properties go.
pub struct Sheet(Vec<(String, Declarations)>);

impl Sheet {
    /// Reads custom properties of rules, also inside media queries.
    pub fn parse(css: &str) -> Self {
        let mut plain = String::new();
        let mut rest = css;
        while let Some((before, comment)) = rest.split_once("/*") {
            plain.push_str(before);
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        }
        plain.push_str(rest);
        let mut rules = Vec::new();
        let mut media = String::new();
        for piece in plain.split_inclusive(['{', '}']) {
            let text = piece.trim_end_matches(['{', '}']).trim();
            if piece.ends_with('{') {
                if text.starts_with('@') {
                    media = format!("{text} ");
                } else {
                    rules.push((format!("{media}{text}"), Declarations::new()));
                }
            } else if text.is_empty() {
                media.clear();
            } else if let Some((_, declarations)) = rules.last_mut() {
                declarations.extend(text.split(';').filter_map(declaration));
            }
        }
        Self(rules)
    }

    /// The custom properties of a rule; none if there is no such rule.
    pub fn rule(&self, selector: &str) -> Declarations {
        let found = self.0.iter().find(|(known, _)| known == selector);
        found.map(|(_, declarations)| declarations.clone()).unwrap_or_default()
    }

    /// All selectors.
    pub fn selectors(&self) -> Vec<&str> {
        self.0.iter().map(|(selector, _)| selector.as_str()).collect()
    }
}

fn declaration(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once(':')?;
    let name = name.trim();
    name.starts_with("--").then(|| (name.to_owned(), value.trim().to_owned()))
}

/// The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let digits = colour.trim_start_matches('#').get(2 * at..2 * at + 2).unwrap_or_default();
        let value = u8::from_str_radix(digits, 16)
            .unwrap_or_else(|_| panic!("{colour} is not written as #rrggbb"));
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
}

/// What must be told apart: front, back, and the least contrast (WCAG 2.2, 1.4.3 and 1.4.11).
const PAIRS: [(&str, &str, f64); 10] = [
    ("--ee-ink", "--ee-surface", 4.5),
    ("--ee-ink", "--ee-surface-2", 4.5),
    ("--ee-ink", "--ee-mark", 4.5),
    ("--ee-ink-2", "--ee-surface", 4.5),
    ("--ee-ink-2", "--ee-surface-2", 4.5),
    ("--ee-accent", "--ee-surface", 4.5),
    ("--ee-accent", "--ee-surface-2", 4.5),
    ("--ee-on-accent", "--ee-accent", 4.5),
    ("--ee-control-border", "--ee-surface", 3.0),
    ("--ee-control-border", "--ee-surface-2", 3.0),
];

/// Labels of kinds, which are text on both surfaces.
const KINDS: [&str; 8] = [
    "--ee-finding",
    "--ee-conclusion",
    "--ee-accomplishment",
    "--ee-lesson",
    "--ee-good-practice",
    "--ee-lesson-or-good-practice",
    "--ee-recommendation",
    "--ee-tension",
];

/// The pairs that cannot be told apart well enough, in words.
pub fn too_close(colours: &Declarations) -> Vec<String> {
    let kinds = KINDS
        .iter()
        .flat_map(|kind| ["--ee-surface", "--ee-surface-2"].map(|surface| (*kind, surface, 4.5)));
    let colour = |name: &str| colours.get(name).cloned().unwrap_or_default();
    PAIRS
        .into_iter()
        .chain(kinds)
        .filter_map(|(front, back, least)| {
            let found = contrast(&colour(front), &colour(back));
            (found < least).then(|| format!("{front} on {back}: {found:.2} of {least}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Project, files_below, read_text};

    const DARK: &str = ":host([theme=\"dark\" i])";
    const AUTO: &str = "@media (prefers-color-scheme: dark) :host([theme=\"auto\" i])";

    fn tokens() -> Sheet {
        let project = Project::open().unwrap();
        Sheet::parse(&read_text(&project.path("style/tokens.css")).unwrap())
    }

    /// The ready themes, each over the light defaults.
    fn themes() -> Vec<(String, Sheet)> {
        let folder = Project::open().unwrap().path("public/themes");
        let themes: Vec<(String, Sheet)> = files_below(&folder)
            .into_iter()
            .map(|file| {
                let name = file.file_stem().unwrap().to_string_lossy().into_owned();
                (name, Sheet::parse(&read_text(&file).unwrap()))
            })
            .collect();
        assert_eq!(themes.len(), 4);
        themes
    }

    #[test]
    fn the_contrast_is_that_of_wcag() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
        assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 0.001);
    }

    #[test]
    fn a_pair_that_is_too_close_is_found() {
        let mut colours = tokens().rule(":host");
        colours.insert("--ee-ink-2".to_owned(), "#9a9a9a".to_owned());
        assert_eq!(too_close(&colours).len(), 2);
    }

    #[test]
    fn the_defaults_can_be_read_light_and_dark() {
        let light = tokens().rule(":host");
        assert_eq!(too_close(&light), Vec::<String>::new());
        let mut dark = light;
        dark.extend(tokens().rule(DARK));
        assert_eq!(too_close(&dark), Vec::<String>::new());
    }

    #[test]
    fn what_the_system_makes_dark_is_as_dark_as_what_the_page_makes_dark() {
        assert!(!tokens().rule(DARK).is_empty());
        assert_eq!(tokens().rule(AUTO), tokens().rule(DARK));
    }

    #[test]
    fn the_ready_themes_are_made_of_public_properties_and_can_be_read() {
        let light = tokens().rule(":host");
        for (name, theme) in themes() {
            assert_eq!(theme.selectors(), ["evaluation-explorer"], "{name}");
            let own = theme.rule("evaluation-explorer");
            let mut colours = light.clone();
            for (property, value) in own {
                assert!(light.contains_key(&property), "{name}: {property} is not public");
                colours.insert(property, value);
            }
            assert_eq!(too_close(&colours), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn the_theme_of_high_contrast_has_it() {
        let (_, theme) = themes().into_iter().find(|(name, _)| name == "high-contrast").unwrap();
        let own = theme.rule("evaluation-explorer");
        for front in ["--ee-ink", "--ee-ink-2", "--ee-accent"].into_iter().chain(KINDS) {
            assert!(contrast(&own[front], &own["--ee-surface"]) >= 7.0, "{front}");
        }
    }
}
