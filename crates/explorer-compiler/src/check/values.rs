//! Single values: dates that exist, currencies, amounts, ids, language tags.

use explorer_core::id::is_id;
use explorer_core::when::Date;

use super::shape::Breach;
use crate::decimal;
use crate::problem::Rule;
use crate::shape::Form;

const BAD_DATE: Rule = Rule::error("bad-date", "there is no such date");
const BAD_CURRENCY: Rule = Rule::error("bad-currency", "there is no such currency");
const BAD_AMOUNT: Rule = Rule::error("bad-amount", "this is not an amount of money");
const BAD_LANGUAGE: Rule = Rule::error("bad-language", "this is not a language tag");
const BAD_ID: Rule = Rule::error("bad-id", "this cannot be an id");
const BAD_M49: Rule = Rule::error("bad-m49", "this is not a code of the M49 list");

/// The rules of this file.
pub const RULES: &[&Rule] =
    &[&BAD_DATE, &BAD_CURRENCY, &BAD_AMOUNT, &BAD_LANGUAGE, &BAD_ID, &BAD_M49];

/// What is wrong with a text that has to be more than text.
#[must_use]
pub fn breach(form: &Form, text: &str) -> Option<Breach> {
    let (rule, holds, expected): (&'static Rule, bool, &str) = match form {
        Form::Date => (
            &BAD_DATE,
            Date::parse(text).is_some(),
            "a real date: YYYY, YYYY-MM or YYYY-MM-DD, as precise as printed",
        ),
        Form::Currency => (
            &BAD_CURRENCY,
            CURRENCIES.split_ascii_whitespace().any(|code| code == text),
            "a code of ISO 4217 in capitals, for example USD",
        ),
        Form::Amount => (
            &BAD_AMOUNT,
            decimal::parse(text).is_some_and(|cents| cents > 0),
            "digits, with a point before cents and no separators, more than zero, for example 752110.31",
        ),
        Form::Language => {
            (&BAD_LANGUAGE, is_language(text), "a BCP 47 tag, for example en, es or zh-Hans")
        }
        Form::Id => return is_id(text).then_some(()).map_or_else(|| Some(bad_id(text)), |()| None),
        Form::M49 => (
            &BAD_M49,
            text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()),
            "three digits, for example 419",
        ),
        _ => return None,
    };
    let hint = matches!(form, Form::Amount).then(|| {
        "an amount that is not stated is `\"not-stated\"` instead of the table".to_owned()
    });
    (!holds).then(|| Breach {
        rule,
        expected: expected.to_owned(),
        found: format!("`{text}`"),
        hint,
    })
}

/// The breach of a text that cannot be an id.
#[must_use]
pub fn bad_id(text: &str) -> Breach {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let proposal: String = text.chars().map(plain).collect();
    let proposal = proposal.trim_matches('-');
    Breach {
        rule: &BAD_ID,
        expected: "lower-case letters, digits and hyphens only".to_owned(),
        found: format!("`{text}`"),
        hint: is_id(proposal).then(|| format!("for example `{proposal}`")),
    }
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// The currencies of ISO 4217 in use, and those of the founding members of the euro, which older
/// documents print.
const CURRENCIES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND \
    BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN \
    ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD \
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT \
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
    RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND \
    TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG \
    ATS BEF DEM ESP FIM FRF IEP ITL LUF NLG PTE GRD HRK";

#[cfg(test)]
mod tests {
    use super::{breach, is_language};
    use crate::shape::Form;

    #[track_caller]
    fn check(form: &Form, good: &[&str], bad: &[&str]) {
        for text in good {
            assert!(breach(form, text).is_none(), "{text}");
        }
        for text in bad {
            assert!(breach(form, text).is_some(), "{text}");
        }
    }

    #[test]
    fn dates_must_exist() {
        check(
            &Form::Date,
            &["2017", "2017-10", "2016-02-29"],
            &["2017-02-29", "10/2017", "2017-1"],
        );
    }

    #[test]
    fn currencies_are_those_of_the_standard() {
        check(&Form::Currency, &["USD", "EUR", "PEN"], &["usd", "UDS", "$", "US"]);
    }

    #[test]
    fn nothing_is_not_an_amount() {
        check(
            &Form::Amount,
            &["1", "0.01", "752110.31"],
            &["0", "0.00", "1,000", "5.7 million", "-1"],
        );
    }

    #[test]
    fn language_tags_have_a_short_first_part() {
        assert!(is_language("en") && is_language("zh-Hans") && is_language("es-419"));
        assert!(
            !is_language("English")
                && !is_language("e")
                && !is_language("EN")
                && !is_language("en-")
        );
    }

    #[test]
    fn a_bad_id_gets_a_proposal() {
        let breach = breach(&Form::Id, "PER/17/51").unwrap();
        assert_eq!(breach.hint.as_deref(), Some("for example `per-17-51`"));
    }
}
