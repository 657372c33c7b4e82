//! What the papers of a commendation say.

use super::tried::{Walk, at_the_city, awarded, plan, recommended, revocation, told, waived};
use super::*;
use crate::{
    documents::{DocumentKind, Sheet},
    procedure::{
        Entered,
        testing::{Tried as _, Whom, paper},
    },
};

fn sheet(kind: DocumentKind, walk: &Walk, deceased: bool) -> Sheet {
    let receipts = Commendation::receipts(&walk.policy);
    let whom = Whom {
        deceased,
        applicant: None,
    };
    paper(kind, walk, &walk.case, &receipts[0], whom).unwrap()
}

fn says(sheet: &Sheet, parts: &[&str]) {
    let text = sheet.text();
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_form_goes_to_the_committee_above_and_leaves_room_for_its_opinion() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance).step(recommended(None));
    let sheet = sheet(DocumentKind::NominationForm, &walk, true);
    assert_eq!(sheet.addressee.as_deref(), Some("聊城市委政法委员会"));
    says(&sheet, &["测试甲（已去世，拟追授）", "审批单位意见"]);
}

#[test]
fn an_opinion_is_asked_of_a_body_until_a_day() {
    let mut walk = at_the_city();
    walk.step(Act::OpinionRequest {
        body: super::tried::line("测试公安机关"),
        of: OpinionOf::PublicSecurity,
        number: None,
    });
    let sheet = sheet(DocumentKind::OpinionRequest, &walk, false);
    says(&sheet, &["现征求公安机关意见，请你单位于2026年"]);
}

#[test]
fn a_notice_before_a_revocation_names_title_and_decision_and_goes_to_the_party() {
    let mut walk = awarded();
    walk.step(plan(
        1_000_000,
        &[("测试基金会", 1000)],
        &[1],
        Some("测试奖金文件"),
    ));
    walk.step(told(Entered::on(walk.today)));
    let notice = sheet(DocumentKind::PriorNotice, &walk, true);
    assert_eq!(notice.addressee.as_deref(), Some("测试甲的家属"));
    let granted = "“聊城市见义勇为模范”称号（文号：聊见义表〔2026〕1号）";
    says(&notice, &[granted, "拟撤销该称号"]);
    waived(&mut walk);
    walk.step(revocation(RefusalCode::Deception));
    let revoked = sheet(DocumentKind::CommendationRevocation, &walk, true);
    assert_eq!(revoked.addressee.as_deref(), Some("测试甲的家属"));
    let back = "测试甲人民币10000.00元（大写：壹万元整）";
    says(&revoked, &[granted, back]);
}
