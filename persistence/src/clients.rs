//! The systems that may call the service.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;

use crate::prelude::*;
use crate::schema::{client_organisations, clients};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = clients)]
pub struct Client {
    /// Its id, which is the OAuth `client_id`.
    pub id: ClientId,
    /// A name for people, unique.
    pub name: String,
    /// SHA-256 of its secret. The secret has 256 random bits, so that no slow hash is needed.
    pub secret_hash: Vec<u8>,
    pub scopes: BTreeSet<String>,
    /// The regions whose files it may see; the city's code stands for all of them.
    #[diesel(column_name = region_codes)]
    pub regions: Vec<RegionCode>,
    pub created_at: DateTime<Utc>,
    pub rotated_at: DateTime<Utc>,
    pub disabled_at: Option<DateTime<Utc>>,
}

/// Registers a client that may act for officers of `organisations`.
pub fn insert(
    tx: &mut Tx<'_>,
    client: &Client,
    organisations: &[OrganisationId],
) -> Result<(), StoreError> {
    diesel::insert_into(clients::table)
        .values((
            clients::id.eq(Col(client.id)),
            clients::name.eq(&client.name),
            clients::secret_hash.eq(&client.secret_hash),
            clients::scopes.eq(Col(client.scopes.clone())),
            clients::region_codes.eq(Col(client.regions.clone())),
            clients::created_at.eq(Col(client.created_at)),
            clients::rotated_at.eq(Col(client.rotated_at)),
        ))
        .execute(tx.connection)?;
    for organisation in organisations {
        diesel::insert_into(client_organisations::table)
            .values((
                client_organisations::client_id.eq(Col(client.id)),
                client_organisations::organisation_id.eq(Col(*organisation)),
            ))
            .execute(tx.connection)?;
    }
    Ok(())
}

pub fn find(reader: &mut Reader<'_>, id: ClientId) -> Result<Option<Client>, StoreError> {
    Ok(clients::table
        .find(Col(id))
        .select(Client::as_select())
        .get_result(reader.connection)
        .optional()?)
}

pub fn find_by_name(reader: &mut Reader<'_>, name: &str) -> Result<Option<Client>, StoreError> {
    Ok(clients::table
        .filter(clients::name.eq(name))
        .select(Client::as_select())
        .first(reader.connection)
        .optional()?)
}

pub fn list(
    reader: &mut Reader<'_>,
    keyset: &Keyset<ClientId>,
) -> Result<Page<Client>, StoreError> {
    let matching = || clients::table.into_boxed();
    newest_first!(reader, keyset, matching, clients::id, Client::as_select() => Client)
}

/// The organisations for whose officers each of these clients may act; none for a client that may
/// act for nobody.
pub fn organisations(
    reader: &mut Reader<'_>,
    ids: &[ClientId],
) -> Result<BTreeMap<ClientId, Vec<OrganisationId>>, StoreError> {
    let rows: Vec<(ClientId, OrganisationId)> = client_organisations::table
        .filter(client_organisations::client_id.eq_any(texts(ids)))
        .order(client_organisations::organisation_id)
        .select((
            client_organisations::client_id,
            client_organisations::organisation_id,
        ))
        .load(reader.connection)?;
    let mut organisations: BTreeMap<ClientId, Vec<OrganisationId>> = BTreeMap::new();
    for (client, organisation) in rows {
        organisations.entry(client).or_default().push(organisation);
    }
    Ok(organisations)
}

pub fn all(reader: &mut Reader<'_>) -> Result<Vec<Client>, StoreError> {
    Ok(clients::table
        .order(clients::id)
        .select(Client::as_select())
        .load(reader.connection)?)
}

/// Replaces the secret of a client; the old one stops working at once.
pub fn rotate(tx: &mut Tx<'_>, id: ClientId, secret_hash: &[u8]) -> Result<bool, StoreError> {
    let changed = diesel::update(clients::table.find(Col(id)))
        .set((
            clients::secret_hash.eq(secret_hash),
            clients::rotated_at.eq(Col(tx.now())),
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
    let changed = diesel::update(clients::table.find(Col(id)))
        .set(clients::scopes.eq(Col(scopes.clone())))
        .execute(tx.connection)?;
    Ok(changed == 1)
}

/// Disables a client: it gets no further token.
pub fn disable(tx: &mut Tx<'_>, id: ClientId) -> Result<bool, StoreError> {
    let changed = diesel::update(clients::table.find(Col(id)))
        .set(clients::disabled_at.eq(tx.now().naive_utc()))
        .execute(tx.connection)?;
    Ok(changed == 1)
}
