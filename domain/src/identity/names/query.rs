use unicode_normalization::UnicodeNormalization as _;

use super::{is_han, is_joint, normal_form::signs, search_keys::ascii_letters};
use crate::text::is_blank;

/// What somebody typed into a search box, in the form in which names are indexed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameQuery {
    /// The beginning of a name in Han characters: without spaces, dots and other joints, Latin letters
    /// small. Anything else that was typed is kept, so that it finds nothing rather than too much:
    /// bind it.
    Han(String),
    /// The beginning of a pinyin key or of a Latin name: small ASCII letters only, `v` for `ü`.
    Pinyin(String),
}

/// Reads a search box: capitals, spaces, dots, apostrophes, tone marks and full width make no
/// difference, and `ü`, `u:` and `v` are the same. Empty where nothing that a name has is in it.
pub fn normalise_query(text: &str) -> NameQuery {
    let typed = signs(text).into_iter().map(|sign| sign.char);
    let typed: String = typed.collect::<String>().to_lowercase();
    if typed.chars().any(is_han) {
        let dropped =
            |char: char| is_joint(char) || is_blank(char) || char.is_control() || char == '.';
        NameQuery::Han(typed.chars().filter(|char| !dropped(*char)).collect())
    } else {
        let typed = typed.replace("u:", "ü");
        // Composed first, because an `ü` may come as two characters.
        NameQuery::Pinyin(typed.nfc().flat_map(ascii_letters).collect())
    }
}
