//! Free text of a bounded length.

use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

/// One line of free text: 1 to `MAX` characters, none of them a control character or one that is not
/// seen, no outer spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct Line<const MAX: usize>(String);

crate::faults! {
    pub enum LineError {
        Empty = "text_empty", "文字不能为空", "The text is empty.";
        TooLong { max: usize } = "text_too_long",
            "文字不得超过 {max} 个字符", "The text has at most {max} characters.", max;
        ControlCharacter = "text_control_character",
            "文字含换行、控制字符或不可见字符",
            "The text holds a line break, another control character, or one that is not seen.";
        Masked = "text_masked",
            "内容含“*”，是遮盖后的文字，请填写完整内容",
            "The text holds a '*', as a masked answer does. Give it in full.";
    }
}

impl<const MAX: usize> Line<MAX> {
    /// Reads a line as it was typed; outer spaces go.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(LineError::Empty);
        }
        if text
            .chars()
            .any(|char| char.is_control() || is_unseen(char))
        {
            return Err(LineError::ControlCharacter);
        }
        if text.chars().count() > MAX {
            return Err(LineError::TooLong { max: MAX });
        }
        Ok(Self(text.to_owned()))
    }

    /// Reads a line that answers show masked: with a `*` it is what somebody read there, and would
    /// take the place of what is known.
    pub fn parse_unmasked(text: &str) -> Result<Self, LineError> {
        if text.contains('*') {
            return Err(LineError::Masked);
        }
        Self::parse(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a character leaves no mark on paper: two texts that differ by it alone look the same, and
/// some turn the direction of writing (UAX #9, table 1).
pub const fn is_unseen(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}')
}

/// Free text of several lines: 1 to `MAX` characters, no control characters but line feeds, no outer
/// spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct Paragraphs<const MAX: usize>(String);

impl<const MAX: usize> Paragraphs<MAX> {
    /// Reads a text as it was typed; outer spaces go, and every line ends in one line feed.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        let text = text.trim().replace("\r\n", "\n");
        if text.is_empty() {
            return Err(LineError::Empty);
        }
        if text.chars().any(|char| char.is_control() && char != '\n') {
            return Err(LineError::ControlCharacter);
        }
        if text.chars().count() > MAX {
            return Err(LineError::TooLong { max: MAX });
        }
        Ok(Self(text))
    }
}

impl<const MAX: usize> fmt::Display for Paragraphs<MAX> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<const MAX: usize> FromStr for Paragraphs<MAX> {
    type Err = LineError;

    fn from_str(text: &str) -> Result<Self, LineError> {
        Self::parse(text)
    }
}

impl<const MAX: usize> fmt::Display for Line<MAX> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<const MAX: usize> FromStr for Line<MAX> {
    type Err = LineError;

    fn from_str(text: &str) -> Result<Self, LineError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_of_its_outer_spaces_and_counted_in_characters() {
        assert_eq!(Line::<2>::parse(" 𠮷㐂 ").unwrap().as_str(), "𠮷㐂");
        for (text, fault) in [
            (" \u{3000}", LineError::Empty),
            ("三个字", LineError::TooLong { max: 2 }),
            ("a\nb", LineError::ControlCharacter),
            ("a\0", LineError::ControlCharacter),
            ("勇\u{200b}", LineError::ControlCharacter),
            ("\u{202e}a", LineError::ControlCharacter),
        ] {
            assert_eq!(Line::<2>::parse(text), Err(fault));
        }
    }

    #[test]
    fn what_an_answer_masked_is_a_line_and_no_text_to_put_in_place_of_what_is_known() {
        assert!(Line::<2>::parse("测*").is_ok());
        assert_eq!(Line::<2>::parse_unmasked("测*"), Err(LineError::Masked));
        assert!(Line::<2>::parse_unmasked("测试").is_ok());
    }

    #[test]
    fn paragraphs_keep_their_line_ends_and_nothing_else_that_is_unseen() {
        let text = Paragraphs::<8>::parse(" 一\r\n二\n\n三 ").unwrap();
        assert_eq!(text.to_string(), "一\n二\n\n三");
        for (text, fault) in [
            (" \n\u{3000}", LineError::Empty),
            ("一二三四五六七八九", LineError::TooLong { max: 8 }),
            ("a\u{7}", LineError::ControlCharacter),
            ("a\rb", LineError::ControlCharacter),
        ] {
            assert_eq!(Paragraphs::<8>::parse(text), Err(fault));
        }
    }
}
