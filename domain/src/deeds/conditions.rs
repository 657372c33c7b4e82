//! What has to hold for the steps of the confirmation of deeds, besides what the engine asks for.

pub(super) mod opinion;
pub(super) mod panel;
mod reconfirmation;

use super::{Act, ClockKind, Deed};
use crate::{
    calendar::CalendarError,
    policy::AuthorityLevel,
    procedure::{Answer, Case, Change, Context, conditions},
    receipts::{RuleId, text},
};

conditions! {
    /// A condition of a step. Its text says what has to hold.
    Condition {
        SupplementNotAsked = "supplement_not_asked", OfCase, Some(RuleId::Intake),
            "补正材料须一次性告知，不得再次要求", "What is missing is asked for once, and has not been asked for yet.";
        SupplementOpen = "supplement_open", OfCase, Some(RuleId::Supplement),
            "须有尚未答复的补正告知", "A supplement request is waiting for an answer.";
        EligibilityKnown = "eligibility_known", OfCase, None,
            "须已对该行为人作出规则评估", "The rules of eligibility have been applied to this actor.";
        EvidenceMinimum = "evidence_minimum", OfCase, Some(RuleId::EvidenceMin),
            "须有公安、民政证明，或者足够数量的不同种类已核实证据", "There is proof by public security or civil affairs, or enough verified evidence of different kinds.";
        NotReferred = "not_referred", OfCase, Some(RuleId::ReviewPanel),
            "案件尚未提请评审", "The case has not been sent to the panel yet.";
        PanelHeld = "panel_held", OfCase, Some(RuleId::ReviewPanel),
            "疑难或者有争议的，须先经评审", "The panel has reviewed a case that needs one.";
        PanelAgreed = "panel_agreed", OfCase, Some(RuleId::ReviewPanel),
            "疑难或者有争议的，须经评审通过", "The panel has agreed in a case that needs one.";
        ExtensionProvided = "extension_provided", OfCase, Some(RuleId::OpinionDeadline),
            "规则须允许延长期限", "The rules provide for an extension.";
        ExtensionUnused = "extension_unused", OfCase, Some(RuleId::OpinionDeadline),
            "期限只能延长一次", "The time has not been extended before.";
        OpinionInTime = "opinion_in_time", OfCase, Some(RuleId::OpinionDeadline),
            "期限届满前方可延长", "The time for the opinion is not over.";
        FirstInstance = "first_instance", OfCase, Some(RuleId::ReconfirmDecide),
            "案件须在初次确认程序中", "The case is not in the hands of the next level.";
        AtNextLevel = "at_next_level", OfCase, Some(RuleId::ReconfirmDecide),
            "案件须在复核程序中", "The case is in the hands of the next level.";
        OpinionFell = "opinion_fell", OfCase, None,
            "规则须不再建议确认，或者评审未通过", "The rules no longer propose confirmation, or the panel has not agreed.";
        NotWaived = "not_waived", OfCase, Some(RuleId::PublicitySkip),
            "未决定不予公示", "It has not been decided to leave the notice out.";
        PublicityDone = "publicity_done", OfCase, Some(RuleId::Publicity),
            "公示期须已届满，或者已依规决定不予公示", "The notice period is over, or publication was waived by decision.";
        NoOpenObjection = "no_open_objection", OfCase, Some(RuleId::Publicity),
            "异议须已全部处理", "Every objection has been resolved.";
        OpinionStands = "opinion_stands", OfCase, None,
            "拟确认意见作出后规则不再建议确认的，须重新作出意见并说明理由", "Where the rules no longer propose confirmation, the opinion is formed again and says why.";
        IdentityDiffers = "identity_differs", OfCase, None,
            "公示或者证书所载身份信息须在其后有更正", "Whom the notice or the certificate names was corrected since.";
        IdentityAgrees = "identity_agrees", OfCase, None,
            "公示后更正身份信息的，须重新公示，或者说明系同一人", "Where whom the notice names was corrected since, it is published again, or it is stated that it is the same person.";
        PriorNoticeNotGiven = "prior_notice_not_given", OfCase, Some(RuleId::HearingBeforeRefusal),
            "尚未告知陈述申辩", "The party has not been notified of the intended refusal yet.";
        PriorNoticeGiven = "prior_notice_given", OfCase, Some(RuleId::HearingBeforeRefusal),
            "不予确认前须告知事实、理由和陈述申辩的权利", "The party has been notified of the facts, the reasons and its right to state its case.";
        PriorNoticeOpen = "prior_notice_open", OfCase, Some(RuleId::HearingBeforeRefusal),
            "须有尚未答复的陈述申辩告知", "The party was notified and has not answered yet.";
        DefenceHeard = "defence_heard", OfCase, Some(RuleId::HearingBeforeRefusal),
            "当事人须已陈述申辩或者放弃，或者期限已届满", "The party has stated its case or waived it, or its time is over.";
        NextLevel = "next_level", OfCase, Some(RuleId::ReconfirmWindow),
            "须有上一级机关", "There is a level above the body that refused.";
        NextLevelOutside = "next_level_outside", OfCase, Some(RuleId::ReconfirmDecide),
            "上级机关不使用本服务，其决定由初次确认单位登记", "The level above does not work with this service, so that the body of first instance records what it decides.";
        LiesElsewhere = "lies_elsewhere", OfCase, Some(RuleId::OutPlace),
            "行为须发生在本市以外", "The deed was done outside the city.";
        ReopeningLeft = "reopening_left", OfCase, Some(RuleId::Restore),
            "重新启动的次数须未用完", "The case may still be reopened.";
        EvidenceNew = "evidence_new", OfInput, None,
            "证据编号不得重复", "No other evidence of the case has this id.";
        EvidenceOpen = "evidence_open", OfInput, Some(RuleId::EvidenceMin),
            "证据须属于本案且尚未核实", "The evidence belongs to the case and has not been verified.";
        PanelComposition = "panel_composition", OfInput, Some(RuleId::ReviewPanel),
            "评审人员的人数和构成须符合规定", "The panel has enough members, and all kinds that it needs.";
        PanelQuorum = "panel_quorum", OfInput, Some(RuleId::ReviewPanel),
            "到会人数须达到规定比例", "Enough members are present.";
        PanelVotes = "panel_votes", OfInput, Some(RuleId::ReviewPanel),
            "赞成票不得多于到会人数", "There are not more votes in favour than members present.";
        PanelImpartial = "panel_impartial", OfInput, Some(RuleId::Recusal),
            "评审人员不得重复，且不得是应当回避的人员", "No member is listed twice or recused from the case.";
        DeviationReasoned = "deviation_reasoned", OfInput, None,
            "规则未建议确认而拟确认的，须说明理由", "An intended confirmation that the rules do not propose says why.";
        WaiverReason = "waiver_reason", OfInput, Some(RuleId::PublicitySkip),
            "不予公示的理由须符合规定和行为人的情况", "The reason for leaving the notice out is one that the policy knows and that fits the actor.";
        NoticeStands = "notice_stands", OfInput, Some(RuleId::Publicity),
            "异议须在公示期内收到；公示期满后的情况，可以作为线索提出",
            "The objection was received while the notice was published; what becomes known after its end may be filed as a clue.";
        ReceivedInTime = "received_in_time", OfInput, None,
            "案件已经进入后续环节的，只补录在期限内收到的材料；请提出新的证据或者救济",
            "Once the case has gone on, only what was received in time is entered; anything else is new evidence or a remedy.";
        PanelOnce = "panel_once", OfInput, Some(RuleId::ReviewPanel),
            "已经评审的，有新的事实并说明后方可再次评审", "A case that the panel has reviewed is reviewed again only because of new facts, which are named.";
        ObjectionNew = "objection_new", OfInput, None,
            "异议编号不得重复", "No other objection of the case has this id.";
        ObjectionOpen = "objection_open", OfInput, Some(RuleId::Publicity),
            "异议须属于本次公示且尚未处理", "The objection belongs to this notice and has not been resolved.";
        RefusalAgrees = "refusal_agrees", OfInput, Some(RuleId::Refuse),
            "不予确认的理由须与凭据一致；凭据中该项规则未发现问题的，须先更正事实，或者由两名经办人签署并说明不采信的理由",
            "The reason agrees with the newest receipt; where its rule finds nothing against the case, the facts are corrected first, or two officers sign why the receipt is not followed.";
        PartyInTime = "party_in_time", OfInput, Some(RuleId::ReconfirmWindow),
            "复核申请须在该当事人收到决定后的期限内提出", "The request came within the time that runs from the delivery to this party.";
    }
}

#[expect(clippy::too_many_lines, reason = "one short arm for each condition")]
pub(super) fn holds(
    condition: Condition,
    case: &Case<Deed>,
    act: Option<&Act>,
    context: &Context<'_, Deed>,
) -> Result<Answer, CalendarError> {
    let policy = &context.policy.terms().deeds;
    let record = case.record();
    Ok(match condition {
        Condition::SupplementNotAsked => record.supplement_request().is_none().into(),
        Condition::SupplementOpen => record
            .supplement_request()
            .is_some_and(|request| request.answered_on.is_none())
            .into(),
        Condition::EligibilityKnown => context.rules.is_some().into(),
        Condition::EvidenceMinimum => policy.evidence.suffices(&record.verified_kinds()).into(),
        Condition::NotReferred => record.panel_referral.is_none().into(),
        Condition::PanelHeld => panel::held(case, context).into(),
        Condition::PanelAgreed => panel::agreed(case, context).into(),
        Condition::ExtensionProvided => (policy.assessment.opinion_extension_days > 0).into(),
        Condition::ExtensionUnused => (!was_extended(case)).into(),
        Condition::OpinionInTime => (!is_over(case, ClockKind::Opinion, context)?).into(),
        Condition::FirstInstance => case.next_level.is_none().into(),
        Condition::AtNextLevel => case.next_level.is_some().into(),
        Condition::OpinionFell => (!opinion::stands(case, context) || panel::refused(case)).into(),
        Condition::NotWaived => (!opinion::is_waived(case)).into(),
        Condition::PublicityDone => opinion::publicity_done(case, context)?,
        Condition::NoOpenObjection => opinion::no_open_objection(case),
        Condition::OpinionStands => opinion::stands(case, context).into(),
        Condition::IdentityDiffers => case.identity_differs().into(),
        Condition::IdentityAgrees => (!case.identity_differs()).into(),
        Condition::PriorNoticeNotGiven => opinion::awaits_prior_notice(case).into(),
        Condition::PriorNoticeGiven => opinion::prior_notice(case).is_some().into(),
        Condition::PriorNoticeOpen => opinion::notice_to_answer(case)
            .is_some_and(|prior_notice| prior_notice.reply.is_none())
            .into(),
        Condition::DefenceHeard => opinion::defence_heard(case, context)?,
        Condition::NextLevel => case.holder().next_higher(context.regions).is_some().into(),
        Condition::NextLevelOutside => (case.holder().level > AuthorityLevel::Municipal).into(),
        Condition::LiesElsewhere => lies_elsewhere(context).into(),
        Condition::ReopeningLeft => reopening_left(case, policy.aftermath.restorations),
        Condition::EvidenceNew => match act {
            Some(Act::Evidence { id, .. }) => {
                (!record.evidence.iter().any(|item| item.id == *id)).into()
            }
            _ => Answer::Unmet,
        },
        Condition::EvidenceOpen => match act {
            Some(Act::EvidenceVerification { id, .. }) => record
                .evidence
                .iter()
                .any(|item| item.id == *id && item.verified.is_none())
                .into(),
            _ => Answer::Unmet,
        },
        Condition::PanelComposition => match act {
            Some(Act::PanelReview { members, .. }) => panel::composition(members, &policy.panel),
            _ => Answer::Unmet,
        },
        Condition::PanelQuorum => match act {
            Some(Act::PanelReview { members, .. }) => {
                let (present, all) = panel::attendance(members);
                policy.panel.quorum.is_reached(present, all).into()
            }
            _ => Answer::Unmet,
        },
        Condition::PanelVotes => match act {
            Some(Act::PanelReview {
                members, in_favour, ..
            }) => (*in_favour <= panel::attendance(members).0).into(),
            _ => Answer::Unmet,
        },
        Condition::PanelImpartial => match act {
            Some(Act::PanelReview { members, .. }) => panel::impartial(case, members).into(),
            _ => Answer::Unmet,
        },
        Condition::DeviationReasoned => match act {
            Some(Act::PositiveAssessment { reason }) => {
                opinion::deviation_reasoned(reason.is_some(), context)
            }
            _ => Answer::Unmet,
        },
        Condition::WaiverReason => match act {
            Some(Act::PublicationWaiver { reason, .. }) => opinion::waiver_reason(*reason, context),
            _ => Answer::Unmet,
        },
        Condition::NoticeStands => match act {
            Some(Act::Objection { received, .. }) => {
                let notice = case.clock(ClockKind::Publicity);
                let over = notice.map_or(Ok(true), |clock| {
                    clock.is_over(received.on, context.calendar)
                })?;
                (!over).into()
            }
            _ => Answer::Unmet,
        },
        Condition::ReceivedInTime => received_in_time(act, case, context)?,
        Condition::PanelOnce => match act {
            Some(Act::PanelReview { new_facts, .. }) => {
                (new_facts.is_some() || !panel::reviewed(case)).into()
            }
            _ => Answer::Unmet,
        },
        Condition::ObjectionNew => match act {
            Some(Act::Objection { id, .. }) => {
                (!record.objections().any(|objection| objection.id == *id)).into()
            }
            _ => Answer::Unmet,
        },
        Condition::ObjectionOpen => match act {
            Some(Act::ObjectionRejection { id, .. } | Act::ObjectionUpholding { id, .. }) => record
                .open_objections()
                .any(|objection| objection.id == *id)
                .into(),
            _ => Answer::Unmet,
        },
        Condition::RefusalAgrees => refusal_agrees(act, context),
        Condition::PartyInTime => match act {
            Some(Act::ReconfirmationRequest {
                party, received, ..
            }) => reconfirmation::in_time(case, *party, received.on, context)?,
            _ => Answer::Unmet,
        },
    })
}

fn received_in_time(
    act: Option<&Act>,
    case: &Case<Deed>,
    context: &Context<'_, Deed>,
) -> Result<Answer, CalendarError> {
    let (clock, received) = match act {
        Some(Act::Supplement { received }) => (ClockKind::SupplementAnswer, received),
        Some(Act::DefenceStatement { received, .. }) => (ClockKind::DefenceAnswer, received),
        _ => return Ok(Answer::Unmet),
    };
    received.came_within(case.clock(clock), context.calendar)
}

fn refusal_agrees(act: Option<&Act>, context: &Context<'_, Deed>) -> Answer {
    match act {
        Some(Act::Refusal { refusal, .. } | Act::ReconfirmationRefusal { refusal, .. }) => {
            let satisfied = context.rules.map(|rules| rules.satisfied);
            let proposal = context.rules.map(|rules| rules.proposal);
            refusal.agrees(refusal.code.rule(), satisfied.unwrap_or_default(), proposal)
        }
        _ => Answer::Unmet,
    }
}

fn is_over(
    case: &Case<Deed>,
    kind: ClockKind,
    context: &Context<'_, Deed>,
) -> Result<bool, CalendarError> {
    case.clock(kind).map_or(Ok(false), |clock| {
        clock.is_over(context.today, context.calendar)
    })
}

fn was_extended(case: &Case<Deed>) -> bool {
    case.clock(ClockKind::Opinion).is_some_and(|clock| {
        clock
            .entries()
            .any(|entry| matches!(entry.change, Change::Extend { .. }))
    })
}

fn lies_elsewhere(context: &Context<'_, Deed>) -> bool {
    let city = &context.policy.terms().city.region;
    let place = context.rules.and_then(|rules| rules.place);
    place.is_some_and(|place| place.is_outside(city, context.regions))
}

fn reopening_left(case: &Case<Deed>, most: u32) -> Answer {
    let used = case.record().reopenings.len();
    if u32::try_from(used).is_ok_and(|used| used < most) {
        Answer::Met
    } else {
        Answer::Because(text!(
            "已重新启动 {used} 次，至多 {most} 次。",
            "It was reopened {used} times; at most {most}."
        ))
    }
}
