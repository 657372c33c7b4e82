//! `yongwei client create|list|disable|rotate`.

use domain::ids::{ClientId, OrganisationId};
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::{self, Change, Principal};
use persistence::clients::{self, Client};
use persistence::{Mode, Store, StoreError, Tx};
use serde_json::json;

use super::{CommandFailure, block_on, open_store, say};
use crate::auth::oauth::secret_hash;
use crate::clients::{new_secret, subject};
use crate::credentials::{Scope, ScopeSet};
use crate::policy;
use crate::settings::{ClientCommand, Secret, Settings};

/// What a new client gets.
pub(super) struct NewClient {
    pub(super) name: String,
    pub(super) scopes: ScopeSet,
    pub(super) regions: Vec<RegionCode>,
    pub(super) organisations: Vec<OrganisationId>,
}

pub(super) fn run(settings: &Settings, command: ClientCommand) -> Result<(), CommandFailure> {
    let city = policy::load(settings)?.city();
    let (store, _) = open_store(settings)?;
    match command {
        ClientCommand::Create {
            name,
            scopes,
            regions,
            organisations,
        } => {
            let client = NewClient {
                name,
                scopes: ScopeSet::parse(&scopes.join(" ")).map_err(|name| unknown_scope(&name))?,
                regions: regions
                    .iter()
                    .map(|code| region(code, &city))
                    .collect::<Result<_, _>>()?,
                organisations: organisations
                    .iter()
                    .map(|id| {
                        id.parse()
                            .map_err(|_| refused(format!("{id} is no organisation id")))
                    })
                    .collect::<Result<_, _>>()?,
            };
            let secret = new_secret()?;
            let id = block_on(create(&store, city, client, &secret)).map_err(duplicate)?;
            show(id, &secret)
        }
        ClientCommand::List => {
            for client in block_on(store.read(clients::all))? {
                say(&line(&client))?;
            }
            Ok(())
        }
        ClientCommand::Disable { client_id } => {
            let id = client(&client_id)?;
            let done = block_on(change(
                &store,
                city,
                "client.disabled",
                id,
                clients::disable,
            ))?;
            known(
                done,
                "disabled; tokens that it already has end within ten minutes",
            )
        }
        ClientCommand::Rotate { client_id } => {
            let (id, secret) = (client(&client_id)?, new_secret()?);
            if !block_on(rotate(&store, city, id, &secret))? {
                return known(false, "");
            }
            show(id, &secret)
        }
    }
}

/// Registers a client under `secret`.
pub(super) async fn create(
    store: &Store,
    city: RegionCode,
    new: NewClient,
    secret: &Secret,
) -> Result<ClientId, StoreError> {
    let hash = secret_hash(secret);
    store
        .write(Mode::Commit, move |tx| {
            let client = Client {
                id: tx.new_id(),
                name: new.name.clone(),
                secret_hash: hash.clone(),
                scopes: new.scopes.names().map(str::to_owned).collect(),
                regions: new.regions.clone(),
                created_at: tx.now(),
                rotated_at: tx.now(),
                disabled_at: None,
            };
            clients::insert(tx, &client, &new.organisations)?;
            record(tx, city, "client.created", client.id)?;
            Ok(client.id)
        })
        .await
}

/// Gives a client a new secret; `false` when there is no such client.
pub(super) async fn rotate(
    store: &Store,
    city: RegionCode,
    id: ClientId,
    secret: &Secret,
) -> Result<bool, StoreError> {
    let hash = secret_hash(secret);
    change(store, city, "client.rotated", id, move |tx, id| {
        clients::rotate(tx, id, &hash)
    })
    .await
}

async fn change(
    store: &Store,
    city: RegionCode,
    action: &'static str,
    id: ClientId,
    apply: impl Fn(&mut Tx<'_>, ClientId) -> Result<bool, StoreError> + Send + 'static,
) -> Result<bool, StoreError> {
    store
        .write(Mode::Commit, move |tx| {
            let changed = apply(tx, id)?;
            if changed {
                record(tx, city, action, id)?;
            }
            Ok(changed)
        })
        .await
}

fn record(
    tx: &mut Tx<'_>,
    city: RegionCode,
    action: &'static str,
    id: ClientId,
) -> Result<(), StoreError> {
    audit::record(
        tx,
        &Principal::operator("client"),
        &Change::new(action, subject(id, city), json!({})),
    )
}

fn show(id: ClientId, secret: &Secret) -> Result<(), CommandFailure> {
    say(&format!("client_id: {id}"))?;
    say(&format!("client_secret: {}", secret.expose()))
}

fn line(client: &Client) -> String {
    let regions: Vec<&str> = client.regions.iter().map(RegionCode::as_str).collect();
    let scopes: Vec<&str> = client.scopes.iter().map(String::as_str).collect();
    let state = if client.disabled_at.is_some() {
        "disabled"
    } else {
        "active"
    };
    format!(
        "{}\t{state}\t{}\t{}\t{}",
        client.id,
        client.name,
        regions.join(","),
        scopes.join(",")
    )
}

fn region(code: &str, city: &RegionCode) -> Result<RegionCode, CommandFailure> {
    let tree = RegionTree::builtin();
    let region = RegionCode::parse(code)
        .ok()
        .filter(|code| tree.get(code).is_some())
        .ok_or_else(|| refused(format!("{code} is no region in force")))?;
    if tree.is_within(&region, city) {
        Ok(region)
    } else {
        let name = tree.full_name(city).unwrap_or_default();
        Err(refused(format!(
            "{code} lies outside {city} {name}, whose files these are; choose {city} or a region in it"
        )))
    }
}

fn client(id: &str) -> Result<ClientId, CommandFailure> {
    id.parse()
        .map_err(|_| refused(format!("{id} is no client id; see `yongwei client list`")))
}

fn known(done: bool, text: &str) -> Result<(), CommandFailure> {
    if done {
        say(text)
    } else {
        Err(refused(
            "there is no such client; see `yongwei client list`".to_owned(),
        ))
    }
}

fn unknown_scope(name: &str) -> CommandFailure {
    let all: Vec<&str> = Scope::ALL.iter().map(|scope| scope.as_str()).collect();
    refused(format!("{name} is no scope; choose from {}", all.join(" ")))
}

fn duplicate(failure: CommandFailure) -> CommandFailure {
    match failure {
        CommandFailure::Store(StoreError::Duplicate) => {
            refused("a client of that name exists; see `yongwei client list`".to_owned())
        }
        other => other,
    }
}

fn refused(text: String) -> CommandFailure {
    CommandFailure::Refused(text)
}
