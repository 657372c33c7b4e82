use chrono::NaiveDate;

use super::{
    Bound, Case, Clock, ClockStatus, Context, Due, Holder, Party, Procedure, Term,
    check::competent_bodies, settle::settle,
};
use crate::calendar::CalendarError;

/// A clock on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline<K> {
    pub kind: K,
    pub party: Option<Party>,
    /// The last day with its arithmetic; none while the clock is paused.
    pub due: Result<Option<Due>, CalendarError>,
    pub status: Result<ClockStatus, CalendarError>,
}

/// Something that is due of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyTask<K> {
    pub kind: K,
    pub of: Holder,
    /// The last day (Beijing), or the first that it can be where the days off of a year are not loaded.
    pub due_on: NaiveDate,
    /// The last day that it can be, after which it is overdue; none where the clock may be paused.
    pub due_until: Option<NaiveDate>,
}

impl<K> BodyTask<K> {
    /// Whether the day itself is known, and not only between which days it lies.
    pub fn is_exact(&self) -> bool {
        self.due_until == Some(self.due_on)
    }
}

impl<P: Procedure> Case<P> {
    /// Its clocks as they stand today, with what follows from the passing of time alone, and with the
    /// one that runs in the present state although nobody took a step that started it.
    pub fn clocks_now(&self, context: &Context<'_, P>) -> Vec<Clock<P::Clock>> {
        let mut now = self.clone();
        settle(&mut now, context.today.max(self.last_day()), None, context);
        let follows = P::follows(&now, context);
        now.clocks.into_iter().chain(follows).collect()
    }

    /// The first and the last day on which the newest clock of a kind can end, which are one where all
    /// years are loaded that it needs.
    pub(crate) fn end_of(
        &self,
        kind: P::Clock,
        context: &Context<'_, P>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        self.clock(kind)?.last_days(context.calendar).ok()?.range()
    }

    /// Everything that is due or was let pass: all clocks that have neither stopped nor been
    /// cancelled. A worklist keeps the last days of those that bind a body.
    pub fn deadlines(&self, context: &Context<'_, P>) -> Vec<Deadline<P::Clock>> {
        self.clocks_now(context)
            .into_iter()
            .filter(Clock::is_open)
            .map(|clock| Deadline {
                kind: clock.kind(),
                party: clock.party(),
                due: clock.due(context.calendar),
                status: clock.status(context.today, context.calendar),
            })
            .collect()
    }

    /// What a body has missed: a flag to report, never a reason to decide. Use [`Term::statutory`] to
    /// tell the law's deadlines from the service's own.
    pub fn overdue(&self, context: &Context<'_, P>) -> Vec<P::Clock> {
        self.deadlines(context)
            .into_iter()
            .filter(|deadline| deadline.status == Ok(ClockStatus::Overdue))
            .map(|deadline| deadline.kind)
            .collect()
    }

    /// What is due of bodies, as it stands as long as nobody takes a step: for a worklist, which keeps
    /// it and need not look again when a day has passed, but when a year of the calendar is loaded.
    pub fn due_of_body(&self, context: &Context<'_, P>) -> Vec<BodyTask<P::Clock>> {
        // A time that runs out for a party lets the clocks go on that were paused for it.
        let horizon = self
            .clocks_now(context)
            .iter()
            .filter(|clock| clock.is_open() && clock.kind().bound() != Bound::Body)
            .filter_map(|clock| clock.last_days(context.calendar).ok()?.latest?.succ_opt())
            .max();
        let then = context.not_before(horizon.unwrap_or(context.today));
        self.clocks_now(&then)
            .into_iter()
            .filter(|clock| clock.is_open() && clock.kind().bound() == Bound::Body)
            .filter_map(|clock| {
                let last = clock.last_days(context.calendar).ok()?;
                let of = competent_bodies(self, clock.kind().competent_body(), context)
                    .and_then(|bodies| bodies.first().copied())
                    .unwrap_or_else(|| self.holder());
                Some(BodyTask {
                    kind: clock.kind(),
                    of,
                    due_on: last.earliest?,
                    due_until: last.latest,
                })
            })
            .collect()
    }
}
