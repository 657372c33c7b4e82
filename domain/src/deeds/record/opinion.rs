use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{ObjectionId, ReceiptId},
    named_enum,
    policy::PublicationWaiverReason,
    procedure::{DocumentNumber, Reason},
    receipts::Proposal,
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
    /// What it intends.
    pub kind: OpinionKind,
    /// The day.
    pub on: NaiveDate,
    /// The receipt that the body had before it.
    pub receipt: ReceiptId,
    /// What that receipt proposed: a reason covers this and nothing worse. None of an opinion that was
    /// formed before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
    /// Why, in the officer's words.
    pub reason: Option<Reason>,
    /// The public notice.
    pub publication: Option<Publication>,
    /// The decision to leave the notice out.
    pub waiver: Option<PublicationWaiver>,
    /// What the party was told before a refusal.
    pub prior_notice: Option<PriorNotice>,
}

/// The public notice (公示).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Its number.
    pub number: DocumentNumber,
    /// The day it went up; the next day is its first.
    pub from: NaiveDate,
    /// Objections to it.
    pub objections: Vec<Objection>,
    /// The day it was taken down before its end, where it was.
    pub taken_down_on: Option<NaiveDate>,
}

/// An objection. Contact and text are sealed elsewhere and never shown to the actors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its id.
    pub id: ObjectionId,
    /// The day it came in.
    pub received_on: NaiveDate,
    /// What became of it.
    pub outcome: Option<ObjectionOutcome>,
}

/// What became of an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionOutcome {
    /// The day.
    pub on: NaiveDate,
    /// Whether it was right.
    pub upheld: bool,
    /// Why.
    pub reason: Reason,
}

/// The decision to leave the notice out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationWaiver {
    /// The day.
    pub on: NaiveDate,
    /// Why, in a word.
    pub reason: PublicationWaiverReason,
    /// Why, in the officer's words.
    pub note: Reason,
}

/// What the party was told before a refusal, and answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorNotice {
    /// The day the party was told.
    pub notified_on: NaiveDate,
    /// The facts.
    pub facts: Reason,
    /// The reasons.
    pub reasons: Reason,
    /// The answer, and its day.
    pub reply: Option<(DefenceReply, NaiveDate)>,
}

/// What the party answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefenceReply {
    /// It stated its case.
    Stated(Reason),
    /// It waived that.
    Waived,
}
