//! The rows of a comparison and their names in links.

use crate::codes::codes;
use crate::id::{TermId, is_id};
use crate::statement::{Basis, Statement, StatementKind};

codes! {
    /// A part of the comparison, in the order of reading.
    pub enum Group {
        /// Who, what, which kind.
        Basics = "basics",
        /// Budgets and donors.
        Money = "money",
        /// When the projects ran and which period was evaluated.
        Time = "time",
        /// Where.
        Places = "places",
        /// How the evaluation was made and whom it asked.
        Method = "method",
        /// Findings, conclusions and accomplishments by criterion.
        Criteria = "criteria",
        /// Lessons by theme.
        Lessons = "lessons",
        /// Good practices by theme.
        GoodPractices = "good-practices",
        /// Recommendations by theme.
        Recommendations = "recommendations",
    }
}

codes! {
    /// A fact of the header that is a row.
    pub enum Fact {
        /// The publishing agency.
        Agency = "agency",
        /// The publishing unit.
        Unit = "unit",
        /// The type of document.
        DocumentType = "document-type",
        /// The kind of evaluation as printed.
        Kind = "evaluation-kind",
        /// Final or mid-term.
        Timing = "timing",
        /// Project or cluster.
        Scope = "scope",
        /// Whether it is called in-depth.
        Depth = "depth",
        /// Whether it is called independent.
        Independence = "independence",
        /// The date of publication.
        Published = "published",
        /// When the evaluation was carried out.
        Conducted = "conducted",
        /// The link to the full report.
        Report = "report",
        /// The titles of the projects.
        Projects = "projects",
        /// The codes of the projects.
        Codes = "codes",
        /// The evaluators.
        Team = "team",
        /// The manager of the evaluation.
        Manager = "manager",
        /// Who supervised the evaluation.
        Supervisor = "supervisor",
        /// Implementing agencies, partners and beneficiaries.
        Institutions = "institutions",
        /// Totals by currency.
        Budget = "budget",
        /// All amounts as stated.
        Amounts = "amounts",
        /// Who gave money.
        Donors = "donors",
        /// When the projects ran.
        ProjectTime = "project-time",
        /// The period that was evaluated.
        PeriodEvaluated = "period-evaluated",
        /// Countries and territories.
        Countries = "countries",
        /// Regions.
        Regions = "regions",
        /// How many countries the document says there are.
        CountryCount = "country-count",
        /// How far activities reached.
        Reach = "reach",
        /// Approaches.
        Approaches = "approaches",
        /// Sources of data.
        DataSources = "data-sources",
        /// Tools of analysis.
        Tools = "tools",
        /// Norms and standards.
        Standards = "standards",
        /// How the sample was chosen.
        Sampling = "sampling",
        /// How many were asked.
        Sample = "sample",
        /// Places that evaluators visited.
        FieldMissions = "field-missions",
    }
}

impl Fact {
    /// The part of the comparison in which the fact stands.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Agency
            | Self::Unit
            | Self::DocumentType
            | Self::Kind
            | Self::Timing
            | Self::Scope
            | Self::Depth
            | Self::Independence
            | Self::Published
            | Self::Conducted
            | Self::Report
            | Self::Projects
            | Self::Codes
            | Self::Team
            | Self::Manager
            | Self::Supervisor
            | Self::Institutions => Group::Basics,
            Self::Budget | Self::Amounts | Self::Donors => Group::Money,
            Self::ProjectTime | Self::PeriodEvaluated => Group::Time,
            Self::Countries | Self::Regions | Self::CountryCount | Self::Reach => Group::Places,
            Self::Approaches
            | Self::DataSources
            | Self::Tools
            | Self::Standards
            | Self::Sampling
            | Self::Sample
            | Self::FieldMissions => Group::Method,
        }
    }
}

codes! {
    /// The kinds of rows that hold statements; the code stands before the term in a link.
    pub enum Topic {
        /// Findings, conclusions and accomplishments on a criterion.
        Criterion = "criterion",
        /// Lessons on a theme, and those that a document does not divide from good practices.
        Lesson = "lesson",
        /// Good practices on a theme.
        GoodPractice = "good-practice",
        /// Recommendations on a theme.
        Recommendation = "recommendation",
    }
}

impl Topic {
    /// The part of the comparison in which such rows stand.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Criterion => Group::Criteria,
            Self::Lesson => Group::Lessons,
            Self::GoodPractice => Group::GoodPractices,
            Self::Recommendation => Group::Recommendations,
        }
    }

    /// The rows in which statements of a kind stand.
    #[must_use]
    pub const fn of(kind: StatementKind) -> Self {
        match kind {
            StatementKind::Finding | StatementKind::Conclusion | StatementKind::Accomplishment => {
                Self::Criterion
            }
            StatementKind::Lesson | StatementKind::LessonOrGoodPractice => Self::Lesson,
            StatementKind::GoodPractice => Self::GoodPractice,
            StatementKind::Recommendation => Self::Recommendation,
        }
    }
}

/// The lasting name of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowId {
    /// A fact of the header.
    Fact(Fact),
    /// What is said on a criterion or theme; [`crate::facet::NOT_STATED`] for statements that
    /// have none.
    Topic(Topic, TermId),
}

impl RowId {
    /// The part of the comparison in which the row stands.
    #[must_use]
    pub const fn group(&self) -> Group {
        match self {
            Self::Fact(fact) => fact.group(),
            Self::Topic(topic, _) => topic.group(),
        }
    }

    /// True when it is our reading that a statement belongs under the row's criterion.
    #[must_use]
    pub fn is_inferred_of(&self, statement: &Statement) -> bool {
        let Self::Topic(_, term) = self else { return false };
        let mut criteria = statement.criteria.iter();
        criteria.any(|it| it.term == *term && it.basis == Basis::Inferred)
    }

    /// The name in links: `budget`, `criterion-relevance`, `lesson-gender`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Fact(fact) => fact.code().to_owned(),
            Self::Topic(topic, term) => [topic.code(), "-", term.as_str()].concat(),
        }
    }

    /// The row of a name; `None` when no row can have it. The term need not be known.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let topic = |&topic: &Topic| {
            let term = code.strip_prefix(topic.code())?.strip_prefix('-')?;
            is_id(term).then(|| Self::Topic(topic, term.into()))
        };
        Fact::from_code(code).map(Self::Fact).or_else(|| Topic::ALL.iter().find_map(topic))
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, RowId, Topic};
    use crate::statement::{Basis, Criterion, StatementKind};
    use crate::testing::statement;

    #[test]
    fn a_row_is_inferred_of_what_we_read_its_criterion_into() {
        let mut finding = statement("a", StatementKind::Finding, 1, "It was.");
        let criteria = [("relevance", Basis::Printed), ("impact", Basis::Inferred)];
        finding.criteria =
            criteria.map(|(term, basis)| Criterion { term: term.into(), basis }).to_vec();
        let inferred =
            |term: &str| RowId::Topic(Topic::Criterion, term.into()).is_inferred_of(&finding);
        assert_eq!(["relevance", "impact", "gender"].map(inferred), [false, true, false]);
        assert!(!RowId::Fact(Fact::Budget).is_inferred_of(&finding));
    }

    #[test]
    fn names_of_rows_lead_back_to_the_row() {
        let facts = Fact::ALL.iter().map(|&fact| RowId::Fact(fact));
        let topics = Topic::ALL.iter().map(|&topic| RowId::Topic(topic, "gender".into()));
        for row in facts.chain(topics) {
            assert_eq!(RowId::from_code(&row.code()), Some(row));
        }
        for none in ["", "criterion", "criterion-", "lesson-Ä", "price"] {
            assert_eq!(RowId::from_code(none), None, "{none}");
        }
    }
}
