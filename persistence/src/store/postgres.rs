//! Writes on PostgreSQL: READ COMMITTED, a bounded number of further attempts after a collision.

use std::ops::Range;

use diesel::r2d2::PooledConnection;

use super::Mode;
use super::session::{Tx, command};
use crate::clock::Clock;
use crate::connection::{Manager, Pool};
use crate::error::{CommandError, StoreError};
use crate::keyring::Keyring;

/// Attempts after a deadlock or a serialisation failure.
const COLLISIONS: u32 = 5;

pub(super) fn checkout(pool: &Pool) -> Result<PooledConnection<Manager>, StoreError> {
    pool.get()
        .map_err(|error| StoreError::Unavailable(error.to_string()))
}

/// A database that was restarted leaves every pooled connection dead: allow one attempt for each.
pub(super) fn attempts(pool: &Pool) -> Range<u32> {
    0..pool.max_size()
}

pub(super) fn link_lost(error: Option<&StoreError>) -> bool {
    matches!(error, Some(StoreError::Unavailable(_)))
}

pub(super) fn transact<T, E, F>(
    pool: &Pool,
    keyring: &Keyring,
    clock: &Clock,
    mode: Mode,
    mut body: F,
) -> Result<T, E>
where
    E: CommandError,
    F: FnMut(&mut Tx<'_>) -> Result<T, E>,
{
    let mut collisions = 0..COLLISIONS;
    let mut reconnections = attempts(pool);
    loop {
        let mut pooled = checkout(pool)?;
        // A link that is lost while COMMIT is under way leaves open whether it took effect:
        // only a body that failed may run again.
        let mut body_failed = false;
        let result = command(
            &mut pooled.connection,
            keyring,
            clock.now(),
            mode,
            |tx| -> Result<T, E> {
                let result = body(tx);
                body_failed = result.is_err();
                result
            },
        );
        let Err(error) = &result else { return result };
        let again = match error.store_error() {
            Some(StoreError::Conflict) => collisions.next().is_some(),
            Some(StoreError::Unavailable(_)) => {
                pooled.lost = true;
                body_failed && reconnections.next().is_some()
            }
            _ => false,
        };
        if !again {
            return result;
        }
    }
}
