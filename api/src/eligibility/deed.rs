//! Whether what one actor did is an act of bravery.

pub(crate) mod parts;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use domain::commendations::Grade;
use domain::deeds::eligibility::DeedFacts;
use domain::error::FieldErrors;
use domain::ids::DeedId;
use domain::receipts::Facts;
use domain::regions::RegionCode;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use self::parts::{EvidenceGiven, ObstacleGiven, age, complexity};
use super::answer;
use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::Command;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, BoundedParagraphs, BoundedText, whole_number};
use crate::problems::Problem;
use crate::receipts::ReceiptView;
use crate::services::Services;
use crate::wire::read;
use crate::wire::{PartialDate, Place, case_day, further_counties, paragraphs, partial_date};
use crate::words::{
    ActTypeWord, DutyWord, FilerWord, InterestWord, LawfulnessWord, RelationWord, RescueOutcomeWord,
};

/// 一名行为人的见义勇为行为；未写的事实视为不详 / What one actor did in a deed; what is left out is not known.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "act_types": ["rescue"],
    "duty": "none",
    "interests": ["other_person"],
    "beneficiaries": ["unrelated"],
    "caused_danger": false,
    "lawfulness": "not_questioned",
    "outcome": "succeeded",
    "risk": 3,
    "age_at_deed": 41,
    "volunteer_service": false,
    "home_region_code": "371581",
    "occurred_on": { "precision": "day", "value": "2024-05-01" },
    "place": { "region_code": "371581" },
    "received_by_region_code": "371581",
    "received_on": "2024-05-20",
    "filer": "employer",
    "complex": false,
    "possible_duplicates": [],
    "evidence": [
        { "kind": "public_security", "verified": true },
        { "kind": "witness", "verified": false }
    ]
}))]
struct DeedCase {
    /// 行为类型 / What the actor did.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4, value_type = BTreeSet<ActTypeWord>)]
    act_types: Vec<ActTypeWord>,
    /// 其他行为应当确认的理由 / Why another act ought to be confirmed.
    #[validate(nested)]
    other_act_reason: Option<BoundedParagraphs<1, 100>>,
    /// 是否涉及违法犯罪；行为类型已表明时可不填 / Whether the deed was directed against a crime; may be left out where the kind of act shows it.
    crime_related: Option<bool>,
    /// 是否负有职责、义务 / Whether the actor was bound to act.
    duty: Option<DutyWord>,
    /// 保护的利益 / Whose interests were protected.
    #[serde(default)]
    #[validate(length(max = 6))]
    #[schema(max_items = 6, value_type = BTreeSet<InterestWord>)]
    interests: Vec<InterestWord>,
    /// 各受益人与行为人的关系；没有特定受益人时为空 / What each beneficiary is to the actor; empty where there is no single beneficiary.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    beneficiaries: Option<Vec<RelationWord>>,
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
    /// 行为时的周岁年龄；与 `birth_date` 只填其一 / The actor's age in full years; this or `birth_date`.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 150))]
    #[schema(minimum = 0, maximum = 150)]
    age_at_deed: Option<u32>,
    /// 出生日期：只用于计算年龄，不予保存 / The birth date: only the age is worked out from it and kept.
    #[schema(format = Date)]
    birth_date: Option<String>,
    /// 是否在从事志愿服务 / Whether the actor was serving as a volunteer.
    volunteer_service: Option<bool>,
    /// 户籍所在地 / Where the actor's household register is.
    #[validate(nested)]
    home_region_code: Option<BoundedText<3, 6>>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    occurred_on: Option<PartialDate>,
    /// 行为发生地 / Where it happened.
    #[validate(nested)]
    place: Option<Place>,
    /// 行为涉及的其他县（市、区） / Other counties in which it also happened.
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20, value_type = BTreeSet<String>)]
    further_region_codes: Vec<String>,
    /// 收到报告的机构所在区划 / The region whose body received the report.
    #[validate(nested)]
    received_by_region_code: Option<BoundedText<3, 6>>,
    /// 收到日期，即案件日期；不填则为今天 / The day of receipt, which is the day of the case; today if left out.
    #[schema(format = Date)]
    received_on: Option<String>,
    /// 申请人或者举荐人类别 / Who brings the deed.
    filer: Option<FilerWord>,
    /// 是否情况复杂 / Whether the case is complex, so that it can be filed later.
    complex: Option<bool>,
    /// 情况复杂的理由 / Why it is complex; required if it is.
    #[validate(nested)]
    complex_reason: Option<BoundedParagraphs<1, 100>>,
    /// 主张的不可抗力 / Force majeure, where somebody claims it.
    #[validate(nested)]
    obstacle: Option<ObstacleGiven>,
    /// 可能重复的案卷；未查对时不填 / Deeds on file that may be the same one of the same actor; left out until somebody has looked.
    #[validate(length(max = 50))]
    #[schema(max_items = 50, value_type = Option<BTreeSet<uuid::Uuid>>)]
    possible_duplicates: Option<Vec<String>>,
    /// 证据 / The evidence on file.
    #[validate(length(max = 100), nested)]
    #[schema(max_items = 100)]
    evidence: Option<Vec<EvidenceGiven>>,
}

impl DeedCase {
    /// The facts; what cannot be read is noted among the errors.
    fn facts(&self, today: NaiveDate, errors: &mut FieldErrors) -> DeedFacts {
        let occurred_on = partial_date(self.occurred_on.as_ref(), "/occurred_on", errors);
        let place = self
            .place
            .as_ref()
            .and_then(|place| place.parse("/place", errors));
        errors.distinct("/act_types", &self.act_types);
        errors.distinct("/interests", &self.interests);
        DeedFacts {
            act_types: self.act_types.iter().map(|word| word.0).collect(),
            other_act_reason: paragraphs(
                self.other_act_reason.as_deref(),
                "/other_act_reason",
                errors,
            ),
            crime_related: self.crime_related,
            duty: self.duty.map(|word| word.0),
            interests: self.interests.iter().map(|word| word.0).collect(),
            beneficiaries: self
                .beneficiaries
                .as_ref()
                .map(|relations| relations.iter().map(|word| word.0).collect()),
            caused_danger: self.caused_danger,
            lawfulness: self.lawfulness.map(|word| word.0),
            outcome: self.outcome.map(|word| word.0),
            // The shape allows 0 to 4 only.
            risk: self.risk.and_then(Grade::new),
            life_conflict: None,
            age_at_deed: age(
                self.age_at_deed,
                self.birth_date.as_deref(),
                occurred_on,
                errors,
            ),
            volunteer_service: self.volunteer_service,
            home: errors.optional(
                "/home_region_code",
                self.home_region_code.as_deref(),
                RegionCode::parse,
            ),
            occurred_on,
            further_counties: further_counties(&self.further_region_codes, place.as_ref(), errors),
            place,
            received_by: errors.optional(
                "/received_by_region_code",
                self.received_by_region_code.as_deref(),
                RegionCode::parse,
            ),
            received_on: case_day(self.received_on.as_deref(), "/received_on", today, errors),
            filer: self.filer.map(|word| word.0),
            complexity: complexity(self.complex, self.complex_reason.as_deref(), errors),
            obstacle: self
                .obstacle
                .as_ref()
                .and_then(|obstacle| obstacle.parse("/obstacle", errors)),
            possible_duplicates: self
                .possible_duplicates
                .as_ref()
                .map(|ids| errors.set("/possible_duplicates", ids, str::parse::<DeedId>)),
            evidence: self
                .evidence
                .as_ref()
                .map(|items| items.iter().map(Into::into).collect()),
        }
    }
}

/// 评估见义勇为行为 / Evaluate what an actor did in a deed
///
/// 依规则 DEED-DUTY 至 FILE-TOLL 和 EVIDENCE-MIN，就一名行为人逐条说明：职责义务、受益人、行为类型、合法性、
/// 年龄、重复、申请人或者举荐人、办理机构、申报期限和证据，并提示下一步和须补充的事项。未写的事实视为不详，规则不作猜测。 /
/// Explains for one actor by the rules DEED-DUTY to FILE-TOLL and EVIDENCE-MIN: duties,
/// beneficiaries, kind of act, lawfulness, age, duplicates, who brings it, which body handles it,
/// the time for filing and the evidence; and says what comes next and what is missing. What is left
/// out is not known, and nothing is guessed.
#[utoipa::path(
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = DeedCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/deed")]
pub(super) async fn eligibility_deed(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<DeedCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let facts = read(|errors| Some(Facts::Deed(body.value.facts(today, errors))));
    answer(&caller, services, command, &body.raw, facts).await
}
