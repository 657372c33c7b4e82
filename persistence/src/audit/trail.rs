//! The audit trail as it is read.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};
use domain::regions::RegionCode;
use serde_json::Value;

use super::NUMBER_MET;
use crate::cases::narrow;
use crate::commit_order::{Position, between, further, in_order};
use crate::connection::{AnyConnection, MultiBackend};
use crate::prelude::*;
use crate::schema::{audit_entries, audit_regions};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = audit_entries)]
pub struct Entry {
    #[diesel(select_expression = (audit_entries::position, audit_entries::sequence))]
    pub position: Position,
    pub id: AuditId,
    pub at: DateTime<Utc>,
    #[diesel(column_name = client_id)]
    pub client: Option<ClientId>,
    #[diesel(column_name = officer_id)]
    pub officer: Option<OfficerId>,
    /// Such as `person.registered`.
    pub action: String,
    /// What kind of thing it was done to, such as `person`.
    pub subject_kind: String,
    pub subject_id: String,
    #[diesel(column_name = region_code)]
    pub region: RegionCode,
    pub purpose: Option<String>,
    pub request_id: String,
    /// The trace id of the request (W3C Trace Context); empty for the command line.
    pub trace_id: String,
    pub detail: Value,
}

/// Which entries are wanted; the default is all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The id of what something was done to.
    pub subject: Option<String>,
    /// Such as `person.registered`.
    pub action: Option<String>,
    pub client: Option<ClientId>,
    pub officer: Option<OfficerId>,
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
}

/// Narrows a boxed query to the rows before a position, where there is one.
macro_rules! before {
    ($query:expr, $reader:expr, $table:ident, $after:expr) => {{
        let query = $query;
        match ($after, &$reader.connection) {
            (None, _) => query,
            (Some(after), AnyConnection::Sqlite(_)) => {
                query.filter($table::sequence.lt(after.sequence))
            }
            (Some(after), AnyConnection::Postgres(_)) => {
                query.filter($table::position.le(after.commit)).filter(
                    $table::position
                        .lt(after.commit)
                        .or($table::sequence.lt(after.sequence)),
                )
            }
        }
    }};
}

/// Narrows a boxed query with the entries in it to those that are wanted.
macro_rules! wanted {
    ($query:expr, $filter:expr) => {{
        let (mut query, filter) = ($query, $filter);
        if let Some(subject) = &filter.subject {
            query = query.filter(audit_entries::subject_id.eq(subject));
        }
        if let Some(action) = &filter.action {
            query = query.filter(audit_entries::action.eq(action));
        }
        if let Some(client) = filter.client {
            query = query.filter(audit_entries::client_id.eq(Col(Some(client))));
        }
        if let Some(officer) = filter.officer {
            query = query.filter(audit_entries::officer_id.eq(Col(Some(officer))));
        }
        if let Some(from) = filter.from {
            query = query.filter(audit_entries::at.ge(Col(from)));
        }
        if let Some(until) = filter.until {
            query = query.filter(audit_entries::at.lt(Col(until)));
        }
        query
    }};
}

/// The entries within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<Position>,
) -> Result<Page<Entry>, StoreError> {
    let query = before!(matching(scope, filter), reader, audit_entries, keyset.after);
    let mut items: Vec<Entry> = in_order!(query, reader, audit_entries, desc)
        .limit(keyset.fetch())
        .select(Entry::as_select())
        .load(reader.connection)?;
    items.extend(seen_too(reader, scope, filter, keyset)?);
    items.sort_by_key(|entry| Reverse(entry.position));
    narrow(
        reader,
        scope,
        items.iter_mut().map(|entry| &mut entry.detail),
    )?;
    let count = || -> Result<i64, StoreError> {
        let own: i64 = matching(scope, filter)
            .count()
            .get_result(reader.connection)?;
        let further = match scope.codes() {
            None => 0,
            Some(codes) => wanted!(further!(audit_regions, audit_entries, codes), filter)
                .load::<Position>(reader.connection)?
                .len(),
        };
        Ok(own.saturating_add(i64::try_from(further).unwrap_or(i64::MAX)))
    };
    keyset.counted(items, count)
}

/// The entries about other regions' files that the scope sees too, likewise.
fn seen_too(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<Position>,
) -> Result<Vec<Entry>, StoreError> {
    let Some(codes) = scope.codes() else {
        return Ok(Vec::new());
    };
    let places = wanted!(further!(audit_regions, audit_entries, codes), filter);
    let places = before!(places, reader, audit_regions, keyset.after);
    let places: Vec<Position> = in_order!(places, reader, audit_regions, desc)
        .limit(keyset.fetch())
        .load(reader.connection)?;
    let (Some(newest), Some(oldest)) = (places.iter().max(), places.iter().min()) else {
        return Ok(Vec::new());
    };
    let sequences: Vec<i64> = places.iter().map(|place| place.sequence).collect();
    let query = audit_entries::table
        .filter(audit_entries::sequence.eq_any(sequences))
        .into_boxed();
    let first = Position {
        sequence: oldest.sequence.saturating_sub(1),
        ..*oldest
    };
    Ok(between!(query, reader, audit_entries, first, *newest)
        .select(Entry::as_select())
        .load(reader.connection)?)
}

fn matching<'a>(
    scope: &'a RegionScope,
    filter: &'a Filter,
) -> audit_entries::BoxedQuery<'a, MultiBackend> {
    let mut query = audit_entries::table.into_boxed();
    match scope.codes().as_deref() {
        None => {}
        // One region is compared with `=`, so that its index also gives the order.
        Some([code]) if filter.subject.is_none() => {
            query = query.filter(audit_entries::region_code.eq(*code));
        }
        // A subject has few entries, and several regions have none in common order: written as an
        // expression, so that SQLite walks the index of the subject, or the trail itself.
        Some(codes) => {
            let codes = codes.iter().map(|code| (*code).to_owned());
            query = query.filter(audit_entries::region_code.concat("").eq_any(codes));
        }
    }
    wanted!(query, filter)
}

/// An entry as it is stored, column by column: what the chain is made of.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = audit_entries)]
pub(super) struct Row {
    pub(super) position: i64,
    pub(super) sequence: i64,
    pub(super) id: String,
    pub(super) at: NaiveDateTime,
    pub(super) client_id: Option<String>,
    pub(super) officer_id: Option<String>,
    pub(super) action: String,
    pub(super) subject_kind: String,
    pub(super) subject_id: String,
    pub(super) region_code: String,
    pub(super) purpose: Option<String>,
    pub(super) request_id: String,
    pub(super) trace_id: String,
    pub(super) detail: String,
}

impl Row {
    pub(super) fn position(&self) -> Position {
        Position {
            commit: self.position,
            sequence: self.sequence,
        }
    }
}

/// A read of somebody's sensitive fields.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = audit_entries)]
pub struct Access {
    pub sequence: i64,
    pub id: AuditId,
    pub at: DateTime<Utc>,
    #[diesel(column_name = client_id)]
    pub client: Option<ClientId>,
    #[diesel(column_name = officer_id)]
    pub officer: Option<OfficerId>,
    /// The file that was read, which after a merge may be an absorbed one.
    #[diesel(column_name = subject_id)]
    pub person: PersonId,
    /// Such as `person.sensitive_read`.
    pub action: String,
    pub purpose: Option<String>,
}

/// The accesses to the sensitive fields of a person's files, and to the knowledge that a file has the
/// citizen number, newest first. The caller has already been shown to reach these files.
pub fn accesses(
    reader: &mut Reader<'_>,
    files: &BTreeSet<PersonId>,
    keyset: &Keyset<i64>,
) -> Result<Page<Access>, StoreError> {
    let files = texts(files);
    let matching = || {
        audit_entries::table
            .filter(audit_entries::subject_id.eq_any(&files))
            .filter(
                audit_entries::purpose
                    .is_not_null()
                    .or(audit_entries::action.eq(NUMBER_MET)),
            )
            .into_boxed()
    };
    let mut query = matching();
    if let Some(after) = keyset.after {
        query = query.filter(audit_entries::sequence.lt(after));
    }
    let items = query
        .order(audit_entries::sequence.desc())
        .limit(keyset.fetch())
        .select(Access::as_select())
        .load(reader.connection)?;
    let count = || matching().count().get_result(reader.connection);
    Ok(keyset.counted(items, count)?)
}
