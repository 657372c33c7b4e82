//! Organisations, filtered by the caller's regions.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::deserialize;
use diesel::dsl::SqlTypeOf;
use domain::identity::CreditCode;
use domain::ids::OrganisationId;
use domain::organisations::{OrganisationKind, OrganisationName, OrganisationProfile};
use domain::regions::RegionCode;

use crate::connection::MultiBackend;
use crate::prelude::*;
use crate::schema::organisations::{self, dsl};

/// Those of these organisations that exist, whatever their region.
pub fn existing(
    reader: &mut Reader<'_>,
    ids: &BTreeSet<OrganisationId>,
) -> Result<BTreeSet<OrganisationId>, StoreError> {
    let existing = organisations::table
        .filter(dsl::id.eq_any(texts(ids)))
        .select(dsl::id)
        .load(reader.connection)?;
    Ok(existing.into_iter().collect())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    pub id: OrganisationId,
    pub profile: OrganisationProfile,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub kind: Option<OrganisationKind>,
    pub region: Option<RegionCode>,
}

impl Queryable<SqlTypeOf<AllColumns>, MultiBackend> for Organisation {
    type Row = (
        OrganisationId,
        OrganisationName,
        OrganisationKind,
        RegionCode,
        Option<CreditCode>,
        i64,
        DateTime<Utc>,
        DateTime<Utc>,
    );

    fn build(row: Self::Row) -> deserialize::Result<Self> {
        let (id, name, kind, region, credit_code, version, created_at, updated_at) = row;
        Ok(Self {
            id,
            profile: OrganisationProfile {
                name,
                kind,
                region,
                credit_code,
            },
            version,
            created_at,
            updated_at,
        })
    }
}

type AllColumns = <organisations::table as Table>::AllColumns;

/// Registers an organisation.
///
/// [`StoreError::Duplicate`] when the credit code is taken, or the name within the region; the
/// transaction can go on after it.
pub fn insert(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    profile: &OrganisationProfile,
) -> Result<Organisation, StoreError> {
    let organisation = Organisation {
        id,
        profile: profile.clone(),
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    tx.savepoint(|tx| {
        diesel::insert_into(organisations::table)
            .values((
                dsl::id.eq(Col(organisation.id)),
                dsl::name.eq(Col(profile.name.clone())),
                dsl::kind.eq(Col(profile.kind)),
                dsl::region_code.eq(Col(profile.region)),
                dsl::credit_code.eq(Col(profile.credit_code.clone())),
                dsl::version.eq(organisation.version),
                dsl::created_at.eq(Col(organisation.created_at)),
                dsl::updated_at.eq(Col(organisation.updated_at)),
            ))
            .execute(tx.connection)?;
        Ok::<_, StoreError>(())
    })?;
    Ok(organisation)
}

/// The organisation with this id, within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: OrganisationId,
) -> Result<Option<Organisation>, StoreError> {
    Ok(within(scope)
        .filter(dsl::id.eq(Col(id)))
        .get_result(reader.connection)
        .optional()?)
}

/// The names of these organisations, wherever they work: anyone who signs a document is named on it.
pub fn names(
    reader: &mut Reader<'_>,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, String>, StoreError> {
    let names = organisations::table
        .filter(dsl::id.eq_any(texts(ids)))
        .select((dsl::id, dsl::name))
        .load(reader.connection)?;
    Ok(names.into_iter().collect())
}

/// The name of the political-legal committee of a region, wherever the caller works: a refusal names
/// the one to which the party can turn. The one that was registered first, where there are several.
pub fn committee_of(
    reader: &mut Reader<'_>,
    region: RegionCode,
) -> Result<Option<String>, StoreError> {
    let committee = OrganisationKind::PoliticalLegalCommittee;
    Ok(organisations::table
        .filter(dsl::region_code.eq(region.as_str()))
        .filter(dsl::kind.eq(committee.as_str()))
        .order(dsl::id)
        .select(dsl::name)
        .first(reader.connection)
        .optional()?)
}

/// The organisation within the caller's regions, other than the one of `except`, that already has
/// the credit code of `profile`, or its name in the same region.
pub fn find_same(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    profile: &OrganisationProfile,
    except: Option<OrganisationId>,
) -> Result<Option<Organisation>, StoreError> {
    let credit_code = Col(profile.credit_code.clone());
    let same_name = dsl::region_code
        .eq(Col(profile.region))
        .and(dsl::name.eq(Col(profile.name.clone())));
    let mut query = within(scope).filter(same_name.nullable().or(dsl::credit_code.eq(credit_code)));
    if let Some(id) = except {
        query = query.filter(dsl::id.ne(Col(id)));
    }
    Ok(query.order(dsl::id).first(reader.connection).optional()?)
}

/// The organisations within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<OrganisationId>,
) -> Result<Page<Organisation>, StoreError> {
    newest_first!(reader, keyset, || filtered(scope, filter), dsl::id,
        organisations::all_columns => Organisation)
}

/// Changes an organisation that is still at its version; `None` when somebody else was faster.
///
/// [`StoreError::Duplicate`] as with [`insert`].
pub fn update(
    tx: &mut Tx<'_>,
    current: &Organisation,
    profile: &OrganisationProfile,
) -> Result<Option<Organisation>, StoreError> {
    let changed = Organisation {
        id: current.id,
        profile: profile.clone(),
        version: current.version + 1,
        created_at: current.created_at,
        updated_at: tx.now(),
    };
    let unchanged = organisations::table
        .filter(dsl::id.eq(Col(current.id)))
        .filter(dsl::version.eq(current.version));
    let rows = tx.savepoint(|tx| {
        let rows = diesel::update(unchanged)
            .set((
                dsl::name.eq(Col(profile.name.clone())),
                dsl::kind.eq(Col(profile.kind)),
                dsl::credit_code.eq(Col(profile.credit_code.clone())),
                dsl::version.eq(changed.version),
                dsl::updated_at.eq(Col(changed.updated_at)),
            ))
            .execute(tx.connection)?;
        Ok::<_, StoreError>(rows)
    })?;
    Ok((rows == 1).then_some(changed))
}

type Query<'a> = organisations::BoxedQuery<'a, MultiBackend>;

fn within(scope: &RegionScope) -> Query<'_> {
    within!(organisations::table.into_boxed(), scope, dsl::region_code)
}

fn filtered<'a>(scope: &'a RegionScope, filter: &'a Filter) -> Query<'a> {
    let mut query = within(scope);
    if let Some(kind) = filter.kind {
        query = query.filter(dsl::kind.eq(Col(kind)));
    }
    if let Some(region) = &filter.region {
        query = query.filter(dsl::region_code.eq(Col(*region)));
    }
    query
}
