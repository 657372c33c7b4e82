//! Money in whole fen.

use serde::{Deserialize, Serialize};

/// An amount of money that is not negative, in fen (1 yuan = 100 fen).
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "i64", into = "i64")]
pub struct Fen(i64);

crate::faults! {
    pub struct AmountOutOfRange = "amount_out_of_range",
        "金额须为不小于零的整数（单位：分），且不得超出可记录的范围",
        "The amount must be a whole number of fen, not negative, and within the range that can be recorded.";
}

impl Fen {
    pub const ZERO: Self = Self(0);

    pub const fn get(self) -> i64 {
        self.0
    }

    pub fn checked_add(self, other: Self) -> Result<Self, AmountOutOfRange> {
        self.0
            .checked_add(other.0)
            .map(Self)
            .ok_or(AmountOutOfRange)
    }

    /// The difference; an error where `other` is the larger.
    pub fn checked_sub(self, other: Self) -> Result<Self, AmountOutOfRange> {
        Self::try_from(self.0 - other.0)
    }
}

impl TryFrom<i64> for Fen {
    type Error = AmountOutOfRange;

    fn try_from(fen: i64) -> Result<Self, AmountOutOfRange> {
        if fen >= 0 {
            Ok(Self(fen))
        } else {
            Err(AmountOutOfRange)
        }
    }
}

impl From<Fen> for i64 {
    fn from(amount: Fen) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_never_negative_nor_overflows() {
        let ten = Fen::try_from(10).unwrap();
        let most = Fen::try_from(i64::MAX).unwrap();
        assert_eq!(Fen::try_from(-1), Err(AmountOutOfRange));
        assert_eq!(Fen::ZERO.checked_sub(ten), Err(AmountOutOfRange));
        assert_eq!(most.checked_add(ten), Err(AmountOutOfRange));
        assert_eq!(most.checked_sub(ten).map(Fen::get), Ok(i64::MAX - 10));
        assert!(serde_json::from_str::<Fen>("-1").is_err());
        assert!(serde_json::from_str::<Fen>("1.5").is_err());
        assert_eq!(serde_json::to_string(&ten).unwrap(), "10");
    }
}
