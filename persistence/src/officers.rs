//! Officers, who act in the name of an organisation; filtered by the caller's regions.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::identity::PersonName;
use domain::ids::{ClientId, OfficerId, OrganisationId};
use domain::organisations::{OfficerPatch, OrganisationKind, Position};
use domain::regions::RegionCode;

use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::organisations::Organisation;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::officers::{self, dsl};
use crate::schema::{client_organisations, organisations};
use crate::scope::RegionScope;
use crate::store::{Reader, Tx};

/// A registered officer. The name is that of an official acting in office, and is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Officer {
    /// The officer's id, as given in `On-Behalf-Of`.
    pub id: OfficerId,
    /// The organisation in whose name the officer acts.
    pub organisation: OrganisationId,
    /// The officer's name.
    pub name: PersonName,
    /// The officer's position.
    pub position: Position,
    /// Whether the officer may still be acted for.
    pub active: bool,
    /// The region of the organisation.
    pub region: RegionCode,
    /// 1 when registered, one more with every change.
    pub version: i64,
    /// When the officer was registered.
    pub created_at: DateTime<Utc>,
    /// When the entry was last changed.
    pub updated_at: DateTime<Utc>,
}

/// Which officers a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of this organisation.
    pub organisation: Option<OrganisationId>,
    /// Those who are active, or those who are not.
    pub active: Option<bool>,
}

type Row = (
    String,
    String,
    String,
    String,
    bool,
    String,
    i64,
    NaiveDateTime,
    NaiveDateTime,
);

impl TryFrom<Row> for Officer {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let (id, organisation, name, position, active, region, version, created_at, updated_at) =
            row;
        Ok(Self {
            id: parse_id(&id)?,
            organisation: parse_id(&organisation)?,
            name: PersonName::parse(&name).map_err(corrupt("officers.name"))?,
            position: Position::parse(&position).map_err(corrupt("officers.position"))?,
            active,
            region: RegionCode::parse(&region).map_err(corrupt("officers.region_code"))?,
            version,
            created_at: instant(created_at),
            updated_at: instant(updated_at),
        })
    }
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
            dsl::id.eq(officer.id.to_string()),
            dsl::organisation_id.eq(officer.organisation.to_string()),
            dsl::name.eq(name.as_str()),
            dsl::position.eq(position.as_str()),
            dsl::active.eq(officer.active),
            dsl::region_code.eq(officer.region.as_str()),
            dsl::version.eq(officer.version),
            dsl::created_at.eq(officer.created_at.naive_utc()),
            dsl::updated_at.eq(officer.updated_at.naive_utc()),
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
    within(scope)
        .filter(dsl::id.eq(id.to_string()))
        .get_result::<Row>(reader.connection)
        .optional()?
        .map(Officer::try_from)
        .transpose()
}

/// The officer with this id, if active and of an organisation that the client may act for.
pub fn acting_for(
    reader: &mut Reader<'_>,
    client: ClientId,
    officer: OfficerId,
) -> Result<Option<Officer>, StoreError> {
    officers::table
        .filter(dsl::id.eq(officer.to_string()))
        .filter(serves(client.to_string()))
        .get_result::<Row>(reader.connection)
        .optional()?
        .map(Officer::try_from)
        .transpose()
}

/// An active officer who signs, with what is asked of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signatory {
    /// The officer.
    pub officer: OfficerId,
    /// The organisation in whose name the officer signs.
    pub organisation: OrganisationId,
    /// What the organisation is.
    pub kind: OrganisationKind,
    /// Its region.
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
    officers::table
        .inner_join(organisations::table)
        .filter(dsl::id.eq_any(ids.iter().map(ToString::to_string)))
        .filter(serves(client.to_string()))
        .select((
            dsl::id,
            organisations::id,
            organisations::kind,
            organisations::region_code,
        ))
        .load::<(String, String, String, String)>(reader.connection)?
        .into_iter()
        .map(|(officer, organisation, kind, region)| {
            Ok(Signatory {
                officer: parse_id(&officer)?,
                organisation: parse_id(&organisation)?,
                kind: kind.parse().map_err(corrupt("organisations.kind"))?,
                region: RegionCode::parse(&region).map_err(corrupt("organisations.region_code"))?,
            })
        })
        .collect()
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
    newest_first!(
        reader,
        keyset,
        || filtered(scope, filter),
        dsl::id,
        officers::all_columns => Row,
        Officer::try_from
    )
}

/// Changes an officer who is still at this version; `None` when somebody else was faster.
pub fn update(
    tx: &mut Tx<'_>,
    current: &Officer,
    patch: &OfficerPatch,
) -> Result<Option<Officer>, StoreError> {
    let changed = Officer {
        position: patch.position.as_ref().unwrap_or(&current.position).clone(),
        active: patch.active.unwrap_or(current.active),
        version: current.version + 1,
        updated_at: tx.now(),
        ..current.clone()
    };
    let unchanged = officers::table
        .filter(dsl::id.eq(current.id.to_string()))
        .filter(dsl::version.eq(current.version));
    let rows = diesel::update(unchanged)
        .set((
            dsl::position.eq(changed.position.as_str()),
            dsl::active.eq(changed.active),
            dsl::version.eq(changed.version),
            dsl::updated_at.eq(changed.updated_at.naive_utc()),
        ))
        .execute(tx.connection)?;
    Ok((rows == 1).then_some(changed))
}

type Query<'a> = officers::BoxedQuery<'a, crate::connection::MultiBackend>;

fn within(scope: &RegionScope) -> Query<'_> {
    let query = officers::table.into_boxed();
    match scope.codes() {
        None => query,
        Some(codes) => query.filter(dsl::region_code.eq_any(codes)),
    }
}

fn filtered<'a>(scope: &'a RegionScope, filter: &Filter) -> Query<'a> {
    let mut query = within(scope);
    if let Some(organisation) = filter.organisation {
        query = query.filter(dsl::organisation_id.eq(organisation.to_string()));
    }
    if let Some(active) = filter.active {
        query = query.filter(dsl::active.eq(active));
    }
    query
}
