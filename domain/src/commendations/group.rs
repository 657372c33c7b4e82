use super::{
    ConfirmationStatus, GroupFacts, MemberFacts,
    case::Case,
    money::{AwardSum, award_sum},
};
use crate::{
    money::Fen,
    policy::{Harm, Recipient, TitleId},
    receipts::{FactValue, Finding, RuleId, Verdict, verdict},
};

/// The group that an award is for, or what the rules say where it is for none, or nobody said for whom.
fn group<'a>(case: &Case<'a>) -> Result<&'a GroupFacts, Verdict> {
    if case.facts.recipient == Recipient::Individual {
        return Err(verdict!(not_applicable AwardToOne,
            "授予个人，不涉及群体规则。",
            "The award is for one person; nothing is asked of a group."));
    }
    let award = case.facts.award.as_ref();
    let stated = award.and_then(|award| award.group.as_ref());
    stated.ok_or_else(|| {
        verdict!(unknown MembersNotStated,
            "未说明群体成员，请补充。",
            "The members of the group are not stated. Please add them.")
    })
}

fn is_confirmed(member: &MemberFacts) -> bool {
    matches!(
        member.standing,
        Some(ConfirmationStatus::Confirmed | ConfirmationStatus::RecognisedOutOfCity)
    )
}

/// Those who are not refused and do not decline. One who falls out does not hold up the rest.
fn remaining(group: &GroupFacts) -> impl Iterator<Item = &MemberFacts> {
    group.members.iter().filter(|member| {
        member.standing != Some(ConfirmationStatus::NotConfirmed) && member.accepted != Some(false)
    })
}

/// How many; a list is never longer than a `u32` holds.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// GROUP-MIN: members of one incident, each confirmed by himself.
pub(super) fn group_min(case: &Case<'_>) -> Finding {
    let least = case.policy.terms().honours.group.minimum_members;
    let verdict = match group(case) {
        Err(verdict) => verdict,
        Ok(group) => {
            let confirmed = number(remaining(group).filter(|one| is_confirmed(one)).count());
            let possible = number(remaining(group).count());
            of_members(group, confirmed, possible, least)
                .fact("one_incident", group.one_incident)
                .fact("members", number(group.members.len()))
                .fact("confirmed_members", confirmed)
        }
    };
    verdict
        .fact("minimum_members", least)
        .conclude(RuleId::GroupMin, case.law())
}

fn of_members(group: &GroupFacts, confirmed: u32, possible: u32, least: u32) -> Verdict {
    match group.one_incident {
        Some(false) => verdict!(not_met SeveralIncidents,
            "各成员的行为不是同一事件，应分别申报。",
            "The members did not act in one incident; each is nominated by himself."),
        _ if possible < least => verdict!(not_met GroupTooSmall,
            "群体至少{least}人且各自已经确认，目前至多{possible}人。",
            "A group has at least {least} members, each confirmed; here at most: {possible}."),
        None => verdict!(unknown IncidentNotStated,
            "未说明各成员是否为同一事件，请补充。",
            "Whether the members acted in one incident is not stated. Please add it."),
        Some(true) if confirmed < possible => verdict!(unknown MembersNotConfirmed,
            "{possible}名成员中已确认{confirmed}人，其余确认与否尚未说明。",
            "Members confirmed: {confirmed} of {possible}; of the others it is not stated."),
        Some(true) => verdict!(met GroupConfirmed,
            "同一事件，{confirmed}名成员均已各自确认。",
            "One incident; members confirmed, each by himself: {confirmed}."),
    }
}

/// GROUP-HONOUR: the group's award is one, its sum is one, and the shares are exactly the sum.
pub(super) fn group_honour(case: &Case<'_>) -> Finding {
    let verdict = match group(case) {
        Err(verdict) => verdict,
        Ok(group) => {
            let shares: Vec<Option<Fen>> = remaining(group).map(|member| member.share).collect();
            let stated = shares.iter().copied().collect::<Option<Vec<Fen>>>();
            of_shares(group.sum, stated.as_deref())
                .fact("sum", group.sum)
                .fact("shares", FactValue::from(shares))
        }
    };
    verdict.conclude(RuleId::GroupHonour, case.law())
}

fn of_shares(sum: Option<Fen>, shares: Option<&[Fen]>) -> Verdict {
    let Some(sum) = sum else {
        return verdict!(not_applicable PendingTable,
            "群体奖金尚未确定；群体荣誉与成员个人记录分别保存。",
            "The sum for the group is not known yet; the honour of the group and the records of its members are kept apart.");
    };
    let yuan = sum.yuan();
    let Some(shares) = shares else {
        return verdict!(unknown SharesNotStated,
            "群体奖金共{yuan}元，各成员份额尚未填全。",
            "The group has {yuan} yuan together; the share of each member is not stated yet.");
    };
    if Fen::total(shares.iter().copied()) == Some(sum) {
        verdict!(met SharesAddUp,
            "群体奖金共{yuan}元，各成员份额合计相符。",
            "The group has {yuan} yuan together, and the shares of its members are exactly that.")
    } else {
        verdict!(not_met SharesDoNotAddUp,
            "群体奖金共{yuan}元，各成员份额合计不符。",
            "The group has {yuan} yuan together, and the shares of its members are not that.")
    }
}

/// GROUP-DEAD: what each dead member adds to the sum.
pub(super) fn group_dead(case: &Case<'_>) -> Finding {
    let verdict = match group(case) {
        Err(verdict) => verdict,
        Ok(group) => {
            let members: Vec<&MemberFacts> = remaining(group).collect();
            let dead = members.iter().filter(|one| one.harm == Some(Harm::Died));
            let dead = number(dead.count());
            let unknown = members.iter().any(|one| one.harm.is_none());
            let extra = extra(case);
            of_dead(dead, unknown, extra)
                .fact("dead_members", dead)
                .fact("for_each_dead_member", extra)
        }
    };
    verdict.conclude(RuleId::GroupDead, case.law())
}

fn of_dead(dead: u32, unknown: bool, extra: Option<Fen>) -> Verdict {
    match (dead, extra) {
        _ if unknown => verdict!(unknown MembersHarmNotStated,
            "有成员的伤亡情况未说明，请补充。",
            "The harm to a member is not stated. Please add it."),
        (0, _) => verdict!(not_applicable NoMemberDied,
            "没有成员牺牲，不涉及增发。",
            "No member died, so nothing is added."),
        (dead, Some(each)) => {
            let each = each.yuan();
            verdict!(met ExtraForTheDead,
                "牺牲成员{dead}人，每人增发{each}元。",
                "Members who died: {dead}; {each} yuan are added for each.")
        }
        (dead, None) => verdict!(unknown PendingTable,
            "牺牲成员{dead}人，增发标准尚未载入。",
            "Members who died: {dead}; what is added for each is not loaded yet."),
    }
}

fn extra(case: &Case<'_>) -> Option<Fen> {
    let title = case.requested_title()?;
    sum_of(case, &title.id)?.for_each_dead_member
}

/// What the table says of a title in this case.
pub(super) fn sum_of(case: &Case<'_>, title: &TitleId) -> Option<AwardSum> {
    let award = case.facts.award.as_ref();
    let class = award.and_then(|award| award.class);
    // A group has one sum, whatever happened to one of it.
    let harm = match case.facts.recipient {
        Recipient::Individual => case.facts.harm,
        Recipient::Group => None,
    };
    award_sum(&case.policy.terms().honours, title, harm, class)
}
