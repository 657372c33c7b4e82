//! Whether the sum of an award, and what comes back of it, are right.

use super::super::{
    Act, Commendation, PaidMember, Record,
    money::{self, Recovery},
};
use crate::{
    money::Fen,
    policy::{Harm, Recipient},
    procedure::{Answer, Case, Context},
    receipts::text,
};

/// The sum is that of the table. Where the table has none the document that sets it is named: a sum that is
/// not known is never nothing (TIER-CASH). Another sum than that of the table is reasoned.
pub(super) fn sum_fits(
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &Context<'_, Commendation>,
) -> Answer {
    let Some(Act::PaymentPlan {
        plan,
        basis,
        reason,
        members,
        ..
    }) = act
    else {
        return Answer::Unmet;
    };
    let Some(award) = case.record().award() else {
        return Answer::Unmet;
    };
    if plan.total.is_zero() {
        return Answer::Unmet;
    }
    let weights: Vec<u32> = members.iter().map(|member| member.weight).collect();
    if money::shares(plan.total, &weights).contains(&Fen::ZERO) {
        return Answer::Because(text!(
            "总额不足以分给每名成员。",
            "The sum does not reach for every member."
        ));
    }
    let policy = context.policy;
    let title = policy.title(&award.title);
    let is_group = title.is_some_and(|title| title.recipient == Recipient::Group);
    let dead = members.iter().filter(|member| member.deceased).count();
    let dead = u32::try_from(dead).unwrap_or(u32::MAX);
    let harm: Option<Harm> = context.rules.and_then(|rules| rules.harm);
    let of_table = money::award_sum(&policy.terms().honours, &award.title, harm, None);
    let of_table = of_table.and_then(|sum| sum.with_dead_members(if is_group { dead } else { 0 }));
    match of_table {
        None if basis.is_some() => Answer::Met,
        None => Answer::Because(text!(
            "标准表未载明该称号的奖金，请写明所依据的文件。",
            "The table has no sum for this title: please name the document that sets it."
        )),
        Some(sum) if sum == plan.total || reason.is_some() => Answer::Met,
        Some(sum) => {
            let yuan = sum.yuan();
            Answer::Because(text!(
                "标准表载明的奖金为{yuan}元。",
                "The sum of the table is {yuan} yuan."
            ))
        }
    }
}

/// The parts of the payers make a whole, and every member of the group has its weight.
pub(super) fn payers_add_up(case: &Case<Commendation>, act: Option<&Act>) -> Answer {
    let Some(Act::PaymentPlan { plan, members, .. }) = act else {
        return Answer::Unmet;
    };
    let own = case.record().member;
    if !members.iter().any(|member| member.member == own) {
        return Answer::Unmet;
    }
    match money::payers(plan.total, &plan.payers) {
        Ok(_) => Answer::Met,
        Err(fault) => Answer::Because(crate::error::Coded::fault(&fault).message),
    }
}

/// What a member gets, from each payer, of the one sum for all.
pub(in crate::commendations) fn shares_of(
    plan: &super::super::PaymentPlan,
    members: &[PaidMember],
    own: u32,
) -> Vec<(crate::text::Line<100>, Fen)> {
    let weights: Vec<u32> = members.iter().map(|member| member.weight).collect();
    let shares = money::shares(plan.total, &weights);
    let Ok(matrix) = money::matrix(&shares, &plan.payers) else {
        return Vec::new();
    };
    let place = members.iter().position(|member| member.member == own);
    let row = place.and_then(|place| matrix.rows.get(place));
    let payers = matrix.payers.into_iter().map(|payer| payer.name);
    payers.zip(row.into_iter().flatten().copied()).collect()
}

pub(super) fn within_balance(record: &Record, act: Option<&Act>) -> Answer {
    let (payer, fen) = match act {
        Some(Act::Repayment { payer, fen, .. } | Act::WriteOff { payer, fen, .. }) => (payer, *fen),
        _ => return Answer::Unmet,
    };
    let mut theirs = record.recoveries.iter().filter(|one| one.payer() == payer);
    let open = theirs.next().map_or(Fen::ZERO, Recovery::open);
    (!fen.is_zero() && fen <= open).into()
}
