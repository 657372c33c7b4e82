use serde::{Deserialize, Serialize};

use super::{
    case::Case,
    eligibility::{Bar, Ordinary, bar, ordinary},
};
use crate::{
    named_enum,
    policy::{Benefits, DoubleReward, TitleId},
    receipts::{Finding, Proposal, ReasonCode, RuleId, Text, Verdict, text, verdict},
    regions::{Place, RegionCode},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleEffect {
    pub id: TitleId,
    /// Its words, with the prefix for those who died.
    pub text: Text,
    /// Whether it is granted after death; none while not stated.
    pub posthumous: Option<bool>,
}

named_enum! {
    /// 是否应挂光荣牌 / Whether a plaque is due.
    PlaqueStatus as "ProposedPlaqueStatus" {
        Due = "due", "应挂", "one is to be hung";
        AlreadyInHousehold = "already_in_household", "家中已有", "the household has one already, and one is enough";
        HouseholdNotKnown = "household_not_known", "未查家中是否已有", "nobody has looked whether the household has one";
    }
}

/// The plaque that follows, at most one for a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaqueEffect {
    pub text: Text,
    pub status: PlaqueStatus,
}

/// The procedure that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "route", content = "region", rename_all = "snake_case")]
pub enum Route {
    OutOfCity,
    /// Ordinary confirmation where the deed happened.
    ConfirmAtPlace(RegionCode),
    /// Ordinary confirmation in the county of origin; the city where the county is not known.
    ConfirmAtOrigin(RegionCode),
    /// Nothing that the city could do.
    None,
}

/// What follows if the officer agrees. A proposed refusal brings no title, plaque or care, only
/// the route to take instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutOfCityEffects {
    pub title: Option<TitleEffect>,
    pub plaque: Option<PlaqueEffect>,
    pub benefits: Option<Benefits>,
    /// Whether an earlier reward leaves out cash; none while it is not known.
    pub cash_excluded: Option<bool>,
    pub route: Route,
}

pub(super) fn effects(case: &Case<'_>, proposal: Proposal) -> OutOfCityEffects {
    let rules = case.rules();
    if proposal == Proposal::Refuse {
        return OutOfCityEffects {
            title: None,
            plaque: None,
            benefits: None,
            cash_excluded: None,
            route: other_route(case),
        };
    }
    let posthumous = case.facts.deceased;
    OutOfCityEffects {
        title: case.policy.title(&rules.title).map(|title| TitleEffect {
            id: title.id.clone(),
            text: case.policy.title_text(title, posthumous == Some(true)),
            posthumous,
        }),
        plaque: Some(PlaqueEffect {
            text: rules.plaque.clone(),
            status: match case.facts.household_has_plaque {
                Some(true) => PlaqueStatus::AlreadyInHousehold,
                Some(false) => PlaqueStatus::Due,
                None => PlaqueStatus::HouseholdNotKnown,
            },
        }),
        benefits: Some(rules.benefits.clone()),
        cash_excluded: match rules.double_reward {
            DoubleReward::Allow => Some(false),
            DoubleReward::ExcludeCashIfRewarded => case.facts.rewarded_elsewhere,
        },
        route: Route::OutOfCity,
    }
}

fn other_route(case: &Case<'_>) -> Route {
    match bar(case) {
        Some(Bar::InsideCity) => at_place(case),
        Some(Bar::NotConfirmedLocally) => match ordinary(case) {
            Ordinary::OfOrigin(home) => Route::ConfirmAtOrigin(case.regions.code_of_today(home)),
            Ordinary::OfPlace => at_place(case),
            Ordinary::Elsewhere => Route::None,
        },
        None => Route::None,
    }
}

fn at_place(case: &Case<'_>) -> Route {
    match case.facts.place {
        Some(Place::Region(place)) => Route::ConfirmAtPlace(case.regions.code_of_today(place)),
        Some(Place::Abroad(_)) | None => Route::None,
    }
}

/// OUT-EFFECT: the title, one plaque for the family, and the same care as the city's own models.
pub(super) fn out_effect(case: &Case<'_>) -> Finding {
    let rules = case.rules();
    let verdict = if bar(case).is_some() {
        verdict!(not_applicable NoEffect,
            "条件不具备，暂无待遇。",
            "A condition is not met, so nothing follows yet.")
    } else if case.withdrawn() == Some(true) {
        verdict!(unknown LocalConfirmationWithdrawn,
            "当地确认已被撤回，称号、光荣牌和待遇待人工核查后再定。",
            "The confirmation was withdrawn: title, plaque and care wait for the review.")
    } else {
        match case.facts.deceased {
            None => verdict!(unknown DeceasedNotStated,
                "未说明行为人是否在世，称号文字（是否追授）待定。",
                "Whether the actor is alive is not stated, so the words of the title (posthumous or not) are open."),
            Some(posthumous) => follows(case, posthumous),
        }
    };
    verdict
        .fact("deceased", case.facts.deceased)
        .fact("withdrawn", case.withdrawn())
        .fact("household_has_plaque", case.facts.household_has_plaque)
        .fact("benefits_profile", rules.benefits.profile.as_str())
        .conclude(RuleId::OutEffect, case.law())
}

fn follows(case: &Case<'_>, posthumous: bool) -> Verdict {
    let rules = case.rules();
    let title = case.policy.title(&rules.title).map_or_else(
        || text!("", ""),
        |title| case.policy.title_text(title, posthumous),
    );
    Verdict::met(
        ReasonCode::EffectsFollow,
        Text {
            zh: format!(
                "如予认定：称号“{}”，家庭光荣牌“{}”（每户一块），{}。",
                title.zh, rules.plaque.zh, rules.benefits.text.zh
            ),
            en: format!(
                "If recognised: title {}, one family plaque {}, {}.",
                title.en, rules.plaque.en, rules.benefits.text.en
            ),
        },
    )
}

/// OUT-DOUBLE: what a reward already received at the place of the deed changes.
pub(super) fn out_double(case: &Case<'_>) -> Finding {
    let rewarded = case.facts.rewarded_elsewhere;
    let verdict = match (case.rules().double_reward, rewarded) {
        (DoubleReward::Allow, _) => verdict!(met RewardsDoNotBar,
            "行为发生地是否已奖励，不影响本市认定。",
            "Rewards at the place of the deed do not stand in the way."),
        (DoubleReward::ExcludeCashIfRewarded, None) => verdict!(unknown RewardsNotStated,
            "未说明行为发生地是否已奖励，奖金能否发放待定。",
            "Whether the place of the deed rewarded it is not stated, so cash is open."),
        (DoubleReward::ExcludeCashIfRewarded, Some(true)) => verdict!(met CashExcluded,
            "行为发生地已奖励：可授予称号，不重复发放奖金。",
            "Already rewarded at the place of the deed: the title stays possible, cash is not paid again."),
        (DoubleReward::ExcludeCashIfRewarded, Some(false)) => verdict!(met NotRewardedElsewhere,
            "行为发生地未奖励，奖金不受影响。",
            "Not rewarded at the place of the deed: cash is not affected."),
    };
    verdict
        .fact("rewarded_elsewhere", rewarded)
        .fact("double_reward", case.rules().double_reward)
        .conclude(RuleId::OutDouble, case.law())
}
