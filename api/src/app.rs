//! The one application that the server and the tests run, and what it serves beside the features.

mod coding;
mod envelope;
mod operations;
mod pages;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{App, Error};
use utoipa::openapi::OpenApi;

use crate::contract::{self, Contract};
use crate::routes::{Description, Routes};
use crate::services::{RouteTable, Services, Surface};

/// Addresses that are no part of the contract, with their methods.
const OUTSIDE_THE_CONTRACT: &[(&str, &[&str])] = &[
    ("/", &["GET"]),
    ("/metrics", &["GET"]),
    ("/openapi.json", &["GET"]),
    ("/swagger-ui", &["GET"]),
    ("/swagger-ui/{tail:.*}", &["GET"]),
];

/// Builds the application. `features` registers the features' routes, and thereby their part of the
/// contract, which the first worker collects.
pub fn app<F: Fn(&mut Routes<'_>)>(
    services: &Data<Services>,
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
    services.surface.get_or_init(|| surface(&features));
    let app = App::new().configure(|config| {
        let mut routes = Routes::Served(config);
        features(&mut routes);
        routes.tagged("service", service);
    });
    // The last `wrap` is the outermost: problems are rendered after everything else, also those
    // that stand in for what `Compress` refuses.
    app.app_data(services.clone())
        .service(pages::landing_get)
        .service(operations::openapi_get)
        .route("/metrics", web::get().to(operations::metrics_get))
        .service(web::redirect("/swagger-ui", "/swagger-ui/"))
        .service(operations::swagger_ui())
        .default_service(web::to(operations::unmatched))
        .wrap(from_fn(envelope::limit_open_calls))
        .wrap(Compress::default())
        .wrap(from_fn(envelope::envelope))
}

/// The contract's routes that belong to no feature.
fn service(routes: &mut Routes<'_>) {
    routes
        .service(operations::health_get)
        .service(operations::readiness_get)
        .service(pages::problem_list)
        .service(pages::problem_get);
}

/// The contract that [`app`] serves with these features, without serving it.
pub fn contract_of(features: impl FnOnce(&mut Routes<'_>)) -> Contract {
    Contract::new(collected(features))
}

fn surface(features: impl FnOnce(&mut Routes<'_>)) -> Surface {
    let collected = collected(features);
    Surface {
        routes: RouteTable::new(&collected, OUTSIDE_THE_CONTRACT),
        contract: Contract::new(collected),
    }
}

fn collected(features: impl FnOnce(&mut Routes<'_>)) -> OpenApi {
    let mut description = Description::default();
    let mut routes = Routes::Described(&mut description);
    routes.tagged("service", service);
    features(&mut routes);
    description.under(contract::skeleton())
}

/// The application on the metrics port: the figures and nothing else.
pub fn metrics_app(
    services: &Data<Services>,
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
        .app_data(services.clone())
        .route("/metrics", web::get().to(operations::metrics_get_open))
        .wrap(from_fn(envelope::envelope))
}
