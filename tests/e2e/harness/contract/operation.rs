//! An operation as the contract describes it.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// One method at one path.
#[derive(Debug)]
pub(crate) struct Operation {
    /// `operationId`.
    pub(crate) id: String,
    /// In capitals.
    pub(crate) method: String,
    /// The path template, such as `/v1/people/{id}`.
    pub(crate) path: String,
    /// What it does, in Chinese and English.
    pub(crate) summary: String,
    /// The features that it belongs to.
    pub(crate) tags: Vec<String>,
    /// The scopes that a token needs; `None` for an open operation.
    pub(crate) scopes: Option<Vec<String>>,
    /// Path, query and header parameters.
    pub(crate) parameters: Vec<Parameter>,
    /// What a request may hold.
    pub(super) request_content: Content,
    /// The examples of its JSON request, in the order of the document.
    pub(crate) examples: Vec<Example>,
    /// The codes of the problems that it can meet.
    pub(crate) problem_codes: BTreeSet<String>,
    /// For each status the media types, with the JSON Pointer of each schema in the document.
    responses: HashMap<String, Content>,
}

/// Media types, with the JSON Pointer of each schema in the document.
pub(super) type Content = HashMap<String, Option<String>>;

/// A parameter.
#[derive(Debug)]
pub(crate) struct Parameter {
    /// Its name.
    pub(crate) name: String,
    /// `path`, `query` or `header`.
    pub(crate) place: String,
    /// Whether a request must have it.
    pub(crate) required: bool,
    /// Its example.
    pub(crate) example: Option<Value>,
}

/// A request that the contract shows.
#[derive(Debug)]
pub(crate) struct Example {
    /// Its name in the contract; empty for a single one.
    pub(crate) name: String,
    /// Its media type.
    pub(crate) media_type: String,
    /// The body.
    pub(crate) value: Value,
}

impl Example {
    /// The body as it is sent: JSON, or a text as it is.
    pub(crate) fn body(&self) -> String {
        match self.value.as_str() {
            Some(text) if !self.media_type.ends_with("json") => text.to_owned(),
            _ => self.value.to_string(),
        }
    }
}

impl Operation {
    /// Whether a path fits the template.
    pub(super) fn matches(&self, path: &str) -> bool {
        let mut parts = path.split('/');
        let fits = self.path.split('/').all(|expected| {
            parts
                .next()
                .is_some_and(|part| expected == part || (is_variable(expected) && !part.is_empty()))
        });
        fits && parts.next().is_none()
    }

    /// How well the template fits a path that it matches.
    pub(super) fn literal_parts(&self) -> usize {
        self.path
            .split('/')
            .filter(|part| !is_variable(part))
            .count()
    }

    pub(super) fn response(&self, status: u16) -> Option<&Content> {
        self.responses.get(&status.to_string())
    }

    /// The documented statuses.
    pub(crate) fn statuses(&self) -> BTreeSet<u16> {
        self.responses
            .keys()
            .map(|status| status.parse().expect("a status is a number"))
            .collect()
    }

    /// The documented status of success.
    #[track_caller]
    pub(crate) fn success(&self) -> u16 {
        self.statuses()
            .into_iter()
            .find(|status| (200..300).contains(status))
            .unwrap_or_else(|| panic!("{} documents no success", self.id))
    }

    /// Whether a request has a JSON body.
    pub(crate) fn takes_json(&self) -> bool {
        self.request_content
            .keys()
            .any(|kind| kind.ends_with("json"))
    }

    /// The parameter of that name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.name.eq_ignore_ascii_case(name))
    }

    /// The example of a parameter, as text.
    pub(crate) fn example_of(&self, name: &str) -> Option<String> {
        let example = self.parameter(name)?.example.as_ref()?;
        Some(
            example
                .as_str()
                .map_or_else(|| example.to_string(), str::to_owned),
        )
    }

    /// The names of its path parameters.
    pub(crate) fn path_parameters(&self) -> Vec<&str> {
        self.path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
            .collect()
    }
}

fn is_variable(part: &str) -> bool {
    part.starts_with('{')
}

/// All operations of a document.
pub(super) fn all(document: &Value) -> Vec<Operation> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, item)| {
            METHODS
                .iter()
                .filter(|method| item.get(**method).is_some())
                .map(|method| read(document, path, method))
        })
        .collect()
}

fn read(document: &Value, path: &str, method: &str) -> Operation {
    let pointer = format!("/paths/{}/{method}", escape(path));
    let operation = &document.pointer(&pointer).unwrap();
    let security = operation.get("security").or(document.get("security"));
    let request = resolve(document, &format!("{pointer}/requestBody"));
    Operation {
        id: operation["operationId"].as_str().expect("an id").to_owned(),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        summary: text(&operation["summary"]),
        tags: operation["tags"]
            .as_array()
            .map(|tags| tags.iter().map(text).collect())
            .unwrap_or_default(),
        scopes: security.and_then(Value::as_array).and_then(|all| {
            let scopes = all.iter().filter_map(|one| one["oauth2"].as_array());
            let scopes: Vec<String> = scopes.flatten().map(text).collect();
            (!scopes.is_empty()).then_some(scopes)
        }),
        parameters: parameters(document, &pointer, path),
        examples: examples(document, &request),
        problem_codes: operation["x-problem-codes"]
            .as_array()
            .map(|codes| codes.iter().map(text).collect())
            .unwrap_or_default(),
        request_content: content(document, &request),
        responses: responses(document, &pointer),
    }
}

fn parameters(document: &Value, pointer: &str, path: &str) -> Vec<Parameter> {
    [format!("/paths/{}", escape(path)), pointer.to_owned()]
        .into_iter()
        .flat_map(|owner| {
            let all = document.pointer(&format!("{owner}/parameters"));
            let count = all.and_then(Value::as_array).map_or(0, Vec::len);
            (0..count).map(move |index| format!("{owner}/parameters/{index}"))
        })
        .map(|pointer| {
            let parameter = document.pointer(&resolve(document, &pointer)).unwrap();
            Parameter {
                name: text(&parameter["name"]),
                place: text(&parameter["in"]),
                required: parameter["required"] == true,
                example: example(document, &pointer),
            }
        })
        .collect()
}

/// The example of a parameter: its own, else what a form would offer first.
fn example(document: &Value, pointer: &str) -> Option<Value> {
    let parameter = document.pointer(&resolve(document, pointer))?;
    let schema = document.pointer(&resolve(document, &format!("{pointer}/schema")))?;
    let offered = schema.get("enum").and_then(|values| values.get(0));
    parameter
        .get("example")
        .or(schema.get("example"))
        .or(offered)
        .cloned()
}

fn responses(document: &Value, pointer: &str) -> HashMap<String, Content> {
    let pointer = format!("{pointer}/responses");
    let all = document.pointer(&pointer).and_then(Value::as_object);
    all.expect("responses")
        .keys()
        .map(|status| {
            let response = resolve(document, &format!("{pointer}/{status}"));
            (status.clone(), content(document, &response))
        })
        .collect()
}

fn content(document: &Value, owner: &str) -> Content {
    let pointer = format!("{owner}/content");
    let types = document.pointer(&pointer).and_then(Value::as_object);
    types
        .into_iter()
        .flatten()
        .map(|(media_type, body)| {
            let schema = body
                .get("schema")
                .map(|_| format!("{pointer}/{}/schema", escape(media_type)));
            (media_type.clone(), schema)
        })
        .collect()
}

/// The examples of a request: its own, else the one of its schema.
fn examples(document: &Value, request: &str) -> Vec<Example> {
    let content = format!("{request}/content");
    let types = document.pointer(&content).and_then(Value::as_object);
    let mut examples = Vec::new();
    for (media_type, body) in types.into_iter().flatten() {
        let mut add = |name: &str, value: &Value| {
            examples.push(Example {
                name: name.to_owned(),
                media_type: media_type.clone(),
                value: value.clone(),
            });
        };
        let named = body["examples"].as_object();
        for (name, example) in named.into_iter().flatten() {
            add(name, &example["value"]);
        }
        let schema = resolve(
            document,
            &format!("{content}/{}/schema", escape(media_type)),
        );
        let of_schema = || document.pointer(&schema)?.get("example");
        if named.is_none()
            && let Some(value) = body.get("example").or_else(of_schema)
        {
            add("", value);
        }
    }
    examples
}

/// Follows `$ref` until there is none.
fn resolve(document: &Value, pointer: &str) -> String {
    let reference = document
        .pointer(pointer)
        .and_then(|value| value["$ref"].as_str());
    match reference {
        Some(reference) => resolve(document, reference.trim_start_matches('#')),
        None => pointer.to_owned(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// One step of a JSON Pointer (RFC 6901 section 4).
fn escape(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}
