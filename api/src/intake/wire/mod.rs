//! Applications and clues on the wire.

mod application;
mod clue;
mod new_application;
mod new_clue;
mod progress;
mod receipt;
mod status;
mod triage;

pub(super) use application::{ApplicationPage, ApplicationView};
pub(super) use clue::{CluePage, ClueView};
pub(super) use new_application::NewApplication;
pub(super) use new_clue::NewClue;
pub(super) use receipt::{ApplicationReceipt, ClueReceipt};
pub(super) use status::ApplicationStatus;
pub(super) use triage::{ApplicationTriage, ClueTriage, Wanted};
