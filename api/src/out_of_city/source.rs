//! What a recognition comes from: the incident as it is told, or an application from the public, which is
//! not told again.

use chrono::NaiveDate;
use domain::deeds::Incident;
use domain::ids::RecognitionId;
use domain::intake::{Application, Filing};
use persistence::audit::Change;
use persistence::{RegionScope, Tx};

use super::new::{Applied, IncidentSource};
use crate::intake::{take_up_elsewhere, waiting_in};
use crate::problems::Problem;

/// What happened, with what is on record of it already.
pub(super) struct Source {
    pub(super) incident: Incident,
    /// The day of receipt that is already on record, if any.
    pub(super) received_on: Option<NaiveDate>,
    /// The application that is marked as taken up.
    application: Option<Filing<Application>>,
}

impl Source {
    /// Loads what an application names; it must be with the region that takes it in.
    pub(super) fn load(
        tx: &mut Tx<'_>,
        scope: &RegionScope,
        applied: &Applied,
    ) -> Result<Self, Problem> {
        let source = match &applied.source {
            IncidentSource::Described(incident) => Self::described(incident.as_ref().clone()),
            IncidentSource::Application(id) => {
                Self::of_application(waiting_in(tx, scope, *id, applied.region)?)
            }
        };
        Ok(source)
    }

    fn described(incident: Incident) -> Self {
        Self {
            incident,
            received_on: None,
            application: None,
        }
    }

    fn of_application(filing: Filing<Application>) -> Self {
        let told = &filing.content;
        let incident = Incident {
            act_types: told.act_types.clone(),
            occurred_on: told.occurred_on,
            place: told.place,
            further_counties: Vec::new(),
            filer: told.applicant.filer,
            summary: told.summary.clone(),
            beneficiaries: told.beneficiaries.clone(),
            witnesses: Vec::new(),
            harm: None,
            loss_averted: None,
        };
        Self {
            received_on: Some(filing.received_on),
            application: Some(filing),
            ..Self::described(incident)
        }
    }

    /// Marks an application as taken up, once the recognition is on file.
    pub(super) fn finish(
        self,
        tx: &mut Tx<'_>,
        recognition: RecognitionId,
    ) -> Result<Option<Change>, Problem> {
        let filing = self.application;
        filing
            .map(|filing| take_up_elsewhere(tx, filing, recognition))
            .transpose()
    }
}
