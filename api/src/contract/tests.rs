//! What a reader of the contract finds in it.

use serde_json::Value;

use super::{ContractDrift, check, write};
use crate::app::contract_of;
use crate::auth::Scope;
use crate::testing::{features, get_request, send};

fn document() -> Value {
    serde_json::from_str(contract_of(features).text()).unwrap()
}

#[actix_web::test]
async fn what_is_served_is_what_is_written_to_the_file() {
    let served = send(get_request("/openapi.json")).await;
    let written = contract_of(features);
    assert_eq!(served.body, written.text().as_bytes());
    assert!(written.text().ends_with("}\n"));
    assert_eq!(written.text(), contract_of(features).text());
}

#[test]
fn the_contract_says_what_it_is_and_under_which_licence() {
    let document = document();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    assert_eq!(document["info"]["license"]["identifier"], "Apache-2.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let flow = &document["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"];
    assert_eq!(flow["tokenUrl"], "/oauth/token");
    for scope in Scope::ALL {
        assert!(flow["scopes"][scope.as_str()].is_string(), "{scope:?}");
        assert_eq!(Scope::parse(scope.as_str()), Some(*scope));
    }
}

#[test]
fn every_operation_names_the_problems_it_can_answer_with() {
    let document = document();
    let statuses = |path: &str, method: &str| -> Vec<String> {
        document["paths"][path][method]["responses"]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect()
    };
    let has = |path, method, wanted: &[&str]| {
        let found = statuses(path, method);
        for status in wanted {
            assert!(
                found.iter().any(|other| other == status),
                "{method} {path}: {found:?}"
            );
        }
    };
    has(
        "/v1/things",
        "post",
        &["201", "400", "413", "415", "422", "429", "500", "503"],
    );
    has("/v1/things/{id}", "patch", &["200", "404", "412", "428"]);
    has("/v1/secret/{what}", "get", &["200", "401", "403", "404"]);
    assert!(!statuses("/v1/things", "get").contains(&"401".to_owned()));
    let reference = &document["paths"]["/v1/things"]["post"]["responses"]["422"]["$ref"];
    assert_eq!(reference, "#/components/responses/InvalidData");
    assert!(document["components"]["responses"]["InvalidData"].is_object());
    assert_eq!(
        document["components"]["schemas"]["Problem"]["type"],
        "object"
    );
    assert!(document["components"]["schemas"]["ProblemFieldError"].is_object());
}

#[test]
fn a_stale_file_is_told_with_the_line_and_the_command() {
    let folder = std::env::temp_dir().join(format!("yongwei-contract-{}", uuid::Uuid::now_v7()));
    let path = folder.join("openapi").join("openapi.json");
    assert!(matches!(
        check(&path, "{}\n"),
        Err(ContractDrift::Unreadable { .. })
    ));
    write(&path, "{\n  \"a\": 1\n}\n").unwrap();
    assert!(check(&path, "{\n  \"a\": 1\n}\n").is_ok());
    let drift = check(&path, "{\n  \"a\": 2\n}\n").unwrap_err().to_string();
    assert!(
        drift.contains("line 2") && drift.contains("cargo run -- openapi"),
        "{drift}"
    );
    // One file is the beginning of the other.
    assert!(check(&path, "{\n  \"a\": 1\n}").is_err());
    std::fs::remove_dir_all(folder).unwrap();
}

#[actix_web::test]
async fn swagger_ui_keeps_the_authorisation_and_loads_the_contract() {
    let page = send(get_request("/swagger-ui/")).await;
    assert!(page.header("content-type").starts_with("text/html"));
    let script = send(get_request("/swagger-ui/swagger-initializer.js")).await;
    let script = String::from_utf8(script.body.to_vec()).unwrap();
    for part in [
        "/openapi.json",
        "\"persistAuthorization\": true",
        "\"tryItOutEnabled\": true",
        "initOAuth",
    ] {
        assert!(script.contains(part), "{part} is not in\n{script}");
    }
    let short = send(get_request("/swagger-ui")).await;
    assert_eq!(short.header("location"), "/swagger-ui/");
    assert!(short.status.is_redirection());
}
