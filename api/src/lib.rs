//! The HTTP side of Yongwei: routes, wire types, problem documents, the contract and the settings.
//!
//! [`app::app`] builds the one application that both the server and the tests run.

pub mod app;
pub mod attachments;
pub mod audit;
pub mod auth;
pub mod calendar;
pub mod cli;
pub mod clients;
pub mod commands;
mod commendations;
pub mod contract;
pub mod credentials;
pub mod deeds;
pub mod demo;
pub mod documents;
pub mod eligibility;
pub mod events;
pub mod features;
pub mod former_regions;
mod honours;
mod households;
mod housekeeping;
pub mod http;
pub mod imports;
pub mod intake;
pub mod match_tasks;
pub mod officers;
pub mod organisations;
mod out_of_city;
pub mod pdf;
pub mod people;
mod plaques;
pub mod policies;
pub mod policy;
pub mod problems;
mod procedure;
mod publicity;
pub mod receipts;
pub mod regions;
mod rounds;
pub mod routes;
pub mod sandbox;
pub mod services;
mod serving;
pub mod settings;
mod studios;
pub mod telemetry;
#[cfg(test)]
mod testing;
mod wire;
mod words;

pub use cli::main;

/// The version in the `API-Version` header and in the contract: major and minor only, because a
/// patch never changes what a caller sees.
pub const API_VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION_MAJOR"),
    ".",
    env!("CARGO_PKG_VERSION_MINOR")
);
