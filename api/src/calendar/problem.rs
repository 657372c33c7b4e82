//! Why a date cannot be reckoned, for the caller.

use domain::calendar::CalendarError;
use domain::error::{Coded as _, message};

use crate::problems::{Code, Problem, fault};

/// The problem of a date that could not be reckoned.
pub(super) fn problem(error: CalendarError) -> Problem {
    match error {
        CalendarError::NotPublished { year } => {
            let text = message(error.code(), &error.params());
            Problem::new(Code::CalendarNotPublished)
                .detail(text.zh, text.en)
                .with("year", year.into())
        }
        CalendarError::DaysOutOfRange => out_of_range("/days", error),
        CalendarError::DateOutOfRange => out_of_range("/start", error),
    }
}

fn out_of_range(pointer: &str, error: CalendarError) -> Problem {
    let mut fault = fault(pointer, error.code());
    fault.params = error.params();
    Problem::new(Code::InvalidData).error(fault)
}
