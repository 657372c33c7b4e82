//! Deeds as they are sent and shown.

mod action;
mod case;
mod clock;
mod decided;
mod history;
mod looked_into;
mod new;
mod new_actor;
mod task;
mod view;

pub(super) use action::{ActionPage, ProcedureView, UnmetView};
pub(super) use case::ActorCaseView;
pub(super) use history::DeedHistoryPage;
pub(super) use new::NewDeed;
pub(super) use new_actor::{Reported, Source};
pub(super) use task::WorklistPage;
pub(super) use view::{DeedPage, DeedView};
