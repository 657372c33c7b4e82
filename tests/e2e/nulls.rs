//! `null` for a member that may be left out: the service takes it exactly where the contract says so.
//! In a new thing it means what leaving it out means; in a merge patch it removes (RFC 7396), and
//! where there is nothing to remove it is refused at that member.

use serde_json::{Value, json};

use crate::bodies::pointers;
use crate::examples;
use crate::harness::TestServer;
use crate::harness::contract::{Example, Operation};

/// An optional member of a request.
#[derive(Debug)]
struct Member {
    /// Where it stands in the body (RFC 6901).
    pointer: String,
    /// A body in which the object stands that may hold it.
    body: Value,
    /// Whether the contract says that it may be `null`.
    nullable: bool,
}

/// A schema without its references, and whether it takes `null`.
fn resolve<'a>(document: &'a Value, schema: &'a Value) -> (&'a Value, bool) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = reference.trim_start_matches('#');
        return resolve(document, document.pointer(target).unwrap());
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let is_null = |choice: &&Value| choice["type"] == "null";
        if choices.iter().any(|choice| is_null(&choice))
            && let Some(other) = choices.iter().find(|choice| !is_null(choice))
        {
            return (resolve(document, other).0, true);
        }
    }
    let kinds = schema["type"].as_array();
    let nullable = kinds.is_some_and(|kinds| kinds.contains(&json!("null")));
    (schema, nullable)
}

/// Every optional member below `pointer`, each with a body that has the object around it.
fn collect(document: &Value, schema: &Value, pointer: &str, body: &Value, found: &mut Vec<Member>) {
    let (schema, _) = resolve(document, schema);
    if schema["items"].is_object() && body.pointer(&format!("{pointer}/0")).is_some() {
        collect(
            document,
            &schema["items"],
            &format!("{pointer}/0"),
            body,
            found,
        );
    }
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{pointer}/{name}");
        let (resolved, nullable) = resolve(document, member);
        let required = schema["required"]
            .as_array()
            .is_some_and(|required| required.contains(&json!(name)));
        if !required {
            found.push(Member {
                pointer: at.clone(),
                body: body.clone(),
                nullable,
            });
        }
        let mut with = body.clone();
        if with.pointer(&at).is_none() && resolved["properties"].is_object() {
            let example = resolved.get("example").cloned();
            with.pointer_mut(pointer).unwrap()[name.as_str()] = example.unwrap_or(json!({}));
        }
        collect(document, member, &at, &with, found);
    }
}

/// The optional members of what an operation takes.
fn optional_members(document: &Value, operation: &Operation, example: &Example) -> Vec<Member> {
    let method = operation.method.to_ascii_lowercase();
    let content = &document["paths"][&operation.path][&method]["requestBody"]["content"];
    let mut found = Vec::new();
    let schema = &content[&example.media_type]["schema"];
    collect(document, schema, "", &example.value, &mut found);
    found
}

#[test]
fn null_is_taken_for_an_optional_member_exactly_where_the_contract_says_so() {
    let server = TestServer::demo();
    let caller = server.authorised(server.demo_credentials());
    let contract = server.contract();
    let officer = examples::officer(&server);
    let mut tried = 0;
    let mut failures = Vec::new();
    for operation in contract.operations() {
        for example in &operation.examples {
            if !example.media_type.ends_with("json") {
                continue;
            }
            for member in optional_members(contract.document(), operation, example) {
                let (parent, name) = member.pointer.rsplit_once('/').unwrap();
                let mut body = member.body.clone();
                body.pointer_mut(parent).unwrap()[name] = Value::Null;
                let example = Example {
                    name: example.name.clone(),
                    media_type: example.media_type.clone(),
                    value: body,
                };
                let path = examples::path(operation);
                let answer = examples::request(&caller, operation, &path, Some(&example))
                    .on_behalf_of(&officer)
                    .query("dry_run", "true")
                    .send();
                // Another member may now be missing, which is no fault of this one.
                let refused = answer.status() == 400
                    && pointers(&answer.problem(400, "invalid_body"))
                        .contains(&member.pointer.as_str());
                if refused == member.nullable {
                    failures.push(format!("{} {}: {answer:?}", operation.id, member.pointer));
                }
                tried += 1;
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    assert!(tried > 60, "only {tried} optional members were tried");
}

#[test]
fn null_in_a_registration_means_what_leaving_it_out_means() {
    let server = TestServer::start();
    let county = server.county("371502");
    let plain = crate::harness::synthetic::person("371502");
    let mut with_nulls = crate::harness::synthetic::person("371502");
    with_nulls["name"] = plain["name"].clone();
    for member in [
        "phone",
        "address",
        "died_on",
        "origin",
        "source",
        "native_place",
    ] {
        with_nulls[member] = Value::Null;
    }
    let register = |person: &Value| {
        let mut file = county
            .post("/v1/people")
            .json(person)
            .send()
            .expect(201)
            .json();
        // These two differ from file to file.
        for own in [
            "id",
            "citizen_number",
            "birth_date",
            "sex",
            "created_at",
            "updated_at",
        ] {
            file.as_object_mut().unwrap().remove(own);
        }
        file
    };
    assert_eq!(register(&with_nulls), register(&plain));
}
