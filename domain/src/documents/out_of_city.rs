//! The papers of out-of-city recognition.

use chrono::NaiveDate;

use super::{DocumentKind, Sheet, public_text, wording};
use crate::{
    out_of_city::{LocalConfirmation, Outcome, Recognition, Step},
    procedure::{Case, DocumentNumber, ExecutedStep, OwnOrShared::Own},
    receipts::{Outcome as Found, RuleId},
};

type Matter<'a> = super::Matter<'a, Recognition>;

/// What a paper says. None where the case holds nothing to say.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::RecognitionCertificate => certificate(matter),
        DocumentKind::RecognitionRefusal => refusal(matter),
        DocumentKind::PublicNotice
        | DocumentKind::Certificate
        | DocumentKind::Refusal
        | DocumentKind::ReconfirmationDecision => None,
    }
}

/// The certificate (OUT-EFFECT), with the title as policy has it, and 追授 for somebody who died.
fn certificate(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let decision = first.case.decision()?;
    let record = first.case.record();
    let posthumous = record.deceased == Some(true);
    let title = matter
        .policy
        .title(&matter.policy.terms().out_of_city.title)?;
    let title = matter.policy.title_text(title, false).zh;
    let names = matter.names();
    let mut paragraphs = vec![matter.short_story()];
    if let Some(LocalConfirmation::Present(document)) = record.confirmation() {
        let issuer = document
            .issuer_name
            .as_deref()
            .unwrap_or("当地见义勇为工作机构");
        let number = document.document_number.as_deref();
        let number = number.map_or_else(String::new, |number| format!("（文号：{number}）"));
        paragraphs.push(format!("上述行为已由{issuer}确认为见义勇为{number}。"));
    }
    paragraphs.push(format!(
        "依据{}，经核验来源地和当地确认文书，{}{names}“{title}”称号（决定文号：{}）。特发此证。",
        matter.laws(RuleId::OutElig),
        if posthumous { "追授" } else { "授予" },
        decision.number
    ));
    if posthumous {
        paragraphs.push(record.kin_agreements.last().map_or_else(
            || "本证书由其家属领取。".to_owned(),
            |agreement| format!("本证书经近亲属协商一致，由家属{}领取。", agreement.recipient),
        ));
    }
    Some(matter.sheet(
        DocumentKind::RecognitionCertificate,
        Some(names),
        paragraphs,
    ))
}

/// The refusal, with its reasons and the way that is open instead.
fn refusal(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let refusal = first.case.decision()?.refusal.as_ref()?;
    let notice = first.case.record().notice()?;
    let mut paragraphs = vec![
        format!(
            "关于{}的市域外见义勇为认定申请，{}于{}收到，于{}告知事实、理由和陈述申辩的权利。经核验，决定不予认定。",
            matter.names(),
            matter.body(),
            wording::date(first.case.received_on()),
            wording::date(notice.notified_on)
        ),
        format!(
            "理由：{}。{}",
            refusal.code.text().zh,
            public_text::sentence(refusal.reason.as_str())
        ),
    ];
    let against = first.receipt.findings.iter();
    let against = against.filter(|finding| finding.outcome == Found::NotMet);
    paragraphs.extend(against.filter_map(wording::finding));
    paragraphs.push(format!(
        "本决定依据{}作出，作出前已听取陈述申辩或者听取的期限已满。",
        matter.laws(RuleId::OutElig)
    ));
    // Who has no confirmation that counts has another way; who does not come from the city has none here.
    if first.case.record().deed_is_unconfirmed(refusal.code) {
        let way = "行为发生地未予确认的，可以向来源地县级见义勇为工作机构申请普通确认。";
        paragraphs.push(way.to_owned());
    }
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::RecognitionRefusal,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// Since when a paper says no longer what holds: a certificate since it was corrected or
/// revoked, a refusal since the recognition was reopened.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Recognition>,
) -> Option<NaiveDate> {
    let (decided, deciding, undoing): (_, &[Step], &[Step]) = match kind {
        DocumentKind::RecognitionCertificate => (
            Outcome::Recognition,
            &[Step::Recognition, Step::CertificateCorrection],
            &[Step::Revocation, Step::CertificateCorrection],
        ),
        DocumentKind::RecognitionRefusal => {
            (Outcome::Refusal, &[Step::Refusal], &[Step::Reopening])
        }
        DocumentKind::PublicNotice
        | DocumentKind::Certificate
        | DocumentKind::Refusal
        | DocumentKind::ReconfirmationDecision => return None,
    };
    let mut of_kind = case.decisions().iter().filter(|one| one.kind == decided);
    let place = of_kind
        .position(|decision| decision.certificate.as_ref().unwrap_or(&decision.number) == number)?;
    // Every decision is a step; what was done after that one may undo it.
    let one_of = |steps: &'static [Step]| move |executed: &&ExecutedStep<Recognition>| matches!(executed.step, Own(own) if steps.contains(&own));
    let history = case.history();
    let mut steps = history.iter().filter(one_of(deciding));
    let own = steps.nth(place)?.number;
    let mut after = history.iter().filter(|executed| executed.number > own);
    after.find(one_of(undoing)).map(|executed| executed.on)
}
