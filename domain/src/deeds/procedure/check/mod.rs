//! The conditions, asked in one place: what stands in the way before a step is filled in, and what
//! is wrong with what was handed in.

mod caller;
mod input;
mod panel;
mod reconfirmation;
mod standing;

pub(super) use panel::attendance;
use serde::{Deserialize, Serialize};

use super::{ActorCase, Command, Condition, Row, Setting, State, Step, Who, table};
use crate::{
    calendar::CalendarError,
    decisions::{RuleId, Text},
    error::Coded,
};

/// A condition that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    /// Which.
    pub condition: Condition,
    /// The rule that asks for it; none where the order of the steps alone does.
    pub rule: Option<RuleId>,
    /// What has to hold.
    pub text: Text,
    /// How the case stands instead, where that says more.
    pub detail: Option<Text>,
}

impl Unmet {
    pub(super) fn of(condition: Condition) -> Self {
        Self {
            condition,
            rule: condition.rule(),
            text: condition.text(),
            detail: None,
        }
    }

    fn with(condition: Condition, detail: Text) -> Self {
        Self {
            detail: Some(detail),
            ..Self::of(condition)
        }
    }
}

/// What a condition says.
enum Answer {
    Met,
    Unmet,
    Because(Text),
}

impl From<bool> for Answer {
    fn from(holds: bool) -> Self {
        if holds { Self::Met } else { Self::Unmet }
    }
}

fn named(condition: Condition, answer: Result<Answer, CalendarError>) -> Option<Unmet> {
    match answer {
        Ok(Answer::Met) => None,
        Ok(Answer::Unmet) => Some(Unmet::of(condition)),
        Ok(Answer::Because(detail)) => Some(Unmet::with(condition, detail)),
        Err(error) => {
            let message = crate::error::message(error.code(), &error.params());
            Some(Unmet::with(
                Condition::CalendarPublished,
                Text {
                    zh: message.zh,
                    en: message.en,
                },
            ))
        }
    }
}

/// The line of the table for a step in the present state, and what stands in its way whatever is
/// handed in. Where the state forbids the step only the caller is asked about besides, since the
/// rest would say nothing about a case that is elsewhere.
pub(super) fn standing(
    case: &ActorCase,
    step: Step,
    who: &Who,
    setting: &Setting<'_>,
) -> (Option<&'static Row>, Vec<Unmet>) {
    let row = table::row_for(step, case.state);
    let mut unmet = Vec::new();
    if row.is_none() {
        unmet.push(Unmet::with(Condition::State, possible_in(step, case.state)));
    }
    if let Some(row) = row.or_else(|| table::rows_of(step).next()) {
        unmet.extend(row.of_caller().filter_map(|condition| {
            let answer = caller::answer(condition, case, row, who, setting);
            named(condition, Ok(answer))
        }));
    }
    if let Some(row) = row {
        unmet.extend(
            row.of_case().filter_map(|condition| {
                named(condition, standing::answer(condition, case, setting))
            }),
        );
    }
    (row, unmet)
}

/// What is wrong with what was handed in.
pub(super) fn input(
    case: &ActorCase,
    command: &Command,
    row: &Row,
    setting: &Setting<'_>,
) -> Vec<Unmet> {
    row.of_input()
        .filter_map(|condition| {
            named(
                condition,
                input::answer(condition, case, command, row, setting),
            )
        })
        .collect()
}

fn possible_in(step: Step, now: State) -> Text {
    let states: Vec<Text> = table::rows_of(step)
        .flat_map(|row| row.from)
        .map(|state| state.text())
        .collect();
    let (now, all) = (now.text(), Text::list(&states));
    Text {
        zh: format!("目前为“{}”；可以在以下状态办理：{}。", now.zh, all.zh),
        en: format!("It is {} now; possible when {}.", now.en, all.en),
    }
}
