//! In which order a plaque moves, how it ends, and what its papers say.

use super::tried::*;
use super::*;
use crate::{
    documents::DocumentKind,
    procedure::{
        Entered, Procedure as _, SharedAct,
        testing::{Tried as _, Whom, paper, paper_of_group, words},
    },
    receipts::Proposal,
};

fn handed_over() -> Walk {
    let mut walk = Walk::new();
    walk.step(order(&walk.clone()));
    walk.step(making(&walk.clone(), false));
    walk.step(kin("测试配偶", true));
    walk.step(handover(&walk.clone(), "测试配偶"));
    walk
}

fn ended(mut walk: Walk) -> Walk {
    walk.rules = Some(Plaque::rules_for(Proposal::Refuse));
    walk.step(honour_end());
    walk
}

#[test]
fn every_stage_has_its_target_day_counted_from_the_true_one() {
    let mut walk = Walk::new();
    assert_eq!(walk.due(ClockKind::Order), day("2026-03-30"));
    walk.on("2026-03-09");
    walk.step(order(&walk.clone()));
    let made = Act::Making {
        serial: crate::text::Line::parse("LC-0002").unwrap(),
        made: Entered::on(day("2026-03-12")),
        taken: false,
    };
    walk.on("2026-03-13").step(made);
    assert_eq!(walk.due(ClockKind::HandOver), day("2026-04-10"));
}

#[test]
fn plaque_revoke_what_was_never_made_ends_and_what_was_comes_back() {
    assert_eq!(ended(Walk::new()).case.state(), State::Withdrawn);
    let mut ordered = Walk::new();
    ordered.step(order(&ordered.clone()));
    let ordered = ended(ordered);
    assert_eq!(ordered.case.state(), State::Withdrawn);
    let number = ordered.case.record().orders[0].number.clone().unwrap();
    assert_eq!(
        Plaque::void_since(DocumentKind::PlaqueOrder, &number, &ordered.case),
        Some(ordered.today)
    );
    let mut walk = ended(handed_over());
    assert_eq!(walk.case.state(), State::ToRecover);
    assert_eq!(walk.due(ClockKind::Recovery), day("2026-04-01"));
    let recovery = || Act::Recovery {
        note: words("家庭交回"),
        recovered: Entered::on(day("2026-03-02")),
    };
    assert_eq!(walk.stopped(recovery()), ["recovery_noticed"]);
    walk.step(Act::RecoveryNotice {
        reason: words("请交回"),
        number: None,
    });
    walk.step(recovery());
    assert_eq!(walk.case.state(), State::Recovered);
}

#[test]
fn plaque_revoke_a_plaque_that_waits_elsewhere_comes_back_too() {
    let suspension = || SharedAct::Suspension {
        pending: words("另案"),
    };
    let mut walk = handed_over();
    walk.step(suspension());
    let walk = ended(walk);
    assert_eq!(walk.case.state(), State::ToRecover);
    assert!(!walk.case.is_suspended());
    let mut walk = Walk::new();
    walk.step(suspension());
    assert_eq!(ended(walk).case.state(), State::Withdrawn);
}

#[test]
fn a_lost_plaque_is_written_off_by_two() {
    let walk = ended(handed_over());
    let write_off = Act::WriteOff {
        reason: words("已经遗失"),
    };
    let mut alone = walk.command(write_off);
    alone.second = None;
    assert_eq!(walk.unmet(&alone), ["second_officer"]);
}

#[test]
fn an_order_reads_as_a_list_without_an_address() {
    let mut walk = Walk::new();
    walk.step(order(&walk.clone()));
    let receipt = judge(&complete());
    let cases = [("测试甲", &walk.case), ("测试乙", &walk.case)];
    let sheet = paper_of_group(
        DocumentKind::PlaqueOrder,
        &walk,
        &cases,
        &receipt,
        Whom::default(),
    )
    .unwrap();
    assert_eq!(sheet.addressee.as_deref(), Some("测试标牌厂"));
    assert_eq!(
        sheet.paragraphs[1..6],
        [
            "1. 牌面文字：见义勇为光荣之家。",
            "2. 姓名：测试甲、测试乙。",
            "3. 家庭：测试甲、测试乙的家庭。",
            "4. 所属地区：山东省聊城市东昌府区。",
            "5. 编号：制作后填写。",
        ]
    );
}

#[test]
fn the_record_of_a_meeting_says_that_the_plaque_is_still_to_be_hung() {
    let walk = handed_over();
    let receipt = judge(&complete());
    let sheet = paper(
        DocumentKind::PlaqueHandover,
        &walk,
        &walk.case,
        &receipt,
        Whom::default(),
    )
    .unwrap();
    let text = sheet.paragraphs.concat();
    for part in [
        "编号LC-0001",
        "表扬会议上颁发（测试县表扬会）",
        "测试配偶（配偶）",
        "尚待上门悬挂",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_notice_of_recovery_names_law_and_time() {
    let mut walk = ended(handed_over());
    walk.step(Act::RecoveryNotice {
        reason: words("见义勇为确认已被撤销"),
        number: None,
    });
    let receipt = judge(&complete());
    let sheet = paper(
        DocumentKind::PlaqueRecovery,
        &walk,
        &walk.case,
        &receipt,
        Whom {
            deceased: true,
            applicant: None,
        },
    )
    .unwrap();
    let text = sheet.paragraphs.concat();
    assert!(
        text.contains("第四十三条") && text.contains("30日内（2026年4月1日前，含当日）"),
        "{text}"
    );
    assert_eq!(sheet.addressee.as_deref(), Some("测试甲的家属"));
}
