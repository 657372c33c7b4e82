use super::*;
use crate::procedure::subject_stands;

fn mended(walk: &Walk) -> Result<(Case<Deed>, CaseEvent<Deed>), FactsStand> {
    let mended = incident(PartialDate::day(day("2026-02-19")).unwrap());
    walk.case
        .corrected(&mended, vec!["/occurred_on".to_owned()])
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
            walk.step(SharedAct::Suspension {
                pending: words("测试"),
            });
        },
    ];
    for step in open {
        step(&mut walk);
        let (case, events) = mended(&walk).unwrap();
        assert_eq!(
            case.record().occurred_on,
            PartialDate::day(day("2026-02-19")).unwrap()
        );
        assert_eq!(case.state(), walk.case.state());
        assert_eq!(case.clocks(), walk.case.clocks());
        assert_eq!(case.history(), walk.case.history());
        let fields = vec!["/occurred_on".to_owned()];
        assert_eq!(events, CaseEvent::Corrected { fields });
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
    assert_eq!(mended(&again), Err(FactsStand::Decided));
    let mut told = Walk::new();
    told.about_to_be_refused();
    assert_eq!(told.case.facts_stand(), None);
    told.told();
    assert_eq!(mended(&told), Err(FactsStand::Told));
    told.step(Act::NegativeAssessment {
        reason: words("事实须更正"),
    });
    assert_eq!(told.case.facts_stand(), None, "the party is told again");
    let mut withdrawn = Walk::filed_by(FiledBy::Actor, liaocheng().clone());
    withdrawn.withdrawn();
    assert_eq!(mended(&withdrawn), Err(FactsStand::Withdrawn));
}

#[test]
fn an_incident_is_put_right_for_its_open_cases_and_not_against_a_decided_one() {
    let open = Walk::new().case;
    let mut confirmed = Walk::new();
    confirmed.confirmed();
    let mut withdrawn = Walk::filed_by(FiledBy::Actor, liaocheng().clone());
    withdrawn.withdrawn();
    assert_eq!(subject_stands([&open, &withdrawn.case]), None);
    assert_eq!(
        subject_stands([&open, &confirmed.case]),
        Some(FactsStand::Decided)
    );
    assert_eq!(
        subject_stands([&withdrawn.case]),
        Some(FactsStand::Withdrawn)
    );
}

#[test]
fn once_accepted_only_an_impartial_officer_of_the_holder_or_of_the_city_puts_facts_right() {
    let city = region(CITY);
    let unmet = |case: &Case<Deed>, signer| -> Vec<&'static str> {
        let unmet = case.unmet_by(signer, city);
        unmet
            .into_iter()
            .map(|unmet| unmet.condition.as_str())
            .collect()
    };
    let mut walk = Walk::new();
    assert!(unmet(&walk.case, None).is_empty());
    walk.assessed();
    assert_eq!(unmet(&walk.case, None), ["officer", "seat"]);
    let neighbour = committee(1, OTHER_COUNTY);
    assert_eq!(unmet(&walk.case, Some(neighbour)), ["seat"]);
    for signer in [committee(1, COUNTY), committee(1, CITY)] {
        assert!(unmet(&walk.case, Some(signer)).is_empty());
    }
    walk.step(SharedAct::Recusal {
        person: Named::Officer(committee(2, COUNTY).officer),
        reason: words("测试"),
    });
    let recused = unmet(&walk.case, Some(committee(2, COUNTY)));
    assert_eq!(recused, ["not_recused"]);
}
