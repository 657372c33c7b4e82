//! The days off and make-up working days of one year, as the State Council's notice names them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{LONGEST_BREAK, MOST_WEEKDAYS_OFF, YEARS};
use crate::{error::FieldErrors, text::Line};

/// What the State Council's notice says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Monday to Friday, and nothing published.
    Working,
    /// Saturday or Sunday, and nothing published.
    Weekend,
    Holiday,
    /// A Saturday or Sunday that is worked to make up for a break.
    MakeUpWorking,
}

impl DayKind {
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUpWorking)
    }
}

/// A day that a notice names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedDay {
    /// [`DayKind::Holiday`] or [`DayKind::MakeUpWorking`].
    pub kind: DayKind,
    /// The festival: `春节`.
    pub name: String,
}

/// The number of a notice: `国办发明电〔2025〕7号`.
pub type NoticeNumber = Line<60>;

/// A day with the festival for which it is off or worked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedDay {
    pub date: NaiveDate,
    pub name: Line<20>,
}

/// The days that a notice names for one year. Days of December that stand in the notice for the next
/// year are days of their own year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearDays {
    pub days_off: Vec<NamedDay>,
    #[serde(default)]
    pub make_up_working_days: Vec<NamedDay>,
}

/// A year of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarYear {
    year: i32,
    days: BTreeMap<NaiveDate, PublishedDay>,
    notice: Option<NoticeNumber>,
    built_in: bool,
}

/// The fewest days off by statute that a year has given beside its weekends, and the most: seven until
/// 1998, of which some fell on weekends, eleven until 2024, thirteen since; with room for a year that the
/// State Council changes.
const STATUTORY_DAYS: std::ops::RangeInclusive<usize> = 5..=16;

crate::faults! {
    /// Why the days of a year cannot be those of a notice.
    pub enum CalendarYearError {
        YearOutOfRange = "calendar_year_out_of_range",
            "年份须在 {min} 至 {max} 之间", "The year must lie between {min} and {max}.",
            min = YEARS.start(), max = YEARS.end();
        OtherYear { year: i32 } = "calendar_other_year",
            "日期不在 {year} 年之内；上一年十二月的日期属于上一年",
            "The day does not lie in {year}; a day of the December before belongs to the year before.", year;
        Twice = "calendar_day_twice",
            "同一日期列出了两次", "The day is listed twice.";
        Notice { year: i32 } = "calendar_notice_number",
            "文号须注明年份，且为该年或者上一年的，例如国办发明电〔{year}〕1号",
            "The number names the year of the notice, which is {year} or the one before, between tortoise-shell brackets.",
            year;
        NotAWeekend = "calendar_make_up_not_weekend",
            "调休上班日须为星期六或者星期日", "A make-up working day is a Saturday or a Sunday.";
        NewYear { year: i32 } = "calendar_new_year_missing",
            "{year} 年的通知均列明元旦（1 月 1 日）放假，现未列出",
            "Every notice gives 1 January {year} off, which is not listed.", year;
        BreakTooLong { most: u32 } = "calendar_break_too_long",
            "连续放假不得超过 {most} 日", "No break is longer than {most} days.", most;
        TooManyWeekdays { most: u32 } = "calendar_too_many_weekdays",
            "一年中放假的星期一至星期五不得超过 {most} 日",
            "At most {most} days from Monday to Friday are off in a year.", most;
        Unbalanced { off: usize, worked: usize } = "calendar_unbalanced",
            "放假的星期一至星期五（{off} 日）减去调休上班日（{worked} 日），应为法定放假日数，现为不可能的数目；请核对是否漏列",
            "The days from Monday to Friday that are off ({off}) less the make-up working days ({worked}) are the days off by statute; the difference cannot be. Please check for days that are missing.",
            off, worked;
    }
}

/// Whether a notice may be the one for a year: its number names that year or, as most do, the one before.
fn is_of(notice: &NoticeNumber, year: i32) -> bool {
    let named = notice
        .as_str()
        .split_once('〔')
        .and_then(|(_, rest)| rest.split_once('〕'))
        .and_then(|(named, _)| named.parse::<i32>().ok());
    named.is_some_and(|named| (year - 1..=year).contains(&named))
}

impl CalendarYear {
    /// The year as a notice names it, with every fault that shows that it cannot be so.
    pub fn of_notice(
        year: i32,
        notice: NoticeNumber,
        days: &YearDays,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        if !YEARS.contains(&year) {
            errors.push("/year", &CalendarYearError::YearOutOfRange);
        }
        let mut seen = BTreeSet::new();
        if !is_of(&notice, year) {
            errors.push("/notice_number", &CalendarYearError::Notice { year });
        }
        for (list, days) in days.lists() {
            for (place, day) in days.iter().enumerate() {
                let pointer = format!("/{list}/{place}/date");
                if day.date.year() != year {
                    errors.push(pointer.as_str(), &CalendarYearError::OtherYear { year });
                }
                if !seen.insert(day.date) {
                    errors.push(pointer.as_str(), &CalendarYearError::Twice);
                }
                if list == MAKE_UP && is_weekday(day.date) {
                    errors.push(pointer, &CalendarYearError::NotAWeekend);
                }
            }
        }
        let of_year = Self::on_file(year, notice, days);
        of_year.check_whole(&mut errors);
        errors.into_result()?;
        Ok(of_year)
    }

    /// The same as it was stored, when it had been checked.
    pub fn on_file(year: i32, notice: NoticeNumber, days: &YearDays) -> Self {
        let kinds = [DayKind::Holiday, DayKind::MakeUpWorking];
        let days = days
            .lists()
            .into_iter()
            .zip(kinds)
            .flat_map(|((_, days), kind)| {
                days.iter().map(move |day| {
                    let name = day.name.to_string();
                    (day.date, PublishedDay { kind, name })
                })
            });
        Self {
            year,
            days: days.collect(),
            notice: Some(notice),
            built_in: false,
        }
    }

    /// A year that is built in.
    pub(super) fn built_in(
        year: i32,
        notice: Option<NoticeNumber>,
        days: BTreeMap<NaiveDate, PublishedDay>,
    ) -> Self {
        Self {
            year,
            days,
            notice,
            built_in: true,
        }
    }

    pub fn year(&self) -> i32 {
        self.year
    }

    /// The number of its notice.
    pub fn notice(&self) -> Option<&NoticeNumber> {
        self.notice.as_ref()
    }

    /// Whether it is built in, and was not loaded.
    pub fn is_built_in(&self) -> bool {
        self.built_in
    }

    /// The days that the notice names, in order.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, &PublishedDay)> {
        self.days.iter().map(|(date, day)| (*date, day))
    }

    /// What the notice says of a day of this year.
    pub(super) fn day(&self, date: NaiveDate) -> DayKind {
        match (self.days.get(&date), is_weekday(date)) {
            (Some(published), _) => published.kind,
            (None, false) => DayKind::Weekend,
            (None, true) => DayKind::Working,
        }
    }

    pub(super) fn name(&self, date: NaiveDate) -> Option<&str> {
        self.days.get(&date).map(|day| day.name.as_str())
    }

    fn dates(&self, kind: DayKind) -> impl Iterator<Item = NaiveDate> {
        let of_kind =
            move |(date, day): (NaiveDate, &PublishedDay)| (day.kind == kind).then_some(date);
        self.days().filter_map(of_kind)
    }

    fn check_whole(&self, errors: &mut FieldErrors) {
        if !self.dates(DayKind::Holiday).any(|date| date.ordinal() == 1) {
            let year = self.year;
            errors.push("/days_off", &CalendarYearError::NewYear { year });
        }
        let off = self.dates(DayKind::Holiday);
        let off = off.filter(|date| is_weekday(*date)).count();
        let worked = self.dates(DayKind::MakeUpWorking).count();
        let most = MOST_WEEKDAYS_OFF;
        if u32::try_from(off).is_ok_and(|off| off > most) {
            errors.push("/days_off", &CalendarYearError::TooManyWeekdays { most });
        }
        let statutory = off.checked_sub(worked);
        if statutory.is_none_or(|days| !STATUTORY_DAYS.contains(&days)) {
            let unbalanced = CalendarYearError::Unbalanced { off, worked };
            errors.push("/make_up_working_days", &unbalanced);
        }
    }
}

const MAKE_UP: &str = "make_up_working_days";

impl YearDays {
    /// Both lists with their names: the days off, and those that are worked for them.
    fn lists(&self) -> [(&'static str, &[NamedDay]); 2] {
        [
            ("days_off", &self.days_off),
            (MAKE_UP, &self.make_up_working_days),
        ]
    }
}

/// A fault of a year beside its neighbours: a break that goes on over New Year.
pub(super) fn break_too_long() -> CalendarYearError {
    CalendarYearError::BreakTooLong {
        most: LONGEST_BREAK,
    }
}

pub(super) fn is_weekday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
