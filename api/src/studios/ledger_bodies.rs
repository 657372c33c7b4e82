//! What is handed in with the entries of a studio's ledger.

use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::step_body;
use crate::words::StudioFunctionWord;

step_body! {
    /// 活动 / An activity of the studio.
    #[schema(example = json!({ "function": "publicity", "place": "测试小学", "heads": 40, "text": "测试：讲述事迹" }))]
    NewStudioActivity signed by one {
        /// 职能 / To which of its functions it belongs.
        pub(crate) function: StudioFunctionWord,
        /// 地点 / Where.
        #[validate(nested)]
        pub(crate) place: BoundedText<1, 200>,
        /// 参加人数 / How many people took part.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(min = 1, max = 1_000_000))]
        #[schema(minimum = 1, maximum = 1_000_000)]
        pub(crate) heads: u32,
        /// 内容 / What was done.
        #[validate(nested)]
        pub(crate) text: BoundedParagraphs<1, 2000>,
        /// 照片，须为本工作室已完成的附件 / Photos: complete attachments of this studio.
        #[serde(default)]
        #[validate(length(max = 20))]
        #[schema(max_items = 20, value_type = BTreeSet<uuid::Uuid>)]
        pub(crate) attachment_ids: Vec<String>,
        /// 活动之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) held_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 走访慰问 / A visit to a hero or to a hero's family.
    #[schema(example = json!({ "whom": "测试英模家庭", "text": "测试：了解生活情况" }))]
    NewStudioHeroVisit signed by one {
        /// 人员档案编号，有档案且可查阅的填写 / The person's file, where there is one that you may read.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) person_id: Option<String>,
        /// 走访对象 / Who was visited.
        #[validate(nested)]
        pub(crate) whom: BoundedText<1, 100>,
        /// 情况 / What was found and done.
        #[validate(nested)]
        pub(crate) text: BoundedParagraphs<1, 2000>,
        /// 走访之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) visited_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 线索；已有事迹的填写 `deed_id`，否则转为公众线索 / What the studio tells of a deed: of the one on file where `deed_id`
    /// names it, otherwise as a clue that intake looks into.
    #[schema(example = json!({ "text": "测试：听说有人在河边救起落水者" }))]
    NewStudioClue signed by one {
        /// 内容 / What it tells.
        #[validate(nested)]
        pub(crate) text: BoundedParagraphs<1, 2000>,
        /// 已立的事迹，您可以查阅的 / The deed on file, which you may read.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) deed_id: Option<String>,
        /// 提供之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) given_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 宣传 / Something that was published about the studio or by it.
    #[schema(example = json!({ "medium": "测试日报", "title": "工作室走进校园" }))]
    NewStudioPublicity signed by one {
        /// 媒体 / Where it was published.
        #[validate(nested)]
        pub(crate) medium: BoundedText<1, 100>,
        /// 标题 / Its title.
        #[validate(nested)]
        pub(crate) title: BoundedText<1, 200>,
        /// 刊播之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) published_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 年度报告 / The report of a year.
    #[schema(example = json!({ "year": 2026, "text": "测试：全年开展活动四次" }))]
    NewStudioReport signed by one {
        /// 年度 / The year.
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        #[validate(range(min = 2000, max = 9999))]
        #[schema(minimum = 2000, maximum = 9999)]
        pub(crate) year: i32,
        /// 内容 / What it says.
        #[validate(nested)]
        pub(crate) text: BoundedParagraphs<1, 2000>,
        /// 报告副本，须为本工作室已完成的附件 / Its copy: a complete attachment of this studio.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: Option<String>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 限期整改 / What the studio has to put right.
    #[schema(example = json!({ "requirements": "测试：补足年度活动，完善台账" }))]
    NewStudioRectification signed by one {
        /// 整改要求 / What is to be put right.
        #[validate(nested)]
        pub(crate) requirements: BoundedParagraphs<1, 2000>,
        /// 文号；不填则由本服务编号 / The number of the notice; left out, the service numbers it.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 整改完成 / The studio was put right.
    #[schema(example = json!({ "note": "测试：已补足", "second_officer_id": ids::SECOND_OFFICER }))]
    NewStudioRectified signed by two {
        /// 核查情况 / What was seen.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}
