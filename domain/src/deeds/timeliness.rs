use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{DecisionKind, Deed, State};
use crate::{
    calendar::PartialDate,
    procedure::{Case, Decision},
};

/// The four moments of being timely (及时发现、确认、表扬、宣传), as far as they have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeliness {
    pub occurred_on: PartialDate,
    /// When it was found: the day the report was received. None for a historic file.
    pub found_on: Option<NaiveDate>,
    /// When it was confirmed, to the precision that is known. None while it is not, and after a
    /// revocation.
    pub confirmed_on: Option<PartialDate>,
    pub commended_on: Option<NaiveDate>,
    /// When it was first publicised; the statutory notice does not count.
    pub publicised_on: Option<NaiveDate>,
}

impl Case<Deed> {
    pub fn timeliness(&self) -> Timeliness {
        let confirmed = |decision: &&Decision<Deed>| decision.kind == DecisionKind::Confirmation;
        let newest = self.decisions().iter().rev().find(confirmed);
        // Another certificate does not confirm again.
        let decided = newest.and_then(|newest| {
            let mut same = self.decisions().iter().filter(confirmed);
            same.find(|decision| decision.number == newest.number)
        });
        let decided = decided.and_then(|decision| PartialDate::day(decision.on).ok());
        let record = self.record();
        let standing = self.state() == State::Confirmed;
        Timeliness {
            occurred_on: record.occurred_on,
            found_on: record
                .historic_confirmation
                .is_none()
                .then_some(self.received_on()),
            confirmed_on: decided
                .or(record.historic_confirmation)
                .filter(|_| standing),
            commended_on: record.commended_on,
            publicised_on: record.publicised_on,
        }
    }
}
