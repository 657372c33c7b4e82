//! What is known of a person now, looked up again where a step decides on it.

use domain::ids::PersonId;
use domain::policy::PolicySet;
use domain::procedure::{About as _, Act};
use persistence::{cases, people};

use super::{File, evaluated};
use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::Served;

impl<P: Served> File<P> {
    /// Looks at the files and the other cases of the people again, where a step decides on them, and applies
    /// the rules where something else is known now, a year of the calendar among it. What is refused afterwards leaves nothing behind.
    pub(crate) fn look_again(
        &mut self,
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        places: &[usize],
        act: &Act<P>,
    ) -> Result<(), Problem> {
        match act {
            Act::Own(own) if P::looks_again(P::step(own)) => {}
            Act::Own(_) | Act::Shared(_) => return Ok(()),
        }
        let of_step = places.iter().filter_map(|place| self.cases.get(*place));
        let ids: Vec<PersonId> = of_step.filter_map(|one| one.person.person()).collect();
        let people = people::find_surviving(acting.tx, &ids)?;
        let others = cases::others_of::<P>(acting.tx, &ids)?;
        let calendar = acting.tx.calendar()?;
        for place in places {
            let Some(one) = self.cases.get_mut(*place) else {
                continue;
            };
            let named = one.person.person();
            let known = match named.and_then(|id| Some((id, people.get(&id)?))) {
                Some((id, person)) => {
                    let theirs = others.get(&id).into_iter().flatten();
                    let theirs: Vec<_> =
                        theirs.filter(|other| other.id != one.id).cloned().collect();
                    P::known_now(one, person, &theirs)
                }
                None => one.facts.clone(),
            };
            let facts = P::looked_up(acting, policies, one, known)?;
            let receipt = self.receipts.get(&one.receipt_id);
            let open = receipt.is_some_and(|stored| stored.receipt.awaits_calendar(&calendar));
            if facts == one.facts && !open {
                continue;
            }
            let case = one.case.learned(&facts);
            let facts = P::renewed(&facts, &case);
            let region = case.first_instance().region;
            let (stored, proposed) = evaluated::<P>(acting, policies, region, &facts)?;
            one.case = case;
            one.facts = facts;
            one.receipt_id = stored.summary.id;
            self.receipts.insert(stored.summary.id, stored);
            let proposed = proposed.seen_by(&cases::regions_of(&one.case));
            self.announced.push(proposed);
        }
        Ok(())
    }
}
