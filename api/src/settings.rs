//! The settings: flags and `YONGWEI_*` variables, checked at start.

mod flags;
#[cfg(test)]
mod tests;
mod values;

use std::convert::Infallible;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use persistence::DatabaseUrl;
use serde::Deserialize;
use url::Url;

pub use flags::{Cli, ClientCommand, Command, KeyCommand, LogFormat, ServeFlags, Settings};
pub(crate) use values::with_variable;

/// A setting that cannot be used, and how to mend it. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Not a database that is supported.
    #[error("YONGWEI_DATABASE_URL: {0}")]
    Database(String),
    /// Not an address that callers can use.
    #[error("YONGWEI_PUBLIC_URL: {0}; write for example https://yongwei.example.cn")]
    PublicUrl(&'static str),
    /// Anybody could guess it.
    #[error("YONGWEI_METRICS_TOKEN: too short; use at least 16 characters")]
    MetricsToken,
    /// The policy file is not there.
    #[error(
        "YONGWEI_POLICY: {0} is no file that can be read; leave it out for the built-in policy"
    )]
    Policy(PathBuf),
    /// The file of years is not there.
    #[error(
        "YONGWEI_CALENDAR: {0} is no file that can be read; leave it out for the years that are built \
         in or were loaded"
    )]
    Calendar(PathBuf),
    /// The list of abolished region codes is not there.
    #[error(
        "YONGWEI_FORMER_REGIONS: {0} is no file that can be read; leave it out for the built-in list"
    )]
    FormerRegions(PathBuf),
    /// The typeface is not there.
    #[error(
        "YONGWEI_TYPEFACE: {0} is no file that can be read; leave it out for one that is installed"
    )]
    Typeface(PathBuf),
}

impl Settings {
    /// Which database the settings name.
    pub fn database(&self) -> Result<DatabaseUrl, SettingsError> {
        DatabaseUrl::parse(self.database_url.expose())
            .map_err(|error| SettingsError::Database(error.to_string()))
    }

    /// All faults of the settings, so that they can be mended in one go.
    pub fn check(&self) -> Result<(), Vec<SettingsError>> {
        let mut faults = Vec::new();
        faults.extend(self.database().err());
        faults.extend(
            self.public_url
                .as_deref()
                .and_then(public_url_fault)
                .map(SettingsError::PublicUrl),
        );
        if self
            .metrics_token
            .as_ref()
            .is_some_and(|token| token.expose().len() < 16)
        {
            faults.push(SettingsError::MetricsToken);
        }
        let missing = |path: &Option<PathBuf>| path.clone().filter(|path| !path.is_file());
        faults.extend(missing(&self.policy).map(SettingsError::Policy));
        let typefaces = self.typeface.iter().filter(|path| !path.is_file());
        faults.extend(typefaces.cloned().map(SettingsError::Typeface));
        faults.extend(missing(&self.calendar).map(SettingsError::Calendar));
        faults.extend(missing(&self.former_regions).map(SettingsError::FormerRegions));
        if faults.is_empty() {
            Ok(())
        } else {
            Err(faults)
        }
    }
}

fn public_url_fault(text: &str) -> Option<&'static str> {
    let Ok(url) = Url::parse(text) else {
        return Some("it is not a URL");
    };
    if !matches!(url.scheme(), "http" | "https") {
        return Some("its scheme is neither http nor https");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Some("it has a query or a fragment");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some("it holds a user name or password");
    }
    text.ends_with('/').then_some("it ends with a slash")
}

/// A secret setting. `Debug` and `Display` show stars, so it cannot get into a log by accident.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The secret itself, for the one place that uses it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl FromStr for Secret {
    type Err = Infallible;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(value))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("***")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("***")
    }
}
