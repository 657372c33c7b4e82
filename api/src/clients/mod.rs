//! The systems that may call the service, as the city manages them over HTTP. The operator does the
//! same at the command line.

mod create;
mod disable;
mod get;
mod list;
mod secret;
mod wire;

use std::collections::BTreeMap;

use domain::ids::{ClientId, OrganisationId};
use domain::regions::RegionCode;
use persistence::audit::Subject;
use persistence::clients::{self, Client};
use persistence::keyring::SecretKey;
use persistence::{Reader, StoreError};
use serde_json::json;

use crate::auth::{Scope, ScopeSet};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::settings::Secret;
use wire::ClientView;

/// The tag of these operations in the contract.
const TAG: &str = "clients";

/// What a caller needs to let a client act for officers: the right to register officers itself.
const HANDS_ON_ORGANISATIONS: Scope = Scope::OrganisationsWrite;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(create::client_create)
        .service(list::client_list)
        .service(get::client_get)
        .service(secret::client_rotate)
        .service(disable::client_disable);
}

/// A new client secret: 256 random bits in hex.
pub(crate) fn new_secret() -> Result<Secret, StoreError> {
    let key = SecretKey::generate()?;
    Ok(Secret::new(hex::encode(key.bytes())))
}

/// A client as the audit names it: a thing of the city.
pub(crate) fn subject(id: ClientId, city: RegionCode) -> Subject {
    Subject {
        kind: "client",
        id: id.to_string(),
        version: 0,
        region: city,
    }
}

fn address(id: ClientId) -> String {
    format!("/v1/clients/{id}")
}

/// A client as it is shown.
fn view(reader: &mut Reader<'_>, client: &Client) -> Result<ClientView, StoreError> {
    let organisations = clients::organisations(reader, &[client.id])?;
    Ok(ClientView::new(client, of(&organisations, client.id)))
}

/// The organisations of one client among those of several.
fn of(
    organisations: &BTreeMap<ClientId, Vec<OrganisationId>>,
    client: ClientId,
) -> &[OrganisationId] {
    organisations.get(&client).map_or(&[], Vec::as_slice)
}

/// The client, if it exists, was not disabled, and may do nothing that `held`, the scopes of the
/// caller's token, do not allow: whoever gives a client a new secret can act as that client.
fn manageable(reader: &mut Reader<'_>, held: &ScopeSet, id: ClientId) -> Result<Client, Problem> {
    let client = clients::find(reader, id)?.ok_or_else(Problem::not_found)?;
    if client.disabled_at.is_some() {
        return Err(unmet("client_active"));
    }
    let mut scopes = client
        .scopes
        .iter()
        .filter_map(|name| name.parse::<Scope>().ok());
    let acts_for_officers = !clients::organisations(reader, &[id])?.is_empty();
    if scopes.all(|scope| held.contains(scope))
        && (!acts_for_officers || held.contains(HANDS_ON_ORGANISATIONS))
    {
        Ok(client)
    } else {
        Err(unmet("client_within_own_scopes"))
    }
}

fn unmet(condition: &str) -> Problem {
    Problem::new(Code::NotPossible).with("unmet", json!([condition]))
}
