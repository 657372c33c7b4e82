use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

use super::{MIDDLE_DOT, SearchKeys, is_dot, is_han, is_latin, surnames};
const MOST_CHARACTERS: usize = 50;

/// The name of a person: Han characters of all planes (`𠮷`, `㐂`), parts joined by `·`
/// (`买买提·吐尔逊`), or Latin letters with spaces, hyphens and apostrophes.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub struct PersonName(String);

crate::faults! {
    pub enum PersonNameError {
        Empty = "name_empty", "姓名不能为空", "The name is empty.";
        TooLong = "name_too_long",
            "姓名不得超过 {max} 个字符",
            "A name has at most {max} characters.", max = MOST_CHARACTERS;
        ControlCharacter = "name_control_character",
            "姓名含控制字符", "The name holds a control character.";
        Character = "name_character",
            "姓名只能含汉字、拉丁字母、间隔号、连字符、撇号和空格",
            "A name holds Han characters, Latin letters, middle dots, hyphens, apostrophes and spaces only.";
        Joint = "name_joint",
            "姓名中的间隔号、连字符或撇号须位于两个字之间",
            "A middle dot, hyphen or apostrophe in a name stands between two letters.";
    }
}

impl PersonName {
    /// Reads a name as it was typed. Outer spaces go, and so do those between Han characters, with
    /// which lists align names of two characters (`王　芳`); runs of spaces become one; the dots
    /// that keyboards offer (`•`, `‧`, `・`) become `·`, and `’` becomes `'`.
    pub fn parse(text: &str) -> Result<Self, PersonNameError> {
        let text = text.trim();
        if text.chars().any(char::is_control) {
            return Err(PersonNameError::ControlCharacter);
        }
        let name = normalise(text);
        let length = name.chars().count();
        if length == 0 {
            return Err(PersonNameError::Empty);
        }
        if length > MOST_CHARACTERS {
            return Err(PersonNameError::TooLong);
        }
        if !name.chars().all(is_allowed) {
            return Err(PersonNameError::Character);
        }
        if !joints_hold(&name) {
            return Err(PersonNameError::Joint);
        }
        Ok(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The surname alone (`欧阳某`), as somebody is called whose name is not for the public. Where
    /// there is no telling what the surname is, the first character stands for it.
    pub fn surname_only(&self) -> String {
        let surname = surnames::double(&self.0)
            .map(str::to_owned)
            .or_else(|| self.0.chars().next().map(String::from));
        format!("{}某", surname.unwrap_or_default())
    }

    /// The pinyin by which the name is found.
    pub fn search_keys(&self) -> SearchKeys {
        SearchKeys::of(&self.0)
    }
}

fn normalise(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    let mut spaced = false;
    for char in text.chars() {
        if char.is_whitespace() {
            spaced = true;
            continue;
        }
        let char = match char {
            dot if is_dot(dot) => MIDDLE_DOT,
            '’' => '\'',
            other => other,
        };
        let between_letters = is_latin(char) && name.chars().next_back().is_some_and(is_latin);
        if spaced && between_letters {
            name.push(' ');
        }
        spaced = false;
        name.push(char);
    }
    name
}

fn is_allowed(char: char) -> bool {
    is_han(char) || is_latin(char) || is_joint(char)
}

const fn is_joint(char: char) -> bool {
    matches!(char, MIDDLE_DOT | '-' | '\'' | ' ')
}

/// Whether each joint lies between two letters.
fn joints_hold(name: &str) -> bool {
    let mut before_is_letter = false;
    for char in name.chars() {
        let is_letter = !is_joint(char);
        if !is_letter && !before_is_letter {
            return false;
        }
        before_is_letter = is_letter;
    }
    before_is_letter
}

impl fmt::Display for PersonName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    fn from_str(text: &str) -> Result<Self, PersonNameError> {
        Self::parse(text)
    }
}
