use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Term;
use crate::{
    calendar::{CalendarError, HolidayCalendar},
    ids::OfficerId,
    policy::{Period, Policy},
    procedure::Party,
    receipts::{LegalBasis, RuleId},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It starts; the day itself does not count (Civil Code article 201).
    Start,
    /// It pauses; the day itself still counts.
    Pause,
    /// It goes on; the day itself does not count.
    Resume,
    /// It gets more days, of its own unit.
    Extend { days: u32 },
    /// What was due has been done.
    Stop,
    /// What was due is due no more.
    Cancel,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The legal day (Beijing) on which it takes effect.
    pub on: NaiveDate,
    pub change: Change,
    pub rule: RuleId,
    /// The officer who caused it; none where a citizen did.
    pub by: Option<OfficerId>,
}

impl Entry {
    /// The law, document or practice behind it, under the policy of the case.
    pub fn basis(&self, policy: &Policy) -> Vec<LegalBasis> {
        policy.on(self.on).sources_of(self.rule)
    }
}

/// The first and the last day that a day can be which is known.
pub(crate) const fn certain(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    (day, day)
}

/// One clock of one case. Its entries are only ever added to, and their days never go back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Clock<K: Term> {
    kind: K,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    party: Option<Party>,
    length: Period,
    start: Entry,
    later: Vec<Entry>,
    /// The last day on which it can have started, where its start follows from a day that no loaded year
    /// tells. It is reckoned and not stored.
    #[serde(skip)]
    started_by: Option<NaiveDate>,
}

impl<K: Term> Clock<K> {
    /// A clock that starts on `on`.
    pub fn start(
        kind: K,
        party: Option<Party>,
        length: Period,
        on: NaiveDate,
        by: Option<OfficerId>,
    ) -> Self {
        Self {
            kind,
            party,
            length,
            start: Entry {
                on,
                change: Change::Start,
                rule: kind.rule(),
                by,
            },
            later: Vec::new(),
            started_by: None,
        }
    }

    /// A clock that starts on one of some days.
    pub(crate) fn start_between(
        kind: K,
        length: Period,
        (earliest, latest): (NaiveDate, NaiveDate),
    ) -> Self {
        Self {
            started_by: Some(latest).filter(|latest| *latest > earliest),
            ..Self::start(kind, None, length, earliest, None)
        }
    }

    /// The same for good, as it is written down when it stops on a day: whoever it binds loses nothing by
    /// a start that is not certain.
    pub(crate) fn written_down(mut self, on: NaiveDate) -> Self {
        if let Some(latest) = self.started_by.take() {
            self.start.on = latest.min(on).max(self.start.on);
        }
        self
    }

    pub fn kind(&self) -> K {
        self.kind
    }

    /// The party whose time runs, where each has its own.
    pub fn party(&self) -> Option<Party> {
        self.party
    }

    /// Its length as policy gave it when it started, without extensions.
    pub fn length(&self) -> Period {
        self.length
    }

    pub fn started_on(&self) -> NaiveDate {
        self.start.on
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        std::iter::once(&self.start).chain(&self.later)
    }

    /// The last day on which it can have started.
    pub(super) fn started_by(&self) -> NaiveDate {
        self.started_by.unwrap_or(self.start.on)
    }

    /// The entries after the start.
    pub(super) fn later(&self) -> &[Entry] {
        &self.later
    }

    pub fn last_day(&self) -> NaiveDate {
        self.later.last().unwrap_or(&self.start).on
    }

    /// Whether it has neither stopped nor been cancelled.
    pub fn is_open(&self) -> bool {
        !matches!(
            self.later.last().map(|entry| entry.change),
            Some(Change::Stop | Change::Cancel)
        )
    }

    pub fn is_paused(&self) -> bool {
        self.paused_by().is_some()
    }

    /// The rule for which it is paused.
    pub fn paused_by(&self) -> Option<RuleId> {
        let mut last = self.later.iter().rev();
        last.find(|entry| !matches!(entry.change, Change::Extend { .. }))
            .filter(|entry| entry.change == Change::Pause)
            .map(|entry| entry.rule)
    }

    /// Adds an entry that makes sense in the clock's present condition; any other is left out.
    /// An entry never lies before the one that it follows.
    pub(crate) fn enter(
        &mut self,
        change: Change,
        on: NaiveDate,
        rule: RuleId,
        by: Option<OfficerId>,
    ) {
        let sensible = self.is_open()
            && match change {
                Change::Start => false,
                Change::Pause => !self.is_paused(),
                Change::Resume => self.is_paused(),
                Change::Extend { days } => days > 0,
                Change::Stop | Change::Cancel => true,
            };
        if sensible {
            let on = on.max(self.last_day());
            self.later.push(Entry {
                on,
                change,
                rule,
                by,
            });
        }
    }

    /// A day before which it certainly does not run out, whatever the calendar says: no day off
    /// makes a period shorter.
    pub(super) fn not_before(&self) -> NaiveDate {
        self.started_on()
            .checked_add_days(Days::new(self.length.length.into()))
            .unwrap_or(NaiveDate::MAX)
    }

    /// Whether its time was over on a day, where every possible calendar says the same.
    pub fn is_over(
        &self,
        day: NaiveDate,
        calendar: &HolidayCalendar,
    ) -> Result<bool, CalendarError> {
        if day <= self.not_before() {
            return Ok(false);
        }
        self.last_days(calendar)?.is_over(day)
    }
}
