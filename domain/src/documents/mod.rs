//! The papers that the steps of procedures create, as they are printed: what each says, fixed in
//! words on the day it is issued, so that it reads the same ever after.

pub(crate) mod commendations;
pub(crate) mod deeds;
mod inquiry;
mod kind;
mod matter;
pub(crate) mod out_of_city;
pub(crate) mod plaques;
mod public_text;
pub(crate) mod rounds;
mod sheet;
pub(crate) mod studios;
#[cfg(test)]
mod tests;
mod wording;

pub use kind::DocumentKind;
pub use matter::{Concerned, Matter};
pub use public_text::hides_numbers;
pub use sheet::{Layout, Sheet};
