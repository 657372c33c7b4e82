//! What people hold, across all procedures, and what follows when an honour ends.

mod ended;
mod held;
mod of_person;

pub(crate) use ended::ended;
pub(crate) use held::of_people;

use crate::routes::Routes;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes.service(of_person::person_honour_list);
}
