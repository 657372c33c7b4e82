//! One request.

use std::sync::OnceLock;
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{Method, Request};

use super::answer::Answer;
use super::caller::Caller;
use super::contract::Contract;

/// A server as its callers see it.
pub(super) struct Endpoint {
    address: String,
    agent: Agent,
    contract: OnceLock<&'static Contract>,
}

impl Endpoint {
    pub(super) fn new(address: String) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(30)))
            .build()
            .new_agent();
        Self {
            address,
            agent,
            contract: OnceLock::new(),
        }
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    pub(super) fn contract(&self) -> &'static Contract {
        self.contract.get_or_init(|| {
            let url = format!("http://{}/openapi.json", self.address);
            let mut response = self.agent.get(url).call().unwrap();
            Contract::of(&response.body_mut().read_to_string().unwrap())
        })
    }

    pub(super) fn is_ready(&self) -> bool {
        let url = format!("http://{}/readyz", self.address);
        matches!(self.agent.get(url).call(), Ok(response) if response.status() == 200)
    }
}

/// A request that is being written.
#[must_use = "a call does nothing until it is sent"]
pub(crate) struct Call<'a> {
    caller: &'a Caller,
    pub(super) method: Method,
    pub(super) target: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Option<Vec<u8>>,
}

impl<'a> Call<'a> {
    pub(super) fn new(caller: &'a Caller, method: Method, target: &str) -> Self {
        let mut headers = Vec::new();
        if let Some(token) = &caller.token {
            headers.push(("authorization".to_owned(), format!("Bearer {token}")));
        }
        Self {
            caller,
            method,
            target: target.to_owned(),
            headers,
            body: None,
        }
    }

    /// With a header in the place of any of that name.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name = name.to_ascii_lowercase();
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    /// With a JSON body.
    pub(crate) fn json(self, body: &Value) -> Self {
        self.body("application/json", body.to_string())
    }

    /// With a body of any kind.
    pub(crate) fn body(mut self, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", media_type)
    }

    /// With the fields of a form.
    pub(crate) fn form(self, fields: &[(&str, &str)]) -> Self {
        let text = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.body("application/x-www-form-urlencoded", text)
    }

    /// With a query parameter, encoded.
    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        let separator = if self.target.contains('?') { '&' } else { '?' };
        let pair = url::form_urlencoded::Serializer::new(String::new())
            .append_pair(name, value)
            .finish();
        self.target = format!("{}{separator}{pair}", self.target);
        self
    }

    /// With an `Idempotency-Key`.
    pub(crate) fn key(self, key: &str) -> Self {
        self.header("Idempotency-Key", key)
    }

    /// With an `If-Match`.
    pub(crate) fn if_match(self, etag: &str) -> Self {
        self.header("If-Match", etag)
    }

    /// With the acting officer (`On-Behalf-Of`).
    pub(crate) fn on_behalf_of(self, officer: &str) -> Self {
        self.header("On-Behalf-Of", officer)
    }

    /// With the purpose of a sensitive read (`Access-Purpose`).
    pub(crate) fn purpose(self, purpose: &str) -> Self {
        self.header("Access-Purpose", purpose)
    }

    /// In a language (`Accept-Language`).
    pub(crate) fn language(self, tags: &str) -> Self {
        self.header("Accept-Language", tags)
    }

    /// Sends it, and fails the test when the answer breaks the contract.
    pub(crate) fn send(self) -> Answer {
        let contract = self.caller.endpoint.contract();
        let answer = self
            .exchange()
            .unwrap_or_else(|error| panic!("no answer: {error}"));
        let faults = contract.faults(&answer);
        assert!(
            faults.is_empty(),
            "{answer:?}\nbreaks the contract:\n- {}",
            faults.join("\n- ")
        );
        answer
    }

    /// Sends it to a server that may be gone before it answers. What it answers is held against
    /// nothing.
    pub(crate) fn try_send(self) -> Result<Answer, ureq::Error> {
        self.exchange()
    }

    fn exchange(self) -> Result<Answer, ureq::Error> {
        let endpoint = &self.caller.endpoint;
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(format!("http://{}{}", endpoint.address, self.target));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let mut response = match &self.body {
            Some(body) => endpoint.agent.run(request.body(body.clone())?)?,
            None => endpoint.agent.run(request.body(())?)?,
        };
        let body = response
            .body_mut()
            .with_config()
            .limit(64 * 1024 * 1024)
            .read_to_vec()?;
        Ok(Answer::new(self, &response, body))
    }
}
