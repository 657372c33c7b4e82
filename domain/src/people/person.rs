use std::fmt;

use chrono::{DateTime, Utc};

use super::{Address, FileOrigin, LifeStatus};
use crate::{
    calendar::PartialDate,
    identity::{CitizenNumber, PersonName, PhoneNumber, Sex},
    ids::PersonId,
    policy::OriginBasis,
    regions::RegionCode,
    text::Line,
};

/// From where a historic file was taken over, such as a newspaper or a paper list.
pub type Source = Line<500>;

/// The ancestral place (籍贯) as the household register words it.
pub type NativePlace = Line<100>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Why; none where a source only says "from there" (籍).
    pub basis: Option<OriginBasis>,
    pub region: RegionCode,
}

#[derive(Clone, PartialEq, Eq)]
pub struct PersonFile {
    /// The county or zone that keeps the file, or the city itself where the county is not known.
    pub region: RegionCode,
    pub file_origin: FileOrigin,
    /// From where it was taken over; always there in a historic file.
    pub source: Option<Source>,
    /// Whether this is no real person but made up for demonstration.
    pub synthetic: bool,
    pub name: PersonName,
    pub sex: Sex,
    /// The birth date, which agrees with the citizen number.
    pub birth_date: PartialDate,
    pub citizen_number: Option<CitizenNumber>,
    pub phone: Option<PhoneNumber>,
    pub address: Option<Address>,
    pub life_status: LifeStatus,
    /// When the person died; unknown unless deceased.
    pub died_on: PartialDate,
    pub household_region: Option<RegionCode>,
    pub native_place: Option<NativePlace>,
    pub origin: Option<Origin>,
}

impl fmt::Debug for PersonFile {
    /// Names no one: a file may end up in a log by mistake.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PersonFile")
            .field("region", &self.region)
            .field("file_origin", &self.file_origin)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStatus {
    Active,
    /// It was merged into another file, and stays as it was.
    Merged {
        into: PersonId,
    },
}

impl FileStatus {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Merged { .. } => "merged",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub file: PersonFile,
    pub status: FileStatus,
    /// 1 when opened, one more with each change.
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}
