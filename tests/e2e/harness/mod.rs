//! What a test needs: servers of its own, callers with the access it names, and answers that were
//! held against the contract before the test sees them.
//!
//! ```ignore
//! use crate::harness::{TestServer, synthetic};
//!
//! #[test]
//! fn a_county_reads_the_file_that_it_registered() {
//!     let server = TestServer::start();
//!     let county = server.county("371502");
//!     let registered = county
//!         .post("/v1/people")
//!         .json(&synthetic::person("371502"))
//!         .send()
//!         .expect(201);
//!     let read = county.get(registered.location()).send().expect(200);
//!     assert_eq!(read.json(), registered.json());
//!
//!     let neighbour = server.county("371521");
//!     neighbour.get(registered.location()).send().problem(404, "not_found");
//! }
//! ```
//!
//! Every server has a database of its own, so tests share nothing and run side by side.
//! [`Call::send`] fails the test when the answer breaks the contract: a status, media type or body
//! that the contract does not promise, a missing `WWW-Authenticate`, `Allow` or request id.
//!
//! [`TestServer::snapshot`] shows that a refusal changed nothing. A new caller is a new client in the
//! database: get every caller before the snapshot.

mod answer;
mod call;
mod caller;
mod cluster;
pub(crate) mod contract;
mod database;
mod installation;
mod logs;
mod officers;
mod postgres;
pub(crate) mod raw;
mod server;
pub(crate) mod synthetic;

pub(crate) use answer::Answer;
pub(crate) use call::Call;
pub(crate) use caller::{Caller, Credentials};
pub(crate) use database::{Rows, Snapshot};
pub(crate) use installation::Installation;
pub(crate) use server::TestServer;

/// The city whose rules are built in.
pub(crate) const CITY: &str = "371500";
/// The name by which callers reach a server under test, whatever its port is.
pub(crate) const PUBLIC_URL: &str = "http://yongwei.test";
