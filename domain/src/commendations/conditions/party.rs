//! What the nominee, the next of kin and a party that is heard have to do with a step.

use super::super::{Act, ClockKind, Commendation, Record, RefusalCode};
use crate::{
    calendar::CalendarError,
    out_of_city::Kinship,
    procedure::{Answer, Case, Context},
    receipts::text,
};

/// Whether the next of kin who agree are of one rank (Civil Code article 1127).
pub(super) fn of_one_rank(act: Option<&Act>) -> Answer {
    let Some(Act::KinAgreement { agreement }) = act else {
        return Answer::Unmet;
    };
    let first = |kinship: Kinship| match kinship {
        Kinship::Spouse | Kinship::Child | Kinship::Parent => true,
        Kinship::Sibling | Kinship::Grandparent | Kinship::Grandchild => false,
    };
    let mut ranks = agreement.kin.iter().map(|kin| first(kin.kinship));
    let Some(rank) = ranks.next() else {
        return Answer::Unmet;
    };
    ranks.all(|other| other == rank).into()
}

pub(super) fn recipient_agreed(case: &Case<Commendation>, act: Option<&Act>) -> Answer {
    let Some(Act::Conferral { conferral, .. }) = act else {
        return Answer::Unmet;
    };
    let record = case.record();
    let agreement = record.kin_agreements.last();
    match agreement.filter(|_| record.deceased == Some(true)) {
        Some(agreement) => (agreement.recipient == conferral.recipient).into(),
        None => Answer::Met,
    }
}

/// The title on the certificate is 追授 if and only if the person had died, and its name is that of the file.
pub(super) fn certificate_true(case: &Case<Commendation>) -> Answer {
    (!case.identity_differs()).into()
}

pub(super) fn notice_open(record: &Record) -> Answer {
    record
        .notice()
        .is_some_and(|notice| notice.reply.is_none())
        .into()
}

pub(super) fn received_in_time(
    act: Option<&Act>,
    case: &Case<Commendation>,
    context: &Context<'_, Commendation>,
) -> Result<Answer, CalendarError> {
    match act {
        Some(Act::DefenceStatement { received, .. }) => {
            received.came_within(case.clock(ClockKind::DefenceAnswer), context.calendar)
        }
        _ => Ok(Answer::Unmet),
    }
}

pub(super) fn defence_heard(
    case: &Case<Commendation>,
    context: &Context<'_, Commendation>,
) -> Result<Answer, CalendarError> {
    let notice = case.record().notice();
    if notice.is_some_and(|notice| notice.reply.is_some()) {
        return Ok(Answer::Met);
    }
    match case.clock(ClockKind::DefenceAnswer) {
        Some(clock) if clock.is_open() => {
            Ok(clock.is_over(context.today, context.calendar)?.into())
        }
        Some(_) | None => Ok(Answer::Unmet),
    }
}

pub(super) fn revocation_reason(act: Option<&Act>, context: &Context<'_, Commendation>) -> Answer {
    let Some(Act::Revocation { revocation, .. }) = act else {
        return Answer::Unmet;
    };
    match revocation.code {
        RefusalCode::Deception | RefusalCode::WronglyAwarded => Answer::Met,
        RefusalCode::Conduct if context.policy.terms().deeds.aftermath.review_conduct => {
            Answer::Met
        }
        RefusalCode::Conduct => Answer::Because(text!(
            "现行政策未规定因事后行为撤销称号。",
            "The policy in force does not provide for revoking a title for later conduct."
        )),
        RefusalCode::BasisFallen | RefusalCode::RevokedAbove => Answer::Unmet,
    }
}
