use super::{Matter, wording};
use crate::{
    documents::{DocumentKind, Sheet},
    plaques::Occasion,
};

/// The record of the handover (PLAQUE-FLOW): what, to whom, when and where, and who signed.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let delivery = matter.first()?.case.record().delivery.as_ref()?;
    let handover = &delivery.handover;
    let place = handover.place.as_ref();
    let place = place.map_or_else(String::new, |place| format!("（{place}）"));
    let recipient = match handover.kinship {
        Some(kinship) => format!("{}（{}）", handover.recipient, kinship.text().zh),
        None => handover.recipient.to_string(),
    };
    let mut paragraphs = vec![
        format!("家庭：{}。", matter.household()),
        format!(
            "光荣牌：{}，编号{}。",
            matter.inscription(),
            matter.serial()
        ),
        format!("所属地区：{}。", matter.place()),
        format!(
            "送达日期和方式：{}，{}{place}。",
            wording::date(delivery.on),
            handover.occasion.text().zh
        ),
        format!("领取人：{recipient}，已签收，签收材料存卷。"),
    ];
    if handover.occasion == Occasion::PraiseMeeting {
        paragraphs.push("光荣牌已在会议上颁发，尚待上门悬挂。".to_owned());
    }
    paragraphs.push(
        "光荣牌按家庭的意愿悬挂于户外或者置于室内。光荣牌如有损坏、遗失，或者家庭迁居的，请告知本单位。"
            .to_owned(),
    );
    Some(matter.sheet(DocumentKind::PlaqueHandover, None, paragraphs))
}
