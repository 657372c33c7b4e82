//! The canonical form of one version: compact JSON with sorted keys, made from what the file says
//! and not from the types of this program, so that a new release does not change the hash.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};
use toml::Value;

/// SHA-256, lower-case hex, of the policy's id, one version and the sources it cites.
pub(super) fn hash<'a>(
    id: &str,
    version: &Value,
    document: &toml::Table,
    cited: impl Iterator<Item = &'a String>,
) -> String {
    let sources: BTreeMap<&str, Node> = cited
        .filter_map(|key| Some((key.as_str(), node(document.get("sources")?.get(key)?))))
        .collect();
    let content = BTreeMap::from([
        ("id", Node::Text(id)),
        ("sources", Node::Table(sources)),
        ("version", node(version)),
    ]);
    // Strings, numbers and maps with text keys always serialise.
    let bytes = serde_json::to_vec(&content).unwrap_or_default();
    hex::encode(Sha256::digest(bytes))
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Text(&'a str),
    Number(i64),
    Bool(bool),
    /// Fractions and dates by their TOML text.
    Other(String),
    List(Vec<Node<'a>>),
    Table(BTreeMap<&'a str, Node<'a>>),
}

fn node(value: &Value) -> Node<'_> {
    match value {
        Value::String(text) => Node::Text(text),
        Value::Integer(number) => Node::Number(*number),
        Value::Boolean(flag) => Node::Bool(*flag),
        Value::Float(number) => Node::Other(number.to_string()),
        Value::Datetime(date) => Node::Other(date.to_string()),
        Value::Array(items) => Node::List(items.iter().map(node).collect()),
        Value::Table(table) => Node::Table(
            table
                .iter()
                .map(|(key, value)| (key.as_str(), node(value)))
                .collect(),
        ),
    }
}
