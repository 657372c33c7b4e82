use crate::named_enum;

named_enum! {
    /// 性别（GB/T 2261.1） / Sex.
    Sex {
        Unknown = "unknown", "未知", "unknown";
        Male = "male", "男", "male";
        Female = "female", "女", "female";
        NotStated = "not_stated", "未说明", "not stated";
    }
}

crate::faults! {
    pub struct SexError = "sex_code_unknown",
        "性别代码须为 0、1、2 或 9（GB/T 2261.1）", "A sex code is 0, 1, 2 or 9 (GB/T 2261.1).";
}

impl Sex {
    /// The digit of the standard.
    pub const fn code(self) -> u8 {
        match self {
            Self::Unknown => 0,
            Self::Male => 1,
            Self::Female => 2,
            Self::NotStated => 9,
        }
    }
}

impl TryFrom<u8> for Sex {
    type Error = SexError;

    fn try_from(code: u8) -> Result<Self, SexError> {
        match code {
            0 => Ok(Self::Unknown),
            1 => Ok(Self::Male),
            2 => Ok(Self::Female),
            9 => Ok(Self::NotStated),
            _ => Err(SexError),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_those_of_the_standard_and_read_back() {
        let known: Vec<_> = (0..=u8::MAX)
            .filter_map(|digit| Some((digit, Sex::try_from(digit).ok()?)))
            .collect();
        assert_eq!(
            known,
            [
                (0, Sex::Unknown),
                (1, Sex::Male),
                (2, Sex::Female),
                (9, Sex::NotStated)
            ]
        );
        assert!(known.iter().all(|(digit, sex)| sex.code() == *digit));
    }
}
