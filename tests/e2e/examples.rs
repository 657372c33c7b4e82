//! The examples of the contract work: in its order, on the demonstration data, as somebody meets them
//! who explores it in Swagger UI. Nothing is filled in that the contract does not show, except the
//! officer's id that the demonstration prints.

use crate::harness::contract::{Example, Operation};
use crate::harness::{Answer, Call, Caller, TestServer};

/// The path of an operation with the example of each variable.
pub(crate) fn path(operation: &Operation) -> String {
    let mut path = operation.path.clone();
    for name in operation.path_parameters() {
        let example = operation.example_of(name);
        let example = example
            .unwrap_or_else(|| panic!("{} shows no example of {name}", operation.id))
            .replace(' ', "%20");
        path = path.replace(&format!("{{{name}}}"), &example);
    }
    path
}

/// A request as the contract shows it.
pub(crate) fn request<'a>(
    caller: &'a Caller,
    operation: &Operation,
    path: &str,
    example: Option<&Example>,
) -> Call<'a> {
    let mut call = caller.call(&operation.method, path);
    for parameter in &operation.parameters {
        if !parameter.required || parameter.place == "path" {
            continue;
        }
        let name = &parameter.name;
        let value = operation
            .example_of(name)
            .unwrap_or_else(|| panic!("{} shows no example of {name}", operation.id));
        call = match parameter.place.as_str() {
            "query" => call.query(name, &value),
            _ => call.header(name, &value),
        };
    }
    match example {
        Some(example) => call.body(&example.media_type, example.body()),
        None => call,
    }
}

/// The officer whom the demonstration names.
pub(crate) fn officer(server: &TestServer) -> String {
    server
        .printed()
        .lines()
        .find_map(|line| line.trim().strip_prefix("On-Behalf-Of:"))
        .expect("the demonstration names an officer")
        .trim()
        .to_owned()
}

fn send(
    caller: &Caller,
    officer: &str,
    operation: &Operation,
    example: Option<&Example>,
) -> Answer {
    let path = path(operation);
    let answer = request(caller, operation, &path, example).send();
    if answer.status() == 403 && answer.json()["code"] == "officer_required" {
        return request(caller, operation, &path, example)
            .on_behalf_of(officer)
            .send();
    }
    answer
}

#[test]
fn every_example_works_in_the_order_of_the_contract() {
    let server = TestServer::demo();
    let caller = server.authorised(server.demo_credentials());
    let officer = officer(&server);
    let mut failures = Vec::new();
    for operation in server.contract().operations() {
        // The example of the token's form cannot know the client; its token is in use here.
        if operation.path == "/oauth/token" {
            continue;
        }
        let examples: Vec<Option<&Example>> = if operation.examples.is_empty() {
            vec![None]
        } else {
            operation.examples.iter().map(Some).collect()
        };
        for example in examples {
            let answer = send(&caller, &officer, operation, example);
            // The policy of this city provides for no extension; only a county recommends to the city.
            if ["deed_extend", "commendation_recommend"].contains(&operation.id.as_str()) {
                answer.problem(409, "step_not_possible");
                continue;
            }
            if crate::documents::lacks_a_typeface(&answer) {
                continue;
            }
            if answer.status() != operation.success() {
                let name = example.map_or("", |example| &example.name);
                failures.push(format!("{} {name}: {answer:?}", operation.id));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
