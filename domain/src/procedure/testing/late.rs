//! What is entered late shortens nobody's right.

use std::{cell::RefCell, collections::BTreeSet};

use chrono::{Days, NaiveDate, TimeDelta};

use super::{
    RECEIVED, Trial, Tried, committee, holder,
    people::COUNTY,
    sequences::{SEQUENCES, try_all, walk},
    trial::unmet,
    words,
};
use crate::{
    calendar::HolidayCalendar,
    procedure::{
        Act, Case, CaseEvent, Clock, Command, Entered, FiledBy, Opening, Party, SharedAct,
        SharedStep, Step, Word, steps,
    },
    receipts::samples::{day, liaocheng},
};

/// How many days later the same is entered.
const LATER: i64 = 60;

/// A day so early in the year that the days off of all that follows are built in.
const LAST_TRIED: &str = "2026-08-31";

/// Whatever has a day, the opening included, gives the same clocks whether it is entered that day or
/// long after; then it asks for a reason, and the history says so.
pub(crate) fn late_entry_never_shortens_a_right<P: Tried>() {
    opening::<P>();
    let tried = RefCell::new(BTreeSet::new());
    try_all::<P>(SEQUENCES, |sequence| {
        walk::<P>(sequence, |attempt| {
            let (trial, command) = (attempt.trial, attempt.command);
            let in_time = trial.today.min(day(LAST_TRIED)) == trial.today;
            if let (true, Ok((prompt, _))) = (in_time, attempt.outcome)
                && let Some(entered) = command.act.entered()
                && step(trial, command, entered.on, prompt)
            {
                tried.borrow_mut().insert(command.act.step());
            }
        });
    });
    for step in steps::<P>() {
        let tried = tried.borrow().contains(&step);
        assert_eq!(tried, is_dated::<P>(step), "{step:?}");
    }
}

fn is_dated<P: Tried>(step: Step<P::Step>) -> bool {
    match step {
        Step::Own(step) => P::is_dated(step) || P::waives(step),
        Step::Shared(step) => matches!(
            step,
            SharedStep::Delivery | SharedStep::Withdrawal | SharedStep::RecommendationWithdrawal
        ),
    }
}

/// Whether the same step could be tried so much later.
fn step<P: Tried>(trial: &Trial<P>, command: &Command<P>, on: NaiveDate, prompt: &Case<P>) -> bool {
    let mut late = trial.clone();
    late.later(LATER);
    let entered = |late_because| {
        let act = dated(&command.act, Entered { on, late_because });
        let act = act.unwrap_or_else(|| panic!("{:?} has a day", command.act.step()));
        Command {
            act,
            ..command.clone()
        }
    };
    let reasoned = entered(Some(words("窗口关闭，后补录")));
    let (case, events) = match late.attempt(&reasoned) {
        Ok(executed) => executed,
        // Such as the days off of a year that are not loaded.
        Err(refused) => {
            assert_eq!(unmet(&refused), ["calendar_loaded"], "{reasoned:?}");
            return false;
        }
    };
    assert!(events.contains(&CaseEvent::EnteredLate { on }));
    assert_eq!(late.unmet(&entered(None)), ["late_entry_reasoned"]);
    let known = Trial {
        case: prompt.clone(),
        ..late.clone()
    };
    late.case = case;
    assert_eq!(clocks(&late), clocks(&known), "{:?}", command.act.step());
    true
}

fn dated<P: Tried>(act: &Act<P>, entered: Entered) -> Option<Act<P>> {
    match act {
        Act::Own(own) => P::dated(own, entered).map(Act::Own),
        Act::Shared(SharedAct::Delivery { party, .. }) => Some(Act::Shared(SharedAct::Delivery {
            party: *party,
            delivered: entered,
        })),
        Act::Shared(SharedAct::Withdrawal { word }) => Some(
            SharedAct::Withdrawal {
                word: at(word, entered),
            }
            .into(),
        ),
        Act::Shared(SharedAct::RecommendationWithdrawal { word }) => Some(
            SharedAct::RecommendationWithdrawal {
                word: at(word, entered),
            }
            .into(),
        ),
        Act::Shared(_) => None,
    }
}

fn at(word: &Word, received: Entered) -> Word {
    Word {
        received,
        ..word.clone()
    }
}

/// The same day of receipt, registered on that day and long after.
fn opening<P: Tried>() {
    let received = day(RECEIVED);
    let open = |today, late_because| {
        let opening = Opening {
            filed_by: FiledBy::Actor,
            received: Entered {
                on: received,
                late_because,
            },
            receipt_on_record: false,
            holder: holder(COUNTY),
            registered_by: Some(committee(1, COUNTY)),
        };
        Trial::<P>::opened(opening, today, liaocheng().clone(), COUNTY)
    };
    let today = received + TimeDelta::days(LATER);
    let prompt = open(received, None).unwrap();
    let late = open(today, Some(words("窗口关闭，后补录"))).unwrap();
    assert_eq!(clocks(&late), clocks(&prompt));
    let told = CaseEvent::EnteredLate { on: received };
    assert!(late.events.contains(&told) && !prompt.events.contains(&told));
    assert_eq!(unmet(&open(today, None).unwrap_err()), ["receipt_day"]);
    let tomorrow = received + Days::new(1);
    assert!(open(tomorrow, None).is_ok(), "one day is not late");
}

/// A clock as far as a right hangs on it: what it measures, whose it is, its first and last day.
type Reckoned<P> = (
    <P as crate::procedure::Procedure>::Clock,
    Option<Party>,
    NaiveDate,
    Option<NaiveDate>,
    bool,
);

/// The clocks that steps have started. The target days of the service are no rights.
fn clocks<P: Tried>(trial: &Trial<P>) -> Vec<Reckoned<P>> {
    let mut now = trial.case.clocks_now(&trial.context());
    now.truncate(trial.case.clocks().len());
    let due = |clock: &Clock<P::Clock>| {
        let due = clock.due(HolidayCalendar::builtin());
        due.ok().flatten().map(|due| due.date.due)
    };
    now.iter()
        .map(|clock| {
            (
                clock.kind(),
                clock.party(),
                clock.started_on(),
                due(clock),
                clock.is_open(),
            )
        })
        .collect()
}
