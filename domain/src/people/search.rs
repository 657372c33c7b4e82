use crate::identity::{NameQuery, PersonName, normalise_query};

/// One of the keys by which a name is found by its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchKey {
    /// The name itself, its pinyin, or its initials.
    pub text: String,
    /// Bytes in common with the key before it: anyone who looks for a beginning no longer than that
    /// has found the name by that one already.
    pub shared: u16,
}

/// The keys by which a name is found by its beginning: the name itself, pinyin, initials. Each
/// once, in order.
pub fn search_keys(name: &PersonName) -> Vec<SearchKey> {
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
    let mut before = String::new();
    keys.into_iter()
        .map(|text| {
            let in_common = before.bytes().zip(text.bytes());
            let shared = in_common.take_while(|(one, other)| one == other).count();
            before.clone_from(&text);
            SearchKey {
                text,
                shared: u16::try_from(shared).unwrap_or(u16::MAX),
            }
        })
        .collect()
}

/// What the keys that a search box asks for begin with; none where nothing of a name is in it.
pub fn search_prefix(text: &str) -> Option<String> {
    let (NameQuery::Han(prefix) | NameQuery::Pinyin(prefix)) = normalise_query(text);
    (!prefix.is_empty()).then_some(prefix)
}
