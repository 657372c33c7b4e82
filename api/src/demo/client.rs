//! The demonstration client.

use std::collections::BTreeSet;

use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use persistence::Tx;
use persistence::audit::{self, Actor, Change, Subject};
use persistence::clients::{self, Client};
use serde_json::json;

use super::{DemoError, ids, literal};
use crate::auth::Scope;

const NAME: &str = "演示客户端 / demonstration client";

/// Registers it under a secret of which `secret_hash` is kept.
pub(super) fn create(
    tx: &mut Tx<'_>,
    actor: &Actor,
    city: RegionCode,
    organisations: &[OrganisationId],
    secret_hash: &[u8],
) -> Result<(), DemoError> {
    let client = Client {
        id: id()?,
        name: NAME.to_owned(),
        secret_hash: secret_hash.to_vec(),
        scopes: scopes(),
        regions: vec![city],
        created_at: tx.now(),
        rotated_at: tx.now(),
        disabled_at: None,
    };
    clients::insert(tx, &client, organisations)?;
    record(tx, actor, city, "client.created")
}

/// Gives it another secret; `false` where it was never registered, or was disabled.
pub(super) fn renew(
    tx: &mut Tx<'_>,
    actor: &Actor,
    city: RegionCode,
    secret_hash: &[u8],
) -> Result<bool, DemoError> {
    let id = id()?;
    if clients::find(tx, id)?.is_none_or(|client| client.disabled_at.is_some()) {
        return Ok(false);
    }
    clients::rotate(tx, id, secret_hash)?;
    clients::set_scopes(tx, id, &scopes())?;
    record(tx, actor, city, "client.rotated")?;
    Ok(true)
}

fn id() -> Result<ClientId, DemoError> {
    literal(ids::CLIENT.parse())
}

/// Every scope: Swagger UI offers all that the contract knows, and "select all" must pass.
fn scopes() -> BTreeSet<String> {
    let names = Scope::ALL.iter();
    names.map(|scope| scope.as_str().to_owned()).collect()
}

fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    city: RegionCode,
    action: &'static str,
) -> Result<(), DemoError> {
    let subject = Subject {
        kind: "client",
        id: ids::CLIENT.to_owned(),
        version: 0,
        region: city,
    };
    Ok(audit::record(
        tx,
        actor,
        &Change::new(action, subject, json!({})),
    )?)
}
