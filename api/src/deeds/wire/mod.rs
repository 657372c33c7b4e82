//! Deeds as they are sent and shown.

mod case;
mod change;
mod new;
mod new_actor;
mod objection;
mod on_file;
mod view;

pub(super) use case::ActorCaseView;
pub(crate) use case::{SupplementRequestView, stated};
pub(super) use change::{DeedActorChange, DeedChange};
pub(super) use new::NewDeed;
pub(crate) use new_actor::facts_of;
pub(crate) use new_actor::{Reported, Source};
pub(super) use objection::{DeedObjection, DeedObjectionPage};
pub(super) use on_file::ReportOnFile;
pub(super) use view::{DeedPage, DeedView};
