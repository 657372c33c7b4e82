use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{ObjectionId, ReceiptId},
    named_enum,
    policy::PublicationWaiverReason,
    procedure::{DocumentNumber, Reason},
    receipts::Proposal,
    text::Line,
};

named_enum! {
    /// 拟确认意见 / What a body intends
    OpinionKind {
        Positive = "positive", "拟确认", "positive";
        Negative = "negative", "拟不予确认", "negative";
    }
}

/// An intended opinion, with the publication or the prior notice that followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    pub kind: OpinionKind,
    pub on: NaiveDate,
    /// The receipt that the body had before it.
    pub receipt: ReceiptId,
    /// What that receipt proposed: a reason covers this and nothing worse. None of an opinion that was
    /// formed before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    pub reason: Option<Reason>,
    pub publication: Option<Publication>,
    pub waiver: Option<PublicationWaiver>,
    pub prior_notice: Option<PriorNotice>,
}

/// The public notice (公示).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    pub number: DocumentNumber,
    /// The day it went up; the next day is its first.
    pub from: NaiveDate,
    pub objections: Vec<Objection>,
    /// The day it was withdrawn, where that was before its end.
    pub taken_down_on: Option<NaiveDate>,
}

/// Who objects, and how to reach them. It is sealed and never shown to the actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objector {
    /// The name of a person or an organisation.
    pub name: Line<100>,
    /// A telephone number, or another way to reach them.
    pub contact: Line<200>,
}

/// An objection. Who objects and the text are sealed elsewhere and never shown to the actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    pub id: ObjectionId,
    pub received_on: NaiveDate,
    pub outcome: Option<ObjectionOutcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionOutcome {
    pub on: NaiveDate,
    pub upheld: bool,
    pub reason: Reason,
}

/// The decision to leave the notice out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationWaiver {
    pub on: NaiveDate,
    pub reason: PublicationWaiverReason,
    pub note: Reason,
}

/// The notice to the party before a refusal or a revocation, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorNotice {
    pub notified_on: NaiveDate,
    pub facts: Reason,
    pub reasons: Reason,
    pub reply: Option<(DefenceReply, NaiveDate)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefenceReply {
    Stated(Reason),
    Waived,
}
