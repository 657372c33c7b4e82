use std::fmt;

use super::{
    mask,
    typed::{Typed, typed},
};
use crate::text::{Character, is_blank};

/// A telephone number.
///
/// Numbers of mainland China are kept in the national form, `13800138000` or `06358200000`; others
/// with `+` and the country code (ITU-T E.164), so that one line has one spelling.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

crate::faults! {
    pub enum PhoneNumberError {
        Character { position: usize, character: Character } = "phone_number_character",
            "电话号码的第 {position} 个字符 {character} 不能用于电话号码",
            "Character {position} of the telephone number, {character}, is not one of a telephone number.",
            position, character;
        Form = "phone_number_form",
            "电话号码须为手机号、带区号的固定电话、400 或 800 号码，或以 + 开头的国际号码",
            "A telephone number is a mobile number, a fixed line with area code, a 400 or 800 number, or an international number with +.";
    }
}

impl PhoneNumber {
    /// Reads a number; blanks, hyphens and brackets are dropped, digits of full width are digits, and
    /// `+86` and `0086` are understood.
    pub fn parse(text: &str) -> Result<Self, PhoneNumberError> {
        let mut compact = String::with_capacity(text.len());
        for Typed {
            char,
            character,
            position,
        } in typed(text)
        {
            match char {
                '+' | '0'..='9' => compact.push(char),
                '-' | '‐' | '‑' | '–' | '—' | '−' | '(' | ')' => {}
                blank if is_blank(blank) => {}
                _ => {
                    return Err(PhoneNumberError::Character {
                        position,
                        character,
                    });
                }
            }
        }
        let number = compact.strip_prefix("00").map_or_else(
            || compact.clone(),
            |international| format!("+{international}"),
        );
        let number = match number.strip_prefix("+86") {
            // Abroad the leading zero of the area code is not dialled.
            Some(national) if is_mobile(national) || is_service(national) => national.to_owned(),
            Some(national) => format!("0{}", national.trim_start_matches('0')),
            None => number,
        };
        let known = is_mobile(&number)
            || is_fixed_line(&number)
            || is_service(&number)
            || is_international(&number);
        if known {
            Ok(Self(number))
        } else {
            Err(PhoneNumberError::Form)
        }
    }

    /// The first and the last character, the others `*`.
    pub fn masked(&self) -> String {
        mask(&self.0)
    }

    /// The whole number, for sealing, indexing and permitted reads.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PhoneNumber({})", self.masked())
    }
}

fn is_mobile(number: &str) -> bool {
    matches!(number.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if are_digits(rest, 9..=9))
}

/// Area codes: 010, 02x, and three digits after the zero from 03 to 09; then seven or eight.
fn is_fixed_line(number: &str) -> bool {
    match number.as_bytes() {
        [b'0', b'1', b'0', line @ ..]
        | [b'0', b'2', b'0'..=b'9', line @ ..]
        | [b'0', b'3'..=b'9', b'0'..=b'9', b'0'..=b'9', line @ ..] => is_line(line),
        _ => false,
    }
}

fn is_line(line: &[u8]) -> bool {
    are_digits(line, 7..=8) && matches!(line.first(), Some(b'2'..=b'9'))
}

fn is_service(number: &str) -> bool {
    matches!(number.as_bytes(), [b'4' | b'8', b'0', b'0', rest @ ..] if are_digits(rest, 7..=7))
}

fn is_international(number: &str) -> bool {
    matches!(number.as_bytes(), [b'+', b'1'..=b'9', rest @ ..] if are_digits(rest, 6..=14))
        && !number.starts_with("+86")
}

fn are_digits(bytes: &[u8], length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_line_has_one_spelling() {
        for (texts, number) in [
            (
                &[
                    "13800138000",
                    "138 0013 8000",
                    "+86 138-0013-8000",
                    "008613800138000",
                    "\u{202d}13800138000\u{202c}\n",
                    "１３８－００１３　８０００",
                ][..],
                "13800138000",
            ),
            (
                &[
                    "0635-8200000",
                    "(0635)8200000",
                    "（0635）8200000",
                    "0635–8200000",
                    "+86 635 8200000",
                    "+8606358200000",
                ],
                "06358200000",
            ),
            (&["010-82000000", "+861082000000"], "01082000000"),
            (&["400-800-0000", "+864008000000"], "4008000000"),
            (&["+1 202-555-0100", "0012025550100"], "+12025550100"),
            (&["+852 2800 0000"], "+85228000000"),
        ] {
            for text in texts {
                let parsed = PhoneNumber::parse(text);
                assert_eq!(
                    parsed.as_ref().map(PhoneNumber::expose),
                    Ok(number),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "110",
            "8200000",
            "12800138000",
            "1380013800",
            "138001380000",
            "0635-1200000",
            "0635-820000",
            "+86",
            "+0123456789",
            "+12345",
            "+1234567890123456",
            "138+00138000",
        ] {
            assert_eq!(
                PhoneNumber::parse(text),
                Err(PhoneNumberError::Form),
                "{text}"
            );
        }
        for (text, position, char) in [
            ("138001380OO", 10, 'O'),
            ("13800138000\0", 12, '\0'),
            (" 13800138000;ext=1", 13, ';'),
            ("1*********1", 2, '*'),
            ("١٣٨٠٠١٣٨٠٠٠", 1, '١'),
        ] {
            let character = Character(char);
            assert_eq!(
                PhoneNumber::parse(text),
                Err(PhoneNumberError::Character {
                    position,
                    character
                }),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_number_reads_back_and_shows_only_its_ends(
            text in "1[3-9][0-9]{9}|0[3-9][0-9]{2}[2-9][0-9]{6,7}|\\+[1-79][0-9]{6,14}",
        ) {
            let number = PhoneNumber::parse(&text).unwrap();
            prop_assert_eq!(PhoneNumber::parse(number.expose()), Ok(number.clone()));
            let (first, last) = (&text[..1], &text[text.len() - 1..]);
            let masked = format!("{first}{}{last}", "*".repeat(text.len() - 2));
            prop_assert_eq!(format!("{number:?}"), format!("PhoneNumber({masked})"));
            prop_assert_eq!(number.masked(), masked);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}|[+0-9 ()-]{0,20}") {
            let _ = PhoneNumber::parse(&text);
        }
    }
}
