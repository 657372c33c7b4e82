use super::{FILING, Matter};
use crate::{
    deeds::{DecisionKind, Deed, RevocationEffect},
    documents::{Concerned, DocumentKind, Sheet, inquiry, public_text, wording},
    procedure::{Case, Decision},
    receipts::RuleId,
};

/// The decision of confirmation (CONFIRM), on which the certificates rest.
pub(super) fn confirmation(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let names = matter.names();
    let laws = matter.laws(RuleId::Confirm);
    let mut paragraphs = vec![
        format!("{}。", matter.came_in(&FILING)?),
        format!("经审查核实：{}", matter.story()),
    ];
    paragraphs.extend(published(first.case));
    paragraphs.push(format!(
        "依照{laws}的规定，决定确认{names}的上述行为为见义勇为行为，颁发见义勇为证书（{}）。",
        certificates(matter)?
    ));
    if matter.concerned.iter().any(|one| one.deceased) {
        paragraphs.push(wording::POSTHUMOUS.to_owned());
    }
    Some(matter.sheet(
        DocumentKind::ConfirmationDecision,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// What came of the notice, or why there was none.
fn published(case: &Case<Deed>) -> Option<String> {
    let opinion = case.record().opinion()?;
    if let Some(waiver) = &opinion.waiver {
        return Some(format!(
            "出于{}的考虑，依法不予公示。",
            waiver.reason.text().zh
        ));
    }
    let notice = opinion.publication.as_ref()?;
    let outcome = if notice.objections.is_empty() {
        "没有异议"
    } else {
        "所提异议经核查不成立"
    };
    Some(format!(
        "拟确认人员的姓名和主要事迹已依法公示（文号：{}），公示期满，{outcome}。",
        notice.number
    ))
}

/// Whose certificate has which number.
fn certificates(matter: &Matter<'_>) -> Option<String> {
    let each: Option<Vec<String>> = matter.concerned.iter().map(certificate).collect();
    Some(each?.join("；"))
}

fn certificate(concerned: &Concerned<'_, Deed>) -> Option<String> {
    let number = concerned.case.decision()?.certificate.as_ref()?;
    Some(format!("{}，编号{number}", concerned.name()))
}

/// The decision that takes a confirmation back (REVOKE-FRAUD).
pub(super) fn revocation(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let revoked = first.case.record().revocations.last()?;
    let confirmed = confirmation_of(first.case)?;
    let names = matter.names();
    let laws = matter.laws(RuleId::RevokeFraud);
    let certificates: Vec<&str> = matter
        .concerned
        .iter()
        .filter_map(|one| Some(confirmation_of(one.case)?.certificate.as_ref()?.as_str()))
        .collect();
    let mut paragraphs = vec![format!(
        "{names}的行为经{}作出的确认决定（文号：{}），被确认为见义勇为行为。",
        wording::date(confirmed.on),
        confirmed.number
    )];
    // Revocations of before the notice had a step of its own have none.
    paragraphs.extend(first.case.record().revocation_notices.last().map(|notice| {
        let (told_on, reply) = (notice.notified_on, notice.reply.as_ref());
        let told = inquiry::told_before(matter.body(), "拟撤销确认", told_on, reply);
        format!("{told}。")
    }));
    paragraphs.push(format!(
        "经查，{}",
        public_text::sentence(revoked.deception.as_str())
    ));
    paragraphs.push(format!(
        "依照{laws}的规定，决定撤销上述确认决定。见义勇为证书（编号：{}）自本决定作出之日起失效，予以收回；因该确认取得的{}。",
        certificates.join("、"),
        inquiry::consequences(&[
            RevocationEffect::Titles,
            RevocationEffect::Plaque,
            RevocationEffect::Benefits,
            RevocationEffect::Payments,
        ])
    ));
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::RevocationDecision,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// The last decision of confirmation.
fn confirmation_of(case: &Case<Deed>) -> Option<&Decision<Deed>> {
    let mut decisions = case.decisions().iter().rev();
    decisions.find(|decision| decision.kind == DecisionKind::Confirmation)
}
