//! The one application that the server and the tests run, and what it serves beside the features.

mod build;
mod contract;
mod envelope;
mod head;
mod health;
mod metrics;
mod pages;
mod problem_pages;
mod problems;
mod unmatched;

pub use build::{app, contract_of, metrics_app};
