//! What only the confirmation of deeds keeps of a case.

mod inquiry;
mod opinion;
mod remedies;
mod write;

use std::collections::BTreeSet;

use chrono::NaiveDate;
pub use inquiry::{EvidenceItem, PanelReview, Statement, StatementKind, SupplementRequest};
pub use opinion::{
    ContactReachesNobody, DefenceReply, Objection, ObjectionOutcome, Objector, Opinion,
    OpinionKind, PriorNotice, Publication, PublicationWaiver,
};
pub use remedies::{Reconfirmation, ReconfirmationEnd, Reopening, Revocation, RevocationEffect};
use serde::{Deserialize, Serialize};
pub(super) use write::{continued, write};

use super::eligibility;
use crate::{calendar::PartialDate, ids::RecognitionId, policy::EvidenceKind, procedure::Reason};

/// What only the confirmation of deeds keeps of a case. What happened in it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub occurred_on: PartialDate,
    /// When a historic file was confirmed.
    pub historic_confirmation: Option<PartialDate>,
    pub supplement_requests: Vec<SupplementRequest>,
    pub statements: Vec<Statement>,
    pub evidence: Vec<EvidenceItem>,
    pub panel_referral: Option<Reason>,
    pub panels: Vec<PanelReview>,
    /// Intended opinions, with the publication or the prior notice that followed each.
    pub opinions: Vec<Opinion>,
    pub reconfirmations: Vec<Reconfirmation>,
    pub reopenings: Vec<Reopening>,
    /// Notices of an intended revocation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revocation_notices: Vec<PriorNotice>,
    pub revocations: Vec<Revocation>,
    /// The day of the first commendation, which that feature reports.
    pub commended_on: Option<NaiveDate>,
    /// The day of the first publicity, which that feature reports.
    pub publicised_on: Option<NaiveDate>,
    /// The recognition that it comes from, where that could not be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recognition: Option<RecognitionId>,
}

impl Record {
    pub const fn new(occurred_on: PartialDate) -> Self {
        Self {
            occurred_on,
            historic_confirmation: None,
            supplement_requests: Vec::new(),
            statements: Vec::new(),
            evidence: Vec::new(),
            panel_referral: None,
            panels: Vec::new(),
            opinions: Vec::new(),
            reconfirmations: Vec::new(),
            reopenings: Vec::new(),
            revocation_notices: Vec::new(),
            revocations: Vec::new(),
            commended_on: None,
            publicised_on: None,
            recognition: None,
        }
    }

    /// The opinion on which the body acts.
    pub fn opinion(&self) -> Option<&Opinion> {
        self.opinions.last()
    }

    /// The evidence as the rules of eligibility ask for it: what was looked at and found wanting is
    /// none.
    pub fn evidence_on_file(&self) -> Vec<eligibility::EvidenceItem> {
        self.evidence
            .iter()
            .filter(|item| item.verified != Some(false))
            .map(|item| eligibility::EvidenceItem {
                kind: item.kind,
                verified: item.verified == Some(true),
            })
            .collect()
    }

    pub fn verified_kinds(&self) -> BTreeSet<EvidenceKind> {
        self.evidence
            .iter()
            .filter(|item| item.verified == Some(true))
            .map(|item| item.kind)
            .collect()
    }

    /// The supplement request of this opening of the case.
    pub(super) fn supplement_request(&self) -> Option<&SupplementRequest> {
        self.supplement_requests
            .last()
            .filter(|request| request.reopenings == self.reopenings.len())
    }

    pub fn objections(&self) -> impl Iterator<Item = &Objection> {
        self.opinions
            .iter()
            .filter_map(|opinion| opinion.publication.as_ref())
            .flat_map(|publication| &publication.objections)
    }

    /// The notice of the opinion, unless it was withdrawn.
    pub(super) fn notice_up(&self) -> Option<&Publication> {
        let notice = self.opinion()?.publication.as_ref();
        notice.filter(|notice| notice.taken_down_on.is_none())
    }

    /// The objections that wait for an answer. An opinion is given up only when there is none, or
    /// when one was upheld; those beside it fall with its notice.
    pub(super) fn open_objections(&self) -> impl Iterator<Item = &Objection> {
        self.notice_up()
            .into_iter()
            .flat_map(|publication| &publication.objections)
            .filter(|objection| objection.outcome.is_none())
    }
}
