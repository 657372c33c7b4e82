//! What only a round keeps of its case.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Annex, Ballots, Call, Candidate, Ceremony, Resolution};
use crate::{
    deeds::Objection,
    ids::CommendationId,
    policy::PublicationWaiverReason,
    procedure::{DocumentNumber, Reason},
};

/// What only a round keeps of its case. But for the call, which is corrected, it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What is called for, as it reads now.
    pub call: Call,
    /// The number of the call that went out.
    pub call_number: Option<DocumentNumber>,
    /// First reviews, newest last.
    pub lists: Vec<CandidateList>,
    pub notices: Vec<CandidateNotice>,
    /// Why no notice was published, newest last.
    pub notice_waivers: Vec<NoticeWaiver>,
    pub ballots: Vec<Ballots>,
    pub resolutions: Vec<Resolution>,
    /// The annex of the decision, then those of its corrections: the last one holds.
    pub annexes: Vec<Annex>,
    /// The plans of the ceremony: the last one holds.
    pub ceremonies: Vec<Ceremony>,
    /// Why awards were not conferred when the round was closed.
    pub unconferred: Vec<(CommendationId, Reason)>,
    pub cancelled: Option<(Reason, NaiveDate)>,
}

/// A first review: who is proposed, in this order, and who is not, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateList {
    pub on: NaiveDate,
    pub candidates: Vec<Candidate>,
    pub left_out: Vec<(CommendationId, Reason)>,
}

/// The public notice of the candidates (公示).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CandidateNotice {
    pub number: DocumentNumber,
    /// The day it went up; the next day is its first.
    pub from: NaiveDate,
    pub objections: Vec<Objection>,
    /// Why and when it was taken down before its end.
    pub taken_down: Option<(Reason, NaiveDate)>,
}

/// Why the notice is left out. An immediate commendation needs no reason of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeWaiver {
    pub on: NaiveDate,
    pub reason: Option<PublicationWaiverReason>,
    pub note: Reason,
}

impl Record {
    pub fn of(call: Call) -> Self {
        Self {
            call,
            call_number: None,
            lists: Vec::new(),
            notices: Vec::new(),
            notice_waivers: Vec::new(),
            ballots: Vec::new(),
            resolutions: Vec::new(),
            annexes: Vec::new(),
            ceremonies: Vec::new(),
            unconferred: Vec::new(),
            cancelled: None,
        }
    }

    /// The candidates in their order, as the last first review left them.
    pub fn candidates(&self) -> &[Candidate] {
        self.lists.last().map_or(&[], |list| &list.candidates)
    }

    pub fn candidate(&self, id: CommendationId) -> Option<&Candidate> {
        let mut candidates = self.candidates().iter();
        candidates.find(|candidate| candidate.commendation == id)
    }

    /// Every objection of the round, answered or not.
    pub fn objections(&self) -> impl Iterator<Item = &Objection> {
        self.notices.iter().flat_map(|notice| &notice.objections)
    }

    pub fn open_objections(&self) -> impl Iterator<Item = &Objection> {
        let open = |objection: &&Objection| objection.outcome.is_none();
        self.objections().filter(open)
    }

    /// The annex that holds.
    pub fn annex(&self) -> Option<&Annex> {
        self.annexes.last()
    }

    /// Whom the decision honours as it reads now.
    pub fn honoured(&self) -> BTreeSet<CommendationId> {
        let items = self.annex().into_iter().flat_map(|annex| &annex.items);
        items.map(|item| item.candidate.commendation).collect()
    }
}
