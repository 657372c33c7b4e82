//! A case of which everything is known, with one thing or another changed: every rule says everything
//! that it can.
#![expect(
    clippy::unnecessary_wraps,
    reason = "the members that they fill are optional"
)]

use super::*;
use crate::{
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
