use chrono::{DateTime, Utc};
use domain::ids::EventId;
use persistence::events::{Event, Stretch};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::place::Place;

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
pub(super) struct CloudEvent {
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

/// 事件数据 / What an event tells, without personal data.
#[derive(Debug, Serialize, ToSchema)]
struct EventData {
    /// 对象 / The subject.
    subject: EventSubject,
    /// 其他情况，随种类而异 / Further facts, which depend on the type.
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
pub(super) struct EventStretch {
    /// 事件，旧的在前 / The events, oldest first.
    items: Vec<CloudEvent>,
    /// 已读到的位置：保存它，下次作 after 送回；永不失效 / Up to where the feed was read: keep it and send it as `after` next time. It never expires.
    #[schema(example = "1-2a-2a")]
    position: String,
    /// 后面是否已有更多 / Whether more is there already.
    more: bool,
}

impl EventStretch {
    pub(super) fn new(stretch: Stretch, source: &str) -> Self {
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
