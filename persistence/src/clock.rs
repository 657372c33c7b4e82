//! The one place that asks what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, NaiveDate, SubsecRound, Utc};
use uuid::{NoContext, Timestamp, Uuid};

/// The time of the service: the system's, or moved by the sandbox.
///
/// Instants are cut to milliseconds, so that both databases give back what was stored.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Milliseconds by which the sandbox has moved the clock; zero otherwise.
    offset: Arc<AtomicI64>,
}

impl Clock {
    /// Now, in UTC, cut to milliseconds.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place")]
    pub fn now(&self) -> DateTime<Utc> {
        let moved = Duration::milliseconds(self.offset.load(Ordering::Relaxed));
        (Utc::now() + moved).trunc_subsecs(3)
    }

    /// Today in Beijing time, the date that the law counts by.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        domain::calendar::beijing_date(self.now())
    }

    /// Moves the clock so that it now reads `instant`. Only the sandbox does this.
    pub fn set(&self, instant: DateTime<Utc>) {
        let moved = self.offset.load(Ordering::Relaxed);
        let by = (instant - self.now()).num_milliseconds();
        self.offset
            .store(moved.saturating_add(by), Ordering::Relaxed);
    }
}

/// A new `UUIDv7` (RFC 9562) that carries the given instant, so that ids sort by time.
#[must_use]
pub fn uuid_at(instant: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(instant.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        seconds,
        instant.timestamp_subsec_nanos(),
    ))
}
