//! The one application that the server and the tests run.

use std::net::IpAddr;
use std::sync::OnceLock;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{App, Error, HttpRequest};
use utoipa::openapi::OpenApi;

use crate::contract::{self, Contract};
use crate::health::{self, Readiness};
use crate::http::metrics::{self, MetricsToken};
use crate::http::route_table::{self, RouteTable};
use crate::http::{BodyLimit, Limits, Metrics, TrustedProxies, middleware};
use crate::routes::{Description, Routes};
use crate::{pages, problems};

/// Addresses that are no part of the contract, with their methods.
const OUTSIDE_THE_CONTRACT: &[(&str, &[&str])] = &[
    ("/", &["GET"]),
    ("/metrics", &["GET"]),
    ("/openapi.json", &["GET"]),
    ("/swagger-ui", &["GET"]),
    ("/swagger-ui/{tail:.*}", &["GET"]),
];

/// What all requests share, made once for each process.
#[derive(Debug)]
pub struct Kernel {
    /// The address by which callers reach the service, without a slash at its end.
    pub public_url: String,
    /// The largest body that is read.
    pub body_limit: BodyLimit,
    /// How often a caller may call.
    pub limits: Limits,
    /// How often the public may send something in.
    pub public_writes: Limits,
    /// The proxies whose word on who calls is believed.
    pub trusted_proxies: TrustedProxies,
    /// The figures of this process.
    pub metrics: Metrics,
    /// Who may read the figures on the service's own port.
    pub metrics_token: MetricsToken,
    /// What must work before requests are sent here.
    pub readiness: Readiness,
    /// What stands at which address, once the first worker has collected it.
    pub surface: OnceLock<Surface>,
}

/// What stands at which address, shared by all workers.
#[derive(Clone)]
pub struct Surface {
    contract: Data<Contract>,
    routes: Data<RouteTable>,
}

impl Surface {
    fn new(features: impl FnOnce(&mut Routes<'_>)) -> Self {
        let collected = collected(features);
        Self {
            routes: Data::new(RouteTable::new(&collected, OUTSIDE_THE_CONTRACT)),
            contract: Data::new(Contract::new(collected)),
        }
    }
}

impl std::fmt::Debug for Surface {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Surface").finish_non_exhaustive()
    }
}

impl Kernel {
    /// Where a call comes from; `None` in tests without a connection.
    #[must_use]
    pub fn caller_address(&self, request: &HttpRequest) -> Option<IpAddr> {
        let connected = request.peer_addr()?.ip();
        Some(self.trusted_proxies.caller(connected, request.headers()))
    }
}

/// Builds the application. `features` registers the features' routes, and thereby their part of the
/// contract, which the first worker collects.
pub fn app<F: Fn(&mut Routes<'_>)>(
    kernel: &Data<Kernel>,
    features: F,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = Error,
        InitError = (),
    > + use<F>,
> {
    let surface = kernel.surface.get_or_init(|| Surface::new(&features));
    let app = App::new().configure(|config| {
        let mut routes = Routes::Served(config);
        features(&mut routes);
        service(&mut routes);
    });
    // The last `wrap` is the outermost: problems are rendered after everything else, also those
    // that stand in for what `Compress` refuses.
    app.app_data(kernel.clone())
        .app_data(Data::new(kernel.body_limit))
        .app_data(Data::new(kernel.metrics.clone()))
        .app_data(Data::new(kernel.metrics_token.clone()))
        .app_data(surface.routes.clone())
        .app_data(surface.contract.clone())
        .service(pages::landing_get)
        .service(contract::openapi_get)
        .route("/metrics", web::get().to(metrics::metrics_get))
        .service(web::redirect("/swagger-ui", "/swagger-ui/"))
        .service(contract::swagger_ui())
        .default_service(web::to(route_table::unmatched))
        .wrap(from_fn(middleware::limit_open_calls))
        .wrap(Compress::default())
        .wrap(from_fn(middleware::envelope))
}

/// The contract's routes that belong to no feature.
fn service(routes: &mut Routes<'_>) {
    routes
        .service(health::health_get)
        .service(health::readiness_get)
        .service(problems::problem_list)
        .service(problems::problem_get);
}

/// The contract that [`app`] serves with these features, without serving it.
#[must_use]
pub fn contract_of(features: impl FnOnce(&mut Routes<'_>)) -> Contract {
    Contract::new(collected(features))
}

fn collected(features: impl FnOnce(&mut Routes<'_>)) -> OpenApi {
    let mut description = Description::default();
    let mut routes = Routes::Described(&mut description);
    service(&mut routes);
    features(&mut routes);
    description.under(contract::skeleton())
}

/// The application on the metrics port: the figures and nothing else.
pub fn metrics_app(
    metrics: &Metrics,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    App::new()
        .app_data(Data::new(metrics.clone()))
        .route("/metrics", web::get().to(metrics::metrics_get_open))
        .wrap(from_fn(middleware::envelope))
}
