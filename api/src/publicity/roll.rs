//! The honour roll, open to everybody.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use domain::people::search_prefix;
use domain::publicity::RollEntry;
use persistence::publicity::Filter;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::honours::Titles;
use super::open::{self, Asked, county};
use super::roll_view::{RollEntryView, RollPage};
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::{ActTypeWord, HonourLevelWord};

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RollQuery {
    /// 姓名、群体名称、拼音或者拼音首字母的开头 / The beginning of a name, of its pinyin or of its initials; of a group its own and its members'.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100, example = "csj")]
    q: Option<String>,
    /// 只列该区县的 / Only those of this county.
    #[validate(length(min = 2, max = 6))]
    #[param(min_length = 2, max_length = 6)]
    county: Option<String>,
    /// 只列最高表扬为该级别的 / Only those whose highest praise is of this level.
    #[param(inline)]
    level: Option<HonourLevelWord>,
    /// 只列有该称号的，见 /v1/titles / Only those with this title, see `/v1/titles`.
    #[validate(length(min = 1, max = 64))]
    #[param(min_length = 1, max_length = 64)]
    title: Option<String>,
    /// 只列该年获得荣誉的 / Only those with an honour of this year.
    #[validate(range(min = 1900, max = 9999))]
    #[param(minimum = 1900, maximum = 9999)]
    year: Option<i32>,
    /// 只列该行为类型的 / Only those with an act of this kind.
    #[param(inline)]
    act_type: Option<ActTypeWord>,
    /// 只列群体，或者只列个人 / Only groups, or only single people.
    group: Option<bool>,
}

impl Asked for RollQuery {
    fn filter(&self, titles: Titles<'_>) -> Result<Option<Filter>, Problem> {
        let mut facets: Vec<String> = county(self.county.as_deref())?.into_iter().collect();
        facets.extend(self.level.map(|level| format!("level:{}", level.0)));
        facets.extend(self.year.map(|year| format!("year:{year}")));
        facets.extend(self.act_type.map(|act| format!("act:{}", act.0)));
        facets.extend(self.group.map(|group| format!("group:{group}")));
        facets.extend(self.title.as_deref().map(|title| {
            if titles.is_of_recognition(title) {
                "kind:recognition".to_owned()
            } else {
                format!("title:{title}")
            }
        }));
        let prefix = match self.q.as_deref() {
            None => None,
            Some(text) => match search_prefix(text) {
                None => return Ok(None),
                prefix => prefix,
            },
        };
        Ok(Some(Filter { facets, prefix }))
    }
}

/// 英模榜 / The honour roll
///
/// 无需令牌。只含同意公开或者已合法公开的内容；受限的案件计入统计，不在此列出。先按最高表扬级别，再按日期（新的在前）和姓名拼音排列。不提供按伤亡
/// 查找。`ETag` 不变即无变化；撤下的条目见 /v1/public/changes。 / Open. It holds what people agreed to show, or what
/// was lawfully published; restricted cases are counted elsewhere and never listed. In the order of the highest level
/// of praise, then of the day, newest first, then of the name's pinyin. Nothing is found by death or harm. While the
/// `ETag` stays nothing has changed; what was withdrawn stands in `/v1/public/changes`.
#[utoipa::path(
    params(RollQuery, PageQuery, ReadHeaders),
    responses(
        (status = 200, description = "一页英模榜 / A page of the honour roll", body = RollPage,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/public/honour-roll")]
pub(super) async fn honour_roll_list(
    request: HttpRequest,
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    open::list::<RollEntry, RollQuery>(&request, &services, &known).await
}

/// 英模榜条目 / An entry of the honour roll
///
/// 撤下的条目答复 410，不含姓名。 / One that was withdrawn is 410, without a name.
#[utoipa::path(
    extensions(("x-problem-codes" = json!(["gone"]))),
    params(
        ("id" = Uuid, Path, description = "公开编号 / The public id", example = json!(ids::ROLL_ENTRY)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "条目 / The entry", body = RollEntryView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[get("/v1/public/honour-roll/{id}")]
pub(super) async fn honour_roll_get(
    request: HttpRequest,
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    open::item::<RollEntry>(&request, &services, &known).await
}
