//! Parts of the case that hold several members.

use domain::calendar::{PartialDate, Precision};
use domain::deeds::eligibility::{AgeAtDeed, Complexity, EvidenceItem, Obstacle};
use domain::error::FieldErrors;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::wire::{day, paragraphs, require};
use crate::words::EvidenceKindWord;

domain::faults! {
    struct AgeGivenTwice = "age_given_twice",
        "行为时年龄与出生日期只填其一", "Give the age at the deed or the birth date, not both.";
    struct BornAfterDeed = "born_after_deed",
        "出生日期晚于行为日期", "The birth date lies after the deed.";
    struct ComplexReasonUnexpected = "complex_reason_unexpected",
        "未说明情况复杂的，不得填写理由",
        "A case that is not said to be complex has no reason why it is.";
    struct PeriodReversed = "period_reversed",
        "结束日期早于开始日期", "The period ends before it begins.";
}

/// 证据 / A piece of evidence.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EvidenceGiven {
    /// 种类 / Its kind.
    kind: EvidenceKindWord,
    /// 是否已经核实 / Whether an officer has verified it.
    verified: bool,
}

impl From<&EvidenceGiven> for EvidenceItem {
    fn from(given: &EvidenceGiven) -> Self {
        Self {
            kind: given.kind.0,
            verified: given.verified,
        }
    }
}

/// 不可抗力 / Force majeure that kept somebody from filing.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObstacleGiven {
    /// 开始日期 / Its first day.
    #[schema(format = Date, example = "2024-05-02")]
    from: String,
    /// 结束日期 / Its last day.
    #[schema(format = Date, example = "2024-05-09")]
    to: String,
    /// 市级是否决定中止计算；未决定时不填 / Whether the city decided that the time stops; left out while it has not.
    city_decision: Option<bool>,
}

impl From<&Obstacle> for ObstacleGiven {
    fn from(obstacle: &Obstacle) -> Self {
        Self {
            from: obstacle.from.to_string(),
            to: obstacle.to.to_string(),
            city_decision: obstacle.city_decision,
        }
    }
}

impl ObstacleGiven {
    pub(crate) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<Obstacle> {
        let from = day(&self.from, &format!("{pointer}/from"), errors);
        let to = day(&self.to, &format!("{pointer}/to"), errors);
        let (from, to) = (from?, to?);
        if from > to {
            errors.push(format!("{pointer}/to"), &PeriodReversed);
            return None;
        }
        Some(Obstacle {
            from,
            to,
            city_decision: self.city_decision,
        })
    }
}

/// Whether the case is complex; a complex one has a reason and no other has.
pub(crate) fn complexity(
    complex: Option<bool>,
    reason: Option<&str>,
    errors: &mut FieldErrors,
) -> Option<Complexity> {
    match (complex, reason) {
        (Some(true), None) => {
            require("/complex_reason", errors);
            None
        }
        (Some(true), reason) => {
            paragraphs(reason, "/complex_reason", errors).map(Complexity::Complex)
        }
        (Some(false) | None, Some(_)) => {
            errors.push("/complex_reason", &ComplexReasonUnexpected);
            None
        }
        (Some(false), None) => Some(Complexity::Plain),
        (None, None) => None,
    }
}

/// The age as it is given, or that of somebody born that day. The birth date goes no further.
pub(crate) fn age(
    age_at_deed: Option<u32>,
    birth_date: Option<&str>,
    occurred_on: PartialDate,
    errors: &mut FieldErrors,
) -> Option<AgeAtDeed> {
    let born = match (age_at_deed, birth_date) {
        (Some(_), Some(_)) => {
            errors.push("/birth_date", &AgeGivenTwice);
            return None;
        }
        (age_at_deed, None) => return age_at_deed.map(AgeAtDeed::years),
        (None, Some(text)) => day(text, "/birth_date", errors)?,
    };
    let age = AgeAtDeed::of_birth(born, occurred_on);
    if age.is_none() && occurred_on.precision() != Precision::Unknown {
        errors.push("/birth_date", &BornAfterDeed);
    }
    age
}
