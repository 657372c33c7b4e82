//! What the clocks of a recognition measure: no law sets them, all are the service's own targets or
//! the time in which a party answers.

use super::{Recognition, State};
use crate::{
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Clock, CompetentBody, Context, Pause, Term, certain},
    receipts::RuleId,
};

named_enum! {
    /// What a clock of a recognition measures.
    ClockKind {
        Intake = "intake", "受理审查", "intake";
        SupplementAnswer = "supplement_answer", "补正", "answer to the supplement request";
        Check = "check", "核验（内部目标）", "check (internal target)";
        Decision = "decision", "作出认定决定（内部目标）", "decision (internal target)";
        DefenceAnswer = "defence_answer", "陈述申辩", "defence statement";
        DecisionAfterDefence = "decision_after_defence", "陈述申辩后作出决定（内部目标）", "decision after the statement (internal target)";
        Handover = "handover", "颁发证书（内部目标）", "handover of the certificate (internal target)";
        ResultNotice = "result_notice", "送达", "delivery of the result";
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
            Self::Intake => (Body, Holder, RuleId::OutElig),
            Self::SupplementAnswer => (Party, Holder, RuleId::OutElig),
            Self::Check => (Body, Holder, RuleId::OutElig),
            Self::Decision => (Body, City, RuleId::OutEffect),
            Self::DefenceAnswer => (Party, Holder, RuleId::HearingBeforeRefusal),
            Self::DecisionAfterDefence => (Body, City, RuleId::HearingBeforeRefusal),
            Self::Handover => (Body, Holder, RuleId::OutEffect),
            Self::ResultNotice => (Body, Holder, RuleId::OutEffect),
            Self::SuspensionReview => (Body, Holder, RuleId::OutRevoked),
            Self::TransferAcceptance => (Body, Receiver, RuleId::FileWhere),
            Self::Designation => (Body, City, RuleId::FileWhere),
        }
    }

    fn length(self, policy: &Policy) -> Period {
        let terms = policy.terms();
        let (deeds, targets) = (&terms.deeds, &terms.targets);
        match self {
            Self::Intake => Period::working(targets.recognition_intake_working_days),
            Self::SupplementAnswer => {
                Period::working(deeds.assessment.supplement_answer_working_days)
            }
            Self::Check => Period::working(targets.recognition_check_working_days),
            Self::Decision => Period::working(targets.recognition_decision_working_days),
            Self::DefenceAnswer => Period::working(deeds.decision.hearing_answer_working_days),
            Self::DecisionAfterDefence => Period::working(targets.refusal_working_days),
            Self::Handover => Period::working(targets.recognition_handover_working_days),
            Self::ResultNotice => Period::natural(deeds.decision.result_notice_days),
            Self::SuspensionReview => Period::natural(targets.suspension_review_days),
            Self::TransferAcceptance => Period::working(targets.transfer_acceptance_working_days),
            Self::Designation => Period::natural(deeds.filing.designation_days),
        }
    }
}

pub(super) fn follows(
    case: &Case<Recognition>,
    context: &Context<'_, Recognition>,
) -> Option<Clock<ClockKind>> {
    let record = case.record();
    let (kind, since) = match case.state() {
        State::InCheck => {
            let origin = case.origin_check()?.on;
            let checked = case.authenticity_check()?.on;
            (ClockKind::Decision, certain(origin.max(checked)))
        }
        State::IntendedRefusal | State::IntendedRevocation => {
            let answered = record.notice()?.reply.as_ref().map(|(_, on)| certain(*on));
            let lapsed = || case.end_of(ClockKind::DefenceAnswer, context);
            (ClockKind::DecisionAfterDefence, answered.or_else(lapsed)?)
        }
        State::Suspended => (
            ClockKind::SuspensionReview,
            certain(case.suspensions().last()?.since),
        ),
        State::Transferred => (ClockKind::TransferAcceptance, certain(case.offered_on()?)),
        State::Applied
        | State::Recognised
        | State::Refused
        | State::Revoked
        | State::Withdrawn
        | State::HandedOver
        | State::Redirected => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start_between(kind, length, since))
}

/// The clocks that [`follows`] can give in a state.
pub(super) fn following(state: State) -> &'static [ClockKind] {
    match state {
        State::InCheck => &[ClockKind::Decision],
        State::IntendedRefusal | State::IntendedRevocation => &[ClockKind::DecisionAfterDefence],
        State::Suspended => &[ClockKind::SuspensionReview],
        State::Transferred => &[ClockKind::TransferAcceptance],
        State::Applied
        | State::Recognised
        | State::Refused
        | State::Revoked
        | State::Withdrawn
        | State::HandedOver
        | State::Redirected => &[],
    }
}

/// Why clocks pause: no time runs out while what it is for cannot be done.
pub(super) fn pauses(kind: ClockKind) -> Vec<(Pause, RuleId)> {
    let reasons: &[Pause] = match kind {
        ClockKind::Intake | ClockKind::Check | ClockKind::SupplementAnswer => {
            &[Pause::Suspension, Pause::Transfer]
        }
        ClockKind::Decision | ClockKind::DefenceAnswer | ClockKind::DecisionAfterDefence => {
            &[Pause::Suspension]
        }
        ClockKind::Handover | ClockKind::ResultNotice => &[Pause::Suspension, Pause::PriorNotice],
        ClockKind::SuspensionReview | ClockKind::TransferAcceptance | ClockKind::Designation => &[],
    };
    reasons.iter().map(|why| (*why, kind.rule())).collect()
}

/// Whether a reason to pause holds.
pub(super) fn is_paused(why: Pause, case: &Case<Recognition>) -> bool {
    why == Pause::PriorNotice && case.state() == State::IntendedRevocation
}
