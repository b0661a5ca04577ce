use proptest::prelude::*;

use super::{Dataset, EvaluationIx, StatementIx};
use crate::artifact::{ArtifactError, PackError, as_shown, cut, pack};
use crate::content::{Content, Record};
use crate::evaluation::Timing;
use crate::facet::FacetId;
use crate::money::BudgetScope;
use crate::place::PlaceKind;
use crate::statement::StatementKind;
use crate::tension::{Side, Tension, TensionKind};
use crate::testing::{
    budget, content, content_of_seed, donor, evaluation, person, place, project, statement,
};

fn open(content: &Content) -> Dataset {
    Dataset::open(pack(content).unwrap()).unwrap()
}

fn ids(dataset: &Dataset, facet: FacetId) -> Vec<&str> {
    dataset.facet_values(facet).iter().map(|value| &*value.id).collect()
}

fn two() -> Content {
    let mut first = evaluation("e1", "Bridges");
    first.places = vec![place(PlaceKind::Country, "pe"), place(PlaceKind::Territory, "aw")];
    first.kind.timing = Timing::Final;
    first.team = vec![person("José Núñez"), person("Ann Lee")];
    first.projects = vec![project("One"), project("Two")];
    first.projects[0].code = Some("PER/17/51/USA".into());
    first.projects[0].donors = vec![donor("us")];
    first.projects[0].budgets = vec![budget(BudgetScope::Project, 100, "USD")];
    first.projects[1].budgets = vec![budget(BudgetScope::Project, 50, "USD")];
    let mut second = evaluation("e0", "The world");
    second.places = vec![place(PlaceKind::Global, "global")];
    let statements = vec![
        statement("e1", StatementKind::Finding, 1, "It worked."),
        statement("e1", StatementKind::LessonOrGoodPractice, 1, "Begin early."),
    ];
    content(vec![
        Record { evaluation: first, statements },
        Record { evaluation: second, statements: Vec::new() },
    ])
}

#[test]
fn what_was_packed_is_read_again() {
    let content = two();
    let dataset = open(&content);
    assert_eq!((dataset.evaluation_count(), dataset.statement_count()), (2, 2));
    let ix = dataset.find_evaluation("e1").unwrap();
    assert_eq!(dataset.evaluation(ix).as_ref(), Some(&content.records[0].evaluation));
    let statements: Vec<_> =
        dataset.statements_of(ix).filter_map(|statement| dataset.statement(statement)).collect();
    assert_eq!(statements, content.records[0].statements);
    let lesson = dataset.find_statement("e1-lg1").unwrap();
    assert_eq!((lesson, dataset.evaluation_of(lesson)), (StatementIx(1), Some(ix)));
    assert_eq!(dataset.title(), content.title);
    assert_eq!(dataset.vocabulary(), &as_shown(&content.vocabulary));
    assert_eq!(dataset.synonyms(), content.synonyms);
}

#[test]
fn terms_keep_what_is_shown_of_them() {
    let content = two();
    let dataset = open(&content);
    let (before, after) = (&content.vocabulary.places.0, &dataset.vocabulary().places.0);
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(after) {
        assert_eq!((&before.id, &before.broader), (&after.id, &after.broader));
        assert_eq!(
            (after.labels.as_slice(), after.label("es")),
            (&before.labels[..1], before.label("en"))
        );
        assert!(after.aliases.is_empty() && !before.aliases.is_empty());
    }
}

#[test]
fn what_is_not_there_is_not_found() {
    let dataset = open(&two());
    assert_eq!(dataset.find_evaluation("e"), None);
    assert_eq!(dataset.find_evaluation(""), None);
    for id in ["e1-f2", "e1", "e9-f1", "-", "", "e1-"] {
        assert_eq!(dataset.find_statement(id), None, "{id}");
    }
    let beyond = EvaluationIx(2);
    assert_eq!(dataset.evaluation(beyond), None);
    assert_eq!(dataset.evaluation_id(beyond), None);
    assert_eq!(dataset.statements_of(beyond).len(), 0);
    assert_eq!(dataset.statement(StatementIx(2)), None);
    assert_eq!(dataset.evaluation_of(StatementIx(u32::MAX)), None);
}

#[test]
fn an_empty_set_can_be_opened() {
    let dataset = open(&content(Vec::new()));
    assert_eq!((dataset.evaluation_count(), dataset.statement_count()), (0, 0));
    assert_eq!(dataset.find_evaluation("e1"), None);
    assert!(ids(&dataset, FacetId::Country).is_empty());
}

#[test]
fn values_of_facets_stand_in_the_order_of_display() {
    let dataset = open(&two());
    assert_eq!(ids(&dataset, FacetId::Country), ["pe", "aw", "not-stated"]);
    assert_eq!(ids(&dataset, FacetId::Region), ["global", "americas", "south-america"]);
    assert_eq!(ids(&dataset, FacetId::Timing), ["final", "mid-term", "not-stated"]);
    assert_eq!(ids(&dataset, FacetId::Person), ["ann-lee", "jose-nunez", "not-stated"]);
    assert_eq!(ids(&dataset, FacetId::Code), ["per-17-51-usa", "not-stated"]);
    assert_eq!(ids(&dataset, FacetId::Status), ["planned", "active", "ended", "not-stated"]);
    assert_eq!(ids(&dataset, FacetId::Kind).len(), StatementKind::ALL.len());
    assert_eq!(ids(&dataset, FacetId::Theme), ["not-stated"]);
}

#[test]
fn values_have_names_from_the_vocabulary_or_as_printed() {
    let dataset = open(&two());
    let label = |facet, value| dataset.facet_label(facet, value, "en");
    assert_eq!(label(FacetId::Country, "pe"), Some("The pe"));
    assert_eq!(label(FacetId::Code, "per-17-51-usa"), Some("PER/17/51/USA"));
    assert_eq!(label(FacetId::Person, "jose-nunez"), Some("José Núñez"));
    assert_eq!(label(FacetId::Timing, "final"), None);
    assert_eq!(label(FacetId::Person, "nobody"), None);
}

#[test]
fn names_of_before_lead_to_the_name_of_now() {
    let mut content = two();
    let dataset = open(&content);
    assert_eq!(dataset.redirect("old"), Some("e0"));
    assert_eq!(dataset.redirect("older"), Some("e0"));
    assert_eq!(dataset.redirect("e0"), None);
    content.redirects[1].to = "old".into();
    let in_a_ring = open(&content);
    assert!(in_a_ring.redirect("old").is_some());
}

#[test]
fn tensions_concern_those_who_take_a_side() {
    let mut content = two();
    let side = |statements: &[&str], evaluations: &[&str]| Side {
        stance: "A stance".into(),
        statements: statements.iter().map(|&id| id.into()).collect(),
        evaluations: evaluations.iter().map(|&id| id.into()).collect(),
    };
    content.tensions = vec![Tension {
        id: "pace".into(),
        kind: TensionKind::Tension,
        question: "How soon?".into(),
        summary: "They differ.".into(),
        may_come_from: None,
        sides: vec![side(&["e1-f1"], &[]), side(&[], &["e2"])],
        silent: vec!["e0".into()],
        within: None,
    }];
    let dataset = open(&content);
    let of = |id: &str| dataset.tensions_of_evaluation(&id.into()).count();
    assert_eq!([of("e1"), of("e2"), of("e0"), of("e")], [1, 1, 0, 0]);
    assert_eq!(dataset.tensions_of_statement(&"e1-f1".into()).count(), 1);
    assert_eq!(dataset.tensions_of_statement(&"e1-lg1".into()).count(), 0);
}

#[test]
fn ids_that_could_not_be_found_again_are_refused() {
    let mut content = two();
    content.records[0].statements[1].id = "e1-f1".into();
    assert_eq!(pack(&content), Err(PackError::Duplicate { id: "e1-f1".into() }));
    content.records[0].statements[1].id = "e0-f1".into();
    let expected = PackError::StatementId { expected: "e1-".into(), found: "e0-f1".into() };
    assert_eq!(pack(&content), Err(expected));
    let mut content = two();
    content.records[1].evaluation.id = "e1".into();
    assert_eq!(pack(&content), Err(PackError::Duplicate { id: "e1".into() }));
}

#[test]
fn a_set_that_only_claims_to_be_large_is_refused() {
    let bytes = pack(&two()).unwrap();
    let whole = Dataset::open(bytes.clone()).unwrap();
    assert_eq!(whole.digest(), Dataset::open(bytes.clone()).unwrap().digest());
    let error = Dataset::open(bytes[..bytes.len() - 1].to_vec()).unwrap_err();
    assert!(matches!(error, ArtifactError::Truncated { .. }), "{error}");
}

proptest! {
    #[test]
    fn packing_does_not_depend_on_the_order_of_records(seed: u64, count in 0..8_usize) {
        let content = content_of_seed(seed, count);
        let mut turned = content.clone();
        turned.records.reverse();
        prop_assert_eq!(pack(&content), pack(&turned));
    }

    #[test]
    fn every_record_is_read_again(seed: u64, count in 0..8_usize) {
        let content = content_of_seed(seed, count);
        let dataset = open(&content);
        for record in &content.records {
            let ix = dataset.find_evaluation(record.evaluation.id.as_str()).unwrap();
            prop_assert_eq!(dataset.evaluation(ix), Some(record.evaluation.clone()));
            for statement in &record.statements {
                let at = dataset.find_statement(statement.id.as_str()).unwrap();
                prop_assert_eq!(dataset.statement(at), Some(statement.clone()));
                prop_assert_eq!(dataset.evaluation_of(at), Some(ix));
            }
        }
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_harm(bytes: Vec<u8>) {
        prop_assert!(Dataset::open(bytes).is_err());
    }

    #[test]
    fn a_changed_byte_anywhere_is_noticed(seed: u64, at: prop::sample::Index, by in 1..=255_u8) {
        let mut bytes = pack(&content_of_seed(seed, 3)).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        prop_assert!(Dataset::open(bytes).is_err());
    }

    /// Checksums are made right again, so that the decoders themselves meet the damage.
    #[test]
    fn damage_behind_a_right_checksum_does_no_harm(
        seed: u64,
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = pack(&content_of_seed(seed, 3)).unwrap();
        for (at, value) in edits {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        crate::artifact::seal(&mut bytes);
        if let Ok(dataset) = Dataset::open(bytes) {
            read_everything(&dataset);
        }
    }
}

fn read_everything(dataset: &Dataset) {
    for ix in dataset.evaluations() {
        let _ = (dataset.evaluation(ix), dataset.evaluation_id(ix));
        for statement in dataset.statements_of(ix) {
            let _ = dataset.statement(statement);
        }
    }
    for id in ["e0", "e1-f1", "e2-r2"] {
        let _ = (dataset.find_evaluation(id), dataset.find_statement(id), dataset.redirect(id));
    }
}

proptest! {
    #[test]
    fn parts_of_statements_read_alone_are_those_of_the_whole(seed: u64) {
        let dataset = open(&content_of_seed(seed, 4));
        for ix in dataset.evaluations() {
            let statements: Vec<_> = dataset.statements_of(ix).collect();
            let whole = |ix: &StatementIx| dataset.statement(*ix).unwrap();
            let texts: Vec<_> = statements.iter().map(|ix| dataset.text_of(*ix).unwrap()).collect();
            prop_assert_eq!(texts, statements.iter().map(|ix| whole(ix).text).collect::<Vec<_>>());
            let kinds: Vec<_> = statements.iter().map(|ix| whole(ix).kind).collect();
            let counted = dataset.card(ix).unwrap().kinds;
            let of_kind = |kind| kinds.iter().filter(|&&own| own == kind).count() as u32;
            prop_assert!(counted.iter().all(|it| it.number == of_kind(it.kind)));
            prop_assert_eq!(counted.iter().map(|it| it.number).sum::<u32>(), kinds.len() as u32);
        }
    }
}

#[test]
fn a_set_opened_by_its_first_part_is_completed_by_the_rest() {
    let content = two();
    let bytes = pack(&content).unwrap();
    let (first, rest) = bytes.split_at(cut(&bytes).unwrap());
    let (whole, dataset) = (open(&content), Dataset::open_first(first.to_vec()).unwrap());
    let (evaluation, statement) = (EvaluationIx(1), StatementIx(0));
    assert!(!dataset.is_complete() && whole.is_complete());
    assert_eq!(dataset.card(evaluation), whole.card(evaluation));
    assert_eq!((dataset.evaluation(evaluation), dataset.tensions()), (None, &[][..]));
    let card = whole.card(evaluation).unwrap();
    assert_eq!(dataset.agency_name(&card, "en"), whole.agency_name(&card, "en"));
    assert_eq!(dataset.place_names(&card, "en"), whole.place_names(&card, "en"));
    assert_eq!(dataset.facet_values(FacetId::Kind), []);
    assert_eq!(dataset.digest(), whole.digest());
    assert_eq!((dataset.statement(statement), dataset.find_statement("e1-lg1")), (None, None));
    assert!(dataset.searcher().is_err());

    let short = dataset.complete(rest[..rest.len() - 1].to_vec()).unwrap_err();
    assert!(matches!(short, ArtifactError::Truncated { .. }), "{short}");
    assert!(!dataset.is_complete());

    dataset.complete(rest.to_vec()).unwrap();
    assert_eq!(dataset.evaluation(evaluation), whole.evaluation(evaluation));
    assert_eq!(dataset.statement(statement), whole.statement(statement));
    assert_eq!(dataset.find_statement("e1-lg1"), whole.find_statement("e1-lg1"));
    assert!(dataset.searcher().is_ok());
    // More of it changes nothing.
    dataset.complete(Vec::new()).unwrap();
}

#[test]
fn a_card_says_what_the_record_says() {
    let content = content_of_seed(11, 20);
    let dataset = open(&content);
    for record in &content.records {
        let evaluation = &record.evaluation;
        let ix = dataset.find_evaluation(evaluation.id.as_str()).unwrap();
        let card = dataset.card(ix).unwrap();
        assert_eq!(
            (&card.title, &card.short_title, &card.language, &card.agency),
            (&evaluation.title, &evaluation.short_title, &evaluation.language, &evaluation.agency)
        );
        assert_eq!((card.timing, card.span), (evaluation.kind.timing, evaluation.whole_span()));
        assert_eq!(card.coded_on, evaluation.provenance.coded_on);
        let named: Vec<_> = evaluation.places.iter().filter_map(|it| it.term.as_ref()).collect();
        assert!(card.places.iter().all(|term| named.contains(&term)));
        assert!(named.iter().all(|term| card.places.contains(term)));
        assert_eq!(dataset.evaluation(ix).as_ref(), Some(evaluation));
    }
}
