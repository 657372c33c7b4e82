//! A whole number may be written as `3.0`: JSON Schema counts it as an integer, and some clients have no other
//! kind of number.

use serde_json::{Value, json};

use crate::bodies::pointers;
use crate::examples;
use crate::harness::TestServer;
use crate::harness::contract::Example;

/// The body with every whole number written with a fraction, and how many there are.
fn with_fractions(body: &Value, found: &mut usize) -> Value {
    match body {
        Value::Number(number) if number.is_u64() => {
            *found += 1;
            json!(number.as_f64())
        }
        Value::Array(items) => items
            .iter()
            .map(|item| with_fractions(item, found))
            .collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (name.clone(), with_fractions(member, found)))
            .collect(),
        other => other.clone(),
    }
}

#[test]
fn a_whole_number_is_taken_with_a_fraction_of_nought_wherever_one_is_taken() {
    let server = TestServer::demo();
    let caller = server.authorised(server.demo_credentials());
    let officer = examples::officer(&server);
    let mut tried = 0;
    for operation in server.contract().operations() {
        for example in &operation.examples {
            let mut found = 0;
            let value = with_fractions(&example.value, &mut found);
            if found == 0 || !example.media_type.ends_with("json") {
                continue;
            }
            let body = Example {
                name: example.name.clone(),
                media_type: example.media_type.clone(),
                value,
            };
            let path = examples::path(operation);
            let answer = examples::request(&caller, operation, &path, Some(&body))
                .on_behalf_of(&officer)
                .query("dry_run", "true")
                .send();
            if answer.status() == 400 {
                let problem = answer.problem(400, "invalid_body");
                panic!("{}: {:?}", operation.id, pointers(&problem));
            }
            tried += 1;
        }
    }
    assert!(tried > 15, "{tried}");
}
