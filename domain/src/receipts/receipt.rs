use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Finding, Outcome, ReasonCode};
use crate::{
    calendar::HolidayCalendar,
    commendations::{TierEffects, TierFacts},
    deeds::eligibility::{DeedEffects, DeedFacts},
    named_enum,
    out_of_city::{OutOfCityEffects, OutOfCityFacts},
    plaques::{PlaqueEffects, PlaqueFacts},
    policy::{Policy, PolicyError, PolicySet},
    reference::Reference,
    rounds::{RoundEffects, RoundFacts},
    studios::{StudioNameEffects, StudioNameFacts},
};

named_enum! {
    /// 所评估的问题 / The question that a receipt answers.
    ReceiptKind as "DecisionKind" {
        Deed = "deed", "见义勇为行为", "whether what an actor did in a deed can be confirmed";
        OutOfCity = "out_of_city", "市域外见义勇为", "whether a deed outside the city brings the city's title";
        Tier = "tier", "表扬等次", "which level of commendation a deed suggests";
        StudioName = "studio_name", "工作室名称", "whether a studio may carry a name";
        Plaque = "plaque", "光荣牌", "whether a household gets a plaque";
        Round = "round", "表扬批次", "whether a round of commendation is in order";
    }
}

named_enum! {
    /// 规则的建议；由工作人员决定 / What the rules propose; an officer decides.
    ///
    /// From the best to the worst.
    Proposal {
        Approve = "approve", "建议同意：适用的条件均已具备", "every condition that applies is met";
        Review = "review", "建议人工核查：有缺项或须人工判断", "something is missing or needs a person's eye";
        Refuse = "refuse", "建议不予同意：有约束力的条件不具备", "a binding condition is not met";
    }
}

impl Proposal {
    /// Any `not_met` proposes refusal, else any `unknown` proposes review, else approval.
    pub fn from_findings(findings: &[Finding]) -> Self {
        let any = |outcome| findings.iter().any(|finding| finding.outcome == outcome);
        if any(Outcome::NotMet) {
            Proposal::Refuse
        } else if any(Outcome::Unknown) {
            Proposal::Review
        } else {
            Proposal::Approve
        }
    }
}

/// The whole input of one evaluation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "values", rename_all = "snake_case")]
pub enum Facts {
    Deed(DeedFacts),
    OutOfCity(OutOfCityFacts),
    Tier(TierFacts),
    StudioName(StudioNameFacts),
    Plaque(PlaqueFacts),
    Round(RoundFacts),
}

impl Facts {
    /// The day the case was opened, when the facts tell it: the policy in force on that day
    /// applies, not the current one.
    pub fn case_date(&self) -> Option<NaiveDate> {
        match self {
            Facts::Deed(facts) => facts.received_on,
            Facts::OutOfCity(facts) => facts.requested_on,
            Facts::Tier(facts) => facts.nominated_on,
            Facts::StudioName(facts) => facts.proposed_on,
            Facts::Plaque(facts) => facts.registered_on,
            Facts::Round(facts) => facts.planned_on,
        }
    }

    /// Applies the rules under one version of a policy.
    pub fn evaluate(&self, policy: &Policy, reference: Reference<'_>, today: NaiveDate) -> Receipt {
        let by_calendar = |receipt| Receipt {
            calendar_version: reference.calendar.version(),
            ..receipt
        };
        match self {
            Facts::Deed(facts) => by_calendar(crate::deeds::eligibility::evaluate(
                facts, policy, reference, today,
            )),
            Facts::OutOfCity(facts) => by_calendar(crate::out_of_city::evaluate(
                facts, policy, reference, today,
            )),
            Facts::Tier(facts) => {
                crate::commendations::evaluate_tier(facts, policy, reference.regions, today)
            }
            Facts::StudioName(facts) => crate::studios::evaluate_name(facts, policy, today),
            Facts::Plaque(facts) => crate::plaques::evaluate(facts, policy, today),
            Facts::Round(facts) => crate::rounds::evaluate(facts, policy, reference.regions, today),
        }
    }
}

/// What follows if the officer agrees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "values", rename_all = "snake_case")]
pub enum Effects {
    Deed(DeedEffects),
    OutOfCity(OutOfCityEffects),
    Tier(TierEffects),
    StudioName(StudioNameEffects),
    Plaque(PlaqueEffects),
    Round(RoundEffects),
}

/// The version of a policy that was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRef {
    pub id: String,
    pub version: String,
    /// SHA-256 of that version, lower-case hex.
    pub hash: String,
}

/// One evaluation, complete enough to be checked again by anybody at any time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    pub kind: ReceiptKind,
    pub policy: PolicyRef,
    /// The day of the case, which chose the version of the policy.
    pub decided_on: NaiveDate,
    /// The day the rules were applied (Beijing).
    pub evaluated_on: NaiveDate,
    /// The version of the calendar by which last days were reckoned; 0 for the built-in years alone, and
    /// where no rule asks for one.
    #[serde(default, skip_serializing_if = "is_built_in")]
    pub calendar_version: i64,
    pub facts: Facts,
    /// Which of the facts were read from the files, by their names, and not said by who asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from_files: Vec<String>,
    /// What each rule says, in the order of the rule numbers.
    pub findings: Vec<Finding>,
    pub proposal: Proposal,
    pub effects: Effects,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_built_in(version: &i64) -> bool {
    *version == 0
}

impl Receipt {
    /// Whether a rule left something open because a year of the calendar was not loaded, and others are
    /// loaded since.
    pub fn awaits_calendar(&self, calendar: &HolidayCalendar) -> bool {
        self.calendar_version < calendar.version()
            && self
                .findings
                .iter()
                .any(|finding| finding.code == ReasonCode::CalendarNotLoaded)
    }

    pub(crate) fn new(
        facts: Facts,
        policy: &Policy,
        today: NaiveDate,
        findings: Vec<Finding>,
        effects: Effects,
    ) -> Self {
        Receipt {
            kind: match facts {
                Facts::Deed(_) => ReceiptKind::Deed,
                Facts::OutOfCity(_) => ReceiptKind::OutOfCity,
                Facts::Tier(_) => ReceiptKind::Tier,
                Facts::StudioName(_) => ReceiptKind::StudioName,
                Facts::Plaque(_) => ReceiptKind::Plaque,
                Facts::Round(_) => ReceiptKind::Round,
            },
            policy: policy.reference(),
            decided_on: facts.case_date().unwrap_or(today),
            evaluated_on: today,
            calendar_version: 0,
            facts,
            from_files: Vec::new(),
            proposal: Proposal::from_findings(&findings),
            findings,
            effects,
        }
    }
}

/// Applies the rules under the version of the policy that is in force on the day of the case
/// (today, when the facts do not tell that day).
pub fn evaluate(
    facts: &Facts,
    policies: &PolicySet,
    reference: Reference<'_>,
    today: NaiveDate,
) -> Result<Receipt, PolicyError> {
    let policy = policies.in_force_on(facts.case_date().unwrap_or(today))?;
    Ok(facts.evaluate(policy, reference, today))
}
