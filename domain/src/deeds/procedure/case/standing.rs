use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{ActorCase, Decision, Objection, Opinion, SupplementRequest, Transfer};
use crate::{
    deeds::{
        Party,
        clocks::{Clock, ClockKind},
        eligibility,
        procedure::{FiledBy, Holder, Named},
    },
    ids::OfficerId,
    policy::EvidenceKind,
};

impl ActorCase {
    /// The body that holds the case now.
    #[must_use]
    pub fn holder(&self) -> Holder {
        self.next_level.unwrap_or(self.first)
    }

    /// The body of first instance.
    #[must_use]
    pub fn first_instance(&self) -> Holder {
        self.first
    }

    /// The officer in charge: who took the last step for the body that holds the case.
    #[must_use]
    pub fn officer_in_charge(&self) -> Option<OfficerId> {
        let holder = self.holder();
        self.history
            .iter()
            .rev()
            .filter_map(|taken| taken.by)
            .find(|signer| signer.seat == holder)
            .map(|signer| signer.officer)
    }

    /// The day of the last step; no later one may lie before it.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.history
            .last()
            .map_or(self.received_on, |taken| taken.on.max(self.received_on))
    }

    /// The opinion on which the body acts.
    #[must_use]
    pub fn opinion(&self) -> Option<&Opinion> {
        self.opinions.last()
    }

    /// The decision that stands, or was last made.
    #[must_use]
    pub fn decision(&self) -> Option<&Decision> {
        self.decisions.last()
    }

    /// The parties to whom a decision goes: the actor or a close relative, and whoever recommended
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 13).
    #[must_use]
    pub fn parties_waiting(&self) -> Vec<Party> {
        let Some(decision) = self.decision() else {
            return Vec::new();
        };
        let reached = |party| decision.deliveries.iter().any(|done| done.party == party);
        let mut waiting = Vec::new();
        if !reached(Party::Actor) && !reached(Party::CloseRelative) {
            waiting.push(Party::Actor);
        }
        if self.filed_by == FiledBy::Recommender && !reached(Party::Recommender) {
            waiting.push(Party::Recommender);
        }
        waiting
    }

    /// The newest clock of a kind.
    #[must_use]
    pub fn clock(&self, kind: ClockKind) -> Option<&Clock> {
        self.clocks.iter().rev().find(|clock| clock.kind() == kind)
    }

    /// The evidence as the rules of eligibility ask for it: what was looked at and found wanting is
    /// none.
    #[must_use]
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

    /// The kinds of the evidence that was verified.
    #[must_use]
    pub fn verified_kinds(&self) -> BTreeSet<EvidenceKind> {
        self.evidence
            .iter()
            .filter(|item| item.verified == Some(true))
            .map(|item| item.kind)
            .collect()
    }

    pub(in crate::deeds::procedure) fn is_recused(&self, person: &Named) -> bool {
        self.recusals
            .iter()
            .any(|recusal| recusal.person == *person)
    }

    /// The supplement request of this opening of the case.
    pub(in crate::deeds::procedure) fn supplement_request(&self) -> Option<&SupplementRequest> {
        self.supplement_requests
            .last()
            .filter(|request| request.restorations == self.restorations.len())
    }

    pub(in crate::deeds::procedure) fn awaits_supplement(&self) -> bool {
        self.supplement_request()
            .is_some_and(|request| request.answered_on.is_none())
            && self
                .clock(ClockKind::SupplementAnswer)
                .is_some_and(Clock::is_open)
    }

    /// Every objection, to whichever notice.
    pub fn objections(&self) -> impl Iterator<Item = &Objection> {
        self.opinions
            .iter()
            .filter_map(|opinion| opinion.publication.as_ref())
            .flat_map(|publication| &publication.objections)
    }

    /// The objections that wait for an answer. An opinion is given up only when there is none, or
    /// when one was upheld; those beside it fall with its notice.
    pub(in crate::deeds::procedure) fn open_objections(&self) -> impl Iterator<Item = &Objection> {
        self.opinion()
            .and_then(|opinion| opinion.publication.as_ref())
            .filter(|publication| publication.taken_down_on.is_none())
            .into_iter()
            .flat_map(|publication| &publication.objections)
            .filter(|objection| objection.outcome.is_none())
    }

    /// The transfer that has not ended.
    pub(in crate::deeds::procedure) fn open_transfer(&self) -> Option<&Transfer> {
        self.transfers
            .last()
            .filter(|transfer| transfer.end.is_none())
    }

    /// Notes the day of a commendation; the first one counts.
    pub fn commended(&mut self, on: NaiveDate) {
        let first = self.commended_on.map_or(on, |known| known.min(on));
        self.commended_on = Some(first);
    }

    /// Notes the day of publicity (宣传) about the deed; the first one counts.
    pub fn publicised(&mut self, on: NaiveDate) {
        let first = self.publicised_on.map_or(on, |known| known.min(on));
        self.publicised_on = Some(first);
    }
}
