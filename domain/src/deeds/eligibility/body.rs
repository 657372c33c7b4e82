use super::case::{Case, Where};
use crate::{
    receipts::{Finding, RuleId, Text, Verdict, verdict},
    regions::{Place, RegionCode},
};

/// The regions of the city whose bodies may handle the case, the place of the deed first.
pub(super) fn bodies(case: &Case<'_>) -> Vec<RegionCode> {
    let of_place = match case.place() {
        Where::County(county) => case.body_of(county),
        Where::OutsideProvince | Where::Abroad => {
            return home_in_city(case)
                .and_then(|home| case.body_of(home))
                .into_iter()
                .collect();
        }
        Where::City | Where::InProvince | Where::Unclear | Where::NotStated => None,
    };
    let further = case
        .facts
        .further_counties
        .iter()
        .filter(|county| case.is_in_city(**county))
        .filter_map(|county| case.body_of(*county));
    let mut bodies: Vec<RegionCode> = Vec::new();
    for body in of_place.into_iter().chain(further) {
        if !bodies.contains(&body) {
            bodies.push(body);
        }
    }
    bodies
}

fn home_in_city(case: &Case<'_>) -> Option<RegionCode> {
    case.facts.home.filter(|home| case.is_in_city(*home))
}

/// The region of today whose body received the report.
fn receiver(case: &Case<'_>) -> Option<RegionCode> {
    let code = case.facts.received_by?;
    let today = case.regions.resolve(&code);
    Some(today.map_or(code, |resolved| resolved.region.code))
}

/// The body that handles the case: of several the first to receive it.
pub(super) fn responsible(case: &Case<'_>) -> Option<RegionCode> {
    let bodies = bodies(case);
    receiver(case)
        .filter(|receiver| bodies.contains(receiver))
        .or_else(|| bodies.first().copied())
}

/// Whether the case has to be handed over by the body that received it; none while not stated
/// who did, or where it belongs.
pub(super) fn transfer(case: &Case<'_>) -> Option<bool> {
    let bodies = bodies(case);
    if bodies.is_empty() {
        return None;
    }
    receiver(case).map(|receiver| !bodies.contains(&receiver))
}

/// FILE-WHERE: the county of the place of the deed; for a deed outside the province that of the
/// actor's home.
pub(super) fn file_where(case: &Case<'_>) -> Finding {
    let place = case.facts.place.map(|place| match place {
        Place::Region(region) => region.to_string(),
        Place::Abroad(country) => country.to_string(),
    });
    let codes = |codes: &[RegionCode]| codes.iter().map(RegionCode::to_string).collect::<Vec<_>>();
    verdict(case)
        .fact("place", place)
        .fact("further_counties", codes(&case.facts.further_counties))
        .fact("home", case.facts.home.map(|home| home.to_string()))
        .fact(
            "received_by",
            case.facts.received_by.map(|region| region.to_string()),
        )
        .fact("bodies", codes(&bodies(case)))
        .conclude(RuleId::FileWhere, case.law())
}

fn verdict(case: &Case<'_>) -> Verdict {
    match case.place() {
        Where::NotStated => verdict!(unknown PlaceNotStated,
            "尚未说明行为发生地，请补充。",
            "The place of the deed is not stated. Please add it."),
        Where::City | Where::Unclear => verdict!(unknown PlaceUnclear,
            "行为发生地须填写到县级。",
            "Please give the county in which the deed happened."),
        Where::Abroad => verdict!(unknown DeedAbroad,
            "行为发生在境外，须凭当地或使领馆证明人工核查。",
            "The deed happened abroad: an officer reviews the local or consular proof."),
        Where::InProvince => verdict!(unknown DeedInAnotherCity,
            "行为发生在本省其他市，由行为发生地县级机构确认，请移送。",
            "The deed happened in another city of the province, whose county confirms it. Please transfer it."),
        Where::OutsideProvince => at_home(case),
        Where::County(_) => at_place(case),
    }
}

fn at_home(case: &Case<'_>) -> Verdict {
    match case.facts.home {
        None => verdict!(unknown HomeNotStated,
            "行为发生在省外，尚未说明行为人户籍所在地，请补充。",
            "The deed happened outside the province and the actor's home is not stated. Please add it."),
        Some(home) if !case.is_in_city(home) => verdict!(unknown HomeElsewhere,
            "行为发生在省外，行为人户籍也不在本市，须人工核查。",
            "Neither the deed nor the actor's home is in the city; an officer reviews it."),
        Some(_) => match bodies(case).first() {
            None => verdict!(unknown HomeTooCoarse,
                "行为人户籍所在地须填写到县级。",
                "Please give the county of the actor's home."),
            Some(body) => {
                let Text {
                    zh: name_zh,
                    en: name_en,
                } = case.name(*body);
                received(
                    case,
                    verdict!(met CountyOfHome,
                        "行为发生在省外，由行为人户籍地{name_zh}的确认机构办理。",
                        "The deed happened outside the province: the body of the actor's home, {name_en}, handles it."),
                )
            }
        },
    }
}

fn at_place(case: &Case<'_>) -> Verdict {
    let bodies = bodies(case);
    let names: Vec<Text> = bodies.iter().map(|body| case.name(*body)).collect();
    let zh: Vec<&str> = names.iter().map(|name| name.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(|name| name.en.as_str()).collect();
    // A name in English has commas of its own.
    let (zh, en) = (zh.join("、"), en.join("; "));
    let verdict = if bodies.len() > 1 {
        let days = case.rules().filing.designation_days;
        verdict!(met SeveralBodies,
            "行为涉及{zh}，由最先收到的办理；有争议的，由市级机构在{days}日内指定。",
            "The deed concerns {en}: the first to receive it handles it; in dispute the city names one within {days} days.")
    } else {
        verdict!(met BodyOfPlace,
            "由行为发生地{zh}的确认机构办理。",
            "The body of the place of the deed, {en}, handles it.")
    };
    received(case, verdict)
}

/// The verdict, unless another body received the report.
fn received(case: &Case<'_>, verdict: Verdict) -> Verdict {
    let Some(receiver) = receiver(case).filter(|_| transfer(case) == Some(true)) else {
        return verdict;
    };
    let Text {
        zh: from_zh,
        en: from_en,
    } = case.name(receiver);
    let body = responsible(case).map(|body| case.name(body));
    let Text {
        zh: to_zh,
        en: to_en,
    } = body.unwrap_or_else(|| Text::new("", ""));
    verdict!(unknown ReceivedByAnotherBody,
        "报告由{from_zh}收到，应由{to_zh}的确认机构办理，请移送。",
        "{from_en} received the report; the body of {to_en} is to handle it. Please transfer it.")
}
