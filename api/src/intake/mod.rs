//! What comes in from the public, applications and clues, and where officers send it.

mod applications;
mod clues;
mod public;
mod reading;
mod triage;
mod wire;

use domain::ids::{DeedId, RecognitionId};
use domain::intake::{Application, Clue, Filing, TriageFault};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::intake::{self, Earlier, Stored};
use persistence::{RegionScope, StoreError, Tx};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::auth::Representation;
use crate::problems::Problem;
use crate::routes::Routes;
use wire::{ApplicationView, ClueView};

/// The tag of these operations in the contract.
const TAG: &str = "intake";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(public::apply::application_submit)
        .service(public::status::application_follow)
        .service(public::withdraw::application_withdraw)
        .service(public::clue::clue_submit)
        .service(applications::list::application_list)
        .service(applications::get::application_get)
        .service(applications::triage::application_triage)
        .service(clues::list::clue_list)
        .service(clues::get::clue_get)
        .service(clues::triage::clue_triage);
}

/// The names that each kind of filing has in the audit and in addresses.
pub(crate) trait Named:
    Stored<
        Id: Serialize + DeserializeOwned + Send + Sync + 'static,
        Dismissal: Send + Sync + 'static,
    > + Sized
    + Send
    + Sync
    + 'static
{
    /// How it is shown.
    type View: Serialize;

    const COLLECTION: &'static str;
    const RECEIVED: &'static str;
    const TRIAGED: &'static str;
    const FORWARDED: &'static str;
    const TAKEN_UP: &'static str;
    const SENSITIVE_READ: &'static str;
    /// The condition that it still waits for an officer.
    const OPEN: &'static str;

    /// One as it is shown, with what it may tell of once more.
    fn view(filing: &Filing<Self>, earlier: &Earlier, shown: Representation) -> Self::View;
}

impl Named for Application {
    type View = ApplicationView;

    const COLLECTION: &'static str = "/v1/applications";
    const RECEIVED: &'static str = "application.received";
    const TRIAGED: &'static str = "application.triaged";
    const FORWARDED: &'static str = "application.forwarded";
    const TAKEN_UP: &'static str = "application.taken_up";
    const SENSITIVE_READ: &'static str = "application.sensitive_read";
    const OPEN: &'static str = "application_open";

    fn view(filing: &Filing<Self>, earlier: &Earlier, shown: Representation) -> ApplicationView {
        ApplicationView::new(filing, earlier, shown)
    }
}

impl Named for Clue {
    type View = ClueView;

    const COLLECTION: &'static str = "/v1/clues";
    const RECEIVED: &'static str = "clue.received";
    const TRIAGED: &'static str = "clue.triaged";
    const FORWARDED: &'static str = "clue.forwarded";
    const TAKEN_UP: &'static str = "clue.taken_up";
    const SENSITIVE_READ: &'static str = "clue.sensitive_read";
    const OPEN: &'static str = "clue_open";

    fn view(filing: &Filing<Self>, earlier: &Earlier, shown: Representation) -> ClueView {
        ClueView::new(filing, earlier, shown)
    }
}

fn address<K: Named>(filing: &Filing<K>) -> String {
    format!("{}/{}", K::COLLECTION, filing.id)
}

fn subject<K: Named>(filing: &Filing<K>, region: RegionCode) -> Subject {
    Subject {
        kind: K::WORD,
        id: filing.id.to_string(),
        version: filing.version,
        region,
    }
}

/// A change of which the region that handles a filing is told.
pub(crate) fn change<K: Named>(action: &'static str, filing: &Filing<K>, data: Value) -> Change {
    Change::new(action, subject(filing, filing.region), data)
}

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
