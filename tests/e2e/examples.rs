//! The examples of the contract work: in its order, on the demonstration data, as somebody does who
//! explores it in Swagger UI.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::contract::{Example, Operation};
use crate::harness::{Answer, Caller, TestServer};

/// Goes through the contract and remembers what it made on the way.
struct Explorer {
    caller: Caller,
    /// The last id that was made or listed in each collection.
    known: BTreeMap<String, String>,
}

impl Explorer {
    /// The path of an operation, with ids for its variables: the one the contract shows, else the
    /// last that was seen.
    fn path(&mut self, operation: &Operation) -> String {
        let (mut path, mut collection) = (String::new(), String::new());
        for part in operation.path.split('/').skip(1) {
            let variable = part
                .strip_prefix('{')
                .and_then(|name| name.strip_suffix('}'));
            let value = match variable {
                None => part.to_owned(),
                Some(name) => self.id(operation, name, &collection),
            };
            path.push('/');
            path.push_str(&value);
            collection.push('/');
            collection.push_str(part);
        }
        path
    }

    fn id(&mut self, operation: &Operation, name: &str, collection: &str) -> String {
        if let Some(id) = self.known.get(collection) {
            return id.clone();
        }
        let example = operation
            .parameter(name)
            .and_then(|parameter| parameter.example.as_ref());
        if let Some(example) = example
            && collection.is_empty()
        {
            return example.as_str().unwrap().to_owned();
        }
        let listed = self.caller.get(collection).send();
        let first = (listed.status() == 200)
            .then(|| listed.json()["items"][0]["id"].as_str().map(str::to_owned))
            .flatten();
        let shown = example.map(|example| {
            example
                .as_str()
                .map_or_else(|| example.to_string(), str::to_owned)
        });
        first
            .or(shown)
            .unwrap_or_else(|| panic!("{} shows no example of {name}", operation.id))
    }

    fn send(&mut self, operation: &Operation, example: Option<&Example>) -> Answer {
        let path = self.path(operation);
        let etag = operation.parameter("If-Match").map(|_| {
            let owner = self.owner(operation, &path);
            self.caller.get(owner).send().expect(200).etag().to_owned()
        });
        let mut call = self.caller.call(&operation.method, &path);
        for parameter in &operation.parameters {
            let Some(shown) = &parameter.example else {
                continue;
            };
            let text = shown.as_str().map_or(shown.to_string(), str::to_owned);
            match parameter.place.as_str() {
                "query" if parameter.required => call = call.query(&parameter.name, &text),
                "header" if parameter.required => call = call.header(&parameter.name, &text),
                _ => {}
            }
        }
        if let Some(etag) = &etag {
            call = call.if_match(etag);
        }
        if let Some(example) = example {
            call = call.body(&example.media_type, body(example));
        }
        call.send()
    }

    /// The thing whose version an operation needs: the longest path that ends in an id.
    fn owner(&self, operation: &Operation, path: &str) -> String {
        let parts = operation.path.split('/').collect::<Vec<_>>();
        let last = parts
            .iter()
            .rposition(|part| part.starts_with('{'))
            .expect("only a thing has a version");
        path.split('/').take(last + 1).collect::<Vec<_>>().join("/")
    }

    fn remember(&mut self, operation: &Operation, answer: &Answer) {
        if operation.method == "POST"
            && answer.status() == 201
            && let Some(location) = answer.header_if_any("location")
            && let Some((collection, id)) = location
                .trim_start_matches(crate::harness::PUBLIC_URL)
                .rsplit_once('/')
        {
            self.known.insert(collection.to_owned(), id.to_owned());
        }
    }
}

fn body(example: &Example) -> Vec<u8> {
    match &example.value {
        Value::String(text) => text.clone().into_bytes(),
        value => value.to_string().into_bytes(),
    }
}

#[test]
fn every_example_works_in_the_order_of_the_contract() {
    let server = TestServer::demo();
    let credentials = server.demo_credentials();
    let mut explorer = Explorer {
        caller: server.authorised(credentials),
        known: BTreeMap::new(),
    };
    let mut failures = Vec::new();
    for operation in server.contract().operations() {
        if operation.path == "/oauth/token" {
            // Its example cannot know the client: `demo_credentials` got a token there.
            continue;
        }
        let examples: Vec<Option<&Example>> = if operation.examples.is_empty() {
            vec![None]
        } else {
            operation.examples.iter().map(Some).collect()
        };
        for example in examples {
            let answer = explorer.send(operation, example);
            if answer.status() == operation.success() {
                explorer.remember(operation, &answer);
            } else {
                let name = example.map_or("", |example| &example.name);
                failures.push(format!("{} {name}: {answer:?}", operation.id));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
