//! Recognition of people from the city whose deed elsewhere was confirmed there: the application, the
//! procedure step by step, and the ways from a deed and to one.

mod apply;
mod bodies;
mod correct;
mod new;
mod read;
mod redirected;
mod routes;
mod source;
mod taken_over;
mod view;

pub(crate) use apply::{apply, claim_of, deceased, facts_of, origin_hint};
pub(crate) use bodies::NewKinAgreement;
pub(crate) use new::{Applied, IncidentSource, PersonDetails};
pub(crate) use taken_over::taken_over;
pub(crate) use view::{KinAgreementView, NoticeView};

use crate::routes::Routes;

/// A recognition on file: the deed that its people share.
type RecognitionFile = persistence::cases::CaseFile<domain::out_of_city::Recognition>;
/// One person in it, with the case.
type Actor = persistence::cases::CaseOnFile<domain::out_of_city::Recognition>;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(apply::recognition_apply)
        .service(read::recognition_list)
        .service(read::recognition_get)
        .service(correct::recognition_update)
        .service(read::recognition_actor_get)
        .configure(routes::configure);
}
