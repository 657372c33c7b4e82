//! What is handed in with the steps by which a studio is named, changed and ended.

use domain::procedure::{DocumentNumber, Entered, Reason};
use domain::studios::RefusalCode;
use validator::Validate;

use super::new::NewStudioMember;
use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};
use crate::words::{ConsentGiverWord, StudioFunctionWord, StudioRefusalWord};

step_body! {
    /// 同意或者撤回同意使用姓名的书面材料 / What the leader, or a next of kin, wrote of the use of the name.
    #[schema(example = json!({ "by": "leader", "copy_id": ids::paper_in(ids::STUDIO_IN_REVIEW) }))]
    NewStudioConsent signed by one {
        /// 谁的意见：本人；本人去世的，配偶、子女或者父母 / Who says so: the leader; after the leader's death spouse, child or parent.
        pub(crate) by: ConsentGiverWord,
        /// 书面材料的副本，须为本工作室已完成的附件 / The copy of what was written: a complete attachment of this studio.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: String,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 现场查看 / What two officers saw at the place.
    #[schema(example = json!({ "passed": true, "note": "测试：场所、标识、制度齐全", "second_officer_id": ids::SECOND_OFFICER }))]
    NewStudioSiteVisit signed by two {
        /// 是否符合要求 / Whether it is as it has to be.
        pub(crate) passed: bool,
        /// 查看情况 / What was seen.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
        /// 查看之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) visited_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 市级对群体名称的意见 / Whether the city approves the name of a group.
    #[schema(example = json!({ "approved": true, "note": "测试：群体事迹已确认", "second_officer_id": ids::SECOND_OFFICER }))]
    NewGroupNameApproval signed by two {
        /// 是否同意 / Whether it approves.
        pub(crate) approved: bool,
        /// 说明 / Why.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 成员加入 / Somebody joins the studio.
    #[schema(example = json!({ "member": { "name": "测试新成员", "role": "志愿者" } }))]
    NewStudioMemberJoined signed by one {
        /// 成员；加入日期以 `joined_on` 为准 / The member; `joined_on` of this body is the day.
        #[validate(nested)]
        pub(super) member: NewStudioMember,
        /// 加入之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) joined_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 成员退出 / A member leaves the studio.
    #[schema(example = json!({ "name": "测试成员一" }))]
    NewStudioMemberLeft signed by one {
        /// 姓名 / The name.
        #[validate(nested)]
        pub(crate) name: BoundedText<1, 100>,
        /// 退出之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) left_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 变更依托单位、场所或者联系方式，至少填一项 / Another host, place or contact; at least one of them.
    #[schema(example = json!({ "place": "测试街道综治中心二楼" }))]
    NewStudioRelocation signed by one {
        /// 依托单位 / The unit that houses it.
        #[validate(nested)]
        pub(crate) host: Option<BoundedText<1, 100>>,
        /// 场所；变更后须重新查看方可命名 / The place, which is visited again before a naming.
        #[validate(nested)]
        pub(crate) place: Option<BoundedText<1, 200>>,
        /// 联系方式 / Whom to reach, and how.
        #[validate(nested)]
        pub(crate) contact: Option<BoundedText<1, 100>>,
        /// 变更之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) since: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 变更职能 / What the studio does from now on.
    #[schema(example = json!({ "functions": ["publicity", "clue"], "reason": "测试：增加线索征集" }))]
    NewStudioFunctions signed by one {
        /// 职能 / What it does.
        #[validate(length(min = 1, max = 6))]
        #[schema(min_items = 1, max_items = 6, value_type = BTreeSet<StudioFunctionWord>)]
        pub(crate) functions: Vec<StudioFunctionWord>,
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 命名 / The studio is given its name.
    #[schema(example = json!({
        "number": "聊工室〔2026〕9号", "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewStudioNaming signed by two_and_co_signer {
        /// 决定文号 / The number of the decision.
        #[validate(nested)]
        pub(crate) number: BoundedText<1, 60>,
        /// 规则未建议命名而命名的理由 / Why, where the rules do not propose it.
        #[validate(nested)]
        pub(crate) reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 拟不予命名或者拟撤销命名的告知 / The party is informed of an intended refusal or withdrawal.
    #[schema(example = json!({
        "reason_code": "host_closed", "facts": "测试：依托单位已经撤销", "reasons": "测试：不再具备运行条件"
    }))]
    NewStudioNotice signed by one {
        /// 理由代码 / The code of the reason.
        reason_code: StudioRefusalWord,
        /// 事实 / The facts.
        #[validate(nested)]
        facts: BoundedParagraphs<1, 2000>,
        /// 理由 / The reasons.
        #[validate(nested)]
        reasons: BoundedParagraphs<1, 2000>,
        /// 告知之日；不填则为今天 / The day of the notice; today if left out.
        #[schema(format = Date)]
        notified_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of
        /// the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

/// What a notice tells: its reason in a word, the facts, the reasons, the day and the number.
pub(super) type Told = (RefusalCode, Reason, Reason, Entered, Option<DocumentNumber>);

impl NewStudioNotice {
    pub(super) fn content(&self, read: &mut Reading) -> Option<Told> {
        let facts = read.text("/facts", &self.facts);
        let reasons = read.text("/reasons", &self.reasons);
        let late = self.late_entry_reason.as_deref();
        let notified = read.day("/notified_on", self.notified_on.as_deref(), late);
        let number = read.optional("/number", self.number.as_deref());
        Some((self.reason_code.0, facts?, reasons?, notified?, number?))
    }
}

step_body! {
    /// 不予命名 / The name is refused.
    #[schema(example = json!({
        "reason_code": "name_unfit", "deviation_reason": "测试：另有查明", "reason": "测试：名称不符合命名规则", "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewStudioRefusal signed by two {
        /// 理由代码，须与告知的一致 / The code of the reason, which is the one that was told.
        pub(crate) reason_code: StudioRefusalWord,
        /// 与告知、凭据或者案卷不一致而仍以此为由的，不采信的理由 / Why notice, receipt or file are not followed, where they say otherwise.
        #[validate(nested)]
        pub(crate) deviation_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 理由 / The reason in the officer's words.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
        /// 文号；不填则由本服务编号 / The number of the decision; left out, the service numbers it.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 撤销命名 / The name is withdrawn.
    #[schema(example = json!({
        "number": "聊工室撤〔2026〕9号", "reason_code": "host_closed", "reason": "测试：依托单位已经撤销",
        "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewStudioNameWithdrawal signed by two_and_co_signer {
        /// 决定文号 / The number of the decision.
        #[validate(nested)]
        pub(crate) number: BoundedText<1, 60>,
        /// 理由代码，须与告知的一致 / The code of the reason, which is the one that was told.
        pub(crate) reason_code: StudioRefusalWord,
        /// 与告知不一致而仍以此为由的，理由 / Why, where the notice told another one.
        #[validate(nested)]
        pub(crate) deviation_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 理由 / The reason in the officer's words.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 挂牌 / The sign is hung.
    #[schema(example = json!({ "sign": "聊工室牌9号" }))]
    NewStudioOpening signed by one {
        /// 标牌编号 / The number on the sign.
        #[validate(nested)]
        pub(crate) sign: BoundedText<1, 60>,
        /// 挂牌之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) opened_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 依托单位撤销 / The unit that houses the studio closes.
    #[schema(example = json!({ "reason": "测试：机构改革" }))]
    NewStudioHostClosure signed by one {
        /// 情况 / What happened.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
        /// 撤销之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) closed_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 收回牌匾 / The sign is recovered.
    #[schema(example = json!({ "note": "测试：标牌已收回" }))]
    NewStudioSignRecovery signed by one {
        /// 说明 / How.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
        /// 收回之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) recovered_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}
