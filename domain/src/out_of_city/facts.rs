use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::PartialDate,
    ids::RecognitionId,
    people::LifeConflict,
    policy::{AuthorityLevel, IssuerKind, OriginBasis},
    regions::{Place, RegionCode},
};

/// One reason why somebody counts as coming from a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginClaim {
    /// The reason; none when a source only says "from there" (籍) without saying why.
    pub basis: Option<OriginBasis>,
    pub region: RegionCode,
    /// Whether a document that proves it is on file.
    pub proof_present: bool,
}

/// The document by which the deed was confirmed where it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationDocument {
    pub issuer_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_region: Option<RegionCode>,
    pub issuer_kind: Option<IssuerKind>,
    pub issuer_level: Option<AuthorityLevel>,
    pub document_number: Option<String>,
    pub issued_on: PartialDate,
    pub copy_attached: bool,
    /// Whether the issuer took it back; none when nobody asked yet.
    pub withdrawn: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", content = "document", rename_all = "snake_case")]
pub enum LocalConfirmation {
    Absent,
    Present(ConfirmationDocument),
}

/// What is known about a deed outside the city. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutOfCityFacts {
    pub origin_claims: Vec<OriginClaim>,
    /// The place of first registration in the citizen number: a hint, never proof.
    pub origin_hint: Option<RegionCode>,
    /// Whether the city approved an origin that policy makes depend on it.
    pub city_approved_origin: Option<bool>,
    pub place: Option<Place>,
    pub occurred_on: PartialDate,
    pub local_confirmation: Option<LocalConfirmation>,
    /// The day recognition was asked for (Beijing): the day of the case.
    pub requested_on: Option<NaiveDate>,
    pub deceased: Option<bool>,
    pub rewarded_elsewhere: Option<bool>,
    pub household_has_plaque: Option<bool>,
    /// How the dates in the person's file contradict that of the deed, where they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life_conflict: Option<LifeConflict>,
    /// Other recognitions that may be of the same person and deed; none where nobody searched for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub possible_duplicates: Option<Vec<RecognitionId>>,
}
