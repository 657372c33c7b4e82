//! The policy of the city, version by version, and its titles. Open to everybody.

mod titles;

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use domain::policy::{Basis, Policy, PolicyError, RuleBasis, Source};
use serde::Serialize;
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, NoQuery, OpenAnswer, Optional, Page, PageQuery, Path, Query};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::services::Services;
use crate::words::{BasisKindWord, BilingualText};

pub(crate) use titles::GrantingAuthority;
use titles::TitleView;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(policy_list)
        .service(policy_get)
        .service(titles::title_list);
}

/// 规则版本列表 / List the versions of the policy
///
/// 新的在前；无需令牌，可缓存。案件按其当日有效的版本办理。 / Newest first; open and cacheable. A case
/// uses the version in force on its own day.
#[utoipa::path(
    params(PageQuery, ReadHeaders),
    responses(
        (status = 200, description = "一页规则版本 / A page of versions", body = PolicyPage),
    ),
)]
#[get("/v1/policies")]
async fn policy_list(
    services: Data<Services>,
    page: PageQuery,
    _: Query<NoQuery>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("policies", &())?;
    // The position is that from the oldest: a version and its correction start on the same day.
    let keyset = list.keyset::<usize>()?;
    let versions = services.policies.set().versions();
    let is_left =
        |(position, _): &(usize, &Policy)| keyset.after.is_none_or(|after| *position < after);
    let rest = versions.iter().enumerate().rev().filter(is_left);
    let found = keyset.page_of(rest, || versions.len());
    let page = list.page(
        &found,
        |(position, _)| *position,
        |(_, policy)| PolicySummary::from(*policy),
    )?;
    list.open_answer(&known, page.next.as_deref(), &page)
}

/// 查询规则版本 / Read a version of the policy
///
/// 全部参数、称号、依据来源及每条规则的依据；任何人都可据以核对凭据。 / All parameters, titles and sources,
/// and what each rule rests on: enough for anybody to check a receipt.
#[utoipa::path(
    params(
        ("id" = String, Path, description = "规则名@版本 / Policy and version", max_length = 200, example = "liaocheng@1"),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "规则版本 / The version", body = PolicyView),
    ),
)]
#[get("/v1/policies/{id}")]
async fn policy_get(
    services: Data<Services>,
    Path(id): Path<String>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let policy = id
        .split_once('@')
        .and_then(|(id, version)| services.policies.set().find(id, version))
        .ok_or_else(Problem::not_found)?;
    Ok(OpenAnswer::new(&PolicyView::from(policy))?.unless(&known))
}

/// 规则版本简要 / A version of the policy in brief.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct PolicySummary {
    /// 编号：规则名@版本 / Its id: policy and version.
    #[schema(example = "liaocheng@1")]
    id: String,
    /// 版本 / The version.
    #[schema(example = "1")]
    version: String,
    /// 名称 / Its name.
    name: BilingualText,
    /// 生效日，案件按其当日有效的版本办理 / The first day it applies to; a case uses the version in force on its own day.
    #[schema(example = "2012-12-01")]
    effective_from: NaiveDate,
    /// 本版本的 SHA-256，凭据上同样载明 / SHA-256 of this version, as receipts name it.
    #[schema(min_length = 64, max_length = 64)]
    hash: String,
    /// 所更正的版本；本版本自同日起代替之 / The version whose faults it corrects, and in whose stead it applies from the same day; absent otherwise.
    #[schema(example = "1")]
    corrects: Option<String>,
}

impl From<&Policy> for PolicySummary {
    fn from(policy: &Policy) -> Self {
        Self {
            id: format!("{}@{}", policy.id(), policy.version()),
            version: policy.version().to_owned(),
            name: policy.name().into(),
            effective_from: policy.effective_from(),
            hash: policy.hash().to_owned(),
            corrects: policy.corrects().map(str::to_owned),
        }
    }
}

/// 一页规则版本 / A page of policy versions.
type PolicyPage = Page<PolicySummary>;

/// 依据来源 / A law, document or report that rules rest on.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct PolicySource {
    /// 名称 / Its title.
    title: BilingualText,
    /// 公布日；未查明时没有 / The day it was issued; absent where not established.
    issued: Option<NaiveDate>,
    /// 施行日；未查明时没有 / The day it came into force; absent where not established.
    in_force: Option<NaiveDate>,
}

impl From<&Source> for PolicySource {
    fn from(source: &Source) -> Self {
        Self {
            title: (&source.title).into(),
            issued: source.issued,
            in_force: source.in_force,
        }
    }
}

/// 规则的一项依据 / One source of a rule.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct PolicyBasis {
    /// sources 中的键 / The key in `sources`.
    #[schema(example = "shandong-regulation")]
    source: String,
    /// 条款；没有时不出现 / The article or passage; absent where there is none.
    #[schema(example = "第三条")]
    article: Option<String>,
    /// 性质 / How far it binds here.
    kind: BasisKindWord,
    /// 支持的理由代码；空表示全部 / The reason codes that it supports; all of them when empty.
    covers: Vec<&'static str>,
}

impl From<&Basis> for PolicyBasis {
    fn from(basis: &Basis) -> Self {
        Self {
            source: basis.source.clone(),
            article: basis.article.clone(),
            kind: basis.kind.into(),
            covers: basis.covers.iter().map(|code| code.as_str()).collect(),
        }
    }
}

/// 规则的依据 / What a rule rests on.
#[derive(Debug, Serialize, ToSchema)]
struct PolicyRule {
    /// 依据，约束力强的在前 / Its sources, the strongest first.
    basis: Vec<PolicyBasis>,
    /// 没有约束性依据时仍可不予同意的理由代码 / Reason codes that refuse although no source binds.
    may_refuse: Vec<&'static str>,
}

impl From<&RuleBasis> for PolicyRule {
    fn from(rule: &RuleBasis) -> Self {
        Self {
            basis: rule.basis.iter().map(PolicyBasis::from).collect(),
            may_refuse: rule.may_refuse.iter().map(|code| code.as_str()).collect(),
        }
    }
}

/// 规则的一个版本 / A version of the policy, with everything that the rules read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Policy)]
struct PolicyView {
    #[serde(flatten)]
    summary: PolicySummary,
    /// 所服务的市 / The region of the city that it serves.
    #[schema(example = "371500")]
    city: String,
    /// 参数，与规则文件中的写法相同，各版本可以不同 / The parameters, as in the policy file; versions may differ in them.
    #[schema(value_type = Object)]
    parameters: Map<String, Value>,
    /// 称号目录 / The catalogue of titles.
    titles: Vec<TitleView>,
    /// 依据来源 / The sources that this version cites.
    sources: BTreeMap<String, PolicySource>,
    /// 每条规则的依据 / What each rule rests on, by rule id.
    rules: BTreeMap<String, PolicyRule>,
}

impl From<&Policy> for PolicyView {
    fn from(policy: &Policy) -> Self {
        let terms = policy.terms();
        let parameters = [
            ("posthumous_prefix", json!(terms.posthumous_prefix)),
            ("out_of_city", json!(terms.out_of_city)),
            ("tier", json!(terms.tier)),
            ("studio_name", json!(terms.studio_name)),
            ("deeds", json!(terms.deeds)),
            ("honours", json!(terms.honours)),
        ];
        Self {
            summary: policy.into(),
            city: terms.city.region.to_string(),
            parameters: parameters
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            titles: terms
                .titles
                .iter()
                .map(|title| TitleView::of(policy, title))
                .collect(),
            sources: policy
                .sources()
                .iter()
                .map(|(key, source)| (key.clone(), source.into()))
                .collect(),
            rules: terms
                .rules
                .iter()
                .map(|(rule, basis)| (rule.to_string(), basis.into()))
                .collect(),
        }
    }
}

/// The problem of a day on which no version is in force.
pub(crate) fn problem(error: PolicyError) -> Problem {
    match error {
        PolicyError::NotInForce { date, first, .. } => Problem::new(Code::PolicyNotInForce)
            .detail(
                format!("{date} 尚无生效的规则，最早的版本自 {first} 起生效"),
                format!("No version is in force on {date}; the first one starts on {first}"),
            )
            .with("first", first.to_string().into()),
        error => Problem::internal(error),
    }
}
