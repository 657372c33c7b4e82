use crate::identity::{NameQuery, PersonName, normalise_query};

/// The keys by which a name is found by its beginning: the name itself, pinyin, initials. Each
/// once, in order.
#[must_use]
pub fn search_keys(name: &PersonName) -> Vec<String> {
    let pinyin = name.search_keys();
    let mut keys = pinyin.full;
    keys.extend(pinyin.initials);
    // The same normal form as that of a query, so that one is the beginning of the other.
    if let NameQuery::Han(han) = normalise_query(name.as_str()) {
        keys.push(han);
    }
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What the keys that a search box asks for begin with; none where nothing of a name is in it.
#[must_use]
pub fn search_prefix(text: &str) -> Option<String> {
    let (NameQuery::Han(prefix) | NameQuery::Pinyin(prefix)) = normalise_query(text);
    (!prefix.is_empty()).then_some(prefix)
}
