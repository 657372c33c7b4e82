//! The calendar of days off and make-up working days, and the sums that statutory periods need.
//! Open to everybody.

pub(crate) mod due_date;
mod year;

use domain::calendar::CalendarError;
use domain::error::Coded;

use crate::problems::{Code, Problem};
use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "calendar";

/// Adds the operations. The fixed path goes before the one with a variable.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(due_date::due_date_get)
        .service(year::calendar_get);
}

/// The problem of a date that could not be reckoned.
fn problem(error: CalendarError) -> Problem {
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
