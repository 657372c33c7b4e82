//! What has to hold for the steps of a studio, besides what the engine asks for.

use super::{Act, ClockKind, Studio, grounds, naming, years};
use crate::{
    calendar::CalendarError,
    procedure::{Answer, Case, Context, conditions},
    receipts::RuleId,
};

conditions! {
    /// A condition of a step of a studio. Its text says what has to hold.
    Condition {
        RulesKnown = "eligibility_known", OfCase, None,
            "须已对该名称作出规则评估", "The rules have been applied to this name.";
        HonourHeld = "honour_held", OfCase, Some(RuleId::StudioLeader),
            "带头人须持有规定级别以上、未被撤销的荣誉", "The leader holds an honour of the level that policy asks for, which was not revoked.";
        ConsentStands = "consent_stands", OfCase, Some(RuleId::StudioLeader),
            "须有本人同意使用姓名的书面材料；已去世的，须有配偶、子女或者父母的", "The leader consented to the use of the name in writing; of somebody who died, spouse, child or parent did.";
        ConsentLacking = "consent_lacking", OfCase, Some(RuleId::StudioWithdraw),
            "同意须已撤回", "The consent was withdrawn.";
        ConsentToWithdraw = "consent_to_withdraw", OfCase, Some(RuleId::StudioWithdraw),
            "须有尚未撤回的同意", "There is a consent that was not withdrawn.";
        ConsentByEntitled = "consent_by_entitled", OfInput, Some(RuleId::StudioLeader),
            "须由有权同意的人作出：在世的为本人，去世的为政策规定的近亲属", "It is said by who may: the leader who lives, or the next of kin that policy names.";
        OneStudio = "one_studio", OfCase, Some(RuleId::StudioLeader),
            "以其命名的工作室须未超过规定个数", "No more studios carry the hero's name than policy allows.";
        NameFits = "name_fits", OfCase, Some(RuleId::StudioName),
            "名称须符合命名规则，并与登记姓名一致", "The name follows the rule and has the registered name.";
        NameFree = "name_free", OfCase, Some(RuleId::StudioName),
            "名称须未被使用", "No other studio has the name.";
        GroupNamed = "group_named", OfCase, Some(RuleId::StudioName),
            "仅用于以群体名称命名的", "It carries the name of a group.";
        GroupApproved = "group_approved", OfCase, Some(RuleId::StudioName),
            "以群体名称命名的，须经市级同意", "The city approved the name of a group.";
        EnoughMembers = "enough_members", OfCase, Some(RuleId::StudioSetup),
            "现有成员须达到规定人数", "There are as many members as policy asks for.";
        SiteVisited = "site_visited", OfCase, Some(RuleId::StudioSetup),
            "须已现场查看，且场所符合要求", "The place was visited, and is as it has to be.";
        DeviationReasoned = "deviation_reasoned", OfInput, None,
            "规则未建议命名而命名的，须说明理由", "A naming that the rules do not propose says why.";
        MemberNew = "member_new", OfInput, Some(RuleId::StudioSetup),
            "该人须尚不是成员", "Nobody who works there already joins.";
        MemberKnown = "member_known", OfInput, Some(RuleId::StudioSetup),
            "须为现有成员，且退出日期不早于加入日期", "Who leaves works there, and leaves not before joining.";
        NoticeOpen = "notice_open", OfCase, Some(RuleId::HearingBeforeRefusal),
            "须有尚未答复的告知", "A prior notice is waiting for an answer.";
        NoticeMissing = "notice_missing", OfCase, Some(RuleId::HearingBeforeRefusal),
            "尚未告知", "No prior notice was given yet.";
        DefenceHeard = "defence_heard", OfCase, Some(RuleId::HearingBeforeRefusal),
            "须已告知，并且已经陈述申辩、放弃或者期限已满", "The party was told, and has answered, waived, or let the time pass.";
        ReceivedInTime = "received_in_time", OfInput, None,
            "案件已经进入后续环节的，只补录在期限内收到的材料",
            "Once the case has gone on, only what was received in time is entered.";
        RefusalGround = "refusal_ground", OfInput, Some(RuleId::StudioName),
            "须为不予命名的理由", "The reason is one for which a name is refused.";
        RefusalAgrees = "refusal_agrees", OfInput, Some(RuleId::Refuse),
            "理由须与告知的一致，并与凭据和案卷一致；不一致的，由两名经办人签署并说明不采信的理由",
            "The reason is the one that was told, and agrees with receipt and file; otherwise two officers sign why these are not followed.";
        WithdrawalGround = "withdrawal_ground", OfInput, Some(RuleId::StudioWithdraw),
            "须有在案的撤销事由：荣誉丧失、撤回同意、依托单位撤销、逾期未整改或者评估结果为撤销",
            "What the name is withdrawn for is on record: the loss of the honour, a withdrawn consent, a closed host, a rectification that failed, or an assessment.";
        HonourGone = "honour_gone", OfCase, Some(RuleId::StudioWithdraw),
            "带头人须已不再持有规定级别以上的荣誉", "The leader holds no honour of the level that policy asks for any more.";
        SignOut = "sign_out", OfCase, Some(RuleId::StudioWithdraw),
            "须曾挂牌，且牌匾尚未收回", "A sign was hung, and was not recovered.";
        ReportNew = "report_new", OfInput, Some(RuleId::StudioRun),
            "该年度须在运行期间、临近或者已经届满，且尚未报告", "The year is one in which the studio ran, ends or has ended, and was not reported.";
        YearToAssess = "year_to_assess", OfInput, Some(RuleId::StudioRun),
            "年度评估须逐年进行，且该年度临近或者已经届满", "Years are assessed one after the other, once they end or have ended.";
        PointsWithin = "points_within", OfInput, Some(RuleId::StudioRun),
            "各项得分不得超过规定分值", "No item has more points than policy gives it.";
        DepartureReasoned = "departure_reasoned", OfInput, Some(RuleId::StudioRun),
            "评估结果与按分值得出的不同的，须说明理由", "A result other than that of the points says why.";
        ReviewDue = "review_due", OfCase, Some(RuleId::StudioRun),
            "须已满规定年限", "The years between reviews have passed.";
        RunShort = "run_short", OfCase, Some(RuleId::StudioRun),
            "须有规定个数的年度未达要求，或者评估、复核结果为整改", "As many years were missed as policy says, or an assessment or review asks for it.";
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each condition, which is the one list of what they ask"
)]
pub(super) fn holds(
    condition: Condition,
    case: &Case<Studio>,
    act: Option<&Act>,
    context: &Context<'_, Studio>,
) -> Result<Answer, CalendarError> {
    let record = case.record();
    let terms = &context.policy.terms().honours.studio;
    Ok(match condition {
        Condition::RulesKnown => context.rules.is_some().into(),
        Condition::HonourHeld => naming::honour_held(context),
        Condition::ConsentStands => naming::consent_stands(case, context),
        Condition::ConsentLacking => record
            .consent()
            .is_some_and(|consent| !consent.given)
            .into(),
        Condition::ConsentToWithdraw => {
            record.consent().is_some_and(|consent| consent.given).into()
        }
        Condition::ConsentByEntitled => match act {
            Some(Act::Consent { by, .. } | Act::ConsentWithdrawal { by, .. }) => {
                naming::is_entitled(*by, context).into()
            }
            _ => Answer::Unmet,
        },
        Condition::OneStudio => naming::one_studio(context),
        Condition::NameFits => context.rules.is_some_and(|rules| rules.fits).into(),
        Condition::NameFree => context
            .rules
            .is_some_and(|rules| rules.taken == Some(false))
            .into(),
        Condition::GroupNamed => record.setup.group.is_some().into(),
        Condition::GroupApproved => {
            let approved = record.group_approvals.last().is_some_and(|one| one.passed);
            (record.setup.group.is_none() || approved).into()
        }
        Condition::EnoughMembers => naming::enough_members(case, context),
        Condition::SiteVisited => naming::is_visited(case).into(),
        Condition::DeviationReasoned => match act {
            Some(Act::Naming { reason, .. }) => {
                naming::deviation_reasoned(reason.is_some(), context)
            }
            _ => Answer::Unmet,
        },
        Condition::MemberNew => match act {
            Some(Act::MemberJoined { member, .. }) => {
                let mut present = record.setup.present();
                (!present.any(|one| one.name == member.name)).into()
            }
            _ => Answer::Unmet,
        },
        Condition::MemberKnown => match act {
            Some(Act::MemberLeft { name, left }) => {
                let mut present = record.setup.present();
                let known = present.find(|one| one.name == *name);
                known.is_some_and(|one| one.joined_on <= left.on).into()
            }
            _ => Answer::Unmet,
        },
        Condition::NoticeOpen => record
            .notice()
            .is_some_and(|notice| notice.told.reply.is_none())
            .into(),
        Condition::NoticeMissing => record.notice().is_none().into(),
        Condition::DefenceHeard => defence_heard(case, context)?,
        Condition::ReceivedInTime => match act {
            Some(Act::DefenceStatement { received, .. }) => {
                received.came_within(case.clock(ClockKind::DefenceAnswer), context.calendar)?
            }
            _ => Answer::Unmet,
        },
        Condition::RefusalGround => match act {
            Some(
                Act::RefusalNotice { code, .. }
                | Act::Refusal {
                    refusal: super::Refusal { code, .. },
                    ..
                },
            ) => (!code.is_of_withdrawal()).into(),
            _ => Answer::Unmet,
        },
        Condition::RefusalAgrees => grounds::refusal_agrees(act, case, context),
        Condition::WithdrawalGround => match act {
            Some(
                Act::WithdrawalNotice { code, .. }
                | Act::NameWithdrawal {
                    refusal: super::Refusal { code, .. },
                    ..
                },
            ) => grounds::is_on_record(*code, case, context)?.into(),
            _ => Answer::Unmet,
        },
        Condition::HonourGone => naming::honour_gone(context).into(),
        Condition::SignOut => {
            (!record.openings.is_empty() && record.sign_recoveries.is_empty()).into()
        }
        Condition::ReportNew => match act {
            Some(Act::YearlyReport { year, received, .. }) => {
                let runs = record
                    .opened_on()
                    .is_some_and(|on| on <= years::end_of(*year));
                let closes = years::closes_on(*year, terms) <= received.on;
                (runs && closes && !case.is_reported(*year)).into()
            }
            _ => Answer::Unmet,
        },
        Condition::YearToAssess => match act {
            Some(Act::Assessment { year, .. }) => {
                let closes = years::closes_on(*year, terms) <= context.today;
                (closes && case.year_to_assess() == Some(*year)).into()
            }
            _ => Answer::Unmet,
        },
        Condition::PointsWithin => match act {
            Some(Act::Assessment { seen, .. }) => seen.is_within(terms).into(),
            _ => Answer::Unmet,
        },
        Condition::DepartureReasoned => grounds::departure_reasoned(act, case, context),
        Condition::ReviewDue => case
            .review_from(terms)
            .is_some_and(|from| from <= context.today)
            .into(),
        Condition::RunShort => grounds::run_short(case, context).into(),
    })
}

fn defence_heard(
    case: &Case<Studio>,
    context: &Context<'_, Studio>,
) -> Result<Answer, CalendarError> {
    let Some(notice) = case.record().notice() else {
        return Ok(Answer::Unmet);
    };
    if notice.told.reply.is_some() {
        return Ok(Answer::Met);
    }
    match case.clock(ClockKind::DefenceAnswer) {
        Some(clock) if clock.is_open() => {
            Ok(clock.is_over(context.today, context.calendar)?.into())
        }
        Some(_) | None => Ok(Answer::Unmet),
    }
}
