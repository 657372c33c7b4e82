//! Receipts: what the rules proposed, on which facts and by which law; read and replayed.

mod effects;
mod replay;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ClientId, OfficerId, ReceiptId};
use domain::policy::PolicySet;
use domain::receipts::{Facts, Finding, evaluate};
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::{Change, Subject};
use persistence::receipts::{self, Filter, StoredReceipt, Summary};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::ReceiptsRead;
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{EntityTag, IfNoneMatch, Optional, Page, PageQuery, Path, Query, conditional};
use crate::policies;
use crate::problems::Problem;
use crate::routes::Routes;
use crate::services::Services;
use crate::words::{BasisKindWord, BilingualText, DecisionKindWord, OutcomeWord, ProposalWord};
use effects::EffectsView;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(receipt_list)
        .service(receipt_get)
        .service(replay::receipt_replay);
}

/// 凭据列表 / List receipts
///
/// 您辖区内的凭据简要，新的在前。 / The receipts within your regions in brief, newest first.
#[utoipa::path(
    security(("oauth2" = ["receipts:read"])),
    params(ReceiptQuery, PageQuery),
    responses(
        (status = 200, description = "一页凭据 / A page of receipts", body = ReceiptPage),
    ),
)]
#[get("/v1/receipts")]
async fn receipt_list(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<ReceiptQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("receipts", &query)?;
    let filter = Filter {
        kind: query.kind.map(|kind| kind.0),
        proposal: query.proposal.map(|proposal| proposal.0),
    };
    let keyset = list.keyset()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| receipts::list(reader, &scope, filter, &keyset))
        .await?;
    list.answer(
        &found,
        |summary| summary.id,
        |row| ReceiptSummary::from(row),
    )
}

/// 查询凭据 / Read a receipt
///
/// 凭据一经作出，不再更改。不在您辖区内的答复 404。 / A receipt never changes. One outside your regions
/// is 404.
#[utoipa::path(
    security(("oauth2" = ["receipts:read"])),
    params(
        ("id" = Uuid, Path, description = "凭据编号 / The receipt's id", example = json!(ids::RECEIPT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "凭据 / The receipt", body = ReceiptView),
    ),
)]
#[get("/v1/receipts/{id}")]
async fn receipt_get(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    Path(id): Path<ReceiptId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let stored = services
        .store
        .read(move |reader| receipts::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    let tag = EntityTag::new(1, "full");
    Ok(conditional(&known, &tag, &ReceiptView::of(&stored)?))
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ReceiptQuery {
    /// 只列评估该问题的 / Only those that answer this question.
    kind: Option<DecisionKindWord>,
    /// 只列该建议的 / Only those with this proposal.
    proposal: Option<ProposalWord>,
}

/// 所适用的规则版本 / The version of the policy that was applied.
#[derive(Debug, Serialize, ToSchema)]
struct AppliedPolicy {
    /// 编号，见 /v1/policies / Its id, see `/v1/policies`.
    #[schema(example = "liaocheng@1")]
    id: String,
    /// 该版本的 SHA-256 / SHA-256 of that version.
    #[schema(min_length = 64, max_length = 64)]
    hash: String,
}

/// 凭据简要 / A receipt in brief.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct ReceiptSummary {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: ReceiptId,
    /// 所评估的问题 / The question.
    kind: DecisionKindWord,
    /// 所属区划 / The region whose file it belongs to.
    #[schema(example = "371500")]
    region_code: String,
    /// 建议 / What the rules propose.
    proposal: ProposalWord,
    /// 所适用的规则版本 / The policy that was applied.
    policy: AppliedPolicy,
    /// 提出的客户端 / The client that asked; absent for the command line.
    #[schema(value_type = Option<Uuid>)]
    client_id: Option<ClientId>,
    /// 承办人 / The officer on whose behalf it was asked; absent if none was named.
    #[schema(value_type = Option<Uuid>)]
    officer_id: Option<OfficerId>,
    /// 评估时间 / When it was asked.
    created_at: DateTime<Utc>,
}

impl From<&Summary> for ReceiptSummary {
    fn from(summary: &Summary) -> Self {
        Self {
            id: summary.id,
            kind: summary.kind.into(),
            region_code: summary.region.to_string(),
            proposal: summary.proposal.into(),
            policy: AppliedPolicy {
                id: format!("{}@{}", summary.policy.id, summary.policy.version),
                hash: summary.policy.hash.clone(),
            },
            client_id: summary.client,
            officer_id: summary.officer,
            created_at: summary.created_at,
        }
    }
}

/// 一页凭据 / A page of receipts.
type ReceiptPage = Page<ReceiptSummary>;

/// 评估凭据 / A receipt: complete enough to be checked by anybody at any time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Receipt)]
pub(crate) struct ReceiptView {
    #[serde(flatten)]
    summary: ReceiptSummary,
    /// 案件日期，据以选定规则版本 / The day of the case, which chose the version of the policy.
    decided_on: NaiveDate,
    /// 评估日期（北京时间） / The day on which the rules were applied (Beijing).
    evaluated_on: NaiveDate,
    /// 每条规则的结论，按规则编号排列 / What each rule says, in the order of the rule numbers.
    findings: Vec<RuleFinding>,
    /// 如予同意将产生的结果 / What follows if the officer agrees.
    effects: EffectsView,
    /// 全部输入事实，供复算 / The whole input, for the replay.
    #[schema(value_type = Object)]
    facts: Value,
}

impl ReceiptView {
    /// The view of a stored receipt.
    pub(crate) fn of(stored: &StoredReceipt) -> Result<Self, Problem> {
        let receipt = &stored.receipt;
        Ok(Self {
            summary: (&stored.summary).into(),
            decided_on: receipt.decided_on,
            evaluated_on: receipt.evaluated_on,
            findings: receipt.findings.iter().map(RuleFinding::from).collect(),
            effects: (&receipt.effects).into(),
            facts: serde_json::to_value(&receipt.facts).map_err(Problem::internal)?,
        })
    }
}

/// 规则所用的一项事实 / A fact that a rule used.
#[derive(Debug, Serialize, ToSchema)]
struct FactUsed {
    /// 名称，与输入一致 / Its name, as in the input.
    #[schema(example = "place")]
    name: String,
    /// 值；null 表示不详 / Its value: a truth value, a number, a text, or a list of these; `null` where it is not known.
    value: Option<Value>,
}

/// 法律依据 / The law, document or practice that a finding rests on.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct BasisCited {
    /// 法规或文件名称 / Title of the law or document.
    law_title: BilingualText,
    /// 条款；没有时不出现 / Article or passage; absent where there is none.
    #[schema(example = "第三条")]
    article: Option<String>,
    /// 性质 / How far it binds this city.
    kind: BasisKindWord,
}

/// 一条规则的结论 / What one rule says, on which facts, by which law, in words.
#[derive(Debug, Serialize, ToSchema)]
struct RuleFinding {
    /// 规则编号 / The rule.
    #[schema(example = "OUT-ELIG")]
    rule: &'static str,
    /// 在规则目录中的序号 / Its number in the catalogue.
    #[schema(minimum = 1, example = 39)]
    number: u16,
    /// 结论 / Its outcome.
    outcome: OutcomeWord,
    /// 稳定的理由代码 / The stable reason for machines.
    #[schema(example = "outside_city")]
    code: &'static str,
    /// 所用的事实 / The facts that it used.
    facts: Vec<FactUsed>,
    /// 依据 / The law, document or practice behind it.
    basis: Vec<BasisCited>,
    /// 理由 / The reason for people.
    reason: BilingualText,
}

impl From<&Finding> for RuleFinding {
    fn from(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.as_str(),
            number: finding.number,
            outcome: finding.outcome.into(),
            code: finding.code.as_str(),
            facts: finding
                .facts
                .iter()
                .map(|fact| FactUsed {
                    name: fact.name.to_string(),
                    value: serde_json::to_value(&fact.value)
                        .ok()
                        .filter(|value| !value.is_null()),
                })
                .collect(),
            basis: finding
                .basis
                .iter()
                .map(|basis| BasisCited {
                    law_title: (&basis.law_title).into(),
                    article: basis.article.clone(),
                    kind: basis.kind.into(),
                })
                .collect(),
            reason: (&finding.reason).into(),
        }
    }
}

/// Applies the rules to facts as of a day, and keeps the receipt under an id in the files of a region.
pub(crate) fn propose(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (id, region, on): (ReceiptId, RegionCode, NaiveDate),
    facts: &Facts,
) -> Result<(StoredReceipt, Change), Problem> {
    let receipt =
        evaluate(facts, policies, RegionTree::current(), on).map_err(policies::problem)?;
    let summary = receipts::insert_as(acting.tx, id, acting.principal, region, &receipt)?;
    let change = Change::new(
        "receipt.created",
        subject(&summary),
        json!({ "kind": receipt.kind, "proposal": receipt.proposal }),
    );
    Ok((StoredReceipt { summary, receipt }, change))
}

/// Where a receipt is read.
pub(crate) fn address(id: ReceiptId) -> String {
    format!("/v1/receipts/{id}")
}

/// A receipt as a subject of audit and events. It never changes.
pub(crate) fn subject(summary: &Summary) -> Subject {
    Subject::new("receipt", &summary.id, 1, summary.region)
}
