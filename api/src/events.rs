//! The feed of events: what happened, for systems that cannot be called back.

use std::fmt;
use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::http::header::LINK;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse, get};
use chrono::{DateTime, Utc};
use domain::ids::EventId;
use persistence::Position;
use persistence::events::{self, Event, Stretch};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::EventsRead;
use crate::http::paging::link_from;
use crate::http::query;
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::services::Services;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(event_list);
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
    security(("oauth2" = ["events:read"])),
    params(EventQuery),
    extensions(("x-problem-codes" = json!(["feed_place_unknown"]))),
    responses(
        (status = 200, description = "事件流的一段 / A stretch of the feed", body = EventStretch,
            headers(("Link" = Option<String>, description = "续读的地址，仅在 more 为 true 时给出 / Where to read on, only while `more` is true (RFC 8288)"))),
    ),
)]
#[get("/v1/events")]
async fn event_list(
    caller: Caller<EventsRead>,
    request: HttpRequest,
    services: Data<Services>,
    query: EventQuery,
) -> Result<HttpResponse, Problem> {
    // Without a place the feed is read from the beginning; `None` means "latest".
    let after = match query.after.as_deref() {
        None => Some(Position::default()),
        Some(LATEST) => None,
        Some(place) => Some(place.parse::<Place>()?.0),
    };
    let scope = caller.regions().clone();
    let stretch = services
        .store
        .read_durable(move |reader| -> Result<_, Problem> {
            match after {
                Some(position) => {
                    events::after(reader, &scope, query.kind.as_deref(), position, query.limit)?
                        .ok_or_else(|| Problem::new(Code::FeedPlaceUnknown))
                }
                None => Ok(Stretch {
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

/// 一件事 / Something that happened, as a `CloudEvent` (CloudEvents 1.0, JSON format). It holds no
/// personal data; read the subject for more.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "specversion": "1.0",
    "id": "01937a00-0000-7000-8000-000000000001",
    "source": "http://localhost:8080",
    "type": "person.registered",
    "subject": "person/01937a00-0000-7000-8000-00000000c001",
    "time": "2026-11-23T08:00:00Z",
    "datacontenttype": "application/json",
    "region": "371502",
    "position": "1-2a-2a",
    "data": {
        "subject": {
            "kind": "person",
            "id": "01937a00-0000-7000-8000-00000000c001",
            "version": 1
        },
        "facts": {}
    }
}))]
struct CloudEvent {
    /// 规范版本 / The version of the specification.
    #[schema(pattern = "^1\\.0$")]
    specversion: &'static str,
    /// 编号；同一来源内不重复 / Its id, unique within the source.
    #[schema(value_type = Uuid)]
    id: EventId,
    /// 来源：本服务的公开地址 / Where it comes from: the public address of the service.
    #[schema(format = "uri-reference")]
    source: String,
    /// 种类，如 `person.registered` / What happened.
    r#type: String,
    /// 涉及的对象：类别与编号 / What it happened to: kind and id.
    subject: String,
    /// 时间 / When.
    time: DateTime<Utc>,
    /// 数据的格式 / The format of the data.
    #[schema(pattern = "^application/json$")]
    datacontenttype: &'static str,
    /// 扩展属性：对象所属区划 / Extension: the region whose files the subject belongs to.
    region: String,
    /// 扩展属性：此事在事件流中的位置，作 after 可从其后续读 / Extension: its place in the feed; as `after` it goes on from there.
    position: String,
    /// 数据 / The data.
    data: EventData,
}

/// 事件数据 / The data of an event, without personal data.
#[derive(Debug, Serialize, ToSchema)]
struct EventData {
    /// 对象 / The subject.
    subject: EventSubject,
    /// 其他情况，随种类而异 / Further facts, depending on the type.
    #[schema(value_type = Object)]
    facts: Value,
}

/// 事件对象 / What something happened to.
#[derive(Debug, Serialize, ToSchema)]
struct EventSubject {
    /// 类别 / Its kind.
    #[schema(example = "person")]
    kind: String,
    /// 编号 / Its id.
    id: String,
    /// 其后的版本；没有版本的为 0 / Its version afterwards; 0 for what has none.
    #[schema(minimum = 0)]
    version: i64,
}

/// 事件流的一段 / A stretch of the feed.
#[derive(Debug, Serialize, ToSchema)]
struct EventStretch {
    /// 事件，旧的在前 / The events, oldest first.
    items: Vec<CloudEvent>,
    /// 已读到的位置：保存它，下次作 after 送回；永不失效 / Up to where the feed was read: keep it and send it as `after` next time. It never expires.
    #[schema(example = "1-2a-2a")]
    position: String,
    /// 后面是否已有更多 / Whether more events are available now.
    more: bool,
}

impl EventStretch {
    fn new(stretch: Stretch, source: &str) -> Self {
        Self {
            items: stretch
                .events
                .into_iter()
                .map(|event| CloudEvent::new(event, source))
                .collect(),
            position: Place(stretch.position).to_string(),
            more: stretch.more,
        }
    }
}

impl CloudEvent {
    fn new(event: Event, source: &str) -> Self {
        Self {
            specversion: "1.0",
            id: event.id,
            source: source.to_owned(),
            r#type: event.kind,
            subject: format!("{}/{}", event.subject_kind, event.subject_id),
            time: event.at,
            datacontenttype: "application/json",
            region: event.region.as_str().to_owned(),
            position: Place(event.position).to_string(),
            data: EventData {
                subject: EventSubject {
                    kind: event.subject_kind,
                    id: event.subject_id,
                    version: event.subject_version,
                },
                facts: event.data,
            },
        }
    }
}

/// The form of a place; a later form gets another beginning, and this one is read for ever.
const FORM: &str = "1";
/// Asks for the place after everything that is final now.
const LATEST: &str = "latest";

/// A place in the feed. It belongs to no filter and to no caller, and it never expires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place(pub(crate) Position);

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { commit, sequence } = self.0;
        write!(formatter, "{FORM}-{commit:x}-{sequence:x}")
    }
}

impl FromStr for Place {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        parse(text).ok_or_else(|| Problem::new(Code::InvalidCursor))
    }
}

fn parse(text: &str) -> Option<Place> {
    let mut parts = text.split('-');
    if parts.next()? != FORM {
        return None;
    }
    let mut number = || i64::from_str_radix(parts.next()?, 16).ok();
    let position = Position {
        commit: number()?,
        sequence: number()?,
    };
    let place = Place(position);
    // One place has one spelling.
    (place.to_string() == text).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_from_what_is_written() {
        for (commit, sequence) in [(0, 0), (1, 1), (0x1_0000_0001, i64::MAX), (i64::MAX, 0)] {
            let place = Place(Position { commit, sequence });
            let read = place.to_string().parse::<Place>();
            assert_eq!(read.unwrap(), place);
        }
    }

    #[test]
    fn nothing_else_is_a_place() {
        for text in [
            "",
            "1",
            "1-1",
            "2-1-1",
            "1-1-1-1",
            "1-g-1",
            "1-01-1",
            "1-+1-1",
            "1-A-1",
            "1--1",
            "1--1-1",
            "1-ffffffffffffffff-1",
            "newest",
        ] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }
}
