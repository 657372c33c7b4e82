use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::AwardFacts;
use crate::{
    named_enum,
    policy::{
        AuthorityKind, CommendationForm, CommendationKind, Harm, HonourLevel, InfluenceArea,
        Recipient, TitleId,
    },
    regions::RegionCode,
};

/// A grade from 0 (none) to 4 (extreme), as the panel gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Grade(u8);

impl Grade {
    pub const MIN: Grade = Grade(0);

    pub const MAX: Grade = Grade(4);

    pub const fn new(value: u8) -> Option<Self> {
        if value <= Self::MAX.0 {
            Some(Grade(value))
        } else {
            None
        }
    }

    pub const fn get(self) -> u8 {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a grade is 0 to 4")]
pub struct GradeError;

impl TryFrom<u8> for Grade {
    type Error = GradeError;

    fn try_from(value: u8) -> Result<Self, GradeError> {
        Grade::new(value).ok_or(GradeError)
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> Self {
        grade.0
    }
}

named_enum! {
    /// 认定情况 / Whether a deed is established
    ConfirmationStatus {
        NotConfirmed = "not_confirmed", "未确认", "not confirmed";
        Confirmed = "confirmed", "已确认", "confirmed";
        RecognisedOutOfCity = "recognised_out_of_city", "已认定市域外见义勇为", "recognised as an out-of-city deed";
    }
}

named_enum! {
    /// 是否公开 / Whether a commendation is given in public
    Secrecy {
        Open = "open", "公开", "in public";
        AskedByPerson = "asked_by_person", "本人要求保密", "quietly, as the person asked";
        DecidedByBody = "decided_by_body", "机关决定保密", "quietly, as the body decided";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldTitle {
    pub level: HonourLevel,
    pub title: TitleId,
    pub same_deed: bool,
}

/// A body that is to grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantingBody {
    pub name: String,
    pub kind: AuthorityKind,
    /// The region that it is of; where it is not stated, the name may tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
}

/// What is known about a deed that may be commended. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierFacts {
    pub standing: Option<ConfirmationStatus>,
    pub recipient: Recipient,
    pub risk: Option<Grade>,
    pub cost: Option<Grade>,
    pub harm: Option<Harm>,
    pub loss_averted: Option<Grade>,
    pub influence: Option<InfluenceArea>,
    /// Titles held, of any deed.
    pub titles_held: Option<Vec<HeldTitle>>,
    /// Levels whose body has recommended upwards.
    pub recommended_by: Option<Vec<HonourLevel>>,
    pub requested_level: Option<HonourLevel>,
    pub requested_title: Option<TitleId>,
    pub requested_kind: Option<CommendationKind>,
    pub requested_form: Option<CommendationForm>,
    pub granting_bodies: Vec<GrantingBody>,
    pub award_name: Option<String>,
    /// The number under which a state award was approved.
    pub approval_number: Option<String>,
    /// State-award projects of that level this year, without this one.
    pub projects_this_year: Option<u32>,
    /// Whether the nominee, or the next of kin, has accepted.
    pub accepted: Option<bool>,
    pub secrecy: Option<Secrecy>,
    /// The day of the nomination (Beijing): the day of the case.
    pub nominated_on: Option<NaiveDate>,
    /// The award itself: its group, or what a death in the deed asks for (rules 59 to 64).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub award: Option<AwardFacts>,
}
