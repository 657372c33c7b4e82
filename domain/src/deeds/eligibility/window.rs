use chrono::NaiveDate;

use super::{
    Complexity,
    case::Case,
    timing::{Dates, Span, Stop, Timing, dates, stop, timing},
};
use crate::receipts::{Finding, RuleId, Verdict, verdict};

/// FILE-WINDOW: within one year, and within two where the case is complex, as policy counts.
pub(super) fn file_window(case: &Case<'_>) -> Finding {
    let filing = &case.rules().filing;
    let verdict = match dates(case) {
        Err(verdict) => verdict,
        Ok(dates) => window(case, dates),
    };
    verdict
        .fact("occurred_on", case.facts.occurred_on)
        .fact("received_on", case.facts.received_on)
        .fact(
            "complex",
            case.facts
                .complexity
                .as_ref()
                .map(|complexity| matches!(complexity, Complexity::Complex(_))),
        )
        .fact("filing_years", filing.filing_years)
        .fact("longest_filing_years", filing.longest_filing_years)
        .conclude(RuleId::FileWindow, case.law())
}

fn window(case: &Case<'_>, dates: Dates) -> Verdict {
    let counted = match stop(case) {
        Stop::Counted(obstacle) => Some(obstacle),
        Stop::Nothing | Stop::Open => None,
    };
    let timing_now = timing(case, dates, counted);
    if stop(case) == Stop::Open && timing_now != timing(case, dates, case.facts.obstacle) {
        return verdict!(unknown StopOpen,
            "是否逾期取决于不可抗力期间是否中止计算，须先由市级决定。",
            "Whether it is late depends on whether force majeure stopped the time, which the city has to decide first.");
    }
    match timing_now {
        Timing::Sure(span) => within(case, span, dates.received),
        Timing::TooCoarse => verdict!(unknown DeedDateTooCoarse,
            "行为日期不够精确，无法判断是否在期限内提出。",
            "The date of the deed is not exact enough to tell whether it was filed in time."),
        Timing::NotLoaded(year) => verdict!(unknown CalendarNotLoaded,
            "本系统尚未载入{year}年的放假安排，无法确定期限的最后一日。",
            "The days off of {year} are not loaded here, so the last day of the period is unknown."),
        Timing::OutOfRange => verdict!(unknown DatesContradict,
            "行为日期超出可计算范围，请核对。",
            "The date of the deed is out of range. Please check."),
    }
}

fn within(case: &Case<'_>, span: Span, received: NaiveDate) -> Verdict {
    let years = case.rules().filing.filing_years;
    let longest = case.rules().filing.longest_filing_years;
    match (span, &case.facts.complexity) {
        (Span::Ordinary, _) => verdict!(met FiledInTime,
            "{received}收到，在行为发生后{years}年内。",
            "Received on {received}, within {years} year(s) of the deed."),
        (Span::ComplexOnly, Some(Complexity::Complex(reason))) => verdict!(met FiledLateComplex,
            "{received}收到，已超过{years}年，因情况复杂（{reason}）在{longest}年内予以受理。",
            "Received on {received}, after {years} year(s), but within the {longest} for complex cases (“{reason}”)."),
        (Span::ComplexOnly, None) => verdict!(unknown ComplexityNotStated,
            "{received}收到，已超过{years}年；情况复杂的可以延至{longest}年，请说明理由。",
            "Received on {received}, after {years} year(s); complex cases have {longest}. Please say whether it is one, and why."),
        (Span::ComplexOnly, Some(Complexity::Plain)) => verdict!(not_met OutOfTime,
            "{received}收到，已超过行为发生后{years}年，且不属于情况复杂。",
            "Received on {received}, more than {years} year(s) after the deed, and the case is not complex."),
        (Span::Beyond, _) => verdict!(not_met OutOfTime,
            "{received}收到，已超过行为发生后{longest}年的最长期限。",
            "Received on {received}, beyond the longest period of {longest} years after the deed."),
    }
}
