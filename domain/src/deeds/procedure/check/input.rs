use super::{Answer, panel, reconfirmation};
use crate::{
    calendar::CalendarError,
    decisions::{Proposal, Text, text},
    deeds::{
        Party,
        procedure::{Act, ActorCase, Command, Condition, Named, Row, Setting, Signer},
    },
    organisations::OrganisationKind,
    policy::PublicitySkipReason,
};

/// What is asked of what was handed in. Only a date that cannot be reckoned is an error.
pub(super) fn answer(
    condition: Condition,
    case: &ActorCase,
    command: &Command,
    row: &Row,
    setting: &Setting<'_>,
) -> Result<Answer, CalendarError> {
    Ok(match condition {
        Condition::SecondOfficer => second_officer(case, command, row).into(),
        Condition::CoSigner => co_signer(case, command, setting).into(),
        Condition::DayInOrder => day_in_order(case, &command.act, setting),
        _ => return of_act(condition, case, &command.act, setting),
    })
}

fn of_act(
    condition: Condition,
    case: &ActorCase,
    act: &Act,
    setting: &Setting<'_>,
) -> Result<Answer, CalendarError> {
    Ok(match (condition, act) {
        (Condition::EvidenceNew, Act::Evidence { id, .. }) => {
            (!case.evidence.iter().any(|item| item.id == *id)).into()
        }
        (Condition::EvidenceOpen, Act::EvidenceVerification { id, .. }) => case
            .evidence
            .iter()
            .any(|item| item.id == *id && item.verified.is_none())
            .into(),
        (Condition::PanelComposition, Act::PanelReview { members, .. }) => {
            panel::composition(members, &setting.deeds().panel)
        }
        (Condition::PanelQuorum, Act::PanelReview { members, .. }) => {
            let (present, all) = panel::attendance(members);
            setting.deeds().panel.quorum.is_reached(present, all).into()
        }
        (
            Condition::PanelVotes,
            Act::PanelReview {
                members, in_favour, ..
            },
        ) => (*in_favour <= panel::attendance(members).0).into(),
        (Condition::PanelImpartial, Act::PanelReview { members, .. }) => {
            panel::impartial(case, members).into()
        }
        (Condition::DeviationReasoned, Act::PositiveAssessment { reason }) => {
            deviation_reasoned(reason.is_some(), setting)
        }
        (Condition::SkipReason, Act::PublicationSkip { reason, .. }) => {
            skip_reason(*reason, setting)
        }
        (Condition::ObjectionNew, Act::Objection { id }) => {
            (!case.objections().any(|objection| objection.id == *id)).into()
        }
        (
            Condition::ObjectionOpen,
            Act::ObjectionRejection { id, .. } | Act::ObjectionUpholding { id, .. },
        ) => case
            .open_objections()
            .any(|objection| objection.id == *id)
            .into(),
        (Condition::PartyWaits, Act::Delivery { party, .. }) => {
            let side = match party {
                Party::Actor | Party::CloseRelative => Party::Actor,
                Party::Recommender => Party::Recommender,
            };
            waits(case, side)
        }
        (
            Condition::PartyInTime,
            Act::ReconfirmationRequest {
                party, received_on, ..
            },
        ) => reconfirmation::in_time(case, *party, *received_on, setting)?,
        (
            Condition::OtherBody,
            Act::Transfer { receiver, .. } | Act::Designation { receiver, .. },
        ) => (*receiver != case.holder()).into(),
        _ => Answer::Met,
    })
}

/// An officer who intends to confirm where the rules propose to refuse or to look closer says why:
/// of a likely duplicate (rule `DEED-DUP`) as of everything else that no rule can settle.
fn deviation_reasoned(reasoned: bool, setting: &Setting<'_>) -> Answer {
    let proposal = setting.eligibility.map(|eligibility| eligibility.proposal);
    match proposal {
        Some(Proposal::Review) if !reasoned => Answer::Because(text!(
            "规则建议复查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )),
        Some(Proposal::Refuse) if !reasoned => {
            Answer::Because(text!("规则建议不予确认。", "The rules propose refusal."))
        }
        _ => Answer::Met,
    }
}

/// A reason that policy knows; and nobody is protected as a minor who was of age.
fn skip_reason(reason: PublicitySkipReason, setting: &Setting<'_>) -> Answer {
    let of_age = setting
        .eligibility
        .is_some_and(|eligibility| eligibility.of_age);
    if reason == PublicitySkipReason::MinorProtection && of_age {
        return Answer::Because(text!(
            "行为人行为时已成年，不适用未成年人保护的理由。",
            "The actor was of age on the day of the deed, so this is no protection of a minor."
        ));
    }
    setting
        .deeds()
        .publication
        .skip_reasons
        .contains(&reason)
        .into()
}

/// Another officer, of the same seat as the first and of a kind that the step allows.
fn second_officer(case: &ActorCase, command: &Command, row: &Row) -> bool {
    let first = command.who.signer;
    command.second.is_some_and(|second| {
        first.is_some_and(|first| first.officer != second.officer && first.seat == second.seat)
            && row.organisations.contains(&second.kind)
            && may_sign(case, second)
    })
}

/// A third officer, of the foundation or association of the same place or of the city: not every
/// county has one.
fn co_signer(case: &ActorCase, command: &Command, setting: &Setting<'_>) -> bool {
    let city = setting.policy.terms().city.region;
    let others = [command.who.signer, command.second];
    command.co_signer.is_some_and(|co_signer| {
        matches!(
            co_signer.kind,
            OrganisationKind::Foundation | OrganisationKind::Association
        ) && [case.holder().region, city].contains(&co_signer.seat.region)
            && others
                .into_iter()
                .flatten()
                .all(|other| other.officer != co_signer.officer)
            && may_sign(case, co_signer)
    })
}

fn waits(case: &ActorCase, side: Party) -> Answer {
    let waiting = case.parties_waiting();
    if waiting.contains(&side) {
        return Answer::Met;
    }
    let parties: Vec<_> = waiting.iter().map(|party| party.text()).collect();
    let Text { zh, en } = Text::list(&parties);
    Answer::Because(text!(
        "尚待送达：{zh}。",
        "It is still to be delivered to: {en}."
    ))
}

fn may_sign(case: &ActorCase, signer: Signer) -> bool {
    !case.is_recused(&Named::Officer(signer.officer))
}

fn day_in_order(case: &ActorCase, act: &Act, setting: &Setting<'_>) -> Answer {
    let today = setting.today;
    let earliest = match act {
        Act::Hearing { .. } => case.opinion().map(|opinion| opinion.on),
        Act::Delivery { .. } => case.decision().map(|decision| decision.on),
        // A request is received like a report: its day lies back no further than that of a report
        // may, so that a late one cannot be made timely.
        Act::ReconfirmationRequest { .. } => case
            .decision()
            .map(|decision| decision.on.max(setting.earliest_receipt())),
        _ => None,
    };
    match (act.own_day(), earliest) {
        (Some(day), Some(earliest)) if day < earliest || day > today => Answer::Because(text!(
            "日期须在 {earliest} 至 {today} 之间。",
            "The day must lie between {earliest} and {today}."
        )),
        _ => Answer::Met,
    }
}
