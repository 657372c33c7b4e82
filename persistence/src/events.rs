//! The feed: what happened, in an order in which nothing can appear before what was already read.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::max;
use diesel::prelude::*;
use domain::ids::EventId;
use domain::regions::RegionCode;
use serde_json::Value;

use crate::commit_order::{Position, between, end, in_order};
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::schema::events;
use crate::scope::RegionScope;
use crate::store::Reader;

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its place in the feed: the reader who has it goes on from here.
    pub position: Position,
    /// Its id.
    pub id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// Such as `person.registered`.
    pub kind: String,
    /// What kind of thing it happened to, such as `person`.
    pub subject_kind: String,
    /// That thing's id.
    pub subject_id: String,
    /// Its version afterwards; 0 for things that have none.
    pub subject_version: i64,
    /// The region whose files it belongs to.
    pub region: RegionCode,
    /// Further facts, without personal data.
    pub data: Value,
}

/// A part of the feed.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// The events, oldest first.
    pub events: Vec<Event>,
    /// Whether more is there already.
    pub more: bool,
    /// Up to where the feed was read, other regions' and other kinds' events included.
    pub position: Position,
}

/// The position after everything that is final now.
pub fn latest(reader: &mut Reader<'_>) -> Result<Position, StoreError> {
    end(reader, |reader| {
        events::table
            .select(max(events::sequence))
            .get_result(reader.connection)
    })
}

/// At most `limit` events within the caller's regions after `after`, oldest first; of the given
/// `kind` only, when there is one. `None` when `after` lies behind everything there is: it was given
/// by another database, or by this one before an older backup took its place.
pub fn after(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    kind: Option<&str>,
    after: Position,
    limit: u16,
) -> Result<Option<Stretch>, StoreError> {
    let end = latest(reader)?;
    if after > end {
        return Ok(None);
    }
    let mut query = between!(events::table.into_boxed(), reader, events, after, end);
    if let Some(codes) = scope.codes() {
        query = query.filter(events::region_code.eq_any(codes));
    }
    if let Some(kind) = kind {
        query = query.filter(events::kind.eq(kind));
    }
    let rows: Vec<Row> = in_order!(query, reader, events, asc)
        .limit(i64::from(limit).saturating_add(1))
        .select(Row::as_select())
        .load(reader.connection)?;
    let more = rows.len() > usize::from(limit);
    let events = rows
        .into_iter()
        .take(limit.into())
        .map(Event::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    let position = match events.last() {
        Some(last) if more => last.position,
        _ => end,
    };
    Ok(Some(Stretch {
        events,
        more,
        position,
    }))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    position: i64,
    sequence: i64,
    id: String,
    at: NaiveDateTime,
    kind: String,
    subject_kind: String,
    subject_id: String,
    subject_version: i64,
    region_code: String,
    data: String,
}

impl TryFrom<Row> for Event {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            position: Position {
                commit: row.position,
                sequence: row.sequence,
            },
            id: parse_id(&row.id)?,
            at: instant(row.at),
            kind: row.kind,
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            subject_version: row.subject_version,
            region: RegionCode::parse(&row.region_code).map_err(corrupt("events.region_code"))?,
            data: serde_json::from_str(&row.data).map_err(corrupt("events.data"))?,
        })
    }
}
