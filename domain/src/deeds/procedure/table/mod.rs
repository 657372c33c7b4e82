//! The procedure as data: what `GET /v1/procedures/deed` serves, and what [`super::apply`] and
//! [`super::actions`] go by.

mod rows;

pub use rows::TABLE;
pub(super) use rows::WORKING;
use serde::Serialize;

use super::{Condition, ConditionKind, Scope, State, Step};
use crate::{deeds::clocks::ClockKind, organisations::OrganisationKind, policy::named_enum};

/// Where a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The case stays in its state.
    Stays,
    /// It comes into this state.
    Moves(State),
    /// It goes back to the state from which it was suspended or transferred.
    Returns,
    /// It is looked at anew: `in_assessment`, or `in_reconfirmation` at the next level.
    Reassessed,
}

named_enum! {
    /// Whose organisation may take a step.
    Seat {
        /// Anybody's.
        Anyone = "anyone", "任何单位", "any organisation";
        /// The body that holds the case: that of the place, or after a request for
        /// reconfirmation the next level.
        Holder = "holder", "案件承办单位", "the body that holds the case";
        /// That body, or the body of first instance.
        HolderOrFirst = "holder_or_first", "案件承办单位或者初次确认单位", "the body that holds the case, or that of first instance";
        /// The body to which the case is being transferred.
        Receiver = "receiver", "移送接收单位", "the body to which the case is transferred";
        /// The city.
        City = "city", "市级单位", "the city";
    }
}

named_enum! {
    /// Who signs.
    Officers {
        /// Nobody: a party or the public takes the step.
        None = "none", "无须经办人", "no officer";
        /// One officer.
        One = "one", "一名经办人", "one officer";
        /// Two different officers.
        Two = "two", "两名不同经办人", "two different officers";
        /// Two different officers, and one of the foundation or association (Shandong Regulation
        /// on Rewarding and Protecting People Who Act Bravely, article 9).
        TwoAndCoSigner = "two_and_co_signer", "两名不同经办人，并由基金会或者协会共同签署", "two different officers, and one of the foundation or association";
    }
}

/// What a step does to a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockEffect {
    /// Starts it; one of this kind that still runs for the same party is cancelled.
    Starts(ClockKind),
    /// What was due is done.
    Stops(ClockKind),
    /// What was due is done, once every party has the decision.
    StopsOnceAllDelivered(ClockKind),
    /// More days.
    Extends(ClockKind),
    /// It is due no more.
    Cancels(ClockKind),
    /// Nothing is due any more.
    CancelsAll,
}

/// One line of the table. A step has several where it does different things in different states;
/// no two lines of a step share a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The step.
    pub step: Step,
    /// The resource that is created by it, below the deed.
    pub resource: &'static str,
    /// The states in which it is possible.
    pub from: &'static [State],
    /// Where it leads.
    pub to: Target,
    /// The scope that it needs; none for a step of the public.
    pub scope: Option<Scope>,
    /// The kinds of organisation whose officers may take it; any when empty.
    pub organisations: &'static [OrganisationKind],
    /// Which of these organisations.
    pub seat: Seat,
    /// Who signs.
    pub officers: Officers,
    /// What it does to clocks. Pauses follow from state, objections and supplement requests, and
    /// are the same for every step.
    pub clocks: &'static [ClockEffect],
    /// What has to hold besides.
    pub conditions: &'static [Condition],
}

impl Row {
    /// What it asks of the caller.
    pub(super) fn of_caller(&self) -> impl Iterator<Item = Condition> {
        let one = self.officers != Officers::None;
        [
            (self.scope.is_some(), Condition::Scope),
            (one, Condition::Officer),
            (self.seat != Seat::Anyone, Condition::Seat),
            (one, Condition::NotRecused),
        ]
        .into_iter()
        .filter_map(|(asked, condition)| asked.then_some(condition))
    }

    /// What it asks of the case as it stands, once the state is right.
    pub(super) fn of_case(&self) -> impl Iterator<Item = Condition> {
        self.conditions
            .iter()
            .copied()
            .filter(|condition| condition.kind() == ConditionKind::Standing)
    }

    /// What it asks of the input.
    pub fn of_input(&self) -> impl Iterator<Item = Condition> {
        let two = matches!(self.officers, Officers::Two | Officers::TwoAndCoSigner);
        let co_signer = self.officers == Officers::TwoAndCoSigner;
        [
            (two, Condition::SecondOfficer),
            (co_signer, Condition::CoSigner),
        ]
        .into_iter()
        .filter_map(|(asked, condition)| asked.then_some(condition))
        .chain(
            self.conditions
                .iter()
                .copied()
                .filter(|condition| condition.kind() == ConditionKind::Input),
        )
    }
}

/// The lines of a step.
pub(super) fn rows_of(step: Step) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.step == step)
}

/// The line of a step in a state; none where the step is not possible.
pub(super) fn row_for(step: Step, state: State) -> Option<&'static Row> {
    rows_of(step).find(|row| row.from.contains(&state))
}
