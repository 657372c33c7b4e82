//! Commendation of people and groups: the nomination, its way through the levels and into a round, the
//! award, the money and the conferral.

mod award_view;
mod basis;
mod bodies;
mod correct;
mod fallen;
pub(crate) mod in_round;
mod known;
mod members;
mod new;
mod nominate;
mod read;
mod routes;
mod view;

pub(crate) use fallen::basis_fallen;
pub(crate) use new::{Member, Nominated};
pub(crate) use nominate::nominate;

use crate::routes::Routes;

/// A commendation on file: what its members share.
type CommendationFile = persistence::cases::CaseFile<domain::commendations::Commendation>;
/// One person in it, with the case.
type Nominee = persistence::cases::CaseOnFile<domain::commendations::Commendation>;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(nominate::commendation_nominate)
        .service(read::commendation_list)
        .service(read::commendation_get)
        .service(correct::commendation_update)
        .service(members::commendation_member_add)
        .service(read::commendation_actor_get)
        .configure(routes::configure);
}
