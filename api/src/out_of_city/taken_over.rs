//! A deed that was reported here and done elsewhere goes on as a recognition, with everything that is known.

use domain::deeds::Deed;
use domain::ids::PersonId;
use domain::out_of_city::{OutOfCityFacts, Recognition, Record};
use domain::procedure::{Entered, Opening};
use persistence::audit::Change;
use persistence::{cases, people};

use super::apply::{beside, facts_of};
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, NewIds, Opened};

/// Opens the recognition of those at these places. The day of receipt stays, and the body.
pub(crate) fn taken_over(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    deed: &File<Deed>,
    places: &[usize],
) -> Result<Vec<Change>, Problem> {
    let file = deed.file();
    let actors = places.iter().filter_map(|place| deed.cases().get(*place));
    let actors: Vec<_> = actors.collect();
    let ids: Vec<PersonId> = actors.iter().map(|one| one.person).collect();
    let persons = people::find_surviving(acting.tx, &ids)?;
    let others = cases::others_of::<Recognition>(acting.tx, &ids)?;
    let Some(holder) = actors.first().map(|one| one.case.holder()) else {
        return Ok(Vec::new());
    };
    let opening = Opening {
        filed_by: file.subject.filer.into(),
        received: Entered::on(file.received_on),
        receipt_on_record: true,
        holder,
        registered_by: None,
    };
    let incident = file.subject.clone();
    let mut opened = Opened::<Recognition>::new(
        acting.tx,
        NewIds::new(acting.tx),
        holder.region,
        incident,
        opening,
    );
    for one in actors {
        let id = one.person;
        let person = persons
            .get(&id)
            .ok_or_else(|| Problem::internal("the file of an actor is missing"))?;
        let facts = OutOfCityFacts {
            requested_on: Some(file.received_on),
            ..facts_of(&file.subject, &person.file)
        };
        let facts = beside(facts, others.get(&id).map_or(&[], Vec::as_slice));
        let record = Record {
            deed: Some(file.id),
            ..Record::of(&facts)
        };
        opened.recuse(&one.case);
        opened.add(acting, policies.set(), id, facts, record)?;
    }
    Ok(opened.finish(acting, "applied")?.changes)
}
