//! Packed sets.

use std::sync::LazyLock;

use explorer_core::artifact::pack;
use explorer_core::dataset::Dataset;
use explorer_core::outcome;
use explorer_core::query::Query;
use explorer_core::testing::content_of_seed;

static SET: LazyLock<Vec<u8>> = LazyLock::new(|| pack(&content_of_seed(7, 6)).unwrap_or_default());

/// Bytes of a header that no checksum covers, and bytes of the entry of a section.
const HEADER: usize = 24;

/// Any bytes are a packed set or are refused, and a set that opened can be asked anything.
///
/// The input is changes to a good set, four bytes each: where (three), and what to write. Checksums
/// are made right again, since no mutation would find them and all that lies behind them.
pub fn set(changes: &[u8]) {
    read(changes.to_vec());
    let mut bytes = SET.clone();
    for change in changes.chunks_exact(4) {
        let [a, b, c, value] = [change[0], change[1], change[2], change[3]];
        let at = u32::from_le_bytes([a, b, c, 0]) as usize % bytes.len();
        if at >= HEADER {
            bytes[at] = value;
        }
    }
    explorer_core::testing::seal(&mut bytes);
    read(bytes);
}

fn read(bytes: Vec<u8>) {
    let Ok(set) = Dataset::open(bytes) else { return };
    for ix in set.evaluations() {
        drop(set.evaluation(ix));
        set.statements_of(ix).for_each(|ix| drop(set.statement(ix)));
    }
    for text in ["", "a", "training", "\"a lesson\" -plan"] {
        let query = Query { text: text.to_owned(), ..Query::default() };
        let outcome = outcome::run(&set, &query);
        assert!(outcome.statements.first(20).len() <= outcome.statements.len());
    }
}
