use chrono::NaiveDate;

use super::{
    Address, FileOrigin, LifeStatus, NativePlace, Origin, PersonError, PersonFile, Source,
};
use crate::{
    calendar::PartialDate,
    error::{Coded, DateInFuture, FieldErrors, Required},
    identity::{CitizenNumber, PersonName, PhoneNumber, Sex},
    regions::{RegionCode, RegionTree, RegionUnknown},
};

/// What somebody wants a file to say: every value well formed, but not yet weighed together.
///
/// A value that was not well formed is absent here and has its fault noted beside the draft, so
/// that one answer names all faults.
#[derive(Debug, Clone)]
pub struct Draft {
    pub region: Option<RegionCode>,
    pub file_origin: FileOrigin,
    pub source: Option<Source>,
    pub synthetic: bool,
    pub name: Option<PersonName>,
    pub sex: Option<Sex>,
    pub birth_date: PartialDate,
    pub citizen_number: Option<CitizenNumber>,
    pub phone: Option<PhoneNumber>,
    pub address: Option<Address>,
    pub life_status: LifeStatus,
    pub died_on: PartialDate,
    pub household_region: Option<RegionCode>,
    pub native_place: Option<NativePlace>,
    pub origin: Option<Origin>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            region: None,
            file_origin: FileOrigin::Registered,
            source: None,
            synthetic: false,
            name: None,
            sex: None,
            birth_date: PartialDate::UNKNOWN,
            citizen_number: None,
            phone: None,
            address: None,
            life_status: LifeStatus::Unknown,
            died_on: PartialDate::UNKNOWN,
            household_region: None,
            native_place: None,
            origin: None,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Registrar<'a> {
    pub city: RegionCode,
    /// The regions whose files the writer keeps; none for the city, which keeps all of them.
    pub regions: Option<&'a [RegionCode]>,
    /// Today in Beijing.
    pub today: NaiveDate,
}

impl Registrar<'_> {
    pub const fn is_city(&self) -> bool {
        self.regions.is_none()
    }

    /// Whether the writer may keep files of a region: one of its own, and one that still exists.
    pub(super) fn keeps(&self, region: &RegionCode) -> bool {
        let tree = RegionTree::current();
        tree.get(region).is_some()
            && tree.is_within(region, &self.city)
            && self.regions.is_none_or(|own| own.contains(region))
    }
}

/// Weighs a draft: the file it makes, or every fault of it.
pub(super) fn complete(
    draft: Draft,
    mut faults: FieldErrors,
    today: NaiveDate,
) -> Result<PersonFile, FieldErrors> {
    require(
        &mut faults,
        "/region_code",
        draft.region.is_some(),
        &Required,
    );
    require(&mut faults, "/name", draft.name.is_some(), &Required);
    check_dates(&draft, &mut faults, today);
    check_number(&draft, &mut faults, today);
    check_identified(&draft, &mut faults);
    check_places(&draft, &mut faults);
    let number = draft.citizen_number.as_ref();
    let (Some(region), Some(name), true) = (draft.region, draft.name, faults.is_empty()) else {
        return Err(faults);
    };
    Ok(PersonFile {
        region,
        file_origin: draft.file_origin,
        source: draft.source,
        synthetic: draft.synthetic,
        name,
        sex: number
            .map(CitizenNumber::sex)
            .or(draft.sex)
            .unwrap_or(Sex::Unknown),
        birth_date: number
            .and_then(|number| PartialDate::day(number.birth_date()).ok())
            .unwrap_or(draft.birth_date),
        citizen_number: draft.citizen_number,
        phone: draft.phone,
        address: draft.address,
        life_status: draft.life_status,
        died_on: draft.died_on,
        household_region: draft.household_region,
        native_place: draft.native_place,
        origin: draft.origin,
    })
}

fn check_dates(draft: &Draft, faults: &mut FieldErrors, today: NaiveDate) {
    for (pointer, date) in [
        ("/birth_date", draft.birth_date),
        ("/died_on", draft.died_on),
    ] {
        if date.earliest().is_some_and(|first| first > today) {
            faults.push(pointer, &DateInFuture);
        }
    }
    let died = draft.died_on;
    if died != PartialDate::UNKNOWN && draft.life_status != LifeStatus::Deceased {
        faults.push("/died_on", &PersonError::DiedOnWithoutDeath);
    }
    let born = draft.citizen_number.as_ref().map(CitizenNumber::birth_date);
    let born = born.or_else(|| draft.birth_date.earliest());
    if let (Some(born), Some(died)) = (born, died.latest())
        && died < born
    {
        faults.push("/died_on", &PersonError::DiedBeforeBirth);
    }
}

fn check_number(draft: &Draft, faults: &mut FieldErrors, today: NaiveDate) {
    let Some(number) = &draft.citizen_number else {
        return;
    };
    faults.take("/citizen_number", number.check_registrable(today));
    if !agrees(draft.birth_date, number.birth_date()) {
        faults.push("/birth_date", &PersonError::BirthDateContradictsNumber);
    }
    if matches!(draft.sex, Some(sex @ (Sex::Male | Sex::Female)) if sex != number.sex()) {
        faults.push("/sex", &PersonError::SexContradictsNumber);
    }
}

/// Whether a date of some precision can be that day.
pub(super) fn agrees(date: PartialDate, day: NaiveDate) -> bool {
    date.earliest().is_none_or(|first| first <= day) && date.latest().is_none_or(|last| day <= last)
}

/// A historic file needs a source in the place of what identifies a person.
fn check_identified(draft: &Draft, faults: &mut FieldErrors) {
    match draft.file_origin {
        FileOrigin::Historic => require(
            faults,
            "/source",
            draft.source.is_some(),
            &PersonError::SourceRequired,
        ),
        FileOrigin::Registered => {
            let number_failed = faults
                .iter()
                .any(|fault| fault.pointer == "/citizen_number");
            let identified = number_failed
                || draft.citizen_number.is_some()
                || draft.birth_date != PartialDate::UNKNOWN;
            require(
                faults,
                "/birth_date",
                identified,
                &PersonError::NumberOrBirthDateRequired,
            );
        }
    }
}

fn check_places(draft: &Draft, faults: &mut FieldErrors) {
    let tree = RegionTree::current();
    let origin = draft.origin.map(|origin| origin.region);
    for (pointer, region) in [
        ("/household_region", draft.household_region),
        ("/origin/region", origin),
    ] {
        if region.is_some_and(|region| tree.resolve(&region).is_none()) {
            faults.push(pointer, &RegionUnknown);
        }
    }
}

/// Notes that something is missing, unless what is wrong with it is noted already.
fn require(faults: &mut FieldErrors, pointer: &str, present: bool, error: &impl Coded) {
    let noted = |fault: &crate::error::FieldError| {
        fault
            .pointer
            .strip_prefix(pointer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if !present && !faults.iter().any(noted) {
        faults.push(pointer, error);
    }
}
