//! The rules of Yongwei, pure: no input or output, no clock, no database, no HTTP.
//! Facts, dates and policy come in as values.

pub mod calendar;
pub mod error;
pub mod identity;
pub mod ids;
pub mod money;
pub mod organisations;
pub mod regions;
