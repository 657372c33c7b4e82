use chrono::NaiveDate;

use super::{ConfirmationDocument, LocalConfirmation, case::Case, place::place_name};
use crate::{
    calendar::{CalendarError, PartialDate, add_years, next_working_day},
    policy::IssuerKind,
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, text, verdict},
    regions::Place,
};

/// What a confirmation still lacks to be checked.
pub(super) fn missing_parts(document: &ConfirmationDocument) -> Vec<Text> {
    let blank = |value: &Option<String>| value.as_ref().is_none_or(|text| text.trim().is_empty());
    [
        (blank(&document.issuer_name), text!("出具单位", "issuer")),
        (
            document.issued_on.earliest().is_none(),
            text!("出具日期", "date"),
        ),
        (blank(&document.document_number), text!("文号", "number")),
        (!document.copy_attached, text!("文书副本", "copy")),
    ]
    .into_iter()
    .filter_map(|(missing, part)| missing.then_some(part))
    .collect()
}

/// The verdict of a rule about a document that is not there.
fn without_document(case: &Case<'_>) -> Verdict {
    match case.facts.local_confirmation {
        Some(LocalConfirmation::Absent) => verdict!(not_applicable NoLocalConfirmation,
            "行为发生地没有确认文书，此项不适用。",
            "There is no confirmation from the place of the deed, so this does not apply."),
        _ => verdict!(unknown LocalConfirmationNotStated,
            "尚未说明行为发生地是否已确认，请补充。",
            "Whether the deed was confirmed where it happened is not stated. Please add it."),
    }
}

/// OUT-ISSUER: a body of a kind and level that policy accepts.
pub(super) fn out_issuer(case: &Case<'_>) -> Finding {
    let verdict = match case.document() {
        None => without_document(case),
        Some(document) => {
            let verdict = issuer(case, document)
                .fact("issuer_name", document.issuer_name.clone())
                .fact("issuer_kind", document.issuer_kind)
                .fact("issuer_level", document.issuer_level);
            // A receipt of before, which knows no region, stays as it is when it is replayed.
            match document.issuer_region {
                Some(region) => verdict.fact("issuer_region", region.to_string()),
                None => verdict,
            }
        }
    };
    verdict
        .fact("minimum_issuer_level", case.rules().minimum_issuer_level)
        .conclude(RuleId::OutIssuer, case.law())
}

fn issuer(case: &Case<'_>, document: &ConfirmationDocument) -> Verdict {
    let rules = case.rules();
    let (Some(kind), Some(level)) = (document.issuer_kind, document.issuer_level) else {
        return verdict!(unknown IssuerNotStated,
            "出具单位的类别或级别不明，请补充。",
            "The kind or level of the issuer is not stated. Please add it.");
    };
    let (kind_text, level_text) = (kind.text(), level.text());
    let (zh, en) = (&kind_text.zh, &kind_text.en);
    if !rules.issuer_kinds.contains(&kind) {
        let accepted: Vec<Text> = rules
            .issuer_kinds
            .iter()
            .map(|kind| IssuerKind::text(*kind))
            .collect();
        let Text {
            zh: list_zh,
            en: list_en,
        } = Text::list(&accepted);
        verdict!(not_met IssuerKindNotAccepted,
            "出具单位属于“{zh}”，认可的单位为：{list_zh}。",
            "The issuer is {en}; these count: {list_en}.")
    } else if level < rules.minimum_issuer_level {
        let least = rules.minimum_issuer_level.text();
        Verdict::not_met(
            ReasonCode::IssuerLevelTooLow,
            Text {
                zh: format!("出具单位为{}，须不低于{}。", level_text.zh, least.zh),
                en: format!(
                    "The issuer is of {} level; {} level or above counts.",
                    level_text.en, least.en
                ),
            },
        )
    } else if let Some(verdict) = not_covering(case, document) {
        verdict
    } else {
        Verdict::met(
            ReasonCode::IssuerAccepted,
            Text {
                zh: format!("确认文书由{}{zh}出具，予以认可。", level_text.zh),
                en: format!(
                    "The confirmation comes from {en} of {} level, which counts.",
                    level_text.en
                ),
            },
        )
    }
}

/// What speaks against an issuer whose region is not known to hold the place of the deed.
fn not_covering(case: &Case<'_>, document: &ConfirmationDocument) -> Option<Verdict> {
    let (issuer, place) = (document.issuer_region?, case.facts.place?);
    let (covers, lies_within) = match place {
        Place::Region(place) => (
            case.regions.is_within(&place, &issuer),
            case.regions.is_within(&issuer, &place),
        ),
        Place::Abroad(_) => (false, false),
    };
    let Text {
        zh: issuer_zh,
        en: issuer_en,
    } = case.name(issuer);
    let Text {
        zh: place_zh,
        en: place_en,
    } = place_name(case);
    (!covers).then(|| {
        if lies_within {
            verdict!(unknown IssuerCoversPart,
                "出具单位所在地{issuer_zh}只是行为发生地{place_zh}的一部分，请将行为发生地填写到县级后核对。",
                "The issuer of {issuer_en} covers only a part of the place of the deed, {place_en}. Please give its county and check.")
        } else {
            verdict!(unknown IssuerElsewhere,
                "出具单位所在地{issuer_zh}不包括行为发生地{place_zh}，请核对。",
                "The issuer of {issuer_en} does not cover the place of the deed, {place_en}. Please check.")
        }
    })
}

/// OUT-WINDOW: asked for within the years that policy names, and dates that fit together.
pub(super) fn out_window(case: &Case<'_>) -> Finding {
    let verdict = match case.document() {
        None => without_document(case),
        Some(document) => window(case, document.issued_on).fact("issued_on", document.issued_on),
    };
    verdict
        .fact("occurred_on", case.facts.occurred_on)
        .fact("requested_on", case.facts.requested_on)
        .fact("window_years", case.rules().window_years)
        .conclude(RuleId::OutWindow, case.law())
}

fn window(case: &Case<'_>, issued_on: PartialDate) -> Verdict {
    let (Some(occurred_from), Some(issued_from), Some(issued_until), Some(requested_on)) = (
        case.facts.occurred_on.earliest(),
        issued_on.earliest(),
        issued_on.latest(),
        case.facts.requested_on,
    ) else {
        return verdict!(unknown DatesMissing,
            "缺少行为、确认文书出具或者申请的日期，无法核对先后和期限。",
            "The date of the deed, of the confirmation or of the request is missing, so their order and the time between them are unknown.");
    };
    if occurred_from > issued_until {
        return verdict!(unknown DatesContradict,
            "行为日期晚于确认文书出具日期（{issued_on}），请核对。",
            "The deed is dated after its confirmation ({issued_on}). Please check.");
    }
    if issued_from > case.today || requested_on > case.today {
        let today = case.today;
        return verdict!(unknown DateInFuture,
            "文书出具日期或申请日期晚于今天（{today}），请核对。",
            "The confirmation or the request is dated after today ({today}). Please check.");
    }
    within(case, issued_from, issued_until, requested_on)
}

/// The last day of some years from a day on, which is no day off (Civil Code article 203). Where the days
/// off decide nothing about a request, the corresponding day itself.
fn last_day(
    case: &Case<'_>,
    from: NaiveDate,
    requested_on: NaiveDate,
) -> Result<NaiveDate, CalendarError> {
    let nominal = add_years(from, case.rules().window_years)?;
    if requested_on <= nominal {
        return Ok(nominal);
    }
    let last = next_working_day(nominal, case.calendar)?;
    Ok(if last.is_before(requested_on)? {
        last.certain().unwrap_or(nominal)
    } else {
        last.earliest
    })
}

fn within(case: &Case<'_>, from: NaiveDate, until: NaiveDate, requested_on: NaiveDate) -> Verdict {
    let years = case.rules().window_years;
    let (surely_until, possibly_until) = match (
        last_day(case, from, requested_on),
        last_day(case, until, requested_on),
    ) {
        (Ok(surely), Ok(possibly)) => (surely, possibly),
        (Err(CalendarError::NotLoaded { year }), _)
        | (_, Err(CalendarError::NotLoaded { year })) => {
            return verdict!(unknown CalendarNotLoaded,
                "本系统尚未载入{year}年的放假安排，无法确定期限的最后一日。",
                "The days off of {year} are not loaded here, so the last day of the period is unknown.");
        }
        (Err(_), _) | (_, Err(_)) => {
            return verdict!(unknown DatesContradict,
                "确认文书出具日期超出可计算范围，请核对。",
                "The date of the confirmation is out of range. Please check.");
        }
    };
    if requested_on < from {
        verdict!(unknown DatesContradict,
            "申请日期{requested_on}早于确认文书出具日期，请核对。",
            "The request of {requested_on} is dated before the confirmation. Please check.")
    } else if requested_on <= surely_until {
        verdict!(met RequestedInTime,
            "申请日期{requested_on}在确认后{years}年内。",
            "The request of {requested_on} came within {years} years of the confirmation.")
    } else if requested_on <= possibly_until {
        verdict!(unknown IssueDateTooCoarse,
            "确认文书出具日期不够精确，无法判断申请是否在{years}年内。",
            "The date of the confirmation is not exact enough to tell whether the request came within {years} years.")
    } else {
        verdict!(unknown RequestedLate,
            "申请日期{requested_on}已超过确认后{years}年（截至{possibly_until}），须人工核查。",
            "The request of {requested_on} came more than {years} years after the confirmation (until {possibly_until}); an officer reviews it.")
    }
}

/// OUT-REVOKED: a confirmation that was taken back holds everything until somebody has looked.
pub(super) fn out_revoked(case: &Case<'_>) -> Finding {
    let verdict = match case.document() {
        None => without_document(case),
        Some(document) => match document.withdrawn {
            Some(true) => verdict!(unknown LocalConfirmationWithdrawn,
                "行为发生地已撤回确认或者不认可该文书，须人工核查。",
                "The confirmation was withdrawn where it was issued: on hold for review."),
            Some(false) => verdict!(met LocalConfirmationStands,
                "行为发生地的确认仍然有效。",
                "The confirmation from the place of the deed stands."),
            None => verdict!(unknown WithdrawalNotChecked,
                "尚未向出具单位核实确认是否仍然有效。",
                "Nobody has checked with the issuer yet whether the confirmation stands."),
        }
        .fact("withdrawn", document.withdrawn),
    };
    verdict.conclude(RuleId::OutRevoked, case.law())
}
