//! A receipt as it is answered.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ClientId, OfficerId, ReceiptId};
use domain::receipts::Finding;
use persistence::receipts::{StoredReceipt, Summary};
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::Reach;
use super::effects::EffectsView;
use crate::http::Page;
use crate::problems::Problem;
use crate::words::{BasisKindWord, BilingualText, DecisionKindWord, OutcomeWord, ProposalWord};

/// 所适用的规则版本 / The version of the policy that was applied.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AppliedPolicy {
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
    /// 据以计算期限末日的放假安排版本；0 为仅用内置年份 / The version of the calendar by which last days were reckoned; 0 for the built-in years alone.
    #[schema(minimum = 0, example = 0)]
    calendar_version: i64,
    /// 每条规则的结论，按规则编号排列 / What each rule says, in the order of the rule numbers.
    findings: Vec<RuleFinding>,
    /// 如予同意将产生的结果 / What follows if the officer agrees.
    effects: EffectsView,
    /// 全部输入事实，供复算；您不能查阅的其他案卷只计其数，见 `possible_duplicates_elsewhere` / The whole input, for the replay; of other files that you may not read only the number, in `possible_duplicates_elsewhere`.
    #[schema(value_type = Object)]
    facts: Value,
    /// 取自档案而非来自询问者的事实，按 `facts` 中的名称 / Which of the facts were read from the files, by their names in `facts`, and not said by who asked.
    #[schema(example = json!(["standing", "titles_held"]))]
    facts_from_files: Vec<String>,
}

impl ReceiptView {
    /// The view of a stored receipt for somebody who reaches this of what it names.
    pub(crate) fn of(stored: &StoredReceipt, reach: &Reach) -> Result<Self, Problem> {
        let receipt = &stored.receipt;
        Ok(Self {
            summary: (&stored.summary).into(),
            decided_on: receipt.decided_on,
            evaluated_on: receipt.evaluated_on,
            calendar_version: receipt.calendar_version,
            findings: receipt
                .findings
                .iter()
                .map(|finding| RuleFinding::from(&reach.finding(finding)))
                .collect(),
            effects: (&receipt.effects).into(),
            facts: reach.facts(receipt)?,
            facts_from_files: receipt.from_files.clone(),
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
pub(super) struct RuleFinding {
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

/// Where a receipt is read.
pub(crate) fn address(id: ReceiptId) -> String {
    format!("/v1/receipts/{id}")
}
