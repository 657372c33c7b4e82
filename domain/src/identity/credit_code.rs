use std::fmt;

use super::citizen_number::is_full_width;
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
        FullWidth = "credit_code_full_width",
            "统一社会信用代码含全角字符，请改用半角",
            "The credit code holds full-width characters; use half-width ones.";
        Length = "credit_code_length",
            "统一社会信用代码须为 {length} 位",
            "A credit code has {length} characters.", length = LENGTH;
        Character = "credit_code_character",
            "统一社会信用代码含不允许的字符（不使用 I、O、S、V、Z，首位不为 0，第 3 至 8 位为数字）",
            "The credit code holds a character that it cannot have (no I, O, S, V, Z; the first is not 0; characters 3 to 8 are digits).";
        CheckDigit = "credit_code_check_digit",
            "统一社会信用代码校验码不正确，请核对各位字符",
            "The check character of the credit code does not match; compare all characters.";
    }
}

impl CreditCode {
    /// Reads a code as it is written, without spaces; lower case becomes upper case.
    pub fn parse(text: &str) -> Result<Self, CreditCodeError> {
        if text.chars().any(is_full_width) {
            return Err(CreditCodeError::FullWidth);
        }
        if text.chars().count() != LENGTH {
            return Err(CreditCodeError::Length);
        }
        let code = text.to_ascii_uppercase();
        let values: Vec<usize> = code
            .chars()
            .map(|char| ALPHABET.find(char))
            .collect::<Option<_>>()
            .ok_or(CreditCodeError::Character)?;
        let area_is_digits = code
            .get(2..8)
            .is_some_and(|area| area.bytes().all(|byte| byte.is_ascii_digit()));
        // Which authorities have a character grows with the amendments of the standard (1 to 9, A, N,
        // Y and more); 0 is none of them.
        let has_authority = !code.starts_with('0');
        if !has_authority || !area_is_digits {
            return Err(CreditCodeError::Character);
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
        for (text, error) in [
            ("", CreditCodeError::Length),
            ("91350100M000100Y4", CreditCodeError::Length),
            ("91350100M000100Y43\n", CreditCodeError::Length),
            ("91350100M000100Y4３", CreditCodeError::FullWidth),
            ("91350100I000100Y43", CreditCodeError::Character),
            ("91350100M000100Y4-", CreditCodeError::Character),
            ("9135A100M000100Y43", CreditCodeError::Character),
            ("91350100M000100Y4é", CreditCodeError::Character),
            ("000000000000000000", CreditCodeError::Character),
            ("91350100M000100Y44", CreditCodeError::CheckDigit),
        ] {
            assert_eq!(CreditCode::parse(text), Err(error), "{text}");
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
