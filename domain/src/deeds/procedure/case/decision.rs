use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    deeds::{
        Party,
        procedure::{DocumentNumber, Reason, Refusal, Signer},
    },
    policy::named_enum,
};

named_enum! {
    /// What was decided.
    DecisionKind {
        /// The deed is confirmed.
        Confirmation = "confirmation", "确认", "confirmation";
        /// Confirmation is refused.
        Refusal = "refusal", "不予确认", "refusal";
        /// It is refused by the next level too.
        FinalRefusal = "final_refusal", "复核维持不予确认", "final refusal";
        /// A confirmation is taken back.
        Revocation = "revocation", "撤销确认", "revocation";
    }
}

/// A written decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// Its document number.
    pub number: DocumentNumber,
    /// The number of the certificate that comes with a confirmation.
    pub certificate: Option<DocumentNumber>,
    /// Why, for a refusal.
    pub refusal: Option<Refusal>,
    /// The day.
    pub on: NaiveDate,
    /// Who signed, in the order of signing.
    pub signers: Vec<Signer>,
    /// Whom it has reached.
    pub deliveries: Vec<Delivery>,
}

/// A decision that reached a party (送达).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The party.
    pub party: Party,
    /// The day; deadlines run from it.
    pub on: NaiveDate,
}

/// A request that the next level look at a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconfirmation {
    /// Who asked.
    pub party: Party,
    /// The day the request was received.
    pub received_on: NaiveDate,
    /// Why the refusal is wrong, in the party's words.
    pub reason: Reason,
    /// How it ended, and when.
    pub end: Option<(ReconfirmationEnd, NaiveDate)>,
}

named_enum! {
    /// How a request for reconfirmation ended.
    ReconfirmationEnd {
        /// The next level found for the party.
        Approved = "approved", "拟确认", "approved";
        /// It refused too.
        Refused = "refused", "维持不予确认", "refused";
        /// The party took it back.
        Withdrawn = "withdrawn", "撤回", "withdrawn";
    }
}

/// The reopening of a closed case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restoration {
    /// The day.
    pub on: NaiveDate,
    /// The facts that were not known before.
    pub new_facts: Reason,
}

/// Why a confirmation was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// The day.
    pub on: NaiveDate,
    /// The deception as it was established.
    pub deception: Reason,
}
