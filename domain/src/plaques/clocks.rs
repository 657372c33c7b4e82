//! What the clocks of a plaque measure: no law sets them, all are the service's own targets.

use super::{Plaque, State};
use crate::{
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Clock, CompetentBody, Context, Pause, Term, certain},
    receipts::RuleId,
};

named_enum! {
    /// What a clock of a plaque measures.
    ClockKind {
        Order = "plaque_order", "下单（内部目标）", "order (internal target)";
        Make = "plaque_making", "制作（内部目标）", "making (internal target)";
        HandOver = "plaque_handover", "送达（内部目标）", "handover (internal target)";
        Hang = "plaque_hanging", "悬挂（内部目标）", "hanging (internal target)";
        Recovery = "plaque_recovery", "收回（内部目标）", "recovery (internal target)";
        SuspensionReview = "suspension_review", "中止事项复查（内部目标）", "review of the suspension (internal target)";
        TransferAcceptance = "transfer_acceptance", "接收移送（内部目标）", "acceptance of the transfer (internal target)";
        Designation = "designation", "指定管辖", "designation";
    }
}

impl Term for ClockKind {
    const SUSPENSION_REVIEW: Self = Self::SuspensionReview;
    const TRANSFER_ACCEPTANCE: Self = Self::TransferAcceptance;
    const DESIGNATION: Self = Self::Designation;

    fn bindings(self) -> (Bound, CompetentBody, RuleId) {
        use Bound::Body;
        use CompetentBody::{City, Holder, Receiver};

        match self {
            Self::Order | Self::Make | Self::HandOver | Self::Hang | Self::SuspensionReview => {
                (Body, Holder, RuleId::PlaqueFlow)
            }
            Self::Recovery => (Body, Holder, RuleId::PlaqueRevoke),
            Self::TransferAcceptance => (Body, Receiver, RuleId::FileWhere),
            Self::Designation => (Body, City, RuleId::FileWhere),
        }
    }

    fn length(self, policy: &Policy) -> Period {
        let terms = policy.terms();
        let (plaque, targets) = (&terms.honours.plaque, &terms.targets);
        match self {
            Self::Order => Period::working(plaque.order_working_days),
            Self::Make => Period::working(plaque.making_working_days),
            Self::HandOver => Period::working(plaque.handover_working_days),
            Self::Hang => Period::working(plaque.hanging_working_days),
            Self::Recovery => Period::natural(plaque.recovery_days),
            Self::SuspensionReview => Period::natural(targets.suspension_review_days),
            Self::TransferAcceptance => Period::working(targets.transfer_acceptance_working_days),
            Self::Designation => Period::natural(terms.deeds.filing.designation_days),
        }
    }
}

pub(super) fn follows(
    case: &Case<Plaque>,
    context: &Context<'_, Plaque>,
) -> Option<Clock<ClockKind>> {
    let (kind, since) = match case.state() {
        State::ToRecover => (
            ClockKind::Recovery,
            certain(case.record().honour_ends.last()?.on),
        ),
        State::Suspended => (
            ClockKind::SuspensionReview,
            certain(case.suspensions().last()?.since),
        ),
        State::Transferred => (ClockKind::TransferAcceptance, certain(case.offered_on()?)),
        State::Entitled
        | State::Ordered
        | State::Made
        | State::HandedOver
        | State::Hung
        | State::KeptIndoors
        | State::Declined
        | State::Replaced
        | State::Recovered
        | State::WrittenOff
        | State::Withdrawn
        | State::MovedAway => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start_between(kind, length, since))
}

/// The clocks that [`follows`] can give in a state.
pub(super) fn following(state: State) -> &'static [ClockKind] {
    match state {
        State::ToRecover => &[ClockKind::Recovery],
        State::Suspended => &[ClockKind::SuspensionReview],
        State::Transferred => &[ClockKind::TransferAcceptance],
        _ => &[],
    }
}

/// Why clocks pause: no time runs out while what it is for cannot be done.
pub(super) fn pauses(kind: ClockKind) -> Vec<(Pause, RuleId)> {
    let reasons: &[Pause] = match kind {
        ClockKind::Order | ClockKind::Make | ClockKind::HandOver | ClockKind::Hang => {
            &[Pause::Suspension, Pause::Transfer]
        }
        ClockKind::Recovery
        | ClockKind::SuspensionReview
        | ClockKind::TransferAcceptance
        | ClockKind::Designation => &[],
    };
    reasons.iter().map(|why| (*why, kind.rule())).collect()
}
