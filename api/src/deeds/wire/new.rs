use chrono::NaiveDate;
use domain::commendations::Grade;
use domain::deeds::Incident;
use domain::deeds::eligibility::{Complexity, DeedFacts, Obstacle};
use domain::deeds::procedure::Reason;
use domain::error::{Coded, FieldErrors};
use domain::ids::PersonId;
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::eligibility::deed::parts::{ObstacleGiven, complexity};
use crate::eligibility::input::{CaseDate, CasePlace, case_day, line, partial_date};
use crate::http::whole_number;
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::words::{
    ActTypeWord, DutyWord, FilerWord, InterestWord, LawfulnessWord, RelationWord, RescueOutcomeWord,
};

/// A person stands twice in a deed.
struct PersonNamedTwice;

impl Coded for PersonNamedTwice {
    fn code(&self) -> &'static str {
        "person_named_twice"
    }
}

/// 申报事迹 / A deed that is reported.
///
/// 未写的事实视为不详，规则不作猜测。 / What is left out is not known, and the rules guess nothing.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "region_code": "371500",
    "filer": "employer",
    "act_types": ["rescue"],
    "occurred_on": { "precision": "month", "value": "2026-10" },
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
    #[validate(length(min = 2, max = 6))]
    #[schema(min_length = 2, max_length = 6)]
    region_code: String,
    /// 申请人或者举荐人类别 / Who brings the deed.
    filer: FilerWord,
    /// 收到日期；不填则为今天，早于今天的须说明理由且不得超出规定天数 / The day of receipt, today if left out; an earlier one has a reason and lies within the limit.
    #[schema(format = Date)]
    received_on: Option<String>,
    /// 收到日期早于今天的理由 / Why the day of receipt lies before today.
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    backdating_reason: Option<String>,
    /// 行为类型 / What was done.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    act_types: Vec<ActTypeWord>,
    /// 其他行为应当确认的理由 / Why another act ought to be confirmed.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    other_act_reason: Option<String>,
    /// 是否涉及违法犯罪；行为类型已表明时可不填 / Whether the deed was directed against a crime; may be left out where the kind of act shows it.
    crime_related: Option<bool>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    occurred_on: Option<CaseDate>,
    /// 行为发生地 / Where it happened.
    #[validate(nested)]
    place: Option<CasePlace>,
    /// 行为涉及的其他县（市、区） / Other counties in which it also happened.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    further_region_codes: Vec<String>,
    /// 事迹 / What was done, in words.
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    summary: String,
    /// 受益人 / Who was helped.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    beneficiaries: Vec<String>,
    /// 证人 / Who saw it.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    witnesses: Vec<String>,
    /// 行为人所受损害 / What the actors suffered.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    harm: Option<String>,
    /// 避免的损失 / What did not happen because of the deed.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    loss_averted: Option<String>,
    /// 是否情况复杂 / Whether the case is complex, so that it can be filed later.
    complex: Option<bool>,
    /// 情况复杂的理由 / Why it is complex; required if it is.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    complex_reason: Option<String>,
    /// 主张的不可抗力 / Force majeure, where somebody claims it.
    #[validate(nested)]
    obstacle: Option<ObstacleGiven>,
    /// 行为人，一名或者多名 / The actors, one or more.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    actors: Vec<NewActor>,
}

/// 行为人及其行为 / A person in the deed, and what is known of what that person did.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewDeedActor)]
struct NewActor {
    /// 人员档案编号，须在您的辖区之内 / The person's file, within your regions.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    person_id: String,
    /// 是否负有职责、义务 / Whether the actor was bound to act.
    duty: Option<DutyWord>,
    /// 保护的利益 / Whose interests were protected.
    #[serde(default)]
    #[validate(length(max = 6))]
    #[schema(max_items = 6)]
    interests: Vec<InterestWord>,
    /// 各受益人与行为人的关系；没有特定受益人时为空 / What each beneficiary is to the actor; empty where there is no single beneficiary.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    beneficiary_relations: Option<Vec<RelationWord>>,
    /// 危险是否由行为人故意或者过失造成 / Whether the actor caused the danger, by intent or negligence.
    caused_danger: Option<bool>,
    /// 行为是否合法 / Whether the act was lawful.
    lawfulness: Option<LawfulnessWord>,
    /// 救助结果，仅作记录 / What came of it; recorded only.
    outcome: Option<RescueOutcomeWord>,
    /// 危险程度，0 至 4 / How dangerous it was, 0 to 4.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    risk: Option<u8>,
    /// 是否在从事志愿服务 / Whether the actor was serving as a volunteer.
    volunteer_service: Option<bool>,
}

/// A report, parsed. What only the files of the actors and the other deeds on file can tell is not
/// in the facts yet.
#[derive(Debug, Clone)]
pub(in crate::deeds) struct Reported {
    /// The region whose body takes it in.
    pub(in crate::deeds) region: RegionCode,
    /// The day of receipt.
    pub(in crate::deeds) received_on: NaiveDate,
    /// Why that lies before today.
    pub(in crate::deeds) backdating_reason: Option<Reason>,
    /// What happened.
    pub(in crate::deeds) incident: Incident,
    /// The actors with what is known of each.
    pub(in crate::deeds) actors: Vec<(PersonId, DeedFacts)>,
}

/// What the facts of every actor share.
struct Shared {
    incident: Incident,
    region: RegionCode,
    received_on: NaiveDate,
    other_act_reason: Option<String>,
    crime_related: Option<bool>,
    complexity: Option<Complexity>,
    obstacle: Option<Obstacle>,
}

impl NewDeed {
    /// The report, or every fault of it at once.
    pub(in crate::deeds) fn parse(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<Reported, Problem> {
        let mut errors = FieldErrors::new();
        let reported = self.read(today, scope, city, &mut errors);
        errors.into_result().map_err(Problem::invalid_data)?;
        reported.ok_or_else(|| Problem::internal("a report without a fault was not read"))
    }

    fn read(
        &self,
        today: NaiveDate,
        scope: &RegionScope,
        city: &RegionCode,
        errors: &mut FieldErrors,
    ) -> Option<Reported> {
        let region = errors.take("/region_code", within_reach(&self.region_code, scope, city));
        let received_on = case_day(self.received_on.as_deref(), "/received_on", today, errors);
        let backdating_reason = optional(
            self.backdating_reason.as_deref(),
            "/backdating_reason",
            errors,
        );
        let incident = self.incident(errors);
        let other_act_reason = line(
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
            received_on: shared.received_on,
            backdating_reason,
            actors: people.into_iter().zip(facts).collect(),
            incident: shared.incident,
        })
    }

    fn incident(&self, errors: &mut FieldErrors) -> Option<Incident> {
        let further = self.further_region_codes.iter().enumerate();
        let further_counties = further
            .filter_map(|(index, code)| {
                let pointer = format!("/further_region_codes/{index}");
                errors.take(pointer, RegionCode::parse(code))
            })
            .collect();
        let place = self
            .place
            .as_ref()
            .and_then(|place| place.parse("/place", errors));
        let occurred_on = partial_date(self.occurred_on.as_ref(), "/occurred_on", errors);
        let beneficiaries = lines(&self.beneficiaries, "/beneficiaries", errors);
        let witnesses = lines(&self.witnesses, "/witnesses", errors);
        let harm = optional(self.harm.as_deref(), "/harm", errors);
        let loss_averted = optional(self.loss_averted.as_deref(), "/loss_averted", errors);
        Some(Incident {
            act_types: self.act_types.iter().map(|word| word.0).collect(),
            occurred_on,
            place,
            further_counties,
            filer: self.filer.0,
            summary: errors.take("/summary", Line::parse(&self.summary))?,
            beneficiaries,
            witnesses,
            harm,
            loss_averted,
        })
    }

    fn people(&self, errors: &mut FieldErrors) -> Vec<PersonId> {
        let mut people = Vec::new();
        for (index, actor) in self.actors.iter().enumerate() {
            let pointer = format!("/actors/{index}/person_id");
            let Some(id) = errors.take(&pointer, actor.person_id.parse()) else {
                continue;
            };
            if people.contains(&id) {
                errors.push(pointer, &PersonNamedTwice);
            }
            people.push(id);
        }
        people
    }
}

impl NewActor {
    fn facts(&self, shared: &Shared) -> DeedFacts {
        let incident = &shared.incident;
        DeedFacts {
            act_types: incident.act_types.clone(),
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
            age_at_deed: None,
            volunteer_service: self.volunteer_service,
            home: None,
            occurred_on: incident.occurred_on,
            place: incident.place,
            further_counties: incident.further_counties.clone(),
            received_by: Some(shared.region),
            received_on: Some(shared.received_on),
            filer: Some(incident.filer),
            complexity: shared.complexity.clone(),
            obstacle: shared.obstacle,
            possible_duplicates: None,
            evidence: Some(Vec::new()),
        }
    }
}

fn optional<const MAX: usize>(
    text: Option<&str>,
    pointer: &str,
    errors: &mut FieldErrors,
) -> Option<Line<MAX>> {
    errors.take(pointer, Line::parse(text?))
}

fn lines<const MAX: usize>(
    texts: &[String],
    pointer: &str,
    errors: &mut FieldErrors,
) -> Vec<Line<MAX>> {
    texts
        .iter()
        .enumerate()
        .filter_map(|(index, text)| errors.take(format!("{pointer}/{index}"), Line::parse(text)))
        .collect()
}
