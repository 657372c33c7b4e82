use std::fmt;

use super::{citizen_number::is_full_width, mask};
use crate::error::{Coded, coded_error};

/// A telephone number.
///
/// Numbers of mainland China are kept in the national form, `13800138000` or `06358200000`; others
/// with `+` and the country code (ITU-T E.164), so that one line has one spelling.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

/// Why a telephone number was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneNumberError {
    /// Full-width digits or signs.
    FullWidth,
    /// Neither a mobile number, nor a fixed line with its area code, nor a 400 or 800 number, nor
    /// an international number with `+`.
    Form,
}

impl Coded for PhoneNumberError {
    fn code(&self) -> &'static str {
        match self {
            Self::FullWidth => "phone_number_full_width",
            Self::Form => "phone_number_form",
        }
    }
}

coded_error!(PhoneNumberError);

impl PhoneNumber {
    /// Reads a number; spaces, hyphens and brackets between the digits are dropped, and `+86` and
    /// `0086` are understood.
    pub fn parse(text: &str) -> Result<Self, PhoneNumberError> {
        if text.chars().any(is_full_width) {
            return Err(PhoneNumberError::FullWidth);
        }
        let compact: String = text
            .chars()
            .filter(|char| !matches!(char, ' ' | '-' | '(' | ')'))
            .collect();
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
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.0)
    }

    /// The whole number, for sealing, indexing and permitted reads.
    #[must_use]
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
