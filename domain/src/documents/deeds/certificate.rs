use super::Matter;
use crate::{
    documents::{DocumentKind, Sheet},
    receipts::RuleId,
};

/// The certificate that comes with a confirmation (CONFIRM).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let decision = first.case.decision()?;
    let names = matter.names();
    let laws = matter.laws(RuleId::Confirm);
    let given = if first.deceased {
        "特追授此证，由其家属领取。"
    } else {
        "特发此证。"
    };
    let paragraphs = vec![
        matter.short_story(),
        format!(
            "依照{laws}的规定，经审查核实，确认{names}的上述行为为见义勇为行为（确认决定文号：{}）。{given}",
            decision.number
        ),
    ];
    Some(matter.sheet(DocumentKind::Certificate, Some(names), paragraphs))
}
