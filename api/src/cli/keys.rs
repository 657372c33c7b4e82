//! `yongwei key new|rotate`.

use std::path::Path;

use persistence::DatabaseUrl;
use persistence::keyring::{self, KeyMaterial};

use super::{CommandFailure, key_material, say};
use crate::settings::{KeyCommand, Settings};

pub(super) fn run(settings: &Settings, command: KeyCommand) -> Result<(), CommandFailure> {
    match command {
        KeyCommand::New => print(&KeyMaterial::generate()?),
        KeyCommand::Rotate => rotate(settings),
    }
}

fn rotate(settings: &Settings) -> Result<(), CommandFailure> {
    let url = settings.database()?;
    match &url {
        DatabaseUrl::Sqlite(path) if settings.data_keys.is_none() => {
            keyring::rotate_file(Path::new(path))?;
            say("new data and signing keys are in front; restart the service to use them")
        }
        _ => {
            let mut keys = key_material(settings, &url)?;
            keys.data.rotate()?;
            keys.signing.rotate()?;
            print(&keys)
        }
    }
}

fn print(keys: &KeyMaterial) -> Result<(), CommandFailure> {
    say(&format!(
        "YONGWEI_DATA_KEYS={}\nYONGWEI_INDEX_KEY={}\nYONGWEI_SIGNING_KEYS={}",
        keys.data.to_text().as_str(),
        keys.index.to_base64().as_str(),
        keys.signing.to_text().as_str(),
    ))
}
