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

/// From where somebody comes, and why that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Why; none where a source only says "from there" (籍).
    pub basis: Option<OriginBasis>,
    /// The place.
    pub region: RegionCode,
}

/// What a file says of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonFile {
    /// The county or zone that keeps the file, or the city itself where the county is not known.
    pub region: RegionCode,
    /// How the file came to be.
    pub file_origin: FileOrigin,
    /// From where it was taken over; always there in a historic file.
    pub source: Option<Source>,
    /// Whether this is no real person but made up for demonstration.
    pub synthetic: bool,
    /// The name.
    pub name: PersonName,
    /// The sex.
    pub sex: Sex,
    /// The birth date, which agrees with the citizen number.
    pub birth_date: PartialDate,
    /// The citizen number.
    pub citizen_number: Option<CitizenNumber>,
    /// A telephone number.
    pub phone: Option<PhoneNumber>,
    /// The home address.
    pub address: Option<Address>,
    /// Whether the person lives.
    pub life_status: LifeStatus,
    /// When the person died; unknown unless deceased.
    pub died_on: PartialDate,
    /// Where the household register is kept.
    pub household_region: Option<RegionCode>,
    /// The ancestral place, as worded.
    pub native_place: Option<NativePlace>,
    /// From where the person counts as coming.
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

/// Where a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileStatus {
    /// It is kept up to date.
    Active,
    /// It was merged into another file, and stays as it was.
    Merged {
        /// The file that took it in.
        into: PersonId,
    },
}

impl FileStatus {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Merged { .. } => "merged",
        }
    }
}

/// The file of a person, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// What it says.
    pub file: PersonFile,
    /// Where it stands.
    pub status: FileStatus,
    /// 1 when opened, one more with each change.
    pub version: i64,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}
