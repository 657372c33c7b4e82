//! What a nomination has to fit when it enters a round.

use domain::ids::RoundId;
use domain::rounds::{EntryTerms, Round, State};
use persistence::{RegionScope, Tx, cases};

use crate::problems::Problem;

/// The terms of a round, wherever it is held: a county nominates for the rounds of the city. None where
/// there is no such round.
pub(crate) fn entry_terms(tx: &mut Tx<'_>, id: RoundId) -> Result<Option<EntryTerms>, Problem> {
    let Some(file) = cases::find::<Round>(tx, &RegionScope::City, id)? else {
        return Ok(None);
    };
    let case = cases::of_file::<Round>(tx, id)?.into_iter().next();
    let case = case.ok_or_else(|| Problem::internal("a round without a case"))?;
    let today = tx.today();
    let call = file.subject;
    Ok(Some(EntryTerms {
        round: id,
        form: call.form,
        level: call.level,
        organiser: case.case.holder(),
        titles: call.titles,
        unit_places: call.unit_places,
        deeds_from: call.deeds_from,
        deeds_until: call.deeds_until,
        closes_on: call.closes_on,
        open: case.case.state() == State::Announced
            && call.closes_on.is_none_or(|last| today <= last),
    }))
}
