//! A case that joins a file which is there already, such as that of a member who was left out of a group.

use domain::policy::PolicySet;
use domain::procedure::Opening;
use persistence::cases;

use super::{File, Touched};
use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::Served;
use crate::procedure::opened::{Place, open_case};

impl<P: Served> File<P> {
    /// Opens another case in the file, and asks the rules. What follows for the others is not looked at.
    pub(crate) fn join(
        &mut self,
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        opening: Opening,
        person: P::About,
        known: (P::Facts, P::Record),
    ) -> Result<(), Problem> {
        let place = Place {
            file: &self.front,
            number: self.cases.len(),
            id: acting.tx.new_id(),
        };
        let (changed, events, (stored, proposed)) =
            open_case(acting, policies, (&place, (opening, &[])), person, known)?;
        cases::join(acting.tx, &changed)?;
        let (mut one, _) = changed;
        // It is saved once more with its file.
        one.version += 1;
        self.touched.push(Touched {
            place: self.cases.len(),
            events,
            before: one.receipt_id,
            seen_before: cases::regions_of(&one.case),
            paper: None,
        });
        self.cases.push(one);
        self.receipts.insert(stored.summary.id, stored);
        self.announced.push(proposed);
        Ok(())
    }
}
