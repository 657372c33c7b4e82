use chrono::Datelike as _;

use super::{
    DeathFacts,
    case::Case,
    money::{DeathBenefit, LumpSum, death_benefit, lump_sum},
};
use crate::{
    out_of_city::Kinship,
    policy::{Harm, Recipient},
    receipts::{FactValue, Finding, RuleId, Text, Verdict, verdict},
};

/// What is known of the death, where the award is for somebody who died: nothing more, where only the
/// harm tells of it.
fn death(case: &Case<'_>) -> Option<DeathFacts> {
    let facts = case.facts;
    let died = facts.recipient == Recipient::Individual && facts.harm == Some(Harm::Died);
    let stated = facts.award.as_ref()?.death.clone();
    stated.or_else(|| died.then(DeathFacts::default))
}

fn nobody_died() -> Verdict {
    verdict!(not_applicable ActorLives,
        "行为人健在，不涉及追授和抚恤。",
        "The actor lives; nothing is asked of an award after death.")
}

/// POSTHUMOUS: certificate, plaque and money go to the next of kin, as these agreed in writing.
pub(super) fn posthumous(case: &Case<'_>) -> Finding {
    let verdict = match death(case) {
        None => nobody_died(),
        Some(death) => of_kin(&death)
            .fact("recipient", death.recipient)
            .fact("nearer_kin", death.nearer_kin)
            .fact("agreed_in_writing", death.agreed_in_writing),
    };
    verdict.conclude(RuleId::Posthumous, case.law())
}

/// Whether a next of kin stands in the first order, in which all are equal (Civil Code, article 1127).
const fn is_of_first_order(kin: Kinship) -> bool {
    match kin {
        Kinship::Spouse | Kinship::Child | Kinship::Parent => true,
        Kinship::Sibling | Kinship::Grandparent | Kinship::Grandchild => false,
    }
}

fn of_kin(death: &DeathFacts) -> Verdict {
    let Some(kin) = death.recipient else {
        return verdict!(unknown KinNotNamed,
            "追授的证书、光荣牌和奖金由近亲属领取，尚未确定领取人。",
            "Certificate, plaque and money go to the next of kin; nobody is named yet.");
    };
    let Text { zh, en } = kin.text();
    match (is_of_first_order(kin), death.nearer_kin) {
        (false, Some(true)) => {
            return verdict!(not_met NearerKinFirst,
                "配偶、子女、父母为第一顺序，有第一顺序近亲属的，不由{zh}领取。",
                "Spouse, children and parents come first; while there is one, they do not go to a {en}.");
        }
        (false, None) => {
            return verdict!(unknown NearerKinNotChecked,
                "由{zh}领取的，须先查明没有配偶、子女、父母。",
                "Before they go to a {en}, it has to be found that there is no spouse, child or parent.");
        }
        (true, _) | (false, Some(false)) => {}
    }
    if death.agreed_in_writing == Some(true) {
        verdict!(met KinReceives,
            "由{zh}领取，同一顺序近亲属已书面同意。",
            "They go to the {en}; those of the same order agreed in writing.")
    } else {
        verdict!(unknown KinAgreementMissing,
            "由{zh}领取，尚无同一顺序近亲属的书面同意。",
            "They are to go to the {en}; those of the same order have not agreed in writing yet.")
    }
}

/// MARTYR-REFER: a death in the deed is referred at once, and of the benefits one is granted.
pub(super) fn martyr_refer(case: &Case<'_>) -> Finding {
    let verdict = match death(case) {
        None => nobody_died(),
        Some(death) => of_referral(&death)
            .fact("referred_on", death.referred_on)
            .fact("martyr", death.martyr)
            .fact("work_death", death.work_death)
            .fact("granted", death.granted),
    };
    verdict.conclude(RuleId::MartyrRefer, case.law())
}

fn of_referral(death: &DeathFacts) -> Verdict {
    let due = death_benefit(death.martyr, death.work_death);
    if let [first, rest @ ..] = death.granted.as_slice()
        && !rest.is_empty()
    {
        let Text { zh, en } = due.unwrap_or(*first).text();
        return verdict!(not_met BenefitTwice,
            "同类抚恤不重复享受，只发给{zh}。",
            "Of these benefits one is granted and never two: {en}.");
    }
    match (death.referred_on, due) {
        (None, _) => verdict!(unknown ReferralMissing,
            "行为人牺牲的，应当及时移送县级退役军人事务部门评定烈士，尚未移送。",
            "A death in the deed is referred to the county's veterans' office at once; that is not done yet."),
        (Some(_), None) => verdict!(unknown BenefitOpen,
            "已移送，烈士评定或者因公（工伤）认定尚无结果。",
            "It is referred; whether he is a martyr, or died on duty or at work, is not decided yet."),
        (Some(_), Some(due)) if death.granted.iter().any(|one| *one != due) => {
            let Text { zh, en } = due.text();
            verdict!(unknown BenefitDiffers,
                "应发给{zh}，已发的与此不符，请核对。",
                "What is due is {en}; what was granted is something else. Please check.")
        }
        (Some(_), Some(due)) => {
            let Text { zh, en } = due.text();
            verdict!(met BenefitDecided,
                "已移送并有结果，发给{zh}。",
                "It is referred and decided: {en}.")
        }
    }
}

/// LUMP-SUM: the least that the family receives where no other benefit applies.
pub(super) fn lump_sum_floor(case: &Case<'_>) -> Finding {
    let verdict = match death(case) {
        None => nobody_died(),
        Some(death) => of_lump_sum(case, &death)
            .fact("died_on", death.died_on)
            .fact("martyr", death.martyr)
            .fact("work_death", death.work_death),
    };
    verdict.conclude(RuleId::LumpSum, case.law())
}

fn of_lump_sum(case: &Case<'_>, death: &DeathFacts) -> Verdict {
    match death_benefit(death.martyr, death.work_death) {
        None => {
            return verdict!(unknown BenefitOpen,
                "烈士评定或者因公（工伤）认定尚无结果，是否发给一次性补助金未定。",
                "Whether he is a martyr, or died on duty or at work, is not decided, and so is whether a lump sum is due.");
        }
        Some(DeathBenefit::Martyr | DeathBenefit::WorkDeath) => {
            return verdict!(not_applicable HigherBenefit,
                "享受烈士或者因公（工伤）抚恤，不再发给一次性补助金。",
                "The benefits of a martyr or of a death on duty apply; no lump sum is added.");
        }
        Some(DeathBenefit::LumpSum) => {}
    }
    let Some(died_on) = death.died_on else {
        return verdict!(unknown DeathDayNotStated,
            "未说明牺牲日期，无法确定标准。",
            "The day of the death is not stated, and so not what applies.");
    };
    match lump_sum(died_on.year(), &case.policy.terms().honours.indicators) {
        LumpSum::PendingIndicator { year } => verdict!(unknown PendingIndicator,
            "{year}年的标准尚未载入，不等于零。",
            "The figures of {year} are not loaded yet; that is not zero."),
        LumpSum::AtLeast(floor) => {
            let yuan = floor.yuan();
            verdict!(met LumpSumDue,
                "一次性补助金不低于{yuan}元（上一年度城镇居民人均可支配收入的20倍加40个月少尉工资）。",
                "The lump sum is at least {yuan} yuan (20 urban incomes of the year before and 40 months of a lieutenant's pay).")
                .fact("at_least", FactValue::from(floor))
        }
    }
}
