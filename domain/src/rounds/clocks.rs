//! What the clocks of a round measure: but for the notice all are the service's own targets.

use chrono::NaiveDate;

use super::{Round, State};
use crate::{
    named_enum,
    policy::{Period, Policy},
    procedure::{Bound, Case, Clock, CompetentBody, Context, Pause, Term, certain},
    receipts::RuleId,
};

named_enum! {
    /// What a clock of a round measures.
    ClockKind {
        Call = "call", "发出推荐通知（内部目标）", "call (internal target)";
        Review = "review", "初审（内部目标）", "first review (internal target)";
        NoticeTarget = "candidate_notice_target", "公示拟表扬对象（内部目标）", "notice of candidates (internal target)";
        Publicity = "candidate_publicity", "拟表扬对象公示", "notice of candidates";
        Objection = "candidate_objection", "处理异议（内部目标）", "answer to an objection (internal target)";
        Voting = "voting", "评审表决（内部目标）", "ballots (internal target)";
        Resolution = "resolution", "形成决议（内部目标）", "resolution (internal target)";
        Decision = "round_decision", "作出表扬决定（内部目标）", "decision (internal target)";
        Ceremony = "ceremony", "确定颁授议程（内部目标）", "plan of the ceremony (internal target)";
        Closing = "closing", "颁授并办结（内部目标）", "conferral and closing (internal target)";
        SuspensionReview = "suspension_review", "中止事项复查（内部目标）", "review of the suspension (internal target)";
    }
}

impl Term for ClockKind {
    const SUSPENSION_REVIEW: Self = Self::SuspensionReview;
    // No round goes to another body: no row starts these.
    const TRANSFER_ACCEPTANCE: Self = Self::SuspensionReview;
    const DESIGNATION: Self = Self::SuspensionReview;

    #[expect(clippy::match_same_arms, reason = "a line for each clock")]
    fn bindings(self) -> (Bound, CompetentBody, RuleId) {
        use Bound::{Body, Public};
        use CompetentBody::Holder;

        match self {
            Self::Call => (Body, Holder, RuleId::TierForm),
            Self::Review => (Body, Holder, RuleId::TierCriteria),
            Self::NoticeTarget => (Body, Holder, RuleId::Publicity),
            Self::Publicity => (Public, Holder, RuleId::Publicity),
            Self::Objection => (Body, Holder, RuleId::Publicity),
            Self::Voting => (Body, Holder, RuleId::ReviewPanel),
            Self::Resolution => (Body, Holder, RuleId::ReviewPanel),
            Self::Decision => (Body, Holder, RuleId::TierAuthority),
            Self::Ceremony => (Body, Holder, RuleId::TierSecret),
            Self::Closing => (Body, Holder, RuleId::TierSecret),
            Self::SuspensionReview => (Body, Holder, RuleId::TierCriteria),
        }
    }

    fn length(self, policy: &Policy) -> Period {
        let terms = policy.terms();
        let round = &terms.honours.round;
        match self {
            Self::Call => Period::working(round.call_working_days),
            Self::Review => Period::working(round.review_working_days),
            Self::NoticeTarget => Period::working(round.notice_working_days),
            Self::Publicity => round.publication,
            Self::Objection => Period::working(round.objection_working_days),
            Self::Voting => Period::working(round.voting_working_days),
            Self::Resolution => Period::working(round.resolution_working_days),
            Self::Decision => Period::working(round.decision_working_days),
            Self::Ceremony => Period::working(round.ceremony_working_days),
            Self::Closing => Period::working(round.closing_working_days),
            Self::SuspensionReview => Period::natural(terms.targets.suspension_review_days),
        }
    }
}

pub(super) fn follows(
    case: &Case<Round>,
    context: &Context<'_, Round>,
) -> Option<Clock<ClockKind>> {
    let record = case.record();
    let (kind, since) = match case.state() {
        // From the deadline on; an immediate commendation has none.
        State::Announced => {
            let closes = record.call.closes_on;
            let opened = case.history().last()?.on;
            (ClockKind::Review, certain(closes.unwrap_or(opened)))
        }
        State::InPublication => match record.open_objections().next() {
            Some(objection) => (ClockKind::Objection, certain(objection.received_on)),
            None => (
                ClockKind::Voting,
                case.end_of(ClockKind::Publicity, context)?,
            ),
        },
        State::Suspended => (
            ClockKind::SuspensionReview,
            certain(case.suspensions().last()?.since),
        ),
        State::Planned
        | State::Reviewing
        | State::Voting
        | State::Resolved
        | State::Decided
        | State::Conferring
        | State::Closed
        | State::Cancelled => return None,
    };
    let length = kind.length(context.policy);
    Some(Clock::start_between(kind, length, since))
}

/// The clocks that [`follows`] can give in a state.
pub(super) fn following(state: State) -> &'static [ClockKind] {
    match state {
        State::Announced => &[ClockKind::Review],
        State::InPublication => &[ClockKind::Objection, ClockKind::Voting],
        State::Suspended => &[ClockKind::SuspensionReview],
        State::Planned
        | State::Reviewing
        | State::Voting
        | State::Resolved
        | State::Decided
        | State::Conferring
        | State::Closed
        | State::Cancelled => &[],
    }
}

/// Why clocks pause: no time runs out while what it is for cannot be done.
pub(super) fn pauses(kind: ClockKind) -> Vec<(Pause, RuleId)> {
    let reasons: &[Pause] = match kind {
        ClockKind::Publicity => &[Pause::Suspension, Pause::Objection],
        ClockKind::SuspensionReview => &[],
        ClockKind::Call
        | ClockKind::Review
        | ClockKind::NoticeTarget
        | ClockKind::Objection
        | ClockKind::Voting
        | ClockKind::Resolution
        | ClockKind::Decision
        | ClockKind::Ceremony
        | ClockKind::Closing => &[Pause::Suspension],
    };
    reasons.iter().map(|why| (*why, kind.rule())).collect()
}

/// Whether a reason to pause holds.
pub(super) fn is_paused(why: Pause, case: &Case<Round>) -> bool {
    why == Pause::Objection && case.record().open_objections().next().is_some()
}

/// The notice ended on its last day, whenever the panel votes.
pub(super) fn stopped_on(
    case: &Case<Round>,
    clock: ClockKind,
    on: NaiveDate,
    context: &Context<'_, Round>,
) -> NaiveDate {
    let notice = (clock == ClockKind::Publicity)
        .then(|| case.end_of(clock, context))
        .flatten();
    notice.map_or(on, |(last_day, _)| last_day.min(on))
}
