//! Clients as they are sent and shown.

use chrono::{DateTime, Utc};
use domain::error::FieldErrors;
use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::RegionScope;
use persistence::clients::Client;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use super::HANDS_ON_ORGANISATIONS;
use crate::contract::examples::ids;
use crate::credentials::{Scope, ScopeSet};
use crate::http::Page;
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::settings::Secret;
use crate::words::ScopeWord;

domain::faults! {
    struct ScopeNotHeld = "scope_not_held",
        "您的令牌没有此权限，不能授予他人",
        "Your own token does not hold this scope, so it cannot be handed on.";
}

/// 登记客户端 / A client to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "测试阳谷县系统",
    "scopes": ["people:read", "people:write"],
    "region_codes": ["371521"],
    "organisation_ids": [ids::ORGANISATION]
}))]
pub(super) struct NewClient {
    /// 名称，不得重复 / A name for people, unique.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// 权限，不得超出您自己令牌的权限 / What it may do: no more than your own token may.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    scopes: Vec<ScopeWord>,
    /// 辖区代码；市级代码代表全市 / The regions whose files it may see; the city's code stands for all of them.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50, example = json!(["371521"]))]
    region_codes: Vec<String>,
    /// 可代其工作人员办理的机构 / The organisations whose officers it may act for.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(value_type = Vec<Uuid>, max_items = 50)]
    organisation_ids: Vec<OrganisationId>,
}

/// The same, parsed.
pub(super) struct Enrolment {
    pub(super) name: Line<100>,
    pub(super) scopes: ScopeSet,
    pub(super) regions: Vec<RegionCode>,
    pub(super) organisations: Vec<OrganisationId>,
}

impl NewClient {
    /// `held` are the scopes of the caller's token: nobody hands on more than they have.
    pub(super) fn parse(&self, held: &ScopeSet, city: &RegionCode) -> Result<Enrolment, Problem> {
        let mut errors = FieldErrors::new();
        let name = errors.take("/name", Line::parse(&self.name));
        for (index, scope) in self.scopes.iter().enumerate() {
            if !held.contains(scope.0) {
                errors.push(format!("/scopes/{index}"), &ScopeNotHeld);
            }
        }
        let mut regions = Vec::new();
        for (index, code) in self.region_codes.iter().enumerate() {
            let region = within_reach(code, &RegionScope::City, city);
            let region = errors.take(format!("/region_codes/{index}"), region);
            regions.extend(region.filter(|region| !regions.contains(region)));
        }
        if !self.organisation_ids.is_empty() && !held.contains(HANDS_ON_ORGANISATIONS) {
            errors.push("/organisation_ids", &ScopeNotHeld);
        }
        let mut organisations = self.organisation_ids.clone();
        organisations.sort_unstable();
        organisations.dedup();
        match name {
            Some(name) if errors.is_empty() => Ok(Enrolment {
                name,
                scopes: self.scopes.iter().map(|scope| scope.0).collect(),
                regions,
                organisations,
            }),
            _ => Err(Problem::invalid_data(errors)),
        }
    }

    /// Where an organisation stands in the request.
    pub(super) fn pointer_to(&self, organisation: OrganisationId) -> String {
        let index = self
            .organisation_ids
            .iter()
            .position(|id| *id == organisation)
            .unwrap_or_default();
        format!("/organisation_ids/{index}")
    }
}

/// 客户端 / A client.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Client)]
pub(super) struct ClientView {
    /// 编号，即 OAuth 的 `client_id` / Its id, which is the OAuth `client_id`.
    #[schema(value_type = Uuid)]
    id: ClientId,
    /// 名称 / Its name.
    #[schema(example = "测试阳谷县系统")]
    name: String,
    /// 权限 / What it may do.
    scopes: Vec<ScopeWord>,
    /// 辖区代码；市级代码代表全市 / The regions whose files it may see; the city's code stands for all of them.
    #[schema(example = json!(["371521"]))]
    region_codes: Vec<String>,
    /// 可代其工作人员办理的机构 / The organisations whose officers it may act for.
    #[schema(value_type = Vec<Uuid>)]
    organisation_ids: Vec<OrganisationId>,
    /// 登记时间 / When it was registered.
    created_at: DateTime<Utc>,
    /// 现用密钥的发放时间 / When it got its present secret.
    rotated_at: DateTime<Utc>,
    /// 停用时间；未停用时没有 / When it was disabled; absent while it is not.
    disabled_at: Option<DateTime<Utc>>,
}

impl ClientView {
    pub(super) fn new(client: &Client, organisations: &[OrganisationId]) -> Self {
        // A scope of a later version that stands in the record opens nothing here.
        let scopes = client
            .scopes
            .iter()
            .filter_map(|name| name.parse::<Scope>().ok());
        Self {
            id: client.id,
            name: client.name.clone(),
            scopes: scopes.map(ScopeWord::from).collect(),
            region_codes: client.regions.iter().map(ToString::to_string).collect(),
            organisation_ids: organisations.to_vec(),
            created_at: client.created_at,
            rotated_at: client.rotated_at,
            disabled_at: client.disabled_at,
        }
    }
}

/// 客户端及其密钥 / A client and its secret.
#[derive(Serialize, ToSchema)]
pub(super) struct ClientCredentials {
    /// 客户端 / The client.
    client: ClientView,
    /// 密钥，只在此处给出一次 / Its secret, shown here and never again.
    #[schema(min_length = 64, max_length = 64)]
    client_secret: String,
}

impl ClientCredentials {
    pub(super) fn new(client: ClientView, secret: &Secret) -> Self {
        Self {
            client,
            client_secret: secret.expose().to_owned(),
        }
    }
}

/// 一页客户端 / A page of clients.
pub(super) type ClientPage = Page<ClientView>;
