//! The policy of the city, built in or from the file of the settings.

use std::path::PathBuf;

use domain::regions::RegionCode;

use crate::settings::Settings;

/// Why the policy file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("YONGWEI_POLICY: {path}: {cause}")]
pub struct PolicyFileError {
    path: PathBuf,
    cause: String,
}

/// The policies.
pub struct Policies;
impl Policies {
    /// The city.
    pub fn city(&self) -> RegionCode {
        RegionCode::parse("371500").unwrap()
    }
}

/// Loads it.
pub fn load(settings: &Settings) -> Result<Policies, PolicyFileError> {
    let _ = settings;
    Ok(Policies)
}
