//! What is known of an award to a group, or for somebody who died.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ConfirmationStatus, money::DeathBenefit};
use crate::{money::Fen, out_of_city::Kinship, policy::Harm};

/// What is known of an award itself; left out where nothing of it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AwardFacts {
    /// The class of the prize, 1 for the first.
    pub class: Option<u8>,
    /// Of an award to a group.
    pub group: Option<GroupFacts>,
    /// Of an award for somebody who died.
    pub death: Option<DeathFacts>,
}

/// A group that acted in one incident.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupFacts {
    /// Whether all acted in one incident.
    pub one_incident: Option<bool>,
    pub members: Vec<MemberFacts>,
    /// The one sum for all.
    pub sum: Option<Fen>,
}

/// One member of a group.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberFacts {
    pub standing: Option<ConfirmationStatus>,
    /// Whether he, or the next of kin, has accepted; who declines is no member.
    pub accepted: Option<bool>,
    pub harm: Option<Harm>,
    /// His part of the sum.
    pub share: Option<Fen>,
}

/// What a death in the deed asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DeathFacts {
    pub died_on: Option<NaiveDate>,
    /// Who receives certificate, plaque and money.
    pub recipient: Option<Kinship>,
    /// Whether a spouse, child or parent is there, where another relative is to receive.
    pub nearer_kin: Option<bool>,
    /// Whether those of the same order agreed in writing on who receives.
    pub agreed_in_writing: Option<bool>,
    /// When the death was referred to the veterans' office of the county.
    pub referred_on: Option<NaiveDate>,
    /// Whether he was found to be a martyr.
    pub martyr: Option<bool>,
    /// Whether it was found to be a death on duty or at work.
    pub work_death: Option<bool>,
    /// The benefits that were granted.
    pub granted: Vec<DeathBenefit>,
}
