//! A case of which everything is known, with one thing or another changed: every rule says everything
//! that it can.
#![expect(
    clippy::unnecessary_wraps,
    reason = "the members that they fill are optional"
)]

use super::*;
use crate::{
    commendations::money::DeathBenefit,
    money::Fen,
    out_of_city::Kinship,
    policy::{
        AuthorityKind::{self, Foundation, Government, PoliticalLegalCommittee},
        CommendationForm, CommendationKind,
    },
    receipts::samples::{Variation, for_each, variations},
};

fn body(name: &str, kind: AuthorityKind) -> GrantingBody {
    GrantingBody {
        name: name.to_owned(),
        kind,
        region: None,
    }
}

fn title(id: &str) -> Option<TitleId> {
    Some(TitleId::new(id))
}

fn held(id: &str, level: HonourLevel) -> Option<Vec<HeldTitle>> {
    Some(vec![HeldTitle {
        level,
        title: TitleId::new(id),
        same_deed: true,
    }])
}

/// Somebody asks for a title that the city government grants, and everything is known.
pub(crate) fn request() -> TierFacts {
    TierFacts {
        requested_level: Some(HonourLevel::Municipal),
        requested_kind: Some(CommendationKind::StateAward),
        requested_form: Some(CommendationForm::Collective),
        granting_bodies: vec![body("聊城市人民政府", Government)],
        approval_number: Some("测试批〔2026〕1号".to_owned()),
        projects_this_year: Some(1),
        ..asking_for("liaocheng_model")
    }
}

/// With one fact less.
#[rustfmt::skip]
pub(crate) fn missing() -> Vec<Variation<TierFacts>> {
    variations!(request();
        standing = None;
        risk = None;
        cost = None;
        harm = None;
        loss_averted = None;
        influence = None;
        titles_held = None;
        recommended_by = None;
        approval_number = None;
        approval_number = Some(" ".to_owned());
        projects_this_year = None;
        accepted = None;
        secrecy = None;
        requested_level = None;
        requested_title = None;
        requested_kind = None;
        requested_form = None;
        granting_bodies = Vec::new();
        nominated_on = None;
    )
}

/// Titles that ask for others, or for more before there is a sum.
#[rustfmt::skip]
fn terms() -> Vec<Variation<TierFacts>> {
    let other_deed = |id: &str| Some(vec![HeldTitle { level: HonourLevel::Provincial, title: TitleId::new(id), same_deed: false }]);
    variations!(complete();
        requested_title = title("liaocheng_active");
        requested_title = title("liaocheng_active"), titles_held = None;
        requested_title = title("liaocheng_active"), titles_held = held("county_model_award", HonourLevel::County);
        requested_title = title("shandong_model"), recommended_by = Some(vec![HonourLevel::Municipal]), titles_held = other_deed("shandong_model");
        requested_title = title("national_brave");
        requested_title = title("liaocheng_advanced"), harm = None;
    )
}

fn member(standing: ConfirmationStatus, harm: Harm, share: Option<i64>) -> MemberFacts {
    MemberFacts {
        standing: Some(standing),
        accepted: Some(true),
        harm: Some(harm),
        share: share.map(|fen| Fen::new(fen).unwrap()),
    }
}

/// Two confirmed members of one incident who share a sum that does not divide.
pub(crate) fn of_a_group() -> TierFacts {
    let member = |share| member(ConfirmationStatus::Confirmed, Harm::None, Some(share));
    TierFacts {
        recipient: Recipient::Group,
        award: Some(AwardFacts {
            group: Some(GroupFacts {
                one_incident: Some(true),
                members: vec![member(500_001), member(500_000)],
                sum: Fen::new(1_000_001).ok(),
            }),
            ..AwardFacts::default()
        }),
        ..asking_for("liaocheng_group")
    }
}

/// Somebody died in the deed, and all that follows is decided.
pub(crate) fn of_the_dead() -> TierFacts {
    TierFacts {
        harm: Some(Harm::Died),
        cost: Some(grade(4)),
        award: Some(AwardFacts {
            death: Some(DeathFacts {
                died_on: Some(day("2025-07-01")),
                recipient: Some(Kinship::Spouse),
                nearer_kin: None,
                agreed_in_writing: Some(true),
                referred_on: Some(day("2025-07-03")),
                martyr: Some(false),
                work_death: Some(false),
                granted: vec![DeathBenefit::LumpSum],
            }),
            ..AwardFacts::default()
        }),
        ..asking_for("liaocheng_model")
    }
}

pub(crate) fn group(change: impl Fn(&mut GroupFacts)) -> Option<AwardFacts> {
    let mut award = of_a_group().award.unwrap();
    change(award.group.as_mut().unwrap());
    Some(award)
}

pub(crate) fn death(change: impl Fn(&mut DeathFacts)) -> Option<AwardFacts> {
    let mut award = of_the_dead().award.unwrap();
    change(award.death.as_mut().unwrap());
    Some(award)
}

/// Awards to groups, and for those who died.
#[rustfmt::skip]
fn awards() -> Vec<Variation<TierFacts>> {
    use ConfirmationStatus::{Confirmed, NotConfirmed};
    let mut all = variations!(of_a_group();
        award = group(|_| {});
        award = Some(AwardFacts::default());
        award = group(|it| it.one_incident = Some(false));
        award = group(|it| it.one_incident = None);
        award = group(|it| it.members[1].standing = Some(NotConfirmed));
        award = group(|it| it.members[1].standing = None);
        award = group(|it| it.members.push(member(NotConfirmed, Harm::None, None)));
        award = group(|it| it.members[1].accepted = Some(false));
        award = group(|it| it.members[1].share = None);
        award = group(|it| it.members[1].share = Fen::new(500_001).ok());
        award = group(|it| it.sum = None);
        award = group(|it| it.members[1].harm = None);
        award = group(|it| it.members[1] = member(Confirmed, Harm::Died, Some(500_000)));
    );
    all.extend(variations!(of_the_dead();
        award = death(|_| {});
        award = Some(AwardFacts::default());
        award = death(|it| it.recipient = None);
        award = death(|it| it.recipient = Some(Kinship::Sibling));
        award = death(|it| { it.recipient = Some(Kinship::Sibling); it.nearer_kin = Some(true); });
        award = death(|it| { it.recipient = Some(Kinship::Sibling); it.nearer_kin = Some(false); });
        award = death(|it| it.agreed_in_writing = None);
        award = death(|it| it.referred_on = None);
        award = death(|it| it.martyr = None);
        award = death(|it| it.martyr = Some(true));
        award = death(|it| it.granted = vec![DeathBenefit::Martyr, DeathBenefit::LumpSum]);
        award = death(|it| { it.martyr = Some(true); it.granted = vec![DeathBenefit::Martyr]; });
        award = death(|it| it.died_on = None);
        award = death(|it| it.died_on = Some(day("2026-02-01")));
    ));
    all
}

/// What the rules make of one fact or another.
#[rustfmt::skip]
pub(crate) fn all() -> Vec<Variation<TierFacts>> {
    let (request_case, advice) = (request(), complete());
    let mut all = vec![
        Variation { name: "a request of which everything is known".to_owned(), facts: request() },
        Variation { name: "advice on a deed of which everything is known".to_owned(), facts: complete() },
    ];
    all.extend(missing());
    all.extend(for_each(&advice, "standing", ConfirmationStatus::ALL, |facts, standing| facts.standing = Some(standing)));
    all.extend(for_each(&advice, "harm", Harm::ALL, |facts, harm| facts.harm = Some(harm)));
    all.extend(for_each(&advice, "influence", InfluenceArea::ALL, |facts, area| facts.influence = Some(area)));
    all.extend(for_each(&advice, "recipient", Recipient::ALL, |facts, recipient| facts.recipient = recipient));
    all.extend(for_each(&advice, "requested_form", CommendationForm::ALL, |facts, form| facts.requested_form = Some(form)));
    all.extend(for_each(&advice, "secrecy", Secrecy::ALL, |facts, secrecy| facts.secrecy = Some(secrecy)));
    all.extend(for_each(&advice, "requested_level", HonourLevel::ALL, |facts, level| facts.requested_level = Some(level)));
    all.extend(for_each(&request_case, "requested_title", &["no_such_title", "liaocheng_yishi", "liaocheng_group", "shandong_hero", "county_model"], |facts, id| facts.requested_title = title(id)));
    all.extend(variations!(complete();
        risk = None;
        risk = Grade::new(0), loss_averted = Grade::new(0);
        influence = Some(InfluenceArea::County), harm = Some(Harm::Died), cost = None;
        influence = Some(InfluenceArea::County), harm = Some(Harm::Died), cost = None, requested_level = Some(HonourLevel::Municipal);
        harm = Some(Harm::None), cost = Grade::new(4);
        harm = Some(Harm::Died), cost = Grade::new(0);
        recipient = Recipient::Group, harm = Some(Harm::Died), cost = None;
        recommended_by = Some(Vec::new());
        recommended_by = None;
        titles_held = held("liaocheng_model", HonourLevel::Municipal);
        titles_held = held("testville_star", HonourLevel::County);
        titles_held = held("testville_star", HonourLevel::Municipal), requested_title = title("testville_star");
        titles_held = None;
        award_name = Some("聊城市见义勇为基金会年度奖".to_owned()), granting_bodies = vec![body("聊城市见义勇为基金会", Foundation)];
        award_name = Some("年度勇士奖".to_owned()), granting_bodies = vec![body("聊城市见义勇为基金会", Foundation)];
        award_name = Some("全国勇士奖".to_owned()), granting_bodies = vec![body("聊城市见义勇为基金会", Foundation)];
        award_name = Some("全国勇士奖".to_owned()), risk = None;
        granting_bodies = vec![body("聊城市见义勇为基金会", Foundation)];
        requested_form = Some(CommendationForm::Joint), granting_bodies = vec![body("聊城市委政法委", PoliticalLegalCommittee), body("聊城市见义勇为基金会", Foundation)];
        accepted = Some(false);
        accepted = None;
        secrecy = None;
    ));
    all.extend(terms());
    all.extend(awards());
    all.extend(variations!(request();
        recommended_by = Some(Vec::new());
        projects_this_year = Some(2);
        requested_level = Some(HonourLevel::Provincial);
        risk = Grade::new(0), loss_averted = Grade::new(0);
        titles_held = held("liaocheng_model_award", HonourLevel::Municipal);
        granting_bodies = vec![body("冠县人民政府", Government)];
        granting_bodies = vec![body("测试人民政府", Government)];
        granting_bodies = vec![body("聊城市人民政府", Government), body("冠县人民政府", Government)];
        requested_title = title("liaocheng_active");
        requested_title = title("liaocheng_active"), requested_kind = None;
        requested_kind = None, granting_bodies = vec![body("聊城市委政法委", PoliticalLegalCommittee)];
        requested_kind = None, granting_bodies = vec![body("聊城市委政法委", PoliticalLegalCommittee), body("聊城市见义勇为基金会", Foundation)];
    ));
    all
}
