//! What the city's table says of an award. A sum that it does not have is not known, and never zero.

use crate::{
    money::Fen,
    policy::{CashRule, Harm, HonoursPolicy, TitleId},
};

/// What an award brings by the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AwardSum {
    /// The sum of the title; of a group one sum for all.
    pub base: Fen,
    /// What each dead member adds (GROUP-DEAD); none where the table does not say.
    pub for_each_dead_member: Option<Fen>,
}

impl AwardSum {
    /// The sum with what the dead members add; none where the table does not say what they do.
    pub fn with_dead_members(self, dead: u32) -> Option<Fen> {
        if dead == 0 {
            return Some(self.base);
        }
        self.base.plus(self.for_each_dead_member?.times(dead)?)
    }
}

/// The line of the table for a title, the harm and the class of a prize: one that names harm or class goes
/// before one that holds for all; none where the table has none, or has one only for what is not known.
pub fn award_sum(
    policy: &HonoursPolicy,
    title: &TitleId,
    harm: Option<Harm>,
    class: Option<u8>,
) -> Option<AwardSum> {
    let fits = |rule: &&CashRule| {
        rule.title == *title
            && rule.harm.is_none_or(|named| harm == Some(named))
            && rule.class.is_none_or(|named| class == Some(named))
    };
    let lines = policy.cash.iter().filter(fits);
    let line = lines.max_by_key(|rule| (rule.class.is_some(), rule.harm.is_some()))?;
    Some(AwardSum {
        base: line.fen,
        for_each_dead_member: line.dead_member_fen,
    })
}

/// What is still due of a sum when those of lower levels were paid for the same deed: all of it where sums
/// of different levels add up, else what goes beyond them.
pub fn beyond_lower_levels(sum: Fen, paid: &[Fen], levels_add_up: bool) -> Option<Fen> {
    if levels_add_up {
        return Some(sum);
    }
    let paid = Fen::total(paid.iter().copied())?;
    Some(sum.minus(paid).unwrap_or_default())
}
