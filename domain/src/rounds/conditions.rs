//! What has to hold for the steps of a round, besides what the engine asks for.

mod candidates;
mod decided;
mod notice;

use super::{Act, Eligibility, Round, State};
use crate::{
    calendar::CalendarError,
    procedure::{Answer, Case, Context, conditions},
    receipts::{Proposal, RuleId, text},
};

conditions! {
    /// A condition of a step of a round. Its text says what has to hold.
    Condition {
        NotImmediate = "not_immediate", OfCase, Some(RuleId::TierForm),
            "即时表扬不发推荐通知，直接启动", "An immediate commendation has no call; it is opened at once.";
        FormFits = "form_fits", OfCase, Some(RuleId::TierForm),
            "表扬形式须为本市采用的形式，联合表扬须有足够的单位", "The form is in use, and a joint commendation has enough bodies.";
        AuthorityFits = "authority_fits", OfCase, Some(RuleId::TierAuthority),
            "称号须由有权的单位授予，共同授予的单位齐全，且不高于主办单位的级别", "The titles are for the bodies named to grant, none that grants with them is missing, and no title is above the level of the organiser.";
        QuotaOpen = "quota_open", OfCase, Some(RuleId::TierQuota),
            "表彰项目须有批准文号，且本年名额未用完", "A state award has its approval number, and the year's projects are not used up.";
        NameFits = "name_fits", OfCase, Some(RuleId::TierName),
            "批次名称须符合规定", "The name of the round is in order.";
        CallComplete = "call_complete", OfCase, None,
            "须已定称号和名额，截止日期须在今天之后", "Titles with their places are given, and the deadline lies after today.";
        NominationsClosed = "nominations_closed", OfCase, None,
            "推荐截止日期须已过", "The deadline for nominations is over.";
        AllAccepted = "all_accepted", OfCase, Some(RuleId::TierSecret),
            "拟表扬对象（或者近亲属）须均已接受表扬", "Every candidate, or the next of kin, has accepted.";
        PublicityDone = "publicity_done", OfCase, Some(RuleId::Publicity),
            "公示期须已届满，或者已决定不予公示", "The time of the notice is over, or it was left out.";
        NoOpenObjection = "no_open_objection", OfCase, Some(RuleId::Publicity),
            "异议须已全部处理", "Every objection has been resolved.";
        Balloted = "balloted", OfCase, Some(RuleId::ReviewPanel),
            "须已登记对现有候选名单的表决", "The panel has voted on the candidates as they are now.";
        CallSkipReasoned = "call_skip_reasoned", OfInput, Some(RuleId::TierForm),
            "即时表扬不发推荐通知；其他形式不发推荐通知的，须说明理由", "An immediate commendation needs no call; any other form without one is reasoned.";
        DeviationReasoned = "deviation_reasoned", OfInput, None,
            "规则未建议同意的，须说明理由", "What the rules do not propose is reasoned.";
        OrderComplete = "order_complete", OfInput, None,
            "每项推荐须且只能排序或者注明不列入一次", "Every nomination that entered has its place in the order, or is left out, and only once.";
        WaiverReason = "waiver_reason", OfInput, Some(RuleId::PublicitySkip),
            "不予公示的理由须为政策所列；即时表扬不须理由", "The notice is left out for a reason that policy lists; an immediate commendation needs none.";
        NoticeStands = "notice_stands", OfInput, Some(RuleId::Publicity),
            "异议须在公示期内收到", "The objection was received while the notice was published.";
        ObjectionNew = "objection_new", OfInput, None,
            "异议编号不得重复", "No other objection of the round has this id.";
        ObjectionOpen = "objection_open", OfInput, Some(RuleId::Publicity),
            "异议须尚未处理", "The objection has not been resolved.";
        BallotsAddUp = "ballots_add_up", OfInput, Some(RuleId::ReviewPanel),
            "发出票数不超过到会人数，有效票与无效票之和等于收回票数，赞成、反对、弃权之和等于有效票数",
            "No more ballots are given than members present; valid and void add up to those given; in favour, against and abstained to the valid ones.";
        QuorumReached = "quorum_reached", OfInput, Some(RuleId::ReviewPanel),
            "到会人数须达到规定比例", "Enough members are present.";
        BallotsComplete = "ballots_complete", OfInput, Some(RuleId::ReviewPanel),
            "每名候选对象须且只能有一组票数", "Every candidate has its ballots, once, and nobody else.";
        ResolvedFromCandidates = "resolved_from_candidates", OfInput, None,
            "决议所列须为候选对象，各一次，称号须为本批次所列", "The resolution names candidates, each once, and titles of the call.";
        DepartureReasoned = "departure_reasoned", OfInput, Some(RuleId::TierCriteria),
            "与表决结果或者推荐称号不一致的，须说明理由", "A resolution that departs from the ballots or from the title asked for is reasoned.";
        TitlesOnce = "titles_once", OfInput, Some(RuleId::TierOnce),
            "同一事迹的同一对象不得重复授予同一称号", "Nobody gets one title twice for one deed.";
        PlacesKept = "places_kept", OfInput, None,
            "超出称号名额或者单位名额的，须说明理由", "Places of titles and units are kept, or it is reasoned why not.";
        BodiesSigned = "bodies_signed", OfInput, Some(RuleId::TierAuthority),
            "本服务以外的联合单位须各有其签署文书", "Each body that has no officers here has signed by a paper of its own.";
        RecipientsComplete = "recipients_complete", OfInput, None,
            "受表扬对象须且只能在颁授顺序或者缺席名单中出现一次", "Everybody who is honoured receives in the order or is absent, and nobody else.";
        CeremonyDay = "ceremony_day", OfInput, None,
            "颁授之日不得早于决定之日", "The day of the ceremony does not lie before the decision.";
        CorrectionFits = "correction_fits", OfInput, None,
            "更名、移除的须在附件之中，增列的须为已推荐而不在附件之中的，且至少有一项",
            "Who is renamed or removed stands in the annex, who is added was nominated and does not, and there is something to correct.";
        AllConferred = "all_conferred", OfInput, None,
            "每项表扬须已颁授，或者说明未颁授的理由", "Every award was conferred, or it is said why not.";
    }
}

pub(super) fn holds(
    condition: Condition,
    case: &Case<Round>,
    act: Option<&Act>,
    context: &Context<'_, Round>,
) -> Result<Answer, CalendarError> {
    use Condition as If;
    let record = case.record();
    let call = &record.call;
    let rules = context.rules.as_ref();
    Ok(match condition {
        If::CallSkipReasoned => match act {
            Some(Act::Opening { reason }) => (call.is_immediate() || reason.is_some()).into(),
            _ => Answer::Unmet,
        },
        If::NotImmediate => (!call.is_immediate()).into(),
        If::FormFits => rules
            .is_some_and(|rules| rules.satisfied.contains(RuleId::TierForm))
            .into(),
        If::AuthorityFits => {
            let complete = rules.is_some_and(|rules| !rules.lacks_body);
            (complete && is_not_refused(rules, RuleId::TierAuthority)).into()
        }
        If::QuotaOpen => {
            let numbered = rules.is_some_and(|rules| !rules.lacks_number);
            (numbered && is_not_refused(rules, RuleId::TierQuota)).into()
        }
        If::NameFits => is_not_refused(rules, RuleId::TierName).into(),
        If::CallComplete => {
            let open = call.closes_on.is_some_and(|last| last > context.today);
            (!call.titles.is_empty() && open).into()
        }
        If::NominationsClosed => notice::nominations_closed(case, context),
        If::AllAccepted => candidates::all_accepted(record),
        If::PublicityDone => notice::publicity_done(case, context)?,
        If::NoOpenObjection => notice::no_open_objection(record),
        If::Balloted => candidates::is_balloted(case).into(),
        If::DeviationReasoned => deviation_reasoned(act, context),
        If::OrderComplete => candidates::order_complete(act).into(),
        If::WaiverReason => notice::waiver_reason(act, call, context).into(),
        If::NoticeStands => notice::notice_stands(act, case, context)?,
        If::ObjectionNew => match act {
            Some(Act::CandidateObjection { id, .. }) => {
                (!record.objections().any(|known| known.id == *id)).into()
            }
            _ => Answer::Unmet,
        },
        If::ObjectionOpen => match act {
            Some(
                Act::CandidateObjectionRejection { id, .. }
                | Act::CandidateObjectionUpholding { id, .. },
            ) => record.open_objections().any(|open| open.id == *id).into(),
            _ => Answer::Unmet,
        },
        If::BallotsAddUp => match act {
            Some(Act::Ballots { session, .. }) => session.adds_up().into(),
            _ => Answer::Unmet,
        },
        If::QuorumReached => match act {
            Some(Act::Ballots { session, .. }) => session.has_quorum(terms(context)).into(),
            _ => Answer::Unmet,
        },
        If::BallotsComplete => candidates::ballots_complete(act, record).into(),
        If::ResolvedFromCandidates => candidates::resolved_from_candidates(act, record).into(),
        If::DepartureReasoned => candidates::departure_reasoned(act, record, terms(context)),
        If::TitlesOnce => decided::titles_once(act, record).into(),
        If::PlacesKept => decided::places_kept(act, record),
        If::BodiesSigned => decided::bodies_signed(act, case, context),
        If::RecipientsComplete => match act {
            Some(Act::Ceremony { plan, .. }) => plan.names_exactly(&record.honoured()).into(),
            _ => Answer::Unmet,
        },
        If::CeremonyDay => match act {
            Some(Act::Ceremony { plan, .. }) => {
                let decided = case.decisions().first();
                decided.is_some_and(|decided| decided.on <= plan.on).into()
            }
            _ => Answer::Unmet,
        },
        If::CorrectionFits => decided::correction_fits(act, record).into(),
        If::AllConferred => decided::all_conferred(act, record),
    })
}

fn terms<'a>(context: &Context<'a, Round>) -> &'a crate::policy::RoundTerms {
    &context.policy.terms().honours.round
}

/// Whether a rule found nothing that forbids it; what it cannot tell is reasoned.
fn is_not_refused(rules: Option<&Eligibility>, rule: RuleId) -> bool {
    rules.is_some_and(|rules| !rules.refused.contains(rule))
}

/// Anyone who goes on where the rules propose to look closer says why.
fn deviation_reasoned(act: Option<&Act>, context: &Context<'_, Round>) -> Answer {
    let reason = match act {
        Some(Act::Call { reason, .. } | Act::Opening { reason } | Act::Decision { reason, .. }) => {
            reason.is_some()
        }
        _ => return Answer::Unmet,
    };
    match context.rules.map(|rules| rules.proposal) {
        Some(Proposal::Review | Proposal::Refuse) if !reason => Answer::Because(text!(
            "规则建议人工核查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )),
        Some(Proposal::Approve | Proposal::Review | Proposal::Refuse) | None => Answer::Met,
    }
}

impl Case<Round> {
    /// Whether no notice is asked for: it was left out after the last first review.
    pub(super) fn notice_is_waived(&self) -> bool {
        use super::Step;
        self.state() != State::InPublication
            && self.is_newer(
                Step::CandidateNoticeWaiver,
                &[Step::CandidateNotice, Step::CandidateList],
            )
    }
}
