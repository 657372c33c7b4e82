//! Studios that everybody may see.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use domain::ids::PublicId;
use domain::publicity::PublicStudio;
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
use crate::words::StudioFunctionWord;

/// 英模工作室 / A studio that carries a hero's name, as everybody may see it.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicStudio)]
pub(super) struct StudioView {
    /// 公开编号 / Its public id.
    #[schema(value_type = Uuid)]
    id: PublicId,
    /// 名称 / Its name.
    #[schema(example = "见义勇为测试甲英模工作室")]
    name: String,
    /// 依托单位 / The unit that houses it.
    host: String,
    /// 区县 / The county.
    county: CountyView,
    /// 职能 / What it does.
    functions: Vec<StudioFunctionWord>,
    /// 挂牌日期；尚未挂牌的没有 / The day on which its sign was hung; absent before.
    opened_on: Option<NaiveDate>,
    /// 已开展活动次数 / How many activities there were.
    #[schema(minimum = 0)]
    activities: u32,
    /// 英模事迹，经同意公开 / The hero's story, as it was agreed to.
    story: Option<String>,
    /// 是否为演示而虚构 / Whether it was made up for demonstration.
    synthetic: bool,
}

/// 一页英模工作室 / A page of studios.
type StudioPage = Page<StudioView>;

impl Shown for PublicStudio {
    type View = StudioView;
    const LIST: &'static str = "public-studios";

    fn view(&self, id: PublicId, _: Titles<'_>) -> StudioView {
        StudioView {
            id,
            name: self.name.clone(),
            host: self.host.clone(),
            county: self.region.into(),
            functions: self.functions.iter().map(|one| (*one).into()).collect(),
            opened_on: self.opened_on,
            activities: self.activities,
            story: self.story.clone(),
            synthetic: self.synthetic,
        }
    }
}

/// 英模工作室 / List the studios
///
/// 无需令牌；已命名且同意使用姓名的，按名称排列。 / Open: those that bear their name with the consent of who may give it, in the
/// order of their names.
#[utoipa::path(
    params(CountyQuery, PageQuery, ReadHeaders),
    responses(
        (status = 200, description = "一页英模工作室 / A page of studios", body = StudioPage,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/public/studios")]
pub(super) async fn public_studio_list(
    request: HttpRequest,
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    open::list::<PublicStudio, CountyQuery>(&request, &services, &known).await
}

/// 英模工作室 / Read a studio
///
/// 撤下的答复 410。 / One that was withdrawn is 410.
#[utoipa::path(
    extensions(("x-problem-codes" = json!(["gone"]))),
    params(
        ("id" = Uuid, Path, description = "公开编号 / The public id", example = json!(ids::PUBLIC_STUDIO)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "工作室 / The studio", body = StudioView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/public/studios/{id}")]
pub(super) async fn public_studio_get(
    request: HttpRequest,
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    open::item::<PublicStudio>(&request, &services, &known).await
}
