//! What the features share: the store, the tokens, the policy.

use std::fmt;
use std::sync::Arc;

use actix_web::{HttpRequest, web};
use domain::attachments::Allowance;
use domain::regions::RegionCode;
use persistence::{RegionScope, Store};

use crate::auth::{Signatures, Tokens};
use crate::documents::Press;
use crate::policy::Policies;
use crate::problems::Problem;

/// The parts that handlers work with, made once for each process.
pub struct State {
    /// Every read and write.
    pub store: Store,
    /// The keys that sign.
    pub signatures: Arc<Signatures>,
    /// Access tokens.
    pub tokens: Tokens,
    /// Every version of the city's policy.
    pub policies: Policies,
    /// How much may be handed in as attachments.
    pub attachments: Allowance,
    /// What renders documents.
    pub press: Press,
    /// The address by which callers reach the service, without a slash at its end.
    pub public_url: String,
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("State").finish_non_exhaustive()
    }
}

impl State {
    /// The state behind a request.
    pub fn of(request: &HttpRequest) -> Result<&web::Data<Self>, Problem> {
        request
            .app_data::<web::Data<Self>>()
            .ok_or_else(|| Problem::internal("the application state is missing"))
    }

    /// What a token with these regions may see: the city's own code opens every file.
    #[must_use]
    pub fn region_scope(&self, regions: &[RegionCode]) -> RegionScope {
        if regions.contains(&self.policies.city()) {
            RegionScope::City
        } else {
            RegionScope::Regions(regions.to_vec())
        }
    }
}
