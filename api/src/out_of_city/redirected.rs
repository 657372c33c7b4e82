//! A deed that was not confirmed where it happened, or was done within the city, is redirected to ordinary
//! confirmation: it is opened at the county of origin, or of the place, with everything that is known.

use std::collections::BTreeMap;

use domain::deeds::{Deed, Record};
use domain::ids::PersonId;
use domain::out_of_city::Recognition;
use domain::procedure::{Entered, Holder, Opening};
use domain::regions::{Place, RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::{cases, intake, people};

use super::{Actor, RecognitionFile};
use crate::commands::Acting;
use crate::deeds::{completed, facts_of};
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, NewIds, Opened, body_of};

/// Opens the deeds for those at these places, one at each county concerned. The day of receipt stays.
pub(super) fn redirected(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    recognition: &File<Recognition>,
    places: &[usize],
) -> Result<Vec<Change>, Problem> {
    let named = recognition.cases();
    let named = places.iter().filter_map(|place| named.get(*place));
    let mut of_county: BTreeMap<RegionCode, Vec<&Actor>> = BTreeMap::new();
    for one in named {
        let county = county(recognition.file(), one, policies.city());
        of_county.entry(county).or_default().push(one);
    }
    let mut changes = Vec::new();
    for (county, people) in of_county {
        let holder = body_of(&county)?;
        changes.extend(open(
            acting,
            policies,
            recognition.file(),
            (holder, &people),
        )?);
    }
    Ok(changes)
}

/// The county of the place, or else of the person's origin; the region of the recognition where neither is
/// known to lie in the city.
fn county(file: &RecognitionFile, one: &Actor, city: RegionCode) -> RegionCode {
    let tree = RegionTree::current();
    let place = match file.subject.place {
        Some(Place::Region(place)) => Some(place),
        Some(Place::Abroad(_)) | None => None,
    };
    let claims = one.facts.origin_claims.iter().map(|claim| claim.region);
    place
        .into_iter()
        .chain(claims)
        .filter_map(|region| Some(tree.resolve(&region)?.region.code))
        .filter(|region| *region != city)
        .find(|region| tree.is_within(region, &city))
        .unwrap_or(file.region)
}

fn open(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    file: &RecognitionFile,
    (holder, actors): (Holder, &[&Actor]),
) -> Result<Vec<Change>, Problem> {
    let incident = file.subject.clone();
    let ids: Vec<PersonId> = actors.iter().map(|one| one.person).collect();
    let persons = people::find_surviving(acting.tx, &ids)?;
    let others = cases::others_of::<Deed>(acting.tx, &ids)?;
    let opening = Opening {
        filed_by: incident.filer.into(),
        received: Entered::on(file.received_on),
        receipt_on_record: true,
        holder,
        registered_by: None,
    };
    let mut opened = Opened::<Deed>::new(
        acting.tx,
        NewIds::new(acting.tx),
        holder.region,
        incident.clone(),
        opening,
    );
    for one in actors {
        let facts = facts_of(&incident, holder.region, file.received_on);
        let facts = match persons.get(&one.person) {
            Some(person) => {
                let others = others.get(&one.person).map_or(&[][..], Vec::as_slice);
                completed(&facts, person, others)
            }
            None => facts,
        };
        let record = Record {
            recognition: Some(file.id),
            ..Record::new(incident.occurred_on)
        };
        opened.recuse(&one.case);
        opened.add(acting, policies.set(), one.person, facts, record)?;
    }
    let finished = opened.finish(acting, "reported")?;
    intake::insert_of_deed(acting.tx, &finished.file)?;
    Ok(finished.changes)
}
