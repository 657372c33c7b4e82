use super::{FILING, Matter};
use crate::{
    deeds::{DecisionKind, Deed, ReconfirmationEnd},
    documents::{DocumentKind, Sheet, public_text, wording},
    procedure::Case,
    receipts::RuleId,
};

/// The decision of the next level (RECONFIRM-DECIDE).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let request = first.case.record().reconfirmations.last()?;
    let (end, _) = request.end?;
    let refused = first_refusal(first.case)?;
    let mut paragraphs = vec![
        format!(
            "{}，当事人对不予确认的决定（文号：{refused}）不服，申请复核。{}于{}收到申请。",
            matter.called(&FILING),
            matter.body(),
            wording::date(request.received_on)
        ),
        format!("{}：{}", matter.deed_label(&FILING), matter.story()),
    ];
    let laws = matter.laws(RuleId::ReconfirmDecide);
    match end {
        ReconfirmationEnd::Refused => {
            let refusal = first.case.decision()?.refusal.as_ref()?;
            paragraphs.push(format!(
                "经复核，依照{laws}的规定，决定维持不予确认的决定。"
            ));
            paragraphs.extend(super::reasons(matter, refusal));
            paragraphs.push("本决定作出后，本确认程序终结。".to_owned());
            paragraphs.extend(matter.remedies());
        }
        ReconfirmationEnd::Approved => {
            paragraphs.push(format!(
                "经复核，依照{laws}的规定，不维持原决定，拟确认为见义勇为行为，依法公示后作出确认决定。"
            ));
            let reason = first.case.record().opinion()?.reason.as_ref();
            paragraphs.extend(
                reason.map(|reason| format!("理由：{}", public_text::sentence(reason.as_str()))),
            );
        }
        ReconfirmationEnd::Withdrawn => return None,
    }
    Some(matter.sheet(
        DocumentKind::ReconfirmationDecision,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// The notice that the party took its request back (RECONFIRM-DECIDE).
pub(super) fn termination(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let request = first.case.record().reconfirmations.last()?;
    let (ReconfirmationEnd::Withdrawn, on) = request.end? else {
        return None;
    };
    let refused = first_refusal(first.case)?;
    let paragraphs = vec![
        format!(
            "{}，当事人对不予确认的决定（文号：{refused}）不服，申请复核，申请于{}收到。{}，当事人撤回复核申请。",
            matter.called(&FILING),
            wording::date(request.received_on),
            wording::date(on)
        ),
        format!(
            "{}决定终止复核。不予确认的决定（文号：{refused}）继续有效。",
            matter.body()
        ),
    ];
    Some(matter.sheet(
        DocumentKind::ReconfirmationTermination,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// The number of the refusal against which the party turned.
fn first_refusal(case: &Case<Deed>) -> Option<&str> {
    let decisions = case.decisions().iter().rev();
    decisions
        .filter(|decision| decision.kind == DecisionKind::Refusal)
        .map(|decision| decision.number.as_str())
        .next()
}
