//! What comes in from the public becomes a deed in the transaction of its report.

use std::borrow::Cow;

use domain::error::Coded;
use domain::ids::DeedId;
use domain::intake::{Application, Clue, Filing, FilingError};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::{RegionScope, Tx};

use super::wire::{Reported, Source};
use crate::intake::{Named, decide_on, take_up};
use crate::problems::Problem;

/// What becomes the deed that is being reported.
pub(super) enum TakingUp {
    /// Nothing from the public: the report stands by itself.
    Nothing,
    /// Somebody's own application.
    Application(Filing<Application>),
    /// A clue.
    Clue(Filing<Clue>),
}

impl TakingUp {
    /// Loads what the report names; it must be with the region that reports.
    pub(super) fn load(
        tx: &mut Tx<'_>,
        scope: &RegionScope,
        reported: &Reported,
    ) -> Result<Self, Problem> {
        Ok(match reported.source {
            None => Self::Nothing,
            Some(Source::Application(id)) => {
                let pointer = "/application_id";
                let filing = decide_on::<Application>(tx, scope, id)?
                    .ok_or_else(|| FilingError::ApplicationUnknown.at(pointer))?;
                Self::Application(of_region(filing, reported.region, pointer)?)
            }
            Some(Source::Clue(id)) => {
                let pointer = "/clue_id";
                let filing = decide_on::<Clue>(tx, scope, id)?
                    .ok_or_else(|| FilingError::ClueUnknown.at(pointer))?;
                Self::Clue(of_region(filing, reported.region, pointer)?)
            }
        })
    }

    /// The report with its day of receipt: that on which an application was received, since the time
    /// of the procedure runs from it (Shandong Regulation on Rewarding and Protecting People Who Act
    /// Bravely, article 11). A clue is no application and changes nothing.
    pub(super) fn dated<'a>(&self, reported: &'a Reported) -> Result<Cow<'a, Reported>, Problem> {
        let Self::Application(filing) = self else {
            return Ok(Cow::Borrowed(reported));
        };
        let day = filing.received_on;
        if reported.receipt_stated && reported.received_on != day {
            return Err(FilingError::ReceiptDay.at("/received_on").into());
        }
        let mut reported = reported.clone();
        reported.received_on = day;
        for (_, facts) in &mut reported.actors {
            facts.received_on = Some(day);
        }
        Ok(Cow::Owned(reported))
    }

    /// Whether the service itself recorded the day of receipt.
    pub(super) const fn is_application(&self) -> bool {
        matches!(self, Self::Application(_))
    }

    /// Marks it as taken up, once the deed is on file.
    pub(super) fn finish(self, tx: &mut Tx<'_>, deed: DeedId) -> Result<Option<Change>, Problem> {
        Ok(match self {
            Self::Nothing => None,
            Self::Application(filing) => Some(take_up(tx, filing, deed)?),
            Self::Clue(filing) => Some(take_up(tx, filing, deed)?),
        })
    }
}

fn of_region<K: Named>(
    filing: Filing<K>,
    region: RegionCode,
    pointer: &str,
) -> Result<Filing<K>, Problem> {
    if filing.region == region {
        Ok(filing)
    } else {
        Err(FilingError::OtherRegion.at(pointer).into())
    }
}
