use super::PersonFile;
use crate::{
    calendar::PartialDate,
    named_enum,
    receipts::{Verdict, verdict},
};

named_enum! {
    /// 生卒日期与行为日期的矛盾 / How the dates of a life contradict the date of a deed
    LifeConflict {
        BornAfter = "born_after", "出生日期晚于行为日期", "born after the deed";
        DiedBefore = "died_before", "死亡日期早于行为日期", "died before the deed";
    }
}

impl PersonFile {
    /// How the dates of this life contradict that of a deed, where they certainly do.
    pub fn life_conflict(&self, occurred_on: PartialDate) -> Option<LifeConflict> {
        let certainly_after = |one: PartialDate, other: PartialDate| matches!((one.earliest(), other.latest()), (Some(one), Some(other)) if one > other);
        if certainly_after(self.birth_date, occurred_on) {
            Some(LifeConflict::BornAfter)
        } else if certainly_after(occurred_on, self.died_on) {
            Some(LifeConflict::DiedBefore)
        } else {
            None
        }
    }
}

impl LifeConflict {
    /// DEED-AGE: one of the dates is wrong, or the person is another one.
    pub(crate) fn verdict(self) -> Verdict {
        match self {
            Self::BornAfter => verdict!(unknown BornAfterDeed,
                "档案中的出生日期晚于行为日期：日期有误，或者并非此人，请核对。",
                "By the file the person was born after the deed: a date is wrong, or it is somebody else. Please check."),
            Self::DiedBefore => verdict!(unknown DiedBeforeDeed,
                "档案中的死亡日期早于行为日期：日期有误，或者并非此人，请核对。",
                "By the file the person died before the deed: a date is wrong, or it is somebody else. Please check."),
        }
    }
}
