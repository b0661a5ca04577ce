//! A record's file.

use explorer_core::content::Record;
use explorer_core::evaluation::{
    Depth, Donor, Evaluation, EvaluationKind, FactSource, Independence, Institution,
    InstitutionRole, MentionedProject, Method, Party, PartyKind, Phase, Project, Provenance,
    ReportLink, ReportTarget, Sample, SampleGroup, SampleUnit, Scope, Timing,
};
use explorer_core::id::{EvaluationId, TermId};
use explorer_core::money::{Budget, BudgetScope, Currency, Exactness};
use explorer_core::place::{Place, PlaceKind, Qualifier, Reach};
use explorer_core::when::{Date, Printed, Span};

use super::fields::Fields;
use super::statement;
use crate::authored::{AuthoredRecord, AuthoredTension, ProjectWords};
use crate::decimal;
use crate::shape::record::FACT_GROUPS;

/// Reads a record and the contradictions inside it.
pub fn record(file: &str, id: &str, fields: Fields<'_>) -> (AuthoredRecord, Vec<AuthoredTension>) {
    let evaluation = evaluation(id, fields);
    let mut statement_projects = Vec::new();
    let statements = fields.tables("statements", |fields| {
        let codes = fields.texts("projects");
        let statement = statement::statement(&evaluation, fields, &codes);
        statement_projects.push(codes);
        statement
    });
    let contradictions = statement::contradictions(file, &evaluation.id, fields);
    let project_words = fields.tables("projects", |project| ProjectWords {
        budgets: project.optional_text("budgets"),
        donors: project.optional_text("donors"),
    });
    let record = Record { evaluation, statements };
    let file = file.to_owned();
    let authored =
        AuthoredRecord { file, record, statement_projects, project_words, ids_known: true };
    (authored, contradictions)
}

fn evaluation(id: &str, fields: Fields<'_>) -> Evaluation {
    Evaluation {
        id: EvaluationId::from(id),
        title: fields.text("title"),
        short_title: fields.text("short_title"),
        title_as_printed: fields.optional_text("title_as_printed"),
        language: fields.text("language"),
        agency: term(fields, "agency"),
        unit: fields.optional_text("unit"),
        document_type: fields.text("document_type"),
        kind: kind(fields),
        published: fields.table("published").and_then(printed_date),
        conducted: fields.table("conducted").map(printed_span),
        period_evaluated: fields.table("period_evaluated").map(printed_span),
        report: fields.table("report").map(report),
        projects: fields.tables("projects", project),
        combined_budgets: fields.tables("combined_budgets", budget),
        combined_donors: fields.tables("combined_donors", donor),
        places: fields.tables("places", place),
        region_as_printed: fields.optional_text("region_as_printed"),
        country_count_as_printed: fields.optional_number("country_count_as_printed"),
        reach: fields.tables("reach", reach),
        team: fields.tables("team", party),
        manager: fields.table("manager").map(party),
        supervisor: fields.table("supervisor").map(party),
        institutions: fields.tables("institutions", institution),
        method: fields.table("method").map(method).unwrap_or_default(),
        criteria_listed: fields.ids("criteria_listed"),
        keywords: fields.texts("keywords"),
        mentioned_projects: fields.tables("mentioned_projects", |fields| MentionedProject {
            code: fields.optional_text("code"),
            name: fields.text("name"),
        }),
        notes: fields.texts("notes"),
        provenance: provenance(fields),
    }
}

fn term(fields: Fields<'_>, key: &str) -> TermId {
    TermId::from(fields.text(key).as_str())
}

fn optional_term(fields: Fields<'_>, key: &str) -> Option<TermId> {
    fields.optional_text(key).map(|id| TermId::from(id.as_str()))
}

fn kind(fields: Fields<'_>) -> EvaluationKind {
    let fields = fields.table("kind");
    let text = fields.map(|fields| fields.text("as_printed")).unwrap_or_default();
    let code = |key: &str| fields.map(|fields| fields.text(key)).unwrap_or_default();
    EvaluationKind {
        as_printed: text,
        timing: Timing::from_code(&code("timing")).unwrap_or(Timing::NotStated),
        scope: Scope::from_code(&code("scope")).unwrap_or(Scope::NotStated),
        depth: Depth::from_code(&code("depth")).unwrap_or(Depth::NotStated),
        independence: Independence::from_code(&code("independence"))
            .unwrap_or(Independence::NotStated),
    }
}

fn printed_date(fields: Fields<'_>) -> Option<Printed<Date>> {
    Some(Printed { value: fields.date("value")?, as_printed: fields.text("as_printed") })
}

fn span(fields: Fields<'_>) -> Span {
    Span { start: fields.date("start"), end: fields.date("end") }
}

fn printed_span(fields: Fields<'_>) -> Printed<Span> {
    Printed { value: span(fields), as_printed: fields.text("as_printed") }
}

fn report(fields: Fields<'_>) -> ReportLink {
    ReportLink {
        url: fields.text("url"),
        target: fields.code("target", ReportTarget::from_code, ReportTarget::Report),
        listing_year: fields.optional_number("listing_year"),
        language: fields.optional_text("language"),
    }
}

fn project(fields: Fields<'_>) -> Project {
    Project {
        code: fields.optional_text("code"),
        title: fields.text("title"),
        short_title: fields.optional_text("short_title"),
        span: span(fields),
        span_as_printed: fields.optional_text("span_as_printed"),
        months_stated: fields.optional_number("months_stated"),
        budgets: fields.tables("budgets", budget),
        donors: fields.tables("donors", donor),
        phases: fields.tables("phases", phase),
        objective: fields.optional_text("objective"),
    }
}

fn phase(fields: Fields<'_>) -> Phase {
    Phase {
        number: fields.number("number"),
        span: span(fields),
        budgets: fields.tables("budgets", budget),
        donors: fields.tables("donors", donor),
        country_count_as_printed: fields.optional_number("country_count_as_printed"),
        note: fields.optional_text("note"),
    }
}

/// A budget whose amount or currency is malformed keeps its place, so that what follows it is
/// still located by its own number; the set is refused in any case.
fn budget(fields: Fields<'_>) -> Budget {
    Budget {
        cents: decimal::parse(&fields.text("amount")).unwrap_or_default(),
        currency: Currency::new(&fields.text("currency")).unwrap_or_else(no_currency),
        exactness: fields.code("exactness", Exactness::from_code, Exactness::Rounded),
        scope: fields.code("scope", BudgetScope::from_code, BudgetScope::Project),
        as_printed: fields.text("as_printed"),
        as_of: fields.optional_text("as_of"),
    }
}

/// ISO 4217's code for "no currency involved".
#[expect(clippy::expect_used, reason = "a constant that a test reads")]
fn no_currency() -> Currency {
    Currency::new("XXX").expect("three capitals")
}

fn donor(fields: Fields<'_>) -> Donor {
    Donor { as_printed: fields.text("as_printed"), organisation: term(fields, "organisation") }
}

fn place(fields: Fields<'_>) -> Place {
    Place {
        as_printed: fields.text("as_printed"),
        kind: fields.code("kind", PlaceKind::from_code, PlaceKind::Country),
        term: optional_term(fields, "term"),
        phases: fields.numbers("phases"),
        note: fields.optional_text("note"),
    }
}

fn reach(fields: Fields<'_>) -> Reach {
    Reach {
        what: fields.text("what"),
        number: fields.number("number"),
        qualifier: fields.code("qualifier", Qualifier::from_code, Qualifier::Exactly),
    }
}

fn party(fields: Fields<'_>) -> Party {
    Party {
        name: fields.text("name"),
        kind: fields.code("kind", PartyKind::from_code, PartyKind::Person),
        role_as_printed: fields.optional_text("role_as_printed"),
    }
}

fn institution(fields: Fields<'_>) -> Institution {
    Institution {
        name: fields.text("name"),
        organisation: optional_term(fields, "organisation"),
        role: fields.code("role", InstitutionRole::from_code, InstitutionRole::Partner),
        note: fields.optional_text("note"),
    }
}

fn method(fields: Fields<'_>) -> Method {
    Method {
        approaches: fields.texts("approaches"),
        data_sources: fields.texts("data_sources"),
        tools: fields.texts("tools"),
        standards: fields.texts("standards"),
        sampling: fields.texts("sampling"),
        sample: fields.table("sample").map(sample),
        field_missions: fields.tables("field_missions", place),
    }
}

fn sample(fields: Fields<'_>) -> Sample {
    Sample {
        unit: fields.code("unit", SampleUnit::from_code, SampleUnit::People),
        total: fields.number("total"),
        women: fields.optional_number("women"),
        men: fields.optional_number("men"),
        groups: fields.tables("groups", |fields| SampleGroup {
            who: fields.text("who"),
            number: fields.number("number"),
        }),
        note: fields.optional_text("note"),
    }
}

#[expect(clippy::expect_used, reason = "a constant that a test reads")]
fn provenance(fields: Fields<'_>) -> Provenance {
    let fields = fields.table("provenance");
    let text = |key: &str| fields.map(|fields| fields.text(key)).unwrap_or_default();
    let facts = fields.and_then(|fields| fields.table("facts"));
    let section = |group: &&str| {
        let section = facts?.optional_text(group)?;
        Some(FactSource { group: (*group).to_owned(), section })
    };
    Provenance {
        document: text("document"),
        coded_by: text("coded_by"),
        coded_on: fields
            .and_then(|fields| fields.date("coded_on"))
            .or_else(|| Date::new(1000, None, None))
            .expect("a year that exists"),
        facts: FACT_GROUPS.iter().filter_map(section).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, no_currency, provenance};

    #[test]
    fn an_empty_file_is_read_as_an_empty_record() {
        let table = toml::de::DeTable::parse("").unwrap();
        assert_eq!(provenance(Fields(table.get_ref())).coded_on.year(), 1000);
        assert_eq!(no_currency().code(), "XXX");
    }
}
