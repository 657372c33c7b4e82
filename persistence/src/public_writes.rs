//! How much an address without a token may still send in, counted for all processes together and by
//! the time of day.

use std::net::IpAddr;
use std::num::NonZeroU32;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{DateTime, Duration, SubsecRound, Utc};

use crate::clock::Clock;
use crate::prelude::*;
use crate::schema::public_writes as writes;

/// Counts one call of an address (`None`: of all whose address is not known) against its allowance of
/// so many an hour, which refills evenly. `Err` within: how long to wait until there is one again.
pub fn count(
    tx: &mut Tx<'_>,
    sender: Option<IpAddr>,
    an_hour: NonZeroU32,
) -> Result<Result<(), Duration>, StoreError> {
    let address = sender.map_or_else(String::new, |address| address.to_string());
    let sender = BASE64.encode(tx.keyring.anonymous_index(&address));
    tx.lock(format!("public-writes/{sender}").as_bytes())?;
    let row = writes::table.find(&sender);
    let known: Option<DateTime<Utc>> = row
        .select(writes::whole_at)
        .get_result(tx.connection)
        .optional()?
        .map(|Col(whole_at): Col<DateTime<Utc>>| whole_at);
    let whole_at = match spend(known, Clock::real_now(), an_hour) {
        Ok(whole_at) => whole_at,
        Err(wait) => return Ok(Err(wait)),
    };
    if known.is_some() {
        diesel::update(row)
            .set(writes::whole_at.eq(Col(whole_at)))
            .execute(tx.connection)?;
    } else {
        let new = (
            writes::sender.eq(&sender),
            writes::whole_at.eq(Col(whole_at)),
        );
        insert!(tx.connection, writes::table, new)?;
    }
    Ok(Ok(()))
}

/// Removes what tells nothing any more, and says how much that was.
pub fn purge(tx: &mut Tx<'_>) -> Result<usize, StoreError> {
    let whole = writes::whole_at.le(Col(Clock::real_now()));
    Ok(diesel::delete(writes::table.filter(whole)).execute(tx.connection)?)
}

/// Takes one off an allowance that is whole at `whole_at` (none: is whole now), and says when it is
/// whole again; or how long to wait until there is one to take.
fn spend(
    whole_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
    an_hour: NonZeroU32,
) -> Result<DateTime<Utc>, Duration> {
    // Rounded up to a millisecond, as the column keeps it.
    let one = Duration::milliseconds(i64::from(3_600_000_u32.div_ceil(an_hour.get())));
    let all = one * i32::try_from(an_hour.get()).unwrap_or(i32::MAX);
    let from = whole_at.map_or(now, |whole_at| whole_at.max(now));
    let whole_at = (from + one).trunc_subsecs(3);
    let wait = whole_at - now - all;
    if wait > Duration::zero() {
        Err(wait)
    } else {
        Ok(whole_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_allowance_may_be_spent_at_once_and_refills_evenly() {
        let three = NonZeroU32::new(3).unwrap();
        let now = Clock::real_now();
        let mut whole_at = None;
        for _ in 0..3 {
            whole_at = Some(spend(whole_at, now, three).unwrap());
        }
        let twenty_minutes = Duration::minutes(20);
        assert_eq!(spend(whole_at, now, three), Err(twenty_minutes));
        let later = now + twenty_minutes;
        let spent = spend(whole_at, later, three).unwrap();
        assert_eq!(spend(Some(spent), later, three), Err(twenty_minutes));
        // Nobody saves up more than an hour's.
        let tomorrow = now + Duration::days(1);
        assert_eq!(
            spend(Some(spent), tomorrow, three),
            Ok(tomorrow + twenty_minutes)
        );
    }

    #[test]
    fn the_largest_allowance_is_counted_too() {
        let now = Clock::real_now();
        assert!(spend(None, now, NonZeroU32::MAX).is_ok());
    }
}
