use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Signer, State, Step};
use crate::{
    deeds::{
        Party,
        clocks::{Clock, ClockKind, Entry},
    },
    policy::named_enum,
};

/// One step as it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its place in the case, from 1.
    pub number: u32,
    /// The day it was taken (Beijing).
    pub on: NaiveDate,
    /// The step.
    pub step: Step,
    /// The state before.
    pub from: State,
    /// The state after.
    pub to: State,
    /// The acting officer; none where a party or the public took it.
    pub by: Option<Signer>,
    /// The second officer.
    pub second: Option<Signer>,
    /// The officer of the foundation or association.
    pub co_signer: Option<Signer>,
}

named_enum! {
    /// A document that a step calls for.
    Document {
        /// A request to the beneficiaries to testify.
        BeneficiaryRequest = "beneficiary_request", "请受益人作证的通知", "request to the beneficiaries";
        /// What is missing, all at once.
        SupplementRequest = "supplement_request", "补正告知书", "supplement request";
        /// The public notice.
        PublicNotice = "public_notice", "公示", "public notice";
        /// Facts and reasons before a refusal.
        HearingNotice = "hearing_notice", "陈述申辩告知书", "hearing notice";
        /// The decision and the certificate.
        Confirmation = "confirmation", "确认决定书和证书", "confirmation and certificate";
        /// The refusal, with its reasons and the right to ask the next level.
        Refusal = "refusal", "不予确认决定书", "refusal";
        /// What came of a request for reconfirmation.
        ReconfirmationResult = "reconfirmation_result", "复核结果通知书", "result of reconfirmation";
        /// The revocation.
        Revocation = "revocation", "撤销确认决定书", "revocation";
    }
}

/// Something that a step brought about: what goes into history, events and tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "values", rename_all = "snake_case")]
pub enum Happened {
    /// The case was opened.
    Opened,
    /// A step was taken.
    Step(Taken),
    /// What was reported was put right.
    Corrected {
        /// Which members of the report, as JSON Pointers (RFC 6901). What they say is not repeated.
        fields: Vec<String>,
    },
    /// A clock got an entry.
    Clock {
        /// Which clock.
        clock: ClockKind,
        /// The party whose time it is.
        party: Option<Party>,
        /// The entry.
        entry: Entry,
    },
    /// A document is to be made and sent.
    DocumentDue(Document),
    /// The case is kept from the public from now on.
    Restricted,
    /// Another body holds the case.
    HolderChanged,
    /// Title, certificate and plaque are revoked, benefits stop, and what was paid is recovered
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 43).
    HonoursEnded,
}

impl Happened {
    /// All entries of a clock as things that happened.
    pub(super) fn entries_of(clock: &Clock) -> impl Iterator<Item = Self> + '_ {
        clock.entries().map(|entry| Self::Clock {
            clock: clock.kind(),
            party: clock.party(),
            entry: entry.clone(),
        })
    }
}
