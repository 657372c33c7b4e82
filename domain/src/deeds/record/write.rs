//! What each step of the confirmation of deeds writes into a case.

use chrono::NaiveDate;

use super::{
    DefenceReply, EvidenceItem, Objection, ObjectionOutcome, Opinion, OpinionKind, PanelReview,
    PriorNotice, Publication, PublicationWaiver, Reconfirmation, ReconfirmationEnd, Reopening,
    Revocation, Statement, SupplementRequest,
};
use crate::{
    deeds::{Act, DecisionKind, Deed, State, conditions::panel::attendance},
    ids::ObjectionId,
    procedure::{Case, Command, Context, Decision, DocumentNumber, OutsideDocument, Reason},
};

/// Writes what a step brings with it. `paper` is the number of the document that it issues; every step
/// that looks for one has one.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each step, which is the one list of what steps write"
)]
pub(in crate::deeds) fn write(
    case: &mut Case<Deed>,
    command: &Command<Deed>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &Context<'_, Deed>,
) {
    let on = context.today;
    let published = case.state == State::InPublication;
    let reopenings = case.record.reopenings.len();
    let opinions = case.record.opinions.len();
    let decided =
        |kind, number: &DocumentNumber| Decision::signed(kind, number.clone(), command, on);
    let record = &mut case.record;
    match act {
        Act::Acceptance
        | Act::Extension
        | Act::Redirection { .. }
        | Act::NoticeWithdrawal { .. } => {}
        Act::SupplementRequest { items, .. } => {
            record.supplement_requests.push(SupplementRequest {
                asked_on: on,
                items: items.clone(),
                answered_on: None,
                reopenings,
            });
        }
        Act::Supplement { received } => {
            if let Some(request) = record.supplement_requests.last_mut() {
                request.answered_on = Some(received.on);
            }
        }
        Act::BeneficiaryStatement { kind, note } => record.statements.push(Statement {
            on,
            kind: *kind,
            note: note.clone(),
        }),
        Act::Evidence { id, kind } => record.evidence.push(EvidenceItem {
            id: *id,
            kind: *kind,
            added_on: on,
            verified: None,
        }),
        Act::EvidenceVerification { id, verified } => {
            if let Some(item) = record.evidence.iter_mut().find(|item| item.id == *id) {
                item.verified = Some(*verified);
            }
        }
        Act::PanelReferral { reason } => record.panel_referral = Some(reason.clone()),
        Act::PanelReview {
            members,
            in_favour,
            finding,
            new_facts,
        } => {
            let (present, _) = attendance(members);
            let majority = context.policy.terms().deeds.panel.majority;
            record.panels.push(PanelReview {
                on,
                members: members.clone(),
                in_favour: *in_favour,
                agreed: majority.is_exceeded(*in_favour, present),
                finding: finding.clone(),
                new_facts: new_facts.clone(),
                opinions,
            });
        }
        Act::PositiveAssessment { reason } => {
            // A notice of the opinion before tells the public what is no longer intended so.
            if published {
                take_down(case, context);
            }
            form(case, OpinionKind::Positive, reason.clone(), context);
        }
        Act::NegativeAssessment { reason } => {
            if published {
                take_down(case, context);
            }
            form(case, OpinionKind::Negative, Some(reason.clone()), context);
        }
        Act::Publication { .. } => {
            let notice = paper.map(|number| Publication {
                number: number.clone(),
                from: on,
                objections: Vec::new(),
                taken_down_on: None,
            });
            if let Some(opinion) = opinion(case) {
                opinion.publication = notice;
            }
            case.settle_identity(on, None);
        }
        Act::IdentityStatement { reason } => case.settle_identity(on, Some(reason)),
        Act::PublicationWaiver { reason, note } => {
            case.restricted = true;
            if let Some(opinion) = opinion(case) {
                opinion.waiver = Some(PublicationWaiver {
                    on,
                    reason: *reason,
                    note: note.clone(),
                });
            }
            take_down(case, context);
        }
        Act::Objection { id, received } => {
            if let Some(notice) = notice(case) {
                notice.objections.push(Objection {
                    id: *id,
                    received_on: received.on,
                    outcome: None,
                });
            }
        }
        Act::ObjectionRejection { id, reason } => resolve(case, *id, false, reason, context),
        Act::ObjectionUpholding { id, reason } => {
            resolve(case, *id, true, reason, context);
            if case.state == State::InPublication {
                take_down(case, context);
            }
        }
        Act::Confirmation { number, .. } => {
            let confirmed = decided(DecisionKind::Confirmation, number);
            let certified = paper.map(|paper| confirmed.certified(paper.clone()));
            case.decisions.extend(certified);
        }
        Act::CertificateReplacement { .. } => {
            let confirmed = case.decisions.last().map(|decision| &decision.number);
            let replaced = confirmed.map(|number| decided(DecisionKind::Confirmation, number));
            let certified = replaced.zip(paper);
            let certified = certified.map(|(decision, paper)| decision.certified(paper.clone()));
            case.decisions.extend(certified);
            case.settle_identity(on, None);
        }
        Act::PriorNotice {
            facts,
            reasons,
            notified,
            ..
        } => {
            if let Some(opinion) = opinion(case) {
                opinion.prior_notice = Some(PriorNotice {
                    notified_on: notified.on,
                    facts: facts.clone(),
                    reasons: reasons.clone(),
                    reply: None,
                });
            }
        }
        Act::DefenceStatement {
            statement,
            received,
        } => answer(case, (DefenceReply::Stated(statement.clone()), received.on)),
        Act::DefenceWaiver { word } => answer(case, (DefenceReply::Waived, word.received.on)),
        Act::Refusal { refusal, .. } => {
            let refused = paper.map(|paper| decided(DecisionKind::Refusal, paper));
            let refused = refused.map(|refused| refused.refusing(refusal.clone()));
            case.decisions.extend(refused);
        }
        Act::ReconfirmationRequest {
            party,
            received,
            reason,
        } => {
            record.reconfirmations.push(Reconfirmation {
                party: *party,
                received_on: received.on,
                reason: reason.clone(),
                end: None,
                recorded: None,
            });
            case.next_level = case.first.next_higher(context.regions);
        }
        Act::ReconfirmationWithdrawal { .. } => {
            end_reconfirmation(case, ReconfirmationEnd::Withdrawn, None, context);
            case.next_level = None;
        }
        Act::ReconfirmationApproval { reason } => {
            end_reconfirmation(case, ReconfirmationEnd::Approved, None, context);
            form(case, OpinionKind::Positive, Some(reason.clone()), context);
        }
        Act::ReconfirmationRefusal { refusal, .. } => {
            if published {
                take_down(case, context);
            }
            let refused = paper.map(|paper| decided(DecisionKind::FinalRefusal, paper));
            let refused = refused.map(|refused| refused.refusing(refusal.clone()));
            case.decisions.extend(refused);
            end_reconfirmation(case, ReconfirmationEnd::Refused, None, context);
        }
        Act::OutsideApproval { document, reason } => {
            end_reconfirmation(case, ReconfirmationEnd::Approved, Some(document), context);
            // The body of first instance publishes and confirms what the level above found.
            case.next_level = None;
            form(case, OpinionKind::Positive, Some(reason.clone()), context);
        }
        Act::OutsideTermination { document } => {
            end_reconfirmation(case, ReconfirmationEnd::Withdrawn, Some(document), context);
            case.next_level = None;
        }
        Act::OutsideRefusal { document, refusal } => {
            let refused = decided(DecisionKind::FinalRefusal, &document.number);
            case.decisions.push(refused.refusing(refusal.clone()));
            end_reconfirmation(case, ReconfirmationEnd::Refused, Some(document), context);
        }
        Act::RevocationNotice {
            facts,
            reasons,
            notified,
            ..
        } => record.revocation_notices.push(PriorNotice {
            notified_on: notified.on,
            facts: facts.clone(),
            reasons: reasons.clone(),
            reply: None,
        }),
        Act::Revocation { number, deception } => {
            record.revocations.push(Revocation {
                on,
                deception: deception.clone(),
            });
            case.decisions
                .push(decided(DecisionKind::Revocation, number));
        }
        Act::Reopening { new_facts } => {
            record.reopenings.push(Reopening {
                on,
                new_facts: new_facts.clone(),
            });
            case.next_level = None;
        }
    }
}

/// Writes down what the party answered to the notice before a refusal or a revocation.
fn answer(case: &mut Case<Deed>, reply: (DefenceReply, NaiveDate)) {
    let notice = if matches!(case.state, State::IntendedRevocation | State::Revoked) {
        case.record.revocation_notices.last_mut()
    } else {
        opinion(case).and_then(|opinion| opinion.prior_notice.as_mut())
    };
    if let Some(notice) = notice {
        notice.reply = Some(reply);
    }
}

fn opinion(case: &mut Case<Deed>) -> Option<&mut Opinion> {
    case.record.opinions.last_mut()
}

fn notice(case: &mut Case<Deed>) -> Option<&mut Publication> {
    opinion(case)?.publication.as_mut()
}

/// Forms an opinion. Every step that does asks for a receipt first.
fn form(
    case: &mut Case<Deed>,
    kind: OpinionKind,
    reason: Option<Reason>,
    context: &Context<'_, Deed>,
) {
    let formed = context.rules.map(|rules| Opinion {
        kind,
        on: context.today,
        receipt: rules.receipt,
        proposal: Some(rules.proposal),
        against: Some(rules.against.rules()),
        reason,
        publication: None,
        waiver: None,
        prior_notice: None,
    });
    case.record.opinions.extend(formed);
}

fn take_down(case: &mut Case<Deed>, context: &Context<'_, Deed>) {
    if let Some(notice) = notice(case) {
        notice.taken_down_on = Some(context.today);
    }
}

/// A notice that was up when the case ended came down on that day.
pub(in crate::deeds) fn continued(case: &mut Case<Deed>) {
    let ended = case.last_day();
    if let Some(notice) = notice(case).filter(|notice| notice.taken_down_on.is_none()) {
        notice.taken_down_on = Some(ended);
    }
}

fn resolve(
    case: &mut Case<Deed>,
    id: ObjectionId,
    upheld: bool,
    reason: &Reason,
    context: &Context<'_, Deed>,
) {
    let mut objections = notice(case)
        .into_iter()
        .flat_map(|notice| &mut notice.objections);
    if let Some(objection) = objections.find(|objection| objection.id == id) {
        objection.outcome = Some(ObjectionOutcome {
            on: context.today,
            upheld,
            reason: reason.clone(),
        });
    }
}

/// Notes how the request ended. One that was approved and then fell with an objection is looked at
/// again and ends a second time, so it is kept twice.
fn end_reconfirmation(
    case: &mut Case<Deed>,
    end: ReconfirmationEnd,
    recorded: Option<&OutsideDocument>,
    context: &Context<'_, Deed>,
) {
    let requests = &mut case.record.reconfirmations;
    let Some(last) = requests.last_mut() else {
        return;
    };
    let ended = Some((end, context.today));
    if last.end.is_none() {
        last.end = ended;
        last.recorded = recorded.cloned();
    } else {
        let again = Reconfirmation {
            end: ended,
            recorded: recorded.cloned(),
            ..last.clone()
        };
        requests.push(again);
    }
}
