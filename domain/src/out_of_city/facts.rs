use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::PartialDate,
    policy::{AuthorityLevel, IssuerKind, OriginBasis},
    regions::{Place, RegionCode},
};

/// One reason why somebody counts as coming from a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginClaim {
    /// The reason; none when a source only says "from there" (籍) without saying why.
    pub basis: Option<OriginBasis>,
    /// The place.
    pub region: RegionCode,
    /// Whether a document that proves it is on file.
    pub proof_present: bool,
}

/// The document by which the deed was confirmed where it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationDocument {
    /// Who issued it.
    pub issuer_name: Option<String>,
    /// The region of that body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_region: Option<RegionCode>,
    /// What kind of body that is.
    pub issuer_kind: Option<IssuerKind>,
    /// The level of that body.
    pub issuer_level: Option<AuthorityLevel>,
    /// Number of the document.
    pub document_number: Option<String>,
    /// When it was issued.
    pub issued_on: PartialDate,
    /// Whether a copy is on file.
    pub copy_attached: bool,
    /// Whether the issuer took it back; none when nobody asked yet.
    pub withdrawn: Option<bool>,
}

/// Whether the deed was confirmed where it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", content = "document", rename_all = "snake_case")]
pub enum LocalConfirmation {
    /// It was not.
    Absent,
    /// It was, by this document.
    Present(ConfirmationDocument),
}

/// What is known about a deed outside the city. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutOfCityFacts {
    /// Reasons why the actor counts as coming from somewhere.
    pub origin_claims: Vec<OriginClaim>,
    /// The place of first registration in the citizen number: a hint, never proof.
    pub origin_hint: Option<RegionCode>,
    /// Whether the city approved an origin that policy makes depend on it.
    pub city_approved_origin: Option<bool>,
    /// Where the deed happened.
    pub place: Option<Place>,
    /// When it happened.
    pub occurred_on: PartialDate,
    /// Whether it was confirmed there.
    pub local_confirmation: Option<LocalConfirmation>,
    /// The day recognition was asked for (Beijing): the day of the case.
    pub requested_on: Option<NaiveDate>,
    /// Whether the actor has died.
    pub deceased: Option<bool>,
    /// Whether the actor was rewarded where the deed happened.
    pub rewarded_elsewhere: Option<bool>,
    /// Whether the household already has the plaque.
    pub household_has_plaque: Option<bool>,
}
