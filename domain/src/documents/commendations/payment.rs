use super::{Matter, is_posthumous};
use crate::{
    documents::{DocumentKind, Sheet, public_text},
    money::Fen,
};

/// Who gets what from whom, with the total in capital words (大写). Accounts and signatures are written in by
/// hand: a sealed number stands on no paper of the service.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?.case;
    let payment = first.record().payments.last()?;
    let award = first.record().award()?;
    let mut paragraphs = vec![format!(
        "{}因“{}”称号（决定文号：{}）获得奖金共计人民币{}元（大写：{}）。",
        matter.honoured(),
        matter.title()?,
        award.decision,
        payment.total.yuan(),
        payment.total.in_words()
    )];
    let mut number = 0;
    for one in matter.concerned {
        let record = one.case.record();
        let Some(theirs) = record.payments.last() else {
            continue;
        };
        number += 1;
        let sum = Fen::total(theirs.shares.iter().map(|(_, fen)| *fen))?;
        let from = match theirs.shares.as_slice() {
            [(payer, _)] => format!("由{payer}支付"),
            shares => {
                let each = shares.iter();
                let each = each.map(|(payer, fen)| format!("{payer}{}元", fen.yuan()));
                let each: Vec<String> = each.collect();
                format!("其中：{}", each.join("，"))
            }
        };
        let recipient = match record.kin_agreements.last() {
            Some(agreement) if is_posthumous(one) => {
                format!("{}（由近亲属{}领取）", one.name(), agreement.recipient)
            }
            _ => one.name().to_owned(),
        };
        paragraphs.push(format!(
            "{number}. {recipient}，人民币{}元（大写：{}），{from}。领取人签名：＿＿＿＿＿＿　日期：＿＿＿＿＿＿",
            sum.yuan(),
            sum.in_words()
        ));
    }
    if let Some(basis) = &payment.basis {
        paragraphs.push(format!(
            "奖金标准依据：{}",
            public_text::sentence(basis.as_str())
        ));
    }
    if let Some(reason) = &payment.deviation {
        paragraphs.push(format!(
            "与奖金标准表不一致的理由：{}",
            public_text::sentence(reason.as_str())
        ));
    }
    Some(matter.sheet(DocumentKind::PaymentList, None, paragraphs))
}
