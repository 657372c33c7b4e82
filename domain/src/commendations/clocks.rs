//! What the clocks of a commendation measure: no law sets them. All are the service's own targets, or the
//! time in which a party answers.

use super::{Commendation, State};
use crate::{
    money::Fen,
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Clock, CompetentBody, Context, Pause, Term, certain},
    receipts::RuleId,
};

named_enum! {
    /// What a clock of a commendation measures.
    ClockKind as "CommendationClock" {
        Intake = "intake", "受理推荐（内部目标）", "acceptance (internal target)";
        Review = "review", "审核推荐（内部目标）", "review (internal target)";
        OpinionAnswer = "opinion_answer", "催办意见（内部目标）", "answer to the opinion request (internal target)";
        RoundResult = "round_result", "批次作出决定（内部目标）", "decision of the round (internal target)";
        OutsideAnswer = "outside_answer", "查询上级结果（内部目标）", "result from above (internal target)";
        NextRound = "next_round", "列入下一批次（内部目标）", "next round (internal target)";
        Conferral = "conferral", "颁授（内部目标）", "conferral (internal target)";
        DefenceAnswer = "defence_answer", "陈述申辩", "defence statement";
        DecisionAfterDefence = "decision_after_defence", "陈述申辩后作出决定（内部目标）", "decision after the statement (internal target)";
        ResultNotice = "result_notice", "送达", "delivery of the result";
        Recovery = "recovery", "收回奖金（内部目标）", "recovery of what was paid (internal target)";
        SuspensionReview = "suspension_review", "中止事项复查（内部目标）", "review of the suspension (internal target)";
        TransferAcceptance = "transfer_acceptance", "接收移送（内部目标）", "acceptance of the transfer (internal target)";
        Designation = "designation", "指定管辖", "designation";
    }
}

impl Term for ClockKind {
    const SUSPENSION_REVIEW: Self = Self::SuspensionReview;
    const TRANSFER_ACCEPTANCE: Self = Self::TransferAcceptance;
    const DESIGNATION: Self = Self::Designation;

    #[expect(clippy::match_same_arms, reason = "a line for each clock")]
    fn bindings(self) -> (Bound, CompetentBody, RuleId) {
        use Bound::{Body, Party};
        use CompetentBody::{City, Holder, Receiver};

        match self {
            Self::Intake => (Body, Holder, RuleId::TierChain),
            Self::Review => (Body, Holder, RuleId::TierChain),
            Self::OpinionAnswer => (Body, Holder, RuleId::TierChain),
            Self::RoundResult => (Body, Holder, RuleId::TierForm),
            Self::OutsideAnswer => (Body, Holder, RuleId::TierAuthority),
            Self::NextRound => (Body, Holder, RuleId::TierForm),
            Self::Conferral => (Body, Holder, RuleId::TierForm),
            Self::DefenceAnswer => (Party, Holder, RuleId::HearingBeforeRefusal),
            Self::DecisionAfterDefence => (Body, Holder, RuleId::HearingBeforeRefusal),
            Self::ResultNotice => (Body, Holder, RuleId::RevokeFraud),
            Self::Recovery => (Body, Holder, RuleId::RevokeFraud),
            Self::SuspensionReview => (Body, Holder, RuleId::TierBase),
            Self::TransferAcceptance => (Body, Receiver, RuleId::FileWhere),
            Self::Designation => (Body, City, RuleId::FileWhere),
        }
    }

    fn length(self, policy: &Policy) -> Period {
        let terms = policy.terms();
        let (own, deeds) = (&terms.honours.commendation, &terms.deeds);
        let targets = &terms.targets;
        match self {
            Self::Intake => Period::working(own.intake_working_days),
            Self::Review => Period::working(own.review_working_days),
            Self::OpinionAnswer => Period::working(own.opinion_working_days),
            Self::RoundResult => Period::natural(own.round_result_days),
            Self::OutsideAnswer => Period::natural(own.outside_answer_days),
            Self::NextRound => Period::natural(own.next_round_days),
            Self::Conferral => Period::natural(own.conferral_days),
            Self::DefenceAnswer => Period::working(deeds.decision.hearing_answer_working_days),
            Self::DecisionAfterDefence => Period::working(targets.refusal_working_days),
            Self::ResultNotice => Period::natural(deeds.decision.result_notice_days),
            Self::Recovery => Period::natural(own.recovery_days),
            Self::SuspensionReview => Period::natural(targets.suspension_review_days),
            Self::TransferAcceptance => Period::working(targets.transfer_acceptance_working_days),
            Self::Designation => Period::natural(deeds.filing.designation_days),
        }
    }
}

pub(super) fn follows(
    case: &Case<Commendation>,
    context: &Context<'_, Commendation>,
) -> Option<Clock<ClockKind>> {
    let record = case.record();
    let (kind, since) = match case.state() {
        State::IntendedRevocation => {
            let answered = record.notice()?.reply.as_ref().map(|(_, on)| certain(*on));
            let lapsed = || case.end_of(ClockKind::DefenceAnswer, context);
            (ClockKind::DecisionAfterDefence, answered.or_else(lapsed)?)
        }
        State::Revoked | State::TakenOff if record.open_balance() > Fen::ZERO => {
            (ClockKind::Recovery, certain(case.last_day()))
        }
        State::Suspended => (
            ClockKind::SuspensionReview,
            certain(case.suspensions().last()?.since),
        ),
        State::Transferred => (ClockKind::TransferAcceptance, certain(case.offered_on()?)),
        State::Nominated
        | State::Recommended
        | State::UnderReview
        | State::InRound
        | State::Submitted
        | State::Deferred
        | State::Awarded
        | State::Conferred
        | State::NotGranted
        | State::Declined
        | State::Revoked
        | State::TakenOff
        | State::HandedOver => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start_between(kind, length, since))
}

/// The clocks that [`follows`] can give in a state.
pub(super) fn following(state: State) -> &'static [ClockKind] {
    match state {
        State::IntendedRevocation => &[ClockKind::DecisionAfterDefence],
        State::Revoked | State::TakenOff => &[ClockKind::Recovery],
        State::Suspended => &[ClockKind::SuspensionReview],
        State::Transferred => &[ClockKind::TransferAcceptance],
        State::Nominated
        | State::Recommended
        | State::UnderReview
        | State::InRound
        | State::Submitted
        | State::Deferred
        | State::Awarded
        | State::Conferred
        | State::NotGranted
        | State::Declined
        | State::HandedOver => &[],
    }
}

/// Why clocks pause: no time runs out while what it is for cannot be done.
pub(super) fn pauses(kind: ClockKind) -> Vec<(Pause, RuleId)> {
    let reasons: &[Pause] = match kind {
        ClockKind::Intake
        | ClockKind::Review
        | ClockKind::OpinionAnswer
        | ClockKind::RoundResult
        | ClockKind::OutsideAnswer
        | ClockKind::NextRound => &[Pause::Suspension, Pause::Transfer],
        ClockKind::DefenceAnswer | ClockKind::DecisionAfterDefence => &[Pause::Suspension],
        ClockKind::Conferral | ClockKind::ResultNotice => &[Pause::Suspension, Pause::PriorNotice],
        ClockKind::Recovery
        | ClockKind::SuspensionReview
        | ClockKind::TransferAcceptance
        | ClockKind::Designation => &[],
    };
    reasons.iter().map(|why| (*why, kind.rule())).collect()
}

/// Whether a reason to pause holds.
pub(super) fn is_paused(why: Pause, case: &Case<Commendation>) -> bool {
    why == Pause::PriorNotice && case.state() == State::IntendedRevocation
}
