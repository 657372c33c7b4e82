//! Decision receipts: what the rules proposed, sealed because the facts may hold names and harm.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::decisions::{PolicyRef, Proposal, Receipt, ReceiptKind};
use domain::ids::{ClientId, DecisionId, OfficerId};
use domain::regions::RegionCode;

use crate::audit::Actor;
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::decisions::{self, dsl};
use crate::scope::RegionScope;
use crate::store::{Reader, Tx};
use crate::stored::forms;

/// What is known of a receipt without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: DecisionId,
    /// The question that it answers.
    pub kind: ReceiptKind,
    /// The region whose file it belongs to.
    pub region: RegionCode,
    /// What the rules propose.
    pub proposal: Proposal,
    /// The version of the policy that was applied.
    pub policy: PolicyRef,
    /// The client that asked; `None` for the command line.
    pub client: Option<ClientId>,
    /// The officer on whose behalf it asked.
    pub officer: Option<OfficerId>,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
}

/// A stored receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What is known of it without opening it.
    pub summary: Summary,
    /// The receipt itself.
    pub receipt: Receipt,
}

/// Which receipts a list shows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Those that answer this question.
    pub kind: Option<ReceiptKind>,
    /// Those with this proposal.
    pub proposal: Option<Proposal>,
}

type SummaryRow = (
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    NaiveDateTime,
);

impl TryFrom<SummaryRow> for Summary {
    type Error = StoreError;

    fn try_from(row: SummaryRow) -> Result<Self, StoreError> {
        let (id, kind, region, proposal, policy_id, version, hash, client, officer, at) = row;
        Ok(Self {
            id: parse_id(&id)?,
            kind: kind.parse().map_err(corrupt("decisions.kind"))?,
            region: RegionCode::parse(&region).map_err(corrupt("decisions.region_code"))?,
            proposal: proposal.parse().map_err(corrupt("decisions.proposal"))?,
            policy: PolicyRef {
                id: policy_id,
                version,
                hash,
            },
            client: client.as_deref().map(parse_id).transpose()?,
            officer: officer.as_deref().map(parse_id).transpose()?,
            created_at: instant(at),
        })
    }
}

/// Stores a receipt in the files of `region`.
pub fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    region: RegionCode,
    receipt: &Receipt,
) -> Result<Summary, StoreError> {
    let id = tx.new_id();
    insert_as(tx, id, actor, region, receipt)
}

/// Stores a receipt under an id that is fixed beforehand, as that of demonstration data is; otherwise
/// like [`insert`].
pub fn insert_as(
    tx: &mut Tx<'_>,
    id: DecisionId,
    actor: &Actor,
    region: RegionCode,
    receipt: &Receipt,
) -> Result<Summary, StoreError> {
    let summary = Summary {
        id,
        kind: receipt.kind,
        region,
        proposal: receipt.proposal,
        policy: receipt.policy.clone(),
        client: actor.client,
        officer: actor.officer,
        created_at: tx.now(),
    };
    let plain = forms::RECEIPT.write(receipt)?;
    let sealed = tx.keyring.seal(&place(summary.id), &plain)?;
    diesel::insert_into(decisions::table)
        .values((
            dsl::id.eq(summary.id.to_string()),
            dsl::kind.eq(summary.kind.as_str()),
            dsl::region_code.eq(region.as_str()),
            dsl::proposal.eq(summary.proposal.as_str()),
            dsl::policy_id.eq(&summary.policy.id),
            dsl::policy_version.eq(&summary.policy.version),
            dsl::policy_hash.eq(&summary.policy.hash),
            dsl::client_id.eq(summary.client.map(|id| id.to_string())),
            dsl::officer_id.eq(summary.officer.map(|id| id.to_string())),
            dsl::created_at.eq(summary.created_at.naive_utc()),
            dsl::receipt.eq(sealed),
        ))
        .execute(tx.connection)?;
    Ok(summary)
}

/// The receipt with this id, within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: DecisionId,
) -> Result<Option<Decision>, StoreError> {
    Ok(find_all(reader, scope, &[id])?.remove(&id))
}

/// The receipts with these ids that are within the caller's regions, in one statement.
pub fn find_all(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    ids: &[DecisionId],
) -> Result<BTreeMap<DecisionId, Decision>, StoreError> {
    within(scope)
        .filter(dsl::id.eq_any(ids.iter().map(ToString::to_string)))
        .select((SUMMARY, dsl::receipt))
        .load::<(SummaryRow, Vec<u8>)>(reader.connection)?
        .into_iter()
        .map(|(row, sealed)| {
            let summary = Summary::try_from(row)?;
            let plain = reader.keyring.open(&place(summary.id), &sealed)?;
            let receipt = forms::RECEIPT.read(&plain)?;
            Ok((summary.id, Decision { summary, receipt }))
        })
        .collect()
}

/// The receipts within the caller's regions, newest first, unopened.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter,
    keyset: &Keyset<DecisionId>,
) -> Result<Page<Summary>, StoreError> {
    newest_first!(
        reader,
        keyset,
        || filtered(scope, filter),
        dsl::id,
        SUMMARY => SummaryRow,
        Summary::try_from
    )
}

/// Where the sealed receipt of a decision stands.
fn place(id: DecisionId) -> String {
    format!("decisions.receipt/{id}")
}

type SummaryColumns = (
    dsl::id,
    dsl::kind,
    dsl::region_code,
    dsl::proposal,
    dsl::policy_id,
    dsl::policy_version,
    dsl::policy_hash,
    dsl::client_id,
    dsl::officer_id,
    dsl::created_at,
);

const SUMMARY: SummaryColumns = (
    dsl::id,
    dsl::kind,
    dsl::region_code,
    dsl::proposal,
    dsl::policy_id,
    dsl::policy_version,
    dsl::policy_hash,
    dsl::client_id,
    dsl::officer_id,
    dsl::created_at,
);

type Query<'a> = decisions::BoxedQuery<'a, crate::connection::MultiBackend>;

fn within(scope: &RegionScope) -> Query<'_> {
    let query = decisions::table.into_boxed();
    match scope.codes() {
        None => query,
        Some(codes) => query.filter(dsl::region_code.eq_any(codes)),
    }
}

fn filtered(scope: &RegionScope, filter: Filter) -> Query<'_> {
    let mut query = within(scope);
    if let Some(kind) = filter.kind {
        query = query.filter(dsl::kind.eq(kind.as_str()));
    }
    if let Some(proposal) = filter.proposal {
        query = query.filter(dsl::proposal.eq(proposal.as_str()));
    }
    query
}
