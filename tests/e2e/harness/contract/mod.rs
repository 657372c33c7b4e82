//! The contract that a server serves, and what it promises for each answer.

mod conventions;
mod operation;
mod schemas;

use std::collections::HashMap;
use std::sync::Mutex;

use serde_json::Value;

use operation::Content;
pub(crate) use operation::{Example, Operation};
use schemas::Schemas;

use super::Answer;

/// The parsed `openapi.json`.
pub(crate) struct Contract {
    document: Value,
    operations: Vec<Operation>,
    schemas: Schemas,
}

/// Addresses that are no part of the contract.
const OUTSIDE: [&str; 4] = ["/", "/metrics", "/openapi.json", "/swagger-ui"];

impl Contract {
    /// The contract in this text. The same text is parsed once in a run.
    pub(super) fn of(text: &str) -> &'static Self {
        static KNOWN: Mutex<Option<HashMap<String, &'static Contract>>> = Mutex::new(None);
        let mut known = KNOWN
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        known
            .get_or_insert_default()
            .entry(text.to_owned())
            .or_insert_with(|| Box::leak(Box::new(Self::parse(text))))
    }

    fn parse(text: &str) -> Self {
        let document: Value = serde_json::from_str(text).unwrap();
        Self {
            operations: operation::all(&document),
            schemas: Schemas::new(&document),
            document,
        }
    }

    /// The document itself.
    pub(crate) fn document(&self) -> &Value {
        &self.document
    }

    /// All operations, in the order of the document.
    pub(crate) fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The operation with this `operationId`.
    #[track_caller]
    pub(crate) fn operation(&self, id: &str) -> &Operation {
        self.operations
            .iter()
            .find(|operation| operation.id == id)
            .unwrap_or_else(|| panic!("the contract has no operation {id}"))
    }

    /// Every scope that a client may hold.
    pub(crate) fn scopes(&self) -> Vec<String> {
        let schemes = &self.document["components"]["securitySchemes"];
        schemes["oauth2"]["flows"]["clientCredentials"]["scopes"]
            .as_object()
            .expect("the contract names the scopes of its client credentials flow")
            .keys()
            .cloned()
            .collect()
    }

    /// In what an example is not as the schema of its operation says.
    pub(crate) fn faults_of_example(
        &self,
        operation: &Operation,
        example: &Example,
    ) -> Vec<String> {
        match operation.request_content.get(&example.media_type) {
            Some(Some(schema)) if is_json(&example.media_type) => {
                self.schemas.faults(schema, &example.value)
            }
            _ => Vec::new(),
        }
    }

    /// The operations whose path fits, the best fit first: the one with the most literal parts.
    pub(crate) fn at(&self, path: &str) -> Vec<&Operation> {
        let mut matching: Vec<&Operation> = self
            .operations
            .iter()
            .filter(|operation| operation.matches(path))
            .collect();
        matching.sort_by_key(|operation| std::cmp::Reverse(operation.literal_parts()));
        matching
    }

    /// Everything in which an answer is not what the contract promises.
    pub(super) fn faults(&self, answer: &Answer) -> Vec<String> {
        let mut faults = conventions::faults(answer);
        let method = match answer.method.as_str() {
            "HEAD" => "GET",
            method => method,
        };
        let operations = self.at(answer.path());
        match operations
            .iter()
            .find(|operation| operation.method == method)
        {
            // What is refused before an operation is chosen belongs to none.
            Some(operation) if !matches!(answer.status(), 405 | 406) => {
                self.faults_of(operation, answer, &mut faults);
            }
            _ => self.faults_outside(!operations.is_empty(), answer, &mut faults),
        }
        faults
    }

    fn faults_of(&self, operation: &Operation, answer: &Answer, faults: &mut Vec<String>) {
        let Some(content) = operation.response(answer.status()) else {
            faults.push(format!(
                "{} does not document the status {}",
                operation.id,
                answer.status()
            ));
            return;
        };
        if let Some(code) = conventions::problem_code(answer)
            && !operation.problem_codes.contains(&code)
        {
            faults.push(format!(
                "{} does not document the problem `{code}`",
                operation.id
            ));
        }
        if !answer.body.is_empty() {
            self.faults_of_body(content, answer, faults);
        } else if !content.is_empty() && answer.method != "HEAD" {
            faults.push("the body is missing".to_owned());
        }
        self.faults_of_request(operation, answer, faults);
    }

    fn faults_of_body(&self, content: &Content, answer: &Answer, faults: &mut Vec<String>) {
        let Some(media_type) = answer.media_type() else {
            faults.push("a body without Content-Type".to_owned());
            return;
        };
        match content.get(media_type) {
            None => faults.push(format!("the media type {media_type} is not documented")),
            Some(Some(schema)) if is_json(media_type) => {
                faults.extend(self.schemas.faults(schema, &answer.json()));
            }
            Some(_) => {}
        }
    }

    /// What was accepted must be what the contract allows to send.
    fn faults_of_request(&self, operation: &Operation, answer: &Answer, faults: &mut Vec<String>) {
        let accepted = answer.status.is_success();
        let (Some(sent), true) = (&answer.sent, accepted) else {
            return;
        };
        let media_type = answer
            .sent_headers
            .iter()
            .find(|(name, _)| name == "content-type")
            .and_then(|(_, value)| value.split(';').next())
            .unwrap_or_default();
        match operation.request_content.get(media_type) {
            None => faults.push(format!(
                "took a body of {media_type}, which the contract does not name"
            )),
            Some(Some(schema)) if is_json(media_type) => {
                let sent = serde_json::from_slice(sent).unwrap();
                faults.extend(
                    self.schemas
                        .faults(schema, &sent)
                        .into_iter()
                        .map(|fault| format!("took a request that the contract forbids: {fault}")),
                );
            }
            Some(_) => {}
        }
    }

    /// An address or method that is no operation must say so, unless it lies outside the contract.
    fn faults_outside(&self, known_path: bool, answer: &Answer, faults: &mut Vec<String>) {
        let path = answer.path();
        if OUTSIDE.contains(&path) || path.starts_with("/swagger-ui/") {
            return;
        }
        let expected: &[u16] = if known_path {
            &[405, 406]
        } else {
            &[400, 404, 406]
        };
        if answer.method == "OPTIONS" && answer.status.is_success() {
            return;
        }
        if !expected.contains(&answer.status()) {
            faults.push(format!(
                "answers {} at an address that the contract does not have",
                answer.status()
            ));
        } else if answer.method != "HEAD" {
            faults.extend(
                self.schemas
                    .faults("/components/schemas/Problem", &answer.json()),
            );
        }
    }
}

fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || media_type.ends_with("+json")
}
