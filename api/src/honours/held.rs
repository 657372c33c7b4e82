use std::collections::BTreeMap;

use domain::honours::Honour;
use domain::ids::PersonId;
use domain::policy::PolicySet;
use persistence::{Tx, honours};

use crate::policies;
use crate::problems::Problem;

/// The honours of each of some people in all regions, revoked ones among them.
pub(crate) fn of_people(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    named: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<Honour>>, Problem> {
    let policy = policies
        .in_force_on(tx.today())
        .map_err(policies::problem)?;
    let title = policy.terms().out_of_city.title.clone();
    Ok(honours::of_people(tx, named, &title)?)
}
