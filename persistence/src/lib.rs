//! The store of Yongwei: diesel on SQLite and on PostgreSQL.
//!
//! Nothing outside this crate knows diesel. Every read and write goes through [`Store`]; queries
//! are functions, one file for each aggregate, that take a [`Reader`] or a [`Tx`] and the
//! caller's [`RegionScope`].

#![allow(
    missing_docs,
    reason = "a member of a row whose name says it all needs no second sentence"
)]

pub mod attachments;
pub mod audit;
pub mod calendar;
pub mod cases;
pub mod clients;
mod clock;
mod columns;
pub mod commendations;
mod commit_order;
mod connection;
mod deeds;
pub mod documents;
mod error;
pub mod events;
pub mod honours;
pub mod households;
pub mod idempotency;
pub mod imports;
pub mod intake;
pub mod keyring;
pub mod leases;
pub mod match_tasks;
pub mod migrations;
pub mod officers;
pub mod organisations;
mod out_of_city;
mod paging;
pub mod people;
pub mod plaques;
pub mod policy_versions;
mod prelude;
pub mod public_writes;
pub mod publicity;
pub mod receipts;
pub mod rounds;
pub mod sandbox_clock;
mod schema;
mod scope;
pub mod serving;
mod store;
pub mod stored;
pub mod studios;

pub use clock::{Clock, Moved, uuid_at};
pub use commit_order::Position;
pub use connection::DatabaseUrl;
pub use error::{CommandError, StoreError};
pub use paging::{Keyset, Page};
pub use scope::RegionScope;
pub use store::{Mode, Reader, Store, Tx};
pub use stored::StoredProcedure;
