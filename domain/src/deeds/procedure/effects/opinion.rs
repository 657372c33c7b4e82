use crate::{
    deeds::procedure::{
        Act, ActorCase, Hearing, Objection, ObjectionOutcome, Opinion, OpinionKind, Publication,
        PublicationSkip, Reason, Setting, State,
    },
    ids::ObjectionId,
};

/// Steps of the opinion, its notice and its hearing.
pub(super) fn perform(case: &mut ActorCase, act: &Act, setting: &Setting<'_>) {
    match act {
        Act::PositiveAssessment { reason } => {
            // A notice of the opinion before tells the public what is no longer intended so.
            if case.state == State::InPublication
                && let Some(before) = case.opinions.last_mut()
            {
                take_down(before, setting);
            }
            form(case, OpinionKind::Positive, reason.clone(), setting);
        }
        Act::NegativeAssessment { reason } => {
            form(case, OpinionKind::Negative, Some(reason.clone()), setting);
        }
        Act::PublicationSkip { .. } => case.restricted = true,
        _ => {}
    }
    if let Some(opinion) = case.opinions.last_mut() {
        follow(opinion, act, setting);
    }
}

/// Forms an opinion.
pub(super) fn form(
    case: &mut ActorCase,
    kind: OpinionKind,
    reason: Option<Reason>,
    setting: &Setting<'_>,
) {
    // Every step that comes here asks for a receipt first.
    let receipt = setting.eligibility.map(|eligibility| eligibility.receipt);
    case.opinions.extend(receipt.map(|receipt| Opinion {
        kind,
        on: setting.today,
        receipt,
        reason,
        publication: None,
        skip: None,
        hearing: None,
    }));
}

fn follow(opinion: &mut Opinion, act: &Act, setting: &Setting<'_>) {
    let on = setting.today;
    match act {
        Act::Publication { number } => {
            opinion.publication = Some(Publication {
                number: number.clone(),
                from: on,
                objections: Vec::new(),
                taken_down_on: None,
            });
        }
        Act::PublicationSkip { reason, note } => {
            opinion.skip = Some(PublicationSkip {
                on,
                reason: *reason,
                note: note.clone(),
            });
            take_down(opinion, setting);
        }
        Act::Objection { id } => {
            if let Some(publication) = &mut opinion.publication {
                publication.objections.push(Objection {
                    id: *id,
                    received_on: on,
                    outcome: None,
                });
            }
        }
        Act::ObjectionRejection { id, reason } => resolve(opinion, *id, false, reason, setting),
        Act::ObjectionUpholding { id, reason } => {
            resolve(opinion, *id, true, reason, setting);
            take_down(opinion, setting);
        }
        Act::Hearing {
            facts,
            reasons,
            notified_on,
        } => {
            opinion.hearing = Some(Hearing {
                notified_on: *notified_on,
                facts: facts.clone(),
                reasons: reasons.clone(),
                reply: None,
            });
        }
        Act::HearingStatement { reply } => {
            if let Some(hearing) = &mut opinion.hearing {
                hearing.reply = Some((reply.clone(), on));
            }
        }
        _ => {}
    }
}

fn take_down(opinion: &mut Opinion, setting: &Setting<'_>) {
    if let Some(publication) = &mut opinion.publication {
        publication.taken_down_on = Some(setting.today);
    }
}

fn resolve(
    opinion: &mut Opinion,
    id: ObjectionId,
    upheld: bool,
    reason: &Reason,
    setting: &Setting<'_>,
) {
    let objection = opinion
        .publication
        .iter_mut()
        .flat_map(|publication| &mut publication.objections)
        .find(|objection| objection.id == id);
    if let Some(objection) = objection {
        objection.outcome = Some(ObjectionOutcome {
            on: setting.today,
            upheld,
            reason: reason.clone(),
        });
    }
}
