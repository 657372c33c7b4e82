use serde::Deserialize;
use serde_json::json;
use utoipa::PartialSchema as _;

use super::*;

#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "id": 1, "name": "a" }))]
struct Thing {
    id: u8,
    #[validate(length(max = 3))]
    name: String,
    #[serde(default)]
    tags: Vec<String>,
    inner: Option<Inner>,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Inner {
    #[schema(example = 1)]
    from: u8,
    to: Option<u8>,
}

impl Patched for Thing {
    const NAME: &'static str = "ThingChange";
    const DESCRIPTION: &'static str = "A change.";
    const FIXED: &'static [&'static str] = &["id"];

    fn example() -> Value {
        json!({ "name": "b" })
    }
}

fn read(patch: &str) -> Result<Patch<Thing>, Problem> {
    Patch::from_body(patch.as_bytes())
}

#[test]
fn a_patch_has_the_shape_of_what_it_changes() {
    for patch in [
        "{}",
        r#"{"name":"b","tags":null,"inner":null}"#,
        r#"{"inner":{"to":2}}"#,
        r#"{"inner":{"from":2,"to":null}}"#,
    ] {
        assert!(read(patch).is_ok(), "{patch}");
    }
    for (patch, pointer, code) in [
        ("[]", "", "invalid_type"),
        ("1", "", "invalid_type"),
        (r#"{"id":1}"#, "/id", "unknown_member"),
        (r#"{"other":null}"#, "/other", "unknown_member"),
        (r#"{"name":null}"#, "/name", "invalid_type"),
        (r#"{"name":"b","name":"c"}"#, "/name", "duplicate_member"),
        (
            r#"{"inner":{"to":1,"to":1}}"#,
            "/inner/to",
            "duplicate_member",
        ),
        (r#"{"inner":{"other":1}}"#, "/inner/other", "unknown_member"),
        (r#"{"inner":{"from":null}}"#, "/inner/from", "invalid_type"),
        (r#"{"tags":[1]}"#, "/tags/0", "invalid_type"),
    ] {
        let problem = format!("{:?}", read(patch).unwrap_err());
        assert!(problem.contains(&format!("{pointer:?}")), "{problem}");
        assert!(problem.contains(&format!("{code:?}")), "{problem}");
    }
}

#[test]
fn a_patched_document_is_read_again() {
    let stored = Thing {
        id: 7,
        name: "a".to_owned(),
        tags: vec!["x".to_owned()],
        inner: None,
    };
    let patched = read(r#"{"name":"b","tags":null}"#).unwrap();
    let patched = patched.applied(&stored).unwrap();
    assert_eq!((patched.id, patched.name.as_str()), (7, "b"));
    assert!(patched.tags.is_empty());
    // There is nothing yet that a part of the inner object could change.
    assert!(
        read(r#"{"inner":{"to":2}}"#)
            .unwrap()
            .applied(&stored)
            .is_err()
    );
}

#[test]
fn the_schema_of_a_patch_requires_nothing_and_takes_null_for_what_may_be_left_out() {
    let mut schemas = Vec::new();
    Patch::<Thing>::schemas(&mut schemas);
    let schema = serde_json::to_value(Patch::<Thing>::schema()).unwrap();
    assert_eq!(schema.get("required"), None);
    assert_eq!(schema["properties"].get("id"), None);
    assert_eq!(schema["properties"]["name"]["type"], "string");
    assert_eq!(
        schema["properties"]["tags"]["type"],
        json!(["array", "null"])
    );
    assert!(
        schema["properties"]["inner"]
            .to_string()
            .contains("InnerChange")
    );
    let (_, inner) = schemas
        .iter()
        .find(|(name, _)| name == "InnerChange")
        .unwrap();
    let inner = serde_json::to_value(inner).unwrap();
    assert_eq!(inner.get("required"), None);
    assert_eq!(
        inner["properties"]["to"]["type"],
        json!(["integer", "null"])
    );
}

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
        (json!({"e":null}), json!({"a":1}), json!({"e":null,"a":1})),
        (json!([1, 2]), json!({"a":"b","c":null}), json!({"a":"b"})),
        (
            json!({}),
            json!({"a":{"bb":{"ccc":null}}}),
            json!({"a":{"bb":{}}}),
        ),
    ] {
        merge(&mut document, patch.as_object().unwrap());
        assert_eq!(document, result);
    }
}
