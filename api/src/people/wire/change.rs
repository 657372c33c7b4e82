use domain::error::FieldErrors;
use domain::people::{Draft, PersonFile};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;
use validator::Validate;

use super::NewPerson;
use crate::http::merge_patch::{self, given};
use crate::problems::{Code, Problem};
use crate::words::{DatePrecisionWord, LifeStatusWord, OriginBasisWord, SexWord};

/// 更新人员档案（JSON Merge Patch） / What to change of a person's file (RFC 7396).
///
/// 未写的成员不变，null 表示去掉。市级可更改 `region_code`，即移交档案。 / What is left out stays; `null`
/// removes. The city may change `region_code`, which moves the file.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "phone": "19900000002", "native_place": "山东聊城" }))]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
pub(in crate::people) struct PersonChange {
    /// 姓名 / The name.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 100))]
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    name: Option<String>,
    /// 管档区县（功能区），只有市级可改 / The county or zone that keeps the file; the city alone changes it.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 2, max = 6))]
    #[schema(nullable = false, min_length = 2, max_length = 6)]
    region_code: Option<String>,
    /// 来源 / From where it was taken over.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    source: Option<String>,
    /// 性别 / The sex.
    #[schema(value_type = Option<SexWord>)]
    sex: Option<SexWord>,
    /// 出生日期 / The birth date.
    #[schema(value_type = Option<PartialDateChange>)]
    birth_date: Option<PartialDateChange>,
    /// 公民身份号码；更正时，随原号码得来的出生日期和性别一并更正 / The citizen number; birth date and sex that came with the old one are corrected with it.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_length = 1, max_length = 30)]
    citizen_number: Option<String>,
    /// 电话 / A telephone number.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_length = 1, max_length = 30)]
    phone: Option<String>,
    /// 住址 / The home address.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    address: Option<String>,
    /// 在世与否 / Whether the person lives.
    #[schema(value_type = Option<LifeStatusWord>)]
    life_status: Option<LifeStatusWord>,
    /// 死亡日期 / When the person died.
    #[schema(value_type = Option<PartialDateChange>)]
    died_on: Option<PartialDateChange>,
    /// 户籍所在区划 / Where the household register is kept.
    #[validate(length(min = 2, max = 6))]
    #[schema(min_length = 2, max_length = 6)]
    household_region: Option<String>,
    /// 籍贯 / The ancestral place.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    native_place: Option<String>,
    /// 籍属 / From where the person counts as coming.
    #[schema(value_type = Option<PersonOriginChange>)]
    origin: Option<PersonOriginChange>,
}

/// 日期的更改 / A change of a date known to some precision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
struct PartialDateChange {
    /// 精度 / How exactly it is known.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    precision: Option<DatePrecisionWord>,
    /// 按精度书写的日期 / The date, written as the precision says.
    #[schema(max_length = 10)]
    value: Option<String>,
}

/// 籍属的更改 / A change of the origin.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "it says which shape a patch has; the JSON itself is applied"
)]
struct PersonOriginChange {
    /// 依据 / Why.
    #[schema(value_type = Option<OriginBasisWord>)]
    basis: Option<OriginBasisWord>,
    /// 区划代码 / The region's code.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false, min_length = 2, max_length = 6)]
    region: Option<String>,
}

impl PersonChange {
    /// The patch itself, once its shape is known to be right.
    pub(in crate::people) fn patch(raw: &[u8]) -> Result<Value, Problem> {
        serde_json::from_slice(raw).map_err(|_| Problem::new(Code::MalformedJson))
    }

    /// What the file is to say after the patch.
    pub(in crate::people) fn applied(
        file: &PersonFile,
        patch: &Value,
    ) -> Result<(Draft, FieldErrors), Problem> {
        let mut document = serde_json::to_value(NewPerson::of(file)).map_err(Problem::internal)?;
        merge_patch::apply(&mut document, patch);
        crate::http::body::parse::<NewPerson>(document.to_string().as_bytes())
            .map(|person| person.draft())
    }
}
