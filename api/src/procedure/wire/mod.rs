//! Cases, steps and clocks of all procedures as they are answered.

mod case;
mod table;

pub(crate) use case::{
    CaseHistoryEntry, CaseHistoryPage, ClockView, DecidedView, HolderView, SuspensionView,
    TaskView, TransferView, WorklistPage,
};
pub(crate) use table::{ActionPage, ProcedureView, UnmetView};
