//! What all requests share, made once for each process.

mod limits;
mod metrics;
mod proxies;
mod route_table;

use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use actix_web::{HttpRequest, web};
use domain::attachments::Allowance;
use domain::regions::RegionCode;
use persistence::{RegionScope, Store};

pub use limits::{Limits, PublicWrites};
pub use metrics::Metrics;
pub use proxies::TrustedProxies;
pub use route_table::RouteTable;

use crate::contract::Contract;
use crate::credentials::{Signatures, Tokens};
use crate::pdf::Renderer;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::publicity::ReadyAnswers;
use crate::serving::Serving;
use crate::settings::Secret;

/// The services of one process.
pub struct Services {
    /// The database.
    pub store: Store,
    /// The keys that sign tokens and checkpoints.
    pub signatures: Arc<Signatures>,
    /// Access tokens.
    pub tokens: Tokens,
    /// Every version of the city's policy.
    pub policies: Policies,
    /// How much may be handed in as attachments.
    pub attachments: Allowance,
    /// The renderer of documents.
    pub renderer: Renderer,
    /// The address by which callers reach the service, without a slash at its end.
    pub public_url: String,
    /// The largest JSON body that is read, in bytes.
    pub body_limit: usize,
    /// How often a caller may call.
    pub limits: Limits,
    /// How often the public may send something in.
    pub public_writes: PublicWrites,
    /// The proxies that are trusted to say who calls.
    pub trusted_proxies: TrustedProxies,
    /// What everybody may read, kept ready.
    pub(crate) ready: ReadyAnswers,
    /// The figures of this process.
    pub metrics: Metrics,
    /// Who may read the figures on the service's own port; without a token nobody.
    pub metrics_token: Option<Secret>,
    /// This process among those that serve the database.
    pub(crate) serving: Serving,
    /// Whether this is a rehearsal, whose clock can be moved.
    pub sandbox: bool,
    /// Set once the first worker has collected it.
    pub surface: OnceLock<Surface>,
}

/// What is served at which address.
#[derive(Debug)]
pub struct Surface {
    /// The contract for callers.
    pub contract: Contract,
    /// The table for requests that no route took.
    pub routes: RouteTable,
}

impl fmt::Debug for Services {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Services").finish_non_exhaustive()
    }
}

impl Services {
    /// The services behind a request.
    pub fn of(request: &HttpRequest) -> Result<&web::Data<Self>, Problem> {
        request
            .app_data::<web::Data<Self>>()
            .ok_or_else(|| Problem::internal("the services are missing"))
    }

    /// Where a call comes from; `None` in tests without a connection.
    pub fn caller_address(&self, request: &HttpRequest) -> Option<IpAddr> {
        let connected = request.peer_addr()?.ip();
        Some(self.trusted_proxies.caller(connected, request.headers()))
    }

    /// What a token with these regions may see: the city's own code opens every file.
    pub fn region_scope(&self, regions: &[RegionCode]) -> RegionScope {
        if regions.contains(&self.policies.city()) {
            RegionScope::City
        } else {
            RegionScope::Regions(regions.to_vec())
        }
    }

    /// The addresses of the service; `None` before an application was built.
    pub fn routes(&self) -> Option<&RouteTable> {
        self.surface.get().map(|surface| &surface.routes)
    }
}
