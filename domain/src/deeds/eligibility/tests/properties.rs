use chrono::{Days, NaiveDate};
use proptest::{option, prelude::*};
use uuid::Uuid;

use super::*;
use crate::{
    calendar::Precision,
    deeds::RefusalCode,
    ids::DeedId,
    receipts::{
        Proposal,
        samples::{assert_sound, assert_stays, example_city, finding, toothless},
    },
    regions::RegionCode,
};

fn regions() -> impl Strategy<Value = RegionCode> {
    prop::sample::select(vec![
        "371502", "371581", "LCDJ", "371523", "371500", "370000", "370612", "340104", "999999",
    ])
    .prop_map(region)
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0..5_600_u64).prop_map(|days| day("2012-12-01") + Days::new(days))
}

fn dates() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        1 => Just(PartialDate::UNKNOWN),
        2 => days().prop_map(|day| {
            PartialDate::parse(Precision::Month, Some(&day.format("%Y-%m").to_string())).unwrap()
        }),
        4 => days().prop_map(|day| PartialDate::day(day).unwrap()),
    ]
}

fn ages() -> impl Strategy<Value = AgeAtDeed> {
    (0..90_u32, 0..2_u32).prop_map(|(age, more)| AgeAtDeed {
        at_least: age,
        at_most: age + more,
    })
}

fn some<T: Copy + std::fmt::Debug + 'static>(
    values: &'static [T],
    most: usize,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(prop::sample::select(values), 0..=most)
}

fn one<T: Copy + std::fmt::Debug + 'static>(
    values: &'static [T],
) -> impl Strategy<Value = Option<T>> {
    option::weighted(0.8, prop::sample::select(values))
}

fn items() -> impl Strategy<Value = Vec<EvidenceItem>> {
    let kind = prop::sample::select(EvidenceKind::ALL);
    let item = (kind, any::<bool>()).prop_map(|(kind, verified)| EvidenceItem { kind, verified });
    prop::collection::vec(item, 0..4)
}

fn complexities() -> impl Strategy<Value = Option<Complexity>> {
    option::of(prop_oneof![
        Just(Complexity::Plain),
        Just(Complexity::Complex("测试理由".to_owned())),
    ])
}

prop_compose! {
    fn obstacles()(from in days(), length in 0..400_u64, city_decision in any::<Option<bool>>()) -> Obstacle {
        Obstacle { from, to: from + Days::new(length), city_decision }
    }
}

prop_compose! {
    fn what_happened()(
        act_types in some(ActType::ALL, 2),
        reasoned in any::<bool>(),
        duty in one(Duty::ALL),
        interests in some(Interest::ALL, 2),
        beneficiaries in option::of(some(Relation::ALL, 2)),
        lawfulness in one(Lawfulness::ALL),
        outcome in one(RescueOutcome::ALL),
        risk in option::of((0..=4_u8).prop_filter_map("a grade", Grade::new)),
        flags in any::<[Option<bool>; 3]>(),
    ) -> DeedFacts {
        let [crime_related, caused_danger, volunteer_service] = flags;
        DeedFacts {
            act_types,
            other_act_reason: reasoned.then(|| "测试理由".to_owned()),
            crime_related,
            duty,
            interests,
            beneficiaries,
            caused_danger,
            lawfulness,
            outcome,
            risk,
            volunteer_service,
            ..unsaid()
        }
    }
}

prop_compose! {
    fn facts()(
        what_happened in what_happened(),
        age_at_deed in option::of(ages()),
        home in option::of(regions()),
        occurred_on in dates(),
        place in option::of(regions()),
        further_counties in prop::collection::vec(regions(), 0..3),
        received_by in option::of(regions()),
        received_on in option::weighted(0.9, days()),
        filer in one(Filer::ALL),
        complexity in complexities(),
        obstacle in option::of(obstacles()),
        duplicates in option::of(0..3_u128),
        evidence in option::of(items()),
    ) -> DeedFacts {
        DeedFacts {
            age_at_deed,
            home,
            occurred_on,
            place: place.map(Place::Region),
            further_counties,
            received_by,
            received_on,
            filer,
            complexity,
            obstacle,
            possible_duplicates: duplicates
                .map(|count| (0..count).map(|id| DeedId::from(Uuid::from_u128(id))).collect()),
            evidence,
            ..what_happened
        }
    }
}

/// Complete cases in which some facts are replaced by arbitrary ones.
fn cases() -> impl Strategy<Value = DeedFacts> {
    (facts(), any::<[bool; 6]>()).prop_map(|(any, [act, person, dates, place, filing, proof])| {
        let mut facts = complete();
        if act {
            facts = DeedFacts {
                age_at_deed: facts.age_at_deed,
                home: facts.home,
                occurred_on: facts.occurred_on,
                place: facts.place,
                received_by: facts.received_by,
                received_on: facts.received_on,
                filer: facts.filer,
                complexity: facts.complexity,
                possible_duplicates: facts.possible_duplicates,
                evidence: facts.evidence,
                ..any.clone()
            };
            facts.obstacle = None;
            facts.further_counties.clear();
        }
        if person {
            facts.age_at_deed = any.age_at_deed;
            facts.home = any.home;
        }
        if dates {
            facts.occurred_on = any.occurred_on;
            facts.received_on = any.received_on;
            facts.complexity = any.complexity;
            facts.obstacle = any.obstacle;
        }
        if place {
            facts.place = any.place;
            facts.received_by = any.received_by;
            facts.further_counties = any.further_counties;
        }
        if filing {
            facts.filer = any.filer;
            facts.possible_duplicates = any.possible_duplicates;
        }
        if proof {
            facts.evidence = any.evidence;
        }
        facts
    })
}

/// Every way to add one thing that was missing.
fn completions(facts: &DeedFacts) -> Vec<DeedFacts> {
    let best = complete();
    let better = |change: &dyn Fn(&mut DeedFacts)| {
        let mut changed = facts.clone();
        change(&mut changed);
        changed
    };
    vec![
        better(&|facts| facts.act_types.push(ActType::Rescue)),
        better(&|facts| facts.duty = facts.duty.or(best.duty)),
        better(&|facts| facts.interests.push(Interest::Public)),
        better(&|facts| {
            let beneficiaries = facts.beneficiaries.get_or_insert_default();
            beneficiaries.push(Relation::Unrelated);
        }),
        better(&|facts| facts.caused_danger = facts.caused_danger.or(best.caused_danger)),
        better(&|facts| facts.lawfulness = facts.lawfulness.or(best.lawfulness)),
        better(&|facts| facts.risk = facts.risk.or(best.risk)),
        better(&|facts| facts.age_at_deed = facts.age_at_deed.or(best.age_at_deed)),
        better(&|facts| facts.filer = facts.filer.or(best.filer)),
        better(&|facts| {
            let reason = || Complexity::Complex("测试理由".to_owned());
            facts.complexity = facts.complexity.take().or_else(|| Some(reason()));
        }),
        better(&|facts| {
            if let Some(obstacle) = &mut facts.obstacle {
                obstacle.city_decision = obstacle.city_decision.or(Some(true));
            }
        }),
        better(&|facts| {
            let none = Vec::new;
            facts.possible_duplicates = facts.possible_duplicates.take().or_else(|| Some(none()));
        }),
        better(&|facts| {
            let evidence = facts.evidence.get_or_insert_default();
            evidence.push(item(EvidenceKind::PublicSecurity));
        }),
    ]
}

/// The facts with what is not known as it stands in others. Of a crime the kinds of act speak until somebody
/// says otherwise, who received a report is not a fact of the deed, and the day of the case is known.
fn filled(known: &DeedFacts, others: &DeedFacts) -> DeedFacts {
    fn one<T: Clone>(known: Option<&T>, other: Option<&T>) -> Option<T> {
        known.or(other).cloned()
    }
    fn list<T: Clone>(known: &[T], other: &[T]) -> Vec<T> {
        if known.is_empty() { other } else { known }.to_vec()
    }
    DeedFacts {
        act_types: list(&known.act_types, &others.act_types),
        other_act_reason: one(
            known.other_act_reason.as_ref(),
            others.other_act_reason.as_ref(),
        ),
        duty: known.duty.or(others.duty),
        interests: list(&known.interests, &others.interests),
        beneficiaries: one(known.beneficiaries.as_ref(), others.beneficiaries.as_ref()),
        caused_danger: known.caused_danger.or(others.caused_danger),
        lawfulness: known.lawfulness.or(others.lawfulness),
        outcome: known.outcome.or(others.outcome),
        risk: known.risk.or(others.risk),
        age_at_deed: known.age_at_deed.or(others.age_at_deed),
        volunteer_service: known.volunteer_service.or(others.volunteer_service),
        home: known.home.or(others.home),
        occurred_on: match known.occurred_on {
            PartialDate::UNKNOWN => others.occurred_on,
            known => known,
        },
        place: known.place.or(others.place),
        filer: known.filer.or(others.filer),
        complexity: one(known.complexity.as_ref(), others.complexity.as_ref()),
        obstacle: known.obstacle.map(|obstacle| Obstacle {
            city_decision: obstacle
                .city_decision
                .or(others.obstacle.and_then(|other| other.city_decision)),
            ..obstacle
        }),
        possible_duplicates: one(
            known.possible_duplicates.as_ref(),
            others.possible_duplicates.as_ref(),
        ),
        evidence: one(known.evidence.as_ref(), others.evidence.as_ref()),
        ..known.clone()
    }
}

proptest! {
    #[test]
    fn any_receipt_is_sound_and_replays(facts in cases()) {
        assert_sound(&judge(&facts), PolicySet::builtin());
        assert_sound(&judge_elsewhere(&facts), example_city());
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
        let policy = in_force(toothless());
        let receipt = evaluate(&facts, policy, Reference::builtin(), day(TODAY));
        prop_assert_ne!(receipt.proposal, Proposal::Refuse);
        prop_assert_ne!(effects_of(&receipt).route, Route::RefusalNotice);
    }

    #[test]
    fn what_a_rule_finds_against_a_deed_can_be_given_as_the_reason_of_a_refusal(facts in cases()) {
        let codes: Vec<&str> = RefusalCode::ALL.iter().map(|code| code.as_str()).collect();
        for finding in judge(&facts).findings {
            if finding.outcome == Outcome::NotMet {
                prop_assert!(codes.contains(&finding.code.as_str()), "{}", finding.code);
            }
        }
    }

    #[test]
    fn a_proposed_approval_has_no_duty_a_purpose_evidence_and_nothing_missing(facts in cases()) {
        let receipt = judge(&facts);
        if receipt.proposal == Proposal::Approve {
            prop_assert!(matches!(facts.duty, Some(Duty::None | Duty::BeyondStatutory)));
            prop_assert!(facts.interests.iter().any(|interest| *interest != Interest::Own));
            prop_assert!(facts.evidence.iter().flatten().any(|item| item.verified));
            prop_assert_eq!(&effects_of(&receipt).missing, &[]);
            prop_assert_eq!(effects_of(&receipt).transfer.unwrap_or_default(), false);
        }
    }

    #[test]
    fn filing_a_day_earlier_is_never_late_when_a_day_later_is_not(
        occurred in days(),
        later in 0..1_200_u64,
        complexity in complexities(),
    ) {
        // In between the window may be open: where days off that are not loaded decide.
        let is_late = |received| {
            let facts = with(|facts| {
                facts.occurred_on = PartialDate::day(occurred).unwrap();
                facts.received_on = Some(received);
                facts.complexity = complexity.clone();
            });
            let receipt = evaluate(&facts, liaocheng(), Reference::builtin(), day("2032-12-31"));
            finding(&receipt, RuleId::FileWindow).outcome == Outcome::NotMet
        };
        let received = occurred + Days::new(later);
        prop_assert!(!is_late(received) || is_late(received + Days::new(1)));
    }

    #[test]
    fn what_is_proposed_stays_whatever_the_unknown_facts_turn_out_to_be(
        known in cases(),
        others in facts(),
    ) {
        let filled = filled(&known, &others);
        assert_stays(&Facts::Deed(known), &Facts::Deed(filled), day(TODAY));
    }
}
