//! Members of a JSON Merge Patch (RFC 7396): left out means unchanged, `null` means removed.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// For `#[serde(default, deserialize_with = "given")]` on an `Option`: a member that is there.
///
/// On `Option<Option<T>>`, `null` becomes `Some(None)`; on `Option<T>`, `null` is refused, because
/// such a member cannot be removed.
pub fn given<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// Applies a patch to a document as RFC 7396 section 2 says: objects are merged member by member,
/// `null` removes a member, anything else replaces what was there.
pub fn apply(document: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        document.clone_from(patch);
        return;
    };
    if !document.is_object() {
        *document = Value::Object(serde_json::Map::new());
    }
    if let Value::Object(members) = document {
        for (name, value) in patch {
            if value.is_null() {
                members.remove(name);
            } else {
                apply(members.entry(name).or_insert(Value::Null), value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Examples of RFC 7396 appendix A.
    #[test]
    fn a_patch_is_applied_as_the_rfc_says() {
        for (mut document, patch, result) in [
            (json!({"a":"b"}), json!({"a":"c"}), json!({"a":"c"})),
            (
                json!({"a":"b","b":"c"}),
                json!({"a":null}),
                json!({"b":"c"}),
            ),
            (json!({"a":["b"]}), json!({"a":"c"}), json!({"a":"c"})),
            (
                json!({"a":{"b":"c"}}),
                json!({"a":{"b":"d","c":null}}),
                json!({"a":{"b":"d"}}),
            ),
            (json!({"a":"foo"}), json!("bar"), json!("bar")),
            (json!({"e":null}), json!({"a":1}), json!({"e":null,"a":1})),
            (json!([1, 2]), json!({"a":"b","c":null}), json!({"a":"b"})),
            (
                json!({}),
                json!({"a":{"bb":{"ccc":null}}}),
                json!({"a":{"bb":{}}}),
            ),
        ] {
            apply(&mut document, &patch);
            assert_eq!(document, result);
        }
    }
}
