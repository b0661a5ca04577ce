//! The documents: JSON, lines, references, schema.org data, HTML.

use expect_test::expect_file;
use explorer_compiler::export::{Format, Html, Of, Options, json, only};
use serde_json::Value;

use crate::small::{HOSTILE, content, content_saying};
use crate::{plain_text_of, text_of};

#[test]
fn the_json_document_has_its_published_shape() {
    expect_file!["golden/set.json"].assert_eq(&plain_text_of(&content(), Format::Json));
}

#[test]
fn a_set_comes_back_from_its_json_document() {
    let contents = HOSTILE.iter().map(|hostile| content_saying(hostile)).chain([content()]);
    for content in contents {
        let text = plain_text_of(&content, Format::Json);
        assert_eq!(json::read(&text).unwrap(), content);
    }
}

#[test]
fn lists_may_be_left_out_of_a_json_document_and_mean_none() {
    let mut value: Value = serde_json::from_str(&plain_text_of(&content(), Format::Json)).unwrap();
    value["evaluations"][1].as_object_mut().unwrap().remove("keywords");
    value["evaluations"][1].as_object_mut().unwrap().remove("unit");
    assert_eq!(json::read(&value.to_string()).unwrap(), content());
}

#[test]
fn a_document_that_is_something_else_is_refused_with_the_reason() {
    let good = plain_text_of(&content(), Format::Json);
    for (from, to, reason) in [
        ("\"evaluation-explorer\"", "\"geojson\"", "found \"geojson\""),
        ("\"version\": 1", "\"version\": 2", "expected \"version\": 1, found 2"),
        ("\"short_title\"", "\"shorttitle\"", "unknown field `shorttitle`"),
        ("\"id\": \"acme-9-2019\"", "\"id\": \"Acme 9\"", "found \"Acme 9\""),
        ("\"USD\"", "\"usd\"", "expected an ISO 4217 currency"),
        ("\"752110.31\"", "\"752,110.31\"", "expected an amount such as"),
        ("\"2022-03\"", "\"2022-13\"", "not a date"),
        ("\"final\"", "\"finale\"", "not a code of Timing"),
    ] {
        assert!(good.contains(from), "{from}");
        let error = json::read(&good.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn each_line_is_one_statement_with_its_evaluation() {
    let text = plain_text_of(&content(), Format::Jsonl);
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let pairs: Vec<_> = lines.iter().map(|v| (&v["evaluation"], &v["id"])).collect();
    assert_eq!(
        pairs,
        [
            (&"acme-12-2022".into(), &"acme-12-2022-f1".into()),
            (&"acme-12-2022".into(), &"acme-12-2022-r1".into()),
            (&"acme-9-2019".into(), &Value::from("acme-9-2019-l1")),
        ]
    );
    let options = Options { of: Of::Evaluations, ..Options::default() };
    let text = text_of(&content(), Format::Jsonl, &options);
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!((text.lines().count(), &first["id"]), (2, &"acme-12-2022".into()));
    assert!(first.get("statements").is_none());
}

#[test]
fn references_say_what_is_known_and_leave_out_what_is_not() {
    let content = content();
    expect_file!["golden/references.csl.json"].assert_eq(&plain_text_of(&content, Format::CslJson));
    expect_file!["golden/references.bib"].assert_eq(&plain_text_of(&content, Format::Bibtex));
    let ris = plain_text_of(&content, Format::Ris);
    expect_file!["golden/references.ris.txt"].assert_eq(&ris.replace("\r\n", "<CRLF>\n"));
}

#[test]
fn no_value_starts_a_line_or_entry_of_its_own_in_ris() {
    for hostile in HOSTILE {
        let text = plain_text_of(&content_saying(hostile), Format::Ris);
        let lines: Vec<_> = text.split("\r\n").filter(|line| !line.is_empty()).collect();
        assert!(lines.iter().all(|line| line.get(2..6) == Some("  - ")), "{text}");
        let entries = lines.iter().filter(|line| line.starts_with("TY  - "));
        assert_eq!(entries.count(), 2, "{text}");
        assert!(!text.contains(['\u{2028}', '\t']), "{text:?}");
    }
}

/// The depth of braces at the end, with escaped ones left out; `None` if it ever goes below zero.
fn brace_depth(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '{' => depth += 1,
            '}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    Some(depth)
}

#[test]
fn no_value_leaves_its_field_in_bibtex() {
    for hostile in HOSTILE {
        let text = plain_text_of(&content_saying(hostile), Format::Bibtex);
        for line in text.lines().filter(|line| line.starts_with("  ")) {
            assert_eq!(brace_depth(line), Some(0), "{line}");
        }
        assert_eq!(text.lines().filter(|line| line.starts_with('@')).count(), 2);
        let unescaped = text.replace("\\%", "").replace("\\$", "").replace("\\#", "");
        assert!(!unescaped.contains("% $") && !text.contains("\\input"), "{text}");
    }
}

#[test]
fn schema_org_data_describe_the_set_and_each_report() {
    expect_file!["golden/set.jsonld"].assert_eq(&plain_text_of(&content(), Format::JsonLd));
}

#[test]
fn the_static_list_has_all_statements_below_its_headings() {
    let html = Html { heading_level: 3, with_json_ld: false };
    let text = text_of(&content(), Format::Html, &Options { html, ..Options::default() });
    expect_file!["golden/list.html"].assert_eq(&text);
}

/// The names of the elements of a fragment in the order of their tags, `/name` for an end.
fn tags(html: &str) -> Vec<&str> {
    let pieces = html.split('<').skip(1);
    pieces.map(|piece| piece.split(['>', ' ']).next().unwrap()).collect()
}

#[test]
fn no_text_becomes_markup_or_script_in_the_static_list() {
    let html = Html { with_json_ld: true, ..Html::default() };
    let options = Options { html, ..Options::default() };
    let expected = text_of(&content_saying("plain"), Format::Html, &options);
    for hostile in HOSTILE {
        let text = text_of(&content_saying(hostile), Format::Html, &options);
        assert_eq!(tags(&text), tags(&expected), "{text}");
        assert!(!text.contains("href=\"javascript:"), "{text}");
        let script = text.split("<script type=\"application/ld+json\">").nth(1).unwrap();
        let data: Value = serde_json::from_str(script.split("</script>").next().unwrap()).unwrap();
        assert_eq!(data["name"], *hostile);
    }
}

#[test]
fn every_opened_element_of_the_static_list_is_closed() {
    let mut open = Vec::new();
    let text = plain_text_of(&content(), Format::Html);
    for tag in tags(&text).into_iter().filter(|&tag| tag != "br") {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{text}"),
            None => open.push(tag),
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn a_part_of_a_set_keeps_only_disagreements_with_all_their_sides() {
    let content = content();
    let statements = ["acme-12-2022-f1", "acme-9-2019-l1"].map(Into::into).into();
    let part = only(&content, &["acme-12-2022".into()], &statements);
    assert_eq!(part.records.len(), 1);
    assert_eq!(part.records[0].statements.len(), 1);
    assert_eq!(part.tensions, []);
    let both = ["acme-12-2022", "acme-9-2019"].map(Into::into);
    assert_eq!(only(&content, &both, &statements).tensions.len(), 1);
}
