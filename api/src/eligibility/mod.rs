//! The rules, asked about a case: they propose and explain, officers decide. Each answer is a
//! receipt that is kept and can be replayed.

mod answer;
pub(crate) mod deed;
mod on_file;
pub(crate) mod out_of_city;
mod studio_name;
mod tier;
mod tier_on_file;

use answer::{answer, answer_known};

use crate::routes::Routes;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(deed::eligibility_deed)
        .service(out_of_city::eligibility_out_of_city)
        .service(tier::eligibility_tier)
        .service(studio_name::eligibility_studio_name);
}
