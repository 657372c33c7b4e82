use super::{FILING, Matter, public_text, wording};
use crate::{
    deeds::RevocationEffect,
    documents::{DocumentKind, Sheet, inquiry},
    out_of_city::{Outcome, Recognition, RefusalCode},
    procedure::{Case, Decision},
    receipts::RuleId,
};

/// The decision of recognition (OUT-EFFECT), on which the certificate rests.
pub(super) fn recognition(matter: &Matter<'_>) -> Option<Sheet> {
    let title = matter.title()?;
    let certificates: Option<Vec<String>> = matter
        .concerned
        .iter()
        .map(|one| {
            let number = one.case.decision()?.certificate.as_ref()?;
            Some(format!("{}，编号{number}", one.name()))
        })
        .collect();
    let mut paragraphs = vec![
        format!("{}。", matter.came_in(&FILING)?),
        format!("{}：{}", matter.deed_label(&FILING), matter.story()),
    ];
    paragraphs.extend(matter.confirmed_there());
    paragraphs.push(format!(
        "经核验来源地和当地确认文书，依据{}，决定{}“{title}”称号，颁发证书（{}）。",
        matter.laws(RuleId::OutElig),
        matter.given(),
        certificates?.join("；")
    ));
    if matter.honours_a_dead() {
        paragraphs.push(wording::POSTHUMOUS.to_owned());
    }
    Some(matter.sheet(
        DocumentKind::RecognitionDecision,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// The decision that takes a recognition back.
pub(super) fn revocation(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let refusal = case.decision()?.refusal.as_ref()?;
    let recognised = recognition_of(case)?;
    let certificates: Vec<&str> = matter
        .concerned
        .iter()
        .filter_map(|one| Some(recognition_of(one.case)?.certificate.as_ref()?.as_str()))
        .collect();
    let told = case.record().notice()?;
    let mut paragraphs = vec![
        format!(
            "{}经{}作出的决定（文号：{}）被认定为市域外见义勇为，取得“{}”称号。{}。",
            matter.names(),
            wording::date(recognised.on),
            recognised.number,
            matter.title()?,
            inquiry::told_before(
                matter.body(),
                "拟撤销认定",
                told.notified_on,
                told.reply.as_ref()
            )
        ),
        format!(
            "理由：{}。{}",
            refusal.code.text().zh,
            public_text::sentence(refusal.reason.as_str())
        ),
        format!(
            "依据{}，决定撤销上述认定和称号。证书（编号：{}）自本决定作出之日起失效，予以收回；{}。",
            matter.laws(RuleId::OutElig),
            certificates.join("、"),
            inquiry::consequences(effects_of(refusal.code))
        ),
    ];
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::RecognitionRevocation,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// The last decision of recognition.
fn recognition_of(case: &Case<Recognition>) -> Option<&Decision<Recognition>> {
    let mut decisions = case.decisions().iter().rev();
    decisions.find(|decision| decision.kind == Outcome::Recognition)
}

/// What follows besides the end of title and certificate. What was paid is taken back only from those
/// who deceived (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 43).
const fn effects_of(code: RefusalCode) -> &'static [RevocationEffect] {
    use RevocationEffect::{Benefits, Payments, Plaque};
    match code {
        RefusalCode::Deception => &[Plaque, Benefits, Payments],
        RefusalCode::NotRecognised
        | RefusalCode::InsideCity
        | RefusalCode::OriginNotProven
        | RefusalCode::NotAuthentic
        | RefusalCode::IssuerNotAccepted
        | RefusalCode::ConfirmationWithdrawn => &[Plaque, Benefits],
    }
}
