//! What the clocks of a studio measure: no law sets them, all are the service's own targets or the time
//! in which a party answers.

use chrono::{Days, NaiveDate};

use super::{State, Studio, years};
use crate::{
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Clock, CompetentBody, Context, Pause, Term, certain},
    receipts::RuleId,
};

named_enum! {
    /// What a clock of a studio measures.
    ClockKind {
        Intake = "intake", "受理审查", "intake";
        Decision = "decision", "作出命名决定（内部目标）", "decision (internal target)";
        DefenceAnswer = "defence_answer", "陈述申辩", "defence statement";
        DecisionAfterDefence = "decision_after_defence", "陈述申辩后作出决定（内部目标）", "decision after the statement (internal target)";
        Opening = "opening", "挂牌（内部目标）", "opening (internal target)";
        ResultNotice = "result_notice", "送达", "delivery of the result";
        YearlyReport = "yearly_report", "年度报告", "yearly report";
        YearlyAssessment = "yearly_assessment", "年度评估（内部目标）", "yearly assessment (internal target)";
        Review = "review", "定期复核（内部目标）", "periodic review (internal target)";
        Rectification = "rectification", "限期整改", "rectification";
        NameWithdrawal = "name_withdrawal", "撤销命名（内部目标）", "withdrawal of the name (internal target)";
        SignRecovery = "sign_recovery", "收回牌匾（内部目标）", "recovery of the sign (internal target)";
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
            Self::Intake => (Body, Holder, RuleId::StudioSetup),
            Self::Decision => (Body, City, RuleId::StudioSetup),
            Self::DefenceAnswer => (Party, Holder, RuleId::HearingBeforeRefusal),
            Self::DecisionAfterDefence => (Body, City, RuleId::HearingBeforeRefusal),
            Self::Opening => (Body, Holder, RuleId::StudioSetup),
            Self::ResultNotice => (Body, Holder, RuleId::StudioSetup),
            // The studio owes it; the body asks for it.
            Self::YearlyReport => (Body, Holder, RuleId::StudioRun),
            Self::YearlyAssessment => (Body, Holder, RuleId::StudioRun),
            Self::Review => (Body, Holder, RuleId::StudioRun),
            Self::Rectification => (Body, Holder, RuleId::StudioRun),
            Self::NameWithdrawal => (Body, City, RuleId::StudioWithdraw),
            Self::SignRecovery => (Body, Holder, RuleId::StudioWithdraw),
            Self::SuspensionReview => (Body, Holder, RuleId::StudioSetup),
            Self::TransferAcceptance => (Body, Receiver, RuleId::FileWhere),
            Self::Designation => (Body, City, RuleId::FileWhere),
        }
    }

    fn length(self, policy: &Policy) -> Period {
        let terms = policy.terms();
        let (deeds, targets) = (&terms.deeds, &terms.targets);
        let studio = &terms.honours.studio;
        match self {
            Self::Intake => Period::working(studio.intake_working_days),
            Self::Decision => Period::working(studio.decision_working_days),
            Self::DefenceAnswer => Period::working(deeds.decision.hearing_answer_working_days),
            Self::DecisionAfterDefence => Period::working(targets.refusal_working_days),
            Self::Opening => Period::natural(studio.opening_days),
            Self::ResultNotice => Period::natural(deeds.decision.result_notice_days),
            Self::YearlyReport => Period::natural(studio.report_days),
            Self::YearlyAssessment => Period::natural(studio.assessment_days),
            Self::Review => Period::natural(studio.review_days),
            Self::Rectification => Period::natural(studio.rectification_days),
            Self::NameWithdrawal => Period::natural(studio.withdrawal_days),
            Self::SignRecovery => Period::natural(studio.sign_recovery_days),
            Self::SuspensionReview => Period::natural(targets.suspension_review_days),
            Self::TransferAcceptance => Period::working(targets.transfer_acceptance_working_days),
            Self::Designation => Period::natural(deeds.filing.designation_days),
        }
    }
}

pub(super) fn follows(
    case: &Case<Studio>,
    context: &Context<'_, Studio>,
) -> Option<Clock<ClockKind>> {
    let (kind, since) = match case.state() {
        State::Active => {
            let (kind, since) = next_duty(case, context.policy)?;
            (kind, certain(since))
        }
        State::IntendedRefusal | State::IntendedWithdrawal => {
            let notice = &case.record().notice()?.told;
            let answered = notice.reply.as_ref().map(|(_, on)| certain(*on));
            let lapsed = || case.end_of(ClockKind::DefenceAnswer, context);
            (ClockKind::DecisionAfterDefence, answered.or_else(lapsed)?)
        }
        State::Suspended => (
            ClockKind::SuspensionReview,
            certain(case.suspensions().last()?.since),
        ),
        State::Transferred => (ClockKind::TransferAcceptance, certain(case.offered_on()?)),
        State::Proposed
        | State::InReview
        | State::Refused
        | State::Approved
        | State::Rectifying
        | State::Withdrawn
        | State::Lapsed
        | State::TakenBack
        | State::HandedOver => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start_between(kind, length, since))
}

/// What a studio that runs owes next, and since when: the report or the assessment of a year, or a
/// review, whichever is due first.
fn next_duty(case: &Case<Studio>, policy: &Policy) -> Option<(ClockKind, NaiveDate)> {
    let terms = &policy.terms().honours.studio;
    let duties = [
        (
            ClockKind::YearlyReport,
            case.year_to_report().map(years::end_of),
        ),
        (
            ClockKind::YearlyAssessment,
            case.year_to_assess().map(years::end_of),
        ),
        (ClockKind::Review, case.review_from(terms)),
    ];
    let duties = duties
        .into_iter()
        .filter_map(|(kind, since)| Some((kind, since?)));
    duties.min_by_key(|(kind, since)| *since + Days::new(kind.length(policy).length.into()))
}

/// The clocks that [`follows`] can give in a state.
pub(super) fn following(state: State) -> &'static [ClockKind] {
    match state {
        State::Active => &[
            ClockKind::YearlyReport,
            ClockKind::YearlyAssessment,
            ClockKind::Review,
        ],
        State::IntendedRefusal | State::IntendedWithdrawal => &[ClockKind::DecisionAfterDefence],
        State::Suspended => &[ClockKind::SuspensionReview],
        State::Transferred => &[ClockKind::TransferAcceptance],
        State::Proposed
        | State::InReview
        | State::Refused
        | State::Approved
        | State::Rectifying
        | State::Withdrawn
        | State::Lapsed
        | State::TakenBack
        | State::HandedOver => &[],
    }
}

/// Why clocks pause: no time runs out while what it is for cannot be done.
pub(super) fn pauses(kind: ClockKind) -> Vec<(Pause, RuleId)> {
    let reasons: &[Pause] = match kind {
        ClockKind::Intake | ClockKind::Decision => &[Pause::Suspension, Pause::Transfer],
        ClockKind::DefenceAnswer | ClockKind::DecisionAfterDefence => &[Pause::Suspension],
        ClockKind::Opening | ClockKind::ResultNotice | ClockKind::Rectification => {
            &[Pause::PriorNotice]
        }
        ClockKind::YearlyReport
        | ClockKind::YearlyAssessment
        | ClockKind::Review
        | ClockKind::NameWithdrawal
        | ClockKind::SignRecovery
        | ClockKind::SuspensionReview
        | ClockKind::TransferAcceptance
        | ClockKind::Designation => &[],
    };
    reasons.iter().map(|why| (*why, kind.rule())).collect()
}

/// Whether a reason to pause holds.
pub(super) fn is_paused(why: Pause, case: &Case<Studio>) -> bool {
    why == Pause::PriorNotice && case.state() == State::IntendedWithdrawal
}
