//! What is handed in with the yearly sheet and the periodic review.

use domain::studios::{Act, OnSite};
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};
use crate::words::StudioAssessmentResultWord;

step_body! {
    /// 年度评估：现场各项由经办人打分，活动、线索、走访、宣传和年度报告由本服务按台账计分 / The yearly sheet: officers give points for
    /// what they see at the place; the service counts activities, clues, visits, publicity and the report from the ledger.
    #[schema(example = json!({
        "year": 2026, "place_and_sign": 10, "leader_and_members": 8, "rules_and_ledgers": 9,
        "note": "测试：场所整洁，台账齐全", "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewStudioAssessment signed by two {
        /// 年度 / The year.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(min = 2000, max = 9999))]
        #[schema(minimum = 2000, maximum = 9999)]
        year: i32,
        /// 场所和标牌得分 / Points for place and sign.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(max = 100))]
        #[schema(minimum = 0, maximum = 100)]
        place_and_sign: u32,
        /// 带头人和成员得分 / Points for leader and members.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(max = 100))]
        #[schema(minimum = 0, maximum = 100)]
        leader_and_members: u32,
        /// 制度和台账得分 / Points for rules and ledgers.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(max = 100))]
        #[schema(minimum = 0, maximum = 100)]
        rules_and_ledgers: u32,
        /// 加分 / Points for what no item counts.
        #[serde(default, deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(max = 100))]
        #[schema(minimum = 0, maximum = 100)]
        bonus: u32,
        /// 是否违规收取费用（一票否决） / Whether fees were taken, which no points make up for.
        #[serde(default)]
        #[schema(default = false)]
        fees_taken: bool,
        /// 台账是否弄虚作假（一票否决） / Whether records are false, which no points make up for.
        #[serde(default)]
        #[schema(default = false)]
        false_records: bool,
        /// 查看情况 / What was seen.
        #[validate(nested)]
        note: BoundedParagraphs<1, 2000>,
        /// 评估结果；不填则为按分值得出的结果 / The result; that of the points if left out.
        result: Option<StudioAssessmentResultWord>,
        /// 与按分值得出的结果不同的，理由 / Why, where it is not that of the points.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
        /// 查看之日；不填则为今天 / The day of the visit; today if left out.
        #[schema(format = Date)]
        visited_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 评估表编号；不填则由本服务编号 / The number of the sheet; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewStudioAssessment {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let note = read.text("/note", &self.note);
        let reason = read.optional("/reason", self.reason.as_deref());
        let late = self.late_entry_reason.as_deref();
        let visited = read.day("/visited_on", self.visited_on.as_deref(), late);
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::Assessment {
            year: self.year,
            seen: OnSite {
                place_and_sign: self.place_and_sign,
                leader_and_members: self.leader_and_members,
                rules_and_ledgers: self.rules_and_ledgers,
                bonus: self.bonus,
                fees_taken: self.fees_taken,
                false_records: self.false_records,
                note: note?,
            },
            result: self.result.map(|word| word.0),
            reason: reason?,
            visited: visited?,
            number: number?,
        })
    }
}

step_body! {
    /// 定期复核 / The review after the years that policy says.
    #[schema(example = json!({ "passed": true, "note": "测试：运行良好", "second_officer_id": ids::SECOND_OFFICER }))]
    NewStudioReview signed by two {
        /// 是否通过；未通过的限期整改 / Whether it passes; otherwise it has to put itself right.
        pub(crate) passed: bool,
        /// 说明 / What was found.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}
