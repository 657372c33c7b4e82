//! The statutory procedure of one actor's case, pure.
//!
//! [`TABLE`] is the one place where states and steps meet. [`actions`] tells from it what somebody
//! may do, [`apply`] does it, and both ask the same conditions, so that they cannot disagree.
//! Nothing happens by itself: only a step changes a case.

mod action;
mod apply;
mod case;
mod check;
mod command;
mod condition;
mod correction;
mod deadlines;
mod effects;
mod happened;
mod opening;
mod pauses;
mod refusal;
mod setting;
mod state;
mod step;
mod table;
#[cfg(test)]
mod tests;
mod who;

pub use action::{Action, actions};
pub use apply::{Refused, apply};
pub use case::{
    ActorCase, Decision, DecisionKind, Delivery, EvidenceItem, Hearing, HearingReply, Objection,
    ObjectionOutcome, Opinion, OpinionKind, PanelReview, Publication, PublicationSkip,
    Reconfirmation, ReconfirmationEnd, Recusal, Restoration, Revocation, Statement, StatementKind,
    SupplementRequest, Suspension, Transfer, TransferEnd,
};
pub use check::Unmet;
pub use command::{Act, Command, PanelMember};
pub use condition::{Condition, ConditionKind};
pub use correction::{FactsStand, incident_stands};
pub use deadlines::{BodyTask, Deadline, Timeliness};
pub use happened::{Document, Happened, Taken};
pub use opening::{FiledBy, Report};
pub use refusal::{Refusal, RefusalCode};
pub use setting::{Eligibility, Setting};
pub use state::State;
pub use step::Step;
pub use table::{ClockEffect, Officers, Row, Seat, TABLE, Target};
pub use who::{Holder, Named, Scope, Signer, Who};

use crate::text::Line;

/// A reason or a finding in an officer's words.
pub type Reason = Line<2000>;

/// The number of a document or certificate: `聊见义确〔2026〕1号`.
pub type DocumentNumber = Line<60>;
