//! Rate limits, per client and per peer address.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use domain::ids::ClientId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::problems::{Code, Problem};

/// After how many checks the keys that are full again are forgotten.
const CHECKS_BETWEEN_SWEEPS: u32 = 4096;

/// From how many keys on all callers share one allowance, counted at each sweep.
const MOST_KEYS: usize = 100_000;

/// Who is limited.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Client(ClientId),
    Peer(Option<IpAddr>),
    Overflow,
}

/// How often a caller may call: an allowance that refills evenly over time, and a burst.
pub struct Limits {
    limiter: DefaultKeyedRateLimiter<Key>,
    clock: DefaultClock,
    checks: AtomicU32,
    full: AtomicBool,
}

impl Limits {
    /// `per_minute` calls on average and `burst` at once.
    #[must_use]
    pub fn new(per_minute: NonZeroU32, burst: NonZeroU32) -> Self {
        Self::of(Quota::per_minute(per_minute).allow_burst(burst))
    }

    /// So many calls an hour, which may come at once.
    #[must_use]
    pub fn hourly(calls: NonZeroU32) -> Self {
        Self::of(Quota::per_hour(calls))
    }

    fn of(quota: Quota) -> Self {
        Self {
            limiter: RateLimiter::keyed(quota),
            clock: DefaultClock::default(),
            checks: AtomicU32::new(0),
            full: AtomicBool::new(false),
        }
    }

    /// Counts a call by an authenticated client.
    pub fn check_client(&self, client: ClientId) -> Result<(), Problem> {
        self.check(Key::Client(client))
    }

    /// Counts a call without a valid token. All peers without an address (tests) are one.
    pub fn check_peer(&self, address: Option<IpAddr>) -> Result<(), Problem> {
        self.check(Key::Peer(address))
    }

    fn check(&self, key: Key) -> Result<(), Problem> {
        let checks = self.checks.fetch_add(1, Ordering::Relaxed);
        if checks.is_multiple_of(CHECKS_BETWEEN_SWEEPS) {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
            self.full
                .store(self.limiter.len() >= MOST_KEYS, Ordering::Relaxed);
        }
        let key = if self.full.load(Ordering::Relaxed) {
            Key::Overflow
        } else {
            key
        };
        self.limiter.check_key(&key).map_err(|denied| {
            let wait = denied.wait_time_from(self.clock.now());
            // Rounded up, so that a caller who waits that long is let in.
            Problem::new(Code::RateLimited).retry_after(wait.as_secs() + 1)
        })
    }
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Limits").finish_non_exhaustive()
    }
}
