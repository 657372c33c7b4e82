//! Every error answer as a problem document.

use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::{HttpResponse, ResponseError};

use crate::commands::MARKS;
use crate::http::RequestIds;
use crate::problems::{AsIs, Code, Language, Problem, render};

/// Gives every error answer its document. Errors that carry no [`Problem`] (a library's default)
/// get the one of their status, and lose whatever text they had.
#[must_use]
pub(super) fn finish(
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
#[must_use]
pub(super) fn after_panic(
    language: Language,
    public_url: &str,
    ids: &RequestIds,
) -> (Problem, HttpResponse) {
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
