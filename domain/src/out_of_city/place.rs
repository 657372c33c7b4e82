use super::case::{Case, Side};
use crate::{
    receipts::{Finding, RuleId, Text, verdict},
    regions::Place,
};

/// Where the deed happened, seen from the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    Inside,
    Outside,
    Abroad,
    Unclear,
}

pub(super) fn place_of_deed(case: &Case<'_>) -> Where {
    match case.facts.place {
        None => Where::Unclear,
        Some(Place::Abroad(_)) => Where::Abroad,
        Some(Place::Region(region)) => match case.side(region) {
            Side::Inside => Where::Inside,
            Side::Outside => Where::Outside,
            Side::TooCoarse | Side::NotInTree => Where::Unclear,
        },
    }
}

/// The name of the place of the deed; empty where it is not stated.
pub(super) fn place_name(case: &Case<'_>) -> Text {
    match case.facts.place {
        None => Text::new("", ""),
        Some(Place::Region(region)) => case.name(region),
        Some(Place::Abroad(country)) => Text::new(country.as_str(), country.as_str()),
    }
}

pub(super) fn place_code(case: &Case<'_>) -> Option<String> {
    Some(match case.facts.place? {
        Place::Region(region) => region.to_string(),
        Place::Abroad(country) => country.to_string(),
    })
}

/// OUT-PLACE: outside the city, by the tree of regions and never by digits.
pub(super) fn out_place(case: &Case<'_>) -> Finding {
    let city = &case.policy.terms().city.name;
    let (zh, en) = (&city.zh, &city.en);
    let Text {
        zh: place_zh,
        en: place_en,
    } = place_name(case);
    let verdict = match place_of_deed(case) {
        Where::Inside => verdict!(not_met InsideCity,
            "行为发生地{place_zh}属于{zh}，按本市普通程序申请确认即可。",
            "{place_en} belongs to {en}: please use the ordinary confirmation of the city."),
        Where::Outside => verdict!(met OutsideCity,
            "行为发生地{place_zh}在{zh}市域外。",
            "{place_en} lies outside {en}."),
        Where::Abroad => verdict!(unknown DeedAbroad,
            "行为发生在境外（{place_zh}），须凭当地或使领馆证明人工核查。",
            "The deed happened abroad ({place_en}): an officer reviews the local or consular proof."),
        Where::Unclear if case.facts.place.is_none() => verdict!(unknown PlaceNotStated,
            "尚未说明行为发生地，请补充。",
            "The place of the deed is not stated. Please add it."),
        Where::Unclear => verdict!(unknown PlaceUnclear,
            "行为发生地“{place_zh}”不能确定是否在{zh}市域外，请填写到市或县级。",
            "{place_en} does not show whether the deed was outside {en}. Please give the city or county."),
    };
    verdict
        .fact("place", place_code(case))
        .fact("city_region", case.policy.terms().city.region.to_string())
        .conclude(RuleId::OutPlace, case.law())
}
