use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ActorCase, DecisionKind, Setting, State, effects::decision_clock, pauses};
use crate::{
    calendar::{CalendarError, PartialDate},
    deeds::{
        Party,
        clocks::{Bound, Clock, ClockKind, ClockStatus, Due},
    },
};

/// A clock as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What is due.
    pub kind: ClockKind,
    /// The party whose time it is, where each has its own.
    pub party: Option<Party>,
    /// The last day with its arithmetic; none while the clock is paused.
    pub due: Result<Option<Due>, CalendarError>,
    /// How it stands.
    pub status: Result<ClockStatus, CalendarError>,
}

/// Something that is due of the body that holds a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyTask {
    /// What is due.
    pub kind: ClockKind,
    /// The last day (Beijing).
    pub due_on: NaiveDate,
    /// Whether that is the day itself, and not only one before which nothing can be due because the
    /// days off of a year are not published yet.
    pub exact: bool,
}

/// The four moments of being timely (及时发现、确认、表扬、宣传), as far as they have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeliness {
    /// When the deed was done.
    pub occurred_on: PartialDate,
    /// When it was found: the day the report was received. None for a historic file.
    pub found_on: Option<NaiveDate>,
    /// When it was confirmed, to the precision that is known. None while it is not, and after a
    /// revocation.
    pub confirmed_on: Option<PartialDate>,
    /// When it was first commended.
    pub commended_on: Option<NaiveDate>,
    /// When it was first publicised; the statutory notice does not count.
    pub publicised_on: Option<NaiveDate>,
}

impl ActorCase {
    /// Its clocks as they stand today, with what follows from the passing of time alone: waiting for
    /// a supplement ends with the time for it, and the time for the decision begins on the last day
    /// of the notice. On neither day does anybody take a step.
    #[must_use]
    pub fn clocks_now(&self, setting: &Setting<'_>) -> Vec<Clock> {
        let mut now = self.clone();
        pauses::settle(&mut now, setting.today.max(self.last_day()), None, setting);
        let follows = (now.state == State::InPublication)
            .then(|| decision_clock(&now, setting))
            .flatten();
        now.clocks.into_iter().chain(follows).collect()
    }

    /// Everything that is due or was let pass: all clocks that have neither stopped nor been
    /// cancelled. A worklist keeps the last days of those that bind the body.
    #[must_use]
    pub fn deadlines(&self, setting: &Setting<'_>) -> Vec<Deadline> {
        self.clocks_now(setting)
            .into_iter()
            .filter(Clock::is_open)
            .map(|clock| Deadline {
                kind: clock.kind(),
                party: clock.party(),
                due: clock.due(setting.calendar),
                status: clock.status(setting.today, setting.calendar),
            })
            .collect()
    }

    /// What the body has missed: a flag to report, never a reason to decide. Use
    /// [`ClockKind::statutory`] to tell the law's deadlines from the service's own.
    #[must_use]
    pub fn overdue(&self, setting: &Setting<'_>) -> Vec<ClockKind> {
        self.deadlines(setting)
            .into_iter()
            .filter(|deadline| deadline.status == Ok(ClockStatus::Overdue))
            .map(|deadline| deadline.kind)
            .collect()
    }

    /// The next day on which something is due of the body; none where nothing is.
    #[must_use]
    pub fn next_due(&self, setting: &Setting<'_>) -> Option<NaiveDate> {
        self.due_of_body(setting)
            .into_iter()
            .map(|task| task.due_on)
            .min()
    }

    /// What is due of the body, as it stands as long as nobody takes a step: for a worklist, which
    /// keeps it and need not look again when a day has passed. Where the calendar of a year is not
    /// published yet the day is one before which nothing can be due, so that a worklist shows such a
    /// case early instead of not at all.
    #[must_use]
    pub fn due_of_body(&self, setting: &Setting<'_>) -> Vec<BodyTask> {
        // A time that runs out for a party lets the clocks go on that were paused for it.
        let horizon = self
            .clocks_now(setting)
            .iter()
            .filter(|clock| clock.is_open() && clock.kind().bound() != Bound::Body)
            .filter_map(|clock| clock.due(setting.calendar).ok()??.date.due.succ_opt())
            .max();
        let then = setting.not_before(horizon.unwrap_or(setting.today));
        self.clocks_now(&then)
            .into_iter()
            .filter(|clock| clock.is_open() && clock.kind().bound() == Bound::Body)
            .filter_map(|clock| {
                let (due_on, exact) = match clock.due(setting.calendar) {
                    Ok(due) => (due?.date.due, true),
                    Err(_) => (clock.not_before(), false),
                };
                Some(BodyTask {
                    kind: clock.kind(),
                    due_on,
                    exact,
                })
            })
            .collect()
    }

    /// The four moments of being timely.
    #[must_use]
    pub fn timeliness(&self) -> Timeliness {
        let decided = self
            .decisions
            .iter()
            .rev()
            .find(|decision| decision.kind == DecisionKind::Confirmation)
            .and_then(|decision| PartialDate::day(decision.on).ok());
        let standing = matches!(self.state, State::Confirmed);
        Timeliness {
            occurred_on: self.occurred_on,
            found_on: self
                .historic_confirmation
                .is_none()
                .then_some(self.received_on),
            confirmed_on: decided.or(self.historic_confirmation).filter(|_| standing),
            commended_on: self.commended_on,
            publicised_on: self.publicised_on,
        }
    }
}
