use super::{OrganisationKind, OrganisationName};
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
