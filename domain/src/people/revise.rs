use super::{
    Draft, FieldChange, PersonError, PersonFile, Registrar, changes::changes, draft::complete,
};
use crate::{
    calendar::PartialDate,
    error::FieldErrors,
    identity::{CitizenNumber, Sex},
    regions::OutsideYourRegions,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub file: PersonFile,
    /// What differs; empty where the draft says what the file says.
    pub changes: Vec<FieldChange>,
}

/// Changes a file to what `draft` says. `faults` are those found while the draft was read; all of
/// them come back at once.
pub fn revise(
    current: &PersonFile,
    mut draft: Draft,
    mut faults: FieldErrors,
    registrar: &Registrar<'_>,
) -> Result<Revision, FieldErrors> {
    if let Some(region) = draft.region
        && region != current.region
    {
        if !registrar.is_city() {
            faults.push("/region_code", &PersonError::MovedByCityOnly);
        } else if !registrar.keeps(&region) {
            faults.push("/region_code", &OutsideYourRegions);
        }
    }
    forget_what_the_old_number_said(current, &mut draft);
    let file = complete(draft, faults, registrar.today)?;
    let changes = changes(current, &file);
    Ok(Revision { file, changes })
}

/// Birth date and sex that came with the old citizen number go with it when it is corrected.
fn forget_what_the_old_number_said(current: &PersonFile, draft: &mut Draft) {
    let (Some(old), Some(new)) = (&current.citizen_number, &draft.citizen_number) else {
        return;
    };
    if old == new {
        return;
    }
    if said_by(old, draft.birth_date) {
        draft.birth_date = PartialDate::UNKNOWN;
    }
    if draft.sex == Some(old.sex()) {
        draft.sex = Some(Sex::Unknown);
    }
}

fn said_by(number: &CitizenNumber, date: PartialDate) -> bool {
    PartialDate::day(number.birth_date()) == Ok(date)
}
