//! The audit trail as it is read.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::ids::{AuditId, ClientId, OfficerId};
use domain::regions::RegionCode;
use serde_json::Value;

use crate::commit_order::{Position, in_order};
use crate::connection::{AnyConnection, MultiBackend};
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page};
use crate::schema::audit_entries;
use crate::scope::RegionScope;
use crate::store::Reader;

/// One entry of the audit trail.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its place in the trail.
    pub position: Position,
    /// Its id.
    pub id: AuditId,
    /// When.
    pub at: DateTime<Utc>,
    /// By which client; `None` for the command line.
    pub client: Option<ClientId>,
    /// For which officer.
    pub officer: Option<OfficerId>,
    /// Such as `person.registered`.
    pub action: String,
    /// What kind of thing it was done to, such as `person`.
    pub subject_kind: String,
    /// That thing's id.
    pub subject_id: String,
    /// The region whose files it belongs to.
    pub region: RegionCode,
    /// For which purpose sensitive data was read.
    pub purpose: Option<String>,
    /// The request, as echoed in `X-Request-Id`.
    pub request_id: String,
    /// The trace id of the request (W3C Trace Context); empty for the command line.
    pub trace_id: String,
    /// Further facts, without personal data.
    pub detail: Value,
}

/// Which entries are wanted; the default is all.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The id of what something was done to.
    pub subject: Option<String>,
    /// Such as `person.registered`.
    pub action: Option<String>,
    /// By this client.
    pub client: Option<ClientId>,
    /// For this officer.
    pub officer: Option<OfficerId>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
}

/// The entries within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<Position>,
) -> Result<Page<Entry>, StoreError> {
    let mut query = matching(scope, filter);
    if let Some(after) = keyset.after {
        query = match &reader.connection {
            AnyConnection::Sqlite(_) => query.filter(audit_entries::sequence.lt(after.sequence)),
            AnyConnection::Postgres(_) => query
                .filter(audit_entries::position.le(after.commit))
                .filter(
                    audit_entries::position
                        .lt(after.commit)
                        .or(audit_entries::sequence.lt(after.sequence)),
                ),
        };
    }
    let rows: Vec<Row> = in_order!(query, reader, audit_entries, desc)
        .limit(keyset.fetch())
        .select(Row::as_select())
        .load(reader.connection)?;
    let total = keyset
        .count
        .then(|| {
            matching(scope, filter)
                .count()
                .get_result(reader.connection)
        })
        .transpose()?;
    let items = rows
        .into_iter()
        .map(Entry::try_from)
        .collect::<Result<_, _>>()?;
    Ok(keyset.page(items).with_total(total))
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
    if let Some(subject) = &filter.subject {
        query = query.filter(audit_entries::subject_id.eq(subject));
    }
    if let Some(action) = &filter.action {
        query = query.filter(audit_entries::action.eq(action));
    }
    if let Some(client) = filter.client {
        query = query.filter(audit_entries::client_id.eq(client.to_string()));
    }
    if let Some(officer) = filter.officer {
        query = query.filter(audit_entries::officer_id.eq(officer.to_string()));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit_entries::at.ge(from.naive_utc()));
    }
    if let Some(until) = filter.until {
        query = query.filter(audit_entries::at.lt(until.naive_utc()));
    }
    query
}

/// An entry as it is stored.
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

impl TryFrom<Row> for Entry {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            position: row.position(),
            id: parse_id(&row.id)?,
            at: instant(row.at),
            client: row.client_id.as_deref().map(parse_id).transpose()?,
            officer: row.officer_id.as_deref().map(parse_id).transpose()?,
            action: row.action,
            subject_kind: row.subject_kind,
            subject_id: row.subject_id,
            region: RegionCode::parse(&row.region_code)
                .map_err(corrupt("audit_entries.region_code"))?,
            purpose: row.purpose,
            request_id: row.request_id,
            trace_id: row.trace_id,
            detail: serde_json::from_str(&row.detail).map_err(corrupt("audit_entries.detail"))?,
        })
    }
}
