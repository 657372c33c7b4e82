//! The answer of a command, as it is sent and as it is stored.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{ContentType, ETAG, LOCATION};
use persistence::idempotency::Lifetime;
use serde::{Deserialize, Serialize};

use crate::http::EntityTag;
use crate::problems::Problem;

/// A successful answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Answer {
    status: u16,
    /// A path below the public URL: a stored answer must outlive a move of the service.
    location: Option<String>,
    etag: Option<String>,
    /// JSON text; empty for 204.
    body: String,
    #[serde(skip)]
    lifetime: Lifetime,
}

impl Answer {
    /// 200 with a representation.
    pub fn ok<T: Serialize>(body: &T) -> Result<Self, Problem> {
        Self::json(StatusCode::OK, body)
    }

    /// 201 with a representation and its address, a path below the public URL.
    pub fn created<T: Serialize>(location: String, body: &T) -> Result<Self, Problem> {
        let mut answer = Self::json(StatusCode::CREATED, body)?;
        answer.location = Some(location);
        Ok(answer)
    }

    /// 201 for what has no address that the caller could open, or one that is a secret.
    pub fn received<T: Serialize>(body: &T) -> Result<Self, Problem> {
        Self::json(StatusCode::CREATED, body)
    }

    /// 204: done, and nothing to show.
    pub fn no_content() -> Self {
        Self {
            status: StatusCode::NO_CONTENT.as_u16(),
            location: None,
            etag: None,
            body: String::new(),
            lifetime: Lifetime::default(),
        }
    }

    /// With the entity tag of the representation.
    #[must_use]
    pub fn tagged(mut self, tag: &EntityTag) -> Self {
        self.etag = Some(tag.to_string());
        self
    }

    /// With a secret of a client in it: what is stored for a retry should not open doors for long.
    #[must_use]
    pub fn with_secret(mut self) -> Self {
        self.lifetime = Lifetime::QuarterHour;
        self
    }

    /// How long a retry gets this answer.
    pub(super) fn lifetime(&self) -> Lifetime {
        self.lifetime
    }

    fn json<T: Serialize>(status: StatusCode, body: &T) -> Result<Self, Problem> {
        Ok(Self {
            status: status.as_u16(),
            location: None,
            etag: None,
            body: serde_json::to_string(body).map_err(Problem::internal)?,
            lifetime: Lifetime::default(),
        })
    }

    /// The answer over HTTP, its `Location` absolute on the public URL.
    pub(super) fn into_response(self, public_url: &str) -> Result<HttpResponse, Problem> {
        let status = StatusCode::from_u16(self.status).map_err(Problem::internal)?;
        let mut response = HttpResponse::build(status);
        if let Some(path) = self.location {
            response.insert_header((LOCATION, format!("{public_url}{path}")));
        }
        if let Some(etag) = self.etag {
            response.insert_header((ETAG, etag));
        }
        if self.body.is_empty() {
            return Ok(response.finish());
        }
        Ok(response.content_type(ContentType::json()).body(self.body))
    }
}
