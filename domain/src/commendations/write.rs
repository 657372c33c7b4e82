//! What each step of a commendation writes into a case.

use chrono::NaiveDate;

use super::{
    Act, Award, Commendation, Opinion, Outcome, Payment, Recommendation, Record, RefusalCode,
    Replacement, Revocation, RoundEntry, conditions,
};
use crate::{
    deeds::DefenceReply,
    out_of_city::PriorNotice,
    policy::{CommendationForm, HonourLevel, TitleId},
    procedure::{Case, Command, Context, Decision, DocumentNumber, Reason},
};

type World<'a> = Context<'a, Commendation>;

/// Writes what a step brings with it. `paper` is the number of the document that it issues; every step
/// that looks for one has one.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each step, which is the one list of what steps write"
)]
pub(super) fn write(
    case: &mut Case<Commendation>,
    command: &Command<Commendation>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &World<'_>,
) {
    let on = context.today;
    match act {
        // The history says all there is to say.
        Act::Acceptance | Act::Readmission { .. } | Act::Award { grant: None, .. } => {}
        Act::OpinionRequest { body, of, .. } => case.record.opinions.push(Opinion {
            of: *of,
            body: body.clone(),
            asked_on: on,
            answer: None,
        }),
        Act::Opinion { answer } => {
            let mut asked = case.record.opinions.iter_mut().rev();
            let open = asked.find(|one| one.of == answer.of && one.answer.is_none());
            if let Some(open) = open {
                open.answer = Some(answer.as_ref().clone());
            }
        }
        Act::NomineeAcceptance { accepted, received } => {
            let accepted = (accepted.clone(), received.on);
            case.record.acceptances.push(accepted);
        }
        Act::Declination { .. } => leave_round(&mut case.record, on, None),
        Act::KinAgreement { agreement } => case.record.kin_agreements.push(agreement.clone()),
        Act::MartyrReferral { office, .. } => {
            case.record.martyr_referrals.push((office.clone(), on));
        }
        Act::Recommendation {
            opinion, reason, ..
        } => {
            recommended(case, (opinion, reason.as_ref()), on);
            case.next_level = conditions::next_level(case, context).or(case.next_level);
        }
        Act::Return { .. } => case.next_level = None,
        Act::Submission {
            organ,
            opinion,
            reason,
            ..
        } => {
            recommended(case, (opinion, reason.as_ref()), on);
            case.record.submissions.push((organ.clone(), on));
        }
        Act::OutsideAward { title, document } => {
            let award = Award {
                bodies: vec![document.organ.clone()],
                outside: Some(document.clone()),
                ..award(
                    case,
                    title.clone(),
                    (&document.number, document.issued.on),
                    context,
                )
            };
            let decision = Decision::signed(Outcome::Award, document.number.clone(), command, on);
            case.decisions.push(decision);
            case.record.awards.push(award);
        }
        Act::OutsideRefusal { document } => {
            let organ = &document.organ;
            let reason = Reason::parse(&format!("{organ}（{}）未予授予", document.number));
            let reason = reason.ok().map(|reason| (reason, on));
            case.record.not_granted.extend(reason);
        }
        Act::RoundEntry { round, terms, .. } => {
            let form = terms
                .as_ref()
                .map_or(CommendationForm::Collective, |terms| terms.form);
            case.record.rounds.push(RoundEntry {
                round: *round,
                form,
                on,
                left: None,
            });
        }
        Act::RoundExit { reason } => leave_round(&mut case.record, on, Some(reason)),
        Act::Deferral { reason } => {
            leave_round(&mut case.record, on, Some(reason));
            case.record.deferrals.push((reason.clone(), on));
        }
        Act::NotGranted { reason } => {
            leave_round(&mut case.record, on, Some(reason));
            case.record.not_granted.push((reason.clone(), on));
        }
        Act::ImmediateAward {
            number,
            bodies,
            approval,
            reason,
            ..
        } => {
            let title = case.record.title.clone();
            let award = Award {
                bodies: bodies.clone(),
                form: Some(CommendationForm::Immediate),
                approval: approval.clone(),
                deviation: reason.clone(),
                ..award(case, title, (number, on), context)
            };
            certify(case, command, (number, paper), on);
            case.record.awards.push(award);
        }
        Act::Award {
            grant: Some(grant), ..
        } => {
            let title = case.record.title.clone();
            let award = Award {
                bodies: grant.bodies.clone(),
                form: Some(grant.form),
                round: Some((grant.round, grant.place)),
                ..award(case, title, (&grant.decision, grant.on), context)
            };
            certify(case, command, (&grant.decision, paper), on);
            case.record.awards.push(award);
        }
        Act::PaymentPlan {
            plan,
            basis,
            reason,
            members,
            ..
        } => {
            let shares = conditions::shares_of(plan, members, case.record.member);
            case.record.payments.push(Payment {
                on,
                total: plan.total,
                basis: basis.clone(),
                deviation: reason.clone(),
                shares,
                list: paper.cloned(),
            });
        }
        Act::Conferral {
            conferral,
            conferred,
        } => {
            let conferral = (conferral.as_ref().clone(), conferred.on);
            case.record.conferrals.push(conferral);
        }
        Act::CertificateReplacement { why, note, .. } => {
            let replaces = case.certificate().cloned();
            let decision = case.decision().map(|decision| decision.number.clone());
            if let Some(number) = decision {
                certify(case, command, (&number, paper), on);
            }
            case.settle_identity(on, None);
            case.record.replacements.push(Replacement {
                why: *why,
                note: note.clone(),
                on,
                replaces,
            });
        }
        Act::TakeOff { decision, reason } => {
            case.record.taken_off = Some((decision.clone(), reason.clone()));
            case.record.recoveries = case.record.to_recover();
        }
        Act::RevocationNotice {
            facts,
            reasons,
            notified,
            ..
        } => case.record.notices.push(PriorNotice {
            notified_on: notified.on,
            facts: facts.clone(),
            reasons: reasons.clone(),
            reply: None,
            withdrawn: None,
        }),
        Act::DefenceStatement {
            statement,
            received,
        } => answer(
            &mut case.record,
            (DefenceReply::Stated(statement.clone()), received.on),
        ),
        Act::DefenceWaiver { word } => {
            answer(&mut case.record, (DefenceReply::Waived, word.received.on));
        }
        Act::NoticeWithdrawal { reason } => {
            if let Some(notice) = case.record.notices.last_mut() {
                notice.withdrawn = Some((reason.clone(), on));
            }
        }
        Act::Revocation { revocation, .. } => revoke(case, command, (paper, revocation), on),
        Act::OutsideRevocation { document, reason } => {
            let revocation = of_code(RefusalCode::RevokedAbove, reason);
            revoke(case, command, (Some(&document.number), &revocation), on);
        }
        Act::BasisFall { reason, .. } => {
            leave_round(&mut case.record, on, Some(reason));
            end_suspension(case, on, reason);
            if conditions::was_awarded(case.state) {
                let revocation = of_code(RefusalCode::BasisFallen, reason);
                revoke(case, command, (paper, &revocation), on);
            } else {
                case.record.not_granted.push((reason.clone(), on));
            }
        }
        Act::Repayment { payer, fen, .. } => {
            let mut open = case.record.recoveries.iter_mut();
            let theirs = open.find(|one| one.payer() == payer);
            // The conditions have looked at the balance.
            let _ = theirs.map(|recovery| recovery.receive(*fen));
        }
        Act::WriteOff { payer, fen, .. } => {
            let mut open = case.record.recoveries.iter_mut();
            let theirs = open.find(|one| one.payer() == payer);
            let _ = theirs.map(|recovery| recovery.write_off(*fen));
        }
    }
}

fn award(
    case: &Case<Commendation>,
    title: TitleId,
    (decision, on): (&DocumentNumber, NaiveDate),
    context: &World<'_>,
) -> Award {
    let terms = context.policy.terms().honours.titles.get(&title);
    let known = context.policy.title(&title);
    Award {
        level: known.map_or(HonourLevel::County, |title| title.level),
        listing: terms.is_some_and(|terms| terms.listing),
        title,
        decision: decision.clone(),
        on,
        bodies: Vec::new(),
        posthumous: case.record.deceased == Some(true),
        form: None,
        round: None,
        outside: None,
        approval: None,
        deviation: None,
    }
}

fn recommended(
    case: &mut Case<Commendation>,
    (opinion, deviation): (&Reason, Option<&Reason>),
    on: NaiveDate,
) {
    let by = conditions::level_of_holder(case);
    case.record.recommendations.push(Recommendation {
        by,
        opinion: opinion.clone(),
        deviation: deviation.cloned(),
        on,
    });
}

/// The decision with the certificate that is handed over for it.
fn certify(
    case: &mut Case<Commendation>,
    command: &Command<Commendation>,
    (number, certificate): (&DocumentNumber, Option<&DocumentNumber>),
    on: NaiveDate,
) {
    let decision = Decision::signed(Outcome::Award, number.clone(), command, on);
    case.decisions.push(match certificate {
        Some(certificate) => decision.certified(certificate.clone()),
        None => decision,
    });
}

fn leave_round(record: &mut Record, on: NaiveDate, reason: Option<&Reason>) {
    let declined = || Reason::parse("本人（近亲属）谢绝").ok();
    let open = record
        .rounds
        .last_mut()
        .filter(|entry| entry.left.is_none());
    if let (Some(entry), Some(reason)) = (open, reason.cloned().or_else(declined)) {
        entry.left = Some((reason, on));
    }
}

/// Nothing is waited for in a case that ends.
fn end_suspension(case: &mut Case<Commendation>, on: NaiveDate, finding: &Reason) {
    let last = case.suspensions.last_mut();
    if let Some(open) = last.filter(|suspension| suspension.until.is_none()) {
        open.until = Some(on);
        open.finding = Some(finding.clone());
    }
}

fn answer(record: &mut Record, reply: (DefenceReply, NaiveDate)) {
    if let Some(notice) = record.notices.last_mut() {
        notice.reply = Some(reply);
    }
}

fn of_code(code: RefusalCode, reason: &Reason) -> Revocation {
    Revocation {
        code,
        reason: reason.clone(),
        deviation: None,
    }
}

/// Ends the title, and opens what has to come back.
fn revoke(
    case: &mut Case<Commendation>,
    command: &Command<Commendation>,
    (number, revocation): (Option<&DocumentNumber>, &Revocation),
    on: NaiveDate,
) {
    if let Some(number) = number {
        let revoked = Decision::signed(Outcome::Revocation, number.clone(), command, on);
        case.decisions.push(revoked.refusing(revocation.clone()));
    }
    case.record.recoveries = match revocation.code {
        // Money comes back from those who deceived, and what was wrongly given (article 43).
        RefusalCode::Deception | RefusalCode::WronglyAwarded | RefusalCode::BasisFallen => {
            case.record.to_recover()
        }
        RefusalCode::Conduct | RefusalCode::RevokedAbove => Vec::new(),
    };
}
