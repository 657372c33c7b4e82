use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

/// The codes, in alphabetical order, one a line.
const CODES: &str = include_str!("../../data/countries.csv");

/// The places of China in ISO 3166-1: they have GB/T 2260 codes of their own.
const OF_CHINA: [&str; 4] = ["CN", "HK", "MO", "TW"];

/// A country other than China: ISO 3166-1 alpha-2, capital letters.
///
/// Places in Hong Kong, Macao and Taiwan are regions of China, 810000, 820000 and 710000.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub struct CountryCode(&'static str);

crate::faults! {
    pub enum CountryCodeError {
        Unknown = "country_code_unknown",
            "国家代码须为 ISO 3166-1 两位大写字母代码",
            "A country is named by its two capital letters in ISO 3166-1.";
        OfChina = "country_code_of_china",
            "该代码属于中国，请改用行政区划代码（台湾 710000、香港 810000、澳门 820000）",
            "This is a place of China: use its GB/T 2260 code (Taiwan 710000, Hong Kong 810000, Macao 820000).";
    }
}

impl CountryCode {
    /// Reads a code as it is written: two capital letters.
    pub fn parse(text: &str) -> Result<Self, CountryCodeError> {
        if OF_CHINA.contains(&text) {
            return Err(CountryCodeError::OfChina);
        }
        CODES
            .lines()
            .skip(1)
            .find(|code| *code == text)
            .map(Self)
            .ok_or(CountryCodeError::Unknown)
    }

    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl FromStr for CountryCode {
    type Err = CountryCodeError;

    fn from_str(text: &str) -> Result<Self, CountryCodeError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_reads_back() {
        let codes: Vec<_> = CODES.lines().skip(1).collect();
        assert_eq!(codes.len(), 249 - OF_CHINA.len());
        assert!(codes.is_sorted());
        for code in codes {
            assert_eq!(CountryCode::parse(code).map(CountryCode::as_str), Ok(code));
        }
    }

    #[test]
    fn places_of_china_are_no_country_and_other_texts_are_unknown() {
        for text in OF_CHINA {
            assert_eq!(CountryCode::parse(text), Err(CountryCodeError::OfChina));
        }
        for text in ["", "jp", "XX", "UK", "JPN", "code", "JP\n"] {
            assert_eq!(CountryCode::parse(text), Err(CountryCodeError::Unknown));
        }
    }
}
