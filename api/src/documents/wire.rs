//! Documents on the wire, without what they say: that is in the PDF.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ActorId, DecisionId, DocumentId};
use persistence::documents::{Concerned, Summary};
use serde::Serialize;
use utoipa::ToSchema;

use crate::words::DocumentKindWord;

/// 文书所涉的行为人 / Somebody whom a document is about.
#[derive(Debug, Serialize, ToSchema)]
struct DocumentActor {
    /// 行为人 / The actor.
    #[schema(value_type = Uuid)]
    actor_id: ActorId,
    /// 作出时所依据的评估凭据 / The receipt of the rules that was before the body.
    #[schema(value_type = Uuid)]
    decision_id: DecisionId,
}

impl From<&Concerned> for DocumentActor {
    fn from(concerned: &Concerned) -> Self {
        Self {
            actor_id: concerned.actor,
            decision_id: concerned.decision,
        }
    }
}

/// 文书 / A document, issued and never changed.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeedDocument {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: DocumentId,
    /// 种类 / What it is.
    kind: DocumentKindWord,
    /// 文号 / Its number.
    #[schema(example = "聊见义公〔2026〕1号")]
    number: String,
    /// 落款日期 / The legal date of issue (Beijing).
    issued_on: NaiveDate,
    /// 记录时间 / When it was recorded.
    recorded_at: DateTime<Utc>,
    /// 所涉行为人 / Whom it is about.
    actors: Vec<DocumentActor>,
}

impl From<&Summary> for DeedDocument {
    fn from(summary: &Summary) -> Self {
        Self {
            id: summary.id,
            kind: summary.kind.into(),
            number: summary.number.to_string(),
            issued_on: summary.issued_on,
            recorded_at: summary.recorded_at,
            actors: summary.concerned.iter().map(Into::into).collect(),
        }
    }
}

/// 一页文书 / A page of a deed's documents.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeedDocumentPage {
    /// 新的在前 / Newest first.
    pub(super) items: Vec<DeedDocument>,
    /// 下一页的游标；末页没有 / The cursor of the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) next: Option<String>,
    /// 总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 0)]
    pub(super) total: Option<i64>,
}
