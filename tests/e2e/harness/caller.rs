//! Who calls.

use std::sync::Arc;

use serde_json::Value;
use ureq::http::Method;

use super::call::{Call, Endpoint};

/// What a client proves itself with.
#[derive(Debug, Clone)]
pub(crate) struct Credentials {
    /// The OAuth `client_id`.
    pub(crate) id: String,
    /// The OAuth `client_secret`.
    pub(crate) secret: String,
}

impl Credentials {
    /// Reads the lines `client_id: …` and `client_secret: …`.
    pub(crate) fn read(printed: &str) -> Self {
        let value = |name: &str| {
            printed
                .lines()
                .find_map(|line| line.trim().strip_prefix(name))
                .unwrap_or_else(|| panic!("no `{name}` in:\n{printed}"))
                .trim()
                .to_owned()
        };
        Self {
            id: value("client_id:"),
            secret: value("client_secret:"),
        }
    }

    /// The `Authorization` header of HTTP Basic (RFC 7617).
    pub(crate) fn basic(&self) -> String {
        use base64::Engine as _;
        let pair = format!("{}:{}", self.id, self.secret);
        format!(
            "Basic {}",
            base64::engine::general_purpose::STANDARD.encode(pair)
        )
    }
}

/// Somebody who calls a server. Cheap to clone, and can be sent to other threads.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(super) endpoint: Arc<Endpoint>,
    pub(super) token: Option<String>,
    credentials: Option<Credentials>,
}

impl Caller {
    pub(super) fn anonymous(endpoint: &Arc<Endpoint>) -> Self {
        Self {
            endpoint: Arc::clone(endpoint),
            token: None,
            credentials: None,
        }
    }

    pub(super) fn authorised(endpoint: &Arc<Endpoint>, credentials: Credentials) -> Self {
        let token = Self::anonymous(endpoint)
            .post("/oauth/token")
            .header("Authorization", &credentials.basic())
            .form(&[("grant_type", "client_credentials")])
            .send()
            .expect(200)
            .json()["access_token"]
            .as_str()
            .unwrap()
            .to_owned();
        Self {
            endpoint: Arc::clone(endpoint),
            token: Some(token),
            credentials: Some(credentials),
        }
    }

    /// The same caller with another token.
    #[must_use]
    pub(crate) fn with_token(&self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self.clone()
        }
    }

    /// The same caller at another process of the same installation.
    #[must_use]
    pub(crate) fn at(&self, server: &super::TestServer) -> Self {
        Self {
            endpoint: server.anonymous().endpoint,
            ..self.clone()
        }
    }

    /// Its access token.
    pub(crate) fn token(&self) -> &str {
        self.token.as_deref().expect("a caller with a token")
    }

    /// What it got its token for.
    pub(crate) fn credentials(&self) -> &Credentials {
        self.credentials.as_ref().expect("a caller with a client")
    }

    /// A read.
    pub(crate) fn get(&self, target: impl AsRef<str>) -> Call<'_> {
        self.call("GET", target.as_ref())
    }

    /// A command or a new thing.
    pub(crate) fn post(&self, target: impl AsRef<str>) -> Call<'_> {
        self.call("POST", target.as_ref())
    }

    /// An update.
    pub(crate) fn patch(&self, target: impl AsRef<str>) -> Call<'_> {
        self.call("PATCH", target.as_ref())
    }

    /// Any method, on a path with its query or on an address that the service gave.
    pub(crate) fn call(&self, method: &str, target: &str) -> Call<'_> {
        let target = target.strip_prefix(super::PUBLIC_URL).unwrap_or(target);
        Call::new(self, Method::from_bytes(method.as_bytes()).unwrap(), target)
    }

    /// All items of a list, page after page.
    pub(crate) fn all(&self, list: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut target = list.to_owned();
        loop {
            let page = self.get(&target).send().expect(200);
            items.extend(page.json()["items"].as_array().unwrap().iter().cloned());
            let Some(link) = page.header_if_any("link") else {
                return items;
            };
            let next = link
                .strip_prefix('<')
                .and_then(|link| link.strip_suffix(">; rel=\"next\""));
            next.unwrap_or_else(|| panic!("{link} does not lead on"))
                .clone_into(&mut target);
        }
    }
}
