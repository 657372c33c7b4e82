//! What holds for every answer, whatever the operation.

use super::super::{Answer, PUBLIC_URL};

/// Where errors follow RFC 6749 section 5.2 instead.
const TOKEN_ENDPOINT: &str = "/oauth/token";

/// The problem code of an answer, if it is a problem document.
pub(super) fn problem_code(answer: &Answer) -> Option<String> {
    let is_problem = answer.media_type() == Some("application/problem+json");
    if !is_problem || answer.body.is_empty() {
        return None;
    }
    Some(answer.json()["code"].as_str()?.to_owned())
}

/// In what an answer breaks the conventions.
pub(super) fn faults(answer: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, fault: &str| {
        if !holds {
            faults.push(fault.to_owned());
        }
    };
    let has = |name: &str| answer.headers.contains_key(name);
    demand(answer.status() != 500, "an internal error");
    for name in ["x-request-id", "traceparent", "api-version"] {
        demand(has(name), &format!("no {name}"));
    }
    match answer.status() {
        401 => demand(has("www-authenticate"), "401 without WWW-Authenticate"),
        405 => demand(has("allow"), "405 without Allow"),
        429 | 503 => demand(has("retry-after"), "429 or 503 without Retry-After"),
        _ => {}
    }
    let failed = answer.status() >= 400;
    if failed && answer.method != "HEAD" {
        if answer.path() == TOKEN_ENDPOINT && answer.media_type() == Some("application/json") {
            demand(
                answer.json()["error"].is_string(),
                "no `error` of RFC 6749 section 5.2",
            );
        } else {
            faults.extend(faults_of_problem(answer));
        }
    }
    faults
}

fn faults_of_problem(answer: &Answer) -> Vec<String> {
    if answer.media_type() != Some("application/problem+json") {
        return vec!["an error that is no problem document".to_owned()];
    }
    let problem = answer.json();
    let mut faults = Vec::new();
    let code = problem["code"].as_str().unwrap_or_default();
    if problem["type"] != format!("{PUBLIC_URL}/problems/{code}") {
        faults.push(format!("the problem's type is {}", problem["type"]));
    }
    if problem["status"] != answer.status() {
        faults.push(format!("the problem's status is {}", problem["status"]));
    }
    for member in ["title", "detail", "trace_id"] {
        if problem[member].as_str().unwrap_or_default().is_empty() {
            faults.push(format!("the problem has no {member}"));
        }
    }
    faults
}
