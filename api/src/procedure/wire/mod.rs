//! Cases, steps and clocks of all procedures as they are answered.

mod case;
mod clock;
mod table;

pub(crate) use case::{
    CaseHistoryEntry, CaseHistoryPage, DecidedView, GivenUpView, HolderView, IdentityChangeView,
    OutsideDocumentView, OutsideFindingView, OutsideTransferView, SuspensionView, TaskView,
    TransferView, WorklistPage,
};
pub(crate) use clock::ClockView;
pub(crate) use table::{ActionPage, ProcedureView, UnmetView};
