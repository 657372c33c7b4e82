//! Where a case is held, and where it waits.

use chrono::NaiveDate;
use domain::named::NamedEnum;
use domain::procedure::{Holder, Suspension, Transfer};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::procedure::words::StateCode;
use crate::words::{AuthorityLevelWord, TransferEndWord};

/// 承办单位 / The body that holds a case: the committee of a region.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseHolder)]
pub(crate) struct HolderView {
    /// 所在区划 / Its region.
    #[schema(example = "371502")]
    region_code: String,
    /// 级别 / How high it stands.
    level: AuthorityLevelWord,
}

impl From<Holder> for HolderView {
    fn from(holder: Holder) -> Self {
        Self {
            region_code: holder.region.to_string(),
            level: holder.level.into(),
        }
    }
}

/// 中止 / A time of waiting for another body's finding.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseSuspension)]
pub(crate) struct SuspensionView {
    /// 中止前的状态 / The state to which the case returns.
    from: StateCode,
    /// 中止之日 / The first day.
    since: NaiveDate,
    /// 等待的事项 / What is waited for.
    pending: String,
    /// 恢复之日 / The day it went on.
    until: Option<NaiveDate>,
    /// 结果 / What came of it.
    finding: Option<String>,
}

impl<S: NamedEnum> From<&Suspension<S>> for SuspensionView {
    fn from(suspension: &Suspension<S>) -> Self {
        Self {
            from: StateCode(suspension.from.as_str()),
            since: suspension.since,
            pending: suspension.pending.to_string(),
            until: suspension.until,
            finding: suspension.finding.as_ref().map(ToString::to_string),
        }
    }
}

/// 移送或者指定管辖 / A transfer to another body, or the naming of one by the city.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseTransfer)]
pub(crate) struct TransferView {
    /// 移送单位 / Who held it before.
    giver: HolderView,
    /// 接收单位 / Who is to hold it.
    receiver: HolderView,
    /// 移送之日 / The day.
    on: NaiveDate,
    /// 理由 / Why.
    reason: String,
    /// 管辖争议的理由 / Why the receiver does not take it.
    dispute: Option<String>,
    /// 结果 / How it ended.
    end: Option<TransferEndWord>,
    /// 结束之日 / When it ended.
    ended_on: Option<NaiveDate>,
}

impl<S> From<&Transfer<S>> for TransferView {
    fn from(transfer: &Transfer<S>) -> Self {
        Self {
            giver: transfer.giver.into(),
            receiver: transfer.receiver.into(),
            on: transfer.on,
            reason: transfer.reason.to_string(),
            dispute: transfer.dispute.as_ref().map(ToString::to_string),
            end: transfer.end.map(|(end, _)| end.into()),
            ended_on: transfer.end.map(|(_, on)| on),
        }
    }
}
