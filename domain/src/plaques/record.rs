//! What only a plaque keeps of a case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Plaque, ReplacementReason, State};
use crate::{
    identity::PersonName,
    ids::{AttachmentId, HouseholdId, PlaqueId},
    named_enum,
    out_of_city::{KinAgreement, Kinship},
    procedure::{Case, DocumentNumber, Reason},
    text::Line,
};

/// What the cases of one plaque share. Where the family lives stands sealed in the files of its members and
/// nowhere here (PLAQUE-NO-LOCATE).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    pub household: HouseholdId,
    /// What stands on it above the names.
    pub text: Line<60>,
    /// The plaque in whose place it comes.
    pub predecessor: Option<Predecessor>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predecessor {
    pub plaque: PlaqueId,
    pub reason: ReplacementReason,
}

/// What only a plaque keeps of a case. What happened in it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    pub orders: Vec<Order>,
    pub making: Option<Making>,
    pub kin_agreements: Vec<KinAgreement>,
    pub delivery: Option<Delivery>,
    /// Times at which it was hung or taken indoors, newest last.
    pub hangings: Vec<Hanging>,
    /// Times at which nobody was reached.
    pub attempts: Vec<Attempt>,
    /// Why its text is to be replaced.
    pub text_marks: Vec<Event>,
    pub replaced: Option<(ReplacementReason, Event)>,
    pub honour_ends: Vec<Event>,
    pub recovery_notices: Vec<RecoveryNotice>,
    pub recovered: Option<Event>,
    pub written_off: Option<Event>,
    pub cancelled: Option<Event>,
    pub deceased: Option<bool>,
}

/// What happened on a day, and why or how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub on: NaiveDate,
    pub note: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub on: NaiveDate,
    pub supplier: Line<100>,
    pub number: Option<DocumentNumber>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Making {
    pub on: NaiveDate,
    /// Unique in the city.
    pub serial: Line<40>,
}

named_enum! {
    /// 送达方式 / Where a plaque is handed over
    Occasion as "PlaqueOccasion" {
        HomeVisit = "home_visit", "上门送达", "a visit at home";
        /// At a praise meeting: it is handed over there, and does not hang yet.
        PraiseMeeting = "praise_meeting", "表扬会议上颁发", "a praise meeting";
        Office = "office", "到单位领取", "collected at the office";
    }
}

/// How a plaque is handed over, and to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    pub occasion: Occasion,
    /// The event or the place in words, never the address of the family.
    pub place: Option<Line<100>>,
    pub recipient: PersonName,
    /// What the recipient is to the hero; none of the hero.
    pub kinship: Option<Kinship>,
    /// The signed receipt, an attachment of the file.
    pub signature: Option<AttachmentId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub on: NaiveDate,
    pub handover: Handover,
    pub number: Option<DocumentNumber>,
}

/// The plaque hangs, or is kept indoors as the family wishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hanging {
    pub on: NaiveDate,
    pub indoors: bool,
    pub photo: Option<AttachmentId>,
    /// The family's.
    pub signature: Option<AttachmentId>,
}

/// A time at which nobody was reached, and perhaps the one at which somebody was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    pub on: NaiveDate,
    /// How it was tried.
    pub how: Reason,
    pub reached: Option<Event>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryNotice {
    pub on: NaiveDate,
    pub reason: Reason,
    pub number: Option<DocumentNumber>,
}

impl Record {
    /// Since when nobody has been reached; none where the family was reached since.
    pub fn unreachable_since(&self) -> Option<NaiveDate> {
        let mut open = self.attempts.iter().rev();
        let open: Vec<NaiveDate> = open
            .by_ref()
            .take_while(|attempt| attempt.reached.is_none())
            .map(|attempt| attempt.on)
            .collect();
        open.into_iter().min()
    }

    /// The agreement of the next of kin, which binds once the hero has died.
    pub(super) fn agreement(&self) -> Option<&KinAgreement> {
        let agreed = self.kin_agreements.last();
        agreed.filter(|_| self.deceased == Some(true))
    }
}

impl Case<Plaque> {
    /// The state in which it was before it was suspended or sent elsewhere, and where it stands otherwise.
    pub(super) fn proper_state(&self) -> State {
        match self.state() {
            State::Suspended | State::Transferred => self.returns_to().unwrap_or(self.state()),
            state => state,
        }
    }
}
