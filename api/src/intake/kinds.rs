//! The two kinds of filings, as audit, addresses and answers name them.

use domain::intake::{Application, Clue, Filing, FilingError};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::intake::{Earlier, Stored};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::wire::{ApplicationView, ClueView};
use crate::auth::Representation;

domain::faults! {
    /// What came in waits for no officer any more.
    pub(crate) enum NotOpen {
        Application = "application_open",
            "该申请已经处理或者撤回", "The application was dealt with or withdrawn already.";
        Clue = "clue_open", "该线索已经处理", "The clue was dealt with already.";
        SentOn = "filing_sent_on",
            "该件已转至其他县（市、区）办理", "It was sent on to another county or zone already.";
    }
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
    /// What keeps it from being decided on: it waits for no officer.
    const NOT_OPEN: NotOpen;
    /// The fault of a report that names one which nobody can see, and the member that names it.
    const UNKNOWN: (FilingError, &'static str);

    /// Takes the numbers of the actors out, for who does not see all the cases that it became.
    fn leave_out_numbers(&mut self) {}

    /// One as it is shown, with what it may tell of once more.
    fn view(filing: &Filing<Self>, earlier: &Earlier, representation: Representation)
    -> Self::View;
}

impl Named for Application {
    type View = ApplicationView;

    const COLLECTION: &'static str = "/v1/applications";
    const RECEIVED: &'static str = "application.received";
    const TRIAGED: &'static str = "application.triaged";
    const FORWARDED: &'static str = "application.forwarded";
    const TAKEN_UP: &'static str = "application.taken_up";
    const SENSITIVE_READ: &'static str = "application.sensitive_read";
    const NOT_OPEN: NotOpen = NotOpen::Application;
    const UNKNOWN: (FilingError, &'static str) =
        (FilingError::ApplicationUnknown, "/application_id");

    fn leave_out_numbers(&mut self) {
        for actor in &mut self.actors {
            actor.citizen_number = None;
        }
    }

    fn view(
        filing: &Filing<Self>,
        earlier: &Earlier,
        representation: Representation,
    ) -> ApplicationView {
        ApplicationView::new(filing, earlier, representation)
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
    const NOT_OPEN: NotOpen = NotOpen::Clue;
    const UNKNOWN: (FilingError, &'static str) = (FilingError::ClueUnknown, "/clue_id");

    fn view(filing: &Filing<Self>, earlier: &Earlier, representation: Representation) -> ClueView {
        ClueView::new(filing, earlier, representation)
    }
}

pub(super) fn address<K: Named>(filing: &Filing<K>) -> String {
    format!("{}/{}", K::COLLECTION, filing.id)
}

pub(super) fn subject<K: Named>(filing: &Filing<K>, region: RegionCode) -> Subject {
    Subject {
        kind: K::WORD,
        id: filing.id.to_string(),
        version: filing.version,
        region,
    }
}

/// A change that the feed shows to the region that handles the filing.
pub(crate) fn change<K: Named>(action: &'static str, filing: &Filing<K>, data: Value) -> Change {
    Change::new(action, subject(filing, filing.region), data)
}
