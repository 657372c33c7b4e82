//! What the papers of a studio say.

use super::tried::{Walk, consent_withdrawn, name_withdrawal, running, waiver, withdrawal_notice};
use super::*;
use crate::{
    documents::{DocumentKind, Sheet},
    procedure::testing::{CITY, Tried as _, Whom, paper},
};

fn sheet(kind: DocumentKind, walk: &Walk) -> Sheet {
    let receipt = &Studio::receipts(&walk.policy)[0];
    paper(kind, walk, &walk.case, receipt, Whom::default()).unwrap()
}

#[test]
fn a_notice_before_a_withdrawal_names_studio_decision_and_reason_and_goes_to_the_host_too() {
    let mut walk: Walk = running();
    walk.step(consent_withdrawn(&walk));
    walk.at(CITY);
    walk.step(withdrawal_notice(&walk, RefusalCode::ConsentWithdrawn));
    let sheet = sheet(DocumentKind::PriorNotice, &walk);
    assert_eq!(sheet.addressee.as_deref(), Some("测试街道办事处、测试甲"));
    let text = sheet.paragraphs.concat();
    for part in [
        "“见义勇为测试甲英模工作室”由2026年",
        "因已撤回使用姓名的同意，拟撤销该命名",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn a_withdrawal_for_want_of_consent_cites_the_law_on_names() {
    let mut walk = running();
    walk.step(consent_withdrawn(&walk));
    walk.at(CITY);
    let code = RefusalCode::ConsentWithdrawn;
    walk.step(withdrawal_notice(&walk, code));
    walk.step(waiver(&walk)).step(name_withdrawal(code));
    let text = sheet(DocumentKind::StudioWithdrawal, &walk).text();
    assert!(text.contains("第九百九十四条，决定撤销"), "{text}");
}
