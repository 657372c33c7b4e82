//! End-to-end tests: a real server, called over HTTP as its users call it.
//!
//! Each feature has its file, named as the feature is everywhere else. [`harness`] starts the
//! servers; its documentation shows a test. Everything runs on SQLite, and on PostgreSQL too when
//! `YONGWEI_TEST_POSTGRES_URL` names a server on which databases may be made:
//!
//! ```text
//! cargo test -p e2e
//! .ci/with-postgres cargo test -p e2e
//! TEST_LOG=1 cargo test -p e2e people -- --nocapture
//! ```

#[cfg(test)]
mod harness;

#[cfg(test)]
mod access;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod attachments;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod between_counties;
#[cfg(test)]
mod between_processes;
#[cfg(test)]
mod bodies;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod client_management;
#[cfg(test)]
mod clients;
#[cfg(test)]
mod commendations;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod deeds;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod eligibility;
#[cfg(test)]
mod events;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod honours;
#[cfg(test)]
mod idempotency;
#[cfg(test)]
mod imports;
#[cfg(test)]
mod intake;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod nulls;
#[cfg(test)]
mod officers;
#[cfg(test)]
mod organisations;
#[cfg(test)]
mod out_of_city;
#[cfg(test)]
mod outage;
#[cfg(test)]
mod people;
#[cfg(test)]
mod plaques;
#[cfg(test)]
mod policies;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod publicity;
#[cfg(test)]
mod receipts;
#[cfg(test)]
mod regions;
#[cfg(test)]
mod replicas;
#[cfg(test)]
mod rounds;
#[cfg(test)]
mod sandbox;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod studios;
#[cfg(test)]
mod tables;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod upgrade;
#[cfg(test)]
mod versions;
mod whole_numbers;
