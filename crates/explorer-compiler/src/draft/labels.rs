//! The labels of fields that briefs print.

/// A labelled field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Where.
    Region,
    /// Countries.
    Countries,
    /// From when to when.
    Duration,
    /// Donors.
    Donors,
    /// Donors and budget in one.
    DonorsAndBudget,
    /// Budget.
    Budget,
    /// Evaluators.
    Team,
    /// The manager of the evaluation.
    Manager,
    /// The link to the report.
    Report,
    /// Codes of projects.
    Codes,
    /// Keywords.
    Keywords,
    /// The date of a final evaluation.
    Final,
    /// The date of a mid-term evaluation.
    MidTerm,
    /// Whether it is independent.
    Mode,
    /// Another label, which ends a value.
    Other,
}

const LABELS: &[(&str, Field)] = &[
    ("region", Field::Region),
    ("regions", Field::Region),
    ("location", Field::Region),
    ("countries", Field::Countries),
    ("country", Field::Countries),
    ("duration", Field::Duration),
    ("project duration", Field::Duration),
    ("programmes' duration", Field::Duration),
    ("project dates", Field::Duration),
    ("programme duration", Field::Duration),
    ("donor(s) & budget", Field::DonorsAndBudget),
    ("donor & budget", Field::DonorsAndBudget),
    ("donor(s)", Field::Donors),
    ("donors", Field::Donors),
    ("donor", Field::Donors),
    ("programme budget", Field::Budget),
    ("project budget", Field::Budget),
    ("total budget", Field::Budget),
    ("budget", Field::Budget),
    ("evaluation team", Field::Team),
    ("evaluation consultant(s)", Field::Team),
    ("evaluation consultants", Field::Team),
    ("evaluators", Field::Team),
    ("evaluator", Field::Team),
    ("evaluator(s)", Field::Team),
    ("evaluation manager", Field::Manager),
    ("full report", Field::Report),
    ("evaluation report", Field::Report),
    ("link to the full report", Field::Report),
    ("project code", Field::Codes),
    ("project codes", Field::Codes),
    ("programme codes", Field::Codes),
    ("programme code", Field::Codes),
    ("project number", Field::Codes),
    ("keywords", Field::Keywords),
    ("mid-term", Field::MidTerm),
    ("midterm", Field::MidTerm),
    ("final", Field::Final),
    ("evaluation mode", Field::Mode),
    ("mode", Field::Mode),
    ("administrative office", Field::Other),
    ("technical office", Field::Other),
    ("technical backstopping", Field::Other),
    ("implementing agency", Field::Other),
    ("project end", Field::Other),
    ("quick facts", Field::Other),
    ("chief", Field::Other),
];

/// A longer beginning of a line is no label.
const LONGEST: usize = 100;

/// The field of a line that begins with a label, and what follows the label.
pub fn labelled(text: &str) -> Option<(Field, &str)> {
    let (label, value) = text.split_once(':').filter(|(label, _)| label.len() <= LONGEST)?;
    let label = label.trim().to_lowercase().replace('’', "'");
    let exact = LABELS.iter().find(|(known, _)| *known == label);
    // "CHIEF, SOME SECTION:" and the like are labels that we do not read.
    let other = || {
        text.len() < 90
            && label.len() > 3
            && text[..label.len().min(text.len())].chars().all(|c| !c.is_lowercase())
    };
    match exact {
        Some((_, field)) => Some((*field, value.trim())),
        None if text.is_ascii() && other() => Some((Field::Other, value.trim())),
        None => None,
    }
}

/// A line whose label is set apart by a gap instead of a colon, with the colon.
pub fn with_colon(raw: &str) -> std::borrow::Cow<'_, str> {
    let parted = raw.split_once("  ").or_else(|| raw.split_once('\t'));
    let label = parted.map(|(label, _)| label.trim().to_lowercase().replace('’', "'"));
    let known = label.is_some_and(|label| LABELS.iter().any(|(known, _)| *known == label));
    match parted {
        Some((label, value)) if known => format!("{}: {}", label.trim(), value.trim()).into(),
        _ => raw.into(),
    }
}

/// A label inside a line, as when two columns were run together.
pub fn labelled_inside(text: &str) -> Option<(Field, &str)> {
    const INSIDE: &[(&str, Field)] = &[
        (" Region: ", Field::Region),
        (" Duration: ", Field::Duration),
        (" Donors: ", Field::Donors),
        (" Donor: ", Field::Donors),
        (" Donor(s): ", Field::Donors),
        (" Evaluation team: ", Field::Team),
        (" Full report: ", Field::Report),
        (" Project Code: ", Field::Codes),
    ];
    INSIDE.iter().find_map(|(label, field)| {
        if text.ends_with(label.trim_end()) {
            return Some((*field, ""));
        }
        let at = text.find(label)?;
        Some((*field, text[at + label.len()..].trim()))
    })
}

pub fn is_blank(value: &str) -> bool {
    matches!(
        value.trim_end_matches('.').to_lowercase().as_str(),
        "n/a" | "na" | "-" | "–" | "none" | "not applicable" | "not available" | "tbd"
    )
}

pub fn is_prose(text: &str) -> bool {
    text.starts_with(char::is_lowercase) || text.len() > 110 && text.ends_with('.')
}
