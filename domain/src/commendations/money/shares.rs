//! A sum among several, each by its weight, so that the parts are exactly the sum (largest remainder).

use crate::money::Fen;

/// A sum among those with these weights: everybody gets the whole fen of his proportion, and the fen that
/// are left go one each to the largest remainders, the first of equal ones first. Where nobody has a
/// weight all have the same; nobody gets nothing of nothing.
pub fn shares(total: Fen, weights: &[u32]) -> Vec<Fen> {
    if weights.iter().all(|weight| *weight == 0) {
        return equal_shares(total, weights.len());
    }
    let weights: Vec<u64> = weights.iter().map(|weight| u64::from(*weight)).collect();
    by_weight(total, &weights)
}

/// A sum among so many, the same to each but for the fen that does not divide.
pub fn equal_shares(total: Fen, count: usize) -> Vec<Fen> {
    by_weight(total, &vec![1; count])
}

/// A sum by weights of which one at least counts, or nothing is given to anybody.
pub(super) fn by_weight(total: Fen, weights: &[u64]) -> Vec<Fen> {
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let sum = u128::from(total.get().unsigned_abs());
    if whole == 0 {
        return vec![Fen::ZERO; weights.len()];
    }
    let parts = weights.iter().map(|weight| sum * u128::from(*weight));
    let mut parts: Vec<(u128, u128)> = parts.map(|part| (part / whole, part % whole)).collect();
    let given: u128 = parts.iter().map(|(part, _)| part).sum();
    // The remainders add up to whole fen: as many as are left, and fewer than there are remainders.
    let left = usize::try_from(sum - given).unwrap_or_default();
    let mut by_remainder: Vec<usize> = (0..parts.len()).collect();
    by_remainder.sort_by_key(|at| parts.get(*at).map(|(_, rest)| std::cmp::Reverse(*rest)));
    for at in by_remainder.into_iter().take(left) {
        if let Some((part, _)) = parts.get_mut(at) {
            *part += 1;
        }
    }
    // No part is more than the sum.
    let fen = |part: u128| {
        i64::try_from(part)
            .ok()
            .and_then(|part| Fen::new(part).ok())
    };
    let parts = parts.into_iter();
    parts
        .map(|(part, _)| fen(part).unwrap_or_default())
        .collect()
}
