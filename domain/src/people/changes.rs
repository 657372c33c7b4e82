use serde::{Deserialize, Serialize};

use super::PersonFile;
use crate::{
    identity::{CitizenNumber, PhoneNumber, Sex, mask},
    regions::RegionCode,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Region,
    Source,
    Name,
    Sex,
    BirthDate,
    CitizenNumber,
    Phone,
    Address,
    LifeStatus,
    DiedOn,
    HouseholdRegion,
    NativePlace,
    OriginBasis,
    OriginRegion,
}

impl Field {
    /// Its place in the document of a person: a JSON Pointer (RFC 6901).
    pub const fn pointer(self) -> &'static str {
        match self {
            Self::Region => "/region_code",
            Self::Source => "/source",
            Self::Name => "/name",
            Self::Sex => "/sex",
            Self::BirthDate => "/birth_date",
            Self::CitizenNumber => "/citizen_number",
            Self::Phone => "/phone",
            Self::Address => "/address",
            Self::LifeStatus => "/life_status",
            Self::DiedOn => "/died_on",
            Self::HouseholdRegion => "/household_region",
            Self::NativePlace => "/native_place",
            Self::OriginBasis => "/origin/basis",
            Self::OriginRegion => "/origin/region",
        }
    }
}

/// What one member said before and says now; none where it said nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    pub field: Field,
    pub from: Option<String>,
    pub to: Option<String>,
}

impl FieldChange {
    /// The same change with sensitive values masked. The birth date is hidden wholly, because it
    /// completes a masked citizen number.
    #[must_use]
    pub fn masked(&self) -> Self {
        let mask_value = |value: &Option<String>| match self.field {
            Field::BirthDate => value.as_ref().map(|_| "****".to_owned()),
            Field::CitizenNumber | Field::Phone | Field::Address => value.as_deref().map(mask),
            _ => value.clone(),
        };
        Self {
            field: self.field,
            from: mask_value(&self.from),
            to: mask_value(&self.to),
        }
    }
}

impl std::fmt::Debug for FieldChange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "FieldChange({})", self.field.pointer())
    }
}

pub(super) fn changes(before: &PersonFile, after: &PersonFile) -> Vec<FieldChange> {
    values(before)
        .into_iter()
        .zip(values(after))
        .filter(|((_, from), (_, to))| from != to)
        .map(|((field, from), (_, to))| FieldChange { field, from, to })
        .collect()
}

fn values(file: &PersonFile) -> [(Field, Option<String>); 14] {
    let region = |region: RegionCode| region.to_string();
    let sex = match file.sex {
        Sex::Unknown => "unknown",
        Sex::Male => "male",
        Sex::Female => "female",
        Sex::NotStated => "not_stated",
    };
    let exposed = |text: &str| text.to_owned();
    [
        (Field::Region, Some(region(file.region))),
        (Field::Source, file.source.as_ref().map(ToString::to_string)),
        (Field::Name, Some(file.name.to_string())),
        (Field::Sex, Some(sex.to_owned())),
        (Field::BirthDate, file.birth_date.value()),
        (
            Field::CitizenNumber,
            file.citizen_number
                .as_ref()
                .map(CitizenNumber::expose)
                .map(exposed),
        ),
        (
            Field::Phone,
            file.phone.as_ref().map(PhoneNumber::expose).map(exposed),
        ),
        (
            Field::Address,
            file.address
                .as_ref()
                .map(|address| exposed(address.expose())),
        ),
        (
            Field::LifeStatus,
            Some(file.life_status.as_str().to_owned()),
        ),
        (Field::DiedOn, file.died_on.value()),
        (Field::HouseholdRegion, file.household_region.map(region)),
        (
            Field::NativePlace,
            file.native_place.as_ref().map(ToString::to_string),
        ),
        (
            Field::OriginBasis,
            file.origin
                .and_then(|origin| origin.basis)
                .map(|basis| basis.as_str().to_owned()),
        ),
        (
            Field::OriginRegion,
            file.origin.map(|origin| region(origin.region)),
        ),
    ]
}
