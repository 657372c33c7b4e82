//! Deeds as they are sent and shown.

mod case;
mod change;
mod decided;
mod looked_into;
mod new;
mod new_actor;
mod objection;
mod on_file;
mod view;

pub(super) use case::ActorCaseView;
pub(super) use change::{DeedActorChange, DeedChange};
pub(crate) use looked_into::SupplementRequestView;
pub(super) use new::NewDeed;
pub(crate) use new_actor::facts_of;
pub(super) use new_actor::{Reported, Source};
pub(super) use objection::{DeedObjection, DeedObjectionPage};
pub(super) use on_file::ReportOnFile;
pub(super) use view::{DeedPage, DeedView};
