//! Somebody without a token who sends something in.

use std::future::{Ready, ready};
use std::net::IpAddr;

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use domain::ids::ClientId;
use domain::regions::RegionCode;
use persistence::RegionScope;
use persistence::idempotency::Owner;

use super::Sender;
use crate::problems::Problem;
use crate::services::Services;

/// Somebody from the public. One exists only where the allowance of the address was not used up, so
/// that a handler cannot forget to count.
#[derive(Debug, Clone, Copy)]
pub struct AnonymousCaller {
    address: Option<IpAddr>,
}

impl FromRequest for AnonymousCaller {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(admit(request))
    }
}

fn admit(request: &HttpRequest) -> Result<AnonymousCaller, Problem> {
    let services = Services::of(request)?;
    let address = services.caller_address(request);
    services.public_writes.check_peer(address)?;
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
