//! What stands at the head of a brief without a label: type, kind, title, unit, date.

use explorer_core::evaluation::Timing;

use super::facts::{Facts, Found, Sureness};
use super::find;
use super::labels::labelled;
use super::lines::Line;
use super::statements::begins_section;

/// A head is no longer, even when no label and no section ends it.
const LONGEST: usize = 15;

/// Takes what the head says and no label has said.
pub fn take(lines: &[Line], facts: &mut Facts) {
    let ends = |line: &Line| labelled(&line.text).is_some() || begins_section(&line.text);
    let head = lines.iter().take(LONGEST).take_while(|line| !ends(line));
    let head: Vec<&Line> = head.collect();
    let first = |is: &dyn Fn(&str) -> bool| head.iter().find(|line| is(&line.text));
    facts.document_type = first(&is_type).map(|line| likely(line));
    let after_dash = || head.iter().find_map(|line| kind_after_dash(line));
    facts.kind = after_dash().or_else(|| first(&is_kind).map(|line| likely(line)));
    facts.published = first(&is_date).map(|line| likely(line));
    facts.unit = lines.iter().find(|line| is_unit(&line.text)).map(likely);
    let is_title =
        |text: &str| text.len() > 15 && !is_type(text) && !is_kind(text) && !is_unit(text);
    let titles = head.iter().filter(|line| is_title(&line.text));
    facts.title = titles.max_by_key(|line| line.text.len()).map(|line| likely(line));
    if facts.timing.is_none() {
        let printed = facts.kind.iter().chain(&facts.title).chain(&facts.document_type);
        facts.timing = printed.into_iter().find_map(timing);
    }
    if facts.codes.is_empty() {
        facts.codes = codes(&head);
    }
}

fn likely(line: &Line) -> Found<String> {
    Found { value: line.text.clone(), line: line.number, sureness: Sureness::Likely }
}

fn is_type(text: &str) -> bool {
    let types = ["evaluation brief", "evaluation briefs", "evaluation summary", "briefs"];
    types.contains(&text.to_lowercase().as_str())
}

fn has_kind_word(text: &str) -> bool {
    let words = ["final", "mid-term", "midterm", "independent", "in-depth", "cluster"];
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
}

fn is_kind(text: &str) -> bool {
    let kind_word = has_kind_word(text);
    let text = text.to_lowercase();
    text.contains("evaluation")
        && text.len() < 70
        && kind_word
        && !text.ends_with(" section")
        && !text.ends_with(" unit")
}

/// The kind behind the title on one line: "Fair crews – Midterm evaluation".
fn kind_after_dash(line: &Line) -> Option<Found<String>> {
    let dashes = [" – ", " — ", " - "];
    let (title, kind) = dashes.iter().find_map(|dash| line.text.rsplit_once(dash))?;
    let own = is_kind(kind) && !has_kind_word(title);
    own.then(|| Found { value: kind.trim().to_owned(), ..likely(line) })
}

fn is_unit(text: &str) -> bool {
    text.to_lowercase().starts_with("independent evaluation") && text.len() < 50 && !is_kind(text)
}

fn is_date(text: &str) -> bool {
    text.len() < 20 && find::dates(text).len() == 1
}

/// Final or mid-term, by the words that print it.
fn timing(words: &Found<String>) -> Option<Found<Timing>> {
    let text = words.value.to_lowercase();
    let mid_term = ["mid-term eval", "midterm eval", "mid-term cluster", "mid-term independent"];
    let timing = if mid_term.iter().any(|words| text.contains(words)) {
        Timing::MidTerm
    } else if text.starts_with("final ") || text.contains(" final ") {
        Timing::Final
    } else {
        return None;
    };
    Some(Found { value: timing, line: words.line, sureness: words.sureness })
}

/// The codes of the head, each once.
fn codes(head: &[&Line]) -> Vec<Found<String>> {
    let mut codes: Vec<Found<String>> = Vec::new();
    for line in head {
        for value in find::codes(&line.text) {
            if codes.iter().all(|known| known.value != value) {
                codes.push(Found { value, ..likely(line) });
            }
        }
    }
    codes
}
