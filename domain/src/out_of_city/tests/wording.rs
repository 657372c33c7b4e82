//! What the papers of recognitions say, and to whom.

use super::*;
use crate::{
    deeds::DefenceReply,
    documents::{DocumentKind, Sheet},
    procedure::{
        Entered, SharedAct,
        testing::{Tried, Whom, paper, paper_of_group, words},
    },
    text::Line,
};

fn printed(walk: &tried::Walk, kind: DocumentKind) -> Sheet {
    let receipts = Recognition::receipts(&walk.policy);
    paper(kind, walk, &walk.case, &receipts[0], Whom::default()).unwrap()
}

fn says(sheet: &Sheet) -> String {
    sheet.paragraphs.concat()
}

#[test]
fn out_effect_a_decision_about_several_gives_the_title_to_the_dead_after_death() {
    const FAMILY: &str = "牺牲或者去世人员的证书予以追授，由其家属领取。";
    let dead = tried::recognised();
    let mut living = dead.clone();
    living.case.record.deceased = Some(false);
    let kind = DocumentKind::RecognitionDecision;
    let receipts = Recognition::receipts(&dead.policy);
    for (cases, given, to_family) in [
        (
            [("测试乙", &living.case), ("测试丙", &dead.case)],
            "决定追授测试丙、授予测试乙“聊城义士”称号",
            true,
        ),
        (
            [("测试乙", &living.case), ("测试丙", &living.case)],
            "决定授予测试乙、测试丙“聊城义士”称号",
            false,
        ),
        (
            [("测试乙", &dead.case), ("测试丙", &dead.case)],
            "决定追授测试乙、测试丙“聊城义士”称号",
            true,
        ),
    ] {
        let sheet = paper_of_group(kind, &dead, &cases, &receipts[0], Whom::default());
        let said = says(&sheet.unwrap());
        assert!(said.contains(given), "{said}");
        assert_eq!(said.contains(FAMILY), to_family, "{said}");
    }
    let certificate = says(&printed(&dead, DocumentKind::RecognitionCertificate));
    assert!(
        certificate.contains("追授测试甲“聊城义士”称号"),
        "{certificate}"
    );
}

#[test]
fn out_elig_a_letter_to_a_body_outside_does_not_hold_the_city_s_opinion_against_it() {
    let mut walk = tried::Walk::new();
    walk.step(Act::Acceptance).step(SharedAct::OutsideTransfer {
        organ: Line::parse("测试市委政法委员会").unwrap(),
        reason: words("来源地在该市"),
        number: None,
    });
    let said = says(&printed(&walk, DocumentKind::TransferLetter));
    assert!(
        said.contains("该件不属于本机关管辖，现将案卷材料移送你单位"),
        "{said}"
    );
    assert!(!said.contains('《'), "{said}");
}

#[test]
fn out_revoked_a_decision_lists_what_follows_and_takes_payments_back_from_who_deceived() {
    for (code, follows) in [
        (
            RefusalCode::Deception,
            "予以收回；光荣牌收回，家庭另有有效荣誉的除外；停止享受待遇；奖金、慰问金、抚恤等已付款项予以追回。",
        ),
        (
            RefusalCode::OriginNotProven,
            "予以收回；光荣牌收回，家庭另有有效荣誉的除外；停止享受待遇。",
        ),
    ] {
        let mut walk = tried::recognised();
        walk.step(tried::revocation_notice(Entered::on(walk.today)))
            .answered(DefenceReply::Waived)
            .step(tried::revocation(code));
        let said = says(&printed(&walk, DocumentKind::RecognitionRevocation));
        assert!(said.contains(follows), "{said}");
        assert!(said.contains("表示放弃陈述申辩。"), "{said}");
    }
}
