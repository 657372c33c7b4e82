use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{
    Sex, mask,
    typed::{Typed, typed},
};
use crate::{
    calendar::YEARS,
    regions::{RegionCode, RegionTree, Resolved},
    text::Character,
};

const LENGTH: usize = 18;

/// The weights of the first 17 digits: 2^(18-i) modulo 11 for the i-th.
const WEIGHTS: [u32; LENGTH - 1] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The years of birth that are taken for real: the standard's own example is born in 1880.
const BIRTH_YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// The check character for each remainder modulo 11.
const CHECK_CHARACTERS: &[u8; 11] = b"10X98765432";

/// A citizen identification number (公民身份号码, GB 11643-1999): 18 characters with a real birth
/// date and a true check character. Residence permits for Hong Kong, Macao and Taiwan and the
/// permanent residence card are built the same way.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CitizenNumber {
    number: String,
    birth_date: NaiveDate,
    sex: Sex,
}

crate::faults! {
    pub enum CitizenNumberError {
        /// Numbers of 15 digits are no longer valid.
        Length = "citizen_number_length",
            "公民身份号码须为 {length} 位",
            "A citizen number has {length} characters.", length = LENGTH;
        Character { position: usize, character: Character } = "citizen_number_character",
            "公民身份号码的第 {position} 个字符 {character} 有误：前 17 位须为数字，末位须为数字或 X",
            "Character {position} of the citizen number, {character}, is wrong: the first 17 are digits, the last is a digit or X.",
            position, character;
        Area = "citizen_number_area",
            "公民身份号码前两位不是省级区划代码，请核对",
            "The citizen number does not begin with the code of a province; compare all digits.";
        BirthDate = "citizen_number_birth_date",
            "公民身份号码中的出生日期不存在",
            "The birth date in the citizen number is no real date.";
        BirthInFuture = "citizen_number_birth_in_future",
            "公民身份号码中的出生日期晚于今天",
            "The birth date in the citizen number lies in the future.";
        BirthOutOfRange = "citizen_number_birth_out_of_range",
            "公民身份号码中的出生日期早于 {first} 年，不在可登记的范围内",
            "The birth date in the citizen number lies before {first}, outside the range that can be registered.",
            first = YEARS.start();
        CheckDigit = "citizen_number_check_digit",
            "公民身份号码校验码不正确，请核对各位数字",
            "The check character of the citizen number does not match; compare all digits.";
    }
}

impl CitizenNumber {
    /// Reads a number as it is written; blanks around it go, digits of full width are digits, and `x`
    /// becomes `X`.
    ///
    /// A birth date in the future passes, because no clock is asked here, and so does one of the
    /// 19th century, which the standard allows: see
    /// [`check_registrable`](Self::check_registrable).
    pub fn parse(text: &str) -> Result<Self, CitizenNumberError> {
        let mut number = String::with_capacity(LENGTH);
        let mut typed = typed(text).peekable();
        while let Some(Typed {
            char,
            character,
            position,
        }) = typed.next()
        {
            let is_last = typed.peek().is_none();
            match char.to_ascii_uppercase() {
                digit if digit.is_ascii_digit() => number.push(digit),
                'X' if is_last => number.push('X'),
                _ => {
                    return Err(CitizenNumberError::Character {
                        position,
                        character,
                    });
                }
            }
        }
        if number.len() != LENGTH {
            return Err(CitizenNumberError::Length);
        }
        let (body, check) = number.split_at(LENGTH - 1);
        let digits: Vec<u32> = body.chars().filter_map(|char| char.to_digit(10)).collect();
        if !is_in_a_province(body) {
            return Err(CitizenNumberError::Area);
        }
        let birth_date = birth_date(body).ok_or(CitizenNumberError::BirthDate)?;
        if check.as_bytes().first() != check_character(&digits) {
            return Err(CitizenNumberError::CheckDigit);
        }
        // The digit before the check character is odd for men.
        let sex = match digits.last() {
            Some(digit) if digit % 2 == 1 => Sex::Male,
            _ => Sex::Female,
        };
        Ok(Self {
            number,
            birth_date,
            sex,
        })
    }

    /// An error where the birth date lies after `today`, or before the [`YEARS`] of a
    /// [`PartialDate`](crate::calendar::PartialDate): nobody can be registered with it.
    pub fn check_registrable(&self, today: NaiveDate) -> Result<(), CitizenNumberError> {
        if self.birth_date > today {
            Err(CitizenNumberError::BirthInFuture)
        } else if self.birth_date.year() < *YEARS.start() {
            Err(CitizenNumberError::BirthOutOfRange)
        } else {
            Ok(())
        }
    }

    pub const fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    pub const fn sex(&self) -> Sex {
        self.sex
    }

    /// The first six digits: where the number was first given, by the codes of that time.
    pub fn area_code(&self) -> &str {
        self.number.get(..6).unwrap_or_default()
    }

    /// The region where the number was first given, as it is called today; none where the code is
    /// not known.
    ///
    /// A hint and never proof of origin: it says nothing of the household register today, nor of
    /// the ancestral register.
    pub fn origin_hint<'tree>(&self, tree: &'tree RegionTree) -> Option<Resolved<'tree>> {
        tree.resolve(&RegionCode::parse(self.area_code()).ok()?)
    }

    /// The first and the last character, the others `*`.
    pub fn masked(&self) -> String {
        mask(&self.number)
    }

    /// The whole number, for sealing, indexing and permitted reads.
    pub fn expose(&self) -> &str {
        &self.number
    }
}

impl fmt::Debug for CitizenNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CitizenNumber({})", self.masked())
    }
}

/// Whether the number begins as one of a province does (GB/T 2260, and 83 for Taiwan residents). On
/// the permanent residence card of a foreigner a 9 stands before the province.
fn is_in_a_province(body: &str) -> bool {
    let area = body.strip_prefix('9').unwrap_or(body);
    matches!(
        area.get(..2).and_then(|digits| digits.parse::<u8>().ok()),
        Some(11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
    )
}

fn birth_date(body: &str) -> Option<NaiveDate> {
    let year: i32 = body.get(6..10)?.parse().ok()?;
    let month = body.get(10..12)?.parse().ok()?;
    let day = body.get(12..14)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, day).filter(|date| BIRTH_YEARS.contains(&date.year()))
}

fn check_character(digits: &[u32]) -> Option<&'static u8> {
    let sum: u32 = digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum();
    CHECK_CHARACTERS.get(usize::try_from(sum % 11).ok()?)
}

#[cfg(test)]
mod tests;
