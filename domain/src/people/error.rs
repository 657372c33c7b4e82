use crate::error::{Coded, coded_error};

/// A fault in what is to be written into a file, beyond the form of a single value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonError {
    /// The file would be kept by a region that is not the caller's, not in the city, or abolished.
    OutsideYourRegions,
    /// Only the city moves a file to another region.
    MovedByCityOnly,
    /// Only the city opens historic files.
    HistoricByCityOnly,
    /// A historic file without a source.
    SourceRequired,
    /// Neither a citizen number nor at least the year of birth.
    NumberOrBirthDateRequired,
    /// The birth date is not that of the citizen number.
    BirthDateContradictsNumber,
    /// The sex is not that of the citizen number.
    SexContradictsNumber,
    /// A date after today.
    DateInFuture,
    /// A date of death of somebody who is not deceased.
    DiedOnWithoutDeath,
    /// Death before birth.
    DiedBeforeBirth,
    /// A code that no region has or had.
    RegionUnknown,
}

impl Coded for PersonError {
    fn code(&self) -> &'static str {
        match self {
            Self::OutsideYourRegions => "outside_your_regions",
            Self::MovedByCityOnly => "moved_by_city_only",
            Self::HistoricByCityOnly => "historic_by_city_only",
            Self::SourceRequired => "source_required",
            Self::NumberOrBirthDateRequired => "number_or_birth_date_required",
            Self::BirthDateContradictsNumber => "birth_date_contradicts_number",
            Self::SexContradictsNumber => "sex_contradicts_number",
            Self::DateInFuture => "date_in_future",
            Self::DiedOnWithoutDeath => "died_on_without_death",
            Self::DiedBeforeBirth => "died_before_birth",
            Self::RegionUnknown => "region_unknown",
        }
    }
}

coded_error!(PersonError);
