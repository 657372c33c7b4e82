//! An application as it is sent.

use chrono::NaiveDate;
use domain::deeds::Incident;
use domain::error::FieldErrors;
use domain::ids::{ApplicationId, PersonId};
use domain::out_of_city::{LocalConfirmation, OriginClaim};
use domain::people::PersonError;
use domain::procedure::Reason;
use domain::regions::RegionCode;
use domain::text::Paragraphs;
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::eligibility::out_of_city::case::{LocalConfirmationGiven, OriginClaimed};
use crate::http::{BoundedParagraphs, BoundedText};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::wire::{
    PartialDate, Place, ReceivedBeforeDeed, case_day, partial_date, require, require_past,
};
use crate::words::{ActTypeWord, FilerWord};

domain::faults! {
    struct ToldTwice = "incident_told_twice",
        "由申请转来的，不再填写事迹", "What comes from an application is not told again: leave the incident out.";
}

/// 市域外的事迹 / The deed, done elsewhere.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "filer": "actor",
    "act_types": ["rescue"],
    "occurred_on": { "precision": "month", "value": "2026-05" },
    "place": { "region_code": "340600" },
    "summary": "测试：行为人在外地跳入河中，救起一名落水儿童。"
}))]
pub(super) struct NewIncident {
    /// 申请人或者举荐人类别 / Who brings it.
    filer: FilerWord,
    /// 行为类型 / What was done.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4, value_type = BTreeSet<ActTypeWord>)]
    act_types: Vec<ActTypeWord>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    occurred_on: Option<PartialDate>,
    /// 行为发生地 / Where it happened.
    #[validate(nested)]
    place: Option<Place>,
    /// 事迹 / What was done, in words.
    #[validate(nested)]
    summary: BoundedParagraphs<1, 2000>,
}

/// 行为人 / A person who took part in the deed.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRecognitionActor {
    /// 人员档案编号，须在您的辖区之内 / The person's file, within your regions.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    person_id: String,
    /// 来源地依据；档案已写明的不必再填 / Why the person comes from the city; what the file says need not be repeated.
    #[serde(default)]
    #[validate(length(max = 20), nested)]
    #[schema(max_items = 20)]
    origin_claims: Vec<OriginClaimed>,
    /// 是否已在行为发生地受奖；不影响认定 / Whether the person was rewarded where the deed happened, which bars nothing.
    rewarded_elsewhere: Option<bool>,
    /// 家中是否已有光荣牌 / Whether the household has the plaque already.
    household_has_plaque: Option<bool>,
}

/// 申请市域外见义勇为认定 / An application for recognition of a deed elsewhere.
///
/// 未写的事实视为不详；由申请转来的，事迹不再重复填写。 / What is left out is not known. Where it comes from an application, the
/// incident is left out.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "region_code": "371502",
    "incident": {
        "filer": "actor",
        "act_types": ["rescue"],
        "occurred_on": { "precision": "month", "value": "2026-05" },
        "place": { "region_code": "340600" },
        "summary": "测试：行为人在外地跳入河中，救起一名落水儿童。"
    },
    "local_confirmation": { "status": "present", "document": {
        "issuer_name": "测试市见义勇为基金会", "issuer_region_code": "340600", "issuer_kind": "foundation",
        "issuer_level": "municipal", "document_number": "测见义〔2026〕1号",
        "issued_on": { "precision": "day", "value": "2026-09-10" }, "copy_attached": true
    } },
    "actors": [{ "person_id": crate::contract::examples::ids::PERSON, "rewarded_elsewhere": true }]
}))]
pub(super) struct NewRecognition {
    /// 受理机构所在区划，须在您的辖区之内 / The region whose body takes it in, one of yours.
    #[validate(nested)]
    region_code: BoundedText<2, 6>,
    /// 由此转来的公众申请；收到日期即申请的收到日期 / The application from the public that becomes this recognition; its day of receipt stays.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    application_id: Option<String>,
    /// 事迹；由申请转来的不填 / The deed; left out where it comes from an application.
    #[validate(nested)]
    incident: Option<NewIncident>,
    /// 当地确认情况；未查时不填 / Whether it was confirmed there; left out before it is known.
    #[validate(nested)]
    local_confirmation: Option<LocalConfirmationGiven>,
    /// 收到日期；不填则为今天 / The day of receipt; today if left out.
    #[schema(format = Date)]
    received_on: Option<String>,
    /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
    #[validate(nested)]
    backdating_reason: Option<BoundedParagraphs<1, 2000>>,
    /// 行为人 / The people.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    actors: Vec<NewRecognitionActor>,
}

/// From where the deed is taken over.
#[derive(Debug, Clone)]
pub(crate) enum IncidentSource {
    /// It is described here.
    Described(Box<Incident>),
    /// An application from the public.
    Application(ApplicationId),
}

/// What is said of one person.
#[derive(Debug, Clone, Default)]
pub(crate) struct PersonDetails {
    pub(crate) claims: Vec<OriginClaim>,
    pub(crate) rewarded_elsewhere: Option<bool>,
    pub(crate) household_has_plaque: Option<bool>,
}

/// An application, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Applied {
    pub(crate) region: RegionCode,
    pub(crate) source: IncidentSource,
    pub(crate) confirmation: Option<LocalConfirmation>,
    pub(crate) received_on: NaiveDate,
    pub(crate) late_because: Option<Reason>,
    pub(crate) people: Vec<(PersonId, PersonDetails)>,
}

impl NewIncident {
    /// An incident as it would be sent today.
    pub(super) fn of(incident: &Incident) -> Self {
        Self {
            filer: incident.filer.into(),
            act_types: incident.act_types.iter().copied().map(Into::into).collect(),
            occurred_on: Some(incident.occurred_on.into()),
            place: incident.place.as_ref().map(Into::into),
            summary: BoundedParagraphs::of(&incident.summary),
        }
    }

    /// The incident, which cannot lie after the day of receipt. `pointer` leads to it in the body.
    pub(super) fn parse(
        &self,
        pointer: &str,
        received_on: NaiveDate,
        errors: &mut FieldErrors,
    ) -> Option<Incident> {
        let at = |member: &str| format!("{pointer}/{member}");
        let day = at("occurred_on");
        let occurred_on = partial_date(self.occurred_on.as_ref(), &day, errors);
        if occurred_on.earliest() > Some(received_on) {
            errors.push(format!("{day}/value"), &ReceivedBeforeDeed);
        }
        let place = self.place.as_ref();
        errors.distinct(&at("act_types"), &self.act_types);
        Some(Incident {
            act_types: self.act_types.iter().map(|word| word.0).collect(),
            occurred_on,
            place: place.and_then(|place| place.parse(&at("place"), errors)),
            further_counties: Vec::new(),
            filer: self.filer.0,
            summary: errors.take(at("summary"), Paragraphs::parse(&self.summary))?,
            beneficiaries: Vec::new(),
            witnesses: Vec::new(),
            harm: None,
            loss_averted: None,
        })
    }
}

impl NewRecognition {
    /// The application, or every fault of it at once.
    pub(super) fn parse(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<Applied, Problem> {
        let mut errors = FieldErrors::new();
        let applied = self.read(today, scope, city, &mut errors);
        errors.into_result().map_err(Problem::invalid_data)?;
        applied.ok_or_else(|| Problem::internal("an application without a fault was not read"))
    }

    fn read(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
        errors: &mut FieldErrors,
    ) -> Option<Applied> {
        let region = errors.take("/region_code", within_reach(&self.region_code, scope, city));
        let received_on = case_day(self.received_on.as_deref(), "/received_on", today, errors);
        let source = self.source(received_on.unwrap_or(today), errors);
        let given = self.local_confirmation.as_ref();
        let confirmation = given.and_then(|given| given.parse("/local_confirmation", errors));
        if let Some(LocalConfirmation::Present(document)) = &confirmation {
            require_past(
                document.issued_on,
                "/local_confirmation/document/issued_on",
                today,
                errors,
            );
        }
        let reason = self.backdating_reason.as_deref();
        let late_because =
            reason.and_then(|reason| errors.take("/backdating_reason", Paragraphs::parse(reason)));
        let people = self.people(errors);
        Some(Applied {
            region: region?,
            source: source?,
            confirmation,
            received_on: received_on?,
            late_because,
            people,
        })
    }

    fn source(&self, received_on: NaiveDate, errors: &mut FieldErrors) -> Option<IncidentSource> {
        match (&self.incident, &self.application_id) {
            (Some(incident), None) => {
                let incident = incident.parse("/incident", received_on, errors)?;
                Some(IncidentSource::Described(Box::new(incident)))
            }
            (None, Some(id)) => {
                let id = errors.take("/application_id", id.parse());
                id.map(IncidentSource::Application)
            }
            (None, None) => {
                require("/incident", errors);
                None
            }
            (Some(_), Some(_)) => {
                errors.push("/incident", &ToldTwice);
                None
            }
        }
    }

    fn people(&self, errors: &mut FieldErrors) -> Vec<(PersonId, PersonDetails)> {
        let mut people: Vec<(PersonId, PersonDetails)> = Vec::new();
        for (index, actor) in self.actors.iter().enumerate() {
            let pointer = format!("/actors/{index}");
            let claims = actor.origin_claims.iter().enumerate();
            let claims = claims.filter_map(|(place, claim)| {
                claim.parse(&format!("{pointer}/origin_claims/{place}"), errors)
            });
            let told = PersonDetails {
                claims: claims.collect(),
                rewarded_elsewhere: actor.rewarded_elsewhere,
                household_has_plaque: actor.household_has_plaque,
            };
            let pointer = format!("{pointer}/person_id");
            let Some(id) = errors.take(&pointer, actor.person_id.parse()) else {
                continue;
            };
            if people.iter().any(|(known, _)| *known == id) {
                errors.push(&pointer, &PersonError::NamedTwice);
            }
            people.push((id, told));
        }
        people
    }
}
