//! The statutory notices (公示) that are up.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use domain::ids::PublicId;
use domain::publicity::PublicNotice;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::honours::Titles;
use super::open::{self, CountyQuery, Shown};
use super::roll_view::CountyView;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, Page, PageQuery};
use crate::problems::Problem;
use crate::services::Services;

/// 公示 / A statutory notice while it is up.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicNotice)]
pub(super) struct NoticeView {
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

impl Shown for PublicNotice {
    type View = NoticeView;
    const LIST: &'static str = "public-notices";

    fn view(&self, id: PublicId, _: Titles<'_>) -> NoticeView {
        let sheet = &self.sheet;
        NoticeView {
            id,
            title: sheet.title.clone(),
            number: sheet.number.to_string(),
            paragraphs: sheet.paragraphs.clone(),
            bodies: sheet.bodies.clone(),
            issued_on: sheet.issued_on,
            until: self.until,
            county: self.region.into(),
        }
    }
}

/// 公示 / List the notices that are up
///
/// 无需令牌，新的在前。公示依法进行，不以同意为前提；期满或者提前撤下后不再列出。 / Open, newest first. The law asks for
/// them, so that they need no consent; after their last day, or once taken down before, they are listed no more.
#[utoipa::path(
    params(CountyQuery, PageQuery, ReadHeaders),
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
    open::list::<PublicNotice, CountyQuery>(&request, &services, &known).await
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
    open::item::<PublicNotice>(&request, &services, &known).await
}
