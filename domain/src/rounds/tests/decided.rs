//! The decision with its annex, its corrections, the ceremony and the end.

use super::{
    tried::{Walk, ceremony, closing, decided, decision, paper, resolved},
    *,
};
use crate::procedure::testing::{number, words};
use crate::text::Paragraphs;

fn corrected(correction: Correction, known: Vec<Candidate>) -> Act {
    Act::DecisionCorrection {
        number: number("测见义更〔2026〕1号"),
        correction,
        reason: words("名单有误"),
        known,
    }
}

fn renaming(id: u128) -> Correction {
    Correction {
        renamed: vec![commendation(id)],
        ..Correction::default()
    }
}

fn annex(walk: &Walk) -> &Annex {
    walk.case.record().annex().unwrap()
}

#[test]
fn the_annex_counts_awards_people_and_deeds_apart() {
    let walk = decided();
    let annex = annex(&walk);
    assert_eq!(
        annex.totals(),
        Totals {
            groups: 1,
            individuals: 2,
            people: 4,
            deeds: 3
        }
    );
    let places: Vec<_> = annex
        .items
        .iter()
        .map(|item| (item.place, item.candidate.commendation))
        .collect();
    let wanted = [1, 2, 3].map(|number| (number, commendation(number.into())));
    assert_eq!(places, wanted);
}

#[test]
fn more_than_there_are_places_is_reasoned() {
    let mut walk = resolved();
    walk.case.record.call.titles[0].people = 1;
    assert_eq!(walk.stopped(decision(None)), ["places_kept"]);
    walk.clone().step(decision(Some("经批准增加")));
    walk.case.record.call.titles[0].people = 2;
    walk.case.record.call.unit_places = vec![(region(COUNTY), 2)];
    assert_eq!(walk.stopped(decision(None)), ["places_kept"]);
}

#[test]
fn tier_authority_a_joint_body_without_officers_here_signs_by_its_paper() {
    let mut walk = resolved();
    let league = body("测试团委", AuthorityKind::Government, COUNTY);
    walk.case.record.call.bodies.push(league);
    assert_eq!(walk.stopped(decision(None)), ["bodies_signed"]);
    let Act::Decision { number, reason, .. } = decision(None) else {
        unreachable!()
    };
    let signed = Act::Decision {
        number,
        signed_outside: vec![(line("测试团委"), paper(&walk))],
        reason,
    };
    walk.step(signed);
}

#[test]
fn tier_once_nobody_gets_one_title_twice_for_one_deed() {
    let mut walk = resolved();
    let first = walk.case.record.lists[0].candidates[0].clone();
    let second = &mut walk.case.record.lists[0].candidates[1];
    second.names = first.names;
    second.deed = first.deed;
    assert_eq!(walk.stopped(decision(None)), ["titles_once"]);
}

#[test]
fn a_correction_names_the_decision_and_replaces_its_annex() {
    let mut walk = decided();
    let renamed = Candidate {
        names: vec![line("测试甲乙")],
        ..person(1, "测试甲")
    };
    let left_out = person(4, "测试漏列");
    let correction = Correction {
        renamed: vec![commendation(1)],
        added: vec![commendation(4)],
        removed: vec![commendation(2)],
    };
    walk.step(corrected(correction, vec![renamed, left_out]));
    let annex = annex(&walk);
    let changed = annex.correction.as_ref().unwrap();
    assert_eq!(changed.corrects, number("测见义表〔2026〕1号"));
    let names: Vec<String> = annex
        .items
        .iter()
        .map(|item| item.candidate.names[0].to_string())
        .collect();
    assert_eq!(names, ["测试甲乙", "测试漏列", "测试丙"]);
    let places: Vec<u32> = annex.items.iter().map(|item| item.place).collect();
    assert_eq!(places, [1, 2, 3]);
    assert_eq!(walk.case.record().annexes.len(), 2, "the old one is kept");
}

#[test]
fn a_correction_corrects_something() {
    let walk = decided();
    for (correction, known) in [
        (Correction::default(), Vec::new()),
        // The name is the same.
        (renaming(1), vec![person(1, "测试甲")]),
        (renaming(9), vec![person(9, "测试外人")]),
        (
            Correction {
                added: vec![commendation(1)],
                ..Correction::default()
            },
            vec![person(1, "测试甲")],
        ),
        (
            Correction {
                added: vec![commendation(4)],
                ..Correction::default()
            },
            Vec::new(),
        ),
    ] {
        let unmet = walk.stopped(corrected(correction, known));
        assert!(unmet.contains(&"correction_fits"), "{unmet:?}");
    }
}

#[test]
fn who_was_left_out_and_noticed_after_the_end_is_still_honoured() {
    let mut walk = decided();
    let done = closing(&walk);
    walk.step(done);
    let correction = Correction {
        added: vec![commendation(4)],
        ..Correction::default()
    };
    walk.later(365)
        .step(corrected(correction, vec![person(4, "测试漏列")]));
    assert_eq!(walk.case.state(), State::Conferring);
    assert_eq!(walk.case.record().honoured().len(), 4);
}

#[test]
fn everybody_receives_or_is_absent_and_the_round_ends_with_all_conferred() {
    let mut walk = decided();
    let Act::Ceremony { mut plan, number } = ceremony(&walk) else {
        unreachable!()
    };
    let absent = plan.recipients.pop().unwrap();
    let with = |plan: &CeremonyPlan| Act::Ceremony {
        plan: Box::new(plan.clone()),
        number: number.clone(),
    };
    assert_eq!(walk.stopped(with(&plan)), ["recipients_complete"]);
    plan.absences.push(Absence {
        commendation: absent,
        reason: Paragraphs::parse("在外地").unwrap(),
        collector: Some(line("测试家属")),
    });
    let mut early = plan.clone();
    early.on = day("2026-01-01");
    assert_eq!(walk.stopped(with(&early)), ["ceremony_day"]);
    walk.step(with(&plan));
    assert_eq!(walk.case.state(), State::Conferring);
    let close = |unconferred| Act::Closing {
        unconferred,
        conferred: vec![commendation(1), commendation(2)],
    };
    assert_eq!(walk.stopped(close(Vec::new())), ["all_conferred"]);
    walk.step(close(vec![(commendation(3), words("本人在外，另行送达"))]));
    assert_eq!(walk.case.state(), State::Closed);
}
