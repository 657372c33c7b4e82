//! Policies as they are shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::policy::{Authority, Basis, Policy, RuleBasis, Source, Title};
use serde::Serialize;
use serde_json::{Map, Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::Page;
use crate::words::{
    AuthorityKindWord, BasisKindWord, BilingualText, CommendationKindWord, HonourLevelWord,
    RecipientWord, TitleRouteWord,
};

/// 规则版本简要 / A version of the policy in brief.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PolicySummary {
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
}

impl From<&Policy> for PolicySummary {
    fn from(policy: &Policy) -> Self {
        Self {
            id: format!("{}@{}", policy.id(), policy.version()),
            version: policy.version().to_owned(),
            name: policy.name().into(),
            effective_from: policy.effective_from(),
            hash: policy.hash().to_owned(),
        }
    }
}

/// 一页规则版本 / A page of policy versions.
pub(super) type PolicyPage = Page<PolicySummary>;

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
pub(super) struct PolicyView {
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
        ];
        Self {
            summary: policy.into(),
            city: terms.city.region.to_string(),
            parameters: parameters
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            titles: terms.titles.iter().map(TitleView::from).collect(),
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

/// 授予机关 / A body that grants.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GrantingAuthority {
    /// 名称 / Its name.
    name: BilingualText,
    /// 类别 / What kind of body it is.
    kind: AuthorityKindWord,
}

impl From<&Authority> for GrantingAuthority {
    fn from(authority: &Authority) -> Self {
        Self {
            name: (&authority.name).into(),
            kind: authority.kind.into(),
        }
    }
}

/// 称号 / A title of the catalogue.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Title)]
pub(super) struct TitleView {
    /// 编号 / Its id within the policy.
    #[schema(example = "shandong_hero")]
    id: String,
    /// 称号文字 / Its words.
    text: BilingualText,
    /// 级别 / Its level.
    level: HonourLevelWord,
    /// 表扬或表彰 / Praise or state award.
    kind: CommendationKindWord,
    /// 授予对象 / For a person or a group.
    recipient: RecipientWord,
    /// 取得途径 / By which rules it is reached.
    route: TitleRouteWord,
    /// 授予机关；几个机关共同授予 / Who grants it; several bodies grant together.
    authorities: Vec<GrantingAuthority>,
    /// 随附待遇；没有时不出现 / Treatment that comes with it by law; absent where there is none.
    treatment: Option<BilingualText>,
}

impl From<&Title> for TitleView {
    fn from(title: &Title) -> Self {
        Self {
            id: title.id.to_string(),
            text: (&title.text).into(),
            level: title.level.into(),
            kind: title.kind.into(),
            recipient: title.recipient.into(),
            route: title.route.into(),
            authorities: title
                .authorities
                .iter()
                .map(GrantingAuthority::from)
                .collect(),
            treatment: title.treatment.as_ref().map(BilingualText::from),
        }
    }
}

/// 一页称号 / A page of titles.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TitlePage {
    /// 按规则文件中的次序 / In the order of the policy file.
    pub(super) items: Vec<TitleView>,
    /// 所依据的规则版本 / The version of the policy that they stand in.
    pub(super) policy: PolicySummary,
    /// 下一页的游标；末页没有 / The cursor of the next page; absent on the last one.
    pub(super) next: Option<String>,
    /// 总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.
    #[schema(minimum = 0)]
    pub(super) total: Option<i64>,
}
