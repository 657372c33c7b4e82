//! The characters of a number as they were typed.

use crate::text::{Character, is_blank};

/// A character of a number, with what it was typed as and at which place, counted from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typed {
    pub(super) char: char,
    pub(super) character: Character,
    pub(super) position: usize,
}

/// What stands between the blanks around it, with the usual characters for those of full width.
pub(super) fn typed(text: &str) -> impl Iterator<Item = Typed> {
    let before = text.chars().take_while(|char| is_blank(*char)).count();
    text.trim_matches(is_blank)
        .chars()
        .zip(before + 1..)
        .map(|(typed, position)| Typed {
            char: half_width(typed),
            character: Character(typed),
            position,
        })
}

/// The ASCII character of which this is the form of full width; itself where it is none.
fn half_width(typed: char) -> char {
    /// How far the forms of full width lie from ASCII.
    const DISTANCE: u32 = 0xff01 - 0x21;
    if !('\u{ff01}'..='\u{ff5e}').contains(&typed) {
        return typed;
    }
    char::from_u32(u32::from(typed) - DISTANCE).unwrap_or(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_any_kind_go_and_full_width_makes_no_difference() {
        let read = |text: &str| typed(text).map(|typed| typed.char).collect::<String>();
        for text in ["１２Ｘ", "\u{feff} 12X\u{3000}\t", "\u{202d}12X\u{202c}\n"] {
            assert_eq!(read(text), "12X", "{text:?}");
        }
        assert_eq!(read("！～\u{ff5f}"), "!~\u{ff5f}");
        let last = typed("\u{a0}１２").last().unwrap();
        assert_eq!(
            (last.char, last.character, last.position),
            ('2', Character('２'), 3)
        );
    }
}
