//! What was asked for, handed in and found while a case was looked into.

use chrono::NaiveDate;
use domain::deeds::{EvidenceItem, PanelReview, Statement, SupplementRequest};
use domain::ids::{AttachmentId, EvidenceId};
use persistence::cases::Enclosure;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::{EvidenceKindWord, StatementKindWord};

/// 证据 / A piece of evidence.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseEvidence)]
pub(super) struct EvidenceView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: EvidenceId,
    /// 种类 / Its kind.
    kind: EvidenceKindWord,
    /// 提交之日 / The day it was added.
    added_on: NaiveDate,
    /// 是否属实；尚未核实的没有 / Whether it was found to be true; absent before somebody looked.
    verified: Option<bool>,
    /// 说明 / Its description.
    description: Option<String>,
    /// 随附的附件 / Its files.
    #[schema(value_type = Vec<Uuid>)]
    attachment_ids: Vec<AttachmentId>,
}

impl EvidenceView {
    pub(super) fn new(item: &EvidenceItem, texts: &[Enclosure]) -> Self {
        let text = texts.iter().find(|text| text.id == item.id.as_uuid());
        Self {
            id: item.id,
            kind: item.kind.into(),
            added_on: item.added_on,
            verified: item.verified,
            description: text.map(|text| text.text.to_string()),
            attachment_ids: text.map_or_else(Vec::new, |text| text.attachments.clone()),
        }
    }
}

/// 补正告知 / What was asked for, all at once.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseSupplementRequest)]
pub(crate) struct SupplementRequestView {
    /// 告知之日 / The day it was asked for.
    asked_on: NaiveDate,
    /// 须补正的内容 / What is missing.
    items: Vec<String>,
    /// 补正之日；尚未补正的没有 / The day of the answer; absent before it.
    answered_on: Option<NaiveDate>,
}

impl From<&SupplementRequest> for SupplementRequestView {
    fn from(request: &SupplementRequest) -> Self {
        Self {
            asked_on: request.asked_on,
            items: request.items.iter().map(ToString::to_string).collect(),
            answered_on: request.answered_on,
        }
    }
}

/// 受益人作证情况 / What a beneficiary did.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseStatement)]
pub(super) struct StatementView {
    /// 记录之日 / The day it was noted.
    on: NaiveDate,
    /// 情况 / What it was.
    kind: StatementKindWord,
    /// 说明 / In the officer's words.
    note: Option<String>,
}

impl From<&Statement> for StatementView {
    fn from(statement: &Statement) -> Self {
        Self {
            on: statement.on,
            kind: statement.kind.into(),
            note: statement.note.as_ref().map(ToString::to_string),
        }
    }
}

/// 评审 / A vote of the review panel.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePanelReview)]
pub(super) struct PanelReviewView {
    /// 评审之日 / The day.
    on: NaiveDate,
    /// 评审人数 / How many members it has.
    members: usize,
    /// 到会人数 / How many were there.
    present: usize,
    /// 赞成票 / How many of those were in favour of confirming.
    in_favour: u32,
    /// 是否通过 / Whether that is the majority that policy asks for.
    agreed: bool,
    /// 评审意见 / What it found.
    finding: String,
}

impl From<&PanelReview> for PanelReviewView {
    fn from(review: &PanelReview) -> Self {
        Self {
            on: review.on,
            members: review.members.len(),
            present: review
                .members
                .iter()
                .filter(|member| member.present)
                .count(),
            in_favour: review.in_favour,
            agreed: review.agreed,
            finding: review.finding.to_string(),
        }
    }
}
