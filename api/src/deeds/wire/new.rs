use chrono::NaiveDate;
use domain::deeds::Incident;
use domain::error::FieldErrors;
use domain::ids::PersonId;
use domain::intake::FilingError;
use domain::people::PersonError;
use domain::regions::RegionCode;
use domain::text::{Line, Paragraphs};
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::new_actor::{NewActor, Reported, Shared, Source};
use crate::eligibility::deed::parts::{ObstacleGiven, complexity};
use crate::http::{BoundedParagraphs, BoundedText};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::wire::{
    PartialDate, Place, ReceivedBeforeDeed, case_day, further_counties, paragraphs, partial_date,
};
use crate::words::{ActTypeWord, FilerWord};

/// 申报事迹 / A deed that is reported.
///
/// 未写的事实视为不详，规则不作猜测。 / What is left out is not known, and the rules guess nothing.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "region_code": "371500",
    "filer": "employer",
    "act_types": ["rescue"],
    "occurred_on": { "precision": "month", "value": "2026-02" },
    "place": { "region_code": "371502" },
    "summary": "测试：行为人跳入河中，救起一名落水儿童。",
    "beneficiaries": ["测试受益人"],
    "witnesses": ["测试证人"],
    "complex": false,
    "actors": [{
        "person_id": "01937a00-0000-7000-8000-00000000c001",
        "duty": "none",
        "interests": ["other_person"],
        "beneficiary_relations": ["unrelated"],
        "caused_danger": false,
        "lawfulness": "not_questioned",
        "outcome": "succeeded",
        "risk": 3,
        "volunteer_service": false
    }]
}))]
pub(in crate::deeds) struct NewDeed {
    /// 受理机构所在区划，须在您的辖区之内 / The region whose body takes the report in, one of yours.
    #[validate(nested)]
    pub(super) region_code: BoundedText<2, 6>,
    /// 由此立为事迹的公众申请；收到日期即申请的收到日期，期限自该日起算 / The application from the public that becomes this deed; the day of receipt is that of the application, and the time runs from it.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    pub(super) application_id: Option<String>,
    /// 由此立为事迹的线索；与 `application_id` 只填其一 / The clue that becomes this deed; not together with `application_id`.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    pub(super) clue_id: Option<String>,
    /// 申请人或者举荐人类别 / Who brings the deed.
    pub(super) filer: FilerWord,
    /// 收到日期；不填则为今天（公众申请为其收到日期），迟于规定工作日登记的须说明理由，期限自收到之日起算 / The day of receipt, however late it is entered; if left out today, or that of the application. The time counts from it.
    #[schema(format = Date)]
    pub(super) received_on: Option<String>,
    /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
    #[validate(nested)]
    pub(super) backdating_reason: Option<BoundedParagraphs<1, 2000>>,
    /// 行为类型 / What was done.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4, value_type = BTreeSet<ActTypeWord>)]
    pub(super) act_types: Vec<ActTypeWord>,
    /// 其他行为应当确认的理由 / Why another act ought to be confirmed.
    #[validate(nested)]
    pub(super) other_act_reason: Option<BoundedParagraphs<1, 100>>,
    /// 是否涉及违法犯罪；行为类型已表明时可不填 / Whether the deed was directed against a crime; may be left out where the kind of act shows it.
    pub(super) crime_related: Option<bool>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    pub(super) occurred_on: Option<PartialDate>,
    /// 行为发生地 / Where it happened.
    #[validate(nested)]
    pub(super) place: Option<Place>,
    /// 行为涉及的其他县（市、区） / Other counties in which it also happened.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20, value_type = BTreeSet<String>)]
    pub(super) further_region_codes: Vec<String>,
    /// 事迹 / What was done, in words.
    #[validate(nested)]
    pub(super) summary: BoundedParagraphs<1, 2000>,
    /// 受益人 / Who was helped.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100, value_type = Vec<BoundedText<1, 100>>)]
    pub(super) beneficiaries: Vec<String>,
    /// 证人 / Who saw it.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100, value_type = Vec<BoundedText<1, 100>>)]
    pub(super) witnesses: Vec<String>,
    /// 行为人所受损害 / What the actors suffered.
    #[validate(nested)]
    pub(super) harm: Option<BoundedParagraphs<1, 500>>,
    /// 避免的损失 / What did not happen because of the deed.
    #[validate(nested)]
    pub(super) loss_averted: Option<BoundedParagraphs<1, 500>>,
    /// 是否情况复杂 / Whether the case is complex, so that it can be filed later.
    pub(super) complex: Option<bool>,
    /// 情况复杂的理由 / Why it is complex; required if it is.
    #[validate(nested)]
    pub(super) complex_reason: Option<BoundedParagraphs<1, 100>>,
    /// 主张的不可抗力 / Force majeure, if claimed.
    #[validate(nested)]
    pub(super) obstacle: Option<ObstacleGiven>,
    /// 行为人，一名或者多名 / The actors, one or more.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    pub(super) actors: Vec<NewActor>,
}

impl NewDeed {
    /// The report, or every fault of it at once.
    pub(in crate::deeds) fn parse(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<Reported, Problem> {
        self.parse_blaming("/received_on", today, scope, city)
    }

    /// The same; a deed after the day of receipt is said to be the fault of the member at `day`.
    pub(super) fn parse_blaming(
        &self,
        day: &str,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<Reported, Problem> {
        let mut errors = FieldErrors::new();
        let reported = self.read(day, today, scope, city, &mut errors);
        errors.into_result().map_err(Problem::invalid_data)?;
        reported.ok_or_else(|| Problem::internal("a report without a fault was not read"))
    }

    fn read(
        &self,
        day: &str,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
        errors: &mut FieldErrors,
    ) -> Option<Reported> {
        let region = errors.take("/region_code", within_reach(&self.region_code, scope, city));
        let received_on = case_day(self.received_on.as_deref(), "/received_on", today, errors);
        let source = self.source(errors);
        let backdating_reason = self.backdating_reason.as_deref();
        let backdating_reason =
            errors.optional("/backdating_reason", backdating_reason, Paragraphs::parse);
        let incident = self.incident(errors);
        if let (Some(incident), Some(received_on)) = (&incident, received_on)
            && incident.occurred_on.earliest() > Some(received_on)
        {
            errors.push(day, &ReceivedBeforeDeed);
        }
        let other_act_reason = paragraphs(
            self.other_act_reason.as_deref(),
            "/other_act_reason",
            errors,
        );
        let complexity = complexity(self.complex, self.complex_reason.as_deref(), errors);
        let obstacle = self
            .obstacle
            .as_ref()
            .and_then(|obstacle| obstacle.parse("/obstacle", errors));
        let people = self.people(errors);
        let shared = Shared {
            incident: incident?,
            region: region?,
            received_on: received_on?,
            other_act_reason,
            crime_related: self.crime_related,
            complexity,
            obstacle,
        };
        let facts = self.actors.iter().map(|actor| actor.facts(&shared));
        Some(Reported {
            region: shared.region,
            source,
            received_on: shared.received_on,
            receipt_stated: self.received_on.is_some(),
            backdating_reason,
            actors: people.into_iter().zip(facts).collect(),
            incident: shared.incident,
        })
    }

    fn source(&self, errors: &mut FieldErrors) -> Option<Source> {
        match (&self.application_id, &self.clue_id) {
            (Some(_), Some(_)) => {
                errors.push("/clue_id", &FilingError::TakenUpTwice);
                None
            }
            (Some(id), None) => errors
                .take("/application_id", id.parse())
                .map(Source::Application),
            (None, Some(id)) => errors.take("/clue_id", id.parse()).map(Source::Clue),
            (None, None) => None,
        }
    }

    fn incident(&self, errors: &mut FieldErrors) -> Option<Incident> {
        let place = self
            .place
            .as_ref()
            .and_then(|place| place.parse("/place", errors));
        let further = &self.further_region_codes;
        let further_counties = further_counties(further, place.as_ref(), errors);
        let occurred_on = partial_date(self.occurred_on.as_ref(), "/occurred_on", errors);
        errors.distinct("/act_types", &self.act_types);
        let beneficiaries =
            errors.each("/beneficiaries", &self.beneficiaries, Line::parse_unmasked);
        let witnesses = errors.each("/witnesses", &self.witnesses, Line::parse_unmasked);
        let harm = errors.optional("/harm", self.harm.as_deref(), Paragraphs::parse);
        let loss_averted = errors.optional(
            "/loss_averted",
            self.loss_averted.as_deref(),
            Paragraphs::parse,
        );
        Some(Incident {
            act_types: self.act_types.iter().map(|word| word.0).collect(),
            occurred_on,
            place,
            further_counties,
            filer: self.filer.0,
            summary: errors.take("/summary", Paragraphs::parse(&self.summary))?,
            beneficiaries,
            witnesses,
            harm,
            loss_averted,
        })
    }

    fn people(&self, errors: &mut FieldErrors) -> Vec<PersonId> {
        let mut people = Vec::new();
        for (index, actor) in self.actors.iter().enumerate() {
            errors.distinct(&format!("/actors/{index}/interests"), &actor.interests);
            let pointer = format!("/actors/{index}/person_id");
            let Some(id) = errors.take(&pointer, actor.person_id.parse()) else {
                continue;
            };
            if people.contains(&id) {
                errors.push(pointer, &PersonError::NamedTwice);
            }
            people.push(id);
        }
        people
    }
}
