use domain::ids::PublicId;
use persistence::publicity::Found;

use crate::problems::{Code, Problem};

/// What stands under an id; 404 where nothing ever did, 410 where it was withdrawn.
pub(super) fn require<T>(found: Option<Found<T>>) -> Result<T, Problem> {
    match found {
        Some(Found::There(entry)) => Ok(entry),
        Some(Found::Gone) => Err(Problem::new(Code::Gone)),
        None => Err(Problem::not_found()),
    }
}

/// The id in a path; what is none names nothing.
pub(super) fn public_id(text: &str) -> Result<PublicId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}
