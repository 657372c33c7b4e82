//! Everything that is kept of one actor's case. It is stored as one sealed value.

mod decision;
mod inquiry;
mod opinion;
mod standing;

use chrono::NaiveDate;
pub use decision::{
    Decision, DecisionKind, Delivery, Reconfirmation, ReconfirmationEnd, Restoration, Revocation,
};
pub use inquiry::{
    EvidenceItem, PanelReview, Recusal, Statement, StatementKind, SupplementRequest, Suspension,
    Transfer, TransferEnd,
};
pub use opinion::{
    Hearing, HearingReply, Objection, ObjectionOutcome, Opinion, OpinionKind, Publication,
    PublicationSkip,
};
use serde::{Deserialize, Serialize};

use super::{FiledBy, Holder, Reason, State, Taken};
use crate::{calendar::PartialDate, deeds::clocks::Clock};

/// The case of one actor of a deed. What happened in it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorCase {
    /// How far it has come.
    pub(super) state: State,
    /// Who filed it.
    pub(super) filed_by: FiledBy,
    /// When the deed was done.
    pub(super) occurred_on: PartialDate,
    /// The legal day on which it was received; the day of registration for a historic file.
    pub(super) received_on: NaiveDate,
    /// Why that day lies before the day of registration, where it does.
    pub(super) backdating_reason: Option<Reason>,
    /// The body of first instance.
    pub(super) first: Holder,
    /// The next level, from a request for reconfirmation on.
    pub(super) next_level: Option<Holder>,
    /// When a historic file was confirmed.
    pub(super) historic_confirmation: Option<PartialDate>,
    /// Whether it is kept from the public.
    pub(super) restricted: bool,
    /// Its clocks, in the order in which they started.
    pub(super) clocks: Vec<Clock>,
    /// What was asked for.
    pub(super) supplement_requests: Vec<SupplementRequest>,
    /// What beneficiaries said.
    pub(super) statements: Vec<Statement>,
    /// Evidence.
    pub(super) evidence: Vec<EvidenceItem>,
    /// Who stepped back.
    pub(super) recusals: Vec<Recusal>,
    /// Why it was sent to the panel, where it was.
    pub(super) panel_referral: Option<Reason>,
    /// What the panel said.
    pub(super) panels: Vec<PanelReview>,
    /// Intended opinions, with the notice or hearing that followed each.
    pub(super) opinions: Vec<Opinion>,
    /// Decisions, with their deliveries.
    pub(super) decisions: Vec<Decision>,
    /// Requests for reconfirmation.
    pub(super) reconfirmations: Vec<Reconfirmation>,
    /// Times of waiting for other bodies.
    pub(super) suspensions: Vec<Suspension>,
    /// Transfers to other bodies.
    pub(super) transfers: Vec<Transfer>,
    /// Times it was reopened.
    pub(super) restorations: Vec<Restoration>,
    /// Times the confirmation was taken back.
    pub(super) revocations: Vec<Revocation>,
    /// The first commendation, as told by that feature.
    pub(super) commended_on: Option<NaiveDate>,
    /// The first publicity, as told by that feature.
    pub(super) publicised_on: Option<NaiveDate>,
    /// Every step that was taken.
    pub(super) history: Vec<Taken>,
}

/// `name: Type` gives a method that reads the member of that name.
macro_rules! read {
    ($($(#[$doc:meta])+ $name:ident: $type:ty;)+) => {
        impl ActorCase {$(
            $(#[$doc])+
            #[must_use]
            pub fn $name(&self) -> $type { self.$name }
        )+}
    };
}

/// The same for lists.
macro_rules! list {
    ($($(#[$doc:meta])+ $name:ident: $type:ty;)+) => {
        impl ActorCase {$(
            $(#[$doc])+
            #[must_use]
            pub fn $name(&self) -> &[$type] { &self.$name }
        )+}
    };
}

read! {
    /// How far it has come.
    state: State;
    /// Who filed it.
    filed_by: FiledBy;
    /// When the deed was done.
    occurred_on: PartialDate;
    /// The legal day on which it was received; the day of registration for a historic file.
    received_on: NaiveDate;
    /// Whether it is kept from the public.
    restricted: bool;
}

list! {
    /// Its clocks, in the order in which they started.
    clocks: Clock;
    /// What was asked for.
    supplement_requests: SupplementRequest;
    /// What beneficiaries said.
    statements: Statement;
    /// Evidence.
    evidence: EvidenceItem;
    /// Who stepped back.
    recusals: Recusal;
    /// What the panel said.
    panels: PanelReview;
    /// Intended opinions, with the notice or hearing that followed each.
    opinions: Opinion;
    /// Decisions, with their deliveries.
    decisions: Decision;
    /// Requests for reconfirmation.
    reconfirmations: Reconfirmation;
    /// Times of waiting for other bodies.
    suspensions: Suspension;
    /// Transfers to other bodies.
    transfers: Transfer;
    /// Times it was reopened.
    restorations: Restoration;
    /// Times the confirmation was taken back.
    revocations: Revocation;
    /// Every step that was taken.
    history: Taken;
}
