//! A kit for the tests of every procedure. A procedure says in [`Tried`] how its cases are opened and
//! what might be tried next; each function here is a promise of the engine that its tests ask for in
//! one line.

mod ends;
mod golden;
mod late;
mod papers;
mod people;
mod properties;
mod reached;
mod reasons;
mod sequences;
mod table;
mod trial;
mod waits;

pub(crate) use ends::{leads_to_an_end, no_dead_end};
pub(crate) use golden::golden;
pub(crate) use late::late_entry_never_shortens_a_right;
pub(crate) use papers::{Whom, paper, paper_of_group, papers_cite_only_what_binds};
pub(crate) use people::{
    CITY, COUNTY, OTHER_COUNTY, all_scopes, committee, foundation, holder, id, number, officer,
    words,
};
pub(crate) use properties::{
    apply_refuses_with_exactly_what_actions_says, no_sequence_leaves_the_table_or_loses_anything,
    the_sequences_reach_every_state_and_take_every_step,
};
pub(crate) use reasons::deciding_against_the_rules_is_reasoned;
pub(crate) use sequences::Attempt;
pub(crate) use table::{
    every_condition_is_asked_for_and_has_words, every_state_can_be_reached_and_every_open_one_left,
    every_step_stands_in_the_table_and_no_state_twice, whoever_signs_belongs_to_an_organisation,
};
pub(crate) use trial::{Trial, policy_of};
pub(crate) use waits::{every_clock_is_started_as_the_table_says, waits_are_on_a_worklist};

use super::{Act, Entered, Procedure, Reason, SharedStep, Step};
use crate::{
    policy::Policy,
    receipts::{Proposal, Receipt},
};

/// A Monday, on which the cases of the tests are received.
pub(crate) const RECEIVED: &str = "2026-03-02";

/// For whom an act speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// For the party.
    For,
    /// Against it.
    Against,
}

/// How far an act that speaks for or against the party goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// It says what the body intends; it gives the reason for what is decided on it.
    Opinion,
    /// It decides.
    Decision,
}

/// A procedure as its tests try it.
pub(crate) trait Tried: Procedure {
    /// What may be overwritten in a record, by the names of its members; everything else is only
    /// added to.
    const OVERWRITTEN: &'static [&'static str] = &[];

    /// The record of a new case.
    fn record() -> Self::Record;

    /// What happened, for papers.
    fn subject() -> Self::Subject;

    /// Receipts that a body may have before it, with findings of every kind, for papers.
    fn receipts(policy: &Policy) -> Vec<Receipt>;

    /// The policies under which cases are tried.
    fn policies() -> Vec<Policy>;

    /// What the rules say when they propose this, and nothing else is the matter.
    fn rules_for(proposal: Proposal) -> Self::Rules;

    /// What the rules may say on the way of a sequence, by a roll below 20.
    fn rules_at(roll: u8) -> Self::Rules;

    /// What they propose.
    fn proposal(rules: &Self::Rules) -> Proposal;

    /// Every act that might be tried next; `new` keeps new ids apart.
    fn candidates(trial: &Trial<Self>, new: u128) -> Vec<Act<Self>>;

    /// Whether a step brings a case on, so that sequences lead somewhere.
    fn is_onward(step: Step<Self::Step>) -> bool;

    /// Whether a party gives up with a step: no case may need that to come to an end.
    fn gives_up(step: Step<Self::Step>) -> bool {
        step == Step::Shared(SharedStep::Withdrawal)
    }

    /// The same act, as it happened on another day; none of an act without a day.
    fn dated(act: &Self::Act, entered: Entered) -> Option<Self::Act>;

    /// For whom an act speaks, and how far it goes; none of any other act.
    fn side(act: &Self::Act) -> Option<(Weight, Side)>;

    /// Why, in words, an act speaks for or against the party.
    fn reason(act: &Self::Act) -> Option<&Reason>;

    /// The same act without its reason; none where there is no such act.
    fn unreasoned(act: &Self::Act) -> Option<Self::Act>;
}
