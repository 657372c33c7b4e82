use super::{FILING, Matter};
use crate::{
    deeds::Deed,
    documents::{Concerned, DocumentKind, Sheet},
    receipts::RuleId,
};

/// The decision not to confirm (REFUSE), with its reasons and the right to ask the next level.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let refusal = first.case.decision()?.refusal.as_ref()?;
    let mut paragraphs = vec![
        format!(
            "{}。经审查，决定不予确认为见义勇为行为。",
            matter.came_in(&FILING)?
        ),
        format!("{}：{}", matter.deed_label(&FILING), matter.story()),
    ];
    paragraphs.extend(super::reasons(matter, refusal));
    let laws = matter.laws(RuleId::Refuse);
    paragraphs.push(format!("本决定依照{laws}作出。"));
    paragraphs.push(right_of_reconfirmation(matter, first));
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(DocumentKind::Refusal, Some(matter.addressee()), paragraphs))
}

/// RECONFIRM-WINDOW: until when the party may ask, and whom.
fn right_of_reconfirmation(matter: &Matter<'_>, first: &Concerned<'_, Deed>) -> String {
    let days = matter
        .policy
        .terms()
        .deeds
        .decision
        .reconfirmation_request_days;
    let above = next_level(matter, first);
    let above = above.map_or_else(String::new, |name| format!("（{name}）"));
    let laws = matter.laws(RuleId::ReconfirmWindow);
    format!(
        "对本决定不服的，可以依照{laws}的规定，自收到本决定书之日起{days}日内，向上一级确认机构{above}申请复核。"
    )
}

/// The body above by its registered name, and where none is registered by what the law makes it.
fn next_level(matter: &Matter<'_>, first: &Concerned<'_, Deed>) -> Option<String> {
    if let Some(name) = matter.other_body {
        return Some(name.to_owned());
    }
    let above = first.case.first_instance().next_higher(matter.regions)?;
    let region = matter.regions.get(&above.region)?;
    Some(format!("{}见义勇为确认机构", region.name))
}
