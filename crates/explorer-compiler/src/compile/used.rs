//! A checked set as it is packed: in order, with the terms that it uses and no others.

use std::collections::BTreeSet;

use explorer_core::content::{Content, Record};
use explorer_core::id::TermId;
use explorer_core::vocabulary::{Term, Terms, Vocabulary};

use crate::authored::Authored;
use crate::shape::VocabularyName;

/// The content of a set without errors; `None` when there is no data date, which is an error.
pub fn content(set: Authored) -> Option<Content> {
    let mut records: Vec<Record> =
        set.records.into_iter().map(|authored| authored.record).collect();
    records.sort_by(|a, b| a.evaluation.id.cmp(&b.evaluation.id));
    for record in &mut records {
        record.statements.sort_by_key(|statement| (statement.kind, statement.ordinal));
    }
    let vocabulary = only_used(set.vocabulary, &records);
    Some(Content {
        title: set.title,
        data_date: set.data_date?,
        tensions: set.tensions.into_iter().map(|authored| authored.tension).collect(),
        vocabulary,
        synonyms: set.synonyms,
        redirects: set.redirects,
        records,
    })
}

fn only_used(mut vocabulary: Vocabulary, records: &[Record]) -> Vocabulary {
    for name in VocabularyName::ALL {
        let terms = name.terms_mut(&mut vocabulary);
        let used = with_broader(records.iter().flat_map(|record| uses(name, record)), terms);
        terms.0.retain(|term| used.contains(&term.id));
    }
    vocabulary
}

fn uses(name: VocabularyName, record: &Record) -> Vec<&TermId> {
    let evaluation = &record.evaluation;
    let statements = &record.statements;
    match name {
        VocabularyName::Agencies => vec![&evaluation.agency],
        VocabularyName::Organisations => {
            let donors = evaluation.donors().map(|donor| &donor.organisation);
            let institutions = evaluation.institutions.iter();
            donors.chain(institutions.filter_map(|party| party.organisation.as_ref())).collect()
        }
        VocabularyName::Places => {
            let places = evaluation.places.iter().chain(&evaluation.method.field_missions);
            let named = statements.iter().flat_map(|statement| &statement.places);
            places.filter_map(|place| place.term.as_ref()).chain(named).collect()
        }
        VocabularyName::Themes => {
            statements.iter().flat_map(|statement| &statement.themes).collect()
        }
        VocabularyName::Criteria => {
            let stated = statements.iter().flat_map(|statement| &statement.criteria);
            evaluation
                .criteria_listed
                .iter()
                .chain(stated.map(|criterion| &criterion.term))
                .collect()
        }
    }
}

fn with_broader<'t>(used: impl Iterator<Item = &'t TermId>, terms: &Terms) -> BTreeSet<TermId> {
    let mut open: Vec<TermId> = used.cloned().collect::<BTreeSet<_>>().into_iter().collect();
    let mut kept = BTreeSet::new();
    while let Some(id) = open.pop() {
        let broader = terms.get(&id).map_or(&[][..], |term: &Term| &term.broader);
        open.extend(broader.iter().filter(|id| !kept.contains(*id)).cloned());
        kept.insert(id);
    }
    kept
}

#[cfg(test)]
mod tests {
    use explorer_core::id::TermId;
    use explorer_core::vocabulary::{Term, Terms};

    use super::with_broader;

    fn term(id: &str, broader: &[&str]) -> Term {
        Term {
            id: TermId::from(id),
            labels: Vec::new(),
            short: None,
            aliases: Vec::new(),
            scope_note: None,
            broader: broader.iter().map(|id| TermId::from(*id)).collect(),
            place_kind: None,
        }
    }

    #[test]
    fn the_regions_of_a_used_country_are_used() {
        let terms = Terms(vec![
            term("pe", &["south-america"]),
            term("ke", &["africa"]),
            term("south-america", &["americas"]),
            term("americas", &[]),
            term("africa", &[]),
        ]);
        let kept = with_broader([TermId::from("pe")].iter(), &terms);
        let kept: Vec<&str> = kept.iter().map(TermId::as_str).collect();
        assert_eq!(kept, ["americas", "pe", "south-america"]);
    }
}
