use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    identity::PersonName,
    policy::{ConsentGiver, HonourLevel},
};

/// An honour of the leader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldHonour {
    /// Its level.
    pub level: HonourLevel,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// What somebody said about the use of the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Yes or no.
    pub given: bool,
    /// Who said so.
    pub by: ConsentGiver,
}

/// The group whose name the studio is to carry instead of the leader's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName {
    /// The name under which the group is known.
    pub name: String,
    /// Whether the city approved its use; none while it has not decided.
    pub city_approval: Option<bool>,
}

/// What is known about a studio that is to be named. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudioNameFacts {
    /// The name as proposed.
    pub proposed_name: Option<String>,
    /// The leader's name as it is registered.
    pub leader_name: Option<PersonName>,
    /// The group, if the studio is to carry its name.
    pub group: Option<GroupName>,
    /// Honours of the leader.
    pub honours: Option<Vec<HeldHonour>>,
    /// Whether the leader has died.
    pub deceased: Option<bool>,
    /// Consent to the use of the name.
    pub consent: Option<Consent>,
    /// Studios that carry the hero's name already.
    pub existing_studios: Option<u32>,
    /// Whether another studio has the proposed name.
    pub name_taken: Option<bool>,
    /// The day of the proposal (Beijing): the day of the case.
    pub proposed_on: Option<NaiveDate>,
}
