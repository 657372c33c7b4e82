//! The statutory notices (公示) that are up.

use actix_web::web::Data;
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use domain::ids::PublicId;
use domain::publicity::PublicNotice;
use persistence::publicity::{self, Filter};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::gone::{public_id, require};
use super::ready;
use super::roll_view::CountyView;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Page, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::regions::filter_by;
use crate::services::Services;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PublicNoticeQuery {
    /// 只列该区县的 / Only those of this county.
    #[validate(length(min = 2, max = 6))]
    #[param(min_length = 2, max_length = 6)]
    county: Option<String>,
}

/// 公示 / A statutory notice while it is up.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicNotice)]
struct NoticeView {
    /// 公开编号 / Its public id.
    #[schema(value_type = Uuid)]
    id: PublicId,
    /// 标题 / Its title.
    #[schema(example = "见义勇为确认公示")]
    title: String,
    /// 文号 / Its number.
    number: String,
    /// 正文，逐段 / What it says, paragraph by paragraph.
    paragraphs: Vec<String>,
    /// 发布机关 / Who published it.
    bodies: Vec<String>,
    /// 发布日期 / The legal date of issue (Beijing).
    issued_on: NaiveDate,
    /// 公示期的最后一日，期满撤下；尚不能推算的没有 / The last day, after which it is taken down; absent where it cannot be reckoned yet.
    until: Option<NaiveDate>,
    /// 区县 / The county.
    county: CountyView,
}

/// 一页公示 / A page of notices.
type NoticePage = Page<NoticeView>;

impl NoticeView {
    fn new(id: PublicId, notice: &PublicNotice) -> Self {
        let sheet = &notice.sheet;
        Self {
            id,
            title: sheet.title.clone(),
            number: sheet.number.to_string(),
            paragraphs: sheet.paragraphs.clone(),
            bodies: sheet.bodies.clone(),
            issued_on: sheet.issued_on,
            until: notice.until,
            county: notice.region.into(),
        }
    }
}

/// 公示 / List the notices that are up
///
/// 无需令牌，新的在前。公示依法进行，不以同意为前提；期满或者提前撤下后不再列出。 / Open, newest first. The law asks for
/// them, so that they need no consent; after their last day, or once taken down before, they are listed no more.
#[utoipa::path(
    params(PublicNoticeQuery, PageQuery, ReadHeaders),
    responses(
        (status = 200, description = "一页公示 / A page of notices", body = NoticePage,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/public/notices")]
pub(super) async fn public_notice_list(
    request: HttpRequest,
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    ready::answer(&request, &services, &known, || list(&request, &services)).await
}

async fn list(request: &HttpRequest, services: &Services) -> Result<OpenAnswer, Problem> {
    let page = PageQuery::extract(request).await?;
    let Query(query) = Query::<PublicNoticeQuery>::extract(request).await?;
    let list = page.of("public-notices", &query)?;
    let keyset = list.keyset::<String>()?;
    let county = filter_by(query.county.as_deref(), "/county")?;
    let filter = Filter {
        facets: county
            .map(|code| format!("county:{code}"))
            .into_iter()
            .collect(),
        prefix: None,
    };
    let today = services.store.clock().today();
    let found = services
        .store
        .read(move |reader| publicity::list::<PublicNotice>(reader, &filter, today, &keyset))
        .await?;
    let page: NoticePage = list.page(
        &found,
        |(order, _)| order.clone(),
        |(_, (id, notice))| NoticeView::new(*id, notice),
    )?;
    list.open(page.next.as_deref(), &page)
}

/// 公示 / Read a notice
///
/// 期满或者撤下的答复 410。 / One whose last day has passed, or that was taken down, is 410.
#[utoipa::path(
    extensions(("x-problem-codes" = json!(["gone"]))),
    params(
        ("id" = Uuid, Path, description = "公开编号 / The public id", example = json!(ids::PUBLIC_NOTICE)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "公示 / The notice", body = NoticeView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/public/notices/{id}")]
pub(super) async fn public_notice_get(
    request: HttpRequest,
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    ready::answer(&request, &services, &known, || notice(&request, &services)).await
}

async fn notice(request: &HttpRequest, services: &Services) -> Result<OpenAnswer, Problem> {
    let Path(text) = Path::<String>::extract(request).await?;
    let id = public_id(&text)?;
    let today = services.store.clock().today();
    let found = services
        .store
        .read(move |reader| publicity::find_entry::<PublicNotice>(reader, id, today))
        .await?;
    let (_, notice) = require(found)?;
    OpenAnswer::new(&NoticeView::new(id, &notice))
}
