//! Leases, so that of several processes on one database only one does the background work. They go by
//! the time of day: a rehearsal that moves its clock neither ends nor prolongs one.

use chrono::Duration;
use diesel::prelude::*;

use crate::clock::Clock;
use crate::error::StoreError;
use crate::schema::leases;
use crate::store::Tx;

/// Takes or renews the lease `name` for `holder`; answers whether it is held now.
pub fn acquire(
    tx: &mut Tx<'_>,
    name: &str,
    holder: &str,
    duration: Duration,
) -> Result<bool, StoreError> {
    if !tx.try_lock(format!("lease/{name}").as_bytes())? {
        return Ok(false);
    }
    let now = Clock::real_now();
    let taken: i64 = leases::table
        .filter(leases::name.eq(name))
        .filter(leases::holder.ne(holder))
        .filter(leases::expires_at.gt(now.naive_utc()))
        .count()
        .get_result(tx.connection)?;
    if taken > 0 {
        return Ok(false);
    }
    diesel::delete(leases::table.find(name)).execute(tx.connection)?;
    diesel::insert_into(leases::table)
        .values((
            leases::name.eq(name),
            leases::holder.eq(holder),
            leases::expires_at.eq((now + duration).naive_utc()),
        ))
        .execute(tx.connection)?;
    Ok(true)
}
