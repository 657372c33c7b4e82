use serde_with::SerializeDisplay;
use unicode_normalization::UnicodeNormalization as _;

use super::{
    LineError,
    characters::{Character, is_blank, is_unseen},
    checked, free_text,
};

/// One line of free text: 1 to `MAX` characters, none of them a control character or one that is not
/// seen, no outer blanks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, SerializeDisplay)]
pub struct Line<const MAX: usize>(String);

free_text!(Line);

impl<const MAX: usize> Line<MAX> {
    /// Reads a line as it was typed: outer blanks go, and a tab is a space.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        let typed: String = text.nfc().collect();
        let outer = typed.chars().take_while(|char| is_blank(*char)).count();
        let line = typed.trim_matches(is_blank).replace('\t', " ");
        let wrong = line
            .chars()
            .zip(outer + 1..)
            .find(|(char, _)| char.is_control() || is_unseen(*char));
        if let Some((char, position)) = wrong {
            return Err(LineError::ControlCharacter {
                position,
                character: Character(char),
            });
        }
        checked(&line, MAX).map(Self)
    }

    /// Reads a line that answers show masked: with a `*` it is what somebody read there, and would
    /// take the place of what is known.
    pub fn parse_unmasked(text: &str) -> Result<Self, LineError> {
        if text.contains('*') {
            return Err(LineError::Masked);
        }
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(position: usize, char: char) -> LineError {
        LineError::ControlCharacter {
            position,
            character: Character(char),
        }
    }

    #[test]
    fn a_line_is_cut_of_its_outer_blanks_and_counted_in_characters() {
        for (typed, kept) in [
            (" 𠮷㐂 ", "𠮷㐂"),
            ("\u{feff}勇\u{200b}\n", "勇"),
            ("勇\t", "勇"),
            ("e\u{301}\u{fffd}", "é\u{fffd}"),
            ("❤\u{fe0f}", "❤\u{fe0f}"),
        ] {
            assert_eq!(Line::<2>::parse(typed).unwrap().as_str(), kept);
        }
        assert_eq!(Line::<9>::parse("一\t二").unwrap().as_str(), "一 二");
        for (text, fault) in [
            ("三个字", LineError::TooLong { max: 2 }),
            ("a\nb", wrong(2, '\n')),
            ("a\0", wrong(2, '\0')),
            (" 勇\u{200b}敢", wrong(3, '\u{200b}')),
            ("a\u{202e}a", wrong(2, '\u{202e}')),
            ("a\u{2028}b", wrong(2, '\u{2028}')),
            ("a\u{e0041}b", wrong(2, '\u{e0041}')),
        ] {
            assert_eq!(Line::<2>::parse(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn a_text_of_which_nobody_sees_anything_is_empty() {
        for text in [
            "",
            " \u{3000}",
            "\u{3164}",
            "\u{2800}\u{2800}",
            "\u{e0041}\u{e007f}",
            "\u{2028}",
            "\u{fdd0}\u{10ffff}",
            "\u{fffd}",
            "\u{fe0f}",
            "\u{200d}\u{ad}",
        ] {
            assert_eq!(Line::<2>::parse(text), Err(LineError::Empty), "{text:?}");
        }
    }

    #[test]
    fn what_an_answer_masked_is_a_line_and_no_text_to_put_in_place_of_what_is_known() {
        assert!(Line::<2>::parse("测*").is_ok());
        assert_eq!(Line::<2>::parse_unmasked("测*"), Err(LineError::Masked));
        assert!(Line::<2>::parse_unmasked("测试").is_ok());
    }

    #[test]
    fn what_was_stored_by_wider_rules_reads_back_as_it_is() {
        let stored = "\"\u{3164}\u{200d}\"";
        let line: Line<2> = serde_json::from_str(stored).unwrap();
        assert_eq!(serde_json::to_string(&line).unwrap(), stored);
        assert!(serde_json::from_str::<Line<2>>("\"\"").is_err());
        assert!(serde_json::from_str::<Line<2>>("\"三个字\"").is_err());
    }
}
