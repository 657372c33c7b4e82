//! Regions: the divisions of China with their codes, the functional zones of the city, and what
//! became of codes that are abolished. Open to everybody.

mod get;
mod list;
mod reach;
mod wire;

pub(crate) use reach::within_reach;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "regions";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(list::region_list).service(get::region_get);
}
