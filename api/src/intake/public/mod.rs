//! What anybody may send in, without a token.

pub(super) mod apply;
pub(super) mod clue;
pub(super) mod status;
pub(super) mod withdraw;

use domain::intake::TrackingCode;

use crate::problems::Problem;

/// A code of 160 random bits.
fn new_tracking_code() -> Result<TrackingCode, Problem> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Problem::internal(error.to_string()))?;
    Ok(TrackingCode::of_random(bytes))
}

/// The code in a path; what is none names nothing, like one that nobody was given.
fn tracking_code(text: &str) -> Result<TrackingCode, Problem> {
    TrackingCode::parse(text).ok_or_else(Problem::not_found)
}
