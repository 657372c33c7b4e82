//! Receipts: what the rules proposed, sealed because the facts may hold names and harm.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use domain::ids::{ClientId, OfficerId, ReceiptId};
use domain::receipts::{PolicyRef, Proposal, Receipt, ReceiptKind};
use domain::regions::RegionCode;

use crate::audit::Principal;
use crate::connection::MultiBackend;
use crate::prelude::*;
use crate::schema::receipts::{self, dsl};
use crate::schema::{case_sight, cases};
use crate::stored::forms;

/// What is known of a receipt without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = receipts)]
pub struct Summary {
    pub id: ReceiptId,
    pub kind: ReceiptKind,
    #[diesel(column_name = region_code)]
    pub region: RegionCode,
    pub proposal: Proposal,
    #[diesel(
        select_expression = (dsl::policy_id, dsl::policy_version, dsl::policy_hash),
        deserialize_as = PolicyColumns
    )]
    pub policy: PolicyRef,
    /// The client that asked; `None` for the command line.
    #[diesel(column_name = client_id)]
    pub client: Option<ClientId>,
    /// The officer on whose behalf it asked.
    #[diesel(column_name = officer_id)]
    pub officer: Option<OfficerId>,
    pub created_at: DateTime<Utc>,
}

/// The columns that name the policy.
#[derive(Debug, Queryable)]
pub struct PolicyColumns(String, String, String);

impl From<PolicyColumns> for PolicyRef {
    fn from(PolicyColumns(id, version, hash): PolicyColumns) -> Self {
        Self { id, version, hash }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredReceipt {
    pub summary: Summary,
    pub receipt: Receipt,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub kind: Option<ReceiptKind>,
    pub proposal: Option<Proposal>,
}

/// Stores a receipt in the files of `region`.
pub fn insert(
    tx: &mut Tx<'_>,
    principal: &Principal,
    region: RegionCode,
    receipt: &Receipt,
) -> Result<Summary, StoreError> {
    let id = tx.new_id();
    insert_as(tx, id, principal, region, receipt)
}

/// Stores a receipt under an id that is fixed beforehand, as that of demonstration data is; otherwise
/// like [`insert`].
pub fn insert_as(
    tx: &mut Tx<'_>,
    id: ReceiptId,
    principal: &Principal,
    region: RegionCode,
    receipt: &Receipt,
) -> Result<Summary, StoreError> {
    let summary = Summary {
        id,
        kind: receipt.kind,
        region,
        proposal: receipt.proposal,
        policy: receipt.policy.clone(),
        client: principal.client,
        officer: principal.officer,
        created_at: tx.now(),
    };
    let plain = forms::RECEIPT.write(receipt)?;
    let sealed = tx.keyring.seal(&place(summary.id), &plain)?;
    diesel::insert_into(receipts::table)
        .values((
            dsl::id.eq(Col(summary.id)),
            dsl::kind.eq(Col(summary.kind)),
            dsl::region_code.eq(Col(region)),
            dsl::proposal.eq(Col(summary.proposal)),
            dsl::policy_id.eq(&summary.policy.id),
            dsl::policy_version.eq(&summary.policy.version),
            dsl::policy_hash.eq(&summary.policy.hash),
            dsl::client_id.eq(Col(summary.client)),
            dsl::officer_id.eq(Col(summary.officer)),
            dsl::created_at.eq(Col(summary.created_at)),
            dsl::receipt.eq(sealed),
        ))
        .execute(tx.connection)?;
    Ok(summary)
}

/// The receipt with this id, within the caller's regions, or on which a case rests that the caller sees:
/// who is to receive a case decides on it.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: ReceiptId,
) -> Result<Option<StoredReceipt>, StoreError> {
    if let Some(own) = find_all(reader, scope, &[id])?.remove(&id) {
        return Ok(Some(own));
    }
    let Some(codes) = scope.codes() else {
        return Ok(None);
    };
    let seen = case_sight::table
        .inner_join(cases::table.on(cases::id.eq(case_sight::case_id)))
        .filter(cases::receipt_id.eq(Col(id)))
        .filter(case_sight::region_code.eq_any(codes));
    let seen: bool = diesel::select(exists(seen)).get_result(reader.connection)?;
    if !seen {
        return Ok(None);
    }
    Ok(find_all(reader, &RegionScope::City, &[id])?.remove(&id))
}

/// The receipts with these ids that are within the caller's regions, in one statement.
pub fn find_all(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    ids: &[ReceiptId],
) -> Result<BTreeMap<ReceiptId, StoredReceipt>, StoreError> {
    within(scope)
        .filter(dsl::id.eq_any(texts(ids)))
        .select((Summary::as_select(), dsl::receipt))
        .load::<(Summary, Vec<u8>)>(reader.connection)?
        .into_iter()
        .map(|(summary, sealed)| {
            let plain = reader.keyring.open(&place(summary.id), &sealed)?;
            let receipt = forms::RECEIPT.read(&plain)?;
            Ok((summary.id, StoredReceipt { summary, receipt }))
        })
        .collect()
}

/// The receipts within the caller's regions, newest first, unopened.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter,
    keyset: &Keyset<ReceiptId>,
) -> Result<Page<Summary>, StoreError> {
    newest_first!(reader, keyset, || filtered(scope, filter), dsl::id,
        Summary::as_select() => Summary)
}

fn place(id: ReceiptId) -> String {
    format!("decisions.receipt/{id}")
}

type Query<'a> = receipts::BoxedQuery<'a, MultiBackend>;

fn within(scope: &RegionScope) -> Query<'_> {
    within!(receipts::table.into_boxed(), scope, dsl::region_code)
}

fn filtered(scope: &RegionScope, filter: Filter) -> Query<'_> {
    let mut query = within(scope);
    if let Some(kind) = filter.kind {
        query = query.filter(dsl::kind.eq(Col(kind)));
    }
    if let Some(proposal) = filter.proposal {
        query = query.filter(dsl::proposal.eq(Col(proposal)));
    }
    query
}
