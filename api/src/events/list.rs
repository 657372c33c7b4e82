use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::LINK;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, get};
use persistence::events::{self, Stretch};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::place::{Place, Start};
use super::wire::EventStretch;
use crate::auth::Caller;
use crate::auth::permissions::EventsRead;
use crate::http::paging::link_from;
use crate::http::query;
use crate::problems::{Code, Problem};
use crate::services::Services;

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct EventQuery {
    /// 上次答复的 position；不带则从头读起；`latest` 只问当前位置 / `position` of the answer before; without it, from the beginning; `latest` asks only where the feed is now.
    #[validate(length(min = 1, max = 64))]
    #[param(min_length = 1, max_length = 64)]
    after: Option<String>,
    /// 至多几件 / Events at the most.
    #[serde(default = "default_limit")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200, default = 100)]
    limit: u16,
    /// 只列该种类的，如 `person.registered` / Only those of this type.
    #[validate(length(min = 1, max = 64))]
    #[param(min_length = 1, max_length = 64, example = "person.registered")]
    kind: Option<String>,
}

const fn default_limit() -> u16 {
    100
}

impl FromRequest for EventQuery {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(query::parse(request.query_string(), |_| true))
    }
}

/// 事件流 / The feed of events
///
/// 您辖区内发生的事，旧的在前；不遗漏，不重复，次序不变。`more` 为 true 时即可续读；否则隔几秒以同一
/// `position` 再问。刚发生的事在同时进行的写入结束之后才列出。事件中没有个人信息。
///
/// 首次同步：先以 `after=latest` 取得当前位置，再逐页读完所需的列表，然后从该位置读事件流。这期间的变化可能两边都有，
/// 以对象的 `version` 较大者为准。
///
/// What happened within your regions, oldest first: nothing is left out, nothing comes twice, the order
/// stays. Read on at once while `more` is true, else ask again with the same `position` in a few
/// seconds. Something is shown once the writes that ran beside it have ended. Events hold no personal
/// data.
///
/// To begin: ask for the present place with `after=latest`, then read the lists that you need, all
/// pages, then the feed from that place. What changes meanwhile may come both ways; the larger
/// `version` of the subject is the newer one.
#[utoipa::path(
    tag = TAG,
    operation_id = "event_list",
    security(("oauth2" = ["events:read"])),
    params(EventQuery),
    extensions(("x-problem-codes" = json!(["feed_place_unknown"]))),
    responses(
        (status = 200, description = "事件流的一段 / A stretch of the feed", body = EventStretch,
            headers(("Link" = Option<String>, description = "续读的地址，仅在 more 为 true 时给出 / Where to read on, only while `more` is true (RFC 8288)"))),
    ),
)]
#[get("/v1/events")]
pub(super) async fn event_list(
    caller: Caller<EventsRead>,
    request: HttpRequest,
    services: Data<Services>,
    query: EventQuery,
) -> Result<HttpResponse, Problem> {
    let start = Start::parse(query.after.as_deref())?;
    let scope = caller.regions().clone();
    let stretch = services
        .store
        .read_durable(move |reader| -> Result<_, Problem> {
            match start {
                Start::After(Place(position)) => {
                    events::after(reader, &scope, query.kind.as_deref(), position, query.limit)?
                        .ok_or_else(|| Problem::new(Code::FeedPlaceUnknown))
                }
                Start::Latest => Ok(Stretch {
                    events: Vec::new(),
                    more: false,
                    position: events::latest(reader)?,
                }),
            }
        })
        .await?;
    let mut response = HttpResponse::Ok();
    if stretch.more {
        let place = Place(stretch.position).to_string();
        let link = link_from(&request, "after", &place);
        response.insert_header((LINK, link));
    }
    Ok(response.json(EventStretch::new(stretch, &services.public_url)))
}
