//! The audit trail and the events: one entry of each for every change, in its transaction.

pub mod chain;
mod trail;

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::ids::{AuditId, ClientId, EventId, OfficerId};
use domain::regions::RegionCode;
use serde_json::Value;

pub use trail::{Access, Entry, Filter, accesses, list};

use crate::commit_order::{Position, newest};
use crate::prelude::*;
use crate::schema::{audit_entries, audit_regions, event_regions, events};

/// The one access that needs no purpose: somebody wanted to register or change a file and was told
/// that this one holds the citizen number.
pub const NUMBER_MET: &str = "person.number_met";

/// Who acts, and in which request.
#[derive(Debug, Clone)]
pub struct Principal {
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

impl Principal {
    /// The operator at the command line, named by the command given.
    pub fn operator(command: &str) -> Self {
        Self::without_request(format!("cli-{command}"))
    }

    /// The service itself, named by the work that it does without being asked.
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

#[derive(Debug, Clone)]
pub struct Subject {
    /// Such as `person`, `organisation`.
    pub kind: &'static str,
    pub id: String,
    /// Its version afterwards; 0 for things that have none.
    pub version: i64,
    /// The region whose files it belongs to: decides who sees the event.
    pub region: RegionCode,
}

impl Subject {
    /// The thing of this kind and id, in the version that it has afterwards.
    pub fn new(kind: &'static str, id: &impl ToString, version: i64, region: RegionCode) -> Self {
        Self {
            kind,
            id: id.to_string(),
            version,
            region,
        }
    }
}

/// One thing that a command did. Becomes an audit entry, and an event unless it was only a read.
#[derive(Debug, Clone)]
pub struct Change {
    /// Such as `person.registered`; also the event's kind.
    pub action: Cow<'static, str>,
    pub subject: Subject,
    /// Further facts, without personal data: they go to the feed.
    pub data: Value,
    /// True for a read of sensitive fields, which is audited and is no event.
    pub read_only: bool,
    /// Further regions that see what it was done to: each has it in its feed and its audit.
    pub also: BTreeSet<RegionCode>,
}

impl Change {
    pub fn new(action: impl Into<Cow<'static, str>>, subject: Subject, data: Value) -> Self {
        Self {
            action: action.into(),
            subject,
            data,
            read_only: false,
            also: BTreeSet::new(),
        }
    }

    /// The same, seen by these regions. The one whose file it is about sees it in any case.
    #[must_use]
    pub fn seen_by(self, regions: &BTreeSet<RegionCode>) -> Self {
        let own = self.subject.region;
        let also = regions.iter().copied().filter(|region| *region != own);
        Self {
            also: also.collect(),
            ..self
        }
    }

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

/// The rows by which further regions find a place.
macro_rules! further {
    ($table:ident, $regions:expr, $place:expr) => {{
        let place: Position = $place;
        $regions
            .iter()
            .map(|region| {
                (
                    $table::region_code.eq(Col(*region)),
                    $table::position.eq(place.commit),
                    $table::sequence.eq(place.sequence),
                )
            })
            .collect()
    }};
}

/// Writes the audit entry and the event of one change.
pub fn record(tx: &mut Tx<'_>, principal: &Principal, change: &Change) -> Result<(), StoreError> {
    let now = tx.now().naive_utc();
    let data = change.data.to_string();
    let entry = (
        audit_entries::id.eq(Col(tx.new_id::<AuditId>())),
        audit_entries::at.eq(now),
        audit_entries::client_id.eq(Col(principal.client)),
        audit_entries::officer_id.eq(Col(principal.officer)),
        audit_entries::action.eq(change.action.as_ref()),
        audit_entries::subject_kind.eq(change.subject.kind),
        audit_entries::subject_id.eq(&change.subject.id),
        audit_entries::region_code.eq(Col(change.subject.region)),
        audit_entries::purpose.eq(principal.purpose),
        audit_entries::request_id.eq(&principal.request_id),
        audit_entries::trace_id.eq(&principal.trace_id),
        audit_entries::detail.eq(&data),
    );
    insert!(tx.connection, audit_entries::table, entry)?;
    if !change.also.is_empty() {
        let place = newest!(tx, audit_entries);
        let rows = further!(audit_regions, change.also, place);
        insert_all!(&mut *tx.connection, audit_regions::table, rows)?;
    }
    if change.read_only {
        return Ok(());
    }
    let event = (
        events::id.eq(Col(tx.new_id::<EventId>())),
        events::at.eq(now),
        events::kind.eq(change.action.as_ref()),
        events::subject_kind.eq(change.subject.kind),
        events::subject_id.eq(&change.subject.id),
        events::subject_version.eq(change.subject.version),
        events::region_code.eq(Col(change.subject.region)),
        events::data.eq(&data),
    );
    insert!(tx.connection, events::table, event)?;
    if !change.also.is_empty() {
        let place = newest!(tx, events);
        let rows = further!(event_regions, change.also, place);
        insert_all!(&mut *tx.connection, event_regions::table, rows)?;
    }
    Ok(())
}
