//! Applications and clues on the wire.

mod answers;
mod application;
mod clue;
mod progress;
mod triage;

pub(super) use answers::{ApplicationReceipt, ApplicationStatus, ClueReceipt};
pub(super) use application::{ApplicationPage, ApplicationView, NewApplication};
pub(super) use clue::{CluePage, ClueView, NewClue};
pub(super) use triage::{ApplicationTriage, ClueTriage, Wanted};
