use super::Matter;
use crate::{
    documents::{DocumentKind, Sheet},
    receipts::RuleId,
};

/// The certificate (OUT-EFFECT), with the title as policy has it, and 追授 for somebody who died.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let decision = first.case.decision()?;
    let title = matter.title()?;
    let names = matter.names();
    let mut paragraphs = vec![matter.short_story()];
    paragraphs.extend(matter.confirmed_there());
    paragraphs.push(format!(
        "依据{}，经核验来源地和当地确认文书，{}“{title}”称号（决定文号：{}）。特发此证。",
        matter.laws(RuleId::OutElig),
        matter.given(),
        decision.number
    ));
    if matter.honours_a_dead() {
        let agreement = first.case.record().kin_agreements.last();
        paragraphs.push(agreement.map_or_else(
            || "本证书由其家属领取。".to_owned(),
            |agreement| {
                format!(
                    "本证书经近亲属协商一致，由家属{}领取。",
                    agreement.recipient
                )
            },
        ));
    }
    let sheet = matter.sheet(
        DocumentKind::RecognitionCertificate,
        Some(names),
        paragraphs,
    );
    Some(Sheet {
        title: format!("{title}证书"),
        ..sheet
    })
}
