//! What the engine promises of every procedure, asked of this one; and what only this one promises.

use super::*;
use crate::procedure::testing;

#[test]
fn whatever_waits_stands_on_a_worklist() {
    testing::waits_are_on_a_worklist::<Deed>();
    testing::every_clock_is_started_as_the_table_says::<Deed>();
}

#[test]
fn no_state_is_a_dead_end() {
    testing::no_dead_end::<Deed>();
}

#[test]
fn a_refusal_of_the_city_comes_to_an_end_though_the_province_has_no_login() {
    let mut walk = Walk::held_by(CITY, FiledBy::Actor, liaocheng().clone());
    walk.refused().delivered(Party::Actor);
    let request = walk.request(Party::Actor);
    walk.step(request);
    assert_eq!(walk.case.holder(), holder("370000"));
    assert!(testing::leads_to_an_end(&walk));
}

#[test]
fn late_entry_never_shortens_a_right() {
    testing::late_entry_never_shortens_a_right::<Deed>();
}

#[test]
fn deciding_against_the_rules_is_reasoned_and_signed_by_two() {
    testing::deciding_against_the_rules_is_reasoned::<Deed>();
}

#[test]
fn papers_cite_only_what_binds() {
    testing::papers_cite_only_what_binds::<Deed>();
}

#[test]
fn no_sequence_of_commands_leaves_the_table_or_loses_anything() {
    testing::no_sequence_leaves_the_table_or_loses_anything::<Deed>(assert_due_process);
}

#[test]
fn apply_refuses_with_exactly_what_actions_says() {
    testing::apply_refuses_with_exactly_what_actions_says::<Deed>();
}

#[test]
fn the_sequences_reach_every_state_and_take_every_step() {
    testing::the_sequences_reach_every_state_and_take_every_step::<Deed>();
}

#[test]
fn golden_the_table_is_the_one_that_was_read_against_the_law() {
    testing::golden::<Deed>("deed");
}

/// Confirmed only after a whole notice without an objection that is open or upheld, or after a
/// decision to leave it out; refused only after a prior notice that was answered or has lapsed.
fn assert_due_process(walk: &Walk, step: AnyStep<Step>) {
    let case = &walk.case;
    match step {
        AnyStep::Own(Step::Confirmation) => {
            let opinion = case.record().opinion().unwrap();
            assert_eq!(opinion.kind, OpinionKind::Positive);
            if opinion.waiver.is_some() {
                assert!(case.restricted());
                return;
            }
            let notice = opinion.publication.as_ref().unwrap();
            assert!((walk.today - notice.from).num_days() > 7);
            assert!(notice.taken_down_on.is_none());
            assert!(notice.objections.iter().all(|objection| {
                let outcome = objection.outcome.as_ref();
                outcome.is_some_and(|outcome| !outcome.upheld)
            }));
        }
        AnyStep::Own(Step::Refusal) => {
            let opinion = case.record().opinion().unwrap();
            assert_eq!(opinion.kind, OpinionKind::Negative);
            let prior_notice = opinion.prior_notice.as_ref().unwrap();
            let waited = (walk.today - prior_notice.notified_on).num_days();
            assert!(prior_notice.reply.is_some() || waited > 5);
        }
        _ => {}
    }
}
