use super::{
    LocalConfirmation,
    case::Case,
    confirmation::missing_parts,
    origin,
    place::{Where, place_code, place_name, place_of_deed},
};
use crate::{
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, text, verdict},
    regions::{Place, RegionCode},
};

/// The condition that rules out the title, if one does. The order is that of what to do next: the
/// right procedure, then the missing confirmation. Abroad there may be no body that confirms, so that
/// its absence alone bars nothing, and neither does it while nobody knows where the deed happened. The
/// origin never bars: what was not said of it may still be in the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bar {
    InsideCity,
    NotConfirmedLocally,
}

pub(super) fn bar(case: &Case<'_>) -> Option<Bar> {
    let place = place_of_deed(case);
    let absent = case.facts.local_confirmation == Some(LocalConfirmation::Absent);
    let in_china = matches!(case.facts.place, Some(Place::Region(_)));
    if place == Where::Inside {
        Some(Bar::InsideCity)
    } else if absent && in_china {
        Some(Bar::NotConfirmedLocally)
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
    let Text {
        zh: place_zh,
        en: place_en,
    } = place_name(case);
    match bar {
        Bar::InsideCity => verdict!(not_met InsideCity,
            "行为发生在本市（{place_zh}），不适用“{title_zh}”，请走本市确认程序。",
            "The deed happened in the city ({place_en}): not a case for {title_en}, but for the city's own confirmation."),
        Bar::NotConfirmedLocally => {
            let mut reason = text!(
                "尚无行为发生地（{place_zh}）的确认文书，暂不授予“{title_zh}”；",
                "Without a confirmation from the place of the deed ({place_en}) {title_en} is not due yet; "
            );
            let advice = advice(case);
            reason.zh.push_str(&advice.zh);
            reason.en.push_str(&advice.en);
            Verdict::not_met(ReasonCode::NotConfirmedLocally, reason)
        }
    }
}

/// Who can confirm a deed in the ordinary way that nobody confirmed where it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ordinary {
    /// The county of the place: a deed in the province is confirmed there, whoever did it.
    OfPlace,
    /// The county of the origin, for a deed outside the province of somebody who is, or may be, from
    /// the city (Shandong regulation, article 3).
    OfOrigin(RegionCode),
    /// No body of the province: neither the deed nor, by all that was said, the actor is of it.
    Elsewhere,
}

pub(super) fn ordinary(case: &Case<'_>) -> Ordinary {
    if in_same_province(case) {
        return Ordinary::OfPlace;
    }
    match origin::claimed_home(case) {
        Some(home) => Ordinary::OfOrigin(home),
        None if origin::is_said_to_be_elsewhere(case) => Ordinary::Elsewhere,
        None => Ordinary::OfOrigin(case.policy.terms().city.region),
    }
}

/// The title is not due, but the deed is not lost: where it can be confirmed in the ordinary way.
fn advice(case: &Case<'_>) -> Text {
    match ordinary(case) {
        Ordinary::OfPlace => text!(
            "行为发生在本省，可向行为发生地县级确认机构申请普通确认。",
            "as the deed happened in the province, the county of the deed can confirm it in the ordinary way."
        ),
        Ordinary::OfOrigin(home) => {
            let Text {
                zh: home_zh,
                en: home_en,
            } = case.name(home);
            text!(
                "可向{home_zh}的确认机构申请普通确认。",
                "the ordinary confirmation can be asked for in {home_en}."
            )
        }
        Ordinary::Elsewhere => text!(
            "可按行为发生地的规定在当地申请确认。",
            "confirmation can be asked for where it happened, by the rules of that place."
        ),
    }
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
        let Text {
            zh: place_zh,
            en: place_en,
        } = place_name(case);
        let home = origin::claimed_home(case).map(|home| case.name(home));
        let Text {
            zh: home_zh,
            en: home_en,
        } = home.unwrap_or_else(|| text!("", ""));
        return verdict!(met Eligible,
            "来源地{home_zh}已证明，行为发生在{place_zh}并经当地确认，符合“{title_zh}”的条件。",
            "Origin {home_en} is proven, and the deed in {place_en} was confirmed there: the conditions for the title {title_en} are met.");
    }
    let Text { zh, en } = Text::list(&open);
    verdict!(unknown EligibilityOpen,
        "能否授予“{title_zh}”尚待查明：{zh}。",
        "Whether {title_en} is due is still open: {en}.")
}

/// What has to be cleared up before the conditions can be called met.
fn open_points(case: &Case<'_>) -> Vec<Text> {
    let mut open = Vec::new();
    if !origin::is_established(case) {
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
