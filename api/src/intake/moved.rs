//! What came in from the public goes with the case that it became: its tracking page names who handles it
//! now, and who handles it reads how to reach the sender.

use domain::intake::{Application, Clue};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::{StoreError, Tx, intake};
use serde_json::json;
use uuid::Uuid;

use super::{Named, change, subject};

/// Moves what a case file came of to the region that keeps the file now.
pub(crate) fn moved_with(
    tx: &mut Tx<'_>,
    (file, region): (Uuid, RegionCode),
) -> Result<Vec<Change>, StoreError> {
    let mut changes = moved::<Application>(tx, file, region)?;
    changes.extend(moved::<Clue>(tx, file, region)?);
    Ok(changes)
}

/// One event for the region that had it, and one for the region that has it now.
fn moved<K: Named>(
    tx: &mut Tx<'_>,
    file: Uuid,
    region: RegionCode,
) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    for filing in intake::of_file::<K>(tx, file)? {
        let from = filing.region;
        if from == region {
            continue;
        }
        let moved = filing.moved(region, tx.now());
        intake::save(tx, &moved)?;
        let data = json!({ "outcome": "forwarded", "region_code": region });
        changes.push(Change::new(K::TRIAGED, subject(&moved, from), data));
        let data = json!({ "from_region_code": from });
        changes.push(change(K::FORWARDED, &moved, data));
    }
    Ok(changes)
}
