//! The one normal form of names and of what is typed to find them.

use unicode_normalization::UnicodeNormalization as _;

use super::{MIDDLE_DOT, is_han, is_latin, radicals};
use crate::text::{Character, is_blank};

/// A character of a name, with what it was typed as and at which place, counted from 1 among the
/// composed characters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) char: char,
    pub(super) typed: Character,
    pub(super) position: usize,
}

/// The characters of a text as names have them, without outer blanks. Compatibility forms, such as
/// those of full width, become the usual ones (Unicode's NFKC), and so do radicals, apostrophes,
/// hyphens and dots; the full stop is a dot between two Han characters. Spaces are dropped but for
/// one between two Latin letters.
pub(super) fn signs(text: &str) -> Vec<Sign> {
    let typed: Vec<Sign> = text
        .nfc()
        .zip(1..)
        .flat_map(|(typed, position)| {
            usual(typed).map(move |char| Sign {
                char,
                typed: Character(typed),
                position,
            })
        })
        .collect();
    let is_outer = |sign: &&Sign| is_blank(sign.char);
    let before = typed.iter().take_while(is_outer).count();
    let after = typed.iter().rev().take_while(is_outer).count();
    let inner = typed.get(before..typed.len() - after).unwrap_or_default();
    let mut signs = without_spaces(inner);
    let chars: String = signs.iter().map(|sign| sign.char).collect();
    for (sign, usual) in signs.iter_mut().zip(usual_dots(&chars).chars()) {
        sign.char = usual;
    }
    signs
}

/// A text that holds a name, with `·` for each dot that keyboards offer for it: the full stop is one
/// between two Han characters.
pub fn usual_dots(text: &str) -> String {
    let mut before = None;
    let mut chars = text.chars().peekable();
    let mut usual = String::with_capacity(text.len());
    while let Some(char) = chars.next() {
        let between_han = before.is_some_and(is_han) && chars.peek().copied().is_some_and(is_han);
        let is_dot = match char {
            '•' | '‧' | '⋅' | '∙' | '・' | '･' | '⸱' | '⸳' | 'ꞏ' => true,
            '.' | '．' => between_han,
            _ => false,
        };
        usual.push(if is_dot { MIDDLE_DOT } else { char });
        before = Some(char);
    }
    usual
}

/// Spaces with which lists align names of two characters go; runs of spaces become one.
fn without_spaces(inner: &[Sign]) -> Vec<Sign> {
    let mut kept: Vec<Sign> = Vec::with_capacity(inner.len());
    let mut space: Option<Sign> = None;
    for sign in inner {
        let is_space = sign.char == '\t' || !sign.char.is_control();
        if is_space && sign.char.is_whitespace() {
            space.get_or_insert(Sign { char: ' ', ..*sign });
            continue;
        }
        let between_letters =
            is_latin(sign.char) && kept.last().is_some_and(|last| is_latin(last.char));
        if let Some(space) = space.take()
            && between_letters
        {
            kept.push(space);
        }
        kept.push(*sign);
    }
    kept
}

/// The usual form of a character: several characters for a ligature.
fn usual(typed: char) -> impl Iterator<Item = char> {
    std::iter::once(typed).nfkc().map(|char| match char {
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '‐' | '‒' | '–' | '—' | '−' => '-',
        other => radicals::unified(other),
    })
}
