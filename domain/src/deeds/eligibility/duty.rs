use super::{Duty, Relation, case::Case};
use crate::{
    policy::ContractDuty,
    receipts::{Finding, RuleId, Verdict, verdict},
};

fn duty_not_stated() -> Verdict {
    verdict!(unknown DutyNotStated,
        "尚未说明行为人当时是否负有法定职责或者特定义务，请补充。",
        "Whether the actor was bound to act is not stated. Please add it.")
}

/// DEED-DUTY: who does what a statute asks does not act bravely in the sense of the regulation.
pub(super) fn deed_duty(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.duty {
        None => duty_not_stated(),
        Some(Duty::Statutory) => verdict!(not_met StatutoryDuty,
            "该行为属于行为人的法定职责，不属于见义勇为。",
            "The act was the actor's duty by statute, which is no act of bravery."),
        Some(Duty::BeyondStatutory) => verdict!(met BeyondDuty,
            "行为人当时不在履职，或者行为超出其法定职责。",
            "The actor was off duty, or went beyond the duty by statute."),
        Some(Duty::None | Duty::Contractual) => verdict!(met NoStatutoryDuty,
            "行为人对该行为不负有法定职责。",
            "No duty by statute bound the actor."),
    };
    verdict
        .fact("duty", case.facts.duty)
        .conclude(RuleId::DeedDuty, case.law())
}

/// DEED-CONTRACT: what a duty by contract means is a matter of policy.
pub(super) fn deed_contract(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.duty {
        None => duty_not_stated(),
        Some(Duty::Contractual) => contractual(case.rules().eligibility.contract_duty),
        Some(Duty::None | Duty::Statutory | Duty::BeyondStatutory) => {
            verdict!(not_applicable NoContractDuty,
            "不涉及约定义务。",
            "No duty by contract is at stake.")
        }
    };
    verdict
        .fact("duty", case.facts.duty)
        .fact("contract_duty", case.rules().eligibility.contract_duty)
        .conclude(RuleId::DeedContract, case.law())
}

fn contractual(policy: ContractDuty) -> Verdict {
    match policy {
        ContractDuty::Review => verdict!(unknown ContractDutyReviewed,
            "行为人负有约定义务，是否属于“特定义务”由评审委员会研究。",
            "The actor had a duty by contract; whether that rules the deed out is for the review panel."),
        ContractDuty::Exclude => verdict!(not_met ContractDutyExcluded,
            "行为人负有约定义务，按现行规则不予确认。",
            "The actor had a duty by contract, which the rules exclude."),
        ContractDuty::Allow => verdict!(met ContractDutyAllowed,
            "行为人负有约定义务，不影响确认。",
            "The actor's duty by contract does not stand in the way."),
        ContractDuty::AllowLowerTier => verdict!(met ContractDutyLowerTier,
            "行为人负有约定义务，可以确认，表扬等次从低。",
            "The actor had a duty by contract: confirmation is possible, with a lower commendation."),
    }
}

/// DEED-KIN: who rescues only those they must care for anyway is reviewed.
pub(super) fn deed_kin(case: &Case<'_>) -> Finding {
    let relations = case.facts.beneficiaries.as_deref();
    let verdict = match relations {
        _ if !case.rules().eligibility.review_kin => verdict!(not_applicable KinNotReviewed,
            "现行规则不审查受益人与行为人的亲属关系。",
            "The rules do not ask whether beneficiaries are related to the actor."),
        None => verdict!(unknown BeneficiariesNotStated,
            "尚未说明受益人与行为人的关系，请补充。",
            "What the beneficiaries are to the actor is not stated. Please add it."),
        Some([]) => verdict!(not_applicable NoSingleBeneficiary,
            "没有特定的受益人。",
            "There is no single beneficiary."),
        Some(relations) => kin(relations),
    };
    verdict
        .fact("beneficiaries", relations.map(<[Relation]>::to_vec))
        .conclude(RuleId::DeedKin, case.law())
}

fn kin(relations: &[Relation]) -> Verdict {
    if relations.contains(&Relation::Unrelated) {
        return verdict!(met BeneficiaryUnrelated,
            "受益人中有与行为人无亲属或者监护关系的人。",
            "A beneficiary is unrelated to the actor.");
    }
    if relations.contains(&Relation::OtherRelative) {
        return verdict!(unknown KinOnly,
            "受益人均为行为人的亲属，须人工核查。",
            "Every beneficiary is related to the actor; an officer reviews it.");
    }
    verdict!(unknown SupportDuty,
        "受益人均为行为人的被监护人或者负有扶养义务的亲属，须人工核查。",
        "Every beneficiary is a ward or a relative whom the actor has to support; an officer reviews it.")
}
