//! The calendar of days off and make-up working days, and the sums that statutory periods need.
//! Open to everybody.

pub(crate) mod due_date;
mod year;

use domain::calendar::CalendarError;
use domain::error::{Coded as _, message};

use crate::problems::{Code, Problem, fault};
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
