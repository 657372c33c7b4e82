//! The audit trail as it is read.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};
use domain::regions::RegionCode;
use serde_json::Value;

use super::NUMBER_MET;
use crate::commit_order::{Position, in_order};
use crate::connection::{AnyConnection, MultiBackend};
use crate::prelude::*;
use crate::schema::audit_entries;

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
    let items = in_order!(query, reader, audit_entries, desc)
        .limit(keyset.fetch())
        .select(Entry::as_select())
        .load(reader.connection)?;
    let count = || {
        matching(scope, filter)
            .count()
            .get_result(reader.connection)
    };
    Ok(keyset.counted(items, count)?)
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
