use serde_with::SerializeDisplay;
use unicode_normalization::UnicodeNormalization as _;

use super::{
    LineError,
    characters::{Character, is_blank, is_joiner, is_unseen},
    checked, free_text,
};

/// Free text of one or more paragraphs, with a line feed between two: 1 to `MAX` characters, no other
/// control characters, no outer blanks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, SerializeDisplay)]
pub struct Paragraphs<const MAX: usize>(String);

free_text!(Paragraphs);

impl<const MAX: usize> Paragraphs<MAX> {
    /// Reads a text as it was typed or pasted: every line ends in one line feed, a tab is a space,
    /// and what is not seen goes, such as marks of the direction of writing. A joiner stays where it
    /// joins two characters.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        let typed: String = text.nfc().collect();
        if let Some((char, position)) = typed.chars().zip(1..).find(|(char, _)| is_wrong(*char)) {
            return Err(LineError::ControlCharacter {
                position,
                character: Character(char),
            });
        }
        let typed = typed.replace("\r\n", "\n");
        let mut kept = String::with_capacity(typed.len());
        let mut chars = typed.chars().peekable();
        while let Some(char) = chars.next() {
            let joins = is_joiner(char)
                && kept.chars().next_back().is_some_and(|last| !is_blank(last))
                && chars.peek().is_some_and(|next| !is_blank(*next));
            match char {
                line_end if is_line_end(line_end) => kept.push('\n'),
                '\t' => kept.push(' '),
                unseen if is_unseen(unseen) && !joins => {}
                other => kept.push(other),
            }
        }
        checked(kept.trim(), MAX).map(Self)
    }

    /// The paragraphs, without the blank lines between them.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }
}

/// Whether a character ends a line (UAX #14, classes BK, CR, LF and NL).
const fn is_line_end(char: char) -> bool {
    matches!(
        char,
        '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_wrong(char: char) -> bool {
    char.is_control() && char != '\t' && !is_line_end(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<String, LineError> {
        Paragraphs::<8>::parse(text).map(|text| text.to_string())
    }

    #[test]
    fn paragraphs_keep_their_line_ends_and_nothing_else_that_is_unseen() {
        for (typed, kept) in [
            (" 一\r\n二\n\n三 ", "一\n二\n\n三"),
            ("一\r二\u{2028}三\u{2029}四", "一\n二\n三\n四"),
            ("一\t二", "一 二"),
            ("\u{feff}一\u{200b}二\u{202e}三\u{e0041}", "一二三"),
            ("👩\u{200d}🚒救\u{200d}", "👩\u{200d}🚒救"),
            ("e\u{301}\u{3164}", "é"),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
        ] {
            assert_eq!(parse(typed), Ok(kept.to_owned()), "{typed:?}");
        }
        for (text, fault) in [
            (" \n\u{3000}", LineError::Empty),
            ("\u{3164}\u{2800}\u{fffd}\u{2028}", LineError::Empty),
            ("一二三四五六七八九", LineError::TooLong { max: 8 }),
            (
                " a\u{7}",
                LineError::ControlCharacter {
                    position: 3,
                    character: Character('\u{7}'),
                },
            ),
        ] {
            assert_eq!(parse(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn a_reader_goes_from_paragraph_to_paragraph() {
        let text = Paragraphs::<20>::parse("一\n\n 二\n三").unwrap();
        assert_eq!(text.lines().collect::<Vec<_>>(), ["一", "二", "三"]);
    }
}
