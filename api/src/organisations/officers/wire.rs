//! Officers as they are sent and shown. An official acting in office is named.

use chrono::{DateTime, Utc};
use domain::error::FieldErrors;
use domain::identity::PersonName;
use domain::ids::{OfficerId, OrganisationId};
use domain::organisations::{OfficerPatch, Position};
use persistence::officers::Officer;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::Page;
use crate::http::merge_patch::given;
use crate::problems::Problem;

/// 登记工作人员 / An officer to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "organisation_id": ids::ORGANISATION,
    "name": "测试承办人",
    "position": "测试科员"
}))]
pub(super) struct NewOfficer {
    /// 所属机构，须在您的辖区之内 / The organisation, within your regions.
    #[schema(value_type = Uuid)]
    organisation_id: OrganisationId,
    /// 姓名 / The name.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    name: String,
    /// 职务 / The position.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    position: String,
}

/// The same, parsed.
pub(super) struct Enlistment {
    pub(super) organisation: OrganisationId,
    pub(super) name: PersonName,
    pub(super) position: Position,
}

impl NewOfficer {
    pub(super) fn parse(&self) -> Result<Enlistment, Problem> {
        let mut errors = FieldErrors::new();
        let name = errors.take("/name", PersonName::parse(&self.name));
        let position = errors.take("/position", Position::parse(&self.position));
        match (name, position) {
            (Some(name), Some(position)) => Ok(Enlistment {
                organisation: self.organisation_id,
                name,
                position,
            }),
            _ => Err(Problem::invalid_data(errors)),
        }
    }
}

/// 更新工作人员（JSON Merge Patch） / What to change of an officer (RFC 7396).
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "position": "测试科长" }))]
pub(super) struct OfficerChange {
    /// 职务 / The position.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 50))]
    #[schema(nullable = false, min_length = 1, max_length = 50)]
    position: Option<String>,
    /// 是否在任；停用后不得再以其名义办理 / Whether still in office; nobody can act for one who is not.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    active: Option<bool>,
}

impl OfficerChange {
    pub(super) fn parse(&self) -> Result<OfficerPatch, Problem> {
        let mut errors = FieldErrors::new();
        let position = self
            .position
            .as_deref()
            .and_then(|position| errors.take("/position", Position::parse(position)));
        errors.into_result().map_err(Problem::invalid_data)?;
        Ok(OfficerPatch {
            position,
            active: self.active,
        })
    }
}

/// 工作人员 / An officer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Officer)]
pub(super) struct OfficerView {
    /// 编号，用于 On-Behalf-Of / The id, for `On-Behalf-Of`.
    #[schema(value_type = Uuid)]
    id: OfficerId,
    /// 所属机构 / The organisation in whose name the officer acts.
    #[schema(value_type = Uuid)]
    organisation_id: OrganisationId,
    /// 姓名 / The name.
    #[schema(example = "测试承办人")]
    name: String,
    /// 职务 / The position.
    #[schema(example = "测试科员")]
    position: String,
    /// 是否在任 / Whether still in office.
    active: bool,
    /// 机构所在区划 / The region of the organisation.
    #[schema(example = "371502")]
    region_code: String,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 登记时间 / When the officer was registered.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When the entry was last changed.
    updated_at: DateTime<Utc>,
}

impl From<&Officer> for OfficerView {
    fn from(officer: &Officer) -> Self {
        Self {
            id: officer.id,
            organisation_id: officer.organisation,
            name: officer.name.to_string(),
            position: officer.position.to_string(),
            active: officer.active,
            region_code: officer.region.to_string(),
            version: officer.version,
            created_at: officer.created_at,
            updated_at: officer.updated_at,
        }
    }
}

/// 一页工作人员 / A page of officers.
pub(super) type OfficerPage = Page<OfficerView>;
