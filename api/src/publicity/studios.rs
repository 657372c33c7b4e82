//! Studios that everybody may see.

use actix_web::web::Data;
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use domain::ids::PublicId;
use domain::publicity::PublicStudio;
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
use crate::words::StudioFunctionWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PublicStudioQuery {
    /// 只列该区县的 / Only those of this county.
    #[validate(length(min = 2, max = 6))]
    #[param(min_length = 2, max_length = 6)]
    county: Option<String>,
}

/// 英模工作室 / A studio that carries a hero's name, as everybody may see it.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicStudio)]
struct StudioView {
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

impl StudioView {
    fn new(id: PublicId, studio: &PublicStudio) -> Self {
        Self {
            id,
            name: studio.name.clone(),
            host: studio.host.clone(),
            county: studio.region.into(),
            functions: studio.functions.iter().map(|one| (*one).into()).collect(),
            opened_on: studio.opened_on,
            activities: studio.activities,
            story: studio.story.clone(),
            synthetic: studio.synthetic,
        }
    }
}

/// 英模工作室 / List the studios
///
/// 无需令牌；已命名且同意使用姓名的，按名称排列。 / Open: those that bear their name with the consent of who may give it, in the
/// order of their names.
#[utoipa::path(
    params(PublicStudioQuery, PageQuery, ReadHeaders),
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
    ready::answer(&request, &services, &known, || list(&request, &services)).await
}

async fn list(request: &HttpRequest, services: &Services) -> Result<OpenAnswer, Problem> {
    let page = PageQuery::extract(request).await?;
    let Query(query) = Query::<PublicStudioQuery>::extract(request).await?;
    let list = page.of("public-studios", &query)?;
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
        .read(move |reader| publicity::list::<PublicStudio>(reader, &filter, today, &keyset))
        .await?;
    let page: StudioPage = list.page(
        &found,
        |(order, _)| order.clone(),
        |(_, (id, studio))| StudioView::new(*id, studio),
    )?;
    list.open(page.next.as_deref(), &page)
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
    ready::answer(&request, &services, &known, || studio(&request, &services)).await
}

async fn studio(request: &HttpRequest, services: &Services) -> Result<OpenAnswer, Problem> {
    let Path(text) = Path::<String>::extract(request).await?;
    let id = public_id(&text)?;
    let today = services.store.clock().today();
    let found = services
        .store
        .read(move |reader| publicity::find_entry::<PublicStudio>(reader, id, today))
        .await?;
    let (_, studio) = require(found)?;
    OpenAnswer::new(&StudioView::new(id, &studio))
}
