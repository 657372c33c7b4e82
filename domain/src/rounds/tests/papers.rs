//! What the papers of a round say.

use super::{
    tried::{Walk, ceremony, decided, published, resolved},
    *,
};
use crate::{
    documents::{DocumentKind, Sheet},
    procedure::{
        Procedure as _,
        testing::{Tried as _, Whom, number, paper, words},
    },
    receipts::samples::liaocheng,
};

fn sheet(kind: DocumentKind, walk: &Walk) -> Sheet {
    let receipts = Round::receipts(liaocheng());
    paper(kind, walk, &walk.case, &receipts[0], Whom::default()).unwrap()
}

#[test]
fn pub_minor_a_notice_names_under_age_people_by_their_surname() {
    let text = sheet(DocumentKind::CandidateNotice, &published()).text();
    assert!(
        text.contains("测试丙、测某") && !text.contains("测试丁"),
        "{text}"
    );
    assert!(text.contains("1个集体、2名个人"), "{text}");
    assert!(text.contains("第十三条"), "{text}");
}

#[test]
fn a_decision_lists_who_gets_what_under_each_title() {
    let sheet = sheet(DocumentKind::CommendationDecision, &decided());
    let text = sheet.paragraphs.join("\n");
    for part in [
        "1个集体、2名个人，共4人，涉及3起事迹",
        "一、东昌府区见义勇为模范（2名个人）",
        "二、东昌府区见义勇为群体（1个集体）",
        "3. 测试救人群体（成员：测试丙、测试丁）",
        "第十七条",
        "分别授予附件名单所列称号",
        "抄送：测试区见义勇为协会。",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(sheet.bodies, ["东昌府区委政法委"]);
}

#[test]
fn a_correction_names_the_old_decision_and_says_what_was_wrong() {
    let mut walk = decided();
    let renamed = Candidate {
        names: vec![line("测试甲乙")],
        ..person(1, "测试甲")
    };
    walk.step(Act::DecisionCorrection {
        number: number("测见义更〔2026〕1号"),
        correction: Correction {
            renamed: vec![commendation(1)],
            ..Correction::default()
        },
        reason: words("姓名有误"),
        known: vec![renamed],
    });
    let text = sheet(DocumentKind::DecisionCorrection, &walk).text();
    assert!(text.contains("测见义表〔2026〕1号"), "{text}");
    assert!(text.contains("“测试甲”更正为“测试甲乙”"), "{text}");
}

#[test]
fn who_died_is_honoured_after_death_and_nobody_at_all_is_said_in_words() {
    let mut walk = decided();
    let annex = walk.case.record.annexes.last_mut().unwrap();
    annex.items[0].candidate.posthumous = true;
    let text = sheet(DocumentKind::CommendationDecision, &walk).text();
    assert!(
        text.contains("测试甲（追授）") && text.contains("由其家属领取"),
        "{text}"
    );
    walk.case.record.annexes.last_mut().unwrap().items.clear();
    let text = sheet(DocumentKind::CommendationDecision, &walk).text();
    assert!(
        text.contains("决定本次不授予称号，不作表扬。") && !text.contains("附件"),
        "{text}"
    );
}

#[test]
fn the_record_of_the_ballots_counts_every_ballot() {
    let text = sheet(DocumentKind::BallotRecord, &resolved()).text();
    let counted = "1. 测试甲：发出22票，有效18票，无效4票；赞成18票，反对0票，弃权0票，通过。";
    assert!(text.contains(counted), "{text}");
}

#[test]
fn an_agenda_is_void_once_another_one_is_fixed() {
    let mut walk = decided();
    for paper in ["测议〔2026〕1号", "测议〔2026〕2号"] {
        let Act::Ceremony { plan, .. } = ceremony(&walk) else {
            unreachable!()
        };
        walk.step(Act::Ceremony {
            plan,
            number: Some(number(paper)),
        });
    }
    let void =
        |paper: &str| Round::void_since(DocumentKind::CeremonyAgenda, &number(paper), &walk.case);
    assert_eq!(void("测议〔2026〕1号"), Some(walk.today));
    assert_eq!(void("测议〔2026〕2号"), None);
    let text = sheet(DocumentKind::CeremonyAgenda, &walk).text();
    assert!(
        text.contains("宣读决定（测试主持人；颁奖：测试领导）"),
        "{text}"
    );
}
