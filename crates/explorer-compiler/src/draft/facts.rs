//! Header facts by the labels that briefs print.

use explorer_core::evaluation::{PartyKind, Timing};
use explorer_core::when::Span;

use super::find::{self, Money};
use super::head;
use super::labels::{Field, is_blank, is_prose, labelled, labelled_inside};
use super::lines::Line;
use super::parts::{countries, donors, members, spans};
use super::prose;
use super::statements::section_of;
use super::suggest::PlaceFound;

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// It stands beside its label.
    Sure,
    /// It stands where such a fact is usual.
    Likely,
    /// It stands somewhere in the text, or may be mixed up with a neighbouring column.
    Unsure,
}

/// A fact and where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The fact.
    pub value: T,
    /// The line of the text, from 1.
    pub line: usize,
    /// How sure it is.
    pub sureness: Sureness,
}

/// A person, firm or office as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The name without honorifics.
    pub name: String,
    /// By the words of the name.
    pub kind: PartyKind,
    /// The role, if one is printed.
    pub role: Option<String>,
}

/// Who gave money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DonorFound {
    /// The words of the document.
    pub as_printed: String,
    /// The id of its term, if a vocabulary knows the words.
    pub organisation: Option<String>,
}

/// A period in words and dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// From when to when.
    pub span: Span,
    /// The words of the document.
    pub as_printed: String,
}

/// The facts of a brief; what was not found is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The title as printed.
    pub title: Option<Found<String>>,
    /// The type of document.
    pub document_type: Option<Found<String>>,
    /// The id of the publishing agency, if a vocabulary knows one that is named.
    pub agency: Option<Found<String>>,
    /// The publishing unit.
    pub unit: Option<Found<String>>,
    /// The kind of evaluation as printed.
    pub kind: Option<Found<String>>,
    /// Final or mid-term, only when printed.
    pub timing: Option<Found<Timing>>,
    /// What the document says of its independence, in a field of its own.
    pub mode: Option<Found<String>>,
    /// The period that was evaluated.
    pub period: Option<Found<Period>>,
    /// A date of publication that stands alone on its line.
    pub published: Option<Found<String>>,
    /// The content of the region field.
    pub region: Option<Found<String>>,
    /// How many countries the document says there are.
    pub country_count: Option<Found<u16>>,
    /// Places of the projects.
    pub countries: Vec<Found<PlaceFound>>,
    /// The codes of projects.
    pub codes: Vec<Found<String>>,
    /// The field that states the duration, as printed.
    pub duration: Option<Found<String>>,
    /// From when to when, with the code that it is printed with.
    pub spans: Vec<Found<(Option<String>, Span)>>,
    /// The length in months, if stated.
    pub months: Option<Found<u16>>,
    /// Donors.
    pub donors: Vec<Found<DonorFound>>,
    /// Amounts.
    pub budgets: Vec<Found<Money>>,
    /// The evaluation team.
    pub team: Vec<Found<Member>>,
    /// The manager of the evaluation.
    pub manager: Option<Found<Member>>,
    /// The link to the full report.
    pub report: Option<Found<String>>,
    /// Keywords.
    pub keywords: Vec<Found<String>>,
    /// Fields that the text has without a value, such as "N/A", with their lines.
    pub blank: Vec<(Field, usize)>,
}

/// The value of a field: the rest of its line, or the lines after it.
struct Value {
    field: Field,
    text: String,
    line: usize,
    sureness: Sureness,
}

fn values(lines: &[Line]) -> Vec<Value> {
    let mut values = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let (field, rest, inside) = match labelled(&line.text) {
            Some((field, rest)) => (field, rest, false),
            None => match labelled_inside(&line.text) {
                Some((field, rest)) => (field, rest, true),
                None => continue,
            },
        };
        if field == Field::Other {
            continue;
        }
        let mut text = rest.to_owned();
        let mut sureness = match (inside, line.in_column) {
            (true, _) => Sureness::Unsure,
            (false, true) => Sureness::Likely,
            (false, false) => Sureness::Sure,
        };
        let mut used = line.number;
        for (next, taken) in lines[at + 1..].iter().zip(0..8) {
            let ends = labelled(&next.text).is_some() || section_of(&next.text).is_some();
            // A narrow column breaks a value at any word.
            let wraps = line.in_column && next.follows && field != Field::Report;
            if ends || next.begins || !(wraps || goes_on(field, &text, &next.text)) {
                break;
            }
            // What stands between a label and its value may be of another column.
            let astray = match field {
                Field::Report => find::address(&next.text).is_none(),
                _ => is_prose(&next.text) && !wraps,
            };
            if text.is_empty() && astray {
                sureness = Sureness::Unsure;
                continue;
            }
            if taken == 0 && text.is_empty() {
                used = next.number;
            }
            let glue = if field == Field::Report && !text.is_empty() { "" } else { " " };
            text = format!("{text}{glue}{}", next.text).trim().to_owned();
        }
        if text.len() > 200 && field != Field::Donors {
            sureness = sureness.max(Sureness::Unsure);
        }
        values.push(Value { field, text, line: used, sureness });
    }
    values
}

/// True when the next line still belongs to a value.
fn goes_on(field: Field, text: &str, next: &str) -> bool {
    if text.is_empty() {
        return true;
    }
    let open = text.matches('(').count() > text.matches(')').count();
    let hangs = text.ends_with([',', '&', '-']) || text.ends_with(" and") || open;
    match field {
        Field::Report => {
            let whole = [".htm", ".html", ".pdf"].iter().any(|end| text.ends_with(end));
            !whole && !next.contains(' ') && next.contains(['/', '.', '_'])
        }
        Field::Codes => hangs || !find::codes(next).is_empty() && !is_prose(next),
        Field::Duration => {
            hangs || !find::dates(next).is_empty() && next.len() < 60 && !is_prose(next)
        }
        _ => hangs,
    }
}

/// The facts of a text.
pub fn facts(lines: &[Line]) -> Facts {
    let mut facts = Facts::default();
    for value in values(lines) {
        if value.text.is_empty() || is_blank(&value.text) {
            facts.blank.push((value.field, value.line));
        } else {
            facts.take(&value);
        }
    }
    head::take(lines, &mut facts);
    prose::take(lines, &mut facts);
    facts
}

impl Facts {
    fn take(&mut self, value: &Value) {
        fn found<T>(value: &Value, fact: T) -> Found<T> {
            Found { value: fact, line: value.line, sureness: value.sureness }
        }
        let text = value.text.trim_end_matches('.').trim().to_owned();
        match value.field {
            Field::Region => self.region = Some(found(value, text.clone())),
            Field::Countries => {}
            Field::Duration => {
                self.duration = Some(found(value, text.clone()));
                self.spans = spans(&text).into_iter().map(|span| found(value, span)).collect();
            }
            Field::Donors | Field::DonorsAndBudget | Field::Budget => {
                let amounts = find::money(&text);
                let mut names = text.clone();
                for amount in &amounts {
                    names = names.replace(&amount.as_printed, " ");
                }
                self.budgets.extend(amounts.into_iter().map(|amount| found(value, amount)));
                if value.field != Field::Budget {
                    let donors = donors(&names)
                        .into_iter()
                        .map(|as_printed| DonorFound { as_printed, organisation: None });
                    self.donors.extend(donors.map(|donor| found(value, donor)));
                }
            }
            Field::Team => {
                self.team.extend(members(&value.text).into_iter().map(|one| found(value, one)));
            }
            Field::Manager => {
                self.manager = members(&value.text).into_iter().next().map(|one| found(value, one));
            }
            Field::Report => {
                let address = find::address(&value.text).map(str::to_owned);
                self.report = address.map(|address| found(value, address));
            }
            Field::Codes => {
                for code in find::labelled_codes(&text) {
                    if self.codes.iter().all(|known| known.value != code) {
                        self.codes.push(found(value, code));
                    }
                }
            }
            Field::Keywords => {
                let words = text.split([',', ';']).map(str::trim).filter(|word| !word.is_empty());
                self.keywords = words.map(|word| found(value, word.to_owned())).collect();
            }
            Field::Final => self.timing = Some(found(value, Timing::Final)),
            Field::MidTerm => self.timing = Some(found(value, Timing::MidTerm)),
            Field::Mode => self.mode = Some(found(value, text.clone())),
            Field::Other => {}
        }
        if let Field::Countries | Field::Region = value.field {
            let names = countries(&text, value.field == Field::Countries).into_iter();
            let places = names.map(|as_printed| PlaceFound { as_printed, term: None });
            self.countries.extend(places.map(|place| found(value, place)));
            self.country_count = country_count(&text).map(|count| found(value, count));
        }
    }
}

/// "in 9 countries".
fn country_count(text: &str) -> Option<u16> {
    let (before, _) = text.split_once(" countries")?;
    before.rsplit(' ').next()?.parse().ok()
}
