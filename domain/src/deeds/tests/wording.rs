//! What the papers of deeds say, and to whom.

use super::*;
use crate::{
    deeds::eligibility::{self, DeedFacts},
    documents::{DocumentKind, Sheet},
    identity::PersonName,
    procedure::testing::{Whom, paper},
    receipts::Receipt,
};

/// What the rules say of these facts.
fn receipt_of(facts: &DeedFacts) -> Receipt {
    eligibility::evaluate(facts, liaocheng(), Reference::builtin(), day(RECEIVED))
}

fn printed(walk: &Walk, kind: DocumentKind, whom: Whom<'_>) -> Sheet {
    let receipt = receipt_of(&tried::facts());
    paper(kind, walk, &walk.case, &receipt, whom).unwrap()
}

fn says(sheet: &Sheet) -> String {
    sheet.paragraphs.concat()
}

#[test]
fn evidence_min_a_refusal_prints_no_number_of_kinds_that_no_law_names() {
    let one_witness = eligibility::EvidenceItem {
        kind: EvidenceKind::Witness,
        verified: true,
    };
    let receipt = receipt_of(&DeedFacts {
        evidence: Some(vec![one_witness]),
        ..tried::facts()
    });
    let found = receipt
        .findings
        .iter()
        .find(|finding| finding.code.as_str() == "evidence_insufficient");
    let internal = found.unwrap().reason.zh.trim_end_matches('。').to_owned();
    let mut walk = Walk::new();
    walk.about_to_be_refused().heard().step(Act::Refusal {
        number: None,
        refusal: Refusal {
            code: RefusalCode::EvidenceInsufficient,
            reason: words("测试：只有一份证言，无法核实"),
            deviation: None,
        },
    });
    let kind = DocumentKind::Refusal;
    let sheet = paper(kind, &walk, &walk.case, &receipt, Whom::default()).unwrap();
    let said = says(&sheet);
    assert!(
        said.contains("理由：证据不足。测试：只有一份证言，无法核实。"),
        "{said}"
    );
    assert!(!said.contains(&internal), "{said}");
    assert!(!said.contains("第十二条"), "{said}");
}

#[test]
fn refuse_a_decision_goes_to_whoever_applied_or_recommended_and_to_the_family_of_the_dead() {
    let name = PersonName::parse("测试举荐人").unwrap();
    for (filed_by, deceased, applicant, addressee) in [
        (FiledBy::Actor, false, Some(&name), "测试甲"),
        (FiledBy::OwnMotion, true, None, "测试甲的家属"),
        (FiledBy::CloseRelative, true, None, "申请人、测试甲的家属"),
        (
            FiledBy::CloseRelative,
            false,
            Some(&name),
            "测试举荐人、测试甲",
        ),
        (FiledBy::Recommender, false, None, "举荐人、测试甲"),
        (
            FiledBy::Recommender,
            true,
            Some(&name),
            "测试举荐人、测试甲的家属",
        ),
    ] {
        let mut walk = Walk::filed_by(filed_by, liaocheng().clone());
        walk.refused();
        let whom = Whom {
            deceased,
            applicant,
        };
        let sheet = printed(&walk, DocumentKind::Refusal, whom);
        assert_eq!(sheet.addressee.as_deref(), Some(addressee));
    }
}

#[test]
fn confirm_the_certificate_of_somebody_who_died_is_posthumous_and_goes_to_the_family() {
    let mut walk = Walk::new();
    walk.confirmed();
    let living = says(&printed(&walk, DocumentKind::Certificate, Whom::default()));
    assert!(living.ends_with("特发此证。"), "{living}");
    let whom = Whom {
        deceased: true,
        applicant: None,
    };
    let dead = says(&printed(&walk, DocumentKind::Certificate, whom));
    assert!(dead.ends_with("特追授此证，由其家属领取。"), "{dead}");
}

#[test]
fn publicity_a_notice_that_rolls_says_how_many_days_it_stands_in_fact() {
    for (up, said) in [
        // Seven days after 28 September end within the break of the national day.
        (
            "2026-09-28",
            "自2026年9月29日起至2026年10月8日止（期限7日，其最后一日2026年10月5日为休息日，依法顺延，共10日），期满撤下。",
        ),
        (
            "2026-03-03",
            "自2026年3月4日起至2026年3月10日止（7日），期满撤下。",
        ),
    ] {
        let mut walk = Walk::new();
        walk.intended().on(up).step(publication());
        let sheet = printed(&walk, DocumentKind::PublicNotice, Whom::default());
        assert!(says(&sheet).contains(said), "{}", says(&sheet));
    }
}

#[test]
fn file_where_a_letter_of_transfer_goes_to_the_receiver_and_names_a_law_once() {
    let mut walk = Walk::new();
    walk.transferred();
    let sheet = printed(&walk, DocumentKind::TransferLetter, Whom::default());
    assert_eq!(sheet.addressee.as_deref(), Some("阳谷县见义勇为确认机构"));
    let said = says(&sheet);
    assert!(said.contains("》第十条、第三条的规定"), "{said}");
    assert_eq!(said.matches('《').count(), 1, "{said}");
}

#[test]
fn file_where_a_letter_to_a_body_outside_says_that_this_one_is_not_competent() {
    let mut walk = Walk::new();
    walk.step(outside_transfer());
    let sheet = printed(&walk, DocumentKind::TransferLetter, Whom::default());
    assert_eq!(sheet.addressee.as_deref(), Some("测试市委政法委员会"));
    let said = says(&sheet);
    let part = "依照《山东省见义勇为人员奖励和保护条例》第十条、第三条的规定，该件不属于本机关管辖，现将案卷材料移送你单位";
    assert!(said.contains(part), "{said}");
}

#[test]
fn confirm_the_decision_names_the_notice_and_the_number_of_the_certificate() {
    let mut walk = Walk::new();
    walk.confirmed();
    let sheet = printed(&walk, DocumentKind::ConfirmationDecision, Whom::default());
    let said = says(&sheet);
    for part in [
        "已依法公示（文号：测试公示〔2026〕1号），公示期满，没有异议",
        "编号测试证2026001",
    ] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn hearing_before_refusal_the_party_reads_until_when_it_may_answer() {
    let mut walk = Walk::new();
    walk.about_to_be_refused().told();
    let sheet = printed(&walk, DocumentKind::PriorNotice, Whom::default());
    assert_eq!(sheet.title, "拟不予确认见义勇为告知书");
    let said = says(&sheet);
    // Five working days after Monday, 2 March.
    assert!(
        said.contains("于2026年3月9日前（含当日，自2026年3月3日起5个工作日）"),
        "{said}"
    );
}

#[test]
fn reconfirm_decide_a_request_that_is_taken_back_leaves_the_refusal_in_force() {
    let mut walk = Walk::new();
    walk.in_reconfirmation().request_withdrawn();
    let kind = DocumentKind::ReconfirmationTermination;
    let said = says(&printed(&walk, kind, Whom::default()));
    assert!(
        said.contains("不予确认的决定（文号：测试不确〔2026〕1号）继续有效"),
        "{said}"
    );
}

#[test]
fn deed_own_motion_no_paper_speaks_of_a_report_that_nobody_handed_in() {
    let mut own = Walk::filed_by(FiledBy::OwnMotion, liaocheng().clone());
    own.confirmed();
    let mut told = Walk::filed_by(FiledBy::OwnMotion, liaocheng().clone());
    told.about_to_be_refused().told();
    let mut refused = Walk::filed_by(FiledBy::OwnMotion, liaocheng().clone());
    refused.refused();
    let mut sent = Walk::filed_by(FiledBy::OwnMotion, liaocheng().clone());
    sent.transferred();
    for (walk, kind) in [
        (&own, DocumentKind::ConfirmationDecision),
        (&told, DocumentKind::PriorNotice),
        (&refused, DocumentKind::Refusal),
        (&sent, DocumentKind::TransferLetter),
    ] {
        let said = says(&printed(walk, kind, Whom::default()));
        let began = "关于测试甲的见义勇为确认，测试县委政法委员会于2026年3月2日依职权启动。";
        assert!(said.starts_with(began), "{said}");
        assert!(!said.contains("申报"), "{said}");
    }
}

#[test]
fn deed_own_motion_a_paper_says_since_when_the_body_goes_on_without_a_recommender() {
    let mut walk = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    walk.later(1);
    let withdrawal = walk.recommendation_withdrawal();
    walk.step(withdrawal).refused();
    let said = says(&printed(&walk, DocumentKind::Refusal, Whom::default()));
    let went_on = "关于测试甲的见义勇为确认申报，测试县委政法委员会于2026年3月2日收到；举荐撤回后，自2026年3月3日起依职权继续办理。";
    assert!(said.starts_with(went_on), "{said}");
    assert!(said.contains("有关事迹："), "{said}");

    let mut walk = Walk::new();
    walk.withdrawn()
        .later(2)
        .step(continuation(true))
        .step(Act::NegativeAssessment {
            reason: words("负有法定职责"),
        })
        .heard()
        .step(refuse());
    let said = says(&printed(&walk, DocumentKind::Refusal, Whom::default()));
    let went_on = "收到；申请撤回后，自2026年3月4日起依职权继续办理。";
    assert!(said.contains(went_on), "{said}");
}

#[test]
fn revoke_fraud_the_decision_names_the_notice_the_answer_and_what_follows() {
    let stated = DefenceReply::Stated(words("没有伪造"));
    for (reply, answered) in [
        (stated, "当事人于2026年3月16日提出陈述申辩，已予听取。"),
        (
            DefenceReply::Waived,
            "当事人于2026年3月16日表示放弃陈述申辩。",
        ),
    ] {
        let mut walk = Walk::new();
        walk.about_to_be_revoked().answered(reply).step(revoke());
        let said = says(&printed(
            &walk,
            DocumentKind::RevocationDecision,
            Whom::default(),
        ));
        for part in [
            "测试县委政法委员会于2026年3月16日告知拟撤销确认的事实、理由和陈述申辩的权利，",
            answered,
            "予以收回；因该确认取得的荣誉称号由授予机关撤销；光荣牌收回，家庭另有有效荣誉的除外；停止享受待遇；奖金、慰问金、抚恤等已付款项予以追回。",
        ] {
            assert!(said.contains(part), "{said}");
        }
    }
}

#[test]
fn remedies_every_decision_against_a_party_prints_what_the_city_signed_off() {
    let policy = policy_with(
        "# remedies = {...}: not signed off yet",
        r#"remedies = { zh = "测试：救济途径。", en = "Made up: remedies." }"#,
    );
    let mut refused = Walk::under(policy.clone());
    refused.refused();
    let mut revoked = Walk::under(policy);
    revoked.revoked();
    for (walk, kind) in [
        (&refused, DocumentKind::Refusal),
        (&revoked, DocumentKind::RevocationDecision),
    ] {
        let said = says(&printed(walk, kind, Whom::default()));
        assert!(said.ends_with("测试：救济途径。"), "{said}");
    }
}
