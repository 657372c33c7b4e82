//! The rules of Yongwei, pure: no input or output, no clock, no database, no HTTP.
//! Facts, dates and policy come in as values.

#![allow(
    missing_docs,
    reason = "a doc comment says what the name and the type do not"
)]
#![allow(
    clippy::must_use_candidate,
    reason = "every function is pure, so that the attribute would stand on all"
)]

pub mod attachments;
pub mod calendar;
pub mod commendations;
pub mod deeds;
pub mod documents;
pub mod error;
pub mod honours;
pub mod identity;
pub mod ids;
pub mod imports;
pub mod intake;
pub mod money;
pub mod named;
pub mod organisations;
pub mod out_of_city;
pub mod people;
pub mod plaques;
pub mod policy;
pub mod procedure;
pub mod publicity;
pub mod receipts;
pub mod reference;
pub mod regions;
pub mod rounds;
pub mod studios;
pub mod text;
