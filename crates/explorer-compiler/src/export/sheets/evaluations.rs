//! The sheet with one row for each evaluation.

use explorer_core::content::Content;
use explorer_core::evaluation::{
    Depth, Evaluation, Independence, ReportTarget, SampleUnit, Scope, Timing,
};

use crate::export::sheet::{Foreign, Rows, Sheet, columns};

pub(super) const SHEETS: &[Sheet] = &[Sheet {
    name: "evaluations",
    about: "One row for each evaluation: what its document says of itself.",
    columns: COLUMNS,
    key: &["id"],
    foreign: &[Foreign { columns: &["agency"], sheet: "agencies", key: &["id"] }],
    rows,
}];

fn rows(content: &Content) -> Rows<'_> {
    Box::new(content.records.iter().map(|record| cells(&record.evaluation)))
}

columns! {
    COLUMNS, fn cells(e: &Evaluation) {
        "id" text !required, "Its lasting name." => e.id;
        "title" text !required, "The title in sentence case." => e.title;
        "short_title" text !required, "A name short enough for a column." => e.short_title;
        "title_as_printed" text,
            "The title as printed, where it differs by more than capitals." => e.title_as_printed;
        "language" text !required, "BCP 47 tag of the document's language." => e.language;
        "agency" text !required, "The publishing agency." => e.agency;
        "unit" text, "The publishing unit as printed." => e.unit;
        "document_type" text !required, "The type of document as printed." => e.document_type;
        "kind_as_printed" text !required,
            "The kind of evaluation in the words of the document." => e.kind.as_printed;
        "timing" code(Timing) !required,
            "When in the life of the project it was made." => e.kind.timing;
        "scope" code(Scope) !required, "One project or several." => e.kind.scope;
        "depth" code(Depth) !required, "Whether it is called in-depth." => e.kind.depth;
        "independence" code(Independence) !required,
            "Whether it is called independent." => e.kind.independence;
        "published" date, "The date of publication, if printed."
            => e.published.as_ref().map(|p| p.value);
        "published_as_printed" text, "The same in the words of the document."
            => e.published.as_ref().map(|p| &p.as_printed);
        "conducted_start" date, "When the evaluation began, if stated."
            => e.conducted.as_ref().and_then(|p| p.value.start);
        "conducted_end" date, "When the evaluation ended, if stated."
            => e.conducted.as_ref().and_then(|p| p.value.end);
        "conducted_as_printed" text, "Both in the words of the document."
            => e.conducted.as_ref().map(|p| &p.as_printed);
        "period_evaluated_start" date, "The start of the period evaluated, if stated."
            => e.period_evaluated.as_ref().and_then(|p| p.value.start);
        "period_evaluated_end" date, "The end of the period evaluated, if stated."
            => e.period_evaluated.as_ref().and_then(|p| p.value.end);
        "period_evaluated_as_printed" text, "Both in the words of the document."
            => e.period_evaluated.as_ref().map(|p| &p.as_printed);
        "report_url" url, "The link to the full report, if printed."
            => e.report.as_ref().map(|r| &r.url);
        "report_target" code(ReportTarget), "What the link opens."
            => e.report.as_ref().map(|r| r.target);
        "report_listing_year" integer, "The year of the list page that the link opens."
            => e.report.as_ref().and_then(|r| r.listing_year);
        "report_language" text, "BCP 47 tag of the report's language, if stated."
            => e.report.as_ref().and_then(|r| r.language.as_ref());
        "region_as_printed" text, "The region in the words of the document."
            => e.region_as_printed;
        "country_count_as_printed" integer, "How many countries the document says there are."
            => e.country_count_as_printed;
        "criteria_listed" list, "The criteria listed as assessed." => e.criteria_listed;
        "keywords" list, "Keywords as printed." => e.keywords;
        "approaches" list, "Approaches, in our words." => e.method.approaches;
        "data_sources" list, "Sources of data, in our words." => e.method.data_sources;
        "tools" list, "Tools of analysis." => e.method.tools;
        "standards" list, "Norms and standards that were followed." => e.method.standards;
        "sampling" list, "How the sample was chosen." => e.method.sampling;
        "sample_unit" code(SampleUnit), "What the sample counts."
            => e.method.sample.as_ref().map(|s| s.unit);
        "sample_total" integer, "How many in all." => e.method.sample.as_ref().map(|s| s.total);
        "sample_women" integer, "Of them women, if stated."
            => e.method.sample.as_ref().and_then(|s| s.women);
        "sample_men" integer, "Of them men, if stated."
            => e.method.sample.as_ref().and_then(|s| s.men);
        "sample_note" text, "Our note on the sample."
            => e.method.sample.as_ref().and_then(|s| s.note.as_ref());
        "notes" list, "Our notes on the record." => e.notes;
        "document" text !required, "The published document that the record was made from."
            => e.provenance.document;
        "coded_by" text !required, "Who coded the record." => e.provenance.coded_by;
        "coded_on" date !required, "When it was coded." => e.provenance.coded_on;
    }
}
