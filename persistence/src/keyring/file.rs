//! The key file that stands beside an SQLite database: made once, readable by its owner only.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{KeyMaterial, KeySeries, SecretKey};
use crate::error::StoreError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    data_keys: String,
    index_key: String,
    signing_keys: String,
}

/// The path of the key file of the database at `database`.
fn path_beside(database: &Path) -> PathBuf {
    database.with_extension("keys.json")
}

/// Reads the key file beside `database`, or makes it (mode 0600) when neither exists yet.
///
/// A database whose key file is gone is refused: new keys could not open what it holds.
pub fn load_or_create(database: &Path) -> Result<KeyMaterial, StoreError> {
    let path = path_beside(database);
    if path.exists() {
        return load(&path);
    }
    if database.exists() {
        return Err(StoreError::Configuration(format!(
            "{} exists but its keys {} do not: put the key file back, its sealed fields cannot be read without it",
            database.display(),
            path.display()
        )));
    }
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
    }
    let material = KeyMaterial::generate()?;
    save(&path, &material)?;
    Ok(material)
}

/// Adds a new data key and a new signing key to the key file beside `database`.
pub fn rotate_file(database: &Path) -> Result<(), StoreError> {
    let path = path_beside(database);
    let mut material = load(&path)?;
    material.data.rotate()?;
    material.signing.rotate()?;
    save(&path, &material)
}

fn load(path: &Path) -> Result<KeyMaterial, StoreError> {
    let mode = fs::metadata(path)
        .map_err(|error| unread(path, &error))?
        .permissions()
        .mode();
    if mode & 0o077 != 0 {
        return Err(StoreError::Configuration(format!(
            "others may read {0}: run `chmod 600 {0}`",
            path.display()
        )));
    }
    let text = fs::read(path).map_err(|error| unread(path, &error))?;
    let file: KeyFile = serde_json::from_slice(&text)
        .map_err(|_| StoreError::Configuration(format!("{} is not a key file", path.display())))?;
    Ok(KeyMaterial {
        data: KeySeries::parse(&file.data_keys)?,
        index: SecretKey::parse(&file.index_key)?,
        signing: KeySeries::parse(&file.signing_keys)?,
    })
}

/// Writes a whole new file and renames it into place, so that a crash never leaves half a file.
fn save(path: &Path, material: &KeyMaterial) -> Result<(), StoreError> {
    let file = KeyFile {
        data_keys: material.data.to_text().to_string(),
        index_key: material.index.to_base64().to_string(),
        signing_keys: material.signing.to_text().to_string(),
    };
    let text = serde_json::to_vec_pretty(&file)
        .map_err(|error| StoreError::Configuration(error.to_string()))?;
    let draft = path.with_extension("json.new");
    let mut target = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)
        .map_err(|error| unwritten(&draft, &error))?;
    target
        .write_all(&text)
        .map_err(|error| unwritten(&draft, &error))?;
    target
        .sync_all()
        .map_err(|error| unwritten(&draft, &error))?;
    fs::rename(&draft, path).map_err(|error| unwritten(path, &error))
}

fn unwritten(path: &Path, error: &std::io::Error) -> StoreError {
    StoreError::Configuration(format!(
        "{}: {error}; see that the folder of the database can be written and its disk has room",
        path.display()
    ))
}

fn unread(path: &Path, error: &std::io::Error) -> StoreError {
    StoreError::Configuration(format!(
        "{}: {error}; see that the user who runs the service can read it",
        path.display()
    ))
}
