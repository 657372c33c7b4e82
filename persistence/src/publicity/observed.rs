//! Whether what everybody may read has changed since somebody kept an answer. In the process that changed it
//! that shows with the answer to the change; in others when they look.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::commit_order::{Position, between, end};
use crate::prelude::*;
use crate::schema::public_entries as entries;

/// How often entries were written by this process, committed or not.
static TOUCHED: AtomicU64 = AtomicU64::new(0);
/// How often what everybody may read was seen to have changed.
static GENERATION: AtomicU64 = AtomicU64::new(0);

/// Entries were written in a transaction that has not ended.
pub(super) fn touched() {
    TOUCHED.fetch_add(1, Ordering::SeqCst);
}

/// How often this process has written entries, to be compared after a transaction with the number before it.
pub(crate) fn writes() -> u64 {
    TOUCHED.load(Ordering::SeqCst)
}

/// After a transaction: when entries were written since `before`, every answer of before is old. To be called
/// before anybody learns that it was committed.
pub(crate) fn settled(before: u64) {
    if writes() != before {
        distrust();
    }
}

/// The number of the state of what everybody may read. An answer that was made under another number may be
/// old; the number is taken before what goes into an answer is read.
pub fn generation() -> u64 {
    GENERATION.load(Ordering::SeqCst)
}

/// Makes every answer of before old.
pub fn distrust() {
    GENERATION.fetch_add(1, Ordering::SeqCst);
}

/// Looks for entries that other processes wrote.
#[derive(Debug, Clone, Default)]
pub struct Observer {
    /// What was final at the last look.
    end: Position,
    /// What was visible after it: a transaction may commit before one that began earlier.
    beyond: BTreeSet<i64>,
}

impl Observer {
    /// Makes every answer of before old where entries came since the last look, final or not.
    pub fn look(&mut self, reader: &mut Reader<'_>) -> Result<(), StoreError> {
        let end = end(reader, |reader| {
            entries::table
                .select(diesel::dsl::max(entries::sequence))
                .get_result(reader.connection)
        })?;
        let last = Position {
            commit: i64::MAX,
            sequence: i64::MAX,
        };
        let query = between!(entries::table.into_boxed(), reader, entries, self.end, last);
        let seen: Vec<(i64, i64)> = query
            .select((entries::position, entries::sequence))
            .load(reader.connection)?;
        let now: BTreeSet<i64> = seen.iter().map(|(_, sequence)| *sequence).collect();
        if now != self.beyond {
            distrust();
        }
        let later = seen.into_iter().filter(|(position, sequence)| {
            let place = Position {
                commit: *position,
                sequence: *sequence,
            };
            place > end
        });
        self.beyond = later.map(|(_, sequence)| sequence).collect();
        self.end = end;
        Ok(())
    }
}
