//! Deeds (事迹): what counts as an act of bravery, and the statutory procedure from the first report
//! to the confirmation, for each actor on his or her own.

mod acts;
mod clocks;
mod conditions;
mod correction;
pub mod eligibility;
mod incident;
mod procedure;
mod record;
mod refusal;
mod rules;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod timeliness;

pub use acts::{Act, PanelMember, Step};
pub use clocks::ClockKind;
pub use conditions::Condition;
pub use incident::Incident;
pub use procedure::{DecisionKind, Deed, Document};
pub use record::{
    ContactReachesNobody, DefenceReply, EvidenceItem, Objection, ObjectionOutcome, Objector,
    Opinion, OpinionKind, PanelReview, PriorNotice, Publication, PublicationWaiver, Reconfirmation,
    ReconfirmationEnd, Record, Reopening, Revocation, RevocationEffect, Statement, StatementKind,
    SupplementRequest,
};
pub use refusal::{Refusal, RefusalCode};
pub use rules::Eligibility;
pub use state::State;
pub use timeliness::Timeliness;

crate::faults! {
    pub struct DeedUnknown = "deed_unknown",
        "没有此事迹，或不在您的辖区", "There is no such deed, or not in your regions.";
}
