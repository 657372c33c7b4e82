use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    identity::PersonName,
    policy::{ConsentGiver, HonourLevel},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldHonour {
    pub level: HonourLevel,
    pub revoked: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub given: bool,
    pub by: ConsentGiver,
}

/// The group whose name the studio is to carry instead of the leader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName {
    pub name: String,
    /// Whether the city approved its use; none while it has not decided.
    pub city_approval: Option<bool>,
}

/// What is known about a studio that is to be named. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudioNameFacts {
    pub proposed_name: Option<String>,
    pub leader_name: Option<PersonName>,
    pub group: Option<GroupName>,
    pub honours: Option<Vec<HeldHonour>>,
    pub deceased: Option<bool>,
    pub consent: Option<Consent>,
    pub existing_studios: Option<u32>,
    pub name_taken: Option<bool>,
    /// The day of the proposal (Beijing): the day of the case.
    pub proposed_on: Option<NaiveDate>,
}
