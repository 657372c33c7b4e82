//! The papers on the way to a decision, the decisions themselves, and what becomes of a request.

use serde_json::json;

use super::{assert_says, documents, newest, published_of_one, words};
use crate::attachments::PAPER;
use crate::deeds::{NEIGHBOUR, Office, text};
use crate::harness::CITY;

#[test]
fn a_supplement_request_lists_what_is_missing_and_until_when() {
    let office = Office::open();
    let deed = office.report(1);
    let items = json!({ "items": ["测试：现场照片", "测试：受益人联系电话13800000000"] });
    office.done(&deed, "supplement-requests", &items);
    let paper = newest(&office.county, &deed, "supplement_request");
    assert_eq!(paper["number"], "东昌见义补〔2026〕1号");
    if let Some(said) = words(&office.county, &deed, &paper) {
        assert_says(
            &said,
            &[
                "补正通知书",
                "1.测试：现场照片。",
                "2.测试：受益人联系电话＊＊＊。",
                "于2026年3月23日前（含当日，自2026年3月3日起15个工作日）",
            ],
        );
    }
}

#[test]
fn a_supplement_request_names_each_thing_once() {
    let office = Office::open();
    let deed = office.report(1);
    let items = json!({ "items": ["测试材料", " 测试材料"] });
    let refused = office.step(&deed, "supplement-requests", &items);
    let problem = refused.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/items/1");
    assert_eq!(problem["errors"][0]["code"], "listed_twice");
}

#[test]
fn a_number_of_ones_own_is_taken_for_a_paper_once() {
    let office = Office::open();
    let own = json!({ "items": ["测试"], "number": "测试补〔2026〕1号" });
    let deed = office.report(1);
    office.done(&deed, "supplement-requests", &own);
    let paper = newest(&office.county, &deed, "supplement_request");
    assert_eq!(paper["number"], own["number"]);
    let again = office.step(&office.report(1), "supplement-requests", &own);
    let problem = again.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/number");
    assert_eq!(problem["errors"][0]["code"], "number_used");
}

#[test]
fn a_confirmation_is_a_decision_in_writing_that_its_certificate_cites() {
    let office = Office::open();
    let deed = published_of_one(&office);
    office.today("2026-03-12");
    let confirmation = office.confirmation();
    office.done(&deed, "confirmation", &confirmation);
    let certificate = newest(&office.county, &deed, "certificate");
    let decision = newest(&office.county, &deed, "confirmation_decision");
    assert_eq!(decision["number"], confirmation["number"]);
    let Some(said) = words(&office.county, &deed, &decision) else {
        return;
    };
    assert_says(
        &said,
        &[
            "见义勇为确认决定书",
            "公示期满，没有异议",
            "《山东省见义勇为人员奖励和保护条例》第九条、第十三条",
            "决定确认",
            &format!("编号{}", text(&certificate["number"])),
        ],
    );
    if let Some(said) = words(&office.county, &deed, &certificate) {
        assert_says(&said, &[&text(&decision["number"])]);
    }
}

#[test]
fn a_transfer_is_a_letter_to_the_body_that_receives_it() {
    let office = Office::open();
    let deed = office.report(1);
    let transfer = json!({ "receiver_region_code": NEIGHBOUR, "reason": "测试：发生在该县" });
    office.done(&deed, "transfer", &transfer);
    let letter = newest(&office.county, &deed, "transfer_letter");
    if let Some(said) = words(&office.county, &deed, &letter) {
        assert_says(
            &said,
            &["移送函", "测试：发生在该县。", "第十条", "移送你单位"],
        );
    }
}

#[test]
fn a_request_that_is_taken_back_ends_with_a_notice_of_the_next_level() {
    let office = Office::open();
    let deed = office.refused();
    let request = json!({ "party": "actor", "reason": "测试：请求复核" });
    office.done(&deed, "reconfirmations", &request);
    let city = office.committee(CITY);
    city.done(
        &deed,
        "reconfirmation-withdrawals",
        &json!({ "copy_id": PAPER }),
    );
    let notice = &documents(&office.county, &deed)[0];
    assert_eq!(notice["kind"], "reconfirmation_termination");
    assert_eq!(notice["number"], "聊见义终〔2026〕1号");
    if let Some(said) = words(&office.county, &deed, notice) {
        assert_says(&said, &["复核终止通知书", "撤回复核申请", "继续有效"]);
    }
}
