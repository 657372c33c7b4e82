use super::{Matter, public_text, wording};
use crate::{
    documents::{DocumentKind, Sheet},
    plaques::ReplacementReason,
    receipts::RuleId,
};

/// The order to the supplier (PLAQUE-FLOW): text, names, household, place and serial number, one under the
/// other, since columns of text do not line up in print.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let order = matter.first()?.case.record().orders.last()?;
    let mut paragraphs = vec![
        format!(
            "依据{}，现委托你单位制作光荣牌1块，请按下列内容制作：",
            matter.laws(RuleId::PlaqueElig)
        ),
        format!("1. 牌面文字：{}。", matter.subject.text),
        format!("2. 姓名：{}。", matter.names()),
        format!("3. 家庭：{}。", matter.household()),
        format!("4. 所属地区：{}。", matter.place()),
        "5. 编号：制作后填写。".to_owned(),
        format!("下单日期：{}。", wording::date(order.on)),
    ];
    if let Some(before) = matter.subject.predecessor {
        paragraphs.push(format!("本牌为更换制作，原因：{}。", why(before.reason)));
    }
    paragraphs.push(public_text::sentence(
        "姓名和文字以本单为准，制作前请逐字核对；每块光荣牌的编号在全市不得重复，制作完成后请将编号告知本单位",
    ));
    Some(matter.sheet(
        DocumentKind::PlaqueOrder,
        Some(order.supplier.to_string()),
        paragraphs,
    ))
}

fn why(reason: ReplacementReason) -> String {
    reason.text().zh
}
