//! Rate limits, per client and per peer address: of all calls by each process for itself, of what the
//! public sends in by all processes together.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use domain::ids::ClientId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use persistence::{Mode, Store, public_writes};

use crate::problems::{Code, Problem};

/// After how many checks the keys that are full again are forgotten.
const CHECKS_BETWEEN_SWEEPS: u32 = 4096;

/// From how many keys on all peers share one allowance, counted at each sweep.
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
    pub fn new(per_minute: NonZeroU32, burst: NonZeroU32) -> Self {
        Self {
            limiter: RateLimiter::keyed(Quota::per_minute(per_minute).allow_burst(burst)),
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
        self.check(Key::Peer(address.map(subscriber)))
    }

    fn check(&self, key: Key) -> Result<(), Problem> {
        let checks = self.checks.fetch_add(1, Ordering::Relaxed);
        if checks.is_multiple_of(CHECKS_BETWEEN_SWEEPS) {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
            self.full
                .store(self.limiter.len() >= MOST_KEYS, Ordering::Relaxed);
        }
        let key = match key {
            // Clients are registered: they never become too many, nor pay for peers who are.
            Key::Peer(_) if self.full.load(Ordering::Relaxed) => Key::Overflow,
            key => key,
        };
        self.limiter
            .check_key(&key)
            .map_err(|denied| too_often(denied.wait_time_from(self.clock.now())))
    }
}

/// The refusal of a call that would be let in after this time. Rounded up, so that a caller who waits
/// that long is let in.
fn too_often(wait: Duration) -> Problem {
    Problem::new(Code::RateLimited).retry_after(wait.as_secs() + 1)
}

/// How often the public may send something in: so many an hour from each address, which may come at once.
#[derive(Debug, Clone, Copy)]
pub struct PublicWrites {
    an_hour: NonZeroU32,
}

impl PublicWrites {
    /// So many an hour.
    pub fn hourly(an_hour: NonZeroU32) -> Self {
        Self { an_hour }
    }

    /// Counts a call. All peers without an address (tests) are one.
    pub async fn admit(self, store: &Store, address: Option<IpAddr>) -> Result<(), Problem> {
        let (sender, an_hour) = (address.map(subscriber), self.an_hour);
        store
            .write(Mode::Commit, move |tx| {
                public_writes::count(tx, sender, an_hour)
            })
            .await?
            .map_err(|wait| too_often(wait.to_std().unwrap_or_default()))
    }
}

/// One for all addresses of one subscriber. A subscriber of IPv6 has a /64 network at the least
/// (RFC 6177, RFC 7934), and could come from another of its addresses with every call.
fn subscriber(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Limits").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn once_a_minute() -> Limits {
        Limits::new(NonZeroU32::MIN, NonZeroU32::MIN)
    }

    fn is_let_in(limits: &Limits, address: &str) -> bool {
        limits.check_peer(Some(address.parse().unwrap())).is_ok()
    }

    #[test]
    fn a_subscriber_of_ipv6_has_one_allowance_whichever_address_it_comes_from() {
        let limits = once_a_minute();
        assert!(is_let_in(&limits, "2001:db8:0:1::7"));
        for address in ["2001:db8:0:1::7", "2001:db8:0:1::8", "2001:db8:0:1:ffff::"] {
            assert!(!is_let_in(&limits, address), "{address}");
        }
        assert!(is_let_in(&limits, "2001:db8:0:2::7"), "a neighbour");
    }

    #[test]
    fn every_address_of_ipv4_has_an_allowance() {
        let limits = once_a_minute();
        for address in ["192.0.2.7", "192.0.2.8"] {
            assert!(is_let_in(&limits, address), "{address}");
            assert!(!is_let_in(&limits, address), "{address}");
        }
    }
}
