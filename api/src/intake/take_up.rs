//! What a report of a deed makes of the filing that it comes from.

use domain::ids::{DeedId, RecognitionId};
use domain::intake::{Filing, TriageFault};
use persistence::audit::Change;
use persistence::{RegionScope, StoreError, Tx, intake};
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

/// A filing that a command decides on, within the caller's regions.
pub(crate) fn decide_on<K: Named>(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    id: K::Id,
) -> Result<Option<Filing<K>>, StoreError> {
    triage::lock::<K>(tx, id)?;
    intake::find::<K>(tx, scope, id)
}
