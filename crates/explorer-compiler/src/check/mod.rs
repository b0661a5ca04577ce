//! What a set must keep to, one subject per file.
//!
//! [`shape`], [`values`], [`texts`], [`links`] and [`terms`] look at single values while a file is
//! walked; the others look at what values mean together.

pub mod codes;
pub mod dates;
pub mod ids;
pub mod links;
pub mod money;
pub mod phases;
pub mod places;
pub mod provenance;
pub mod redirects;
pub mod samples;
pub mod shape;
pub mod statements;
pub mod tensions;
pub mod terms;
pub mod texts;
pub mod values;
pub mod vocabularies;

use crate::authored::Authored;
use crate::collector::{self, Collector};
use crate::problem::Rule;
use crate::source::Sources;

/// Every rule, by subject. Each has a folder of mistakes in the tests.
pub const RULES: &[&[&Rule]] = &[
    collector::RULES,
    shape::RULES,
    values::RULES,
    texts::RULES,
    links::RULES,
    terms::RULES,
    vocabularies::RULES,
    ids::RULES,
    codes::RULES,
    redirects::RULES,
    dates::RULES,
    phases::RULES,
    places::RULES,
    money::RULES,
    samples::RULES,
    statements::RULES,
    provenance::RULES,
    tensions::RULES,
];

/// Checks what values mean together.
pub fn meaning(sources: &Sources, set: &Authored, collector: &mut Collector<'_>) {
    vocabularies::check(sources, &set.vocabulary, collector);
    for record in &set.records {
        let evaluation = &record.record.evaluation;
        let mut page = collector.page(&record.file);
        dates::check(evaluation, set.data_date, &mut page);
        phases::check(evaluation, &mut page);
        places::check(evaluation, &set.vocabulary.places, &mut page);
        money::check(evaluation, &record.project_words, &mut page);
        samples::check(evaluation, &mut page);
        statements::check(record, &mut page);
        provenance::check(evaluation, &mut page);
    }
    ids::check(set, collector);
    codes::check(set, collector);
    redirects::check(set, collector);
    tensions::check(set, collector);
}
