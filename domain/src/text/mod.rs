//! Free text of a bounded length, in one normal form: composed characters (Unicode's NFC), so that
//! what looks the same is the same.

mod characters;
mod line;
mod paragraphs;

pub use characters::{Character, is_blank, is_unseen};
pub use line::Line;
pub use paragraphs::Paragraphs;

crate::faults! {
    pub enum LineError {
        Empty = "text_empty", "文字不能为空", "The text is empty.";
        TooLong { max: usize } = "text_too_long",
            "文字不得超过 {max} 个字符", "The text has at most {max} characters.", max;
        ControlCharacter { position: usize, character: Character } = "text_control_character",
            "第 {position} 个字符 {character} 是换行、控制字符或不可见字符，此处不得使用",
            "Character {position}, {character}, is a line break, another control character, or one that is not seen; it cannot be used here.",
            position, character;
        Masked = "text_masked",
            "内容含“*”，是遮盖后的文字，请填写完整内容",
            "The text holds a '*', as a masked answer does. Give it in full.";
    }
}

/// The text, if it says something and is not too long.
fn checked(text: &str, max: usize) -> Result<String, LineError> {
    if !characters::says_something(text) {
        return Err(LineError::Empty);
    }
    if text.chars().count() > max {
        return Err(LineError::TooLong { max });
    }
    Ok(text.to_owned())
}

/// How a text shows, parses, and lies in JSON. What is stored was checked by the rules of its day and
/// reads back even where those of today are narrower.
macro_rules! free_text {
    ($name:ident) => {
        impl<const MAX: usize> $name<MAX> {
            /// What was stored, by the rules of its day; none where it is empty or too long.
            pub fn stored(text: String) -> Option<Self> {
                let length = text.chars().count();
                (1..=MAX).contains(&length).then_some(Self(text))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<const MAX: usize> std::fmt::Display for $name<MAX> {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl<const MAX: usize> std::str::FromStr for $name<MAX> {
            type Err = $crate::text::LineError;

            fn from_str(text: &str) -> Result<Self, $crate::text::LineError> {
                Self::parse(text)
            }
        }

        impl<'de, const MAX: usize> serde::Deserialize<'de> for $name<MAX> {
            fn deserialize<D: serde::Deserializer<'de>>(stored: D) -> Result<Self, D::Error> {
                let text = Self::stored(String::deserialize(stored)?);
                text.ok_or_else(|| serde::de::Error::custom("no text of this length"))
            }
        }
    };
}
use free_text;
