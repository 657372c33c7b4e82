use super::{
    FieldChange, FileStatus, LifeStatus, Person, PersonFile, changes::changes, draft::agrees,
};
use crate::{
    calendar::PartialDate,
    error::{Coded, coded_error},
    identity::Sex,
};

/// The file that two became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The survivor's file with what it lacked.
    pub file: PersonFile,
    /// What it took from the other.
    pub taken: Vec<FieldChange>,
}

/// A condition of merging that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmet {
    /// The two are one file already.
    SameFile,
    /// One of them was merged before.
    AlreadyMerged,
    /// They have different citizen numbers.
    CitizenNumbersDiffer,
    /// What they know of the birth date cannot both be.
    BirthDatesDiffer,
    /// One says male, the other female.
    SexesDiffer,
    /// One is a real person, the other made up for demonstration.
    OneIsSynthetic,
}

impl Coded for Unmet {
    fn code(&self) -> &'static str {
        match self {
            Self::SameFile => "merge_same_file",
            Self::AlreadyMerged => "merge_already_merged",
            Self::CitizenNumbersDiffer => "merge_citizen_numbers_differ",
            Self::BirthDatesDiffer => "merge_birth_dates_differ",
            Self::SexesDiffer => "merge_sexes_differ",
            Self::OneIsSynthetic => "merge_one_is_synthetic",
        }
    }
}

coded_error!(Unmet);

/// Merges `absorbed` into `survivor`, which keeps what it says and takes what it lacks; or every
/// condition that is not met.
pub fn merge(survivor: &Person, absorbed: &Person) -> Result<Merged, Vec<Unmet>> {
    let unmet = unmet(survivor, absorbed);
    if !unmet.is_empty() {
        return Err(unmet);
    }
    let (mut file, other) = (survivor.file.clone(), &absorbed.file);
    file.citizen_number = file.citizen_number.or_else(|| other.citizen_number.clone());
    if other.birth_date.precision() < file.birth_date.precision() {
        file.birth_date = other.birth_date;
    }
    if !is_known(file.sex) && other.sex != Sex::Unknown {
        file.sex = other.sex;
    }
    file.phone = file.phone.or_else(|| other.phone.clone());
    file.address = file.address.or_else(|| other.address.clone());
    if file.life_status == LifeStatus::Unknown {
        file.life_status = other.life_status;
    }
    if file.life_status == LifeStatus::Deceased && file.died_on == PartialDate::UNKNOWN {
        file.died_on = other.died_on;
    }
    file.household_region = file.household_region.or(other.household_region);
    file.native_place = file.native_place.or_else(|| other.native_place.clone());
    file.origin = file.origin.or(other.origin);
    file.source = file.source.or_else(|| other.source.clone());
    let taken = changes(&survivor.file, &file);
    Ok(Merged { file, taken })
}

fn unmet(survivor: &Person, absorbed: &Person) -> Vec<Unmet> {
    let (one, other) = (&survivor.file, &absorbed.file);
    let numbers_differ = matches!(
        (&one.citizen_number, &other.citizen_number),
        (Some(one), Some(other)) if one != other
    );
    let sexes_differ = is_known(one.sex) && is_known(other.sex) && one.sex != other.sex;
    let dates_differ = !may_be_one_day(one.birth_date, other.birth_date);
    let merged_before = [survivor, absorbed]
        .iter()
        .any(|person| person.status != FileStatus::Active);
    [
        (survivor.id == absorbed.id, Unmet::SameFile),
        (merged_before, Unmet::AlreadyMerged),
        (numbers_differ, Unmet::CitizenNumbersDiffer),
        (dates_differ, Unmet::BirthDatesDiffer),
        (sexes_differ, Unmet::SexesDiffer),
        (one.synthetic != other.synthetic, Unmet::OneIsSynthetic),
    ]
    .into_iter()
    .filter_map(|(fails, unmet)| fails.then_some(unmet))
    .collect()
}

const fn is_known(sex: Sex) -> bool {
    matches!(sex, Sex::Male | Sex::Female)
}

fn may_be_one_day(one: PartialDate, other: PartialDate) -> bool {
    let reaches =
        |from: PartialDate, to: PartialDate| from.earliest().is_none_or(|first| agrees(to, first));
    reaches(one, other) || reaches(other, one)
}
