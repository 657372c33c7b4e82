use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CaseEvent, Clock, Decision, ExecutedStep, FiledBy, GivenUp, Holder, IdentityChange, Named,
    OutsideDocument, Party, Procedure, Reason, SharedStep, Signer, Step,
};
use crate::{ids::OfficerId, named_enum, text::Line};

/// The case of one person in a procedure. What happened in it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Case<P: Procedure> {
    pub(crate) state: P::State,
    pub(crate) filed_by: FiledBy,
    /// The legal day on which it was received; the day of registration for a historic file.
    pub(crate) received_on: NaiveDate,
    pub(crate) backdating_reason: Option<Reason>,
    /// The body of first instance.
    pub(crate) first: Holder,
    /// The level above, while it looks at a decision of the first.
    pub(crate) next_level: Option<Holder>,
    /// Whether it is kept from the public.
    pub(crate) restricted: bool,
    /// Its clocks, in the order in which they started.
    pub(crate) clocks: Vec<Clock<P::Clock>>,
    pub(crate) recusals: Vec<Recusal>,
    /// Times of waiting for other bodies.
    pub(crate) suspensions: Vec<Suspension<P::State>>,
    pub(crate) transfers: Vec<Transfer<P::State>>,
    /// What outside bodies found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) outside_findings: Vec<OutsideFinding>,
    /// The outside bodies to which it went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) outside_transfers: Vec<OutsideTransfer>,
    /// What the party gave up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) given_up: Vec<GivenUp<P::Step>>,
    /// Corrections of whom it is about, since a paper names the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) identity_changes: Vec<IdentityChange>,
    pub(crate) decisions: Vec<Decision<P>>,
    pub(crate) history: Vec<ExecutedStep<P>>,
    pub(crate) record: P::Record,
}

/// Somebody who may no longer work on the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    pub person: Named,
    /// Why: beneficiary, relative, recommender or another interest.
    pub reason: Reason,
    pub on: NaiveDate,
}

/// A time of waiting for another body's finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension<S> {
    /// The state to which the case returns.
    pub from: S,
    pub since: NaiveDate,
    /// What is waited for, such as a police case or a capacity assessment.
    pub pending: Reason,
    pub until: Option<NaiveDate>,
    pub finding: Option<Reason>,
}

named_enum! {
    /// 移送结果 / How a transfer ended
    TransferEnd {
        Accepted = "accepted", "已接收", "accepted";
        Designated = "designated", "已指定", "designated";
        /// The case ended on its way.
        Lapsed = "lapsed", "案件终结，移送未完成", "lapsed, because the case ended";
        /// Before it was accepted, the giver took it back.
        Withdrawn = "withdrawn", "移送单位已撤回", "withdrawn by the giver";
    }
}

/// A transfer to another body, or the naming of one by the city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer<S> {
    pub from: S,
    pub giver: Holder,
    pub receiver: Holder,
    pub on: NaiveDate,
    pub reason: Reason,
    /// Why the receiver does not take it.
    pub dispute: Option<Reason>,
    pub end: Option<(TransferEnd, NaiveDate)>,
}

/// What an outside body found, as an officer recorded it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideFinding {
    pub on: NaiveDate,
    pub document: OutsideDocument,
    /// What it says.
    pub content: Reason,
}

/// The transfer of a case to a body that does not work with this service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideTransfer {
    pub on: NaiveDate,
    /// The body that is to deal with it.
    pub organ: Line<100>,
    pub reason: Reason,
}

impl<P: Procedure> Case<P> {
    pub fn state(&self) -> P::State {
        self.state
    }

    pub fn filed_by(&self) -> FiledBy {
        self.filed_by
    }

    pub fn received_on(&self) -> NaiveDate {
        self.received_on
    }

    pub fn restricted(&self) -> bool {
        self.restricted
    }

    pub fn record(&self) -> &P::Record {
        &self.record
    }

    pub fn clocks(&self) -> &[Clock<P::Clock>] {
        &self.clocks
    }

    pub fn suspensions(&self) -> &[Suspension<P::State>] {
        &self.suspensions
    }

    pub fn transfers(&self) -> &[Transfer<P::State>] {
        &self.transfers
    }

    pub fn outside_findings(&self) -> &[OutsideFinding] {
        &self.outside_findings
    }

    pub fn outside_transfers(&self) -> &[OutsideTransfer] {
        &self.outside_transfers
    }

    pub fn given_up(&self) -> &[GivenUp<P::Step>] {
        &self.given_up
    }

    pub fn decisions(&self) -> &[Decision<P>] {
        &self.decisions
    }

    pub fn history(&self) -> &[ExecutedStep<P>] {
        &self.history
    }

    /// The body that holds the case now.
    pub fn holder(&self) -> Holder {
        self.next_level.unwrap_or(self.first)
    }

    pub fn first_instance(&self) -> Holder {
        self.first
    }

    /// The officer in charge: who took the last step for the body that holds the case.
    pub fn officer_in_charge(&self) -> Option<OfficerId> {
        let holder = self.holder();
        self.history
            .iter()
            .rev()
            .filter_map(|executed| executed.by)
            .find(|signer| signer.body == holder)
            .map(|signer| signer.officer)
    }

    /// The day of the last step; no later one may lie before it.
    pub fn last_day(&self) -> NaiveDate {
        self.history.last().map_or(self.received_on, |executed| {
            executed.on.max(self.received_on)
        })
    }

    /// The last decision.
    pub fn decision(&self) -> Option<&Decision<P>> {
        self.decisions.last()
    }

    /// The parties to whom a decision goes: the actor or a close relative, and the person who recommended
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 13).
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
    pub fn clock(&self, kind: P::Clock) -> Option<&Clock<P::Clock>> {
        self.clocks.iter().rev().find(|clock| clock.kind() == kind)
    }

    /// Whether a step was taken, and none of the others after it.
    pub(crate) fn is_newer(&self, step: P::Step, others: &[P::Step]) -> bool {
        let newest = self
            .history
            .iter()
            .rev()
            .find_map(|executed| match executed.step {
                Step::Own(own) if own == step || others.contains(&own) => Some(own),
                Step::Own(_) | Step::Shared(_) => None,
            });
        newest == Some(step)
    }

    /// The same case, in which somebody has stepped back already.
    #[must_use]
    pub fn with_recusals(self, recusals: &[Recusal]) -> Self {
        Self {
            recusals: recusals.to_vec(),
            ..self
        }
    }

    /// The same case, in which somebody steps back because of what another file says, and what happened;
    /// none where that person did already. `by` enters it, of whatever body.
    pub fn recused(&self, recusal: Recusal, by: Option<Signer>) -> Option<(Self, CaseEvent<P>)> {
        if self.is_recused(&recusal.person) {
            return None;
        }
        let on = recusal.on.max(self.last_day());
        let mut next = self.clone();
        next.recusals.push(recusal);
        let executed = ExecutedStep {
            number: self
                .history
                .last()
                .map_or(1, |last| last.number.saturating_add(1)),
            on,
            step: SharedStep::Recusal.into(),
            from: self.state,
            to: self.state,
            by,
            second: None,
            co_signer: None,
        };
        next.history.push(executed);
        Some((next, CaseEvent::Step(executed)))
    }

    pub fn recusals(&self) -> &[Recusal] {
        &self.recusals
    }

    pub fn is_suspended(&self) -> bool {
        self.suspensions
            .last()
            .is_some_and(|suspension| suspension.until.is_none())
    }

    pub fn open_transfer(&self) -> Option<&Transfer<P::State>> {
        self.transfers
            .last()
            .filter(|transfer| transfer.end.is_none())
    }

    /// The day of a transfer that its receiver has neither accepted nor disputed.
    pub(crate) fn offered_on(&self) -> Option<NaiveDate> {
        let offered = self.open_transfer()?;
        offered.dispute.is_none().then_some(offered.on)
    }

    pub(crate) fn is_recused(&self, person: &Named) -> bool {
        self.recusals
            .iter()
            .any(|recusal| recusal.person == *person)
    }

    /// The state from which it was suspended or transferred.
    pub(crate) fn returns_to(&self) -> Option<P::State> {
        let suspended = self.suspensions.last().filter(|_| self.is_suspended());
        suspended
            .map(|suspension| suspension.from)
            .or_else(|| self.open_transfer().map(|transfer| transfer.from))
    }
}
