//! What somebody may have meant.

/// The three candidates nearest to what was written, nearest first; each candidate is known by
/// several names and shown by the first.
#[must_use]
pub fn nearest<'c>(written: &str, candidates: impl Iterator<Item = Vec<&'c str>>) -> Vec<&'c str> {
    let written = written.to_lowercase();
    let mut scored: Vec<(usize, &str)> = candidates
        .filter_map(|names| {
            let distance = |name: &&str| strsim::osa_distance(&written, &name.to_lowercase());
            Some((names.iter().map(distance).min()?, *names.first()?))
        })
        .collect();
    scored.sort_unstable();
    scored.truncate(3);
    scored.into_iter().map(|(_, name)| name).collect()
}

/// The nearest as a hint: "did you mean `a`, `b` or `c`?"; `None` without candidates.
#[must_use]
pub fn did_you_mean(nearest: &[&str]) -> Option<String> {
    let (last, others) = nearest.split_last()?;
    let others: Vec<String> = others.iter().map(|name| format!("`{name}`")).collect();
    Some(match others.is_empty() {
        true => format!("did you mean `{last}`?"),
        false => format!("did you mean {} or `{last}`?", others.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, nearest};

    #[test]
    fn the_nearest_three_come_in_order_of_distance() {
        let words = ["gender-equality", "final", "finding", "fining", "mid-term"];
        assert_eq!(
            nearest("finding", words.iter().map(|word| vec![*word])),
            ["finding", "fining", "final"]
        );
    }

    #[test]
    fn a_term_is_found_by_any_of_its_names() {
        let terms = [vec!["pe", "Peru"], vec!["pa", "Panama"], vec!["in", "India"]];
        assert_eq!(nearest("peru", terms.into_iter()).first(), Some(&"pe"));
    }

    #[test]
    fn a_hint_reads_as_a_question() {
        assert_eq!(did_you_mean(&[]), None);
        assert_eq!(did_you_mean(&["a"]).unwrap(), "did you mean `a`?");
        assert_eq!(did_you_mean(&["a", "b", "c"]).unwrap(), "did you mean `a`, `b` or `c`?");
    }
}
