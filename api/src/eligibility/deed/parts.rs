//! Parts of the case that hold several members.

use chrono::NaiveDate;
use domain::calendar::{PartialDate, Precision};
use domain::deeds::eligibility::{AgeAtDeed, Complexity, EvidenceItem, Obstacle};
use domain::error::{Coded, FieldErrors};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::eligibility::input::{line, require};
use crate::words::EvidenceKindWord;

/// Both the age and the birth date are given.
struct AgeGivenTwice;

impl Coded for AgeGivenTwice {
    fn code(&self) -> &'static str {
        "age_given_twice"
    }
}

/// The actor would have been born after the deed.
struct BornAfterDeed;

impl Coded for BornAfterDeed {
    fn code(&self) -> &'static str {
        "born_after_deed"
    }
}

/// A reason why a case is complex that is not.
struct ComplexReasonUnexpected;

impl Coded for ComplexReasonUnexpected {
    fn code(&self) -> &'static str {
        "complex_reason_unexpected"
    }
}

/// A period that ends before it begins.
struct PeriodReversed;

impl Coded for PeriodReversed {
    fn code(&self) -> &'static str {
        "period_reversed"
    }
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
    #[schema(format = Date)]
    from: String,
    /// 结束日期 / Its last day.
    #[schema(format = Date)]
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

fn day(text: &str, pointer: &str, errors: &mut FieldErrors) -> Option<NaiveDate> {
    let parsed = PartialDate::parse(Precision::Day, Some(text));
    errors.take(pointer, parsed)?.earliest()
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
        (Some(true), reason) => line(reason, "/complex_reason", errors).map(Complexity::Complex),
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
