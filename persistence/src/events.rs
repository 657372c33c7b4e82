//! The feed: what happened, in an order in which nothing can appear before what was already read.

use chrono::{DateTime, Utc};
use diesel::dsl::max;
use domain::ids::EventId;
use domain::regions::RegionCode;
use serde_json::Value;

use crate::cases::narrow;
use crate::commit_order::{Position, between, end, further, in_order};
use crate::prelude::*;
use crate::schema::{event_regions, events};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = events)]
pub struct Event {
    /// Its place in the feed: the reader who has it goes on from here.
    #[diesel(select_expression = (events::position, events::sequence))]
    pub position: Position,
    pub id: EventId,
    pub at: DateTime<Utc>,
    /// Such as `person.registered`.
    pub kind: String,
    /// What kind of thing it happened to, such as `person`.
    pub subject_kind: String,
    pub subject_id: String,
    /// Its version afterwards; 0 for things that have none.
    pub subject_version: i64,
    #[diesel(column_name = region_code)]
    pub region: RegionCode,
    pub data: Value,
}

#[derive(Debug, Clone)]
pub struct Stretch {
    pub events: Vec<Event>,
    pub more: bool,
    /// Up to where the feed was read, other regions' and other kinds' events included.
    pub position: Position,
}

/// The events of other regions' files that the scope sees too, such as those of a deed that two counties
/// hold.
fn seen_too(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    kind: Option<&str>,
    (after, end): (Position, Position),
    fetch: i64,
) -> Result<Vec<Event>, StoreError> {
    let Some(codes) = scope.codes() else {
        return Ok(Vec::new());
    };
    let places = further!(event_regions, events, codes);
    let mut places = between!(places, reader, event_regions, after, end);
    if let Some(kind) = kind {
        places = places.filter(events::kind.eq(kind));
    }
    let places: Vec<Position> = in_order!(places, reader, event_regions, asc)
        .limit(fetch)
        .load(reader.connection)?;
    let sequences: Vec<i64> = places.iter().map(|place| place.sequence).collect();
    if sequences.is_empty() {
        return Ok(Vec::new());
    }
    let query = events::table
        .filter(events::sequence.eq_any(sequences))
        .into_boxed();
    let first = places.iter().min().map_or(after, |place| Position {
        sequence: place.sequence.saturating_sub(1),
        ..*place
    });
    Ok(between!(query, reader, events, first, end)
        .select(Event::as_select())
        .load(reader.connection)?)
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
/// `kind` only, when there is one. Of cases it tells those that the scope sees. `None` when `after` lies behind everything there is: it was given
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
    let fetch = i64::from(limit).saturating_add(1);
    let query = between!(events::table.into_boxed(), reader, events, after, end);
    let mut query = within!(query, scope, events::region_code);
    if let Some(kind) = kind {
        query = query.filter(events::kind.eq(kind));
    }
    let mut events: Vec<Event> = in_order!(query, reader, events, asc)
        .limit(fetch)
        .select(Event::as_select())
        .load(reader.connection)?;
    events.extend(seen_too(reader, scope, kind, (after, end), fetch)?);
    events.sort_by_key(|event| event.position);
    let more = events.len() > usize::from(limit);
    events.truncate(limit.into());
    narrow(
        reader,
        scope,
        events.iter_mut().map(|event| &mut event.data),
    )?;
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
