//! Plaques of honour on the doors of households: registration, the procedure step by step, who still waits for
//! one, and what follows when an honour ends.

mod bodies;
mod correct;
mod ended;
mod facts;
mod lists;
mod new;
mod read;
mod register;
mod replaced;
mod routes;
mod view;

pub(crate) use ended::{honour_ended, members_changed};
pub(crate) use new::Registered;
pub(crate) use register::register;

use crate::routes::Routes;

/// A plaque on file.
type PlaqueFile = persistence::cases::CaseFile<domain::plaques::Plaque>;
/// One hero whose name it bears, with the case.
type Hero = persistence::cases::CaseOnFile<domain::plaques::Plaque>;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(register::plaque_register)
        .service(lists::plaque_entitled_list)
        .service(lists::plaque_unreachable_list)
        .service(lists::plaque_summary)
        .service(read::plaque_list)
        .service(read::plaque_get)
        .service(correct::plaque_update)
        .service(read::plaque_actor_get)
        .configure(routes::configure);
}
