//! The one middleware around everything: ids, span, figures, HEAD, common headers, and the
//! rendering of problems. It is outermost, so that no answer passes without it.

use std::convert::Infallible;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, ResponseError};
use domain::ids::ClientId;
use futures_util::FutureExt;
use tracing::Instrument;

use super::coding::Condition;
use super::operations::allow_any_page;
use crate::API_VERSION;
use crate::commands::MARKS;
use crate::http::RequestIds;
use crate::problems::{AsIs, Code, Language, Problem, render};
use crate::sandbox;
use crate::services::Services;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");
const API_VERSION_HEADER: HeaderName = HeaderName::from_static("api-version");

/// The route of requests that no route took, in logs and figures: their paths are not bounded.
const UNMATCHED: &str = "unmatched";

/// Wraps every request; see the module.
pub(super) async fn envelope<B: MessageBody + 'static>(
    services: Data<Services>,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let ids = RequestIds::accept_or_make(request.headers());
    request.extensions_mut().insert(ids.clone());
    let running = services.metrics.start();
    let method = request.method().clone();
    if method == Method::HEAD {
        // Routes know GET only; the body is dropped below.
        request.head_mut().method = Method::GET;
        // A stretch can be asked for of GET only (RFC 9110 section 14.2).
        request.headers_mut().remove(header::RANGE);
    }
    let condition = Condition::take(&mut request);
    let languages: Vec<HeaderValue> = request
        .headers()
        .get_all(header::ACCEPT_LANGUAGE)
        .cloned()
        .collect();
    let span = tracing::info_span!(
        "request",
        %method,
        trace_id = %ids.trace_id,
        request_id = %ids.request_id,
    );
    async move {
        if services.sandbox && request.path() != "/healthz" {
            sandbox::follow(&services.store).await;
        }
        // A handler that panics must not take the connection, and so other requests, with it.
        let answered = AssertUnwindSafe(next.call(request)).catch_unwind().await;
        let Ok(response) = answered else {
            let took = started.elapsed();
            services.metrics.answered(&method, UNMATCHED, 500, took);
            let language = Language::preferred(languages.iter());
            let (problem, mut answer) = after_panic(language, &services.public_url, &ids);
            add_common_headers(answer.headers_mut(), &ids);
            return Err(InternalError::from_response(problem, answer).into());
        };
        let response = response?.map_into_boxed_body();
        let mut response = finish(response, &services.public_url, &ids);
        add_headers(&mut response, &services, &ids);
        condition.mark(&mut response);
        if method == Method::HEAD {
            response = response.map_body(|_, body| BoxBody::new(NoContent(body.size())));
        }
        let status = response.status().as_u16();
        let took = started.elapsed();
        let route = response.request().match_pattern();
        let route = route.as_deref().unwrap_or(UNMATCHED);
        services.metrics.answered(&method, route, status, took);
        log(&response, &method, route, took);
        drop(running);
        Ok(response)
    }
    .instrument(span)
    .await
}

/// One line for a request. Figures count every one; a line for each read that went well would drown
/// the others.
fn log(response: &ServiceResponse, method: &Method, route: &str, took: Duration) {
    let status = response.status().as_u16();
    let milliseconds = took.as_secs_f64() * 1000.0;
    let extensions = response.request().extensions();
    let client_id = extensions.get::<ClientId>().map(tracing::field::display);
    if method.is_safe() && status < 400 {
        tracing::debug!(route, status, milliseconds, client_id, "answered");
    } else {
        tracing::info!(route, status, milliseconds, client_id, "answered");
    }
}

fn add_headers(response: &mut ServiceResponse, services: &Services, ids: &RequestIds) {
    let with_token = response
        .request()
        .headers()
        .contains_key(header::AUTHORIZATION);
    let open_to_pages = response.request().headers().contains_key(header::ORIGIN)
        && services
            .routes()
            .is_some_and(|routes| routes.is_open_read(response.request().path()));
    let headers = response.headers_mut();
    add_common_headers(headers, ids);
    if with_token && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if open_to_pages {
        allow_any_page(headers);
    }
}

/// What every answer carries, whatever the request.
fn add_common_headers(headers: &mut HeaderMap, ids: &RequestIds) {
    headers.insert(API_VERSION_HEADER, HeaderValue::from_static(API_VERSION));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    for (name, value) in [
        (X_REQUEST_ID, &ids.request_id),
        (TRACEPARENT, &ids.traceparent),
    ] {
        // Both were checked to be visible ASCII.
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
}

/// Counts calls without a valid token against the address they come from: those without any at once, those
/// whose token or secret turned out wrong afterwards, so that nobody can guess without end. Calls
/// with a good token are counted against their client by [`crate::auth`].
pub(super) async fn limit_open_calls<B: MessageBody + 'static>(
    services: Data<Services>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let with_token = request.headers().contains_key(header::AUTHORIZATION);
    let exempt = with_token || matches!(request.path(), "/healthz" | "/readyz");
    if !exempt && let Err(problem) = count_peer(&services, request.request()) {
        return Ok(request.error_response(problem));
    }
    let response = next.call(request).await?.map_into_boxed_body();
    if with_token
        && response.status() == StatusCode::UNAUTHORIZED
        && let Err(problem) = count_peer(&services, response.request())
    {
        return Ok(response.error_response(problem));
    }
    Ok(response)
}

fn count_peer(services: &Services, request: &HttpRequest) -> Result<(), Problem> {
    let address = services.caller_address(request);
    services.limits.check_peer(address)
}

/// Gives every error answer its document. Errors that carry no [`Problem`] (a library's default)
/// get the one of their status, and lose whatever text they had.
fn finish(
    response: ServiceResponse<BoxBody>,
    public_url: &str,
    ids: &RequestIds,
) -> ServiceResponse<BoxBody> {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error())
        || response.response().extensions().get::<AsIs>().is_some()
    {
        return response;
    }
    let stashed = response.response().extensions().get::<Problem>().cloned();
    let problem = stashed.unwrap_or_else(|| {
        let problem = Problem::new(Code::of_status(status));
        match response.response().error() {
            Some(error) => problem.caused_by(error.to_string()),
            None => problem,
        }
    });
    if problem.status_code().is_server_error() {
        let cause = problem.cause().map(cause_chain).unwrap_or_default();
        tracing::error!(code = problem.code().as_str(), cause, "request failed");
    }
    let (request, refusal) = response.into_parts();
    let mut answer = render(&problem, Language::of(&request), public_url, &ids.trace_id);
    for mark in MARKS {
        if let Some(value) = refusal.headers().get(&mark) {
            answer.headers_mut().insert(mark, value.clone());
        }
    }
    ServiceResponse::new(request, answer)
}

/// The problem and the answer where a handler panicked and took the request with it.
fn after_panic(language: Language, public_url: &str, ids: &RequestIds) -> (Problem, HttpResponse) {
    let problem = Problem::new(Code::InternalError);
    let answer = render(&problem, language, public_url, &ids.trace_id);
    (problem, answer)
}

fn cause_chain(cause: &(dyn std::error::Error + Send + Sync)) -> String {
    let mut text = cause.to_string();
    let mut next = cause.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}

/// The content of an answer to HEAD (RFC 9110 section 9.3.2): the length of that of GET, so that
/// `Content-Length` stays, and nothing else.
struct NoContent(BodySize);

impl MessageBody for NoContent {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        self.0
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(None)
    }
}
