//! The years of a studio (STUDIO-RUN): what each owes, what was done in it, and which were missed.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{ClockKind, Studio};
use crate::{
    calendar::HolidayCalendar,
    policy::StudioTerms,
    procedure::{Case, Clock, Term},
};

/// What the ledger counts of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) activities: u32,
    pub(super) clues: u32,
    pub(super) visits: u32,
    pub(super) publicity: u32,
    pub(super) report_in_time: bool,
}

/// The last day of a year.
pub(super) fn end_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// The day from which a year can be reported and assessed.
pub(super) fn closes_on(year: i32, terms: &StudioTerms) -> NaiveDate {
    end_of(year) - Days::new(terms.year_closing_days.into())
}

/// Whether the time for the report of a year was over on a day.
pub(super) fn report_is_over(
    year: i32,
    on: NaiveDate,
    policy: &crate::policy::Policy,
    calendar: &HolidayCalendar,
) -> bool {
    let kind = ClockKind::YearlyReport;
    let length = kind.length(policy);
    let clock = Clock::start(kind, None, length, end_of(year), None);
    // Where the days off of a year are not loaded yet, the plain day decides.
    let plain = end_of(year) + Days::new(length.length.into());
    clock.is_over(on, calendar).unwrap_or(on > plain)
}

fn in_year<T>(items: &[T], year: i32, day: impl Fn(&T) -> NaiveDate) -> u32 {
    let count = items.iter().filter(|item| day(item).year() == year).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Case<Studio> {
    /// What was done in a year.
    pub(super) fn counted(&self, year: i32) -> Counted {
        let record = self.record();
        Counted {
            activities: in_year(&record.activities, year, |one| one.on),
            clues: in_year(&record.clues, year, |one| one.on),
            visits: in_year(&record.visits, year, |one| one.on),
            publicity: in_year(&record.publicity, year, |one| one.on),
            report_in_time: record
                .reports
                .iter()
                .any(|report| report.year == year && report.in_time),
        }
    }

    pub(super) fn is_reported(&self, year: i32) -> bool {
        let mut reports = self.record().reports.iter();
        reports.any(|report| report.year == year)
    }

    /// The year that is assessed next: that of the opening, then each after the other.
    pub(super) fn year_to_assess(&self) -> Option<i32> {
        let record = self.record();
        let next = record.assessments.iter().map(|one| one.year + 1).max();
        next.or_else(|| Some(record.opened_on()?.year()))
    }

    /// The first year without a report that is not assessed without one.
    pub(super) fn year_to_report(&self) -> Option<i32> {
        let mut years = self.year_to_assess()?..;
        years.find(|year| !self.is_reported(*year))
    }

    /// The day from which the next review is due.
    pub(super) fn review_from(&self, terms: &StudioTerms) -> Option<NaiveDate> {
        let record = self.record();
        let last = record.reviews.last().map(|review| review.on);
        let since = last.or_else(|| record.opened_on())?;
        since.checked_add_months(Months::new(terms.review_years.saturating_mul(12)))
    }

    /// The whole years since the last rectification that had too few activities or no report.
    pub(super) fn missed_years(
        &self,
        today: NaiveDate,
        policy: &crate::policy::Policy,
        calendar: &HolidayCalendar,
    ) -> u32 {
        let record = self.record();
        let Some(opened) = record.opened_on() else {
            return 0;
        };
        let settled = record.rectifications.iter().filter_map(|one| {
            let (completed, _) = one.completed.as_ref()?;
            Some(completed.year())
        });
        let first = settled.max().unwrap_or(opened.year() + 1);
        let least = policy.terms().honours.studio.minimum_activities;
        let missed = (first..today.year()).filter(|year| {
            let unreported =
                !self.is_reported(*year) && report_is_over(*year, today, policy, calendar);
            self.counted(*year).activities < least || unreported
        });
        u32::try_from(missed.count()).unwrap_or(u32::MAX)
    }
}
