use unicode_normalization::UnicodeNormalization as _;

use super::{MIDDLE_DOT, is_dot, is_han, search_keys::ascii_letters};

/// What somebody typed into a search box, in the form in which names are indexed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameQuery {
    /// The beginning of a name in Han characters, without spaces and control characters. Anything
    /// else that was typed is kept, so that it finds nothing rather than too much: bind it.
    Han(String),
    /// The beginning of a pinyin key or of a Latin name: small ASCII letters only, `v` for `ü`.
    Pinyin(String),
}

/// Reads a search box: capitals, spaces, apostrophes and tone marks make no difference, and `ü`,
/// `u:` and `v` are the same. Empty where nothing that a name has is in it.
pub fn normalise_query(text: &str) -> NameQuery {
    if text.chars().any(is_han) {
        let han = text
            .chars()
            .filter(|char| !char.is_whitespace() && !char.is_control())
            .map(|char| if is_dot(char) { MIDDLE_DOT } else { char })
            .collect();
        NameQuery::Han(han)
    } else {
        let text = text.to_lowercase().replace("u:", "ü");
        // Composed first, because an `ü` may come as two characters.
        NameQuery::Pinyin(text.nfc().flat_map(ascii_letters).collect())
    }
}
