//! What has to hold for the steps of a recognition, besides what the engine asks for.

use super::{
    Act, ClockKind, KinAgreement, LocalConfirmation, Recognition, RefusalCode, Route, State,
};
use crate::{
    calendar::CalendarError,
    procedure::{Answer, Case, Context, conditions},
    receipts::{Proposal, RuleId, text},
};

conditions! {
    /// A condition of a step of a recognition. Its text says what has to hold.
    Condition {
        SupplementNotAsked = "supplement_not_asked", OfCase, Some(RuleId::OutElig),
            "补正材料须一次性告知，不得再次要求", "What is missing is asked for once, and has not been asked for yet.";
        SupplementOpen = "supplement_open", OfCase, Some(RuleId::OutElig),
            "须有尚未答复的补正告知", "A supplement request is waiting for an answer.";
        RulesKnown = "eligibility_known", OfCase, None,
            "须已对该行为人作出规则评估", "The rules have been applied to this person.";
        OriginClaimed = "origin_claimed", OfCase, Some(RuleId::OutOrigin),
            "须已提交来源地依据", "Somebody has said why the person comes from the city.";
        ApprovalAsked = "approval_asked", OfCase, Some(RuleId::OutOrigin),
            "仅用于政策规定须经市级同意的来源地依据", "The newest reason is one that policy makes depend on the city's approval.";
        OriginChecked = "origin_checked", OfCase, Some(RuleId::OutOrigin),
            "来源地须已核验属实", "The origin was compared with the register and is true.";
        ConfirmationOnFile = "confirmation_on_file", OfCase, Some(RuleId::OutElig),
            "须已提交当地确认文书", "The document by which the deed was confirmed where it happened is on file.";
        Authentic = "authentic", OfCase, Some(RuleId::OutElig),
            "当地确认文书须已向出具单位核实", "The issuer of the local confirmation was asked and confirms it.";
        OrdinaryRoute = "ordinary_route", OfCase, Some(RuleId::OutElig),
            "行为发生地须未予确认，或者行为发生在本市", "Nobody confirmed the deed where it happened, or it was done within the city.";
        ConfirmationFallen = "confirmation_fallen", OfCase, Some(RuleId::OutRevoked),
            "当地确认须已撤回", "The local confirmation has been taken back.";
        ConfirmationStands = "confirmation_stands", OfCase, Some(RuleId::OutRevoked),
            "当地确认已撤回的，须先登记当地恢复确认", "The local confirmation is valid; one that was withdrawn is given again first.";
        OnceRecognised = "once_recognised", OfCase, Some(RuleId::OutRevoked),
            "须已认定", "The person was recognised.";
        NotRecognised = "not_recognised", OfCase, Some(RuleId::OutRevoked),
            "尚未认定", "The person was not recognised yet.";
        NoticeOpen = "notice_open", OfCase, Some(RuleId::HearingBeforeRefusal),
            "须有尚未答复的陈述申辩告知", "The party was notified and has not answered yet.";
        DefenceHeard = "defence_heard", OfCase, Some(RuleId::HearingBeforeRefusal),
            "当事人须已陈述申辩或者放弃，或者期限已届满", "The party has stated its case or waived it, or its time is over.";
        Posthumous = "posthumous", OfCase, Some(RuleId::OutEffect),
            "仅用于追授", "The person has died.";
        NotHandedOver = "not_handed_over", OfCase, Some(RuleId::OutEffect),
            "证书尚未颁发", "The certificate has not been handed over.";
        CertificateWrong = "certificate_wrong", OfCase, Some(RuleId::OutEffect),
            "证书所载身份或者是否追授须与现有信息不符", "The certificate differs from what is known now of who the person is, or of whether the person has died.";
        CertificateTrue = "certificate_true", OfCase, Some(RuleId::OutEffect),
            "证书所载身份或者追授与现有信息不符的，须先更正", "A certificate that names somebody otherwise than the file, or a posthumous one of somebody who lives, is corrected first.";
        KinKnown = "kin_known", OfCase, Some(RuleId::OutEffect),
            "追授的，近亲属须已协商一致", "The next of kin of somebody who died have agreed on who receives the certificate.";
        ReopeningLeft = "reopening_left", OfCase, Some(RuleId::Restore),
            "重新启动的次数须未用完", "The case may still be reopened.";
        KinUnanimous = "kin_unanimous", OfInput, Some(RuleId::OutEffect),
            "近亲属须全部同意，领取人须为其中之一", "All next of kin agree, and the recipient is one of them.";
        RecipientAgreed = "recipient_agreed", OfInput, Some(RuleId::OutEffect),
            "追授的证书须颁给近亲属商定的领取人", "The certificate of somebody who died goes to whom the next of kin agreed on.";
        RevocationReason = "revocation_reason", OfInput, Some(RuleId::OutRevoked),
            "撤销的理由限于当地确认已撤回、文书不属实、来源地未获证明或者以欺骗取得认定",
            "It is revoked because the local confirmation was withdrawn or is not authentic, the origin is not proven, or it was obtained by deception.";
        ReceivedInTime = "received_in_time", OfInput, None,
            "案件已经进入后续环节的，只补录在期限内收到的材料；请提出新的证据或者救济",
            "Once the case has gone on, only what was received in time is entered; anything else is new evidence or a remedy.";
        RefusalAgrees = "refusal_agrees", OfInput, Some(RuleId::Refuse),
            "不予认定或者撤销认定的理由须与凭据一致；凭据中该项规则未发现问题的，须先更正事实，或者由两名经办人签署并说明不采信的理由",
            "The reason agrees with the newest receipt; where its rule finds nothing against the case, the facts are corrected first, or two officers sign why the receipt is not followed.";
        DeviationReasoned = "deviation_reasoned", OfInput, None,
            "规则未建议认定而认定的，须说明理由", "A recognition that the rules do not propose says why.";
    }
}

pub(super) fn holds(
    condition: Condition,
    case: &Case<Recognition>,
    act: Option<&Act>,
    context: &Context<'_, Recognition>,
) -> Result<Answer, CalendarError> {
    let record = case.record();
    let asked = record
        .supplement_requests
        .last()
        .filter(|request| request.reopenings == record.reopenings.len());
    Ok(match condition {
        Condition::SupplementNotAsked => asked.is_none().into(),
        Condition::SupplementOpen => asked
            .is_some_and(|request| request.answered_on.is_none())
            .into(),
        Condition::RulesKnown => context.rules.is_some().into(),
        Condition::OriginClaimed => (!record.origin.is_empty()).into(),
        Condition::ApprovalAsked => {
            let depends = &context
                .policy
                .terms()
                .out_of_city
                .origin_bases_with_city_approval;
            let newest = record.origin.last().and_then(|(claim, _)| claim.basis);
            newest.is_some_and(|basis| depends.contains(&basis)).into()
        }
        Condition::OriginChecked => case.origin_check().is_some_and(|check| check.passed).into(),
        Condition::ConfirmationOnFile => {
            matches!(record.confirmation(), Some(LocalConfirmation::Present(_))).into()
        }
        Condition::Authentic => {
            let checked = case.authenticity_check();
            let present = matches!(record.confirmation(), Some(LocalConfirmation::Present(_)));
            let authentic = checked.is_some_and(|check| check.passed);
            (present && authentic && record.fallen().is_none()).into()
        }
        Condition::OrdinaryRoute => {
            let absent = record.confirmation() == Some(&LocalConfirmation::Absent);
            let route = context.rules.map(|rules| rules.route);
            (absent || matches!(route, Some(Route::ConfirmAtPlace(_)))).into()
        }
        Condition::ConfirmationFallen => record.fallen().is_some().into(),
        Condition::ConfirmationStands => record.fallen().is_none().into(),
        Condition::OnceRecognised => once_recognised(case).into(),
        Condition::NotRecognised => (!once_recognised(case)).into(),
        Condition::NoticeOpen => record
            .notice()
            .is_some_and(|notice| notice.reply.is_none())
            .into(),
        Condition::DefenceHeard => defence_heard(case, context)?,
        Condition::Posthumous => (record.deceased == Some(true)).into(),
        Condition::NotHandedOver => (!case.is_handed_over()).into(),
        Condition::CertificateWrong => {
            let life = record.posthumous != Some(record.deceased == Some(true));
            (life || case.identity_differs()).into()
        }
        Condition::CertificateTrue => {
            let life = record.posthumous != Some(true) || record.deceased == Some(true);
            (life && !case.identity_differs()).into()
        }
        Condition::KinKnown => {
            (record.deceased != Some(true) || !record.kin_agreements.is_empty()).into()
        }
        Condition::ReopeningLeft => {
            let used = u32::try_from(record.reopenings.len()).unwrap_or(u32::MAX);
            (used < context.policy.terms().deeds.aftermath.restorations).into()
        }
        Condition::KinUnanimous => match act {
            Some(Act::KinAgreement { agreement }) => agreement.is_unanimous().into(),
            _ => Answer::Unmet,
        },
        Condition::RecipientAgreed => match act {
            Some(Act::Handover { recipient, .. }) => match agreement(case) {
                Some(agreement) => (agreement.recipient == *recipient).into(),
                None => Answer::Met,
            },
            _ => Answer::Unmet,
        },
        Condition::RevocationReason => match act {
            Some(Act::Revocation { refusal, .. }) => {
                revokes(refusal.code, record.fallen().is_some())
            }
            _ => Answer::Unmet,
        },
        Condition::ReceivedInTime => received_in_time(act, case, context)?,
        Condition::RefusalAgrees => refusal_agrees(act, case, context),
        Condition::DeviationReasoned => match act {
            Some(Act::Recognition { reason, .. }) => deviation_reasoned(reason.is_some(), context),
            _ => Answer::Unmet,
        },
    })
}

/// The agreement of the next of kin, which binds once the person has died.
fn agreement(case: &Case<Recognition>) -> Option<&KinAgreement> {
    let record = case.record();
    let agreed = record.kin_agreements.last();
    agreed.filter(|_| record.deceased == Some(true))
}

fn received_in_time(
    act: Option<&Act>,
    case: &Case<Recognition>,
    context: &Context<'_, Recognition>,
) -> Result<Answer, CalendarError> {
    let (clock, received) = match act {
        Some(Act::Supplement { received, .. }) => (ClockKind::SupplementAnswer, received),
        Some(Act::DefenceStatement { received, .. }) => (ClockKind::DefenceAnswer, received),
        _ => return Ok(Answer::Unmet),
    };
    received.came_within(case.clock(clock), context.calendar)
}

fn was_recognised(case: &Case<Recognition>) -> bool {
    case.history()
        .iter()
        .any(|taken| taken.to == State::Recognised)
}

fn refusal_agrees(
    act: Option<&Act>,
    case: &Case<Recognition>,
    context: &Context<'_, Recognition>,
) -> Answer {
    let satisfied = context.rules.map(|rules| rules.satisfied);
    let satisfied = satisfied.unwrap_or_default();
    match act {
        Some(Act::Refusal { refusal, .. })
            if refusal.code == RefusalCode::Deception && !was_recognised(case) =>
        {
            Answer::Because(text!(
                "尚未认定，不能以骗取认定为由不予认定。",
                "Nothing was obtained by deception before there is a recognition."
            ))
        }
        Some(Act::Refusal { refusal, .. }) => {
            let proposal = context.rules.map(|rules| rules.proposal);
            refusal.agrees(refusal.code.rule(), satisfied, proposal)
        }
        // The receipt rests on what the applicant told: where that was false no rule knows it, and the
        // notice of the intended revocation has said it.
        Some(Act::Revocation { refusal, .. }) => {
            refusal.agrees(refusal.code.rule(), satisfied, None)
        }
        _ => Answer::Unmet,
    }
}

/// Whether a recognition is revoked for a reason, whose local confirmation has `fallen` or not.
fn revokes(code: RefusalCode, fallen: bool) -> Answer {
    let possible = match code {
        RefusalCode::ConfirmationWithdrawn if !fallen => {
            return Answer::Because(text!(
                "尚未登记当地撤回确认。",
                "No withdrawal of the local confirmation is on record."
            ));
        }
        RefusalCode::ConfirmationWithdrawn
        | RefusalCode::OriginNotProven
        | RefusalCode::NotAuthentic
        | RefusalCode::Deception => true,
        RefusalCode::InsideCity | RefusalCode::IssuerNotAccepted | RefusalCode::NotRecognised => {
            false
        }
    };
    possible.into()
}

/// Whether a suspension or an intended revocation concerns a recognition that was made.
pub(super) fn once_recognised(case: &Case<Recognition>) -> bool {
    let last = case.history().iter().rev();
    let mut decided = last.map(|taken| taken.to);
    decided.find(|state| matches!(state, State::Recognised | State::Refused | State::InCheck))
        == Some(State::Recognised)
}

fn defence_heard(
    case: &Case<Recognition>,
    context: &Context<'_, Recognition>,
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

/// Anyone who recognises where the rules propose to refuse or to look closer says why.
fn deviation_reasoned(reasoned: bool, context: &Context<'_, Recognition>) -> Answer {
    match context.rules.map(|rules| rules.proposal) {
        Some(Proposal::Review) if !reasoned => Answer::Because(text!(
            "规则建议人工核查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )),
        Some(Proposal::Refuse) if !reasoned => {
            Answer::Because(text!("规则建议不予认定。", "The rules propose refusal."))
        }
        Some(Proposal::Approve | Proposal::Review | Proposal::Refuse) | None => Answer::Met,
    }
}
