//! What a report of a deed makes of the filing that it comes from.

use domain::error::Coded;
use domain::ids::{DeedId, RecognitionId};
use domain::intake::{Filing, FilingError, TriageFault};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::{RegionScope, Tx, intake};
use serde_json::json;

use super::{Named, change, triage};
use crate::problems::Problem;

/// Makes a filing that waits for an officer into a deed that is on file already.
pub(crate) fn take_up<K: Named>(
    tx: &mut Tx<'_>,
    filing: Filing<K>,
    deed: DeedId,
) -> Result<Change, Problem> {
    let taken = filing
        .take_up(deed, tx.now())
        .map_err(|_: TriageFault| triage::not_open::<K>())?;
    intake::save(tx, &taken)?;
    Ok(change(K::TAKEN_UP, &taken, json!({ "deed_id": deed })))
}

/// Makes a filing that waits for an officer into a recognition that is on file already.
pub(crate) fn take_up_elsewhere<K: Named>(
    tx: &mut Tx<'_>,
    filing: Filing<K>,
    recognition: RecognitionId,
) -> Result<Change, Problem> {
    let taken = filing
        .take_up_elsewhere(recognition, tx.now())
        .map_err(|_: TriageFault| triage::not_open::<K>())?;
    intake::save(tx, &taken)?;
    let data = json!({ "recognition_id": recognition });
    Ok(change(K::TAKEN_UP, &taken, data))
}

/// A filing that waits for an officer of the region that makes a case of it.
pub(crate) fn waiting_in<K: Named>(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    id: K::Id,
    region: RegionCode,
) -> Result<Filing<K>, Problem> {
    let (unknown, pointer) = K::UNKNOWN;
    let filing = decide_on::<K>(tx, scope, id)?.ok_or_else(|| unknown.at(pointer))?;
    if filing.was_with(region) {
        Err(triage::sent_on())
    } else if filing.region != region {
        Err(FilingError::OtherRegion.at(pointer).into())
    } else if filing.is_open() {
        Ok(filing)
    } else {
        Err(triage::not_open::<K>())
    }
}

/// A filing that a command decides on, within the caller's regions. Who had it and sent it on is told
/// so, whatever became of it since; of any other nobody learns that it is there.
pub(super) fn decide_on<K: Named>(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    id: K::Id,
) -> Result<Option<Filing<K>>, Problem> {
    triage::lock::<K>(tx, id)?;
    let found = intake::find::<K>(tx, scope, id)?;
    let regions = match scope {
        RegionScope::Regions(regions) if found.is_none() => regions,
        RegionScope::Regions(_) | RegionScope::City => return Ok(found),
    };
    let elsewhere = intake::find::<K>(tx, &RegionScope::City, id)?;
    let knew = elsewhere.is_some_and(|one| regions.iter().any(|region| one.was_with(*region)));
    if knew {
        Err(triage::sent_on())
    } else {
        Ok(None)
    }
}
