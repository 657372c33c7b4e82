//! Receipts as they are shown.

mod effects;
mod finding;
mod replay;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ClientId, OfficerId, ReceiptId};
use domain::receipts::PolicyRef;
use persistence::receipts::{StoredReceipt, Summary};
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use effects::EffectsView;
use finding::RuleFinding;
pub(super) use replay::ReplayView;

use crate::http::Page;
use crate::problems::Problem;
use crate::words::{DecisionKindWord, ProposalWord};

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

impl From<&PolicyRef> for AppliedPolicy {
    fn from(policy: &PolicyRef) -> Self {
        Self {
            id: format!("{}@{}", policy.id, policy.version),
            hash: policy.hash.clone(),
        }
    }
}

/// 凭据简要 / A receipt in brief.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ReceiptSummary {
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
            policy: (&summary.policy).into(),
            client_id: summary.client,
            officer_id: summary.officer,
            created_at: summary.created_at,
        }
    }
}

/// 一页凭据 / A page of receipts.
pub(super) type ReceiptPage = Page<ReceiptSummary>;

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
