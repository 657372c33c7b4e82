//! Who read what of a person.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};

use super::NUMBER_MET;
use crate::convert::{instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page};
use crate::schema::audit_entries;
use crate::store::Reader;

/// A read of somebody's sensitive fields.
#[derive(Debug, Clone)]
pub struct Access {
    /// Position in the audit trail.
    pub sequence: i64,
    /// The audit entry's id.
    pub id: AuditId,
    /// When.
    pub at: DateTime<Utc>,
    /// By which client.
    pub client: Option<ClientId>,
    /// For which officer.
    pub officer: Option<OfficerId>,
    /// The file that was read, which after a merge may be an absorbed one.
    pub person: PersonId,
    /// Such as `person.sensitive_read`.
    pub action: String,
    /// For which purpose.
    pub purpose: Option<String>,
}

/// The accesses to the sensitive fields of a person's files, and to the knowledge that a file has the
/// citizen number, newest first. The caller has already been shown to reach these files.
pub fn accesses(
    reader: &mut Reader<'_>,
    files: &BTreeSet<PersonId>,
    keyset: &Keyset<i64>,
) -> Result<Page<Access>, StoreError> {
    type Row = (
        i64,
        String,
        chrono::NaiveDateTime,
        Option<String>,
        Option<String>,
        String,
        String,
        Option<String>,
    );
    let files: Vec<String> = files.iter().map(ToString::to_string).collect();
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
    let rows: Vec<Row> = query
        .order(audit_entries::sequence.desc())
        .limit(keyset.fetch())
        .select((
            audit_entries::sequence,
            audit_entries::id,
            audit_entries::at,
            audit_entries::client_id,
            audit_entries::officer_id,
            audit_entries::subject_id,
            audit_entries::action,
            audit_entries::purpose,
        ))
        .load(reader.connection)?;
    let items = rows
        .into_iter()
        .map(
            |(sequence, id, at, client, officer, person, action, purpose)| {
                Ok(Access {
                    sequence,
                    id: parse_id(&id)?,
                    at: instant(at),
                    client: client.as_deref().map(parse_id).transpose()?,
                    officer: officer.as_deref().map(parse_id).transpose()?,
                    person: parse_id(&person)?,
                    action,
                    purpose,
                })
            },
        )
        .collect::<Result<Vec<_>, StoreError>>()?;
    let total = keyset
        .count
        .then(|| matching().count().get_result(reader.connection))
        .transpose()?;
    Ok(keyset.page(items).with_total(total))
}
