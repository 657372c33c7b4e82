//! The systems that may call the service.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;

use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::{client_organisations, clients};
use crate::store::{Reader, Tx};

/// A registered client.
#[derive(Debug, Clone)]
pub struct Client {
    /// Its id, which is the OAuth `client_id`.
    pub id: ClientId,
    /// A name for people, unique.
    pub name: String,
    /// SHA-256 of its secret. The secret has 256 random bits, so that no slow hash is needed.
    pub secret_hash: Vec<u8>,
    /// The OAuth scopes it may ask for.
    pub scopes: BTreeSet<String>,
    /// The regions whose files it may see; the city's code stands for all of them.
    pub regions: Vec<RegionCode>,
    /// When it was registered.
    pub created_at: DateTime<Utc>,
    /// When it got its present secret.
    pub rotated_at: DateTime<Utc>,
    /// When it was disabled.
    pub disabled_at: Option<DateTime<Utc>>,
}

type Row = (
    String,
    String,
    Vec<u8>,
    String,
    String,
    NaiveDateTime,
    NaiveDateTime,
    Option<NaiveDateTime>,
);

impl TryFrom<Row> for Client {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let (id, name, secret_hash, scopes, regions, created_at, rotated_at, disabled_at) = row;
        Ok(Self {
            id: parse_id(&id)?,
            name,
            secret_hash,
            scopes: scopes.split_whitespace().map(str::to_owned).collect(),
            regions: regions
                .split_whitespace()
                .map(|code| RegionCode::parse(code).map_err(corrupt("clients.region_codes")))
                .collect::<Result<_, _>>()?,
            created_at: instant(created_at),
            rotated_at: instant(rotated_at),
            disabled_at: disabled_at.map(instant),
        })
    }
}

/// Registers a client that may act for officers of `organisations`.
pub fn insert(
    tx: &mut Tx<'_>,
    client: &Client,
    organisations: &[OrganisationId],
) -> Result<(), StoreError> {
    let regions: Vec<&str> = client.regions.iter().map(RegionCode::as_str).collect();
    diesel::insert_into(clients::table)
        .values((
            clients::id.eq(client.id.to_string()),
            clients::name.eq(&client.name),
            clients::secret_hash.eq(&client.secret_hash),
            clients::scopes.eq(joined(&client.scopes)),
            clients::region_codes.eq(regions.join(" ")),
            clients::created_at.eq(client.created_at.naive_utc()),
            clients::rotated_at.eq(client.rotated_at.naive_utc()),
        ))
        .execute(tx.connection)?;
    for organisation in organisations {
        diesel::insert_into(client_organisations::table)
            .values((
                client_organisations::client_id.eq(client.id.to_string()),
                client_organisations::organisation_id.eq(organisation.to_string()),
            ))
            .execute(tx.connection)?;
    }
    Ok(())
}

/// The client with this id.
pub fn find(reader: &mut Reader<'_>, id: ClientId) -> Result<Option<Client>, StoreError> {
    clients::table
        .find(id.to_string())
        .get_result::<Row>(reader.connection)
        .optional()?
        .map(Client::try_from)
        .transpose()
}

/// The client of that name.
pub fn find_by_name(reader: &mut Reader<'_>, name: &str) -> Result<Option<Client>, StoreError> {
    clients::table
        .filter(clients::name.eq(name))
        .first::<Row>(reader.connection)
        .optional()?
        .map(Client::try_from)
        .transpose()
}

/// The clients, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    keyset: &Keyset<ClientId>,
) -> Result<Page<Client>, StoreError> {
    let matching = || clients::table.into_boxed();
    newest_first!(
        reader,
        keyset,
        matching,
        clients::id,
        clients::all_columns => Row,
        Client::try_from
    )
}

/// The organisations for whose officers each of these clients may act; none for a client that may
/// act for nobody.
pub fn organisations(
    reader: &mut Reader<'_>,
    ids: &[ClientId],
) -> Result<BTreeMap<ClientId, Vec<OrganisationId>>, StoreError> {
    let ids = ids.iter().map(ToString::to_string);
    let rows: Vec<(String, String)> = client_organisations::table
        .filter(client_organisations::client_id.eq_any(ids))
        .order(client_organisations::organisation_id)
        .select((
            client_organisations::client_id,
            client_organisations::organisation_id,
        ))
        .load(reader.connection)?;
    let mut organisations: BTreeMap<ClientId, Vec<OrganisationId>> = BTreeMap::new();
    for (client, organisation) in rows {
        let of_client = organisations.entry(parse_id(&client)?).or_default();
        of_client.push(parse_id(&organisation)?);
    }
    Ok(organisations)
}

/// Every client, oldest first.
pub fn all(reader: &mut Reader<'_>) -> Result<Vec<Client>, StoreError> {
    clients::table
        .order(clients::id)
        .load::<Row>(reader.connection)?
        .into_iter()
        .map(Client::try_from)
        .collect()
}

/// Replaces the secret of a client; the old one stops working at once.
pub fn rotate(tx: &mut Tx<'_>, id: ClientId, secret_hash: &[u8]) -> Result<bool, StoreError> {
    let changed = diesel::update(clients::table.find(id.to_string()))
        .set((
            clients::secret_hash.eq(secret_hash),
            clients::rotated_at.eq(tx.now().naive_utc()),
        ))
        .execute(tx.connection)?;
    Ok(changed == 1)
}

/// Replaces what a client may ask for; tokens that it has already keep what they carry.
pub fn set_scopes(
    tx: &mut Tx<'_>,
    id: ClientId,
    scopes: &BTreeSet<String>,
) -> Result<bool, StoreError> {
    let changed = diesel::update(clients::table.find(id.to_string()))
        .set(clients::scopes.eq(joined(scopes)))
        .execute(tx.connection)?;
    Ok(changed == 1)
}

fn joined(scopes: &BTreeSet<String>) -> String {
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    scopes.join(" ")
}

/// Disables a client: it gets no further token.
pub fn disable(tx: &mut Tx<'_>, id: ClientId) -> Result<bool, StoreError> {
    let changed = diesel::update(clients::table.find(id.to_string()))
        .set(clients::disabled_at.eq(tx.now().naive_utc()))
        .execute(tx.connection)?;
    Ok(changed == 1)
}
