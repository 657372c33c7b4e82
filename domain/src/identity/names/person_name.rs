use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_with::SerializeDisplay;

use super::{
    SearchKeys, is_han, is_joint, is_latin,
    normal_form::{Sign, signs},
    surnames,
};
use crate::text::Character;

const MOST_CHARACTERS: usize = 50;

/// The name of a person: Han characters of all planes (`𠮷`, `㐂`), parts joined by `·`
/// (`买买提·吐尔逊`), or Latin letters with spaces, hyphens and apostrophes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay)]
pub struct PersonName(String);

crate::faults! {
    pub enum PersonNameError {
        Empty = "name_empty", "姓名不能为空", "The name is empty.";
        TooLong = "name_too_long",
            "姓名不得超过 {max} 个字符",
            "A name has at most {max} characters.", max = MOST_CHARACTERS;
        ControlCharacter { position: usize, character: Character } = "name_control_character",
            "姓名的第 {position} 个字符 {character} 是控制字符",
            "Character {position} of the name, {character}, is a control character.",
            position, character;
        Character { position: usize, character: Character } = "name_character",
            "姓名的第 {position} 个字符 {character} 不能用于姓名：只能含汉字、拉丁字母、间隔号、连字符、撇号和空格",
            "Character {position} of the name, {character}, is not one of a name, which holds Han characters, Latin letters, middle dots, hyphens, apostrophes and spaces only.",
            position, character;
        Joint { position: usize, character: Character } = "name_joint",
            "姓名的第 {position} 个字符 {character} 须位于两个字之间",
            "Character {position} of the name, {character}, stands between two letters only.",
            position, character;
    }
}

impl PersonName {
    /// Reads a name as it was typed, and keeps it in its normal form: composed characters in their
    /// usual forms. Outer blanks go, and so do spaces between Han characters, with which lists align
    /// names of two characters (`王　芳`); runs of spaces become one; the dots that keyboards offer
    /// (`•`, `．`, `・`) become `·`, and `’` becomes `'`.
    pub fn parse(text: &str) -> Result<Self, PersonNameError> {
        let signs = signs(text);
        let found = |is_wanted: fn(char) -> bool| signs.iter().find(|sign| is_wanted(sign.char));
        if let Some(&Sign {
            position, typed, ..
        }) = found(char::is_control)
        {
            return Err(PersonNameError::ControlCharacter {
                position,
                character: typed,
            });
        }
        if signs.is_empty() {
            return Err(PersonNameError::Empty);
        }
        if signs.len() > MOST_CHARACTERS {
            return Err(PersonNameError::TooLong);
        }
        if let Some(&Sign {
            position, typed, ..
        }) = found(|char| !is_allowed(char))
        {
            return Err(PersonNameError::Character {
                position,
                character: typed,
            });
        }
        if let Some(&Sign {
            position, typed, ..
        }) = loose_joint(&signs)
        {
            return Err(PersonNameError::Joint {
                position,
                character: typed,
            });
        }
        Ok(Self(signs.iter().map(|sign| sign.char).collect()))
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

fn is_allowed(char: char) -> bool {
    is_han(char) || is_latin(char) || is_joint(char)
}

/// The first joint that does not lie between two letters.
fn loose_joint(signs: &[Sign]) -> Option<&Sign> {
    let is_letter = |index: usize| signs.get(index).is_some_and(|sign| !is_joint(sign.char));
    let mut joints = signs
        .iter()
        .enumerate()
        .filter(|(_, sign)| is_joint(sign.char));
    joints
        .find(|(index, _)| !index.checked_sub(1).is_some_and(is_letter) || !is_letter(index + 1))
        .map(|(_, joint)| joint)
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

/// What is stored is brought into the normal form of today, and reads back as it is where the rules of
/// today are narrower than those of its day.
impl<'de> Deserialize<'de> for PersonName {
    fn deserialize<D: Deserializer<'de>>(stored: D) -> Result<Self, D::Error> {
        let text = String::deserialize(stored)?;
        if text.is_empty() {
            return Err(D::Error::custom(PersonNameError::Empty));
        }
        Ok(Self::parse(&text).unwrap_or(Self(text)))
    }
}
