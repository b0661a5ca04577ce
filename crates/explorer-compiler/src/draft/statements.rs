//! Statements by section, as prompts: where each begins, never what it says.

use std::collections::BTreeMap;

use explorer_core::statement::{Enumeration, StatementKind};

use super::facts::Sureness;
use super::labels::labelled;
use super::lines::Line;
use super::paragraphs::{Paragraph, paragraphs};

/// How many words of a statement a prompt may show, and never more than half of them.
const SHOWN_WORDS: usize = 4;

/// A statement to be put into own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Finding, lesson, recommendation and so on.
    pub kind: StatementKind,
    /// Its place among those of its kind.
    pub ordinal: u16,
    /// How the document sets it apart.
    pub enumeration: Enumeration,
    /// The number as printed.
    pub number_as_printed: Option<String>,
    /// The label as printed.
    pub label_as_printed: Option<String>,
    /// Its first words, to find it by.
    pub first_words: String,
    /// The line on which it begins.
    pub line: usize,
    /// The heading of its section as printed.
    pub section: String,
    /// Unsure for text that follows a list without a heading of its own.
    pub sureness: Sureness,
}

/// A heading that begins or ends a list of statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What its statements are; `None` when it has none.
    pub kind: Option<StatementKind>,
    /// The heading as printed.
    pub heading: String,
}

const HEADINGS: &[(&str, Option<StatementKind>)] = &[
    ("main findings", Some(StatementKind::Finding)),
    ("the main findings", Some(StatementKind::Finding)),
    ("findings", Some(StatementKind::Finding)),
    ("key findings", Some(StatementKind::Finding)),
    ("findings continued", Some(StatementKind::Finding)),
    ("main findings & conclusions", Some(StatementKind::Finding)),
    ("main findings and conclusions", Some(StatementKind::Finding)),
    ("findings and conclusions", Some(StatementKind::Finding)),
    ("main conclusions", Some(StatementKind::Conclusion)),
    ("conclusions", Some(StatementKind::Conclusion)),
    ("lessons learned", Some(StatementKind::Lesson)),
    ("lessons learnt", Some(StatementKind::Lesson)),
    ("main lessons learned", Some(StatementKind::Lesson)),
    ("good practices", Some(StatementKind::GoodPractice)),
    ("best practices", Some(StatementKind::GoodPractice)),
    ("good practice", Some(StatementKind::GoodPractice)),
    ("emerging good practices", Some(StatementKind::GoodPractice)),
    ("lessons learned and good practices", Some(StatementKind::LessonOrGoodPractice)),
    ("lessons learned and good practice", Some(StatementKind::LessonOrGoodPractice)),
    ("lessons learned and best practices", Some(StatementKind::LessonOrGoodPractice)),
    ("main lessons learned and good practices", Some(StatementKind::LessonOrGoodPractice)),
    ("recommendations", Some(StatementKind::Recommendation)),
    ("main recommendations", Some(StatementKind::Recommendation)),
    ("key recommendations", Some(StatementKind::Recommendation)),
    ("accomplishments", Some(StatementKind::Accomplishment)),
    ("key accomplishments", Some(StatementKind::Accomplishment)),
    ("background and context", None),
    ("background & context", None),
    ("background", None),
    ("methodology", None),
    ("evaluation methodology", None),
    ("methodology of evaluation", None),
    ("purpose of the evaluation", None),
    ("quick facts", None),
    ("results", None),
];

/// Lines that close a section without a heading of their own: the foot of a page.
const FEET: &[&str] = &[
    "independent evaluation section",
    "independent evaluation unit",
    "unodc",
    "united nations office on drugs and crime",
    "independent evaluation unit (ieu)",
    "evaluation office",
];

/// A longer line is no heading.
const LONGEST_HEADING: usize = 100;

/// True for a heading, as opposed to the foot of a page.
pub fn begins_section(text: &str) -> bool {
    let plain = text.trim_end_matches(':').trim().to_lowercase();
    HEADINGS.iter().any(|(heading, _)| *heading == plain)
}

/// The section that a line begins, if it is a heading.
pub fn section_of(text: &str) -> Option<Section> {
    if text.len() > LONGEST_HEADING {
        return None;
    }
    let plain = text.trim_end_matches(':').trim().to_lowercase();
    let exact = HEADINGS.iter().find(|(heading, _)| *heading == plain).map(|(_, kind)| *kind);
    let accomplishments = || {
        (plain.len() < 40 && plain.starts_with("key ") && plain.ends_with(" accomplishments"))
            .then_some(Some(StatementKind::Accomplishment))
    };
    let foot = || FEET.contains(&plain.as_str()).then_some(None);
    let kind = exact.or_else(accomplishments).or_else(foot)?;
    Some(Section { kind, heading: text.trim_end_matches(':').trim().to_owned() })
}

/// A statement that begins in a paragraph, before it has an ordinal.
struct Start<'a> {
    kind: StatementKind,
    enumeration: Enumeration,
    number: Option<String>,
    text: &'a str,
    /// Where in the paragraph.
    at: usize,
}

/// True for a line that begins with the number or name of an item.
pub fn begins_item(text: &str) -> bool {
    named(text).is_some() || numbered(text, StatementKind::Finding).is_some()
}

/// The prompts of a text, in its order.
pub fn prompts(lines: &[Line]) -> Vec<Prompt> {
    let mut prompts = Prompts::default();
    let mut section: Option<(StatementKind, String)> = None;
    let paragraphs = paragraphs(lines);
    let mut before: Option<&Paragraph> = None;
    for paragraph in &paragraphs {
        if let Some(found) = section_of(&paragraph.text) {
            section = found.kind.map(|kind| (kind, found.heading));
            prompts.list = None;
            prompts.crossed = false;
        } else if !paragraph.bullet && labelled(&paragraph.text).is_some() {
            // A box of facts is no part of the section that it stands in or beside.
            section = section.filter(|_| !paragraph.begins);
        } else if let Some((kind, heading)) = &section {
            prompts.crossed |= paragraph.begins;
            prompts.paragraph(paragraph, before, *kind, heading);
        }
        before = Some(paragraph);
    }
    prompts.found
}

#[derive(Default)]
struct Prompts {
    found: Vec<Prompt>,
    /// The ordinal of the last statement of each kind, by the kind's letter.
    ordinals: BTreeMap<&'static str, u16>,
    /// How the list is enumerated that the lines belong to.
    list: Option<Enumeration>,
    /// True when a column has ended since the heading, so that what follows may be of another.
    crossed: bool,
}

impl Prompts {
    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        before: Option<&Paragraph>,
        kind: StatementKind,
        heading: &str,
    ) {
        let text = &paragraph.text;
        if let Some(start) = named(text).or_else(|| numbered(text, kind)) {
            self.list = Some(start.enumeration);
            self.push(&start, paragraph, heading, Sureness::Sure);
        } else if paragraph.bullet {
            let enumeration = Enumeration::Bulleted;
            self.list = Some(enumeration);
            let start = Start { kind, enumeration, number: None, text, at: 0 };
            self.push(&start, paragraph, heading, Sureness::Sure);
        } else if self.list.is_some() {
            self.after_list(paragraph, before, kind, heading);
        } else if introduces(text) || is_caption(text) {
            // "The evaluation found that …:" begins a list and says nothing itself.
        } else {
            self.prose(paragraph, kind, heading);
        }
    }

    /// Text after an item: its continuation, or something that lost its heading.
    fn after_list(
        &mut self,
        line: &Paragraph,
        before: Option<&Paragraph>,
        kind: StatementKind,
        heading: &str,
    ) {
        let ended = before.is_some_and(|before| before.text.ends_with(['.', ';', '!', '?']));
        let begins = line.text.starts_with(char::is_uppercase) && line.text.len() > 60;
        if ended && begins && !introduces(&line.text) {
            let start = Start {
                kind,
                enumeration: Enumeration::Paragraphs,
                number: None,
                text: &line.text,
                at: 0,
            };
            self.push(&start, line, heading, Sureness::Unsure);
        }
    }

    fn prose(&mut self, line: &Paragraph, kind: StatementKind, heading: &str) {
        let inline = inline(&line.text, kind);
        if inline.len() > 1 {
            for start in inline {
                self.push(&start, line, heading, Sureness::Sure);
            }
            return;
        }
        // A line that begins in the middle of a sentence goes on with what stands above it.
        let goes_on = line.text.starts_with(char::is_lowercase);
        for (at, text) in sentences(&line.text).into_iter().skip(usize::from(goes_on)) {
            let start = Start { kind, enumeration: Enumeration::Prose, number: None, text, at };
            self.push(&start, line, heading, Sureness::Likely);
        }
    }

    fn push(&mut self, start: &Start<'_>, line: &Paragraph, heading: &str, sureness: Sureness) {
        let sureness = if self.crossed { Sureness::Unsure } else { sureness };
        let ordinal = self.ordinals.entry(start.kind.letter()).or_default();
        *ordinal = ordinal.saturating_add(1);
        let (label, text) = label_and_text(start);
        let shown = SHOWN_WORDS.min(text.split(' ').count().div_ceil(2));
        let words = text.split(' ').take(shown).collect::<Vec<_>>().join(" ");
        self.found.push(Prompt {
            kind: start.kind,
            ordinal: *ordinal,
            enumeration: start.enumeration,
            number_as_printed: start.number.clone(),
            label_as_printed: label,
            first_words: words,
            line: line.line_at(start.at),
            section: heading.to_owned(),
            sureness,
        });
    }
}

/// True for the words below a picture.
fn is_caption(text: &str) -> bool {
    let words = ["Source:", "Graph:", "Map ", "Map:", "Figure ", "Photo", "Poster", "Image"];
    text.len() < 150 && words.iter().any(|word| text.starts_with(word))
}

fn introduces(text: &str) -> bool {
    text.ends_with(':')
}

/// "Finding 3: …", "Recommendation 2. …".
fn named(text: &str) -> Option<Start<'_>> {
    const NAMES: [(&str, StatementKind); 5] = [
        ("Finding ", StatementKind::Finding),
        ("Conclusion ", StatementKind::Conclusion),
        ("Lesson ", StatementKind::Lesson),
        ("Good practice ", StatementKind::GoodPractice),
        ("Recommendation ", StatementKind::Recommendation),
    ];
    NAMES.iter().find_map(|&(name, kind)| {
        let rest = text.strip_prefix(name)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest.get(digits..)?.strip_prefix([':', '.', ')'])?;
        let number = Some(text[..name.len() + digits].to_owned()).filter(|_| digits > 0)?;
        let enumeration = Enumeration::Numbered;
        Some(Start { kind, enumeration, number: Some(number), text: after.trim(), at: 0 })
    })
}

/// "3. …", "3) …".
fn numbered(text: &str, kind: StatementKind) -> Option<Start<'_>> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let after = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
    let number = Some(text[..=digits].to_owned()).filter(|_| (1..=2).contains(&digits))?;
    // "1) … 2) …" on one line is a list inside prose.
    let only = !text.contains(&format!("{})", text[..digits].parse::<u8>().ok()?.checked_add(1)?));
    let enumeration = Enumeration::Numbered;
    only.then_some(Start { kind, enumeration, number: Some(number), text: after, at: 0 })
}

/// "… include: 1) …; 2) …": a list inside prose. Words before it may say of what.
fn inline(text: &str, kind: StatementKind) -> Vec<Start<'_>> {
    let mut starts = Vec::new();
    let mut rest = text;
    let lead = text.split("1)").next().unwrap_or_default().to_lowercase();
    let kind = match kind {
        StatementKind::LessonOrGoodPractice if lead.contains("lesson") => StatementKind::Lesson,
        StatementKind::LessonOrGoodPractice if lead.contains("practice") => {
            StatementKind::GoodPractice
        }
        other => other,
    };
    for number in 1.. {
        let mark = format!("{number})");
        let Some((_, after)) = rest.split_once(&mark) else { break };
        let enumeration = Enumeration::Inline;
        let at = text.len() - after.len();
        starts.push(Start { kind, enumeration, number: Some(mark), text: after.trim(), at });
        rest = after;
    }
    starts
}

/// A label before a colon, as "Design: …".
fn label_and_text<'a>(start: &Start<'a>) -> (Option<String>, &'a str) {
    let listed = matches!(start.enumeration, Enumeration::Numbered | Enumeration::Bulleted);
    match start.text.split_once(':') {
        Some((label, text)) if listed && label.len() <= 80 && !label.contains('.') => {
            (Some(label.trim().to_owned()), text.trim())
        }
        _ => (None, start.text),
    }
}

/// The sentences of a paragraph, each with where it begins. A full stop after one letter or a known
/// short form ends none.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    const SHORT: [&str; 7] = ["e.g", "i.e", "Mr", "Ms", "Dr", "etc", "No"];
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let word = text[start..at].rsplit([' ', '(', '“', '–']).next().unwrap_or_default();
        let next = text[at + 2..].trim_start();
        let ends = !SHORT.contains(&word)
            && word.chars().count() > 1
            && next.starts_with(|c: char| !c.is_lowercase());
        if ends {
            sentences.push((start, text[start..=at].trim()));
            start = at + 2;
        }
    }
    sentences.push((start, text[start..].trim()));
    sentences.retain(|(_, sentence)| sentence.split(' ').count() > 3);
    sentences
}
