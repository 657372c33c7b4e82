use chrono::NaiveDate;
use domain::commendations::Grade;
use domain::deeds::Incident;
use domain::deeds::eligibility::{Complexity, DeedFacts, Obstacle};
use domain::ids::{ApplicationId, ClueId, PersonId};
use domain::procedure::Reason;
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::whole_number;
use crate::words::{DutyWord, InterestWord, LawfulnessWord, RelationWord, RescueOutcomeWord};

/// 行为人及其行为 / A person in the deed, and what is known of what that person did.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDeedActor)]
pub(in crate::deeds) struct NewActor {
    /// 人员档案编号，须在您的辖区之内 / The person's file, within your regions.
    #[validate(length(max = 36))]
    #[schema(format = Uuid, example = json!(ids::PERSON))]
    pub(super) person_id: String,
    /// 是否负有职责、义务 / Whether the actor was bound to act.
    pub(super) duty: Option<DutyWord>,
    /// 保护的利益 / Whose interests were protected.
    #[serde(default)]
    #[validate(length(max = 6))]
    #[schema(max_items = 6, value_type = BTreeSet<InterestWord>)]
    pub(super) interests: Vec<InterestWord>,
    /// 各受益人与行为人的关系；没有特定受益人时为空 / What each beneficiary is to the actor; empty where there is no single beneficiary.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub(super) beneficiary_relations: Option<Vec<RelationWord>>,
    /// 危险是否由行为人故意或者过失造成 / Whether the actor caused the danger, by intent or negligence.
    pub(super) caused_danger: Option<bool>,
    /// 行为是否合法 / Whether the act was lawful.
    pub(super) lawfulness: Option<LawfulnessWord>,
    /// 救助结果，仅作记录 / The result; recorded only.
    pub(super) outcome: Option<RescueOutcomeWord>,
    /// 危险程度，0 至 4 / How dangerous it was, 0 to 4.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    pub(super) risk: Option<u8>,
    /// 是否在从事志愿服务 / Whether the actor was serving as a volunteer.
    pub(super) volunteer_service: Option<bool>,
}

/// A report, parsed. The facts do not hold yet what
/// follows from the files of the actors and the other deeds on file.
#[derive(Debug, Clone)]
pub(crate) struct Reported {
    /// The region whose body takes it in.
    pub(crate) region: RegionCode,
    /// What from the public becomes this deed, where something does.
    pub(crate) source: Option<Source>,
    /// The day of receipt.
    pub(crate) received_on: NaiveDate,
    /// Whether the report says that day.
    pub(crate) receipt_stated: bool,
    /// Why that lies before today.
    pub(crate) backdating_reason: Option<Reason>,
    /// What happened.
    pub(crate) incident: Incident,
    /// The actors with what is known of each.
    pub(crate) actors: Vec<(PersonId, DeedFacts)>,
}

/// What from the public becomes a deed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Source {
    /// Somebody's own application.
    Application(ApplicationId),
    /// A clue.
    Clue(ClueId),
}

/// What the facts of every actor share.
pub(super) struct Shared {
    pub(super) incident: Incident,
    pub(super) region: RegionCode,
    pub(super) received_on: NaiveDate,
    pub(super) other_act_reason: Option<String>,
    pub(super) crime_related: Option<bool>,
    pub(super) complexity: Option<Complexity>,
    pub(super) obstacle: Option<Obstacle>,
}

impl NewActor {
    pub(super) fn facts(&self, shared: &Shared) -> DeedFacts {
        let incident = &shared.incident;
        DeedFacts {
            other_act_reason: shared.other_act_reason.clone(),
            crime_related: shared.crime_related,
            duty: self.duty.map(|word| word.0),
            interests: self.interests.iter().map(|word| word.0).collect(),
            beneficiaries: self
                .beneficiary_relations
                .as_ref()
                .map(|relations| relations.iter().map(|word| word.0).collect()),
            caused_danger: self.caused_danger,
            lawfulness: self.lawfulness.map(|word| word.0),
            outcome: self.outcome.map(|word| word.0),
            // The shape allows 0 to 4 only.
            risk: self.risk.and_then(Grade::new),
            volunteer_service: self.volunteer_service,
            complexity: shared.complexity.clone(),
            obstacle: shared.obstacle,
            ..facts_of(incident, shared.region, shared.received_on)
        }
    }
}

/// The facts of each actor that follow from the incident alone.
pub(crate) fn facts_of(
    incident: &Incident,
    region: RegionCode,
    received_on: NaiveDate,
) -> DeedFacts {
    DeedFacts {
        act_types: incident.act_types.clone(),
        other_act_reason: None,
        crime_related: None,
        duty: None,
        interests: Vec::new(),
        beneficiaries: None,
        caused_danger: None,
        lawfulness: None,
        outcome: None,
        risk: None,
        life_conflict: None,
        age_at_deed: None,
        volunteer_service: None,
        home: None,
        occurred_on: incident.occurred_on,
        place: incident.place,
        further_counties: incident.further_counties.clone(),
        received_by: Some(region),
        received_on: Some(received_on),
        filer: Some(incident.filer),
        complexity: None,
        obstacle: None,
        possible_duplicates: None,
        evidence: Some(Vec::new()),
    }
}
