use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

const DIGITS: usize = 6;

/// More than the two of a country, so that one is never taken for the other.
const FEWEST_LETTERS: usize = 3;

/// The code of a region: six digits (GB/T 2260), or three to six capital letters for a functional
/// zone, which GB/T 2260 does not know. Well formed, but not necessarily in the
/// [tree](super::RegionTree): abolished codes live on in old documents.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub struct RegionCode([u8; DIGITS]);

crate::faults! {
    pub struct RegionCodeError = "region_code_invalid",
        "区划代码须为 6 位数字，功能区代码须为 3 至 6 位大写字母",
        "A region code is six digits, or three to six capital letters for a functional zone.";
    pub struct RegionUnknown = "region_unknown",
        "没有该区划代码", "No region has or had this code.";
    pub struct OutsideYourRegions = "outside_your_regions",
        "该区划不在您的辖区之内，或已撤销",
        "The region is not one of yours, or no longer exists.";
}

impl RegionCode {
    /// Reads a code as it is written: no spaces, no lower case, no full-width digits.
    pub fn parse(text: &str) -> Result<Self, RegionCodeError> {
        let bytes = text.as_bytes();
        let digits = bytes.len() == DIGITS && bytes.iter().all(u8::is_ascii_digit);
        let letters = (FEWEST_LETTERS..=DIGITS).contains(&bytes.len())
            && bytes.iter().all(u8::is_ascii_uppercase);
        if !digits && !letters {
            return Err(RegionCodeError);
        }
        let mut code = [0; DIGITS];
        for (slot, byte) in code.iter_mut().zip(bytes) {
            *slot = *byte;
        }
        Ok(Self(code))
    }

    pub fn as_str(&self) -> &str {
        // Only ASCII gets in, and shorter codes are padded with NUL.
        str::from_utf8(&self.0)
            .unwrap_or_default()
            .trim_end_matches('\0')
    }
}

impl fmt::Debug for RegionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RegionCode({self})")
    }
}

impl fmt::Display for RegionCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for RegionCode {
    type Err = RegionCodeError;

    fn from_str(text: &str) -> Result<Self, RegionCodeError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_reads_back(text in "[0-9]{6}|[A-Z]{3,6}") {
            let code = RegionCode::parse(&text).unwrap();
            prop_assert_eq!(code.as_str(), &text);
            let json = serde_json::to_string(&code).unwrap();
            prop_assert_eq!(serde_json::from_str::<RegionCode>(&json).unwrap(), code);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "L",
            "JP",
            "37150",
            "3715020",
            "lckf",
            "LCKFXYZ",
            "LC1",
            " 371502",
            "371502\0",
            "37150O",
            "３７１５０２",
            "聊城",
        ] {
            assert_eq!(RegionCode::parse(text), Err(RegionCodeError), "{text}");
        }
    }
}
