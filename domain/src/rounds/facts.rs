use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Call;
use crate::{
    commendations::{GrantingBody, TierFacts},
    policy::{AuthorityLevel, CommendationForm, CommendationKind, HonourLevel, Recipient, TitleId},
    procedure::Holder,
};

/// What is known about a round of commendation. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundFacts {
    pub name: String,
    pub form: CommendationForm,
    pub level: HonourLevel,
    pub kind: CommendationKind,
    /// How high the body stands that organises it.
    pub organiser_level: AuthorityLevel,
    pub titles: Vec<TitleId>,
    pub granting_bodies: Vec<GrantingBody>,
    /// The number under which a state award was approved.
    pub approval_number: Option<String>,
    /// State-award projects that the organiser decided on in this year, without this one.
    pub projects_this_year: Option<u32>,
    /// The year in which the organiser last decided on one of these titles as a state award, without
    /// this one.
    pub last_held: Option<i32>,
    /// The day on which it was planned (Beijing): the day of the case.
    pub planned_on: Option<NaiveDate>,
}

impl RoundFacts {
    /// The facts of a call. What other rounds there are is looked up.
    pub fn of(call: &Call, organiser: Holder, planned_on: NaiveDate) -> Self {
        Self {
            name: call.title.to_string(),
            form: call.form,
            level: call.level,
            kind: call.kind,
            organiser_level: organiser.level,
            titles: call
                .titles
                .iter()
                .map(|places| places.title.clone())
                .collect(),
            granting_bodies: call
                .bodies
                .iter()
                .map(|body| GrantingBody {
                    name: body.name.to_string(),
                    kind: body.kind,
                    region: body.region,
                })
                .collect(),
            approval_number: call.approval_number.as_ref().map(ToString::to_string),
            projects_this_year: None,
            last_held: None,
            planned_on: Some(planned_on),
        }
    }

    /// The same question as a nomination asks it of one title.
    pub(super) fn of_title(&self, title: Option<&TitleId>, recipient: Recipient) -> TierFacts {
        TierFacts {
            standing: None,
            recipient,
            risk: None,
            cost: None,
            harm: None,
            loss_averted: None,
            influence: None,
            titles_held: None,
            recommended_by: None,
            requested_level: Some(self.level),
            requested_title: title.cloned(),
            requested_kind: Some(self.kind),
            requested_form: Some(self.form),
            granting_bodies: self.granting_bodies.clone(),
            award_name: Some(self.name.clone()),
            approval_number: self.approval_number.clone(),
            projects_this_year: self.projects_this_year,
            accepted: None,
            secrecy: None,
            nominated_on: self.planned_on,
            award: None,
        }
    }
}
