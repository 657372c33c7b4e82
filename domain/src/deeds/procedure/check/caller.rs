use super::Answer;
use crate::{
    deeds::procedure::{ActorCase, Condition, Holder, Named, Row, Seat, Setting, Who},
    policy::AuthorityLevel,
};

/// What is asked of whoever wants to take a step.
pub(super) fn answer(
    condition: Condition,
    case: &ActorCase,
    row: &Row,
    who: &Who,
    setting: &Setting<'_>,
) -> Answer {
    match condition {
        Condition::Scope => row
            .scope
            .is_none_or(|scope| who.scopes.contains(&scope))
            .into(),
        Condition::Officer => who
            .signer
            .is_some_and(|signer| {
                row.organisations.is_empty() || row.organisations.contains(&signer.kind)
            })
            .into(),
        Condition::NotRecused => who
            .signer
            .is_none_or(|signer| !case.is_recused(&Named::Officer(signer.officer)))
            .into(),
        Condition::Seat => seats(case, row.seat, setting)
            .is_none_or(|seats| {
                who.signer
                    .is_some_and(|signer| seats.contains(&signer.seat))
            })
            .into(),
        _ => Answer::Met,
    }
}

/// The bodies that a seat stands for; none where anybody may act.
fn seats(case: &ActorCase, seat: Seat, setting: &Setting<'_>) -> Option<Vec<Holder>> {
    match seat {
        Seat::Anyone => None,
        Seat::Holder => Some(vec![case.holder()]),
        Seat::HolderOrFirst => Some(vec![case.holder(), case.first_instance()]),
        Seat::Receiver => Some(
            case.open_transfer()
                .map(|transfer| transfer.receiver)
                .into_iter()
                .collect(),
        ),
        Seat::City => Some(vec![Holder {
            region: setting.policy.terms().city.region,
            level: AuthorityLevel::Municipal,
        }]),
    }
}
