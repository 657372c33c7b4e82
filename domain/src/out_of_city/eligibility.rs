use super::{
    LocalConfirmation,
    case::Case,
    confirmation::missing_parts,
    origin::{self, ClaimFinding},
    place::{Where, place_code, place_name, place_of_deed},
};
use crate::{
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, text, verdict},
    regions::Place,
};

/// The condition that rules out the title, if one does. The order is that of what to do next: the
/// right procedure, then the missing confirmation, then the origin. Abroad there may be no body
/// that confirms, so that its absence alone bars nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bar {
    InsideCity,
    NotConfirmedLocally,
    OriginElsewhere,
}

pub(super) fn bar(case: &Case<'_>) -> Option<Bar> {
    let place = place_of_deed(case);
    let absent = case.facts.local_confirmation == Some(LocalConfirmation::Absent);
    if place == Where::Inside {
        Some(Bar::InsideCity)
    } else if absent && place != Where::Abroad {
        Some(Bar::NotConfirmedLocally)
    } else if origin::clearly_elsewhere(case) {
        Some(Bar::OriginElsewhere)
    } else {
        None
    }
}

/// OUT-ELIG: from the city, outside the city, and confirmed there.
pub(super) fn out_elig(case: &Case<'_>) -> Finding {
    let verdict = match bar(case) {
        Some(bar) => barred(case, bar),
        None => open_or_eligible(case),
    };
    let confirmed = case
        .facts
        .local_confirmation
        .as_ref()
        .map(|confirmation| matches!(confirmation, LocalConfirmation::Present(_)));
    verdict
        .fact("place", place_code(case))
        .fact(
            "origin",
            origin::claimed_home(case).map(|home| home.to_string()),
        )
        .fact("confirmed_locally", confirmed)
        .fact("withdrawn", case.withdrawn())
        .conclude(RuleId::OutElig, case.law())
}

fn title_text(case: &Case<'_>) -> Text {
    case.policy
        .title(&case.rules().title)
        .map_or_else(|| text!("", ""), |title| title.text.clone())
}

fn barred(case: &Case<'_>, bar: Bar) -> Verdict {
    let Text {
        zh: title_zh,
        en: title_en,
    } = title_text(case);
    let city = &case.policy.terms().city;
    let place = place_name(case);
    match bar {
        Bar::InsideCity => {
            let place = place.unwrap_or_default();
            verdict!(not_met InsideCity,
                "行为发生在本市（{place}），不适用“{title_zh}”，请走本市确认程序。",
                "The deed happened in the city ({place}): not a case for {title_en}, but for the city's own confirmation.")
        }
        Bar::NotConfirmedLocally => not_confirmed_locally(case, place, &title_zh, &title_en),
        Bar::OriginElsewhere => {
            let (zh, en) = (&city.origin.zh, &city.origin.en);
            verdict!(not_met OriginElsewhere,
                "“{title_zh}”授予{zh}人员，所填来源地都不在本市。",
                "{title_en} is for people of {en}; no origin given lies in the city.")
        }
    }
}

/// The title is not due, but the deed is not lost: it can be confirmed in the ordinary way.
fn not_confirmed_locally(
    case: &Case<'_>,
    place: Option<String>,
    title_zh: &str,
    title_en: &str,
) -> Verdict {
    let home = case.name(origin::claimed_home(case).unwrap_or(case.policy.terms().city.region));
    let (place_zh, place_en) = match place {
        Some(place) => (
            format!("行为发生地（{place}）"),
            format!("the place of the deed ({place})"),
        ),
        None => ("行为发生地".to_owned(), "the place of the deed".to_owned()),
    };
    let mut reason = text!(
        "尚无{place_zh}的确认文书，暂不授予“{title_zh}”；可向{home}的确认机构申请普通确认。",
        "Without a confirmation from {place_en} {title_en} is not due yet; the ordinary confirmation can be asked for in {home}."
    );
    if in_same_province(case) {
        reason
            .zh
            .push_str("行为发生在本省，也可向行为发生地县级确认机构申请。");
        reason.en.push_str(
            " As the deed happened in the province, the county of the deed can confirm it too.",
        );
    }
    Verdict::not_met(ReasonCode::NotConfirmedLocally, reason)
}

fn in_same_province(case: &Case<'_>) -> bool {
    let Some(Place::Region(place)) = case.facts.place else {
        return false;
    };
    case.regions
        .ancestors(&case.policy.terms().city.region)
        .last()
        .is_some_and(|province| case.regions.is_within(&place, &province.code))
}

fn open_or_eligible(case: &Case<'_>) -> Verdict {
    let Text {
        zh: title_zh,
        en: title_en,
    } = title_text(case);
    let open = open_points(case);
    if open.is_empty() {
        let place = place_name(case).unwrap_or_default();
        let home = origin::claimed_home(case).map_or_else(String::new, |home| case.name(home));
        return verdict!(met Eligible,
            "来源地{home}已证明，行为发生在{place}并经当地确认，符合“{title_zh}”的条件。",
            "Origin {home} is proven, and the deed in {place} was confirmed there: the conditions for the title {title_en} are met.");
    }
    let Text { zh, en } = Text::list(&open);
    verdict!(unknown EligibilityOpen,
        "能否授予“{title_zh}”尚待查明：{zh}。",
        "Whether {title_en} is due is still open: {en}.")
}

/// What has to be cleared up before the conditions can be called met.
fn open_points(case: &Case<'_>) -> Vec<Text> {
    let proven = matches!(origin::best_claim(case), Some((ClaimFinding::Proven, _)));
    let mut open = Vec::new();
    if !proven {
        open.push(text!("来源地", "origin"));
    }
    if place_of_deed(case) != Where::Outside {
        open.push(text!("行为发生地", "place of the deed"));
    }
    match case.document() {
        None => open.push(text!("当地是否确认", "whether it was confirmed there")),
        Some(document) => open.extend(
            missing_parts(document)
                .iter()
                .map(|Text { zh, en }| text!("确认文书的{zh}", "{en} of the confirmation")),
        ),
    }
    if case.withdrawn() == Some(true) {
        open.push(text!(
            "当地确认已被撤回，如何处理",
            "what follows from the withdrawal of the confirmation"
        ));
    }
    open
}
