//! A file as it is sent, whole or as a patch.

use domain::calendar;
use domain::error::FieldErrors;
use domain::identity::{CitizenNumber, PersonName, PhoneNumber};
use domain::people::{Address, Draft, FileOrigin, LifeStatus, Origin, PersonFile};
use domain::regions::RegionCode;
use domain::text::Line;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use super::view::OriginView;
use crate::http::{BoundedText, Patch, Patched};
use crate::wire::PartialDate;
use crate::words::{FileOriginWord, LifeStatusWord, SexWord};

/// 登记人员 / A person whose file is to be opened.
///
/// `citizen_number`、`birth_date`（至少到年）须填其一；历史档案须填 `source`。 / Give `citizen_number`
/// or `birth_date` (at least the year); a historic file needs a `source`.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "测试青",
    "region_code": "371502",
    "citizen_number": "371502199001010012",
    "phone": "19900000001",
    "address": "测试路1号",
    "life_status": "living",
    "household_region": "371502",
    "origin": { "basis": "hukou_now", "region": "371502" },
    "synthetic": true
}))]
#[skip_serializing_none]
pub(super) struct NewPerson {
    /// 姓名；生僻字、间隔号均可 / The name; rare characters and middle dots are welcome.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 管档区县（功能区），须在您的辖区之内 / The county or zone that keeps the file, one of yours.
    #[validate(nested)]
    region_code: BoundedText<2, 6>,
    /// 档案的由来，历史档案只能由市级建立 / How the file comes to be; only the city opens historic ones.
    #[schema(default = "registered")]
    file_origin: Option<FileOriginWord>,
    /// 来源，如报刊、旧表册 / From where it is taken over, such as a newspaper or a paper list.
    #[validate(nested)]
    source: Option<BoundedText<1, 500>>,
    /// 是否为演示而虚构 / Whether this is no real person but made up for demonstration.
    #[serde(default)]
    #[schema(default = false)]
    synthetic: bool,
    /// 性别；有公民身份号码时可不填 / The sex; the citizen number tells it.
    sex: Option<SexWord>,
    /// 出生日期；有公民身份号码时可不填 / The birth date; the citizen number tells it.
    birth_date: Option<PartialDate>,
    /// 公民身份号码（GB 11643） / The citizen number.
    #[validate(nested)]
    citizen_number: Option<BoundedText<1, 30>>,
    /// 电话 / A telephone number.
    #[validate(nested)]
    phone: Option<BoundedText<1, 30>>,
    /// 住址 / The home address.
    #[validate(nested)]
    address: Option<BoundedText<1, 200>>,
    /// 在世与否 / Whether the person lives.
    #[schema(default = "unknown")]
    life_status: Option<LifeStatusWord>,
    /// 死亡日期，仅用于已故者 / When the person died; only of somebody deceased.
    died_on: Option<PartialDate>,
    /// 户籍所在区划 / Where the household register is kept.
    #[validate(nested)]
    household_region: Option<BoundedText<2, 6>>,
    /// 籍贯，照户口簿所写 / The ancestral place as the household register words it.
    #[validate(nested)]
    native_place: Option<BoundedText<1, 100>>,
    /// 籍属 / From where the person counts as coming.
    origin: Option<OriginView>,
}

impl NewPerson {
    /// What a file says, whole and unmasked: the document that a merge patch is applied to.
    pub(super) fn of(file: &PersonFile) -> Self {
        let known = |date: calendar::PartialDate| {
            (date != calendar::PartialDate::UNKNOWN).then(|| date.into())
        };
        Self {
            name: BoundedText::of(&file.name),
            region_code: BoundedText::of(&file.region),
            file_origin: Some(file.file_origin.into()),
            source: file.source.as_ref().map(BoundedText::of),
            synthetic: file.synthetic,
            sex: Some(file.sex.into()),
            birth_date: known(file.birth_date),
            citizen_number: file
                .citizen_number
                .as_ref()
                .map(|number| BoundedText::of(number.expose())),
            phone: file
                .phone
                .as_ref()
                .map(|phone| BoundedText::of(phone.expose())),
            address: file
                .address
                .as_ref()
                .map(|address| BoundedText::of(address.expose())),
            life_status: Some(file.life_status.into()),
            died_on: known(file.died_on),
            household_region: file.household_region.as_ref().map(BoundedText::of),
            native_place: file.native_place.as_ref().map(BoundedText::of),
            origin: file.origin.map(OriginView::of),
        }
    }

    /// Reads every member; what cannot be read is noted among the faults.
    pub(super) fn draft(&self) -> (Draft, FieldErrors) {
        let mut faults = FieldErrors::new();
        let draft = Draft {
            region: faults.take("/region_code", RegionCode::parse(&self.region_code)),
            file_origin: self
                .file_origin
                .map_or(FileOrigin::Registered, |word| word.0),
            source: faults.optional("/source", self.source.as_deref(), Line::parse),
            synthetic: self.synthetic,
            name: faults.take("/name", PersonName::parse(&self.name)),
            sex: self.sex.map(|word| word.0),
            birth_date: date(self.birth_date.as_ref(), "/birth_date", &mut faults),
            citizen_number: faults.optional(
                "/citizen_number",
                self.citizen_number.as_deref(),
                CitizenNumber::parse,
            ),
            phone: faults.optional("/phone", self.phone.as_deref(), PhoneNumber::parse),
            address: faults.optional("/address", self.address.as_deref(), Address::parse),
            life_status: self.life_status.map_or(LifeStatus::Unknown, |word| word.0),
            died_on: date(self.died_on.as_ref(), "/died_on", &mut faults),
            household_region: faults.optional(
                "/household_region",
                self.household_region.as_deref(),
                RegionCode::parse,
            ),
            native_place: faults.optional(
                "/native_place",
                self.native_place.as_deref(),
                Line::parse,
            ),
            origin: self.origin.as_ref().and_then(|origin| {
                Some(Origin {
                    basis: origin.basis.map(|word| word.0),
                    region: faults.take("/origin/region", RegionCode::parse(&origin.region))?,
                })
            }),
        };
        (draft, faults)
    }
}

fn date(
    date: Option<&PartialDate>,
    pointer: &str,
    faults: &mut FieldErrors,
) -> calendar::PartialDate {
    date.and_then(|date| faults.take(pointer, date.parse()))
        .unwrap_or(calendar::PartialDate::UNKNOWN)
}

/// A patch of a file.
pub(super) type PersonChange = Patch<NewPerson>;

impl Patched for NewPerson {
    const NAME: &'static str = "PersonChange";
    const DESCRIPTION: &'static str = "\
更新人员档案（JSON Merge Patch） / What to change of a person's file (RFC 7396).

未写的成员不变，null 表示去掉。市级可更改 `region_code`，即移交档案；更正 `citizen_number` 的，随原号码得来的出生日期和性别\
一并更正。 / What is left out stays; `null` removes. The city may change `region_code`, which moves the file. A corrected \
`citizen_number` also corrects the birth date and sex that came with the old one.";
    const FIXED: &'static [&'static str] = &["file_origin", "synthetic"];

    fn example() -> Value {
        json!({ "phone": "19900000002", "native_place": "山东聊城" })
    }
}
