//! What can be said about the money of several projects or phases together.

use super::{Evaluation, Phase, Project};
use crate::money::{Budget, BudgetScope, Currency, Total};

impl Evaluation {
    /// What the projects cost together in a currency. Amounts are added up only where their
    /// scopes allow it:
    ///
    /// 1. each project by its own amount, or else by the sum of its phases, if every phase has
    ///    one; all projects must have an amount in this currency;
    /// 2. else the amount stated for all projects together.
    ///
    /// `None` when neither is stated in this currency, and when more than one amount is stated
    /// for the same thing, since we cannot know which holds. A sum is marked as derived.
    #[must_use]
    pub fn total_budget(&self, currency: &Currency) -> Option<Total> {
        let projects = self.projects.iter().map(|project| project.total_budget(currency));
        let combined = single(&self.combined_budgets, BudgetScope::Combined, currency);
        add_up(projects).or(combined)
    }
}

impl Project {
    /// What the project cost in a currency: its own amount, else the sum of its phases.
    #[must_use]
    pub fn total_budget(&self, currency: &Currency) -> Option<Total> {
        let of_phase = |phase: &Phase| single(&phase.budgets, BudgetScope::Phase, currency);
        if self.budgets.iter().any(|budget| &budget.currency == currency) {
            return single(&self.budgets, BudgetScope::Project, currency);
        }
        add_up(self.phases.iter().map(of_phase))
    }
}

/// The only amount of a scope in a currency.
fn single(budgets: &[Budget], scope: BudgetScope, currency: &Currency) -> Option<Total> {
    let fits = |budget: &&Budget| budget.scope == scope && &budget.currency == currency;
    let mut fitting = budgets.iter().filter(fits);
    let first = fitting.next()?;
    fitting.next().is_none().then(|| Total::stated(first))
}

/// The sum, when there is at least one amount and none is missing.
fn add_up(amounts: impl Iterator<Item = Option<Total>>) -> Option<Total> {
    let mut amounts = amounts;
    let first = amounts.next()??;
    amounts.try_fold(first, |sum, amount| sum.plus(amount?))
}

#[cfg(test)]
mod tests {
    use super::{BudgetScope, Evaluation, Project};
    use crate::money::{Exactness, Total};
    use crate::testing::{budget, evaluation, money, phase, project};

    const PROJECT: BudgetScope = BudgetScope::Project;

    fn with(projects: Vec<Project>) -> Evaluation {
        Evaluation { projects, ..evaluation("e", "An evaluation") }
    }

    fn paid(amounts: &[(BudgetScope, u64, &str)]) -> Project {
        let mut project = project("A project");
        project.budgets = amounts.iter().map(|&(scope, n, c)| budget(scope, n, c)).collect();
        project
    }

    fn in_phases(amounts: &[Option<u64>]) -> Project {
        let mut project = project("A project");
        for (amount, number) in amounts.iter().zip(1..) {
            let mut phase = phase(number);
            phase.budgets = amount.iter().map(|&n| budget(BudgetScope::Phase, n, "USD")).collect();
            project.phases.push(phase);
        }
        project
    }

    #[track_caller]
    fn check(evaluation: &Evaluation, units: Option<u64>, derived: bool) {
        let exactness = Exactness::Exact;
        let combined = units.is_some() && evaluation.combined_budgets.len() == 1;
        let expected =
            units.map(|units| Total { cents: units * 100, derived, exactness, combined });
        assert_eq!(evaluation.total_budget(&money("USD")), expected);
    }

    #[test]
    fn one_stated_amount_is_the_total() {
        check(&with(vec![paid(&[(PROJECT, 7, "USD")])]), Some(7), false);
    }

    #[test]
    fn sums_are_marked_as_derived() {
        let usd = |n| paid(&[(PROJECT, n, "USD")]);
        check(&with(vec![usd(7), usd(8)]), Some(15), true);
        check(&with(vec![in_phases(&[Some(3), Some(1)])]), Some(4), true);
        check(&with(vec![in_phases(&[Some(3), Some(1)]), usd(5)]), Some(9), true);
    }

    #[test]
    fn nothing_is_added_up_where_a_part_is_missing() {
        check(&with(vec![paid(&[(PROJECT, 7, "USD")]), project("Unpaid")]), None, false);
        check(&with(vec![in_phases(&[Some(3), None])]), None, false);
        let other = paid(&[(PROJECT, 7, "EUR")]);
        check(&with(vec![paid(&[(PROJECT, 7, "USD")]), other]), None, false);
        check(&with(Vec::new()), None, false);
    }

    #[test]
    fn two_amounts_for_one_thing_give_no_total() {
        check(&with(vec![paid(&[(PROJECT, 7, "USD"), (PROJECT, 9, "USD")])]), None, false);
    }

    #[test]
    fn the_amount_for_all_projects_together_stands_in_for_missing_parts() {
        let mut evaluation = with(vec![project("One"), project("Two")]);
        evaluation.combined_budgets = vec![budget(BudgetScope::Combined, 20, "USD")];
        check(&evaluation, Some(20), false);
        evaluation.projects[0].budgets = vec![budget(PROJECT, 5, "USD")];
        check(&evaluation, Some(20), false);
    }

    #[test]
    fn a_sum_is_rounded_as_soon_as_a_part_is() {
        let mut evaluation = with(vec![in_phases(&[Some(3), Some(1)])]);
        evaluation.projects[0].phases[1].budgets[0].exactness = Exactness::Rounded;
        let total = evaluation.total_budget(&money("USD")).unwrap();
        assert_eq!(total.exactness, Exactness::Rounded);
    }

    #[test]
    fn sums_beyond_counting_are_none() {
        let huge = |cents| {
            let mut project = paid(&[(PROJECT, 0, "USD")]);
            project.budgets[0].cents = cents;
            project
        };
        check(&with(vec![huge(u64::MAX), huge(1)]), None, false);
    }
}
