//! What characters show, by the properties that Unicode gives them.

use std::fmt;

use icu_properties::{
    CodePointSetData, CodePointSetDataBorrowed,
    props::{DefaultIgnorableCodePoint, NoncharacterCodePoint, VariationSelector},
};

const IGNORABLE: CodePointSetDataBorrowed<'static> =
    CodePointSetData::new::<DefaultIgnorableCodePoint>();
const NONCHARACTERS: CodePointSetDataBorrowed<'static> =
    CodePointSetData::new::<NoncharacterCodePoint>();
const VARIATION_SELECTORS: CodePointSetDataBorrowed<'static> =
    CodePointSetData::new::<VariationSelector>();

/// What stands for bytes that could not be read.
const REPLACEMENT: char = '\u{fffd}';

/// Whether a character leaves no mark on paper: two texts that differ by it alone look the same, and
/// some turn the direction of writing (UAX #9, table 1). A variation selector is none of them: it
/// belongs to the character before it.
pub fn is_unseen(char: char) -> bool {
    let ignorable = IGNORABLE.contains(char) && !VARIATION_SELECTORS.contains(char);
    // Separators of lines, anchors of annotations, and the Braille pattern without dots.
    let blank = matches!(
        char,
        '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}' | '\u{2800}'
    );
    ignorable || blank || NONCHARACTERS.contains(char)
}

/// Whether a character is a space or a line break of any kind, or is not seen.
pub fn is_blank(char: char) -> bool {
    char.is_whitespace() || is_unseen(char)
}

/// Whether somebody who looks at the text sees something that was written.
pub(super) fn says_something(text: &str) -> bool {
    let is_nothing =
        |char| is_blank(char) || VARIATION_SELECTORS.contains(char) || char == REPLACEMENT;
    !text.chars().all(is_nothing)
}

/// Whether a character joins the two beside it, as in emoji and in the scripts of Arabic, Mongolian
/// and Uyghur.
pub(super) const fn is_joiner(char: char) -> bool {
    matches!(char, '\u{200c}' | '\u{200d}')
}

/// A character that a fault names: as it looks where it is seen, and its code point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Character(pub char);

impl fmt::Display for Character {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(char) = *self;
        let code_point = u32::from(char);
        if char.is_control() || is_blank(char) || VARIATION_SELECTORS.contains(char) {
            write!(formatter, "U+{code_point:04X}")
        } else {
            write!(formatter, "{char} (U+{code_point:04X})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_no_mark_is_not_seen() {
        for unseen in [
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{180e}',
            '\u{200b}',
            '\u{200d}',
            '\u{2028}',
            '\u{202e}',
            '\u{2060}',
            '\u{2800}',
            '\u{3164}',
            '\u{fdd0}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff9}',
            '\u{ffff}',
            '\u{1d173}',
            '\u{e0041}',
            '\u{10ffff}',
        ] {
            assert!(is_unseen(unseen), "{:X}", u32::from(unseen));
        }
        for seen in [
            '勇',
            '𠮷',
            'a',
            ' ',
            '\u{fe0f}',
            '\u{e0100}',
            '\u{600}',
            '😀',
        ] {
            assert!(!is_unseen(seen), "{:X}", u32::from(seen));
        }
    }

    #[test]
    fn a_character_is_named_so_that_it_is_found() {
        for (char, named) in [
            ('１', "１ (U+FF11)"),
            ('\u{200b}', "U+200B"),
            ('\n', "U+000A"),
            ('\u{3000}', "U+3000"),
            ('𠮷', "𠮷 (U+20BB7)"),
        ] {
            assert_eq!(Character(char).to_string(), named);
        }
    }
}
