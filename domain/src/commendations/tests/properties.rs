use proptest::{option, prelude::*, sample::select};

use super::*;
use crate::{
    policy::{AuthorityKind, CommendationForm, CommendationKind, PolicySet},
    receipts::samples::{assert_sound, assert_stays, example_city, in_force, region, toothless},
};

fn grades() -> impl Strategy<Value = Option<Grade>> {
    option::of((0..=4_u8).prop_map(|value| Grade::new(value).unwrap()))
}

fn title_ids() -> impl Strategy<Value = TitleId> {
    select(vec![
        "national_hero",
        "shandong_hero",
        "shandong_model_group",
        "liaocheng_model",
        "liaocheng_yishi",
        "county_group",
        "testville_star",
        "no_such_title",
    ])
    .prop_map(TitleId::new)
}

fn held() -> impl Strategy<Value = HeldTitle> {
    (select(HonourLevel::ALL), title_ids(), any::<bool>()).prop_map(|(level, title, same_deed)| {
        HeldTitle {
            level,
            title,
            same_deed,
        }
    })
}

fn bodies() -> impl Strategy<Value = GrantingBody> {
    let names = select(vec![
        "测试单位",
        "山东省人民政府",
        "聊城市人民政府",
        "聊城市见义勇为基金会",
        "临清市委政法委",
    ]);
    let regions = option::of(select(vec![
        "370000", "371500", "371581", "370100", "999999",
    ]));
    (names, select(AuthorityKind::ALL), regions).prop_map(|(name, kind, code)| GrantingBody {
        name: name.to_owned(),
        kind,
        region: code.map(region),
    })
}

fn criteria() -> impl Strategy<Value = TierFacts> {
    (
        select(Recipient::ALL),
        grades(),
        grades(),
        option::of(select(Harm::ALL)),
        grades(),
        option::of(select(InfluenceArea::ALL)),
    )
        .prop_map(
            |(recipient, risk, cost, harm, loss_averted, influence)| TierFacts {
                recipient,
                risk,
                cost,
                harm,
                loss_averted,
                influence,
                ..complete()
            },
        )
}

prop_compose! {
    fn facts()(
        base in criteria(),
        standing in option::of(select(ConfirmationStatus::ALL)),
        titles_held in option::of(prop::collection::vec(held(), 0..3)),
        recommended_by in option::of(prop::collection::vec(select(HonourLevel::ALL), 0..3)),
        requested_level in option::of(select(HonourLevel::ALL)),
        requested_title in option::of(title_ids()),
        requested_kind in option::of(select(CommendationKind::ALL)),
        requested_form in option::of(select(CommendationForm::ALL)),
        granting_bodies in prop::collection::vec(bodies(), 0..3),
        award_name in option::of(select(vec!["全国勇士奖", "聊城市见义勇为基金会奖", "勇士奖", " "])),
        numbers in (any::<bool>(), option::of(0..4_u32)),
        handover in (any::<Option<bool>>(), option::of(select(Secrecy::ALL))),
    ) -> TierFacts {
        TierFacts {
            standing,
            titles_held,
            recommended_by,
            requested_level,
            requested_title,
            requested_kind,
            requested_form,
            granting_bodies,
            award_name: award_name.map(str::to_owned),
            approval_number: numbers.0.then(|| "测试1号".to_owned()),
            projects_this_year: numbers.1,
            accepted: handover.0,
            secrecy: handover.1,
            ..base
        }
    }
}

/// Complete cases in which some facts are replaced by arbitrary ones.
fn cases() -> impl Strategy<Value = TierFacts> {
    let keep = || prop::bool::weighted(0.8);
    let kept = (keep(), keep(), keep(), keep(), keep());
    (facts(), kept).prop_map(|(any, (standing, history, request, award, handover))| {
        let base = if request { complete() } else { any.clone() };
        let complete = complete();
        TierFacts {
            standing: if standing {
                complete.standing
            } else {
                any.standing
            },
            titles_held: if history {
                complete.titles_held
            } else {
                any.titles_held
            },
            recommended_by: if history {
                complete.recommended_by
            } else {
                any.recommended_by
            },
            award_name: if award {
                complete.award_name
            } else {
                any.award_name
            },
            accepted: if handover {
                complete.accepted
            } else {
                any.accepted
            },
            secrecy: if handover {
                complete.secrecy
            } else {
                any.secrecy
            },
            ..base
        }
    })
}

/// Every way to add one thing that was missing.
fn completions(facts: &TierFacts) -> Vec<TierFacts> {
    let better = |change: fn(&mut TierFacts)| {
        let mut facts = facts.clone();
        change(&mut facts);
        facts
    };
    vec![
        better(|facts| facts.standing = Some(ConfirmationStatus::Confirmed)),
        better(|facts| facts.recommended_by = Some(HonourLevel::ALL.to_vec())),
        better(|facts| {
            facts.titles_held.get_or_insert_default();
        }),
        better(|facts| facts.approval_number = Some("测试2号".to_owned())),
        better(|facts| facts.accepted = Some(true)),
        better(|facts| {
            facts.secrecy.get_or_insert(Secrecy::Open);
        }),
        better(|facts| facts.projects_this_year = Some(0)),
    ]
}

/// Every way to raise one criterion by a step.
fn raised(facts: &TierFacts) -> Vec<TierFacts> {
    let up = |grade: Option<Grade>| grade.and_then(|grade| Grade::new(grade.get() + 1));
    let wider = |area: InfluenceArea| InfluenceArea::ALL.iter().copied().find(|next| *next > area);
    let worse = |harm: Harm| Harm::ALL.iter().copied().find(|next| *next > harm);
    let base = || facts.clone();
    [
        up(facts.risk).map(|risk| TierFacts {
            risk: Some(risk),
            ..base()
        }),
        up(facts.cost).map(|cost| TierFacts {
            cost: Some(cost),
            ..base()
        }),
        up(facts.loss_averted).map(|loss| TierFacts {
            loss_averted: Some(loss),
            ..base()
        }),
        facts.influence.and_then(wider).map(|area| TierFacts {
            influence: Some(area),
            ..base()
        }),
        facts.harm.and_then(worse).map(|harm| TierFacts {
            harm: Some(harm),
            ..base()
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The facts with what is not known as it stands in others. What is asked for, and who is to grant it, is
/// no fact of the case.
fn filled(known: &TierFacts, others: &TierFacts) -> TierFacts {
    TierFacts {
        standing: known.standing.or(others.standing),
        risk: known.risk.or(others.risk),
        cost: known.cost.or(others.cost),
        harm: known.harm.or(others.harm),
        loss_averted: known.loss_averted.or(others.loss_averted),
        influence: known.influence.or(others.influence),
        titles_held: known.titles_held.clone().or(others.titles_held.clone()),
        recommended_by: known
            .recommended_by
            .clone()
            .or(others.recommended_by.clone()),
        approval_number: known
            .approval_number
            .clone()
            .or(others.approval_number.clone()),
        projects_this_year: known.projects_this_year.or(others.projects_this_year),
        accepted: known.accepted.or(others.accepted),
        secrecy: known.secrecy.or(others.secrecy),
        ..known.clone()
    }
}

proptest! {
    #[test]
    fn any_receipt_is_sound_and_replays(facts in cases()) {
        assert_sound(&judge(&facts), PolicySet::builtin());
        let policies = example_city();
        let receipt = evaluate_tier(&facts, in_force(policies), RegionTree::builtin(), day(TODAY));
        assert_sound(&receipt, policies);
    }

    #[test]
    fn score_and_level_never_fall_when_a_criterion_rises(facts in criteria()) {
        let before = judge(&facts);
        let before = effects_of(&before);
        for higher in raised(&facts) {
            let after = judge(&higher);
            let after = effects_of(&after);
            if before.score.total.is_some() && score::contradiction(&higher).is_none() {
                prop_assert!(after.score.total >= before.score.total);
                prop_assert!(after.suggested_level >= before.suggested_level);
            }
        }
    }

    #[test]
    fn adding_what_was_missing_never_worsens_the_proposal(facts in cases()) {
        let before = judge(&facts).proposal;
        for better in completions(&facts) {
            prop_assert!(judge(&better).proposal <= before, "{better:?}");
        }
    }

    #[test]
    fn nothing_is_refused_without_a_binding_source(facts in cases()) {
        let policies = toothless();
        let receipt = evaluate_tier(&facts, in_force(policies), RegionTree::builtin(), day(TODAY));
        prop_assert_ne!(receipt.proposal, Proposal::Refuse);
    }

    #[test]
    fn what_is_proposed_stays_whatever_the_unknown_facts_turn_out_to_be(
        known in cases(),
        others in facts(),
    ) {
        let filled = filled(&known, &others);
        // What contradicts itself is no way in which facts turn out.
        prop_assume!(score::contradiction(&filled).is_none());
        assert_stays(&Facts::Tier(known), &Facts::Tier(filled), day(TODAY));
    }
}
