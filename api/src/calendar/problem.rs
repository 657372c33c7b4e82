use domain::calendar::CalendarError;
use domain::error::Coded;

use crate::problems::{Code, Problem};

/// The problem of a date that could not be reckoned.
pub(super) fn problem(error: CalendarError) -> Problem {
    match error {
        CalendarError::NotPublished { year } => {
            let text = error.fault().message;
            Problem::new(Code::CalendarNotPublished)
                .detail(text.zh, text.en)
                .with("year", year.into())
        }
        CalendarError::DaysOutOfRange => error.at("/days").into(),
        CalendarError::DateOutOfRange => error.at("/start").into(),
    }
}
