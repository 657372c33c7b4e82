//! What is said of an origin may contradict itself, and a check settles it.

use super::tried::{Walk, check};
use super::*;
use crate::{
    policy::OriginBasis::{BirthOnly, HukouNow, HukouPast, Jiguan},
    procedure::{
        Procedure as _,
        testing::{CITY, words},
    },
    receipts::{
        Outcome::{Met, Unknown},
        RuleId,
        samples::{assert_finding, finding},
    },
};

fn from(claims: &[(OriginBasis, &str)]) -> OutOfCityFacts {
    OutOfCityFacts {
        origin_claims: claims
            .iter()
            .map(|(basis, code)| claim(*basis, code))
            .collect(),
        ..complete()
    }
}

#[test]
fn two_places_of_which_a_person_has_one_are_looked_into() {
    for basis in [HukouNow, Jiguan, BirthOnly] {
        let receipt = judge(&from(&[(basis, "371581"), (basis, "340104")]));
        assert_finding(&receipt, RuleId::OutOrigin, Unknown, "origins_contradict");
        assert_finding(&receipt, RuleId::OutElig, Unknown, "eligibility_open");
        assert_eq!(receipt.proposal, Proposal::Review);
    }
    let receipt = judge(&from(&[(HukouNow, "371581"), (HukouNow, "371502")]));
    let reason = &finding(&receipt, RuleId::OutOrigin).reason;
    assert_eq!(
        (reason.zh.as_str(), reason.en.as_str()),
        (
            "所填现户籍既在山东省聊城市临清市，又在山东省聊城市东昌府区，一人只有一处，请核对。",
            "The present household register is said to be both in Linqing, Liaocheng, Shandong Province and in Dongchangfu District, Liaocheng, Shandong Province; a person has one. Please check."
        )
    );
}

#[test]
fn places_that_may_be_one_and_bases_that_may_be_many_contradict_nothing() {
    for claims in [
        [(HukouNow, "371581"), (HukouNow, "371500")],
        [(HukouNow, "370000"), (HukouNow, "371581")],
        [(HukouNow, "371523"), (HukouNow, "371503")],
        [(HukouNow, "LCDJ"), (HukouNow, "371502")],
        [(HukouNow, "371502"), (HukouNow, "LCDJ")],
        [(HukouNow, "371581"), (HukouNow, "371581")],
        [(HukouPast, "371581"), (HukouPast, "340104")],
        [(HukouNow, "340104"), (Jiguan, "371581")],
    ] {
        let receipt = judge(&from(&claims));
        assert_finding(&receipt, RuleId::OutOrigin, Met, "origin_proven");
        assert_eq!(receipt.proposal, Proposal::Approve, "{claims:?}");
    }
}

#[test]
fn a_check_settles_what_was_said_before() {
    let mut walk = Walk::new();
    walk.case.record.origin = from(&[(HukouPast, "340104"), (HukouNow, "340104")])
        .origin_claims
        .into_iter()
        .map(|claim| (claim, None))
        .collect();
    walk.step(Act::Acceptance).step(Act::OriginClaim {
        claim: claim(HukouNow, "371581"),
        proof: None,
    });
    let known = |walk: &Walk| Recognition::renewed(&complete(), &walk.case).origin_claims;
    assert_eq!(known(&walk).len(), 3);
    let mut refuted = walk.clone();
    walk.step(check(true).0);
    assert_eq!(
        known(&walk),
        [claim(HukouPast, "340104"), claim(HukouNow, "371581")]
    );
    refuted.step(check(false).0);
    let claims = known(&refuted);
    let proven: Vec<bool> = claims.iter().map(|claim| claim.proof_present).collect();
    assert_eq!(proven, [true, true, false]);
    // What comes back without its proof is no other claim.
    let facts = Recognition::renewed(&complete(), &refuted.case);
    let learned = refuted.case.learned(&facts);
    assert_eq!(learned.record().origin.len(), 3);
    let newer = OutOfCityFacts {
        origin_claims: vec![claim(Jiguan, "371581")],
        ..facts
    };
    assert_eq!(refuted.case.learned(&newer).record().origin.len(), 4);
}

#[test]
fn a_refusal_for_an_origin_that_the_check_did_not_bear_out_agrees_with_the_receipt() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance).step(check(false).0).at(CITY);
    let facts = Recognition::renewed(&complete(), &walk.case);
    let receipt = judge(&facts);
    assert_finding(&receipt, RuleId::OutOrigin, Unknown, "origin_proof_missing");
    let rules = Recognition::rules(walk.rules.unwrap().receipt, &receipt).unwrap();
    let refusal = Refusal {
        code: RefusalCode::OriginNotProven,
        reason: words("户籍机关查无此人"),
        deviation: None,
    };
    let agrees = refusal.agrees(refusal.code.rule(), rules.satisfied, Some(rules.proposal));
    assert_eq!(agrees, crate::procedure::Answer::Met);
}
