//! Clients as they are sent and answered.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::error::FieldErrors;
use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::clients::Client;
use persistence::{Reader, RegionScope, StoreError};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use super::{HANDS_ON_ORGANISATIONS, ScopeNotHeld, known_scopes, view};
use crate::contract::examples::ids;
use crate::credentials::ScopeSet;
use crate::http::{BoundedText, Page};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::settings::Secret;
use crate::words::ScopeWord;

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
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 权限，不得超出您自己令牌的权限 / What it may do: no more than your own token may.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50, value_type = BTreeSet<ScopeWord>)]
    scopes: Vec<ScopeWord>,
    /// 辖区代码；市级代码代表全市 / The regions whose files it may see; the city's code covers all of them.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50, value_type = BTreeSet<String>, example = json!(["371521"]))]
    region_codes: Vec<String>,
    /// 可代其工作人员办理的机构 / The organisations whose officers it may act for.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(value_type = BTreeSet<Uuid>, max_items = 50)]
    organisation_ids: Vec<OrganisationId>,
}

/// The same, parsed.
pub(crate) struct Enrolment {
    pub(crate) name: String,
    pub(crate) scopes: ScopeSet,
    pub(crate) regions: Vec<RegionCode>,
    pub(crate) organisations: Vec<OrganisationId>,
}

impl NewClient {
    /// `held` are the scopes of the caller's token: nobody hands on more than they have.
    pub(super) fn parse(&self, held: &ScopeSet, city: &RegionCode) -> Result<Enrolment, Problem> {
        let mut errors = FieldErrors::new();
        let name = errors.take("/name", Line::<100>::parse(&self.name));
        errors.distinct("/scopes", &self.scopes);
        for (index, scope) in self.scopes.iter().enumerate() {
            if !held.contains(scope.0) {
                errors.push(format!("/scopes/{index}"), &ScopeNotHeld);
            }
        }
        let regions = errors.set("/region_codes", &self.region_codes, |code| {
            within_reach(code, &RegionScope::City, city)
        });
        errors.distinct("/organisation_ids", &self.organisation_ids);
        if !self.organisation_ids.is_empty() && !held.contains(HANDS_ON_ORGANISATIONS) {
            errors.push("/organisation_ids", &ScopeNotHeld);
        }
        match name {
            Some(name) if errors.is_empty() => Ok(Enrolment {
                name: name.to_string(),
                scopes: self.scopes.iter().map(|scope| scope.0).collect(),
                regions,
                organisations: self.organisation_ids.clone(),
            }),
            _ => Err(Problem::invalid_data(errors)),
        }
    }

    /// The JSON Pointer of an organisation in the request.
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
    /// 辖区代码；市级代码代表全市 / The regions whose files it may see; the city's code covers all of them.
    #[schema(example = json!(["371521"]))]
    region_codes: Vec<String>,
    /// 可代其工作人员办理的机构 / The organisations whose officers it may act for.
    #[schema(value_type = Vec<Uuid>)]
    organisation_ids: Vec<OrganisationId>,
    /// 登记时间 / When it was registered.
    created_at: DateTime<Utc>,
    /// 现用密钥的发放时间 / When its current secret was issued.
    rotated_at: DateTime<Utc>,
    /// 停用时间；未停用时没有 / When it was disabled; absent while it is not.
    disabled_at: Option<DateTime<Utc>>,
}

/// 一页客户端 / A page of clients.
pub(super) type ClientPage = Page<ClientView>;

impl ClientView {
    /// `organisations` are those of this client, and maybe of others.
    pub(super) fn new(
        client: &Client,
        organisations: &BTreeMap<ClientId, Vec<OrganisationId>>,
    ) -> Self {
        let scopes = known_scopes(client);
        Self {
            id: client.id,
            name: client.name.clone(),
            scopes: scopes.map(ScopeWord::from).collect(),
            region_codes: client.regions.iter().map(ToString::to_string).collect(),
            organisation_ids: organisations.get(&client.id).cloned().unwrap_or_default(),
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
    pub(super) fn new(
        reader: &mut Reader<'_>,
        client: &Client,
        secret: &Secret,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            client: view(reader, client)?,
            client_secret: secret.expose().to_owned(),
        })
    }
}
