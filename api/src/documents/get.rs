use actix_web::http::header::{ACCEPT, Accept, ContentDisposition, ETAG, Header, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::ids::{DeedId, DocumentId};
use persistence::documents::Summary;
use persistence::{deeds, documents};

use super::TAG;
use super::wire::{DeedDocument, wholly_void};
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::contract::parameters::ReadHeaders;
use crate::demo::ids;
use crate::http::{EntityTag, IfNoneMatch, Optional, Path, saved_as};
use crate::problems::{Code, Problem};
use crate::state::State;

/// The words of a document never change.
const STANDING: i64 = 1;
/// It falls in parts, for one actor after the other; each is another representation.
fn version(document: &DeedDocument) -> i64 {
    STANDING + document.void_count()
}

/// 取得文书 / Get a document
///
/// 默认答复 PDF，同一文书每次的字节相同；`Accept: application/json` 则答复文书的编号、种类、文号和日期。已失效的，PDF 开头注明。PDF 需要本服务所在
/// 机器装有开源中文字体。 / Answers a PDF unless asked otherwise, with the same bytes for the same document every
/// time; with `Accept: application/json` its kind, number and date. The PDF of one
/// that is void says so first. A PDF needs an open Chinese typeface on the
/// machine of the service.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_document_get",
    security(("oauth2" = ["deeds:read"])),
    extensions(("x-problem-codes" = json!(["typeface_missing", "not_acceptable"]))),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED_PUBLISHED)),
        ("document_id" = Uuid, Path, description = "文书编号 / The document's id", example = json!(ids::DOCUMENT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "文书 / The document",
            content((Vec<u8> = "application/pdf"), (DeedDocument = "application/json")),
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"),
                    ("Content-Disposition" = Option<String>, description = "PDF 的文件名 / The file name of the PDF"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/deeds/{id}/documents/{document_id}")]
pub(super) async fn deed_document_get(
    caller: Caller<DeedsRead>,
    request: HttpRequest,
    state: Data<State>,
    Path((id, document_id)): Path<(DeedId, DocumentId)>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let form = Form::wanted(&request)?;
    let scope = caller.regions().clone();
    let (actors, mut document) = state
        .store
        .read(move |reader| -> Result<_, Problem> {
            deeds::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let document = documents::find(reader, id, document_id)?;
            let document = document.ok_or_else(Problem::not_found)?;
            Ok((deeds::of_deed(reader, id)?, document))
        })
        .await?;
    let described = DeedDocument::new(&document.summary, &actors);
    let tag = EntityTag::new(version(&described), form.as_str());
    let is_known = known.0.is_some_and(|known| known.has(&tag));
    let mut answer = if is_known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .append_header((ETAG, tag.to_string()))
        .append_header((VARY, "Accept"));
    Ok(match form {
        _ if is_known => answer.finish(),
        Form::Json => answer.json(described),
        Form::Pdf => {
            let name = file_name(&document.summary);
            if let Some(since) = wholly_void(&document.summary, &actors) {
                document.sheet = document.sheet.void(since);
            }
            let pdf = state.press.render(&state.store, document).await?;
            answer
                .insert_header(name)
                .content_type("application/pdf")
                .body(pdf)
        }
    })
}

/// `见义勇为确认公示 聊见义公〔2026〕1号.pdf`, and a plain name for those who cannot read that.
fn file_name(document: &Summary) -> ContentDisposition {
    let kind = document.kind;
    let plain = format!("{}-{}.pdf", kind.as_str(), document.id);
    // A number may hold what a file name may not.
    let number = document.number.as_str().replace(['/', '\\'], "_");
    let named = format!("{} {number}.pdf", kind.text().zh);
    saved_as(plain, named)
}

/// What is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Pdf,
    Json,
}

impl Form {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }

    /// What the caller prefers of the two (RFC 9110 section 12.5.1); PDF for one who takes anything.
    fn wanted(request: &HttpRequest) -> Result<Self, Problem> {
        if !request.headers().contains_key(ACCEPT) {
            return Ok(Self::Pdf);
        }
        let accepted = Accept::parse(request)
            .map(|accept| accept.ranked())
            .unwrap_or_default();
        accepted
            .iter()
            .find_map(
                |media| match (media.type_().as_str(), media.subtype().as_str()) {
                    ("*", _) | ("application", "pdf" | "*") => Some(Self::Pdf),
                    ("application", "json") => Some(Self::Json),
                    _ => None,
                },
            )
            .ok_or_else(|| Problem::new(Code::NotAcceptable))
    }
}
