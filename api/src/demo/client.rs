//! The clients of the demonstration: the one to try everything with, and two to be managed.

use std::collections::BTreeSet;

use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use persistence::Tx;
use persistence::audit::{self, Change, Principal};
use persistence::clients::{self, Client};
use serde_json::json;

use super::{DemoError, literal};
use crate::auth::oauth::secret_hash;
use crate::clients::{new_secret, subject};
use crate::contract::examples::ids;
use crate::credentials::Scope;

/// Registers them, the first one under a secret of which `hash` is kept. Nobody knows the secrets of
/// the others.
pub(super) fn create(
    tx: &mut Tx<'_>,
    principal: &Principal,
    city: RegionCode,
    organisations: &[OrganisationId],
    hash: &[u8],
) -> Result<(), DemoError> {
    let county = literal(RegionCode::parse("371502"))?;
    let reader = || BTreeSet::from([Scope::PeopleRead.as_str().to_owned()]);
    let client = |tx: &Tx<'_>, id: &str, name: &str| -> Result<Client, DemoError> {
        Ok(Client {
            id: literal(id.parse())?,
            name: name.to_owned(),
            secret_hash: secret_hash(&new_secret()?),
            scopes: reader(),
            regions: vec![county],
            created_at: tx.now(),
            rotated_at: tx.now(),
            disabled_at: None,
        })
    };
    let own = Client {
        secret_hash: hash.to_vec(),
        scopes: scopes(),
        regions: vec![city],
        ..client(tx, ids::CLIENT, "演示客户端 / demonstration client")?
    };
    clients::insert(tx, &own, organisations)?;
    record(tx, principal, city, own.id, "client.created")?;
    for (id, name) in [
        (ids::COUNTY_CLIENT, "测试东昌府区系统"),
        (ids::FORMER_CLIENT, "测试旧系统"),
    ] {
        let other = client(tx, id, name)?;
        clients::insert(tx, &other, &[])?;
        record(tx, principal, city, other.id, "client.created")?;
    }
    Ok(())
}

/// Gives the first one another secret; `false` where it was never registered, or was disabled.
pub(super) fn renew(
    tx: &mut Tx<'_>,
    principal: &Principal,
    city: RegionCode,
    hash: &[u8],
) -> Result<bool, DemoError> {
    let id = literal(ids::CLIENT.parse())?;
    if clients::find(tx, id)?.is_none_or(|client| client.disabled_at.is_some()) {
        return Ok(false);
    }
    clients::rotate(tx, id, hash)?;
    clients::set_scopes(tx, id, &scopes())?;
    record(tx, principal, city, id, "client.rotated")?;
    Ok(true)
}

/// Every scope: Swagger UI offers all that the contract knows, and "select all" must pass.
fn scopes() -> BTreeSet<String> {
    let names = Scope::ALL.iter();
    names.map(|scope| scope.as_str().to_owned()).collect()
}

fn record(
    tx: &mut Tx<'_>,
    principal: &Principal,
    city: RegionCode,
    id: ClientId,
    action: &'static str,
) -> Result<(), DemoError> {
    let change = Change::new(action, subject(id, city), json!({}));
    Ok(audit::record(tx, principal, &change)?)
}
