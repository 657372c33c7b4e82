use super::{Draft, FileOrigin, PersonError, PersonFile, Registrar, draft::complete};
use crate::{error::FieldErrors, regions::OutsideYourRegions};

/// Opens a file. `faults` are those found while the draft was read; all of them come back at once.
pub fn register(
    draft: Draft,
    mut faults: FieldErrors,
    registrar: &Registrar<'_>,
) -> Result<PersonFile, FieldErrors> {
    if draft.region.is_some_and(|region| !registrar.keeps(&region)) {
        faults.push("/region_code", &OutsideYourRegions);
    }
    if draft.file_origin == FileOrigin::Historic && !registrar.is_city() {
        faults.push("/file_origin", &PersonError::HistoricByCityOnly);
    }
    complete(draft, faults, registrar.today)
}
