//! Replaying a receipt, and what differs.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ReceiptId;
use domain::receipts::{Difference, Finding, Replay, RuleId};
use domain::reference::Reference;
use persistence::audit::Change;
use persistence::calendar;
use persistence::receipts;
use serde::Serialize;
use serde_json::json;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::view::RuleFinding;
use super::{Reach, subject};
use crate::auth::Caller;
use crate::auth::permissions::ReceiptsRead;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;
use crate::words::BilingualText;

/// 复算凭据 / Replay a receipt
///
/// 以凭据所存的事实、规则版本、放假安排版本和日期重新计算，并逐项比较。不产生新的凭据，但记入审计。 / Computes the
/// receipt again from its own facts, policy and calendar version and day, and compares. Makes no new receipt; the
/// audit keeps that it was done.
#[utoipa::path(
    security(("oauth2" = ["receipts:read"])),
    params(
        ("id" = Uuid, Path, description = "凭据编号 / The receipt's id", example = json!(ids::RECEIPT)),
        CommandHeaders, CommandQuery,
    ),
    responses((status = 200, description = "复算结果 / The result", body = ReplayView)),
)]
#[post("/v1/receipts/{id}/replay")]
pub(super) async fn receipt_replay(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    Path(id): Path<ReceiptId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    command
        .run(&caller, &[], Ok(id), move |acting, id| {
            let stored = receipts::find(acting.tx, &scope, *id)?.ok_or_else(Problem::not_found)?;
            // As it was known then: what was loaded since changes no receipt.
            let calendar = calendar::of_version(acting.tx, stored.receipt.calendar_version)?;
            let replay = domain::receipts::replay(
                &stored.receipt,
                services.policies.set(),
                Reference::with(&calendar),
            );
            let change = Change::sensitive_read(
                "receipt.replayed",
                subject(&stored.summary),
                json!({ "agrees": replay.agrees }),
            );
            let reach = Reach::load(acting.tx, &scope, &stored.receipt)?;
            let answer = Answer::ok(&ReplayView::new(&replay, &reach))?;
            Ok(Effect::of(change, answer))
        })
        .await
}

/// 不同之处的类别 / What kind of difference it is.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum DifferenceCode {
    /// 未载入该规则版本，无法复算 / The version of the policy is not loaded: nothing could be recomputed.
    PolicyMissing,
    /// 该规则版本的内容已被改动 / The version is loaded, but its content is not what it was.
    PolicyChanged,
    /// 某条规则的结论不同 / A rule has a different outcome.
    Finding,
    /// 结论相同，文字不同；不算不一致 / The same in other words; this is not a disagreement.
    Wording,
    /// 建议不同 / A different proposal.
    Proposal,
    /// 结果不同 / Different effects.
    Effects,
    /// 问题或案件日期与所存事实不符 / The kind or the day does not belong to the stored facts.
    Header,
}

/// 一处不同 / One difference between the receipt and its replay.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct ReplayDifference {
    /// 类别 / What kind of difference it is.
    code: DifferenceCode,
    /// 所涉规则 / The rule, where it is one.
    #[schema(example = "OUT-ELIG")]
    rule: Option<&'static str>,
    /// 凭据所载 / What the receipt holds, where it is a finding.
    stored: Option<RuleFinding>,
    /// 复算所得 / What the rule says now, where it is a finding.
    recomputed: Option<RuleFinding>,
    /// 说明 / What differs, in words.
    text: BilingualText,
}

impl ReplayDifference {
    fn new(code: DifferenceCode, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            code,
            rule: None,
            stored: None,
            recomputed: None,
            text: BilingualText {
                zh: zh.into(),
                en: en.into(),
            },
        }
    }

    fn of_rule(self, rule: RuleId) -> Self {
        Self {
            rule: Some(rule.as_str()),
            ..self
        }
    }

    fn of(difference: &Difference, reach: &Reach) -> Self {
        let shown = |finding: &Option<Box<Finding>>| {
            let finding = finding.as_deref();
            finding.map(|finding| RuleFinding::from(&reach.finding(finding)))
        };
        match difference {
            Difference::PolicyMissing { id, version } => Self::new(
                DifferenceCode::PolicyMissing,
                format!("未载入规则 {id}@{version}，无法复算"),
                format!("Policy {id}@{version} is not loaded, so nothing could be recomputed"),
            ),
            Difference::PolicyChanged { stored, loaded } => Self::new(
                DifferenceCode::PolicyChanged,
                format!("规则内容已被改动：凭据载 {stored}，现为 {loaded}"),
                format!("The policy was changed: {stored} on the receipt, {loaded} now"),
            ),
            Difference::Finding {
                rule,
                stored,
                recomputed,
            } => Self {
                stored: shown(stored),
                recomputed: shown(recomputed),
                ..Self::new(
                    DifferenceCode::Finding,
                    format!("{rule} 的结论不同"),
                    format!("{rule} says something else"),
                )
                .of_rule(*rule)
            },
            Difference::Wording {
                rule,
                stored,
                recomputed,
            } => Self::new(
                DifferenceCode::Wording,
                format!("结论相同，文字原为“{}”，现为“{}”", stored.zh, recomputed.zh),
                format!(
                    "The same in other words: \"{}\", now \"{}\"",
                    stored.en, recomputed.en
                ),
            )
            .of_rule(*rule),
            Difference::Proposal => {
                Self::new(DifferenceCode::Proposal, "建议不同", "Another proposal")
            }
            Difference::Effects => Self::new(DifferenceCode::Effects, "结果不同", "Other effects"),
            Difference::Header => Self::new(
                DifferenceCode::Header,
                "问题或案件日期与所存事实不符",
                "The kind or the day of the case does not belong to the stored facts",
            ),
        }
    }
}

/// 复算结果 / The result of computing a receipt again from its own facts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Replay)]
struct ReplayView {
    /// 除文字外是否完全一致 / Whether everything except the wording is the same.
    agrees: bool,
    /// 不同之处 / The differences.
    differences: Vec<ReplayDifference>,
}

impl ReplayView {
    fn new(replay: &Replay, reach: &Reach) -> Self {
        Self {
            agrees: replay.agrees,
            differences: replay
                .differences
                .iter()
                .map(|difference| ReplayDifference::of(difference, reach))
                .collect(),
        }
    }
}
