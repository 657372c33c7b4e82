//! The audit trail and the events: one entry of each for every change, in its transaction.

mod access;
pub mod chain;
mod trail;

use std::borrow::Cow;

use diesel::prelude::*;
use domain::ids::{AuditId, ClientId, EventId, OfficerId};
use domain::regions::RegionCode;
use serde_json::Value;

pub use access::{Access, accesses};
pub use trail::{Entry, Filter, list};

use crate::connection::with_backend;
use crate::error::StoreError;
use crate::schema::{audit_entries, events};
use crate::store::Tx;

/// The one access that needs no purpose: somebody wanted to register or change a file and was told
/// that this one holds the citizen number.
pub const NUMBER_MET: &str = "person.number_met";

/// Who acts, and in which request.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The calling client; `None` for the command line.
    pub client: Option<ClientId>,
    /// The officer on whose behalf it acts (`On-Behalf-Of`).
    pub officer: Option<OfficerId>,
    /// Why sensitive data was asked for (`Access-Purpose`).
    pub purpose: Option<&'static str>,
    /// The request's id, as echoed in `X-Request-Id`.
    pub request_id: String,
    /// The trace id (W3C Trace Context), as shown in problem documents.
    pub trace_id: String,
}

impl Actor {
    /// The operator at the command line, named by the command given.
    #[must_use]
    pub fn operator(command: &str) -> Self {
        Self::without_request(format!("cli-{command}"))
    }

    /// The service itself, named by the work that it does without being asked.
    #[must_use]
    pub fn service(work: &str) -> Self {
        Self::without_request(format!("service-{work}"))
    }

    fn without_request(request_id: String) -> Self {
        Self {
            client: None,
            officer: None,
            purpose: None,
            request_id,
            trace_id: String::new(),
        }
    }
}

/// What something happened to.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Such as `person`, `organisation`.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// Its version afterwards; 0 for things that have none.
    pub version: i64,
    /// The region whose files it belongs to: decides who sees the event.
    pub region: RegionCode,
}

/// One thing that a command did. Becomes an audit entry, and an event unless it was only a read.
#[derive(Debug, Clone)]
pub struct Change {
    /// Such as `person.registered`; also the event's kind.
    pub action: Cow<'static, str>,
    /// What it happened to.
    pub subject: Subject,
    /// Further facts, without personal data: they go to the feed.
    pub data: Value,
    /// True for a read of sensitive fields, which is audited and is no event.
    pub read_only: bool,
}

impl Change {
    /// A change of `subject`.
    #[must_use]
    pub fn new(action: impl Into<Cow<'static, str>>, subject: Subject, data: Value) -> Self {
        Self {
            action: action.into(),
            subject,
            data,
            read_only: false,
        }
    }

    /// A read of sensitive fields of `subject`.
    #[must_use]
    pub fn sensitive_read(
        action: impl Into<Cow<'static, str>>,
        subject: Subject,
        data: Value,
    ) -> Self {
        Self {
            read_only: true,
            ..Self::new(action, subject, data)
        }
    }
}

/// Writes the audit entry and the event of one change.
pub fn record(tx: &mut Tx<'_>, actor: &Actor, change: &Change) -> Result<(), StoreError> {
    let now = tx.now().naive_utc();
    let data = change.data.to_string();
    let client = actor.client.map(|id| id.to_string());
    let officer = actor.officer.map(|id| id.to_string());
    let entry = (
        audit_entries::id.eq(tx.new_id::<AuditId>().to_string()),
        audit_entries::at.eq(now),
        audit_entries::client_id.eq(client),
        audit_entries::officer_id.eq(officer),
        audit_entries::action.eq(change.action.as_ref()),
        audit_entries::subject_kind.eq(change.subject.kind),
        audit_entries::subject_id.eq(&change.subject.id),
        audit_entries::region_code.eq(change.subject.region.as_str()),
        audit_entries::purpose.eq(actor.purpose),
        audit_entries::request_id.eq(&actor.request_id),
        audit_entries::trace_id.eq(&actor.trace_id),
        audit_entries::detail.eq(&data),
    );
    with_backend!(&mut *tx.connection, connection => {
        diesel::insert_into(audit_entries::table)
            .values(entry)
            .execute(connection)
    })?;
    if change.read_only {
        return Ok(());
    }
    let event = (
        events::id.eq(tx.new_id::<EventId>().to_string()),
        events::at.eq(now),
        events::kind.eq(change.action.as_ref()),
        events::subject_kind.eq(change.subject.kind),
        events::subject_id.eq(&change.subject.id),
        events::subject_version.eq(change.subject.version),
        events::region_code.eq(change.subject.region.as_str()),
        events::data.eq(&data),
    );
    with_backend!(&mut *tx.connection, connection => {
        diesel::insert_into(events::table)
            .values(event)
            .execute(connection)
    })?;
    Ok(())
}
