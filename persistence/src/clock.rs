//! The one place that asks what time it is.

use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Duration, NaiveDate, SubsecRound, Utc};
use uuid::{NoContext, Timestamp, Uuid};

/// The time of the service: the system's, or moved by the sandbox.
///
/// Instants are cut to milliseconds, so that both databases give back what was stored.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Milliseconds by which the sandbox has moved the clock; zero otherwise.
    offset: Arc<AtomicI64>,
    /// The move that the offset is of.
    last_move: Arc<Mutex<i64>>,
}

/// By how much the clock of a rehearsal was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// Which move it was, from 1; 0 for none.
    pub number: i64,
    pub milliseconds: i64,
}

impl Clock {
    /// Now, in UTC, cut to milliseconds.
    pub fn now(&self) -> DateTime<Utc> {
        let moved = Duration::milliseconds(self.offset.load(Ordering::Relaxed));
        (Self::real_now() + moved).trunc_subsecs(3)
    }

    /// Now whatever the sandbox says, cut to milliseconds: for what is between processes and not between
    /// people.
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn real_now() -> DateTime<Utc> {
        Utc::now().trunc_subsecs(3)
    }

    /// Today in Beijing time, the date that the law counts by.
    pub fn today(&self) -> NaiveDate {
        domain::calendar::beijing_date(self.now())
    }

    /// Goes by a move of the sandbox, unless it goes by a later one already.
    pub fn follow(&self, moved: Moved) {
        let mut last = self
            .last_move
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if moved.number > *last {
            *last = moved.number;
            self.offset.store(moved.milliseconds, Ordering::Relaxed);
        }
    }
}

/// Ids that this process has made.
static MADE: AtomicU32 = AtomicU32::new(0);

/// A new `UUIDv7` (RFC 9562) that carries the given instant, so that ids sort by time; those of one
/// millisecond and one process sort in the order in which they are made, by a counter of 26 bits
/// behind the time (section 6.2, method 1). 48 bits are random.
pub fn uuid_at(instant: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(instant.timestamp()).unwrap_or_default();
    let id = Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        seconds,
        instant.timestamp_subsec_nanos(),
    ));
    // 12 bits behind the version and 14 behind the variant.
    let made = u128::from(MADE.fetch_add(1, Ordering::Relaxed));
    let counter = (((made >> 14) & 0x0fff) << 64) | ((made & 0x3fff) << 48);
    let place = (0x0fff << 64) | (0x3fff << 48);
    Uuid::from_u128((id.as_u128() & !place) | counter)
}

#[cfg(test)]
mod tests {
    use super::{Clock, Moved, uuid_at};

    #[test]
    fn ids_of_one_instant_sort_in_the_order_in_which_they_are_made_and_tell_the_instant() {
        let now = Clock::default().now();
        let ids: Vec<_> = (0..40_000).map(|_| uuid_at(now)).collect();
        assert!(ids.is_sorted());
        let millis = u64::try_from(now.timestamp_millis()).unwrap();
        for id in ids {
            assert_eq!(id.get_version_num(), 7);
            assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
            let (seconds, nanos) = id.get_timestamp().unwrap().to_unix();
            assert_eq!(seconds * 1000 + u64::from(nanos / 1_000_000), millis);
        }
    }

    #[test]
    fn an_earlier_move_that_is_heard_of_late_changes_nothing() {
        let clock = Clock::default();
        let hour: i64 = 3_600_000;
        let moved = |number, hours: i64| Moved {
            number,
            milliseconds: hours * hour,
        };
        clock.follow(moved(2, 48));
        clock.follow(moved(1, 24));
        let ahead = clock.now() - Clock::real_now();
        assert!((47..=48).contains(&ahead.num_hours()), "{ahead}");
        clock.follow(moved(3, 0));
        assert_eq!((clock.now() - Clock::real_now()).num_minutes(), 0);
    }
}
