//! The clients of the demonstration: the one to try everything with, and two to be managed.

use std::collections::BTreeSet;

use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::clients::{self, Client};
use serde_json::json;

use super::{Demo, DemoError, literal};
use crate::auth::oauth::secret_hash;
use crate::clients::{new_secret, subject};
use crate::contract::examples::ids;
use crate::credentials::Scope;

/// Registers them, the first one under a secret of which `hash` is kept. Nobody knows the secrets of
/// the others.
pub(super) fn create(
    demo: &mut Demo<'_, '_>,
    organisations: &[OrganisationId],
    hash: &[u8],
) -> Result<(), DemoError> {
    let county = literal(RegionCode::parse("371502"))?;
    let reader = || BTreeSet::from([Scope::PeopleRead.as_str().to_owned()]);
    let now = demo.tx.now();
    let client = |id: &str, name: &str| -> Result<Client, DemoError> {
        Ok(Client {
            id: literal(id.parse())?,
            name: name.to_owned(),
            secret_hash: secret_hash(&new_secret()?),
            scopes: reader(),
            regions: vec![county],
            created_at: now,
            rotated_at: now,
            disabled_at: None,
        })
    };
    let own = Client {
        secret_hash: hash.to_vec(),
        scopes: scopes(),
        regions: vec![demo.city],
        ..client(ids::CLIENT, "演示客户端 / demonstration client")?
    };
    clients::insert(demo.tx, &own, organisations)?;
    record(demo, own.id, "client.created")?;
    for (id, name) in [
        (ids::COUNTY_CLIENT, "测试东昌府区系统"),
        (ids::FORMER_CLIENT, "测试旧系统"),
    ] {
        let other = client(id, name)?;
        clients::insert(demo.tx, &other, &[])?;
        record(demo, other.id, "client.created")?;
    }
    Ok(())
}

/// Gives the first one another secret; `false` where it was never registered, or was disabled.
pub(super) fn renew(demo: &mut Demo<'_, '_>, hash: &[u8]) -> Result<bool, DemoError> {
    let id = literal(ids::CLIENT.parse())?;
    if clients::find(demo.tx, id)?.is_none_or(|client| client.disabled_at.is_some()) {
        return Ok(false);
    }
    clients::rotate(demo.tx, id, hash)?;
    clients::set_scopes(demo.tx, id, &scopes())?;
    record(demo, id, "client.rotated")?;
    Ok(true)
}

/// Every scope: Swagger UI offers all that the contract knows, and "select all" must pass.
fn scopes() -> BTreeSet<String> {
    let names = Scope::ALL.iter();
    names.map(|scope| scope.as_str().to_owned()).collect()
}

fn record(demo: &mut Demo<'_, '_>, id: ClientId, action: &'static str) -> Result<(), DemoError> {
    let change = Change::new(action, subject(id, demo.city), json!({}));
    demo.record(&change)
}
