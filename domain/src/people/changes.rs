use serde::{Deserialize, Serialize};

use super::{Address, PersonFile};
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
            Field::Region
            | Field::Source
            | Field::Name
            | Field::Sex
            | Field::LifeStatus
            | Field::DiedOn
            | Field::HouseholdRegion
            | Field::NativePlace
            | Field::OriginBasis
            | Field::OriginRegion => value.clone(),
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

/// What each member says. The file is taken apart, so that a new member cannot be left out unseen.
fn values(file: &PersonFile) -> [(Field, Option<String>); 14] {
    let PersonFile {
        region,
        file_origin: _,
        source,
        synthetic: _,
        name,
        sex,
        birth_date,
        citizen_number,
        phone,
        address,
        life_status,
        died_on,
        household_region,
        native_place,
        origin,
    } = file;
    let code = |region: &RegionCode| region.to_string();
    let sex = match sex {
        Sex::Unknown => "unknown",
        Sex::Male => "male",
        Sex::Female => "female",
        Sex::NotStated => "not_stated",
    };
    let number = citizen_number.as_ref().map(CitizenNumber::expose);
    let phone = phone.as_ref().map(PhoneNumber::expose);
    let address = address.as_ref().map(Address::expose);
    let basis = origin.and_then(|origin| origin.basis);
    [
        (Field::Region, Some(code(region))),
        (Field::Source, source.as_ref().map(ToString::to_string)),
        (Field::Name, Some(name.to_string())),
        (Field::Sex, Some(sex.to_owned())),
        (Field::BirthDate, birth_date.value()),
        (Field::CitizenNumber, number.map(str::to_owned)),
        (Field::Phone, phone.map(str::to_owned)),
        (Field::Address, address.map(str::to_owned)),
        (Field::LifeStatus, Some(life_status.as_str().to_owned())),
        (Field::DiedOn, died_on.value()),
        (Field::HouseholdRegion, household_region.as_ref().map(code)),
        (
            Field::NativePlace,
            native_place.as_ref().map(ToString::to_string),
        ),
        (
            Field::OriginBasis,
            basis.map(|basis| basis.as_str().to_owned()),
        ),
        (
            Field::OriginRegion,
            origin.as_ref().map(|origin| code(&origin.region)),
        ),
    ]
}
