use std::collections::BTreeSet;

use super::case::Case;
use crate::{
    policy::EvidenceKind,
    receipts::{Finding, RuleId, Text, Verdict, verdict},
};

/// EVIDENCE-MIN: one proof by public security or civil affairs, or verified items of several kinds;
/// for a deed against a crime also material of the police, as policy asks.
pub(super) fn evidence_min(case: &Case<'_>) -> Finding {
    let rules = &case.rules().evidence;
    let verified: Option<BTreeSet<EvidenceKind>> = case.facts.evidence.as_ref().map(|items| {
        items
            .iter()
            .filter(|item| item.verified)
            .map(|item| item.kind)
            .collect()
    });
    let verdict = match &verified {
        None => verdict!(unknown EvidenceNotStated,
            "尚未提交证据材料。",
            "Nothing is on file as evidence yet."),
        Some(verified) => enough(case, verified),
    };
    verdict
        .fact(
            "verified_kinds",
            verified.map(|kinds| kinds.into_iter().collect::<Vec<_>>()),
        )
        .fact("against_crime", case.facts.against_crime())
        .fact("sufficient_alone", rules.sufficient_alone.clone())
        .fact("minimum_items", rules.minimum_items)
        .conclude(RuleId::EvidenceMin, case.law())
}

fn enough(case: &Case<'_>, verified: &BTreeSet<EvidenceKind>) -> Verdict {
    let rules = &case.rules().evidence;
    let alone: Vec<Text> = verified
        .iter()
        .filter(|kind| rules.sufficient_alone.contains(kind))
        .map(|kind| kind.text())
        .collect();
    let (count, least) = (verified.len(), rules.minimum_items);
    let against_crime = case.facts.against_crime() == Some(true);
    if !rules.suffices(verified) {
        verdict!(unknown EvidenceInsufficient,
            "已核实的证据有{count}类，至少需要{least}类，或者一份公安、民政等单独足以证明的材料。",
            "Verified evidence is of {count} kind(s); {least} are needed, or one proof that is enough alone.")
    } else if rules.lacks_police(against_crime, verified) {
        verdict!(unknown PoliceMaterialMissing,
            "涉及违法犯罪的行为还没有公安机关的材料，须人工核查。",
            "There is no police material yet for a deed against a crime; an officer reviews it.")
    } else if alone.is_empty() {
        verdict!(met EvidenceEnough,
            "已核实{count}类证据，达到{least}类的要求。",
            "Verified evidence is of {count} kinds; {least} are needed.")
    } else {
        let Text { zh, en } = Text::list(&alone);
        verdict!(met ProofSufficient,
            "{zh}已核实，足以证明。",
            "Enough alone, and verified: {en}.")
    }
}
