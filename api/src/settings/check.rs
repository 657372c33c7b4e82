//! What the settings mean, and how to mend them when they mean nothing.

use std::path::PathBuf;

use url::Url;

use super::{Secret, Settings};

/// Which database, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// PostgreSQL, by its whole URL.
    Postgres(Secret),
}

/// A setting that cannot be used, and how to mend it. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Another database.
    #[error(
        "YONGWEI_DATABASE_URL: the scheme `{0}:` is not supported; write sqlite:data/yongwei.db or postgres://user:password@host/name"
    )]
    DatabaseScheme(String),
    /// No scheme, path or host.
    #[error(
        "YONGWEI_DATABASE_URL: {0}; write sqlite:data/yongwei.db or postgres://user:password@host/name"
    )]
    DatabaseUrl(&'static str),
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
}

impl Settings {
    /// Which database the settings name.
    pub fn database(&self) -> Result<DatabaseUrl, SettingsError> {
        let url = self.database_url.expose();
        let Some((scheme, rest)) = url.split_once(':') else {
            return Err(SettingsError::DatabaseUrl("it has no scheme"));
        };
        match scheme {
            "sqlite" => {
                let path = rest.strip_prefix("//").unwrap_or(rest);
                if path.is_empty() {
                    return Err(SettingsError::DatabaseUrl("it names no file"));
                }
                Ok(DatabaseUrl::Sqlite(PathBuf::from(path)))
            }
            "postgres" | "postgresql" => match Url::parse(url) {
                // An empty host is libpq's way to say a local socket.
                Ok(parsed)
                    if !parsed.cannot_be_a_base()
                        && !parsed.path().trim_matches('/').is_empty() =>
                {
                    Ok(DatabaseUrl::Postgres(self.database_url.clone()))
                }
                Ok(_) => Err(SettingsError::DatabaseUrl("it names no database")),
                Err(_) => Err(SettingsError::DatabaseUrl("it is not a URL")),
            },
            other => Err(SettingsError::DatabaseScheme(
                other
                    .chars()
                    .filter(char::is_ascii_alphanumeric)
                    .take(16)
                    .collect(),
            )),
        }
    }

    /// All faults of the settings, so that they can be mended in one go.
    pub fn check(&self) -> Result<(), Vec<SettingsError>> {
        let mut faults = Vec::new();
        faults.extend(self.database().err());
        faults.extend(public_url_fault(&self.public_url).map(SettingsError::PublicUrl));
        if self
            .metrics_token
            .as_ref()
            .is_some_and(|token| token.expose().len() < 16)
        {
            faults.push(SettingsError::MetricsToken);
        }
        faults.extend(
            self.policy
                .as_ref()
                .filter(|path| !path.is_file())
                .cloned()
                .map(SettingsError::Policy),
        );
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
