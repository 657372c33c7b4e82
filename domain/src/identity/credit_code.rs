use std::fmt;

use super::typed::{Typed, typed};
use crate::text::Character;

const LENGTH: usize = 18;

/// The 31 characters in the order of their values (GB 32100-2015): no I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The weights of the first 17 characters: 3^(i-1) modulo 31 for the i-th.
const WEIGHTS: [usize; LENGTH - 1] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];

/// The unified social credit code of an organisation (统一社会信用代码, GB 32100-2015). It is no
/// secret: registers of organisations are open.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(String);

crate::faults! {
    pub enum CreditCodeError {
        Length = "credit_code_length",
            "统一社会信用代码须为 {length} 位",
            "A credit code has {length} characters.", length = LENGTH;
        Character { position: usize, character: Character } = "credit_code_character",
            "统一社会信用代码的第 {position} 个字符 {character} 有误（不使用 I、O、S、V、Z，首位不为 0，第 3 至 8 位为数字）",
            "Character {position} of the credit code, {character}, is wrong (no I, O, S, V, Z; the first is not 0; characters 3 to 8 are digits).",
            position, character;
        CheckDigit = "credit_code_check_digit",
            "统一社会信用代码校验码不正确，请核对各位字符",
            "The check character of the credit code does not match; compare all characters.";
    }
}

impl CreditCode {
    /// Reads a code as it is written; blanks around it go, and lower case and full width become upper
    /// case and half width.
    pub fn parse(text: &str) -> Result<Self, CreditCodeError> {
        let mut code = String::with_capacity(LENGTH);
        let mut values = Vec::with_capacity(LENGTH);
        for Typed {
            char,
            character,
            position,
        } in typed(text)
        {
            let char = char.to_ascii_uppercase();
            // Which authorities have a character grows with the amendments of the standard (1 to 9, A,
            // N, Y and more); 0 is none of them.
            let fits = match code.len() {
                0 => char != '0',
                2..=7 => char.is_ascii_digit(),
                _ => true,
            };
            let value = ALPHABET.find(char).filter(|_| fits);
            values.push(value.ok_or(CreditCodeError::Character {
                position,
                character,
            })?);
            code.push(char);
        }
        if code.len() != LENGTH {
            return Err(CreditCodeError::Length);
        }
        // A true check value adds up to a multiple of 31.
        let sum: usize = values
            .iter()
            .zip(WEIGHTS.iter().chain(&[1]))
            .map(|(value, weight)| value * weight)
            .sum();
        if sum.is_multiple_of(ALPHABET.len()) {
            Ok(Self(code))
        } else {
            Err(CreditCodeError::CheckDigit)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CreditCode({self})")
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EXAMPLE: &str = "91350100M000100Y43";

    #[test]
    fn the_example_of_the_standard_is_read() {
        let code = CreditCode::parse("91350100m000100y43").unwrap();
        assert_eq!(code.as_str(), EXAMPLE);
    }

    #[test]
    fn each_fault_has_a_code_of_its_own() {
        let wrong = |position, char| CreditCodeError::Character {
            position,
            character: Character(char),
        };
        for (text, error) in [
            ("", CreditCodeError::Length),
            ("91350100M000100Y4", CreditCodeError::Length),
            ("91350100I000100Y43", wrong(9, 'I')),
            ("91350100M000100Y4-", wrong(18, '-')),
            (" 9135A100M000100Y43", wrong(6, 'A')),
            ("91350100M000100Y4é", wrong(18, 'é')),
            ("000000000000000000", wrong(1, '0')),
            ("91350100M000100Y44", CreditCodeError::CheckDigit),
        ] {
            assert_eq!(CreditCode::parse(text), Err(error), "{text}");
        }
        for text in ["\u{3000}91350100M000100Y43\n", "９1350100Ｍ000100y4３"] {
            assert_eq!(CreditCode::parse(text).unwrap().as_str(), EXAMPLE);
        }
    }

    proptest! {
        #[test]
        fn just_one_check_character_fits_and_no_single_change_passes(
            body in "[1-9ANY][1239][1-9]{6}[0-9A-HJ-NPQRTUWXY]{9}",
            at in 0..LENGTH,
            other in 0..ALPHABET.len(),
        ) {
            let fitting: Vec<_> = ALPHABET
                .chars()
                .filter_map(|check| CreditCode::parse(&format!("{body}{check}")).ok())
                .collect();
            prop_assert_eq!(fitting.len(), 1);
            let mut bytes = fitting[0].as_str().as_bytes().to_vec();
            let wrong = ALPHABET.as_bytes()[other];
            prop_assume!(bytes[at] != wrong);
            bytes[at] = wrong;
            let text = String::from_utf8(bytes).unwrap();
            prop_assert!(CreditCode::parse(&text).is_err(), "{text}");
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = CreditCode::parse(&text);
        }
    }
}
