use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::merge_patch::given;
use crate::problems::{Code, Problem};
use crate::words::{
    ActTypeWord, DutyWord, InterestWord, LawfulnessWord, RelationWord, RescueOutcomeWord,
};

/// 更正事迹（JSON Merge Patch） / What to put right of a deed (RFC 7396).
///
/// 未写的成员不变，null 表示不详。 / What is left out stays; `null` means that nobody knows.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "harm": "测试：右臂擦伤" }))]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
pub(in crate::deeds) struct DeedChange {
    /// 行为类型 / What was done.
    #[validate(length(max = 4))]
    #[schema(max_items = 4)]
    act_types: Option<Vec<ActTypeWord>>,
    /// 其他行为应当确认的理由 / Why another act ought to be confirmed.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    other_act_reason: Option<String>,
    /// 是否涉及违法犯罪 / Whether the deed was directed against a crime.
    crime_related: Option<bool>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    #[schema(value_type = Option<DeedDateChange>)]
    occurred_on: Option<DeedDateChange>,
    /// 行为发生地；改到他县的，案件仍由原单位承办，凭据指明应当移送 / Where it happened; the case stays with the body that holds it, and the receipt tells where it belongs: there it is transferred.
    #[validate(nested)]
    #[schema(value_type = Option<DeedPlaceChange>)]
    place: Option<DeedPlaceChange>,
    /// 行为涉及的其他县（市、区） / Other counties in which it also happened.
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    further_region_codes: Option<Vec<String>>,
    /// 事迹 / What was done, in words.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 2000))]
    #[schema(nullable = false, min_length = 1, max_length = 2000)]
    summary: Option<String>,
    /// 受益人 / Who was helped.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    beneficiaries: Option<Vec<String>>,
    /// 证人 / Who saw it.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    witnesses: Option<Vec<String>>,
    /// 行为人所受损害 / What the actors suffered.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    harm: Option<String>,
    /// 避免的损失 / What did not happen because of the deed.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    loss_averted: Option<String>,
    /// 是否情况复杂 / Whether the case is complex.
    complex: Option<bool>,
    /// 情况复杂的理由 / Why it is complex; required if it is.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    complex_reason: Option<String>,
    /// 主张的不可抗力 / Force majeure, where somebody claims it.
    #[validate(nested)]
    #[schema(value_type = Option<DeedObstacleChange>)]
    obstacle: Option<DeedObstacleChange>,
}

/// 日期的更正 / A correction of the date.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
struct DeedDateChange {
    /// 精确程度 / How exactly it is known.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    precision: Option<crate::eligibility::input::CaseDatePrecision>,
    /// 按精确程度书写的日期 / The date, written as the precision says.
    #[validate(length(min = 4, max = 10))]
    #[schema(min_length = 4, max_length = 10)]
    value: Option<String>,
}

/// 地点的更正 / A correction of the place.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeedPlaceChange {
    /// 区划代码 / The region's code.
    #[validate(length(min = 3, max = 6))]
    #[schema(min_length = 3, max_length = 6)]
    region_code: Option<String>,
    /// 国家代码（ISO 3166-1 两位字母） / The country (ISO 3166-1 alpha-2).
    #[validate(length(equal = 2))]
    #[schema(min_length = 2, max_length = 2)]
    country_code: Option<String>,
}

/// 不可抗力的更正 / A correction of force majeure.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
struct DeedObstacleChange {
    /// 开始日期 / Its first day.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false, format = Date)]
    from: Option<String>,
    /// 结束日期 / Its last day.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false, format = Date)]
    to: Option<String>,
    /// 市级是否决定中止计算 / Whether the city decided that the time stops.
    city_decision: Option<bool>,
}

/// 更正行为人的事实（JSON Merge Patch） / What to put right of what one actor did (RFC 7396).
///
/// 未写的成员不变，null 表示不详。 / What is left out stays; `null` means that nobody knows.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "risk": 4 }))]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
pub(in crate::deeds) struct DeedActorChange {
    /// 是否负有职责、义务 / Whether the actor was bound to act.
    #[schema(value_type = Option<DutyWord>)]
    duty: Option<DutyWord>,
    /// 保护的利益 / Whose interests were protected.
    #[validate(length(max = 6))]
    #[schema(max_items = 6)]
    interests: Option<Vec<InterestWord>>,
    /// 各受益人与行为人的关系；没有特定受益人时为空 / What each beneficiary is to the actor; empty where there is no single beneficiary.
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    beneficiary_relations: Option<Vec<RelationWord>>,
    /// 危险是否由行为人故意或者过失造成 / Whether the actor caused the danger, by intent or negligence.
    caused_danger: Option<bool>,
    /// 行为是否合法 / Whether the act was lawful.
    #[schema(value_type = Option<LawfulnessWord>)]
    lawfulness: Option<LawfulnessWord>,
    /// 救助结果，仅作记录 / What came of it; recorded only.
    #[schema(value_type = Option<RescueOutcomeWord>)]
    outcome: Option<RescueOutcomeWord>,
    /// 危险程度，0 至 4 / How dangerous it was, 0 to 4.
    #[serde(default, deserialize_with = "crate::http::whole_number")]
    #[validate(range(max = 4))]
    #[schema(minimum = 0, maximum = 4)]
    risk: Option<u8>,
    /// 是否在从事志愿服务 / Whether the actor was serving as a volunteer.
    volunteer_service: Option<bool>,
}

/// A correction whose shape is known to be right: the patch itself.
pub(in crate::deeds) trait Patched {
    /// The patch as it was sent.
    fn patch(raw: &[u8]) -> Result<Value, Problem> {
        serde_json::from_slice(raw).map_err(|_| Problem::new(Code::MalformedJson))
    }
}

impl Patched for DeedChange {}
impl Patched for DeedActorChange {}
