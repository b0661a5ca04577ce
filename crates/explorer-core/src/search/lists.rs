//! Lists of hits in the order of the set: what either has, and what both have.

use std::cmp::Ordering;

/// An evaluation that has a word in its header.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeaderHit {
    pub(super) evaluation: u32,
    /// Weighted times, by field and by likeness of the word.
    pub(super) times: f32,
    /// The fields, as bits.
    pub(super) fields: u8,
    /// True when only a word with slips was found.
    pub(super) slipped: bool,
}

/// A statement that has a word. A first letter is in hundreds of thousands of them, so it is small.
#[derive(Clone, Copy, Debug)]
pub(super) struct StatementHit {
    pub(super) statement: u32,
    /// The times; negative where only a word with slips was found.
    signed: f32,
}

impl StatementHit {
    #[inline(always)]
    pub(super) const fn new(statement: u32, times: f32, slipped: bool) -> Self {
        Self { statement, signed: if slipped { -times } else { times } }
    }

    /// Times, weighted by likeness of the word.
    #[inline(always)]
    pub(super) const fn times(self) -> f32 {
        self.signed.abs()
    }

    /// True when only a word with slips was found.
    #[inline(always)]
    pub(super) const fn slipped(self) -> bool {
        self.signed.is_sign_negative()
    }
}

/// Where something occurs, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    pub(super) headers: Vec<HeaderHit>,
    pub(super) statements: Vec<StatementHit>,
}

impl Lists {
    pub(super) fn is_empty(&self) -> bool {
        self.headers.is_empty() && self.statements.is_empty()
    }
}

/// Hits of either list; where both have one their times add up.
pub(super) fn united(a: Lists, b: Lists) -> Lists {
    Lists {
        headers: unite(
            a.headers,
            b.headers,
            |hit| hit.evaluation,
            |a, b| HeaderHit {
                times: a.times + b.times,
                fields: a.fields | b.fields,
                slipped: a.slipped && b.slipped,
                ..a
            },
        ),
        statements: unite(
            a.statements,
            b.statements,
            |hit| hit.statement,
            |a, b| {
                let slipped = a.slipped() && b.slipped();
                StatementHit::new(a.statement, a.times() + b.times(), slipped)
            },
        ),
    }
}

fn unite<T: Copy>(a: Vec<T>, b: Vec<T>, key: fn(&T) -> u32, both: fn(T, T) -> T) -> Vec<T> {
    if a.is_empty() || b.is_empty() {
        return if a.is_empty() { b } else { a };
    }
    let mut united = Vec::with_capacity(a.len() + b.len());
    let (mut lefts, mut rights) = (a.as_slice(), b.as_slice());
    while let ([left, left_rest @ ..], [right, right_rest @ ..]) = (lefts, rights) {
        let order = key(left).cmp(&key(right));
        united.push(match order {
            Ordering::Less => *left,
            Ordering::Equal => both(*left, *right),
            Ordering::Greater => *right,
        });
        lefts = if order.is_le() { left_rest } else { lefts };
        rights = if order.is_ge() { right_rest } else { rights };
    }
    united.extend_from_slice(lefts);
    united.extend_from_slice(rights);
    united
}

/// Hits of both lists in the same field or statement.
pub(super) fn shared(a: &Lists, b: &Lists) -> Lists {
    let headers = share(
        &a.headers,
        &b.headers,
        |hit| hit.evaluation,
        |a, b| {
            let fields = a.fields & b.fields;
            let (times, slipped) = (a.times.min(b.times), a.slipped || b.slipped);
            (fields != 0).then_some(HeaderHit { fields, times, slipped, ..a })
        },
    );
    let statements = share(
        &a.statements,
        &b.statements,
        |hit| hit.statement,
        |a, b| {
            let (times, slipped) = (a.times().min(b.times()), a.slipped() || b.slipped());
            Some(StatementHit::new(a.statement, times, slipped))
        },
    );
    Lists { headers, statements }
}

fn share<T: Copy>(a: &[T], b: &[T], key: fn(&T) -> u32, both: fn(T, T) -> Option<T>) -> Vec<T> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = long;
    let mut shared = Vec::new();
    for hit in short {
        let at = rest.partition_point(|other| key(other) < key(hit));
        rest = rest.get(at..).unwrap_or_default();
        if let Some(other) = rest.first()
            && key(other) == key(hit)
        {
            shared.extend(both(*hit, *other));
        }
    }
    shared
}
