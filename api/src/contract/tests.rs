//! What a reader of the contract finds in it.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{ContractDrift, bytes, check, write};
use crate::app::contract_of;
use crate::credentials::Scope;
use crate::problems::Code;
use crate::routes::{Description, Routes};
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
        assert_eq!(scope.as_str().parse(), Ok(*scope));
    }
}

#[test]
fn no_two_schemas_share_a_name() {
    let mut description = Description::default();
    crate::features::configure(&mut Routes::Described(&mut description));
    let none: [&str; 0] = [];
    assert_eq!(description.collisions(), none);
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
    let create = &document["paths"]["/v1/things"]["post"];
    let reference = &create["responses"]["422"]["$ref"];
    assert_eq!(reference, "#/components/responses/UnprocessableEntity");
    let shared = &document["components"]["responses"]["UnprocessableEntity"];
    let example = &shared["content"]["application/problem+json"]["example"];
    assert_eq!(example["status"], 422);
    let codes =
        |path: &str, method: &str| document["paths"][path][method]["x-problem-codes"].to_string();
    // Its own, those of its headers and those of its body; not those of other operations.
    for code in ["person_exists", "idempotency_key_reused", "malformed_json"] {
        assert!(codes("/v1/things", "post").contains(code), "{code}");
    }
    for code in [
        "person_exists",
        "missing_token",
        "stale_version",
        "malformed_json",
    ] {
        assert!(!codes("/v1/things", "get").contains(code), "{code}");
    }
    assert!(codes("/v1/things", "get").contains("invalid_cursor"));
    let parameters: Vec<_> = create["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|parameter| parameter["name"].as_str().unwrap())
        .collect();
    assert_eq!(parameters, ["Idempotency-Key", "On-Behalf-Of", "dry_run"]);
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

/// The contract of the service itself.
fn service() -> Value {
    serde_json::from_str(contract_of(crate::features::configure).text()).unwrap()
}

/// Calls `each` with every object in the document and its place.
fn walk(value: &Value, place: &str, each: &mut impl FnMut(&str, &serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            each(place, object);
            for (name, inner) in object {
                walk(inner, &format!("{place}/{name}"), each);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                walk(inner, &format!("{place}/{at}"), each);
            }
        }
        _ => {}
    }
}

#[test]
fn what_is_no_json_has_no_schema_or_that_of_a_file() {
    let mut files = 0;
    walk(&service(), "", &mut |place, object| {
        let Some(contents) = object.get("content").and_then(Value::as_object) else {
            return;
        };
        for (media_type, content) in contents {
            if bytes::has_members(media_type) {
                assert!(content["schema"].is_object(), "{place}: {media_type}");
            } else if let Some(schema) = content.get("schema") {
                let file = json!({ "type": "string", "format": "binary" });
                assert_eq!(*schema, file, "{place}: {media_type}");
                files += 1;
            }
        }
    });
    assert!(files >= 4, "{files} files");
}

#[test]
fn kinds_are_told_apart_by_a_discriminator_and_not_by_trial() {
    let document = service();
    let null = json!({ "type": "null" });
    let mut discriminated = 0;
    walk(&document, "", &mut |place, object| {
        for kinds in ["oneOf", "anyOf"].iter().filter_map(|key| object.get(*key)) {
            // A value or `null` is an optional value.
            let kinds = kinds.as_array().unwrap();
            assert!(
                kinds.len() == 2 && kinds.contains(&null),
                "{place}: {kinds:?}"
            );
        }
        let Some(discriminator) = object.get("discriminator") else {
            return;
        };
        discriminated += 1;
        let tag = &discriminator["propertyName"];
        assert_eq!(object["required"], json!([tag]), "{place}");
        let base = json!({ "$ref": format!("#{place}") });
        for reference in discriminator["mapping"].as_object().unwrap().values() {
            let pointer = reference.as_str().unwrap().trim_start_matches('#');
            let kind = document.pointer(pointer).unwrap();
            assert_eq!(kind["allOf"][0], base, "{pointer}");
        }
    });
    assert!(discriminated > 0);
}

#[test]
fn every_operation_of_the_service_is_described_in_both_languages_and_with_known_names() {
    let document = service();
    let tags: Vec<_> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| &tag["name"])
        .collect();
    let mut ids = HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let place = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{place}: {id} is used twice");
            assert!(
                operation["summary"]
                    .as_str()
                    .unwrap_or_default()
                    .contains(" / "),
                "{place}"
            );
            let tag = &operation["tags"][0];
            assert!(
                tags.contains(&tag),
                "{place}: the tag {tag} is not in TAGS of document.rs"
            );
            for code in operation["x-problem-codes"].as_array().unwrap() {
                assert!(
                    Code::parse(code.as_str().unwrap()).is_some(),
                    "{place}: {code}"
                );
            }
            for requirement in operation["security"].as_array().unwrap() {
                for scope in requirement["oauth2"].as_array().into_iter().flatten() {
                    assert!(
                        scope.as_str().unwrap().parse::<Scope>().is_ok(),
                        "{place}: {scope}"
                    );
                }
            }
        }
    }
}

/// The service takes paragraphs wherever reasons are given, and a generator of clients goes by the
/// pattern.
#[test]
fn what_gives_a_reason_may_have_paragraphs() {
    let document = service();
    let mut seen = 0;
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let members = schema["properties"].as_object().into_iter().flatten();
        for (member, schema) in members.filter(|(member, _)| member.ends_with("reason")) {
            seen += 1;
            assert_eq!(schema.get("pattern"), None, "{name}.{member}");
        }
    }
    assert!(seen > 20, "{seen}");
}
