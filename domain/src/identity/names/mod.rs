//! Names of people, and the pinyin by which they are found.

mod normal_form;
mod person_name;
mod query;
mod radicals;
mod rare_forms;
mod search_keys;
mod surnames;

pub use normal_form::usual_dots;
pub use person_name::{PersonName, PersonNameError};
pub use query::{NameQuery, normalise_query};
pub use search_keys::SearchKeys;

/// The sign between the parts of a name, as GB 18030 and the household register write it.
const MIDDLE_DOT: char = '·';

pub(crate) const fn is_han(char: char) -> bool {
    matches!(char,
        '\u{3007}' // 〇, which occurs in names
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        // Planes 2 and 3 are set aside for Han characters, among them those still to come.
        | '\u{20000}'..='\u{2fffd}'
        | '\u{30000}'..='\u{3fffd}')
}

/// Whether a character is a Latin letter, with or without a diacritic.
fn is_latin(char: char) -> bool {
    let beyond_ascii = matches!(char, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    char.is_ascii_alphabetic() || (beyond_ascii && char.is_alphabetic())
}

/// What stands between the letters of a name.
const fn is_joint(char: char) -> bool {
    matches!(char, MIDDLE_DOT | '-' | '\'' | ' ')
}

#[cfg(test)]
mod tests;
