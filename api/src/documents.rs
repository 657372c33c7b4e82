//! Printable documents of a file, as they are listed and given out.

use actix_web::http::header::{ACCEPT, Accept, ContentDisposition, ETAG, Header, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, DocumentId, Id as _, ReceiptId};
use domain::procedure::Procedure;
use persistence::cases::CaseOnFile;
use persistence::documents::{Concerned, Summary};
use persistence::{StoredProcedure, cases, documents};

use crate::auth::Caller;
use crate::contract::view;
use crate::http::{EntityTag, IfNoneMatch, Optional, Page, PageQuery, saved_as};
use crate::pdf::refuse_gaps;
use crate::problems::{Code, Problem};
use crate::procedure::Seen;
use crate::services::Services;
use crate::words::DocumentKindWord;

/// The documents of a file, newest first.
pub(crate) async fn list<P: StoredProcedure, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    id: P::FileId,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("documents", &(P::NAME, id))?;
    let keyset = list.keyset::<DocumentId>()?;
    let scope = caller.regions().clone();
    let (seen, found) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let seen = Seen::<P>::load(reader, &scope, id)?;
            let found = documents::list(reader, id.uuid(), &seen.ids(), &keyset)?;
            Ok((seen, found))
        })
        .await?;
    list.answer(
        &found,
        |document| document.id,
        |document| DocumentView::from((document, &seen.cases[..])),
    )
}

/// The words of a document never change.
const STANDING: i64 = 1;
/// It becomes void for one actor after the other; each time it is another representation.
fn version(document: &DocumentView) -> i64 {
    STANDING + document.void_count()
}

/// A document of a file, as PDF or as what is known of it.
pub(crate) async fn get<P: StoredProcedure, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    (id, document_id): (P::FileId, DocumentId),
    form: Form,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (all, seen, mut document) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let document = documents::find(reader, id.uuid(), document_id)?;
            let document = document.ok_or_else(Problem::not_found)?;
            let all = cases::of_file::<P>(reader, id)?;
            let seen = Seen::of(&scope, all.clone());
            if !document.summary.concerns(&seen.ids()) {
                return Err(Problem::not_found());
            }
            Ok((all, seen, document))
        })
        .await?;
    if let Some(since) = wholly_void(&document.summary, &all) {
        document.sheet = document.sheet.void(since);
    }
    let mut described = DocumentView::from((&document.summary, &seen.cases[..]));
    let (store, renderer) = (&services.store, &services.renderer);
    let unprintable = renderer.unprintable(store, &document.sheet).await?;
    let tag = EntityTag::new(version(&described), form.tag(&unprintable));
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
        Form::Json => {
            described.unprintable = Some(unprintable).filter(|chars| !chars.is_empty());
            answer.json(described)
        }
        Form::Pdf => {
            refuse_gaps(&document.sheet, &unprintable)?;
            let name = file_name(&document.summary);
            let pdf = renderer.render(store, document).await?;
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
pub(crate) enum Form {
    /// The sheet, printed.
    Pdf,
    /// What is known of it.
    Json,
}

impl Form {
    /// How the representation is called in its tag: with another typeface it may be another.
    const fn tag(self, unprintable: &[char]) -> &'static str {
        match (self, unprintable) {
            (Self::Pdf, []) => "pdf",
            (Self::Pdf, _) => "pdf_with_gaps",
            (Self::Json, []) => "json",
            (Self::Json, _) => "json_with_gaps",
        }
    }

    /// What the caller prefers of the two (RFC 9110 section 12.5.1); PDF for one who takes anything.
    pub(crate) fn wanted(request: &HttpRequest) -> Result<Self, Problem> {
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

view! {
    /// 文书所涉的行为人 / An actor whom a document concerns.
    DocumentActor of (concerned, void_since): (&Concerned, Option<NaiveDate>) {
        /// 行为人 / The actor.
        #[schema(value_type = Uuid)]
        actor_id: CaseId = concerned.case,
        /// 作出时所依据的评估凭据 / The receipt of the rules on which it rests.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = concerned.receipt_id,
        /// 对该行为人失效之日：证书为撤销确认之日，不予确认的决定为其后确认或者重新启动之日；有效的没有 / The day from which it is void for this actor: a certificate from the revocation, a refusal from the confirmation or the reopening that followed; absent while it is valid.
        void_since: Option<NaiveDate> = void_since,
    }
}

/// Those whom a document concerns, of these.
fn concerned<'a, P: Procedure>(
    summary: &'a Summary,
    actors: &'a [CaseOnFile<P>],
) -> impl Iterator<Item = &'a Concerned> {
    let of = |one: &&Concerned| actors.iter().any(|actor| actor.id == one.case);
    summary.concerned.iter().filter(of)
}

fn void_for<P: Procedure>(
    summary: &Summary,
    concerned: &Concerned,
    actors: &[CaseOnFile<P>],
) -> Option<NaiveDate> {
    let actor = actors.iter().find(|actor| actor.id == concerned.case)?;
    P::void_since(summary.kind, &summary.number, &actor.case)
}

/// Since when a document is void for all whom it concerns; none while it is valid for one of them.
fn wholly_void<P: Procedure>(summary: &Summary, actors: &[CaseOnFile<P>]) -> Option<NaiveDate> {
    let concerned = summary.concerned.iter();
    let since: Option<Vec<NaiveDate>> = concerned
        .map(|concerned| void_for(summary, concerned, actors))
        .collect();
    since?.into_iter().max()
}

view! {
    /// 文书 / A document, issued and never changed.
    #[schema(as = Document)]
    pub(crate) DocumentView of (summary, actors): (&Summary, &[CaseOnFile<P>]) where P: Procedure {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: DocumentId = summary.id,
        /// 种类 / Its kind.
        kind: DocumentKindWord = summary.kind.into(),
        /// 文号 / Its number.
        #[schema(example = "聊见义公〔2026〕1号")]
        number: String = summary.number.to_string(),
        /// 落款日期 / The legal date of issue (Beijing).
        issued_on: NaiveDate = summary.issued_on,
        /// 记录时间 / When it was recorded.
        recorded_at: DateTime<Utc> = summary.recorded_at,
        /// 已安装字体中没有、因而不能打印的字；只在单独取一份文书时检查，没有的不列 / The characters that no installed typeface has, so that they cannot be printed; looked for when one document is read, and left out where there are none.
        #[schema(value_type = Option<Vec<String>>)]
        unprintable: Option<Vec<char>> = None,
        /// 所涉行为人，限于您可以查看的 / The actors whom it concerns, as far as you see them.
        actors: Vec<DocumentActor> = concerned(summary, actors).map(|it| (it, void_for(summary, it, actors)).into()).collect(),
    }
}

impl DocumentView {
    /// For how many actors it is void.
    fn void_count(&self) -> i64 {
        let void = self
            .actors
            .iter()
            .filter(|actor| actor.void_since.is_some());
        i64::try_from(void.count()).unwrap_or(i64::MAX)
    }
}

/// 一页文书 / A page of documents.
pub(crate) type DocumentPage = Page<DocumentView>;
