//! Organisations, filtered by the caller's regions.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::identity::CreditCode;
use domain::ids::OrganisationId;
use domain::organisations::{OrganisationKind, OrganisationName, OrganisationProfile};
use domain::regions::RegionCode;

use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::organisations::{self, dsl};
use crate::scope::RegionScope;
use crate::store::{Reader, Tx};

/// Those of these organisations that exist, whatever their region.
pub fn existing(
    reader: &mut Reader<'_>,
    ids: &BTreeSet<OrganisationId>,
) -> Result<BTreeSet<OrganisationId>, StoreError> {
    dsl::organisations
        .filter(dsl::id.eq_any(ids.iter().map(ToString::to_string)))
        .select(dsl::id)
        .load::<String>(reader.connection)?
        .iter()
        .map(|id| parse_id(id))
        .collect()
}

/// A registered organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What is registered of it.
    pub profile: OrganisationProfile,
    /// 1 when registered, one more with every change.
    pub version: i64,
    /// When it was registered.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// Which organisations a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of this kind.
    pub kind: Option<OrganisationKind>,
    /// Those of this region.
    pub region: Option<RegionCode>,
}

type Row = (
    String,
    String,
    String,
    String,
    Option<String>,
    i64,
    NaiveDateTime,
    NaiveDateTime,
);

impl TryFrom<Row> for Organisation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let (id, name, kind, region, credit_code, version, created_at, updated_at) = row;
        Ok(Self {
            id: parse_id(&id)?,
            profile: OrganisationProfile {
                name: OrganisationName::parse(&name).map_err(corrupt("organisations.name"))?,
                kind: kind.parse().map_err(corrupt("organisations.kind"))?,
                region: RegionCode::parse(&region).map_err(corrupt("organisations.region_code"))?,
                credit_code: credit_code
                    .as_deref()
                    .map(CreditCode::parse)
                    .transpose()
                    .map_err(corrupt("organisations.credit_code"))?,
            },
            version,
            created_at: instant(created_at),
            updated_at: instant(updated_at),
        })
    }
}

/// Registers an organisation.
///
/// [`StoreError::Duplicate`] when the credit code is taken, or the name within the region; the
/// transaction can go on after it.
pub fn insert(tx: &mut Tx<'_>, profile: &OrganisationProfile) -> Result<Organisation, StoreError> {
    let id = tx.new_id();
    insert_as(tx, id, profile)
}

/// Registers an organisation under an id that is fixed beforehand, as that of demonstration data is;
/// otherwise like [`insert`].
pub fn insert_as(
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
                dsl::id.eq(organisation.id.to_string()),
                dsl::name.eq(profile.name.as_str()),
                dsl::kind.eq(profile.kind.as_str()),
                dsl::region_code.eq(profile.region.as_str()),
                dsl::credit_code.eq(profile.credit_code.as_ref().map(CreditCode::as_str)),
                dsl::version.eq(organisation.version),
                dsl::created_at.eq(organisation.created_at.naive_utc()),
                dsl::updated_at.eq(organisation.updated_at.naive_utc()),
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
    within(scope)
        .filter(dsl::id.eq(id.to_string()))
        .get_result::<Row>(reader.connection)
        .optional()?
        .map(Organisation::try_from)
        .transpose()
}

/// The names of these organisations, wherever they work: whoever signs a document is named on it.
pub fn names(
    reader: &mut Reader<'_>,
    ids: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, String>, StoreError> {
    organisations::table
        .filter(dsl::id.eq_any(ids.iter().map(ToString::to_string)))
        .select((dsl::id, dsl::name))
        .load::<(String, String)>(reader.connection)?
        .into_iter()
        .map(|(id, name)| Ok((parse_id(&id)?, name)))
        .collect()
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
    let credit_code = profile.credit_code.as_ref().map(CreditCode::as_str);
    let same_name = dsl::region_code
        .eq(profile.region.as_str())
        .and(dsl::name.eq(profile.name.as_str()));
    let mut query = within(scope).filter(same_name.nullable().or(dsl::credit_code.eq(credit_code)));
    if let Some(id) = except {
        query = query.filter(dsl::id.ne(id.to_string()));
    }
    query
        .order(dsl::id)
        .first::<Row>(reader.connection)
        .optional()?
        .map(Organisation::try_from)
        .transpose()
}

/// The organisations within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<OrganisationId>,
) -> Result<Page<Organisation>, StoreError> {
    newest_first!(
        reader,
        keyset,
        || filtered(scope, filter),
        dsl::id,
        organisations::all_columns => Row,
        Organisation::try_from
    )
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
        .filter(dsl::id.eq(current.id.to_string()))
        .filter(dsl::version.eq(current.version));
    let rows = tx.savepoint(|tx| {
        let rows = diesel::update(unchanged)
            .set((
                dsl::name.eq(profile.name.as_str()),
                dsl::kind.eq(profile.kind.as_str()),
                dsl::credit_code.eq(profile.credit_code.as_ref().map(CreditCode::as_str)),
                dsl::version.eq(changed.version),
                dsl::updated_at.eq(changed.updated_at.naive_utc()),
            ))
            .execute(tx.connection)?;
        Ok::<_, StoreError>(rows)
    })?;
    Ok((rows == 1).then_some(changed))
}

type Query<'a> = organisations::BoxedQuery<'a, crate::connection::MultiBackend>;

fn within(scope: &RegionScope) -> Query<'_> {
    let query = organisations::table.into_boxed();
    match scope.codes() {
        None => query,
        Some(codes) => query.filter(dsl::region_code.eq_any(codes)),
    }
}

fn filtered<'a>(scope: &'a RegionScope, filter: &'a Filter) -> Query<'a> {
    let mut query = within(scope);
    if let Some(kind) = filter.kind {
        query = query.filter(dsl::kind.eq(kind.as_str()));
    }
    if let Some(region) = &filter.region {
        query = query.filter(dsl::region_code.eq(region.as_str()));
    }
    query
}
