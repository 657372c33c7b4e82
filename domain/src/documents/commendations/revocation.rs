use super::{Matter, award};
use crate::{
    commendations::{RefusalCode, money::Recovery},
    documents::{DocumentKind, Sheet, inquiry, public_text},
    money::Fen,
    receipts::RuleId,
};

/// The decision that takes a title back, with what has to come back.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let case = matter.first()?.case;
    let revocation = case.decision()?.refusal.as_ref()?;
    let certificates: Vec<&str> = matter
        .concerned
        .iter()
        .filter_map(|one| Some(one.case.certificate()?.as_str()))
        .collect();
    let told = case.record().notice().map(|told| {
        inquiry::told_before(
            matter.body(),
            "拟撤销称号",
            told.notified_on,
            told.reply.as_ref(),
        )
    });
    let told = told.map_or_else(String::new, |told| format!("{told}。"));
    let mut paragraphs = vec![
        format!("{}。{told}", award::granted(matter)?),
        format!(
            "理由：{}。{}",
            revocation.code.text().zh,
            public_text::sentence(revocation.reason.as_str())
        ),
    ];
    let certificate = if certificates.is_empty() {
        String::new()
    } else {
        format!(
            "荣誉证书（编号：{}）自本决定作出之日起失效，予以收回。",
            certificates.join("、")
        )
    };
    paragraphs.push(format!(
        "依据{}，决定撤销上述称号。{certificate}",
        matter.laws(rule_of(revocation.code))
    ));
    paragraphs.extend(to_come_back(matter));
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::CommendationRevocation,
        Some(matter.party()),
        paragraphs,
    ))
}

/// What has to come back, from whoever paid it.
fn to_come_back(matter: &Matter<'_>) -> Option<String> {
    let each: Vec<String> = matter
        .concerned
        .iter()
        .filter_map(|one| {
            let open = &one.case.record().recoveries;
            let sum = Fen::total(open.iter().map(Recovery::open))?;
            (!sum.is_zero()).then(|| {
                let (yuan, words) = (sum.yuan(), sum.in_words());
                format!("{}人民币{yuan}元（大写：{words}）", one.name())
            })
        })
        .collect();
    (!each.is_empty()).then(|| format!("已经发放的奖金予以追回：{}。", each.join("，")))
}

const fn rule_of(code: RefusalCode) -> RuleId {
    match code {
        RefusalCode::Conduct => RuleId::RevokeConduct,
        RefusalCode::WronglyAwarded => RuleId::TierBase,
        RefusalCode::Deception | RefusalCode::BasisFallen | RefusalCode::RevokedAbove => {
            RuleId::RevokeFraud
        }
    }
}
