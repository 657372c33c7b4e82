//! By how much a rehearsal moved its clock: one for all processes of an installation.

use chrono::{DateTime, Utc};

use crate::clock::{Clock, Moved};
use crate::prelude::*;
use crate::schema::sandbox_clock as clock;

const ONLY_ROW: i16 = 1;

/// The last move; none for an installation whose clock nobody moved.
pub fn last_move(reader: &mut Reader<'_>) -> Result<Moved, StoreError> {
    let row: Option<(i64, i64)> = clock::table
        .find(ONLY_ROW)
        .select((clock::moves, clock::milliseconds))
        .get_result(reader.connection)
        .optional()?;
    Ok(
        row.map_or_else(Moved::default, |(number, milliseconds)| Moved {
            number,
            milliseconds,
        }),
    )
}

/// Moves the clock so that it reads `instant` now.
pub fn move_to(tx: &mut Tx<'_>, instant: DateTime<Utc>) -> Result<Moved, StoreError> {
    tx.lock(b"sandbox-clock")?;
    let last = last_move(tx)?;
    let moved = Moved {
        number: last.number + 1,
        milliseconds: (instant - Clock::real_now()).num_milliseconds(),
    };
    diesel::delete(clock::table.find(ONLY_ROW)).execute(tx.connection)?;
    diesel::insert_into(clock::table)
        .values((
            clock::only_row.eq(ONLY_ROW),
            clock::moves.eq(moved.number),
            clock::milliseconds.eq(moved.milliseconds),
        ))
        .execute(tx.connection)?;
    Ok(moved)
}
