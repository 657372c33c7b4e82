use super::*;

fn mended(walk: &Walk) -> Result<(ActorCase, Happened), FactsStand> {
    let mended = PartialDate::day(day("2026-02-19")).unwrap();
    walk.case.corrected(mended, vec!["/occurred_on".to_owned()])
}

#[test]
fn facts_are_put_right_until_the_case_is_decided_and_no_clock_changes() {
    let mut walk = Walk::new();
    let open: [fn(&mut Walk); 4] = [
        |_| {},
        |walk| {
            walk.assessed();
        },
        |walk| {
            walk.step(Act::PositiveAssessment { reason: None });
        },
        |walk| {
            walk.step(Act::Suspension {
                pending: words("测试"),
            });
        },
    ];
    for step in open {
        step(&mut walk);
        let (case, happened) = mended(&walk).unwrap();
        assert_eq!(
            case.occurred_on(),
            PartialDate::day(day("2026-02-19")).unwrap()
        );
        assert_eq!(case.state(), walk.case.state());
        assert_eq!(case.clocks(), walk.case.clocks());
        assert_eq!(case.history(), walk.case.history());
        let fields = vec!["/occurred_on".to_owned()];
        assert_eq!(happened, Happened::Corrected { fields });
    }
}

#[test]
fn facts_stand_under_a_notice_after_a_decision_and_after_a_withdrawal() {
    let mut published = Walk::new();
    published.published();
    assert_eq!(mended(&published), Err(FactsStand::Published));
    let mut confirmed = Walk::new();
    confirmed.confirmed();
    assert_eq!(mended(&confirmed), Err(FactsStand::Decided));
    let mut refused = Walk::new();
    refused.refused();
    assert_eq!(mended(&refused), Err(FactsStand::Decided));
    let mut again = Walk::new();
    again.in_reconfirmation();
    assert_eq!(again.case.facts_stand(), None, "the next level looks anew");
    let mut withdrawn = Walk::filed_by(FiledBy::Actor, liaocheng().clone());
    withdrawn.step(Act::Withdrawal);
    assert_eq!(mended(&withdrawn), Err(FactsStand::Withdrawn));
}

#[test]
fn an_incident_is_put_right_for_its_open_cases_and_not_against_a_decided_one() {
    let open = Walk::new().case;
    let mut confirmed = Walk::new();
    confirmed.confirmed();
    let mut withdrawn = Walk::filed_by(FiledBy::Actor, liaocheng().clone());
    withdrawn.step(Act::Withdrawal);
    assert_eq!(incident_stands([&open, &withdrawn.case]), None);
    assert_eq!(
        incident_stands([&open, &confirmed.case]),
        Some(FactsStand::Decided)
    );
    assert_eq!(
        incident_stands([&withdrawn.case]),
        Some(FactsStand::Withdrawn)
    );
}
