//! The engine that carries every procedure. It names no feature.
//!
//! A [`Procedure`] brings its states, its own steps with what they bring ([`Procedure::Act`]), its
//! conditions, its clocks and one table. [`Procedure::TABLE`] is the one place where states and steps
//! meet: [`actions`] tells from it what somebody may do, [`apply`] does it, and both ask the same
//! conditions, so that they cannot disagree. Nothing happens by itself: only a step changes a case.

mod about;
mod act;
mod action;
mod apply;
mod case;
mod check;
mod clocks;
mod condition;
mod context;
mod correction;
mod decision;
mod detour;
mod due;
mod entered;
mod event;
mod given_up;
mod identity;
mod opening;
mod outside;
mod own_or_shared;
mod party;
mod row;
mod rows;
mod settle;
#[cfg(test)]
pub(crate) mod testing;
mod who;

pub use about::{About, Nobody};
pub(crate) use act::acts;
pub use act::{Act, Command, SharedAct, SharedStep, Step};
pub use action::{Action, actions};
pub use apply::{Approved, Refused, apply, approve};
pub use case::{Case, OutsideFinding, OutsideTransfer, Recusal, Suspension, Transfer, TransferEnd};
pub use check::{Answer, Unmet, is_own};
pub(crate) use clocks::certain;
pub use clocks::{Bound, Change, Clock, ClockStatus, Due, Entry, LastDays, Pause, Term};
pub(crate) use condition::conditions;
pub use condition::{Asks, Condition, ConditionKind, SharedCondition};
pub use context::Context;
pub use correction::{FactsStand, WORKING, subject_stands};
pub use decision::{Decision, Delivery, Refusal};
pub use due::{BodyTask, Deadline};
pub use entered::Entered;
pub use event::{CaseEvent, ExecutedStep};
pub use given_up::{GivenUp, Word};
pub use identity::{IdentityChange, IdentityMember, IdentitySettled};
pub use opening::{FiledBy, Opening};
pub use outside::OutsideDocument;
pub use own_or_shared::OwnOrShared;
pub use party::Party;
pub use row::{
    ClockEffect, CompetentBody, DetourClock, Officers, Row, Target, row_for, rows_of, steps,
};
pub(crate) use rows::COMMITTEE;
pub use who::{Holder, Named, Scope, Signer, Who};

use std::fmt::Debug;

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    calendar::CalendarError,
    documents::{DocumentKind, Matter, Sheet},
    ids::{Id, ReceiptId},
    named::NamedEnum,
    policy::Policy,
    receipts::{Facts, Receipt, RuleId},
    text::{Line, Paragraphs},
};

/// A reason or a finding in an officer's words.
pub type Reason = Paragraphs<2000>;

/// The number of a document or certificate: `聊见义确〔2026〕1号`.
pub type DocumentNumber = Line<60>;

/// What one procedure brings to the engine. An implementation is a type without a value.
///
/// Every function that takes a condition, an act, a clock or a state matches it exhaustively, so that
/// what a row names and nobody handles does not compile.
pub trait Procedure: Debug + Clone + Copy + PartialEq + Eq + Send + Sync + 'static {
    /// Its name: the last part of `/v1/procedures/{name}`, the column `procedure`, and what its events
    /// begin with.
    const NAME: &'static str;
    /// Every line of the table. A step is possible in a state if and only if a line here says so.
    const TABLE: &'static [Row<Self>];
    /// The state in which a case is opened.
    const OPENS_IN: Self::State;
    /// What is due from the day of receipt.
    const OPENING_CLOCKS: &'static [Self::Clock];
    /// The document that the opening calls for.
    const OPENING_DOCUMENT: Option<Self::Document>;

    /// The id of a file, which holds one or more cases.
    type FileId: Id;
    /// Whom a case is about.
    type About: About;
    /// How far a case has come.
    type State: NamedEnum;
    /// Its own steps.
    type Step: NamedEnum;
    /// What its own steps bring with them.
    type Act: Debug + Clone + PartialEq + Eq + Send + Sync;
    /// What has to hold besides what the engine asks for.
    type Condition: Asks;
    /// What its clocks measure.
    type Clock: Term;
    /// What it decides.
    type Outcome: NamedEnum;
    /// Why it refuses, in a word.
    type RefusalCode: NamedEnum;
    /// The documents that its steps call for, printed or not.
    type Document: NamedEnum;
    /// What only this procedure keeps of a case.
    type Record: Debug + Clone + PartialEq + Eq + Send + Sync + Serialize + DeserializeOwned;
    /// What the cases of one file share: what happened.
    type Subject: Debug + Clone + PartialEq + Eq + Send + Sync + Serialize + DeserializeOwned;
    /// What is known of a case: the input of its rules.
    type Facts: Debug + Clone + PartialEq + Send + Sync + Serialize + DeserializeOwned;
    /// What the newest receipt says, as far as the procedure goes by it.
    type Rules: Debug + Clone + Copy + PartialEq + Eq + Send + Sync;

    /// The scope in a token.
    fn scope(scope: Scope) -> &'static str;

    /// The step that an act takes.
    fn step(act: &Self::Act) -> Self::Step;

    /// Whether the caller enters the day on which it happened.
    fn is_dated(step: Self::Step) -> bool;

    /// That day.
    fn entered(act: &Self::Act) -> Option<&Entered>;

    /// The first day on which what is entered can have happened; none where nothing bounds it.
    fn earliest(
        case: &Case<Self>,
        act: &Self::Act,
        context: &Context<'_, Self>,
    ) -> Option<NaiveDate>;

    /// The party whose clock a step starts or stops.
    fn party(act: &Self::Act) -> Option<Party>;

    /// Whether a party gives something up by a step, such as a remedy.
    fn waives(_step: Self::Step) -> bool {
        false
    }

    /// By what word the party does so.
    fn word(_act: &Self::Act) -> Option<&Word> {
        None
    }

    /// Whether a paper that stands names the person, so that the identity is no longer corrected in the
    /// person's file alone.
    fn is_named(case: &Case<Self>) -> bool;

    /// The number that somebody brings for the document of a step.
    fn number(act: &Self::Act) -> Option<&DocumentNumber>;

    /// The number of the decision that a step makes, where an officer gives it.
    fn decision_number(act: &Self::Act) -> Option<&DocumentNumber>;

    /// Whether a condition holds. `act` is there for conditions of [`ConditionKind::Input`]. Only a
    /// date that cannot be reckoned is an error.
    fn holds(
        condition: Self::Condition,
        case: &Case<Self>,
        act: Option<&Self::Act>,
        context: &Context<'_, Self>,
    ) -> Result<Answer, CalendarError>;

    /// Writes what a step brings with it into the case; state, clocks and history aside. `paper` is the
    /// number of the document that the row issues.
    fn write(
        case: &mut Case<Self>,
        command: &Command<Self>,
        act: &Self::Act,
        paper: Option<&DocumentNumber>,
        context: &Context<'_, Self>,
    );

    /// The state to which a case goes back when it is looked at again.
    fn reassessed(case: &Case<Self>) -> Self::State;

    /// Whether a state is final: nobody waits for anything in it.
    fn is_final(state: Self::State) -> bool;

    /// Why the facts of a case can no longer be put right; none while they can.
    fn facts_stand(case: &Case<Self>) -> Option<FactsStand>;

    /// Takes into the record what a correction of the subject means for it.
    fn correct(record: &mut Self::Record, subject: &Self::Subject);

    /// Takes into the record what has become known of the person.
    fn learn(_record: &mut Self::Record, _facts: &Self::Facts) {}

    /// What is open in the record of a case that ended without a decision is closed before it goes on.
    fn continued(_case: &mut Case<Self>) {}

    /// The clock that runs in the present state although nobody took a step that started it: a target
    /// day, or what follows from the end of another clock. It is reckoned while it runs and written
    /// down by the step that stops it.
    fn follows(case: &Case<Self>, context: &Context<'_, Self>) -> Option<Clock<Self::Clock>>;

    /// The clocks that [`Self::follows`] can give in a state.
    fn following(state: Self::State) -> &'static [Self::Clock];

    /// Why clocks of a kind pause, each reason with its rule.
    fn pauses(kind: Self::Clock, policy: &Policy) -> Vec<(Pause, RuleId)>;

    /// Whether a reason of the procedure's own to pause a clock holds on a day. The engine itself looks
    /// whether the case is suspended or transferred.
    fn is_paused(why: Pause, case: &Case<Self>, on: NaiveDate, context: &Context<'_, Self>)
    -> bool;

    /// Whether a decision can be delivered to a party: not to somebody who has died.
    fn is_reached(_case: &Case<Self>, _party: Party) -> bool {
        true
    }

    /// What follows from the passing of time alone.
    fn lapse(_case: &mut Case<Self>, _on: NaiveDate, _context: &Context<'_, Self>) {}

    /// The day on which a clock stops that a step on `on` stops.
    fn stopped_on(
        _case: &Case<Self>,
        _clock: Self::Clock,
        on: NaiveDate,
        _context: &Context<'_, Self>,
    ) -> NaiveDate {
        on
    }

    /// What a step creates besides.
    fn consequence(_step: Step<Self::Step>) -> Option<CaseEvent<Self>> {
        None
    }

    /// What a stored receipt says; none where it answers another question.
    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<Self::Rules>;

    /// The facts as the rules take them.
    fn to_rules(facts: &Self::Facts) -> Facts;

    /// The facts of a stored receipt; none where it answers another question.
    fn facts_of(receipt: &Receipt) -> Option<Self::Facts>;

    /// The facts with what the case itself has come to know, such as evidence.
    fn renewed(facts: &Self::Facts, case: &Case<Self>) -> Self::Facts;

    /// Since when a paper is void; none while it is valid.
    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate>;

    /// What a paper says; none where the case holds nothing to say.
    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet>;
}
