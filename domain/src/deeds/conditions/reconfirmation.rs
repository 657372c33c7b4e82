//! The time in which a refused party can turn to the next level: it runs for each side from the
//! day the refusal reached it (Shandong Regulation on Rewarding and Protecting People Who Act
//! Bravely, article 14), and is judged by the day of receipt, however late that is entered.

use chrono::NaiveDate;

use crate::{
    calendar::CalendarError,
    deeds::{ClockKind, Deed},
    procedure::{Answer, Case, Clock, Context, FiledBy, Party},
    receipts::text,
};

/// Whether a request of `party` that was received on `day` is in time. A side that the refusal has
/// not reached yet is always in time.
pub(super) fn in_time(
    case: &Case<Deed>,
    party: Party,
    day: NaiveDate,
    context: &Context<'_, Deed>,
) -> Result<Answer, CalendarError> {
    if side(party) == Party::Recommender && case.filed_by != FiledBy::Recommender {
        return Ok(Answer::Because(text!(
            "本案没有举荐人。",
            "Nobody recommended the actor of this case."
        )));
    }
    let Some(clock) = running_for(case, party) else {
        return Ok(Answer::Met);
    };
    if !clock.is_over(day, context.calendar)? {
        return Ok(Answer::Met);
    }
    let due = clock.due(context.calendar).ok().flatten();
    let explanation = due.map(|due| due.explanation());
    Ok(explanation.map_or(Answer::Unmet, |explanation| {
        let (zh, en) = (explanation.zh, explanation.en);
        Answer::Because(text!("{zh}。", "{en}."))
    }))
}

/// The clock of a party's side for the refusal in force.
fn running_for(case: &Case<Deed>, party: Party) -> Option<&Clock<ClockKind>> {
    let of_side = |other: Party| side(other) == side(party);
    let reached = case
        .decision()?
        .deliveries
        .iter()
        .any(|delivery| of_side(delivery.party));
    case.clocks
        .iter()
        .rev()
        .filter(|_| reached)
        .filter(|clock| clock.kind() == ClockKind::ReconfirmationRequest)
        .find(|clock| clock.party().is_some_and(of_side))
}

/// The actor and close relatives are one side.
const fn side(party: Party) -> Party {
    match party {
        Party::Actor | Party::CloseRelative => Party::Actor,
        Party::Recommender => Party::Recommender,
    }
}
