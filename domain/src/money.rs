//! Money: whole fen, never less than nothing, and never silently more than can be held.

mod words;

use serde::{Deserialize, Serialize};

use crate::receipts::FactValue;

crate::faults! {
    pub enum FenError {
        Negative = "money_negative", "金额不能为负", "An amount is never less than nothing.";
        TooMuch = "money_too_much",
            "金额不得超过 {max} 分", "An amount is at most {max} fen.", max = Fen::MAX.0;
    }
}

/// An amount of money in fen: 0 to [`Fen::MAX`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(try_from = "i64", into = "i64")]
pub struct Fen(i64);

impl Fen {
    pub const ZERO: Fen = Fen(0);

    /// The largest whole number that every reader of JSON holds exactly (RFC 8259, section 6).
    pub const MAX: Fen = Fen(9_007_199_254_740_991);

    pub const fn new(fen: i64) -> Result<Self, FenError> {
        if fen < 0 {
            Err(FenError::Negative)
        } else if fen > Self::MAX.0 {
            Err(FenError::TooMuch)
        } else {
            Ok(Fen(fen))
        }
    }

    pub const fn get(self) -> i64 {
        self.0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum; none where it is too much.
    pub fn plus(self, other: Fen) -> Option<Fen> {
        // Both are far below the limits of the type.
        Fen::new(self.0 + other.0).ok()
    }

    /// What is left; none where more is taken than there is.
    pub fn minus(self, other: Fen) -> Option<Fen> {
        Fen::new(self.0 - other.0).ok()
    }

    /// So many times the amount; none where it is too much.
    pub fn times(self, count: u32) -> Option<Fen> {
        let product = i128::from(self.0) * i128::from(count);
        Fen::new(i64::try_from(product).ok()?).ok()
    }

    /// The sum of all; none where it is too much.
    pub fn total(amounts: impl IntoIterator<Item = Fen>) -> Option<Fen> {
        let mut amounts = amounts.into_iter();
        amounts.try_fold(Fen::ZERO, Fen::plus)
    }

    /// In yuan with two places, such as `12300.00`.
    pub fn yuan(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl TryFrom<i64> for Fen {
    type Error = FenError;

    fn try_from(fen: i64) -> Result<Self, FenError> {
        Fen::new(fen)
    }
}

impl From<Fen> for i64 {
    fn from(amount: Fen) -> Self {
        amount.0
    }
}

impl From<Fen> for FactValue {
    fn from(amount: Fen) -> Self {
        FactValue::Number(amount.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_never_negative_and_never_more_than_json_holds() {
        assert_eq!(Fen::new(-1), Err(FenError::Negative));
        assert_eq!(Fen::new(Fen::MAX.get() + 1), Err(FenError::TooMuch));
        assert!(serde_json::from_str::<Fen>("-1").is_err());
        let amount: Fen = serde_json::from_str("1230000").unwrap();
        assert_eq!(amount.yuan(), "12300.00");
        assert_eq!(serde_json::to_string(&amount).unwrap(), "1230000");
    }

    #[test]
    fn sums_and_products_say_when_they_are_too_much() {
        let one = Fen::new(1).unwrap();
        assert_eq!(Fen::MAX.plus(one), None);
        assert_eq!(Fen::MAX.times(2), None);
        assert_eq!(Fen::ZERO.minus(one), None);
        assert_eq!(Fen::total([one, one, one]), Fen::new(3).ok());
        assert_eq!(Fen::total([Fen::MAX, one]), None);
    }
}
