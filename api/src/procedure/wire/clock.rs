//! Clocks of cases as they are answered, with their entries and their arithmetic.

use chrono::NaiveDate;
use domain::error::Coded;
use domain::ids::OfficerId;
use domain::named::NamedEnum;
use domain::procedure::{Case, Change, Clock, Context, Due, Entry, Procedure, Term as _};
use domain::receipts::Text;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::calendar::DueDateView;
use crate::procedure::words::ClockKindCode;
use crate::words::{BilingualText, ClockBoundWord, ClockStatusWord, PartyWord};

/// 期限记录的种类 / What an entry does to its clock.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ClockChange {
    /// 开始，当日不计入 / It starts; the day itself does not count.
    Start,
    /// 中止，当日仍计入 / It pauses; the day itself still counts.
    Pause,
    /// 恢复，当日不计入 / It goes on; the day itself does not count.
    Resume,
    /// 延长 / More days.
    Extend,
    /// 已办 / What was due has been done.
    Stop,
    /// 终止 / What was due is due no more.
    Cancel,
}

/// 期限的一条记录 / An entry of a clock.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ClockEntry {
    /// 生效之日 / The legal day on which it takes effect.
    on: NaiveDate,
    /// 种类 / What it does.
    change: ClockChange,
    /// 延长的天数，仅用于延长 / How many days; only of an extension.
    days: Option<u32>,
    /// 所依规则 / The rule behind it.
    #[schema(example = "OPINION-DEADLINE")]
    rule: &'static str,
    /// 经办人；当事人所致的没有 / The officer who caused it; absent where a party did.
    #[schema(value_type = Uuid)]
    officer_id: Option<OfficerId>,
}

impl From<&Entry> for ClockEntry {
    fn from(entry: &Entry) -> Self {
        let (change, days) = match entry.change {
            Change::Start => (ClockChange::Start, None),
            Change::Pause => (ClockChange::Pause, None),
            Change::Resume => (ClockChange::Resume, None),
            Change::Extend { days } => (ClockChange::Extend, Some(days)),
            Change::Stop => (ClockChange::Stop, None),
            Change::Cancel => (ClockChange::Cancel, None),
        };
        Self {
            on: entry.on,
            change,
            days,
            rule: entry.rule.as_str(),
            officer_id: entry.by,
        }
    }
}

/// 末日及其算法 / The last day of a clock, and how it was reckoned.
#[derive(Debug, Serialize, ToSchema)]
struct ClockDue {
    /// 计算 / The sum; its days hold extensions and pauses.
    date: DueDateView,
    /// 延长的天数 / Days by which the period was extended.
    extended_days: u32,
    /// 中止期间不计入的天数 / Days that did not count because of a pause.
    paused_days: u32,
    /// 算式 / The arithmetic in words.
    explanation: BilingualText,
}

impl From<Due> for ClockDue {
    fn from(due: Due) -> Self {
        let explanation = due.explanation();
        Self {
            extended_days: due.extended_days,
            paused_days: due.paused_days,
            explanation: BilingualText {
                zh: explanation.zh,
                en: explanation.en,
            },
            date: DueDateView::new(due.date),
        }
    }
}

/// 期限 / A clock of a case.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseClock)]
pub(crate) struct ClockView {
    /// 种类 / What it measures.
    kind: ClockKindCode,
    /// 约束的对象 / Whom it binds.
    bound: ClockBoundWord,
    /// 是否为法定期限；否则为内部目标 / Whether a statute sets its length; otherwise it is an internal target.
    statutory: bool,
    /// 期限所属当事人；不分当事人的没有 / The party whose time it is; absent where it is not a party's.
    party: Option<PartyWord>,
    /// 状态；取决于尚未载入的放假安排的没有 / Its status; absent while it hangs on days off that are not loaded.
    status: Option<ClockStatusWord>,
    /// 末日及其算法；中止期间，或者末日取决于尚未载入的放假安排时没有 / The last day; absent during a pause, and while it hangs on days off that are not loaded.
    due: Option<ClockDue>,
    /// 不能确定末日的原因 / Why the last day cannot be told.
    due_unknown: Option<BilingualText>,
    /// 末日不能确定时，可能的最早一日 / Where the last day cannot be told, the first that it can be.
    due_not_before: Option<NaiveDate>,
    /// 末日不能确定时，可能的最晚一日，此日已过即为逾期或者届满；可能中止的没有 / Likewise the last, after which the time is over for certain; absent where the clock may be paused.
    due_not_after: Option<NaiveDate>,
    /// 记录，按顺序 / Its entries, in order.
    entries: Vec<ClockEntry>,
}

impl ClockView {
    /// The clocks of a case, in the order in which they started.
    pub(crate) fn all<P: Procedure>(case: &Case<P>, context: &Context<'_, P>) -> Vec<Self> {
        let clocks = case.clocks_now(context);
        clocks
            .iter()
            .map(|clock| Self::new(clock, context))
            .collect()
    }

    fn new<P: Procedure>(clock: &Clock<P::Clock>, context: &Context<'_, P>) -> Self {
        let kind = clock.kind();
        let between = clock.last_days(context.calendar).ok();
        let (due, due_unknown) = match clock.due(context.calendar) {
            Ok(due) => (due, None),
            Err(error) => {
                let Text { zh, en } = error.fault().message;
                (None, Some(BilingualText { zh, en }))
            }
        };
        let between = between.filter(|_| due_unknown.is_some());
        Self {
            kind: ClockKindCode(kind.as_str()),
            bound: kind.bound().into(),
            statutory: kind.statutory(),
            party: clock.party().map(Into::into),
            status: clock
                .status(context.today, context.calendar)
                .ok()
                .map(Into::into),
            due: due.map(Into::into),
            due_unknown,
            due_not_before: between.and_then(|days| days.earliest),
            due_not_after: between.and_then(|days| days.latest),
            entries: clock.entries().map(Into::into).collect(),
        }
    }
}
