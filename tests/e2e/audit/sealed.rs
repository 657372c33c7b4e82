//! An audit that is sealed and signed, and what its verification says.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{REGION, register};
use crate::harness::{Caller, TestServer};

/// Entries are sealed within a second or two and signed within ten more.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);
/// Files that are registered; each is one entry of the audit.
pub(super) const FILES: usize = 5;

pub(super) fn verify(city: &Caller, query: &str) -> Value {
    city.get(format!("/v1/audit/verification{query}"))
        .send()
        .expect(200)
        .json()
}

/// The verification once all that was done is sealed and signed.
pub(super) fn verify_signed(city: &Caller) -> Value {
    let start = Instant::now();
    loop {
        let found = verify(city, "");
        if found["unsealed"] == 0 && found["checkpoint"]["number"] == found["links"] {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{found:#}");
        thread::sleep(Duration::from_millis(100));
    }
}

/// What somebody finds who verifies, as (kind, link).
pub(super) fn breaks(found: &Value) -> Vec<(String, i64)> {
    found["breaks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            (
                found["kind"].as_str().unwrap().to_owned(),
                found["number"].as_i64().unwrap(),
            )
        })
        .collect()
}

/// An audit that is sealed and signed, and its server.
pub(super) struct Sealed {
    pub(super) server: TestServer,
    pub(super) city: Caller,
    pub(super) links: i64,
    /// The newest checkpoint, as somebody keeps it elsewhere.
    pub(super) checkpoint: String,
}

impl Sealed {
    pub(super) fn new() -> Self {
        let server = TestServer::start();
        let (city, county) = (server.city(), server.county(REGION));
        for _ in 0..FILES {
            register(&county, REGION);
        }
        let found = verify_signed(&city);
        assert_eq!(found["intact"], true, "{found:#}");
        let links = found["links"].as_i64().unwrap();
        assert!(links >= i64::try_from(FILES).unwrap());
        assert_eq!((&found["from"], &found["to"]), (&1.into(), &links.into()));
        let checkpoint = found["checkpoint"]["token"].as_str().unwrap().to_owned();
        Self {
            server,
            city,
            links,
            checkpoint,
        }
    }

    pub(super) fn execute(&self, sql: &str) {
        self.server.installation().rows().execute(sql);
    }

    pub(super) fn breaks(&self) -> Vec<(String, i64)> {
        let found = verify(&self.city, "");
        assert_eq!(found["intact"], found["breaks_found"] == 0);
        breaks(&found)
    }
}

/// The condition that finds the entry of a link.
pub(super) fn entry_of(link: i64) -> String {
    format!("sequence = (SELECT entry_sequence FROM audit_links WHERE number = {link})")
}
