//! Who read what of a person.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};

use super::NUMBER_MET;
use crate::prelude::*;
use crate::schema::audit_entries;

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
