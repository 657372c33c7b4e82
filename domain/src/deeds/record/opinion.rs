use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    identity::is_han,
    ids::{ObjectionId, ReceiptId},
    named_enum,
    policy::PublicationWaiverReason,
    procedure::{DocumentNumber, Reason},
    receipts::{Proposal, RuleId},
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
    /// The rules that had something against the case then, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Vec<RuleId>>,
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

crate::faults! {
    pub struct ContactReachesNobody = "contact_reaches_nobody",
        "联系方式须为电话号码、电子邮箱或者地址：至少含一个数字、“@”或者六个汉字",
        "Give a telephone number, an e-mail address or an address: a digit, an '@' or six Chinese characters at least.";
}

/// So many Chinese characters are an address without a number: 聊城市东昌府区.
const SHORTEST_ADDRESS: usize = 6;

impl Objector {
    /// Whether one can be reached by what was given, as far as that shows: a telephone number has a
    /// digit, an e-mail address an `@`, an address either a number or some Chinese characters.
    pub fn require_reachable(contact: &Line<200>) -> Result<(), ContactReachesNobody> {
        let contact = contact.as_str();
        let is_sign = |char: char| char.is_numeric() || char == '@' || char == '＠';
        let characters = contact.chars().filter(|char| is_han(*char)).count();
        if contact.contains(is_sign) || characters >= SHORTEST_ADDRESS {
            Ok(())
        } else {
            Err(ContactReachesNobody)
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_objects_can_be_reached_by_telephone_mail_or_at_an_address() {
        let reached = |text| Objector::require_reachable(&Line::parse(text).unwrap());
        for contact in [
            "19900000004",
            "电话：０６３５",
            "a@example.org",
            "聊城市东昌府",
        ] {
            assert_eq!(reached(contact), Ok(()), "{contact}");
        }
        for contact in ["见附件", "无", "see above", "同上，见材料"] {
            assert_eq!(reached(contact), Err(ContactReachesNobody), "{contact}");
        }
    }
}
