use super::{OrganisationKind, OrganisationName, Position};
use crate::{identity::CreditCode, regions::RegionCode};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationProfile {
    /// Its name, unique within the region.
    pub name: OrganisationName,
    pub kind: OrganisationKind,
    /// The region that it works in. It never changes: a body of another region is another body.
    pub region: RegionCode,
    /// Its unified social credit code, unique; a village committee may have none.
    pub credit_code: Option<CreditCode>,
}

/// What to change of an organisation; `None` leaves a member as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganisationPatch {
    pub name: Option<OrganisationName>,
    pub kind: Option<OrganisationKind>,
    /// The new credit code; `Some(None)` removes it.
    pub credit_code: Option<Option<CreditCode>>,
}

impl OrganisationProfile {
    pub fn patched(&self, patch: &OrganisationPatch) -> Self {
        Self {
            name: patch.name.as_ref().unwrap_or(&self.name).clone(),
            kind: patch.kind.unwrap_or(self.kind),
            region: self.region,
            credit_code: patch
                .credit_code
                .as_ref()
                .unwrap_or(&self.credit_code)
                .clone(),
        }
    }
}

/// What to change of an officer; `None` leaves a member as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficerPatch {
    pub position: Option<Position>,
    pub active: Option<bool>,
}

impl OfficerPatch {
    pub fn changes(&self, position: &Position, active: bool) -> bool {
        self.position.as_ref().is_some_and(|new| new != position)
            || self.active.is_some_and(|new| new != active)
    }
}
