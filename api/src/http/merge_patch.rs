//! Members of a JSON Merge Patch (RFC 7396): left out means unchanged, `null` means removed.

use serde::{Deserialize, Deserializer};

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
