//! Chance that can be repeated: SplitMix64.

/// A stream of numbers that a seed decides.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The stream of a seed and the number of a record.
    pub fn new(seed: u64, number: u64) -> Self {
        let mut mixed = Self(seed);
        Self(mixed.next() ^ number.wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    /// A number of a range, both ends included.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most.saturating_sub(least) + 1)
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// A value in so many of a hundred cases.
    pub fn sometimes<T>(&mut self, cases: usize, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.percent(cases).then(|| value(self))
    }

    /// One of a list, each as likely.
    pub fn one<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }

    /// A position below `end`, the first ones far more often: by Zipf's law, near enough.
    pub fn rank(&mut self, end: usize) -> usize {
        // The logarithm of a rank under Zipf's law is even: draw it, and go back by powers of two.
        let octaves = usize::BITS - end.leading_zeros();
        let octave = self.below(octaves as usize);
        let first = 1 << octave;
        (first + self.below(first) - 1).min(end.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_seed_decides_the_stream() {
        let stream = |seed, number| {
            let mut chance = Chance::new(seed, number);
            [chance.next(), chance.next(), chance.next()]
        };
        assert_eq!(stream(1, 2), stream(1, 2));
        assert_ne!(stream(1, 2), stream(1, 3));
        assert_ne!(stream(1, 2), stream(2, 2));
    }

    #[test]
    fn ranks_have_a_head_and_a_long_tail() {
        let mut chance = Chance::new(7, 0);
        let mut counts = vec![0_u32; 10_000];
        for _ in 0..100_000 {
            counts[chance.rank(10_000)] += 1;
        }
        let head: u32 = counts[..10].iter().sum();
        let tail = counts[1000..].iter().filter(|&&count| count > 0).count();
        assert!(head > 20_000 && head < 40_000, "{head}");
        assert!(tail > 6000, "{tail}");
    }
}
