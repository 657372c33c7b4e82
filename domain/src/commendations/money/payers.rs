//! Who pays an award. Several payers share it in fixed parts, such as 50, 35 and 15 per cent.

use serde::{Deserialize, Serialize};

use super::shares::{by_weight, shares};
use crate::{money::Fen, text::Line};

/// More payers than any award has.
pub const MAX_PAYERS: usize = 20;

const WHOLE: u32 = 1000;

crate::faults! {
    pub enum PayersError {
        Missing = "payers_missing", "请填写出资单位", "Name who pays.";
        TooMany = "payers_too_many",
            "出资单位不得超过 {max} 个", "There are at most {max} payers.", max = MAX_PAYERS;
        DoNotAddUp { found: u64 } = "payers_do_not_add_up",
            "各单位出资比例合计为 {found}‰，应为 {whole}‰",
            "The parts of the payers are {found} per mille together; they have to be {whole}.",
            found, whole = WHOLE;
        Twice = "payer_named_twice", "同一出资单位列了两次", "A payer is named twice.";
        /// What the members get together is more than an amount can be.
        TooMuch => crate::money::FenError::TooMuch;
    }
}

/// What part of an award somebody pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayerShare {
    pub name: Line<100>,
    /// Of a thousand.
    pub permille: u32,
}

/// What somebody pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayerPart {
    pub name: Line<100>,
    pub fen: Fen,
}

/// What each of several payers pays of a sum, in their order; together exactly the sum.
pub fn payers(total: Fen, by: &[PayerShare]) -> Result<Vec<PayerPart>, PayersError> {
    check(by)?;
    let permille: Vec<u32> = by.iter().map(|payer| payer.permille).collect();
    let parts = by.iter().zip(shares(total, &permille));
    Ok(parts
        .map(|(payer, fen)| PayerPart {
            name: payer.name.clone(),
            fen,
        })
        .collect())
}

fn check(by: &[PayerShare]) -> Result<(), PayersError> {
    if by.is_empty() {
        return Err(PayersError::Missing);
    }
    if by.len() > MAX_PAYERS {
        return Err(PayersError::TooMany);
    }
    let found: u64 = by.iter().map(|payer| u64::from(payer.permille)).sum();
    if found != u64::from(WHOLE) {
        return Err(PayersError::DoNotAddUp { found });
    }
    let mut earlier = by.iter().enumerate();
    let twice = |(at, payer): (usize, &PayerShare)| {
        let mut before = by.iter().take(at);
        before.any(|other| other.name == payer.name)
    };
    if earlier.any(twice) {
        return Err(PayersError::Twice);
    }
    Ok(())
}

/// Who pays what to whom: a row for each member, in it a part for each payer. Every row adds up to the
/// member's share, every column to the payer's part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    pub payers: Vec<PayerPart>,
    pub rows: Vec<Vec<Fen>>,
}

/// The parts of each payer in each member's share. Members are paid in their order, each by the payers in
/// proportion to what these still have to pay: no payer is asked for more than he has left, and the last
/// member gets what is left of each.
pub fn matrix(members: &[Fen], by: &[PayerShare]) -> Result<Matrix, PayersError> {
    let total = Fen::total(members.iter().copied()).ok_or(PayersError::TooMuch)?;
    let payers = payers(total, by)?;
    let mut left: Vec<Fen> = payers.iter().map(|payer| payer.fen).collect();
    let rows = members
        .iter()
        .map(|share| {
            let weights: Vec<u64> = left.iter().map(|fen| fen.get().unsigned_abs()).collect();
            let row = by_weight(*share, &weights);
            for (left, paid) in left.iter_mut().zip(&row) {
                *left = left.minus(*paid).unwrap_or_default();
            }
            row
        })
        .collect();
    Ok(Matrix { payers, rows })
}
