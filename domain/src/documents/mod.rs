//! The papers that the steps of procedures create, as they are printed: what each says, fixed in
//! words on the day it is issued, so that it reads the same ever after.

pub(crate) mod deeds;
mod inquiry;
mod kind;
mod matter;
pub(crate) mod out_of_city;
mod public_text;
mod sheet;
#[cfg(test)]
mod tests;
mod wording;

pub use kind::DocumentKind;
pub use matter::{Concerned, Matter};
pub use sheet::{Layout, Sheet};
