//! The years of the file in the settings, loaded when the service starts.

use std::path::Path;

use domain::calendar::{CalendarFileError, NoticeOfYear, parse_years};
use persistence::audit::{self, Principal};
use persistence::{CommandError, Mode, Store, StoreError, calendar};

use super::loading::load;
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Concerned, reckon_again};

/// Why the calendar cannot be made ready; the text says how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum CalendarFailure {
    /// The file cannot be read.
    #[error("YONGWEI_CALENDAR: {0}")]
    Unreadable(#[from] std::io::Error),
    /// It says something that cannot be.
    #[error("YONGWEI_CALENDAR: {0}")]
    Faulty(#[from] CalendarFileError),
    /// A year of it cannot be loaded beside those that were.
    #[error("YONGWEI_CALENDAR: {0}")]
    Refused(Problem),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CommandError for CalendarFailure {
    fn store_error(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) => Some(error),
            Self::Refused(problem) => problem.store_error(),
            Self::Unreadable(_) | Self::Faulty(_) => None,
        }
    }
}

/// The years of the file that the settings name; none where they name no file.
pub(crate) fn years_of_file(path: Option<&Path>) -> Result<Vec<NoticeOfYear>, CalendarFailure> {
    let Some(path) = path else {
        return Ok(Vec::new());
    };
    Ok(parse_years(&std::fs::read_to_string(path)?)?)
}

/// Loads the years of the file, each once: one that was loaded before, and perhaps otherwise by the city
/// since, is left alone. Reckons what an earlier version of this program left open.
pub(crate) async fn prepare(
    store: &Store,
    policies: &Policies,
    years: Vec<NoticeOfYear>,
) -> Result<(), CalendarFailure> {
    let nothing_open = store
        .read(calendar::is_reckoned)
        .await
        .map_err(CalendarFailure::Store)?;
    if years.is_empty() && nothing_open {
        return Ok(());
    }
    let (set, city) = (policies.set().clone(), policies.city());
    store
        .write(Mode::Commit, move |tx| -> Result<(), CalendarFailure> {
            let principal = Principal::service("calendar");
            tx.lock_calendar()?;
            reckon_again(tx, &set, Concerned::NotReckoned)?;
            for year in &years {
                let known = calendar::revisions(tx, year.year)?;
                let was_loaded = known
                    .iter()
                    .any(|loaded| (&loaded.notice, &loaded.days) == (&year.notice, &year.days));
                if was_loaded {
                    continue;
                }
                let mut acting = Acting {
                    tx: &mut *tx,
                    officer: None,
                    principal: &principal,
                };
                let terms = (&set, city);
                let change = load(&mut acting, terms, year.year, &year.notice, &year.days)
                    .map_err(CalendarFailure::Refused)?;
                audit::record(tx, &principal, &change)?;
            }
            Ok(())
        })
        .await
}
