use actix_web::http::header::{ACCEPT, Accept, ContentDisposition, ETAG, Header, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use domain::ids::{DocumentId, Id as _};
use persistence::documents::Summary;
use persistence::{StoredProcedure, cases, documents};

use super::wire::{DocumentView, wholly_void};
use crate::auth::Caller;
use crate::http::{EntityTag, IfNoneMatch, Optional, saved_as};
use crate::problems::{Code, Problem};
use crate::services::Services;

/// The words of a document never change.
const STANDING: i64 = 1;
/// It falls in parts, for one actor after the other; each is another representation.
fn version(document: &DocumentView) -> i64 {
    STANDING + document.void_count()
}

/// A document of a file, as PDF or as what is known of it.
pub(crate) async fn get<P: StoredProcedure, S>(
    caller: &Caller<S>,
    request: &HttpRequest,
    services: &Data<Services>,
    (id, document_id): (P::FileId, DocumentId),
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let form = Form::wanted(request)?;
    let scope = caller.regions().clone();
    let (cases, mut document) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let document = documents::find(reader, id.uuid(), document_id)?;
            let document = document.ok_or_else(Problem::not_found)?;
            Ok((cases::of_file::<P>(reader, id)?, document))
        })
        .await?;
    let described = DocumentView::new(&document.summary, &cases);
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
            if let Some(since) = wholly_void(&document.summary, &cases) {
                document.sheet = document.sheet.void(since);
            }
            let pdf = services.renderer.render(&services.store, document).await?;
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
