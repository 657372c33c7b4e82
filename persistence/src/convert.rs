//! From stored text and naive times to the types of the domain.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::error::StoreError;

/// A stored time: always UTC.
pub(crate) fn instant(stored: NaiveDateTime) -> DateTime<Utc> {
    stored.and_utc()
}

/// A stored id.
pub(crate) fn parse_id<I>(stored: &str) -> Result<I, StoreError>
where
    I: FromStr,
    I::Err: Display,
{
    stored
        .parse()
        .map_err(|error| StoreError::Corrupt(format!("an id: {error}")))
}

/// Any other stored text; `what` names the column in the error.
pub(crate) fn corrupt<E: Display>(what: &'static str) -> impl Fn(E) -> StoreError {
    move |error| StoreError::Corrupt(format!("{what}: {error}"))
}
