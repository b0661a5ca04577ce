//! Money as bars: what each project cost and who paid, in one currency at a time, and nothing
//! added up that a document does not add up itself.

use crate::dataset::{Dataset, EvaluationIx};
use crate::evaluation::{Donor, Evaluation, Project};
use crate::id::TermId;
use crate::money::{Budget, Currency};
use crate::query::Query;
use crate::sorted;

/// The whole length of the longest bar; every length is a number up to this.
pub const LENGTH: u32 = 10_000;

/// The money of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// The currency that is shown; `None` when no amount is stated at all.
    pub currency: Option<Currency>,
    /// The other currencies in which something is stated, the commonest first.
    pub others: Vec<Currency>,
    /// The largest amount of one bar, in hundredths.
    pub most: u64,
    /// The evaluations, in the order of the results.
    pub evaluations: Vec<Line>,
    /// Who paid, each with all that it paid, alone or together with others: those first whose own
    /// amounts are the largest. Amounts of which no donor is stated are in a group of nobody, last.
    pub donors: Vec<DonorGroup>,
}

/// An evaluation and its amounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which evaluation.
    pub evaluation: EvaluationIx,
    /// Its record.
    pub record: Evaluation,
    /// A bar for each project, or several where it states several amounts; then one for each
    /// amount of several projects together.
    pub bars: Vec<Bar>,
}

/// What an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The project at a position in the record.
    Project(usize),
    /// All projects of the evaluation together, not divided.
    Together,
}

/// What can be said of the money of a purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// One piece for a whole, or one for each phase that states an amount. The flag is true when
    /// some phase states none, so that the pieces are not the whole.
    Stated(Vec<Piece>, bool),
    /// Only in another currency.
    OtherCurrency,
    /// Only for several projects together.
    OnlyTogether,
    /// Not at all.
    NotStated,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The number of the phase; `None` for a whole.
    pub phase: Option<u8>,
    /// The amount as stated.
    pub budget: Budget,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What the money is for.
    pub purpose: Purpose,
    /// How much.
    pub amount: Amount,
}

impl Amount {
    /// All its pieces together, in hundredths.
    #[must_use]
    pub fn cents(&self) -> u64 {
        let Self::Stated(pieces, _) = self else { return 0 };
        pieces.iter().fold(0, |sum, piece| sum.saturating_add(piece.budget.cents))
    }
}

/// How long the bar of an amount is beside the largest.
#[must_use]
pub fn length(cents: u64, most: u64) -> u32 {
    let share = u128::from(cents) * u128::from(LENGTH) / u128::from(most.max(1));
    u32::try_from(share).map_or(LENGTH, |share| share.min(LENGTH))
}

/// A donor and what it paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DonorGroup {
    /// The organisation; `None` when none is stated.
    pub donor: Option<TermId>,
    /// What it paid alone, then what it paid together with others, the largest first.
    pub amounts: Vec<Paid>,
}

/// What a donor paid for a purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paid {
    /// The position of the evaluation in [`Money::evaluations`].
    pub line: usize,
    /// What for.
    pub purpose: Purpose,
    /// How much: one piece, or why none is drawn.
    pub amount: Amount,
    /// Who else paid it; what each of them gave is not stated.
    pub with: Vec<TermId>,
}

impl Paid {
    /// The amount in hundredths; nothing where none is drawn.
    #[must_use]
    pub fn cents(&self) -> u64 {
        self.amount.cents()
    }
}

/// Lays out the first `limit` evaluations of a view, in the currency that the query asks for, or
/// else in the commonest one.
#[must_use]
pub fn money(
    dataset: &Dataset,
    query: &Query,
    evaluations: &[EvaluationIx],
    limit: usize,
) -> Money {
    let records = evaluations.iter().take(limit);
    let records: Vec<(EvaluationIx, Evaluation)> =
        records.filter_map(|&ix| Some((ix, dataset.evaluation(ix)?))).collect();
    let mut others = currencies(records.iter().map(|(_, record)| record));
    let asked = query.budget.as_ref().map(|range| range.currency.clone());
    let currency = asked.or_else(|| others.first().cloned());
    others.retain(|other| Some(other) != currency.as_ref());
    let line = |(evaluation, record): (EvaluationIx, Evaluation)| {
        let bars = currency.as_ref().map_or_else(Vec::new, |currency| bars(&record, currency));
        Line { evaluation, record, bars }
    };
    let lines: Vec<Line> = records.into_iter().map(line).collect();
    let most =
        lines.iter().flat_map(|line| &line.bars).map(|bar| bar.amount.cents()).max().unwrap_or(0);
    let donors = donors(&lines);
    Money { currency, others, most, evaluations: lines, donors }
}

/// The currencies of all amounts, the commonest first.
fn currencies<'a>(records: impl Iterator<Item = &'a Evaluation>) -> Vec<Currency> {
    let mut counted: Vec<(u32, Currency)> = Vec::new();
    for currency in records.flat_map(Evaluation::budgets).map(|budget| &budget.currency) {
        match counted.iter_mut().find(|(_, other)| other == currency) {
            Some((number, _)) => *number += 1,
            None => counted.push((1, currency.clone())),
        }
    }
    sorted::by(&mut counted, |(a, _), (b, _)| b.cmp(a));
    counted.into_iter().map(|(_, currency)| currency).collect()
}

fn bars(record: &Evaluation, currency: &Currency) -> Vec<Bar> {
    let combined = in_currency(&record.combined_budgets, currency);
    let mut bars = Vec::new();
    for (at, project) in record.projects.iter().enumerate() {
        let amounts = of_project(project, currency, !combined.is_empty());
        let purpose = Purpose::Project(at);
        bars.extend(amounts.into_iter().map(|amount| Bar { purpose, amount }));
    }
    bars.extend(combined.into_iter().map(|budget| {
        let piece = Piece { phase: None, budget };
        Bar { purpose: Purpose::Together, amount: Amount::Stated(vec![piece], false) }
    }));
    bars
}

fn of_project(project: &Project, currency: &Currency, is_together: bool) -> Vec<Amount> {
    let whole = in_currency(&project.budgets, currency);
    if !whole.is_empty() {
        let piece = |budget| Amount::Stated(vec![Piece { phase: None, budget }], false);
        return whole.into_iter().map(piece).collect();
    }
    let mut pieces = Vec::new();
    let mut is_partial = false;
    for phase in &project.phases {
        let budgets = in_currency(&phase.budgets, currency);
        is_partial |= budgets.is_empty();
        let number = Some(phase.number);
        pieces.extend(budgets.into_iter().map(|budget| Piece { phase: number, budget }));
    }
    let mut all = project.budgets.iter().chain(project.phases.iter().flat_map(|it| &it.budgets));
    vec![match (pieces.is_empty(), is_together) {
        (false, _) => Amount::Stated(pieces, is_partial),
        (true, true) => Amount::OnlyTogether,
        (true, false) if all.next().is_some() => Amount::OtherCurrency,
        (true, false) => Amount::NotStated,
    }]
}

fn in_currency(budgets: &[Budget], currency: &Currency) -> Vec<Budget> {
    budgets.iter().filter(|budget| budget.currency == *currency).cloned().collect()
}

fn donors(lines: &[Line]) -> Vec<DonorGroup> {
    let mut groups: Vec<DonorGroup> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for bar in &line.bars {
            for (phase, amount) in amounts(bar) {
                note(&mut groups, at, bar.purpose, &amount, &line.payers(bar.purpose, phase));
            }
        }
    }
    let own = |paid: &Paid| (paid.with.is_empty(), paid.cents());
    for group in &mut groups {
        sorted::by(&mut group.amounts, |a, b| own(b).cmp(&own(a)));
    }
    let largest = |group: &DonorGroup| (group.donor.is_some(), group.amounts.first().map(own));
    sorted::by(&mut groups, |a, b| largest(b).cmp(&largest(a)));
    groups
}

/// What can be paid for by different donors: each piece of a bar alone. What is only stated for
/// all projects together has a bar of its own.
fn amounts(bar: &Bar) -> Vec<(Option<u8>, Amount)> {
    match &bar.amount {
        Amount::Stated(pieces, _) => {
            let alone = |piece: &Piece| (piece.phase, Amount::Stated(vec![piece.clone()], false));
            pieces.iter().map(alone).collect()
        }
        Amount::OnlyTogether => Vec::new(),
        unstated => vec![(None, unstated.clone())],
    }
}

/// Puts an amount under each of those who paid it. An amount that is not stated is told of donors
/// alone.
fn note(
    groups: &mut Vec<DonorGroup>,
    line: usize,
    purpose: Purpose,
    amount: &Amount,
    payers: &[TermId],
) {
    let is_stated = matches!(amount, Amount::Stated(..));
    let nobody = (payers.is_empty() && is_stated).then_some(None);
    for donor in payers.iter().map(|donor| Some(donor.clone())).chain(nobody) {
        let with = payers.iter().filter(|other| Some(*other) != donor.as_ref());
        let with = with.cloned().collect();
        let paid = Paid { line, purpose, amount: amount.clone(), with };
        match groups.iter_mut().find(|group| group.donor == donor) {
            Some(group) => group.amounts.push(paid),
            None => groups.push(DonorGroup { donor, amounts: vec![paid] }),
        }
    }
}

impl Line {
    /// Who paid for a purpose, in the order of their ids: the donors of the phase, else of the
    /// project, else of its phases, else of all projects together.
    #[must_use]
    pub fn payers(&self, purpose: Purpose, phase: Option<u8>) -> Vec<TermId> {
        let record = &self.record;
        let project = match purpose {
            Purpose::Project(at) => record.projects.get(at),
            Purpose::Together => None,
        };
        let phases = || project.into_iter().flat_map(|project| &project.phases);
        let of_phase: Vec<&Donor> =
            phases().filter(|it| Some(it.number) == phase).flat_map(|it| &it.donors).collect();
        let of_project: Vec<&Donor> =
            project.map_or_else(Vec::new, |project| project.donors.iter().collect());
        let of_phases: Vec<&Donor> = match phase {
            Some(_) => Vec::new(),
            None => phases().flat_map(|it| &it.donors).collect(),
        };
        let of_all: Vec<&Donor> = match purpose {
            Purpose::Together if record.combined_donors.is_empty() => record.donors().collect(),
            _ => record.combined_donors.iter().collect(),
        };
        let found = [of_phase, of_project, of_phases, of_all];
        let found = found.into_iter().find(|donors| !donors.is_empty()).unwrap_or_default();
        sorted::each_once(found.into_iter().map(|donor| donor.organisation.clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, LENGTH, Money, Purpose, TermId, length, money};
    use crate::artifact::pack;
    use crate::content::Record;
    use crate::dataset::Dataset;
    use crate::evaluation::Evaluation;
    use crate::money::BudgetScope;
    use crate::query::{BudgetRange, Query};
    use crate::testing::{budget, content, donor, evaluation, money as currency, phase, project};

    fn drawn(record: Evaluation, asked: Option<&str>) -> Money {
        let records = vec![Record { evaluation: record, statements: Vec::new() }];
        let dataset = Dataset::open(pack(&content(records)).unwrap()).unwrap();
        let range =
            asked.map(|code| BudgetRange { currency: currency(code), from: None, to: None });
        let query = Query { budget: range, ..Query::default() };
        let all: Vec<_> = dataset.evaluations().collect();
        money(&dataset, &query, &all, 9)
    }

    /// Each bar: what for, then the units of each piece; a sign where nothing is drawn.
    #[track_caller]
    fn check(record: &Evaluation, asked: Option<&str>, expected: &[&str]) {
        let money = drawn(record.clone(), asked);
        let bars = money.evaluations[0].bars.iter().map(|bar| {
            let purpose = match bar.purpose {
                Purpose::Project(at) => at.to_string(),
                Purpose::Together => "all".to_owned(),
            };
            let amount = match &bar.amount {
                Amount::Stated(pieces, partial) => {
                    let units = pieces.iter().map(|it| (it.budget.cents / 100).to_string());
                    let sign = if *partial { "+?" } else { "" };
                    format!("{}{sign}", units.collect::<Vec<_>>().join("+"))
                }
                Amount::OtherCurrency => "other".to_owned(),
                Amount::OnlyTogether => "together".to_owned(),
                Amount::NotStated => "none".to_owned(),
            };
            format!("{purpose} {amount}")
        });
        assert_eq!(bars.collect::<Vec<_>>(), expected);
    }

    fn with(scopes: &[(BudgetScope, u64, &str)]) -> Evaluation {
        let mut record = evaluation("e", "An evaluation");
        record.projects[0].budgets = scopes.iter().map(|&(s, n, c)| budget(s, n, c)).collect();
        record
    }

    #[test]
    fn every_project_has_a_bar_and_says_why_when_it_has_no_amount() {
        let mut record = with(&[(BudgetScope::Project, 7, "USD")]);
        record.projects.push(project("Unpaid"));
        check(&record, None, &["0 7", "1 none"]);
        record.projects[1].budgets = vec![budget(BudgetScope::Project, 5, "EUR")];
        check(&record, None, &["0 7", "1 other"]);
        check(&record, Some("EUR"), &["0 other", "1 5"]);
        record.projects[1].budgets = Vec::new();
        record.combined_budgets = vec![budget(BudgetScope::Combined, 20, "USD")];
        check(&record, None, &["0 7", "1 together", "all 20"]);
    }

    #[test]
    fn phases_are_pieces_of_one_bar_and_a_missing_one_is_told() {
        let mut record = with(&[]);
        record.projects[0].phases = vec![phase(1), phase(2)];
        record.projects[0].phases[0].budgets = vec![budget(BudgetScope::Phase, 3, "USD")];
        check(&record, None, &["0 3+?"]);
        record.projects[0].phases[1].budgets = vec![budget(BudgetScope::Phase, 1, "USD")];
        check(&record, None, &["0 3+1"]);
    }

    #[test]
    fn two_amounts_for_one_project_are_two_bars() {
        let record = with(&[(BudgetScope::Project, 7, "USD"), (BudgetScope::Project, 9, "USD")]);
        check(&record, None, &["0 7", "0 9"]);
    }

    /// Each donor with its amounts; in brackets those who paid with it.
    fn paid(record: Evaluation) -> Vec<String> {
        let group = |group: &super::DonorGroup| {
            let amounts = group.amounts.iter().map(|paid| {
                let amount = match &paid.amount {
                    Amount::Stated(..) => (paid.cents() / 100).to_string(),
                    _ => "?".to_owned(),
                };
                let with: Vec<&str> = paid.with.iter().map(TermId::as_str).collect();
                if with.is_empty() { amount } else { format!("{amount} ({})", with.join(" ")) }
            });
            let donor = group.donor.as_ref().map_or("nobody", TermId::as_str);
            format!("{donor}: {}", amounts.collect::<Vec<_>>().join(", "))
        };
        drawn(record, None).donors.iter().map(group).collect()
    }

    #[test]
    fn what_several_paid_together_stands_under_each_of_them() {
        let mut record = with(&[(BudgetScope::Project, 7, "USD")]);
        record.projects[0].donors = vec![donor("us")];
        record.projects.push(project("Other"));
        record.projects[1].budgets = vec![budget(BudgetScope::Project, 9, "USD")];
        record.projects[1].donors = vec![donor("us")];
        record.combined_budgets = vec![budget(BudgetScope::Combined, 20, "USD")];
        record.combined_donors = vec![donor("us"), donor("ca")];
        assert_eq!(paid(record), ["us: 9, 7, 20 (ca)", "ca: 20 (us)"]);
    }

    #[test]
    fn a_donor_is_told_though_the_amount_is_not_stated() {
        let mut record = with(&[(BudgetScope::Project, 7, "USD")]);
        record.projects.push(project("Other"));
        record.projects[1].donors = vec![donor("ca")];
        record.projects.push(project("Nobody is told for this"));
        assert_eq!(paid(record), ["ca: ?", "nobody: 7"]);
    }

    #[test]
    fn amounts_without_a_donor_come_last() {
        let mut record = with(&[(BudgetScope::Project, 70, "USD")]);
        record.projects.push(project("Other"));
        record.projects[1].budgets = vec![budget(BudgetScope::Project, 9, "USD")];
        record.projects[1].donors = vec![donor("us")];
        assert_eq!(paid(record), ["us: 9", "nobody: 70"]);
    }

    #[test]
    fn a_set_without_amounts_has_no_currency() {
        let money = drawn(evaluation("e", "An evaluation"), None);
        assert_eq!((money.currency, money.most, money.evaluations[0].bars.len()), (None, 0, 0));
    }

    #[test]
    fn lengths_are_shares_of_the_largest() {
        for (cents, most, expected) in
            [(0, 0, 0), (1, 2, LENGTH / 2), (u64::MAX, u64::MAX, LENGTH), (1, 1_000_000, 0)]
        {
            assert_eq!(length(cents, most), expected, "{cents} of {most}");
        }
    }
}
