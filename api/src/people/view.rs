//! A file as it is shown and as the audit names it.

use chrono::{DateTime, Utc};
use domain::calendar;
use domain::identity::{CitizenNumber, PersonName, PhoneNumber};
use domain::ids::PersonId;
use domain::people::{Address, FileStatus, LifeStatus, Origin, Person};
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::audit::Subject;
use persistence::{Reader, RegionScope, StoreError};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::Survivors;
use crate::auth::Representation;
use crate::http::Page;
use crate::wire::PartialDate;
use crate::words::{FileOriginWord, LifeStatusWord, OriginBasisWord, SexWord};

/// 档案状态 / The state of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PersonStatus)]
pub(super) enum StatusName {
    /// 在册 / Kept up to date.
    Active,
    /// 已并入他档 / Merged into another file, and left as it was.
    Merged,
}

impl From<FileStatus> for StatusName {
    fn from(status: FileStatus) -> Self {
        match status {
            FileStatus::Active => Self::Active,
            FileStatus::Merged { .. } => Self::Merged,
        }
    }
}

/// 籍属 / From where somebody counts as coming.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PersonOrigin)]
pub(super) struct OriginView {
    /// 依据；来源仅称某地籍时没有 / Why; absent where a source only says "from there" (籍).
    #[schema(value_type = Option<OriginBasisWord>)]
    pub(super) basis: Option<OriginBasisWord>,
    /// 区划代码，现行或已撤销的 / The region's code, of today or abolished.
    #[schema(min_length = 2, max_length = 6, example = "371502")]
    pub(super) region: String,
}

impl OriginView {
    pub(super) fn of(origin: Origin) -> Self {
        Self {
            basis: origin.basis.map(Into::into),
            region: origin.region.to_string(),
        }
    }
}

/// 人员档案 / The file of a person.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Person)]
pub(super) struct PersonView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: PersonId,
    /// 状态 / Its state.
    status: StatusName,
    /// 存留的档案，仅当您可以查阅 / The surviving file that it was merged into; only if you may read that.
    #[schema(value_type = Uuid)]
    merged_into: Option<PersonId>,
    /// 仅已并入他档的：现由何区县（功能区）管理存留的档案，该区县不在您辖区内的也写明 / Only of a merged file: the county or zone that keeps the surviving file now, also one outside your regions.
    #[schema(value_type = Option<String>, example = "371521")]
    kept_by: Option<RegionCode>,
    /// 敏感信息是否已遮盖 / Whether sensitive data is masked.
    masked: bool,
    /// 姓名 / The name.
    #[schema(value_type = String, example = "测试青")]
    name: PersonName,
    /// 管档区县（功能区） / The county or zone that keeps the file.
    #[schema(value_type = String, example = "371502")]
    region_code: RegionCode,
    /// 档案的由来 / How the file came to be.
    file_origin: FileOriginWord,
    /// 来源 / From where it was taken over.
    #[schema(value_type = String)]
    source: Option<Line<500>>,
    /// 是否为演示而虚构 / Whether this is no real person but made up for demonstration.
    synthetic: bool,
    /// 性别 / The sex.
    sex: SexWord,
    /// 出生日期；遮盖时只有精度 / The birth date; only its precision when masked.
    birth_date: PartialDate,
    /// 公民身份号码；遮盖时只留首末两位 / The citizen number; first and last character when masked.
    #[schema(example = "3****************2")]
    citizen_number: Option<String>,
    /// 电话；遮盖时只留首末两位 / A telephone number; first and last character when masked.
    #[schema(example = "1*********1")]
    phone: Option<String>,
    /// 住址；遮盖时只留首末两字 / The home address; first and last character when masked.
    #[schema(example = "测***号")]
    address: Option<String>,
    /// 在世与否 / Whether the person lives.
    life_status: LifeStatusWord,
    /// 死亡日期，仅用于已故者 / When the person died; only of somebody deceased.
    died_on: Option<PartialDate>,
    /// 户籍所在区划 / Where the household register is kept.
    #[schema(value_type = String, example = "371502")]
    household_region: Option<RegionCode>,
    /// 籍贯 / The ancestral place, as worded.
    #[schema(value_type = String, example = "山东聊城")]
    native_place: Option<Line<100>>,
    /// 籍属 / From where the person counts as coming.
    origin: Option<OriginView>,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 建档时间 / When it was opened.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When it was last changed.
    updated_at: DateTime<Utc>,
}

impl PersonView {
    /// The file as it is shown to a caller who is told this of those that survive.
    pub(super) fn new(
        person: &Person,
        representation: Representation,
        survivors: &Survivors,
    ) -> Self {
        let survivor = survivors.of(person);
        let file = &person.file;
        let masked = representation == Representation::Masked;
        let date = |date: calendar::PartialDate| {
            if masked {
                PartialDate::masked(date)
            } else {
                date.into()
            }
        };
        Self {
            id: person.id,
            status: person.status.into(),
            merged_into: survivor.and_then(|survivor| survivor.id),
            kept_by: survivor.map(|survivor| survivor.kept_by),
            masked,
            name: file.name.clone(),
            region_code: file.region,
            file_origin: file.file_origin.into(),
            source: file.source.clone(),
            synthetic: file.synthetic,
            sex: file.sex.into(),
            birth_date: date(file.birth_date),
            citizen_number: file.citizen_number.as_ref().map(|citizen_number| {
                representation.text(citizen_number, CitizenNumber::masked, CitizenNumber::expose)
            }),
            phone: file
                .phone
                .as_ref()
                .map(|phone| representation.text(phone, PhoneNumber::masked, PhoneNumber::expose)),
            address: file
                .address
                .as_ref()
                .map(|address| representation.text(address, Address::masked, Address::expose)),
            life_status: file.life_status.into(),
            died_on: (file.life_status == LifeStatus::Deceased).then(|| file.died_on.into()),
            household_region: file.household_region,
            native_place: file.native_place.clone(),
            origin: file.origin.map(OriginView::of),
            version: person.version,
            created_at: person.created_at,
            updated_at: person.updated_at,
        }
    }
}

/// 一页人员档案 / A page of people.
pub(super) type PersonPage = Page<PersonView>;

pub(super) fn address(id: PersonId) -> String {
    format!("/v1/people/{id}")
}

pub(crate) fn subject(person: &Person) -> Subject {
    Subject {
        kind: "person",
        id: person.id.to_string(),
        version: person.version,
        region: person.file.region,
    }
}

/// A file as it is shown to the caller.
pub(super) fn view(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
    representation: Representation,
) -> Result<PersonView, StoreError> {
    let survivors = Survivors::load(reader, scope, [person])?;
    Ok(PersonView::new(person, representation, &survivors))
}
