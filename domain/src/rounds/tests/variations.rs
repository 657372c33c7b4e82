//! A round of which everything is known, with one thing or another changed.

use super::*;
use crate::receipts::samples::{Variation, variations};

/// The city's government is to make a state award.
pub(crate) fn state_award() -> RoundFacts {
    RoundFacts {
        kind: CommendationKind::StateAward,
        titles: Vec::new(),
        granting_bodies: vec![GrantingBody {
            name: "聊城市人民政府".to_owned(),
            kind: AuthorityKind::Government,
            region: Some(region(CITY)),
        }],
        approval_number: Some("测表办〔2026〕1号".to_owned()),
        ..facts()
    }
}

fn one_body() -> Vec<GrantingBody> {
    facts().granting_bodies.into_iter().take(1).collect()
}

fn foundation_alone() -> RoundFacts {
    RoundFacts {
        granting_bodies: facts().granting_bodies.into_iter().skip(1).collect(),
        titles: Vec::new(),
        ..facts()
    }
}

fn number() -> Option<String> {
    None
}

pub(crate) fn all() -> Vec<Variation<RoundFacts>> {
    let mut all = variations!(facts();
        form = CommendationForm::Collective;
        form = CommendationForm::Joint;
        form = CommendationForm::Joint, granting_bodies = one_body();
        granting_bodies = one_body();
        granting_bodies = Vec::new();
        titles = Vec::new();
        titles = vec![title("shandong_model")];
        titles = vec![title("county_model")];
        organiser_level = AuthorityLevel::County;
        organiser_level = AuthorityLevel::Township;
        organiser_level = AuthorityLevel::Provincial;
        organiser_level = AuthorityLevel::National;
        level = HonourLevel::National;
        name = "全国见义勇为评选".to_owned();
    );
    all.extend(variations!(state_award();
        kind = CommendationKind::StateAward;
        approval_number = number();
        projects_this_year = None;
        projects_this_year = Some(2);
        last_held = Some(2024);
        last_held = Some(2020);
    ));
    all.extend(variations!(foundation_alone();
        name = "见义勇为奖".to_owned();
        name = "聊城市见义勇为基金会见义勇为奖".to_owned();
    ));
    all
}

/// What may be left out of a complete round, which is then looked at.
pub(crate) fn missing() -> Vec<Variation<RoundFacts>> {
    variations!(facts();
        projects_this_year = None;
        planned_on = None;
    )
}
