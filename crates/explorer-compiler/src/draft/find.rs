//! Values inside a line: dates, spans, amounts, codes, addresses.

use std::ops::Range;

use explorer_core::when::Date;

use crate::decimal;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// An amount of money as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Hundredths.
    pub cents: u64,
    /// ISO 4217, when it is printed; a bare dollar sign names none.
    pub currency: Option<&'static str>,
    /// True for amounts in millions or thousands.
    pub rounded: bool,
    /// The words.
    pub as_printed: String,
    /// The code of the project that is named with it, if exactly one is.
    pub code: Option<String>,
    /// The number of the phase that is named before it.
    pub phase: Option<u8>,
}

/// The parts of a text that a date may be made of, each with where it begins and ends.
fn words(text: &str) -> Vec<(usize, usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = character.is_alphanumeric() || character == '/';
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let is = |name: &&str| {
        *name == word
            || word.len() == 3 && name.starts_with(&word)
            || word == "sept" && **name == *"september"
    };
    (1..).zip(MONTHS).find(|(_, name)| is(name)).map(|(number, _)| number)
}

fn year(word: &str) -> Option<u16> {
    let year: u16 = (word.len() == 4).then(|| word.parse().ok()).flatten()?;
    (1950..=2100).contains(&year).then_some(year)
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ends = ["", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
    (ends && digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// `31/12/2021` with the day first, `12/2021`.
fn slashed(word: &str) -> Option<Date> {
    let parts: Vec<_> = word.split('/').collect();
    match parts[..] {
        [d, m, y] => Date::new(year(y)?, Some(m.parse().ok()?), Some(d.parse().ok()?)),
        [m, y] => Date::new(year(y)?, Some(m.parse().ok()?), None),
        _ => None,
    }
}

/// The dates of a text in order, each as precise as printed.
pub fn dates(text: &str) -> Vec<Date> {
    dates_at(text).into_iter().map(|(_, date)| date).collect()
}

/// The words of a text from its first date to its last.
pub fn dates_as_printed(text: &str) -> Option<&str> {
    let dates = dates_at(text);
    let (first, last) = (dates.first()?, dates.last()?);
    text.get(first.0.start..last.0.end)
}

/// The dates of a text, each with where its words stand.
fn dates_at(text: &str) -> Vec<(Range<usize>, Date)> {
    let words = words(text);
    let at_word = |at: Option<usize>| at.and_then(|at| words.get(at)).copied();
    let mut dates = Vec::new();
    for (at, &(from, to, this)) in words.iter().enumerate() {
        if let Some(date) = slashed(this) {
            dates.push((from..to, date));
        } else if let Some(year) = year(this) {
            let [one, two] = [1, 2].map(|back| at_word(at.checked_sub(back)).unwrap_or_default());
            // "31 December 2021", "December 31st, 2021", "December 2021", "2021".
            let (from, date) = match (month(one.2), month(two.2)) {
                (Some(month), _) => match day(two.2) {
                    Some(day) => (two.0, Date::new(year, Some(month), Some(day))),
                    None => (one.0, Date::new(year, Some(month), None)),
                },
                (None, Some(month)) if day(one.2).is_some() => {
                    (two.0, Date::new(year, Some(month), day(one.2)))
                }
                _ => (from, Date::new(year, None, None)),
            };
            dates.extend(date.map(|date| (from..to, date)));
        }
    }
    dates
}

/// Project codes: `ABCX59`, `ABC X26`, `ABC/X94`, `PER/17/51/USA`.
pub fn codes(text: &str) -> Vec<String> {
    let words: Vec<_> = text
        .split(|c: char| c.is_whitespace() || "(),;:&“”\"".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let capitals = |word: &str, least: usize, most: usize| {
        (least..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    let tail = |word: &str| {
        word.len() == 3
            && word.as_bytes()[0].is_ascii_uppercase()
            && word.bytes().skip(1).all(|b| b.is_ascii_digit())
    };
    let whole = |word: &str| {
        word.is_ascii() && word.len() == 6 && capitals(&word[..3], 3, 3) && tail(&word[3..])
    };
    let slashed = |word: &str| {
        let parts: Vec<_> = word.split('/').collect();
        match parts[..] {
            [a, b] => capitals(a, 3, 3) && tail(b),
            [a, .., z] if parts.len() >= 4 => {
                capitals(a, 3, 4)
                    && capitals(z, 2, 4)
                    && parts[1..parts.len() - 1].iter().all(|part| {
                        part.bytes().all(|b| b.is_ascii_alphanumeric()) && part.len() <= 3
                    })
            }
            _ => false,
        }
    };
    let mut found: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let spaced = at.checked_sub(1).map(|before| words[before]);
        let code = match spaced {
            _ if whole(word) || slashed(word) => Some((*word).to_owned()),
            Some(before) if tail(word) && capitals(before, 3, 3) => {
                Some(format!("{before} {word}"))
            }
            _ => None,
        };
        found.extend(code.filter(|code| !found.contains(code)));
        if found.len() == MOST_CODES {
            break;
        }
    }
    found
}

/// A brief with more codes is none.
pub const MOST_CODES: usize = 100;

/// Project codes beside their label: of any form that has digits and no small letters.
pub fn labelled_codes(text: &str) -> Vec<String> {
    let known = codes(text);
    if !known.is_empty() {
        return known;
    }
    let is_code = |part: &&str| {
        part.len() <= 24
            && part.bytes().any(|b| b.is_ascii_digit())
            && !part.chars().any(char::is_lowercase)
    };
    text.split([',', ';', '&', '(', ')'])
        .map(str::trim)
        .filter(is_code)
        .map(str::to_owned)
        .collect()
}

/// Amounts of money with their currency, as `USD 3,120,000`, `$752,110.31 USD`, `€11 million`.
pub fn money(text: &str) -> Vec<Money> {
    let mut found: Vec<Money> = Vec::new();
    let mut after = 0;
    for (start, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        if start < after || text[..start].ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let digits: usize = text[start..]
            .bytes()
            .take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
            .count();
        let figure = text[start..start + digits].trim_end_matches([',', '.']);
        let rest = &text[start + figure.len()..];
        let (scale, scaled) = scale(rest);
        let end = start + figure.len() + scaled;
        let Some((from, to, currency)) = sign(text, after, start, end) else { continue };
        if let Some(cents) = cents(figure, scale) {
            let as_printed = text[from..to].trim().to_owned();
            let code = code_of(&text[after..from], &text[to..]);
            let phase = phase_of(&text[after..from]);
            found.push(Money { cents, currency, rounded: scale > 1, as_printed, code, phase });
            after = to;
        }
    }
    found
}

/// The part of a text that belongs to the sentence which goes on behind it.
fn own_sentence(before: &str) -> &str {
    before.rfind(". ").map_or(before, |end| &before[end + 2..])
}

/// The code in brackets behind an amount, or the only one between it and what stands before.
fn code_of(before: &str, behind: &str) -> Option<String> {
    let bracket = behind.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
    let one = |text: &str| match &codes(text)[..] {
        [code] => Some(code.clone()),
        _ => None,
    };
    bracket.and_then(one).or_else(|| one(own_sentence(before)))
}

/// "Phase 2 (with USD 1,000,000)".
fn phase_of(before: &str) -> Option<u8> {
    let lower = own_sentence(before).to_lowercase();
    let (_, after) = lower.rsplit_once("phase ")?;
    after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// What a figure is multiplied by, and how long the word for it is.
fn scale(rest: &str) -> (u64, usize) {
    let word = rest.trim_start();
    let blanks = rest.len() - word.len();
    let known = [("million", 1_000_000), ("billion", 1_000_000_000), ("thousand", 1000)];
    let is =
        |name: &str| word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let scale = known.iter().find(|(name, _)| is(name));
    scale.map_or((1, 0), |(name, scale)| (*scale, blanks + name.len()))
}

const SIGNS: &[(&str, Option<&str>)] = &[
    ("USD$", Some("USD")),
    ("US$", Some("USD")),
    ("US $", Some("USD")),
    ("USD", Some("USD")),
    ("$AUD", Some("AUD")),
    ("A$", Some("AUD")),
    ("AUD", Some("AUD")),
    ("CAD", Some("CAD")),
    ("EUR", Some("EUR")),
    ("€", Some("EUR")),
    ("GBP", Some("GBP")),
    ("£", Some("GBP")),
    ("SEK", Some("SEK")),
    ("NOK", Some("NOK")),
    ("CHF", Some("CHF")),
    ("$", None),
];

/// Where an amount with its sign begins and ends, and the currency; `None` without a sign. What
/// stands before `free` belongs to another amount.
fn sign(
    text: &str,
    free: usize,
    start: usize,
    end: usize,
) -> Option<(usize, usize, Option<&'static str>)> {
    let before = text[free..start].trim_end();
    let behind = text[end..].trim_start();
    let leading = SIGNS.iter().find(|(sign, _)| before.ends_with(sign));
    let trailing =
        SIGNS.iter().find(|(sign, currency)| currency.is_some() && behind.starts_with(sign));
    let from = leading.map_or(start, |(sign, _)| free + before.len() - sign.len());
    let to = trailing.map_or(end, |(sign, _)| text.len() - behind.len() + sign.len());
    match (leading, trailing) {
        (None, None) => None,
        (Some((_, Some(currency))), _) => Some((from, end, Some(currency))),
        (_, Some((_, currency))) => Some((from, to, *currency)),
        (Some((_, None)), None) => Some((from, end, None)),
    }
}

fn cents(figure: &str, scale: u64) -> Option<u64> {
    let plain = figure.replace(',', "");
    match scale {
        1 => decimal::parse(&plain),
        scale => {
            let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
            let places = u32::try_from(rest.len()).ok()?;
            let units: u64 = format!("{whole}{rest}").parse().ok()?;
            let hundredths = units.checked_mul(scale)?.checked_mul(100)?;
            let divisor = 10_u64.checked_pow(places)?;
            (hundredths % divisor == 0).then(|| hundredths / divisor)
        }
    }
}

/// The first address of a text.
pub fn address(text: &str) -> Option<&str> {
    let start = text.find("https://").or_else(|| text.find("http://"))?;
    let rest = &text[start..];
    let end = rest.find(|c: char| c.is_whitespace() || "<>\")".contains(c)).unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',', ';']))
}

#[cfg(test)]
mod tests {
    use super::{address, codes, dates, dates_as_printed, labelled_codes, money};

    #[track_caller]
    fn check_dates(text: &str, expected: &[&str]) {
        let found: Vec<_> = dates(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_are_as_precise_as_printed() {
        check_dates("March 2015 to June 2018", &["2015-03", "2018-06"]);
        check_dates(
            "01/02/2015 - 30/06/2018 (A) and 12/2019",
            &["2015-02-01", "2018-06-30", "2019-12"],
        );
        check_dates("until December 31st, 2021, since 5 May 2017", &["2021-12-31", "2017-05-05"]);
        check_dates("2012-2020.", &["2012", "2020"]);
        check_dates("April 2016-March 2018", &["2016-04", "2018-03"]);
        check_dates("N/A; 45 of 2000000 people, room 1800", &[]);
        check_dates("Sept 2019", &["2019-09"]);
    }

    #[test]
    fn codes_are_told_from_words_and_acronyms() {
        assert_eq!(codes("Ports – HARX59 & (HARW60)"), ["HARX59", "HARW60"]);
        assert_eq!(
            codes("HAR X26, and XEA/X94; ABC/17/51/USA"),
            ["HAR X26", "XEA/X94", "ABC/17/51/USA"]
        );
        assert_eq!(codes("UNODC and the ILO, COVID-19, SDG 16, and/or"), Vec::<String>::new());
    }

    #[test]
    fn a_label_makes_other_forms_of_codes_known() {
        assert_eq!(labelled_codes("AB12; 300-774, RER/9"), ["AB12", "300-774", "RER/9"]);
        assert_eq!(labelled_codes("the first, HARX59"), ["HARX59"]);
        assert_eq!(labelled_codes("N/A, see page 3"), Vec::<String>::new());
    }

    #[track_caller]
    fn check_money(text: &str, cents: u64, currency: Option<&str>, printed: &str) {
        let found = money(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].cents, found[0].currency), (cents, currency), "{text}");
        assert_eq!(found[0].as_printed, printed);
    }

    #[test]
    fn amounts_need_a_sign_and_a_bare_dollar_names_no_currency() {
        check_money("(with USD 3,120,000) in 2019", 312_000_000, Some("USD"), "USD 3,120,000");
        check_money("a budget of $752,110.31 USD from", 75_211_031, Some("USD"), "$752,110.31 USD");
        check_money("Aid (USD5.7 million)", 570_000_000, Some("USD"), "USD5.7 million");
        check_money("US $ 14,395,138", 1_439_513_800, Some("USD"), "US $ 14,395,138");
        check_money("AidOz - $AUD 10 million", 1_000_000_000, Some("AUD"), "$AUD 10 million");
        check_money("some $700,000 in kind", 70_000_000, None, "$700,000");
        assert_eq!(money("in 85 countries, 53% of 2020"), []);
        let printed: Vec<String> =
            money("$752,110.31 USD 12/11/2021").into_iter().map(|it| it.as_printed).collect();
        assert_eq!(printed, ["$752,110.31 USD"], "one sign is not two figures'");
        assert_eq!(money("USD 1,000 and EUR 2,000").len(), 2);
    }

    #[test]
    fn a_sign_belongs_to_one_amount() {
        check_money("$752,110.31 USD 12/11/2021", 75_211_031, Some("USD"), "$752,110.31 USD");
    }

    #[test]
    fn an_amount_belongs_to_the_code_that_is_named_with_it() {
        let codes_of = |text: &str| -> Vec<Option<String>> {
            money(text).into_iter().map(|money| money.code).collect()
        };
        let own = |code: &str| Some(code.to_owned());
        assert_eq!(
            codes_of("HARX59 had USD 1,000 from Sund. HARW60 was given $2,000.50 USD."),
            [own("HARX59"), own("HARW60")]
        );
        assert_eq!(
            codes_of("USD 1,000 (HARX59) and USD 2,000 (HARW60)"),
            [own("HARX59"), own("HARW60")]
        );
        assert_eq!(codes_of("HARX59 and HARW60 together had USD 3,000"), [None]);
        assert_eq!(codes_of("HARX59 began in fog. The port had USD 3,000"), [None]);
        assert_eq!(money("Phase 2 (with USD 1,000)")[0].phase, Some(2));
    }

    #[test]
    fn dates_are_cut_out_as_they_are_printed() {
        let cut = |text| dates_as_printed(text).unwrap();
        assert_eq!(
            cut("from 5 May 2017 to the end of July 2020."),
            "5 May 2017 to the end of July 2020"
        );
        assert_eq!(cut("until December 31st, 2021, at sea"), "December 31st, 2021");
    }

    #[test]
    fn addresses_end_before_punctuation() {
        assert_eq!(
            address("see <https://example.org/a_2019.html>."),
            Some("https://example.org/a_2019.html")
        );
        assert_eq!(address("none"), None);
    }
}
