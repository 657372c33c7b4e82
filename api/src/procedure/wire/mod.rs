//! Cases, steps and clocks of whichever procedure as they are shown.

mod action;
mod clock;
mod decision;
mod detour;
mod history;
mod table;
mod task;

pub(crate) use action::{ActionPage, UnmetView};
pub(crate) use clock::ClockView;
pub(crate) use decision::DecidedView;
pub(crate) use detour::{HolderView, SuspensionView, TransferView};
pub(crate) use history::{CaseHistoryEntry, CaseHistoryPage};
pub(crate) use table::ProcedureView;
pub(crate) use task::{TaskView, WorklistPage};
