//! A deed that was not confirmed where it happened, or was done within the city, is redirected to ordinary
//! confirmation: it is opened at the county of origin, or of the place, with everything that is known.

use domain::deeds::{Deed, Record};
use domain::ids::PersonId;
use domain::out_of_city::Recognition;
use domain::procedure::{Entered, Opening};
use domain::regions::{Place, RegionTree};
use persistence::audit::Change;
use persistence::{RegionScope, cases, intake, people};

use super::Actor;
use crate::commands::Acting;
use crate::deeds::{completed, facts_of};
use crate::problems::Problem;
use crate::procedure::{File, Opened, body_of};
use crate::services::Services;

/// Opens the deed for those at these places. The day of receipt stays.
pub(super) fn redirected(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    recognition: &File<Recognition>,
    places: &[usize],
) -> Result<Vec<Change>, Problem> {
    let (file, tree) = (recognition.file(), RegionTree::builtin());
    let policies = services.policies.set();
    let named = recognition.cases();
    let people: Vec<&Actor> = places
        .iter()
        .filter_map(|place| named.get(*place))
        .collect();
    let city = services.policies.city();
    let place = match file.subject.place {
        Some(Place::Region(place)) => Some(place),
        Some(Place::Abroad(_)) | None => None,
    };
    let claims = people.iter().flat_map(|one| &one.facts.origin_claims);
    let known = place.into_iter().chain(claims.map(|claim| claim.region));
    let today = known.filter_map(|region| Some(tree.resolve(&region)?.region.code));
    let county = today
        .filter(|region| *region != city)
        .find(|region| tree.is_within(region, &city));
    let holder = body_of(&county.unwrap_or(file.region))?;
    let incident = file.subject.clone();
    let ids: Vec<PersonId> = people.iter().map(|one| one.person).collect();
    let mut persons = people::find_all(acting.tx, &RegionScope::City, &ids)?;
    let others = cases::others_of::<Deed>(acting.tx, &RegionScope::City, &ids)?;
    let opening = Opening {
        filed_by: incident.filer.into(),
        received: Entered::on(file.received_on),
        receipt_on_record: true,
        holder,
        registered_by: None,
    };
    let mut opened = Opened::<Deed>::new(acting.tx, holder.region, incident.clone(), opening);
    for one in people {
        let facts = facts_of(&incident, holder.region, file.received_on);
        let facts = match persons.remove(&one.person).transpose()? {
            Some(person) => {
                let others = others.get(&one.person).map_or(&[][..], Vec::as_slice);
                completed(&facts, &person, others)
            }
            None => facts,
        };
        let record = Record::new(incident.occurred_on);
        opened.add(acting, policies, one.person, facts, record)?;
    }
    let finished = opened.finish(acting, "reported")?;
    intake::insert_of_deed(acting.tx, &finished.file)?;
    Ok(finished.changes)
}
