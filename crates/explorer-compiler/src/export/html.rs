//! The set as a static list: plain, valid HTML with all facts and statements, for readers without
//! script and for search engines. It has no style of its own and no ids but those of the records.

use std::fmt::Write as _;
use std::io::{self, Write};

use explorer_core::content::{Content, Record};
use explorer_core::evaluation::{Evaluation, Institution, Party, Project};
use explorer_core::id::{EvaluationId, StatementId, TermId};
use explorer_core::money::Exactness;
use explorer_core::place::{Place, Qualifier, Reach};
use explorer_core::statement::{Basis, Statement, StatementKind};
use explorer_core::tension::Tension;
use explorer_core::vocabulary::Terms;
use explorer_lang::export::criteria;
use explorer_lang::{EN, number};

use super::{facts, jsonld};

/// How the list fits into its page.
#[derive(Clone, Copy, Debug)]
pub struct Html {
    /// The level of the list's own heading, 1 to 4; evaluations are one below.
    pub heading_level: u8,
    /// Whether schema.org data go along in a script element.
    pub with_json_ld: bool,
}

impl Default for Html {
    fn default() -> Self {
        Self { heading_level: 2, with_json_ld: false }
    }
}

/// Writes the list as one `section` element.
///
/// # Errors
/// When the writer fails.
pub fn write(content: &Content, options: &Html, out: &mut dyn Write) -> io::Result<()> {
    let level = options.heading_level.clamp(1, 4);
    let statements: usize = content.records.iter().map(|record| record.statements.len()).sum();
    writeln!(out, "<section lang=\"en\">")?;
    writeln!(out, "{}", heading(level, &content.title))?;
    writeln!(
        out,
        "<p>Evaluations: {}. Statements, in the words of those who coded them: {statements}. \
         Data of <time datetime=\"{date}\">{date}</time>.</p>",
        content.records.len(),
        date = content.data_date,
    )?;
    for record in &content.records {
        out.write_all(article(content, record, level + 1).as_bytes())?;
    }
    if !content.tensions.is_empty() {
        writeln!(out, "{}", heading(level + 1, "Where they do not say the same"))?;
        for tension in &content.tensions {
            out.write_all(disagreement(tension, level + 2).as_bytes())?;
        }
    }
    if options.with_json_ld {
        // `<` is the only character by which a text could leave the script element.
        let data = serde_json::to_string(&jsonld::dataset(content))?.replace('<', "\\u003c");
        writeln!(out, "<script type=\"application/ld+json\">{data}</script>")?;
    }
    writeln!(out, "</section>")
}

/// Text for an element or a quoted attribute. Each run of controls becomes a space.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            control if control.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

fn heading(level: u8, text: &str) -> String {
    format!("<h{level} dir=\"auto\">{}</h{level}>", escape(text))
}

fn article(content: &Content, record: &Record, level: u8) -> String {
    let evaluation = &record.evaluation;
    let mut html = format!("<article id=\"{}\">\n", escape(evaluation.id.as_str()));
    html += &heading(level, &evaluation.title);
    html += "\n<dl>\n";
    for (name, values) in header_facts(content, evaluation) {
        if !values.is_empty() {
            let _ = writeln!(html, "<dt>{name}</dt>");
            for value in values {
                let _ = writeln!(html, "<dd dir=\"auto\">{value}</dd>");
            }
        }
    }
    html += "</dl>\n";
    for &kind in StatementKind::ALL {
        let of_kind = record.statements.iter().filter(|statement| statement.kind == kind);
        let items: Vec<_> = of_kind.map(|statement| item(content, statement)).collect();
        if !items.is_empty() {
            let _ = writeln!(html, "{}\n<ol>", heading(level + 1, heading_of(kind)));
            items.iter().for_each(|item| html += item);
            html += "</ol>\n";
        }
    }
    html + "</article>\n"
}

/// The header facts: a name and values that are already HTML.
fn header_facts(content: &Content, e: &Evaluation) -> Vec<(&'static str, Vec<String>)> {
    let texts = |values: Vec<&str>| values.into_iter().map(escape).collect::<Vec<_>>();
    let criteria = e.criteria_listed.iter();
    let published = match &e.published {
        Some(published) => escape(&published.as_printed),
        None => "Not stated".to_owned(),
    };
    vec![
        ("Published by", texts(vec![facts::publisher(&content.vocabulary, e)])),
        ("Unit", texts(e.unit.as_deref().into_iter().collect())),
        ("Document", texts(vec![&e.document_type])),
        ("Kind of evaluation", texts(vec![&e.kind.as_printed])),
        ("Date of publication", vec![published]),
        ("Carried out", texts(e.conducted.iter().map(|c| c.as_printed.as_str()).collect())),
        (
            "Period evaluated",
            texts(e.period_evaluated.iter().map(|p| p.as_printed.as_str()).collect()),
        ),
        ("Projects", e.projects.iter().map(project).collect()),
        ("Region as printed", texts(e.region_as_printed.as_deref().into_iter().collect())),
        ("Places", e.places.iter().map(place).collect()),
        ("Visited by the evaluators", e.method.field_missions.iter().map(place).collect()),
        ("Reach", e.reach.iter().map(reach).collect()),
        ("Donors", texts(facts::donors(&content.vocabulary, e))),
        ("Budget", budgets(e)),
        ("Evaluation team", e.team.iter().map(person).collect()),
        ("Evaluation manager", e.manager.iter().map(person).collect()),
        ("Supervised by", e.supervisor.iter().map(person).collect()),
        ("Institutions", e.institutions.iter().map(institution).collect()),
        ("Method", method(e)),
        (
            "Criteria listed as assessed",
            texts(criteria.map(|id| facts::label(&content.vocabulary.criteria, id)).collect()),
        ),
        ("Keywords", texts(e.keywords.iter().map(String::as_str).collect())),
        ("Projects mentioned", e.mentioned_projects.iter().map(|m| escape(&m.name)).collect()),
        ("Notes", texts(e.notes.iter().map(String::as_str).collect())),
        ("Full report", e.report.iter().map(|report| link(&report.url)).collect()),
        ("Source of this record", texts(vec![&e.provenance.document])),
        ("Coded", vec![format!("{}, {}", escape(&e.provenance.coded_by), e.provenance.coded_on)]),
    ]
}

fn project(project: &Project) -> String {
    let mut html = escape(&project.title);
    if let Some(code) = &project.code {
        let _ = write!(html, " ({})", escape(code));
    }
    let interval = facts::interval(project.span);
    match &project.span_as_printed {
        Some(printed) => html += &format!(", {}", escape(printed)),
        None if !interval.is_empty() => html += &format!(", {interval}"),
        None => {}
    }
    for phase in &project.phases {
        let _ = write!(html, "; phase {} ({})", phase.number, facts::interval(phase.span));
    }
    if let Some(objective) = &project.objective {
        let _ = write!(html, ". {}", escape(objective));
    }
    html
}

fn place(place: &Place) -> String {
    noted(&place.as_printed, place.note.as_deref())
}

fn institution(institution: &Institution) -> String {
    let role = format!("{} ({})", institution.name, institution.role.code());
    noted(&role, institution.note.as_deref())
}

/// A value and our note on it.
fn noted(value: &str, note: Option<&str>) -> String {
    match note {
        Some(note) => format!("{}: {}", escape(value), escape(note)),
        None => escape(value),
    }
}

fn reach(reach: &Reach) -> String {
    let qualifier = match reach.qualifier {
        Qualifier::Exactly => "",
        Qualifier::MoreThan => "more than ",
        Qualifier::About => "about ",
    };
    format!("{qualifier}{} {}", reach.number, escape(&reach.what))
}

fn budgets(evaluation: &Evaluation) -> Vec<String> {
    let stated = evaluation.budgets().map(|budget| {
        let amount = number::amount(budget.cents, &budget.currency, &EN);
        let rounded = (budget.exactness == Exactness::Rounded).then(|| EN.rounded.to_owned());
        let aside = [Some(budget.scope.code().to_owned()), rounded, budget.as_of.clone()];
        let aside: Vec<_> = aside.into_iter().flatten().collect();
        format!("{amount} ({})", escape(&aside.join(", ")))
    });
    let stated: Vec<_> = stated.collect();
    if stated.is_empty() { vec!["Not stated".to_owned()] } else { stated }
}

fn person(party: &Party) -> String {
    match &party.role_as_printed {
        Some(role) => format!("{} ({})", escape(&party.name), escape(role)),
        None => escape(&party.name),
    }
}

fn method(evaluation: &Evaluation) -> Vec<String> {
    let method = &evaluation.method;
    let lists = [
        &method.approaches,
        &method.data_sources,
        &method.tools,
        &method.standards,
        &method.sampling,
    ];
    let mut lines: Vec<_> = lines_of(&lists);
    if let Some(sample) = &method.sample {
        let parts = [(sample.women, "women"), (sample.men, "men")];
        let stated = parts.iter().filter_map(|(n, who)| n.map(|n| format!(", {n} {who}")));
        lines.push(format!(
            "{} {}{}",
            sample.total,
            sample.unit.code(),
            stated.collect::<String>()
        ));
    }
    lines
}

fn lines_of(lists: &[&Vec<String>]) -> Vec<String> {
    lists.iter().flat_map(|list| list.iter().map(|line| escape(line))).collect()
}

/// A link, if the address is one of the web; else its text only.
fn link(url: &str) -> String {
    let text = escape(url);
    if url.starts_with("https://") || url.starts_with("http://") {
        format!("<a href=\"{text}\">{text}</a>")
    } else {
        text
    }
}

fn heading_of(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Finding => "Findings",
        StatementKind::Conclusion => "Conclusions",
        StatementKind::Accomplishment => "Accomplishments",
        StatementKind::Lesson => "Lessons learned",
        StatementKind::GoodPractice => "Good practices",
        StatementKind::LessonOrGoodPractice => "Lessons learned or good practices",
        StatementKind::Recommendation => "Recommendations",
    }
}

fn item(content: &Content, statement: &Statement) -> String {
    let id = escape(statement.id.as_str());
    let mut html = format!("<li id=\"{id}\" dir=\"auto\">");
    if let Some(label) = &statement.label_as_printed {
        let _ = write!(html, "<b>{}</b>: ", escape(label));
    }
    html += &escape(&statement.text);
    let mut aside = Vec::new();
    for (name, basis) in [("Criteria", Basis::Printed), ("Criteria, inferred", Basis::Inferred)] {
        aside.push((name, names(&content.vocabulary.criteria, criteria(statement, basis))));
    }
    aside.push(("Themes", names(&content.vocabulary.themes, &statement.themes)));
    aside.push(("Addressed to", statement.addressee.as_deref().map(escape).unwrap_or_default()));
    let figures =
        statement.figures.iter().map(|f| format!("{} {}", escape(&f.figure), escape(&f.unit)));
    aside.push(("Figures", figures.collect::<Vec<_>>().join("; ")));
    aside.push(("Note", statement.note.as_deref().map(escape).unwrap_or_default()));
    for (name, text) in aside.iter().filter(|(_, text)| !text.is_empty()) {
        let _ = write!(html, "<br><small>{name}: {text}</small>");
    }
    html + "</li>\n"
}

fn names<'a>(terms: &Terms, ids: impl IntoIterator<Item = &'a TermId>) -> String {
    let labels = ids.into_iter().map(|id| escape(facts::label(terms, id)));
    labels.collect::<Vec<_>>().join(", ")
}

fn disagreement(tension: &Tension, level: u8) -> String {
    let mut html = format!("<section id=\"{}\">\n", escape(tension.id.as_str()));
    html += &heading(level, &tension.question);
    let _ = write!(html, "\n<p dir=\"auto\">{}</p>\n<ul>\n", escape(&tension.summary));
    for side in &tension.sides {
        let evaluations = side.evaluations.iter().map(EvaluationId::as_str);
        let ids = side.statements.iter().map(StatementId::as_str).chain(evaluations).map(|id| {
            let id = escape(id);
            format!("<a href=\"#{id}\">{id}</a>")
        });
        let ids: Vec<_> = ids.collect();
        let _ =
            writeln!(html, "<li dir=\"auto\">{}: {}</li>", escape(&side.stance), ids.join(", "));
    }
    html += "</ul>\n";
    if let Some(reason) = &tension.may_come_from {
        let _ = writeln!(html, "<p dir=\"auto\">May come from: {}</p>", escape(reason));
    }
    html + "</section>\n"
}
