//! Which public entries came, changed or went: for those who keep copies.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{CACHE_CONTROL, LINK};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, get};
use chrono::{DateTime, Utc};
use domain::ids::PublicId;
use persistence::Position;
use persistence::publicity::{self, Change};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::events::Place;
use crate::http::paging::link_from;
use crate::http::query;
use crate::problems::{Code, Problem};
use crate::services::Services;
use crate::words::PublicCollectionWord;

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PublicChangeQuery {
    /// 上次答复的 position；不带则从头读起 / `position` of the answer before; without it, from the beginning.
    #[validate(length(min = 1, max = 64))]
    #[param(min_length = 1, max_length = 64)]
    after: Option<String>,
    /// 至多几条 / Entries at the most.
    #[serde(default = "default_limit")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200, default = 100)]
    limit: u16,
}

const fn default_limit() -> u16 {
    100
}

impl FromRequest for PublicChangeQuery {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(query::parse(request.query_string(), |_| true))
    }
}

/// 公开条目的变化 / What happened to a public entry last.
#[derive(Debug, Serialize, ToSchema)]
struct PublicChange {
    /// 公开编号 / Its public id.
    #[schema(value_type = Uuid)]
    id: PublicId,
    /// 栏目 / Which list it stands in.
    collection: PublicCollectionWord,
    /// 是否已撤下；撤下的请删除副本 / Whether it was withdrawn: delete your copies of it.
    withdrawn: bool,
    /// 时间 / When.
    at: DateTime<Utc>,
    /// 在变化流中的位置 / Its place: as `after` the feed goes on from there.
    #[schema(example = "1-2a-2a")]
    position: String,
}

impl From<&Change> for PublicChange {
    fn from(change: &Change) -> Self {
        Self {
            id: change.id,
            collection: change.collection.into(),
            withdrawn: change.withdrawn,
            at: change.at,
            position: Place(change.position).to_string(),
        }
    }
}

/// 变化流的一段 / A stretch of the changes.
#[derive(Debug, Serialize, ToSchema)]
struct PublicChangeStretch {
    /// 变化，旧的在前；每个条目只列最近一次 / The changes, oldest first; each entry once, with what happened to it last.
    items: Vec<PublicChange>,
    /// 是否可以立即续读 / Whether there is more to read at once.
    more: bool,
    /// 读到的位置，下次作 after / Up to where it was read: `after` of the next call.
    #[schema(example = "1-2a-2a")]
    position: String,
}

/// 公开条目的变化 / What changed in public
///
/// 无需令牌，只含编号，不含姓名。存有副本的，按此更新和删除：`withdrawn` 为 true 的请删除。旧的在前；`more` 为 true 时即可续读，否则隔几秒以同一
/// `position` 再问。 / Open: ids alone, no names. Who keeps copies reads here what to fetch again and what to
/// delete. Oldest first; read on at once while `more` is true, else ask again with the same `position` in a few
/// seconds.
#[utoipa::path(
    params(PublicChangeQuery),
    extensions(("x-problem-codes" = json!(["feed_place_unknown"]))),
    responses(
        (status = 200, description = "变化流的一段 / A stretch of the changes", body = PublicChangeStretch,
            headers(("Link" = Option<String>, description = "续读的地址，仅在 more 为 true 时给出 / Where to read on, only while `more` is true (RFC 8288)"))),
    ),
)]
#[get("/v1/public/changes")]
pub(super) async fn public_change_list(
    request: HttpRequest,
    services: Data<Services>,
    query: PublicChangeQuery,
) -> Result<HttpResponse, Problem> {
    let after = match query.after.as_deref() {
        None => Position::default(),
        Some(place) => place.parse::<Place>()?.0,
    };
    let (changes, more, reached) = services
        .store
        .read_durable(move |reader| -> Result<_, Problem> {
            let found = publicity::changes(reader, after, query.limit)?;
            found.ok_or_else(|| Problem::new(Code::FeedPlaceUnknown))
        })
        .await?;
    let position = Place(reached).to_string();
    let mut response = HttpResponse::Ok();
    response.insert_header((CACHE_CONTROL, "no-cache"));
    if more {
        response.insert_header((LINK, link_from(&request, "after", &position)));
    }
    Ok(response.json(PublicChangeStretch {
        items: changes.iter().map(PublicChange::from).collect(),
        more,
        position,
    }))
}
