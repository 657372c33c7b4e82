//! What the clocks of the confirmation of deeds measure, and what moves them besides the table.

use chrono::NaiveDate;

use super::{Deed, State, conditions::opinion};
use crate::{
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Change, Clock, CompetentBody, Context, Pause, Term, certain},
    receipts::RuleId,
};

named_enum! {
    /// What a clock measures.
    ClockKind {
        Intake = "intake", "受理审查", "intake";
        SupplementAnswer = "supplement_answer", "补正", "answer to the supplement request";
        Opinion = "opinion", "拟确认意见", "intended opinion";
        OpinionTarget = "opinion_target", "拟确认意见（内部目标）", "intended opinion (internal target)";
        Designation = "designation", "指定管辖", "designation";
        Publicity = "publicity", "公示", "public notice";
        DefenceAnswer = "defence_answer", "陈述申辩", "defence statement";
        DecisionAfterPublicity = "decision_after_publicity", "公示后作出决定", "decision after the notice";
        ReconfirmationRequest = "reconfirmation_request", "申请复核", "request for reconfirmation";
        ReconfirmationDecision = "reconfirmation_decision", "复核决定", "decision on reconfirmation";
        ResultNotice = "result_notice", "送达", "delivery of the result";
        NoticeTarget = "notice_target", "公示（内部目标）", "public notice (internal target)";
        PriorNoticeTarget = "prior_notice_target", "告知陈述申辩（内部目标）", "notification of the party (internal target)";
        RefusalTarget = "refusal_target", "陈述申辩后作出决定（内部目标）", "decision after the statement (internal target)";
        SuspensionReview = "suspension_review", "中止事项复查（内部目标）", "review of the suspension (internal target)";
        TransferAcceptance = "transfer_acceptance", "接收移送（内部目标）", "acceptance of the transfer (internal target)";
    }
}

impl Term for ClockKind {
    const SUSPENSION_REVIEW: Self = Self::SuspensionReview;
    const TRANSFER_ACCEPTANCE: Self = Self::TransferAcceptance;
    const DESIGNATION: Self = Self::Designation;

    #[expect(clippy::match_same_arms, reason = "a line for each clock")]
    fn bindings(self) -> (Bound, CompetentBody, RuleId) {
        use Bound::{Body, Party, Public};
        use CompetentBody::{City, Holder, Receiver};

        match self {
            Self::Intake => (Body, Holder, RuleId::Intake),
            Self::SupplementAnswer => (Party, Holder, RuleId::Supplement),
            Self::Opinion => (Body, Holder, RuleId::OpinionDeadline),
            Self::OpinionTarget => (Body, Holder, RuleId::OpinionDeadline),
            Self::Designation => (Body, City, RuleId::FileWhere),
            Self::Publicity => (Public, Holder, RuleId::Publicity),
            Self::DefenceAnswer => (Party, Holder, RuleId::HearingBeforeRefusal),
            Self::DecisionAfterPublicity => (Body, Holder, RuleId::Confirm),
            Self::ReconfirmationRequest => (Party, Holder, RuleId::ReconfirmWindow),
            Self::ReconfirmationDecision => (Body, Holder, RuleId::ReconfirmDecide),
            Self::ResultNotice => (Body, Holder, RuleId::ReconfirmDecide),
            Self::NoticeTarget => (Body, Holder, RuleId::Publicity),
            Self::PriorNoticeTarget => (Body, Holder, RuleId::HearingBeforeRefusal),
            Self::RefusalTarget => (Body, Holder, RuleId::Refuse),
            Self::SuspensionReview => (Body, Holder, RuleId::ExcludedTime),
            Self::TransferAcceptance => (Body, Receiver, RuleId::FileWhere),
        }
    }

    /// Shandong Regulation on Rewarding and Protecting People Who Act Bravely, articles 11 and 14.
    fn statutory(self) -> bool {
        matches!(
            self,
            Self::Opinion | Self::ReconfirmationRequest | Self::ReconfirmationDecision
        )
    }

    fn length(self, policy: &Policy) -> Period {
        let terms = policy.terms();
        let (policy, targets) = (&terms.deeds, &terms.targets);
        match self {
            Self::Intake => Period::working(policy.assessment.intake_request_working_days),
            Self::SupplementAnswer => {
                Period::working(policy.assessment.supplement_answer_working_days)
            }
            Self::Opinion => Period::natural(policy.assessment.opinion_days),
            Self::OpinionTarget => Period::natural(policy.assessment.opinion_target_days),
            Self::Designation => Period::natural(policy.filing.designation_days),
            Self::Publicity => policy.publication.period,
            Self::DefenceAnswer => Period::working(policy.decision.hearing_answer_working_days),
            Self::DecisionAfterPublicity => Period::working(policy.decision.decision_working_days),
            Self::ReconfirmationRequest => {
                Period::natural(policy.decision.reconfirmation_request_days)
            }
            Self::ReconfirmationDecision => {
                Period::natural(policy.decision.reconfirmation_decision_days)
            }
            Self::ResultNotice => Period::natural(policy.decision.result_notice_days),
            Self::NoticeTarget => Period::working(targets.notice_working_days),
            Self::PriorNoticeTarget => Period::working(targets.prior_notice_working_days),
            Self::RefusalTarget => Period::working(targets.refusal_working_days),
            Self::SuspensionReview => Period::natural(targets.suspension_review_days),
            Self::TransferAcceptance => Period::working(targets.transfer_acceptance_working_days),
        }
    }

    fn extension(self, policy: &Policy) -> u32 {
        let policy = &policy.terms().deeds.assessment;
        match self {
            Self::Opinion => policy.opinion_extension_days,
            // Complex cases are given more than the target of the others.
            Self::OpinionTarget => policy
                .opinion_complex_target_days
                .saturating_sub(policy.opinion_target_days),
            _ => 0,
        }
    }

    fn is_per_party(self) -> bool {
        self == Self::ReconfirmationRequest
    }
}

/// The clock that runs in the present state although nobody took a step that started it.
pub(super) fn follows(case: &Case<Deed>, context: &Context<'_, Deed>) -> Option<Clock<ClockKind>> {
    let opinion = || case.record().opinion();
    let (kind, since) = match case.state() {
        State::IntendedConfirmation if opinion::is_waived(case) => return None,
        State::IntendedConfirmation => (ClockKind::NoticeTarget, certain(opinion()?.on)),
        State::InPublication => match case.record().open_objections().next() {
            // Whether the opinion still holds is for the body to say, and the notice stands meanwhile.
            Some(objection) => (ClockKind::OpinionTarget, certain(objection.received_on)),
            // On the last day of the notice nobody takes a step.
            None => (
                ClockKind::DecisionAfterPublicity,
                case.end_of(ClockKind::Publicity, context)?,
            ),
        },
        State::IntendedRefusal => match opinion::prior_notice(case) {
            None => (ClockKind::PriorNoticeTarget, certain(opinion()?.on)),
            Some(prior_notice) => {
                let answered = prior_notice.reply.as_ref().map(|(_, on)| certain(*on));
                let lapsed = || case.end_of(ClockKind::DefenceAnswer, context);
                (ClockKind::RefusalTarget, answered.or_else(lapsed)?)
            }
        },
        State::IntendedRevocation => {
            let notice = opinion::notice_to_answer(case)?;
            let answered = notice.reply.as_ref().map(|(_, on)| certain(*on));
            let lapsed = || case.end_of(ClockKind::DefenceAnswer, context);
            (ClockKind::RefusalTarget, answered.or_else(lapsed)?)
        }
        State::Suspended => (
            ClockKind::SuspensionReview,
            certain(case.suspensions().last()?.since),
        ),
        State::Transferred => (ClockKind::TransferAcceptance, certain(case.offered_on()?)),
        State::Reported
        | State::InAssessment
        | State::InReconfirmation
        | State::Confirmed
        | State::Refused
        | State::RefusedFinally
        | State::Withdrawn
        | State::Redirected
        | State::HandedOver
        | State::Revoked => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start_between(kind, length, since))
}

/// The clocks that [`follows`] can give in a state.
pub(super) fn following(state: State) -> &'static [ClockKind] {
    match state {
        State::IntendedConfirmation => &[ClockKind::NoticeTarget],
        State::InPublication => &[ClockKind::OpinionTarget, ClockKind::DecisionAfterPublicity],
        State::IntendedRefusal => &[ClockKind::PriorNoticeTarget, ClockKind::RefusalTarget],
        State::IntendedRevocation => &[ClockKind::RefusalTarget],
        State::Suspended => &[ClockKind::SuspensionReview],
        State::Transferred => &[ClockKind::TransferAcceptance],
        State::Reported
        | State::InAssessment
        | State::InReconfirmation
        | State::Confirmed
        | State::Refused
        | State::RefusedFinally
        | State::Withdrawn
        | State::Redirected
        | State::HandedOver
        | State::Revoked => &[],
    }
}

/// Waiting for a supplement ends with the time for it, whenever the next step is executed.
pub(super) fn lapse(case: &mut Case<Deed>, today: NaiveDate, context: &Context<'_, Deed>) {
    let Some(over_since) = unanswered_since(case, today, context) else {
        return;
    };
    let waiting = case
        .clocks
        .iter_mut()
        .filter(|clock| clock.kind() == ClockKind::Opinion)
        .filter(|clock| clock.paused_by() == Some(RuleId::Supplement));
    for clock in waiting {
        clock.enter(Change::Resume, over_since, RuleId::Supplement, None);
    }
}

/// The last day for an answer to the supplement request, once it has certainly passed without one: the last
/// that it can be, so that no clock of a body runs out too early.
fn unanswered_since(
    case: &Case<Deed>,
    today: NaiveDate,
    context: &Context<'_, Deed>,
) -> Option<NaiveDate> {
    let clock = case.clock(ClockKind::SupplementAnswer)?;
    let is_over = awaits_supplement(case) && clock.is_over(today, context.calendar).ok()?;
    let latest = clock.last_days(context.calendar).ok()?.latest?;
    is_over.then_some(latest)
}

fn awaits_supplement(case: &Case<Deed>) -> bool {
    let request = case.record().supplement_request();
    request.is_some_and(|request| request.answered_on.is_none())
        && case
            .clock(ClockKind::SupplementAnswer)
            .is_some_and(Clock::is_open)
}

/// Why clocks pause, each reason with its rule.
pub(super) fn pauses(kind: ClockKind, policy: &Policy) -> Vec<(Pause, RuleId)> {
    let policy = &policy.terms().deeds.assessment;
    let of_suspension = match kind.bound() {
        // The chance of a party or of the public is not to run out while it cannot be used.
        Bound::Party | Bound::Public => Some(kind.rule()),
        Bound::Body => policy.exclude_external_time.then_some(RuleId::ExcludedTime),
    };
    let supplement = kind == ClockKind::Opinion && policy.pause_on_supplement;
    let objection = kind.bound() == Bound::Public;
    [
        of_suspension.map(|rule| (Pause::Suspension, rule)),
        supplement.then_some((Pause::Supplement, RuleId::Supplement)),
        objection.then_some((Pause::Objection, RuleId::Publicity)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether a reason to pause holds on a day.
pub(super) fn is_paused(
    why: Pause,
    case: &Case<Deed>,
    on: NaiveDate,
    context: &Context<'_, Deed>,
) -> bool {
    match why {
        Pause::Supplement => {
            awaits_supplement(case) && unanswered_since(case, on, context).is_none()
        }
        Pause::Objection => case.record().open_objections().next().is_some(),
        Pause::Suspension | Pause::Transfer | Pause::PriorNotice => false,
    }
}
