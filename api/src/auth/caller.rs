//! Who calls: with a token, in an extractor that carries the needed scope in its type, or without.
//!
//! A handler that takes no [`Caller`] has no region scope, and without a region scope there is no
//! query of region-bound data.

use std::future::{Ready, ready};
use std::marker::PhantomData;
use std::net::IpAddr;
use std::sync::Arc;

use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, dev::Payload};
use domain::ids::ClientId;
use domain::regions::RegionCode;
use futures_util::future::LocalBoxFuture;
use persistence::RegionScope;
use persistence::idempotency::Owner;

use super::permissions::Permission;
use crate::credentials::Grant;
use crate::problems::{Code, Problem};
use crate::services::Services;

/// Who gives a command.
pub trait Sender {
    /// The calling client; none for somebody without a token.
    fn client(&self) -> Option<ClientId>;
    /// Whose idempotency keys these are.
    fn key_owner(&self) -> Owner;
    /// The regions of the token.
    fn token_regions(&self) -> &[RegionCode];
    /// The regions whose files the sender may see.
    fn scope(&self) -> RegionScope;
}

/// A caller whose token was verified and holds the scope of `P`.
#[derive(Debug, Clone)]
pub struct Caller<P> {
    grant: Arc<Grant>,
    regions: RegionScope,
    permission: PhantomData<P>,
}

impl<P> Caller<P> {
    /// The calling client.
    pub fn client(&self) -> ClientId {
        self.grant.client
    }

    /// The regions whose files the caller may see.
    pub fn regions(&self) -> &RegionScope {
        &self.regions
    }

    /// What the token allows.
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

/// Somebody from the public. One exists only where the allowance of the address was not used up, so
/// that a handler cannot forget to count.
#[derive(Debug, Clone, Copy)]
pub struct AnonymousCaller {
    address: Option<IpAddr>,
}

impl FromRequest for AnonymousCaller {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(admit(request.clone()))
    }
}

async fn admit(request: HttpRequest) -> Result<AnonymousCaller, Problem> {
    let services = Services::of(&request)?;
    let address = services.caller_address(&request);
    services
        .public_writes
        .admit(&services.store, address)
        .await?;
    Ok(AnonymousCaller { address })
}

impl Sender for AnonymousCaller {
    fn client(&self) -> Option<ClientId> {
        None
    }

    /// Two people at two addresses may use the same key without meeting, so that neither gets the
    /// other's answer.
    fn key_owner(&self) -> Owner {
        Owner::Anonymous(self.address)
    }

    fn token_regions(&self) -> &[RegionCode] {
        &[]
    }

    fn scope(&self) -> RegionScope {
        RegionScope::Regions(Vec::new())
    }
}
