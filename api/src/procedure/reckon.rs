//! What is due in cases, reckoned again when the calendar is another one.

use chrono::NaiveDate;
use domain::policy::PolicySet;
use persistence::cases::{self, Changed};
use persistence::{StoreError, StoredProcedure, Tx};

use super::context::context_of;

/// How many cases are read at once.
const BATCH: u16 = 200;

/// In which cases it is reckoned again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Concerned {
    /// In those in which something may be due on this day or later.
    Since(NaiveDate),
    /// In those of which an earlier version of this program left no last day.
    NotReckoned,
}

/// Reckons again what is due in the cases of a procedure, and tells of how many.
pub(super) fn reckon<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    concerned: Concerned,
) -> Result<usize, StoreError> {
    let (calendar, today) = (tx.calendar()?, tx.today());
    let mut after = None;
    let mut count = 0;
    loop {
        let cases = match concerned {
            Concerned::Since(day) => cases::due_since::<P>(tx, day, after, BATCH)?,
            Concerned::NotReckoned => cases::not_reckoned::<P>(tx, after, BATCH)?,
        };
        let Some(last) = cases.last() else {
            return Ok(count);
        };
        after = Some(last.id);
        let changed: Vec<Changed<P>> = cases
            .into_iter()
            .filter_map(|one| {
                // Without the policy of its day nothing is known of a case.
                let context = context_of(policies, &calendar, &one.case, today, None).ok()?;
                let due = one.case.due_of_body(&context);
                Some((one, due))
            })
            .collect();
        cases::reckon_again(tx, &changed)?;
        count += changed.len();
    }
}
