//! Who calls: an extractor that carries the needed scope in its type.
//!
//! A handler that takes no [`Caller`] has no region scope, and without a region scope there is no
//! query of region-bound data.

use std::marker::PhantomData;
use std::sync::Arc;

use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};
use domain::ids::ClientId;
use domain::regions::RegionCode;
use persistence::RegionScope;
use persistence::idempotency::Owner;
use std::future::{Ready, ready};

use super::Sender;
use super::permissions::Permission;
use crate::credentials::Grant;
use crate::problems::{Code, Problem};
use crate::services::Services;

/// A caller whose token was verified and holds the scope of `P`.
#[derive(Debug, Clone)]
pub struct Caller<P> {
    grant: Arc<Grant>,
    regions: RegionScope,
    permission: PhantomData<P>,
}

impl<P> Caller<P> {
    /// The calling client.
    #[must_use]
    pub fn client(&self) -> ClientId {
        self.grant.client
    }

    /// The regions whose files the caller may see.
    #[must_use]
    pub fn regions(&self) -> &RegionScope {
        &self.regions
    }

    /// What the token allows.
    #[must_use]
    pub fn grant(&self) -> &Grant {
        &self.grant
    }

    /// The region in whose name the caller acts: the first of its token.
    pub fn home(&self) -> Result<RegionCode, Problem> {
        self.grant
            .regions
            .first()
            .copied()
            .ok_or_else(|| Problem::new(Code::InvalidToken))
    }

    /// Refuses a caller that does not act for the whole city.
    pub fn require_city(&self) -> Result<(), Problem> {
        match self.regions {
            RegionScope::City => Ok(()),
            RegionScope::Regions(_) => Err(Problem::new(Code::CityOnly)),
        }
    }
}

impl<P> Sender for Caller<P> {
    fn client(&self) -> Option<ClientId> {
        Some(self.grant.client)
    }

    fn key_owner(&self) -> Owner {
        Owner::Client(self.grant.client)
    }

    fn token_regions(&self) -> &[RegionCode] {
        &self.grant.regions
    }

    fn scope(&self) -> RegionScope {
        self.regions.clone()
    }
}

impl<P: Permission> FromRequest for Caller<P> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(authorise(request))
    }
}

fn authorise<P: Permission>(request: &HttpRequest) -> Result<Caller<P>, Problem> {
    let services = Services::of(request)?;
    let token = bearer(request)?;
    let grant = services.tokens.verify(token).map_err(|error| {
        tracing::debug!(%error, "a token was refused");
        Problem::new(Code::InvalidToken)
    })?;
    services.limits.check_client(grant.client)?;
    request.extensions_mut().insert(grant.client);
    if !P::ANY_OF.iter().any(|scope| grant.scopes.contains(*scope)) {
        return Err(Problem::insufficient_scope(P::SCOPE.as_str()));
    }
    let regions = services.region_scope(&grant.regions);
    Ok(Caller {
        grant,
        regions,
        permission: PhantomData,
    })
}

/// The token of an `Authorization: Bearer` header (RFC 6750 section 2.1).
fn bearer(request: &HttpRequest) -> Result<&str, Problem> {
    let header = request
        .headers()
        .get(AUTHORIZATION)
        .ok_or_else(|| Problem::new(Code::MissingToken))?;
    let (scheme, token) = header
        .to_str()
        .ok()
        .and_then(|value| value.split_once(' '))
        .ok_or_else(|| Problem::new(Code::InvalidToken))?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(Problem::new(Code::MissingToken));
    }
    Ok(token.trim())
}
