//! How a filing stands in time.

use chrono::{Days, NaiveDate};

use super::{Complexity, Obstacle, case::Case};
use crate::{
    calendar::{CalendarError, add_years, next_working_day},
    policy::ForceMajeure,
    receipts::{Verdict, verdict},
};

/// The dates that the window needs. The deed may have happened before it was received.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dates {
    earliest: NaiveDate,
    latest: NaiveDate,
    pub(super) received: NaiveDate,
}

/// Into which of the two periods a filing falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Ordinary,
    /// Within the longer one, or beyond the ordinary one where no longer one applies.
    ComplexOnly,
    Beyond,
}

/// What a filing's place in time comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    Sure(Span),
    /// It depends on the day of the deed, which is not exact.
    TooCoarse,
    /// It depends on the days off of that year, which are not loaded.
    NotLoaded(i32),
    OutOfRange,
}

/// What force majeure does to the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    Nothing,
    /// The city has not decided.
    Open,
    Counted(Obstacle),
}

pub(super) fn stop(case: &Case<'_>) -> Stop {
    let Some(obstacle) = case.facts.obstacle else {
        return Stop::Nothing;
    };
    match (case.rules().filing.force_majeure, obstacle.city_decision) {
        (ForceMajeure::NotCounted, _) | (ForceMajeure::ByCityDecision, Some(false)) => {
            Stop::Nothing
        }
        (ForceMajeure::ByCityDecision, None) => Stop::Open,
        (ForceMajeure::ByCityDecision, Some(true)) => Stop::Counted(obstacle),
    }
}

pub(super) fn dates(case: &Case<'_>) -> Result<Dates, Verdict> {
    let facts = case.facts;
    let (Some(earliest), Some(latest), Some(received)) = (
        facts.occurred_on.earliest(),
        facts.occurred_on.latest(),
        facts.received_on,
    ) else {
        return Err(verdict!(unknown DatesMissing,
            "缺少行为发生日期或者收到日期，无法计算期限。",
            "The date of the deed or of its receipt is missing, so the time between them is unknown."));
    };
    if earliest > received {
        return Err(verdict!(unknown DatesContradict,
            "行为日期晚于收到日期（{received}），请核对。",
            "The deed is dated after its receipt ({received}). Please check."));
    }
    if received > case.today {
        let today = case.today;
        return Err(verdict!(unknown DateInFuture,
            "收到日期晚于今天（{today}），请核对。",
            "The receipt is dated after today ({today}). Please check."));
    }
    Ok(Dates {
        earliest,
        latest,
        received,
    })
}

pub(super) fn timing(case: &Case<'_>, dates: Dates, obstacle: Option<Obstacle>) -> Timing {
    let of = |occurred| span(case, occurred, dates.received, obstacle);
    match (of(dates.earliest), of(dates.latest)) {
        (Ok(first), Ok(last)) if first == last => Timing::Sure(first),
        (Ok(_), Ok(_)) => Timing::TooCoarse,
        (Err(CalendarError::NotLoaded { year }), _)
        | (_, Err(CalendarError::NotLoaded { year })) => Timing::NotLoaded(year),
        (Err(_), _) | (_, Err(_)) => Timing::OutOfRange,
    }
}

fn span(
    case: &Case<'_>,
    occurred: NaiveDate,
    received: NaiveDate,
    obstacle: Option<Obstacle>,
) -> Result<Span, CalendarError> {
    let filing = &case.rules().filing;
    let within = |years| {
        let nominal = nominal_end(occurred, years, obstacle)?;
        // Years after the last that can be reckoned matter to nobody who was in time.
        if received <= nominal {
            return Ok(true);
        }
        let last = next_working_day(nominal, case.calendar)?;
        last.is_before(received).map(|late| !late)
    };
    // A plain case has the one period: how far beyond it changes nothing, so that a date which is not
    // exact does not either.
    let plain = matches!(case.facts.complexity, Some(Complexity::Plain));
    if within(filing.filing_years)? {
        Ok(Span::Ordinary)
    } else if plain || within(filing.longest_filing_years)? {
        Ok(Span::ComplexOnly)
    } else {
        Ok(Span::Beyond)
    }
}

/// The corresponding day, later by the days of the obstacle that fall into the period.
fn nominal_end(
    occurred: NaiveDate,
    years: u32,
    obstacle: Option<Obstacle>,
) -> Result<NaiveDate, CalendarError> {
    let end = add_years(occurred, years)?;
    let stopped = obstacle
        .filter(|obstacle| obstacle.from <= end)
        .map_or(0, |obstacle| {
            let before = obstacle.from.max(occurred.succ_opt().unwrap_or(occurred));
            (obstacle.to - before).num_days() + 1
        });
    end.checked_add_days(Days::new(u64::try_from(stopped).unwrap_or(0)))
        .ok_or(CalendarError::DateOutOfRange)
}
