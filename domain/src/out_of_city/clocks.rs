//! What the clocks of a recognition measure: no law sets them, all are the service's own targets or
//! the time in which a party answers.

use chrono::NaiveDate;

use super::{Recognition, State};
use crate::{
    calendar::DayUnit,
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Clock, CompetentBody, Context, Term},
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
    fn bound(self) -> Bound {
        match self {
            Self::SupplementAnswer | Self::DefenceAnswer => Bound::Party,
            Self::Intake
            | Self::Check
            | Self::Decision
            | Self::DecisionAfterDefence
            | Self::Handover
            | Self::ResultNotice
            | Self::SuspensionReview
            | Self::TransferAcceptance
            | Self::Designation => Bound::Body,
        }
    }

    fn competent_body(self) -> CompetentBody {
        match self {
            Self::Decision | Self::DecisionAfterDefence | Self::Designation => CompetentBody::City,
            Self::TransferAcceptance => CompetentBody::Receiver,
            Self::Intake
            | Self::SupplementAnswer
            | Self::Check
            | Self::DefenceAnswer
            | Self::Handover
            | Self::ResultNotice
            | Self::SuspensionReview => CompetentBody::Holder,
        }
    }

    fn statutory(self) -> bool {
        false
    }

    fn rule(self) -> RuleId {
        match self {
            Self::Intake | Self::SupplementAnswer | Self::Check => RuleId::OutElig,
            Self::Decision | Self::Handover | Self::ResultNotice => RuleId::OutEffect,
            Self::DefenceAnswer | Self::DecisionAfterDefence => RuleId::HearingBeforeRefusal,
            Self::SuspensionReview => RuleId::OutRevoked,
            Self::TransferAcceptance | Self::Designation => RuleId::FileWhere,
        }
    }

    fn length(self, policy: &Policy) -> Period {
        let natural = |length| Period {
            length,
            unit: DayUnit::Natural,
        };
        let working = |length| Period {
            length,
            unit: DayUnit::Working,
        };
        let terms = policy.terms();
        let (deeds, targets) = (&terms.deeds, &terms.targets);
        match self {
            Self::Intake => working(targets.recognition_intake_working_days),
            Self::SupplementAnswer => working(deeds.assessment.supplement_answer_working_days),
            Self::Check => working(targets.recognition_check_working_days),
            Self::Decision => working(targets.recognition_decision_working_days),
            Self::DefenceAnswer => working(deeds.decision.hearing_answer_working_days),
            Self::DecisionAfterDefence => working(targets.refusal_working_days),
            Self::Handover => working(targets.recognition_handover_working_days),
            Self::ResultNotice => natural(deeds.decision.result_notice_days),
            Self::SuspensionReview => natural(targets.suspension_review_days),
            Self::TransferAcceptance => working(targets.transfer_acceptance_working_days),
            Self::Designation => natural(deeds.filing.designation_days),
        }
    }

    fn extension(self, _: &Policy) -> u32 {
        0
    }

    fn is_per_party(self) -> bool {
        false
    }
}

pub(super) fn follows(
    case: &Case<Recognition>,
    context: &Context<'_, Recognition>,
) -> Option<Clock<ClockKind>> {
    let record = case.record();
    let (kind, since) = match case.state() {
        State::InCheck => {
            let last = |checks: &[super::Check]| checks.last().map(|check| check.on);
            let origin = last(&record.origin_checks)?;
            (
                ClockKind::Decision,
                origin.max(last(&record.authenticity_checks)?),
            )
        }
        State::IntendedRefusal | State::IntendedRevocation => {
            let answered = record.notice()?.reply.as_ref().map(|(_, on)| *on);
            let lapsed = || last_day(case, ClockKind::DefenceAnswer, context);
            (ClockKind::DecisionAfterDefence, answered.or_else(lapsed)?)
        }
        State::Suspended => (
            ClockKind::SuspensionReview,
            case.suspensions().last()?.since,
        ),
        State::Transferred => {
            let transfer = case.open_transfer()?;
            let waits = transfer.dispute.is_none();
            waits.then_some((ClockKind::TransferAcceptance, transfer.on))?
        }
        State::Applied
        | State::Recognised
        | State::Refused
        | State::Revoked
        | State::Withdrawn
        | State::Redirected => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start(kind, None, length, since, None))
}

fn last_day(
    case: &Case<Recognition>,
    kind: ClockKind,
    context: &Context<'_, Recognition>,
) -> Option<NaiveDate> {
    let due = case.clock(kind)?.due(context.calendar).ok()??;
    Some(due.date.due)
}

/// Why a clock has to stand still: the time of a party, and that of a certificate on its way, is not to
/// run out while nothing can be done.
pub(super) fn stands(case: &Case<Recognition>, clock: &Clock<ClockKind>) -> Option<RuleId> {
    let kind = clock.kind();
    let waits = kind.bound() == Bound::Party
        || matches!(kind, ClockKind::Handover | ClockKind::ResultNotice);
    (waits && case.is_suspended()).then(|| kind.rule())
}
