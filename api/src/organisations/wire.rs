//! Organisations as they are sent and shown.

use chrono::{DateTime, Utc};
use domain::error::FieldErrors;
use domain::identity::CreditCode;
use domain::ids::OrganisationId;
use domain::organisations::{OrganisationName, OrganisationPatch, OrganisationProfile};
use domain::regions::RegionCode;
use persistence::RegionScope;
use persistence::organisations::Organisation;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::Page;
use crate::http::merge_patch::given;
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::words::OrganisationKindWord;

/// 登记机构 / An organisation to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "测试东昌府区见义勇为协会",
    "kind": "association",
    "region_code": "371502"
}))]
pub(super) struct NewOrganisation {
    /// 名称，在同一区划内不得重复 / The name, unique within the region.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// 类别 / What it is.
    kind: OrganisationKindWord,
    /// 所在区划，须在您的辖区之内 / The region that it works in, one of yours.
    #[validate(length(min = 3, max = 6))]
    #[schema(min_length = 3, max_length = 6)]
    region_code: String,
    /// 统一社会信用代码（GB 32100），不得重复；没有的可不填 / The unified social credit code, unique; leave it out where there is none.
    #[validate(length(equal = 18))]
    #[schema(min_length = 18, max_length = 18)]
    credit_code: Option<String>,
}

impl NewOrganisation {
    pub(super) fn parse(
        &self,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<OrganisationProfile, Problem> {
        let mut errors = FieldErrors::new();
        let name = errors.take("/name", OrganisationName::parse(&self.name));
        let region = errors.take("/region_code", within_reach(&self.region_code, scope, city));
        let credit_code = self
            .credit_code
            .as_deref()
            .and_then(|code| errors.take("/credit_code", CreditCode::parse(code)));
        match (name, region) {
            (Some(name), Some(region)) if errors.is_empty() => Ok(OrganisationProfile {
                name,
                kind: self.kind.0,
                region,
                credit_code,
            }),
            _ => Err(Problem::invalid_data(errors)),
        }
    }
}

/// 更新机构（JSON Merge Patch） / What to change of an organisation (RFC 7396).
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "测试东昌府区见义勇为联合会" }))]
pub(super) struct OrganisationChange {
    /// 名称 / The name.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(min = 1, max = 100))]
    #[schema(nullable = false, min_length = 1, max_length = 100)]
    name: Option<String>,
    /// 类别 / What it is.
    #[serde(default, deserialize_with = "given")]
    #[schema(nullable = false)]
    kind: Option<OrganisationKindWord>,
    /// 统一社会信用代码；null 表示去掉 / The credit code; `null` removes it.
    #[serde(default, deserialize_with = "given")]
    #[validate(length(equal = 18))]
    #[schema(value_type = Option<String>, min_length = 18, max_length = 18)]
    #[expect(
        clippy::option_option,
        reason = "left out, null and given are three things in a merge patch"
    )]
    credit_code: Option<Option<String>>,
}

impl OrganisationChange {
    pub(super) fn parse(&self) -> Result<OrganisationPatch, Problem> {
        let mut errors = FieldErrors::new();
        let name = self
            .name
            .as_deref()
            .and_then(|name| errors.take("/name", OrganisationName::parse(name)));
        let credit_code = self.credit_code.as_ref().map(|code| {
            code.as_deref()
                .and_then(|code| errors.take("/credit_code", CreditCode::parse(code)))
        });
        errors.into_result().map_err(Problem::invalid_data)?;
        Ok(OrganisationPatch {
            name,
            kind: self.kind.map(|kind| kind.0),
            credit_code,
        })
    }
}

/// 机构 / An organisation.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
pub(super) struct OrganisationView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: OrganisationId,
    /// 名称 / Its name.
    #[schema(example = "测试东昌府区见义勇为协会")]
    name: String,
    /// 类别 / What it is.
    kind: OrganisationKindWord,
    /// 所在区划 / The region that it works in.
    #[schema(example = "371502")]
    region_code: String,
    /// 统一社会信用代码；没有时不出现 / Its credit code; absent where there is none.
    credit_code: Option<String>,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 登记时间 / When it was registered.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When it was last changed.
    updated_at: DateTime<Utc>,
}

impl From<&Organisation> for OrganisationView {
    fn from(organisation: &Organisation) -> Self {
        let profile = &organisation.profile;
        Self {
            id: organisation.id,
            name: profile.name.to_string(),
            kind: profile.kind.into(),
            region_code: profile.region.to_string(),
            credit_code: profile.credit_code.as_ref().map(ToString::to_string),
            version: organisation.version,
            created_at: organisation.created_at,
            updated_at: organisation.updated_at,
        }
    }
}

/// 一页机构 / A page of organisations.
pub(super) type OrganisationPage = Page<OrganisationView>;
