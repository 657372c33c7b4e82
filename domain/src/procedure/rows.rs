//! The lines of a table that are alike in every procedure. Each procedure says in which states they hold.

use super::{
    ClockEffect,
    ClockEffect::{Cancels, CancelsAll, Starts, Stops},
    CompetentBody, DetourClock, Officers, Procedure, Row, Scope, SharedStep, Step,
    Target::{Moves, Returns, Stays},
    WORKING,
};
use crate::{documents::DocumentKind, organisations::OrganisationKind};

/// The committee alone, without the foundation and the association that work with it.
pub(crate) const COMMITTEE: &[OrganisationKind] = &[OrganisationKind::PoliticalLegalCommittee];

type States<P> = &'static [<P as Procedure>::State];

impl<P: Procedure> Row<P> {
    pub(crate) const fn recusal(from: States<P>) -> Self {
        Self::of(Step::Shared(SharedStep::Recusal), "recusals", from, Stays).by(
            Scope::Investigate,
            WORKING,
            CompetentBody::Holder,
            Officers::One,
        )
    }

    pub(crate) const fn suspension(from: States<P>, suspended: P::State) -> Self {
        let step = Step::Shared(SharedStep::Suspension);
        Self::of(step, "suspension", from, Moves(suspended)).by_committee(CompetentBody::Holder)
    }

    pub(crate) const fn resumption(suspended: States<P>) -> Self {
        let step = Step::Shared(SharedStep::Resumption);
        Self::of(step, "resumption", suspended, Returns)
            .by_committee(CompetentBody::Holder)
            .on_detour(&[Stops(DetourClock::SuspensionReview)])
    }

    pub(crate) const fn transfer(from: States<P>, transferred: P::State) -> Self {
        let step = Step::Shared(SharedStep::Transfer);
        Self::of(step, "transfer", from, Moves(transferred))
            .by_committee(CompetentBody::Holder)
            .issues(DocumentKind::TransferLetter)
    }

    pub(crate) const fn transfer_acceptance(transferred: States<P>) -> Self {
        let step = Step::Shared(SharedStep::TransferAcceptance);
        Self::of(step, "transfer-acceptance", transferred, Returns)
            .by_committee(CompetentBody::Receiver)
            .on_detour(&[
                Stops(DetourClock::TransferAcceptance),
                Cancels(DetourClock::Designation),
            ])
    }

    /// The body that gave the case away takes it back, whether or not the receiver disputes the transfer.
    pub(crate) const fn transfer_withdrawal(transferred: States<P>) -> Self {
        let step = Step::Shared(SharedStep::TransferWithdrawal);
        Self::of(step, "transfer-withdrawals", transferred, Returns)
            .by_committee(CompetentBody::Holder)
            .on_detour(&[
                Cancels(DetourClock::TransferAcceptance),
                Cancels(DetourClock::Designation),
            ])
    }

    pub(crate) const fn transfer_dispute(transferred: States<P>) -> Self {
        let step = Step::Shared(SharedStep::TransferDispute);
        Self::of(step, "transfer-dispute", transferred, Stays)
            .by_committee(CompetentBody::Receiver)
            .on_detour(&[
                Stops(DetourClock::TransferAcceptance),
                Starts(DetourClock::Designation),
            ])
    }

    /// The city names the body, of a case that is on its way.
    pub(crate) const fn designation_of_transferred(transferred: States<P>) -> Self {
        let step = Step::Shared(SharedStep::Designation);
        Self::of(step, "designation", transferred, Returns)
            .by(
                Scope::Confirm,
                COMMITTEE,
                CompetentBody::City,
                Officers::One,
            )
            .on_detour(&[Stops(DetourClock::Designation)])
    }

    /// The city names another body than the one that holds the case.
    pub(crate) const fn designation(from: States<P>) -> Self {
        let step = Step::Shared(SharedStep::Designation);
        Self::of(step, "designation", from, Stays).by(
            Scope::Confirm,
            COMMITTEE,
            CompetentBody::City,
            Officers::One,
        )
    }

    /// The party takes the case back: with the tracking code, or in writing, which an officer of the body
    /// that holds it records.
    pub(crate) const fn withdrawal(from: States<P>, withdrawn: P::State) -> Self {
        let step = Step::Shared(SharedStep::Withdrawal);
        Self::of(step, "withdrawal", from, Moves(withdrawn))
            .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
            .or_applicant()
            .clocks(&[CancelsAll])
    }

    /// The recommender takes the recommendation back; the case goes on.
    pub(crate) const fn recommendation_withdrawal(from: States<P>) -> Self {
        let step = Step::Shared(SharedStep::RecommendationWithdrawal);
        Self::of(step, "recommendation-withdrawals", from, Stays)
            .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
            .or_applicant()
    }

    /// A case that ended without a decision goes on. The procedure says which clocks that starts.
    pub(crate) const fn continuation(ended: States<P>, goes_on: P::State) -> Self {
        let step = Step::Shared(SharedStep::Continuation);
        Self::of(step, "continuation", ended, Moves(goes_on)).by_committee(CompetentBody::Holder)
    }

    /// The case goes to a body that does not work with this service, and is closed here.
    pub(crate) const fn outside_transfer(from: States<P>, handed_over: P::State) -> Self {
        let step = Step::Shared(SharedStep::OutsideTransfer);
        Self::of(step, "outside-transfer", from, Moves(handed_over))
            .by(
                Scope::Confirm,
                COMMITTEE,
                CompetentBody::Holder,
                Officers::Two,
            )
            .clocks(&[CancelsAll])
            .issues(DocumentKind::TransferLetter)
    }

    /// What an outside body found is recorded with its paper, whatever the case has come to.
    pub(crate) const fn outside_finding(from: States<P>) -> Self {
        let step = Step::Shared(SharedStep::OutsideFinding);
        Self::of(step, "outside-findings", from, Stays).by(
            Scope::Investigate,
            WORKING,
            CompetentBody::HolderOrCity,
            Officers::One,
        )
    }

    const fn on_detour(mut self, effects: &'static [ClockEffect<DetourClock>]) -> Self {
        self.detour = effects;
        self
    }

    const fn by_committee(self, body: CompetentBody) -> Self {
        self.by(Scope::Investigate, COMMITTEE, body, Officers::One)
    }
}
