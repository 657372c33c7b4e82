//! Documents on the wire, without what they say: that is in the PDF.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, DocumentId, ReceiptId};
use domain::procedure::Procedure;
use persistence::cases::CaseOnFile;
use persistence::documents::{Concerned, Summary};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::Page;
use crate::words::DocumentKindWord;

/// 文书所涉的行为人 / Somebody whom a document is about.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct DocumentActor {
    /// 行为人 / The actor.
    #[schema(value_type = Uuid)]
    actor_id: CaseId,
    /// 作出时所依据的评估凭据 / The receipt of the rules that was before the body.
    #[schema(value_type = Uuid)]
    receipt_id: ReceiptId,
    /// 对该行为人失效之日：证书为撤销确认之日，不予确认的决定为其后确认或者重新启动之日；有效的没有 / Since when it is void for this actor: a certificate since the revocation, a refusal since the confirmation or the reopening that followed; absent while it stands.
    void_since: Option<NaiveDate>,
}

impl DocumentActor {
    fn new<P: Procedure>(
        summary: &Summary,
        concerned: &Concerned,
        actors: &[CaseOnFile<P>],
    ) -> Self {
        Self {
            actor_id: concerned.case,
            receipt_id: concerned.receipt_id,
            void_since: void_for(summary, concerned, actors),
        }
    }
}

fn void_for<P: Procedure>(
    summary: &Summary,
    concerned: &Concerned,
    actors: &[CaseOnFile<P>],
) -> Option<NaiveDate> {
    let actor = actors.iter().find(|actor| actor.id == concerned.case)?;
    P::void_since(summary.kind, &summary.number, &actor.case)
}

/// Since when a document is void for everybody whom it is about; none while it stands for somebody.
pub(super) fn wholly_void<P: Procedure>(
    summary: &Summary,
    actors: &[CaseOnFile<P>],
) -> Option<NaiveDate> {
    let concerned = summary.concerned.iter();
    let since: Option<Vec<NaiveDate>> = concerned
        .map(|concerned| void_for(summary, concerned, actors))
        .collect();
    since?.into_iter().max()
}

/// 文书 / A document, issued and never changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Document)]
pub(crate) struct DocumentView {
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

impl DocumentView {
    /// For how many actors it is void.
    pub(super) fn void_count(&self) -> i64 {
        let void = self
            .actors
            .iter()
            .filter(|actor| actor.void_since.is_some());
        i64::try_from(void.count()).unwrap_or(i64::MAX)
    }

    /// A document, with how it stands in the cases of its file.
    pub(super) fn new<P: Procedure>(summary: &Summary, actors: &[CaseOnFile<P>]) -> Self {
        Self {
            id: summary.id,
            kind: summary.kind.into(),
            number: summary.number.to_string(),
            issued_on: summary.issued_on,
            recorded_at: summary.recorded_at,
            actors: summary
                .concerned
                .iter()
                .map(|concerned| DocumentActor::new(summary, concerned, actors))
                .collect(),
        }
    }
}

/// 一页文书 / A page of documents.
pub(crate) type DocumentPage = Page<DocumentView>;
