//! Officers, who act in the name of an organisation; filtered by the caller's regions.

use chrono::{DateTime, Utc};
use domain::identity::PersonName;
use domain::ids::{ClientId, OfficerId, OrganisationId};
use domain::organisations::{OrganisationKind, Position};
use domain::regions::RegionCode;

use crate::organisations::Organisation;
use crate::prelude::*;
use crate::schema::officers::{self, dsl};
use crate::schema::{client_organisations, organisations};

/// A registered officer. The name is that of an official acting in office, and is shown.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = officers)]
pub struct Officer {
    /// The officer's id, as given in `On-Behalf-Of`.
    pub id: OfficerId,
    #[diesel(column_name = organisation_id)]
    pub organisation: OrganisationId,
    pub name: PersonName,
    pub position: Position,
    /// Whether the officer may still be acted for.
    pub active: bool,
    /// The region of the organisation.
    #[diesel(column_name = region_code)]
    pub region: RegionCode,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub organisation: Option<OrganisationId>,
    pub active: Option<bool>,
}

/// Registers an active officer of an organisation that the caller has been shown to reach.
pub fn insert(
    tx: &mut Tx<'_>,
    organisation: &Organisation,
    name: &PersonName,
    position: &Position,
) -> Result<Officer, StoreError> {
    let id = tx.new_id();
    insert_as(tx, id, organisation, name, position)
}

/// Registers an officer under an id that is fixed beforehand, as that of demonstration data is;
/// otherwise like [`insert`].
pub fn insert_as(
    tx: &mut Tx<'_>,
    id: OfficerId,
    organisation: &Organisation,
    name: &PersonName,
    position: &Position,
) -> Result<Officer, StoreError> {
    let officer = Officer {
        id,
        organisation: organisation.id,
        name: name.clone(),
        position: position.clone(),
        active: true,
        region: organisation.profile.region,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    diesel::insert_into(officers::table)
        .values((
            dsl::id.eq(Col(officer.id)),
            dsl::organisation_id.eq(Col(officer.organisation)),
            dsl::name.eq(Col(name.clone())),
            dsl::position.eq(Col(position.clone())),
            dsl::active.eq(officer.active),
            dsl::region_code.eq(Col(officer.region)),
            dsl::version.eq(officer.version),
            dsl::created_at.eq(Col(officer.created_at)),
            dsl::updated_at.eq(Col(officer.updated_at)),
        ))
        .execute(tx.connection)?;
    Ok(officer)
}

/// The officer with this id, within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: OfficerId,
) -> Result<Option<Officer>, StoreError> {
    Ok(within(scope)
        .filter(dsl::id.eq(Col(id)))
        .select(Officer::as_select())
        .get_result(reader.connection)
        .optional()?)
}

/// The officer with this id, if active and of an organisation that the client may act for.
pub fn acting_for(
    reader: &mut Reader<'_>,
    client: ClientId,
    officer: OfficerId,
) -> Result<Option<Officer>, StoreError> {
    Ok(officers::table
        .filter(dsl::id.eq(Col(officer)))
        .filter(serves(client.to_string()))
        .select(Officer::as_select())
        .get_result(reader.connection)
        .optional()?)
}

/// An active officer who signs, with what is asked of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Signatory {
    pub officer: OfficerId,
    pub organisation: OrganisationId,
    pub kind: OrganisationKind,
    pub region: RegionCode,
}

/// Those of these officers who are active and of an organisation that the client may act for,
/// wherever it works: a county's decision may be signed by an officer of the city's foundation too.
pub fn signatories(
    reader: &mut Reader<'_>,
    client: ClientId,
    ids: &[OfficerId],
) -> Result<Vec<Signatory>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(officers::table
        .inner_join(organisations::table)
        .filter(dsl::id.eq_any(texts(ids)))
        .filter(serves(client.to_string()))
        .select((
            dsl::id,
            organisations::id,
            organisations::kind,
            organisations::region_code,
        ))
        .load(reader.connection)?)
}

/// That an officer is active and of an organisation that the client may act for.
#[diesel::dsl::auto_type]
fn serves(client: String) -> _ {
    let organisations = client_organisations::table
        .filter(client_organisations::client_id.eq(client))
        .select(client_organisations::organisation_id);
    dsl::active
        .eq(true)
        .and(dsl::organisation_id.eq_any(organisations))
}

/// The officers within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<OfficerId>,
) -> Result<Page<Officer>, StoreError> {
    newest_first!(reader, keyset, || filtered(scope, filter), dsl::id,
        Officer::as_select() => Officer)
}

/// Changes an officer who is still at this version; `None` when somebody else was faster.
pub fn update(
    tx: &mut Tx<'_>,
    current: &Officer,
    position: &Position,
    active: bool,
) -> Result<Option<Officer>, StoreError> {
    let changed = Officer {
        position: position.clone(),
        active,
        version: current.version + 1,
        updated_at: tx.now(),
        ..current.clone()
    };
    let unchanged = officers::table
        .filter(dsl::id.eq(Col(current.id)))
        .filter(dsl::version.eq(current.version));
    let rows = diesel::update(unchanged)
        .set((
            dsl::position.eq(Col(changed.position.clone())),
            dsl::active.eq(changed.active),
            dsl::version.eq(changed.version),
            dsl::updated_at.eq(Col(changed.updated_at)),
        ))
        .execute(tx.connection)?;
    Ok((rows == 1).then_some(changed))
}

type Query<'a> = officers::BoxedQuery<'a, crate::connection::MultiBackend>;

fn within(scope: &RegionScope) -> Query<'_> {
    within!(officers::table.into_boxed(), scope, dsl::region_code)
}

fn filtered<'a>(scope: &'a RegionScope, filter: &Filter) -> Query<'a> {
    let mut query = within(scope);
    if let Some(organisation) = filter.organisation {
        query = query.filter(dsl::organisation_id.eq(Col(organisation)));
    }
    if let Some(active) = filter.active {
        query = query.filter(dsl::active.eq(active));
    }
    query
}
