//! The calendar of days off and make-up working days, and the sums that statutory periods need.
//! Open to everybody.

pub(crate) mod due_date;
mod problem;
mod year;

use problem::problem;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "calendar";

/// Adds the operations. The fixed path goes before the one with a variable.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(due_date::due_date_get)
        .service(year::calendar_get);
}
