//! `yongwei client create|list|disable|rotate`.

use domain::ids::ClientId;
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::{self, Change, Principal};
use persistence::clients::{self, Client};
use persistence::{Mode, Store, StoreError, Tx};
use serde_json::json;

use super::{CommandFailure, block_on, open_store, say};
use crate::auth::oauth::secret_hash;
use crate::clients::{Enrolment, new_secret, register, subject};
use crate::credentials::{Scope, ScopeSet};
use crate::policy;
use crate::settings::{ClientCommand, Secret, Settings};

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
            let client = Enrolment {
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
            let given = secret.clone();
            let id = block_on(store.write(Mode::Commit, move |tx| {
                let id = tx.new_id();
                let (_, created) = register(tx, city, (id, &client), secret_hash(&given))?;
                audit::record(tx, &Principal::operator("client"), &created)?;
                Ok(id)
            }))
            .map_err(duplicate)?;
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
            let hash = secret_hash(&secret);
            let rotate = move |tx: &mut Tx<'_>, id| clients::rotate(tx, id, &hash);
            if !block_on(change(&store, city, "client.rotated", id, rotate))? {
                return known(false, "");
            }
            show(id, &secret)
        }
    }
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
    let tree = RegionTree::current();
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
