//! Bodies of the ballots and of what is resolved on them.

use domain::policy::TitleId;
use domain::rounds::{Act, Count, Granted, Resolution, Session};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};

/// 一名候选对象的票数 / The ballots on one candidate.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewCount {
    /// 推荐编号 / The nomination.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    commendation_id: String,
    /// 发出 / How many were given.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    given: u32,
    /// 有效 / How many are valid.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    valid: u32,
    /// 无效 / How many are void.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    void: u32,
    /// 赞成 / In favour.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    in_favour: u32,
    /// 反对 / Against.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    against: u32,
    /// 弃权 / Abstained.
    #[serde(deserialize_with = "crate::http::required_whole_number")]
    #[validate(range(max = 10_000))]
    #[schema(maximum = 10_000)]
    abstained: u32,
}

step_body! {
    /// 评审表决 / How the panel voted on the candidates.
    #[schema(example = json!({
        "members": 25, "present": 22, "counts": [], "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewBallots signed by two {
        /// 评审成员数 / How many members the panel has.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(min = 1, max = 10_000))]
        #[schema(minimum = 1, maximum = 10_000)]
        members: u32,
        /// 到会人数 / How many are present.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(max = 10_000))]
        #[schema(maximum = 10_000)]
        present: u32,
        /// 每名候选对象的票数 / The ballots on each candidate.
        #[validate(length(max = 500), nested)]
        #[schema(max_items = 500)]
        counts: Vec<NewCount>,
        /// 备注 / What else is to be noted.
        #[validate(nested)]
        note: Option<BoundedParagraphs<1, 2000>>,
        /// 表决之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        held_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 记录的文号；不填则由本服务按年度顺序编号 / The number of the record; left out, the service gives the next one of the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewBallots {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let counts = self.counts.iter().enumerate();
        let counts = counts.filter_map(|(index, count)| {
            let pointer = format!("/counts/{index}/commendation_id");
            Some(Count {
                commendation: read.parse(&pointer, &count.commendation_id)?,
                given: count.given,
                valid: count.valid,
                void: count.void,
                in_favour: count.in_favour,
                against: count.against,
                abstained: count.abstained,
            })
        });
        let counts = counts.collect();
        let note = read.optional("/note", self.note.as_deref());
        let late = self.late_entry_reason.as_deref();
        let held = read.day("/held_on", self.held_on.as_deref(), late);
        let number = read.optional("/number", self.number.as_deref());
        let session = Session {
            members: self.members,
            present: self.present,
            counts,
            note: note?,
        };
        Some(Act::Ballots {
            session: Box::new(session),
            held: held?,
            number: number?,
        })
    }
}

/// 拟授予的称号 / Who gets which title.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewGranted {
    /// 推荐编号 / The nomination.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    commendation_id: String,
    /// 称号编号 / The title.
    #[validate(nested)]
    #[schema(example = "liaocheng_model")]
    title: BoundedText<1, 60>,
}

step_body! {
    /// 评审决议 / What was resolved after the ballots.
    #[schema(example = json!({
        "passed_by": "测试理事会", "text": "测试：同意表扬", "granted": [], "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewResolution signed by two {
        /// 通过决议的机构 / Who passed it.
        #[validate(nested)]
        passed_by: BoundedText<1, 100>,
        /// 决议 / The resolution.
        #[validate(nested)]
        text: BoundedParagraphs<1, 2000>,
        /// 拟表扬的对象和称号 / Whom it means, with the title of each.
        #[validate(length(max = 500), nested)]
        #[schema(max_items = 500)]
        granted: Vec<NewGranted>,
        /// 与表决结果或者推荐称号不一致的理由 / Why it departs from the ballots or from the titles asked for, where it does.
        #[validate(nested)]
        departure_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 通过之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        passed_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewResolution {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let granted = self.granted.iter().enumerate();
        let granted = granted.filter_map(|(index, granted)| {
            let pointer = format!("/granted/{index}/commendation_id");
            Some(Granted {
                commendation: read.parse(&pointer, &granted.commendation_id)?,
                title: TitleId::new(&*granted.title),
            })
        });
        let granted = granted.collect();
        let passed_by = read.text("/passed_by", &self.passed_by);
        let text = read.text("/text", &self.text);
        let departure = read.optional("/departure_reason", self.departure_reason.as_deref());
        let late = self.late_entry_reason.as_deref();
        let passed = read.day("/passed_on", self.passed_on.as_deref(), late)?;
        let resolution = Resolution {
            passed_on: passed.on,
            passed_by: passed_by?,
            text: text?,
            granted,
            departure: departure?,
        };
        Some(Act::Resolution {
            resolution: Box::new(resolution),
            passed,
        })
    }
}
