//! Bodies of the steps before the next level.

use domain::deeds::{Act, Refusal};
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{NewOutsideDocument, Reading, step_body};
use crate::words::{PartyWord, RefusalCodeWord};

step_body! {
    /// 申请复核 / A party asks the next level to review a refusal.
    #[schema(example = json!({ "party": "actor", "reason": "测试：不服不予确认的决定" }))]
    NewReconfirmation signed by one {
        /// 申请人 / Who asks.
        pub(crate) party: PartyWord,
        /// 收到之日；不填则为今天 / The day the request was received; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由；期限仍自收到之日起算 / Why it is entered after more than the working days of the policy; the time still counts from the day of receipt.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 理由 / Why the refusal is wrong, in the party's words.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 撤回复核申请 / The party withdraws its request for reconfirmation.
    #[schema(example = json!({ "copy_id": ids::paper_in(ids::DEED_REGRETTED) }))]
    NewReconfirmationWithdrawal signed by one {
        /// 当事人书面材料的副本，须为本案卷已完成的附件 / The copy of what the party wrote: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: String,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 终止通知书文号；不填则由本服务按年度顺序编号 / The number of the notice; left out, the service gives the next
        /// one of the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewReconfirmationWithdrawal {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let late = self.late_entry_reason.as_deref();
        let word = read.word(self.received_on.as_deref(), late, &self.copy_id);
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::ReconfirmationWithdrawal {
            word: word?,
            number: number?,
        })
    }
}

step_body! {
    /// 复核决定：拟确认，或者维持不予确认 / The decision of the next level: for the party, or against it.
    #[schema(example = json!({
        "approved": true,
        "reason": "测试：原决定认定事实不清",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewReconfirmationDecision signed by two {
        /// 是否拟确认 / Whether it is for the party.
        pub(crate) approved: bool,
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
        /// 决定书文号；不填则由本服务按年度顺序编号 / The number of the decision; left out, the service gives the
        /// next one of the year.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
        /// 理由代码；维持不予确认的必须填写 / The code of the reason; required for a refusal.
        pub(crate) reason_code: Option<RefusalCodeWord>,
        /// 凭据中该项规则未发现问题而仍以此为由的，不采信的理由 / Why the receipt is not followed, where the rule behind the reason
        /// finds nothing against the case.
        #[validate(nested)]
        pub(crate) deviation_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewReconfirmationDecision {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let reason = read.text("/reason", &self.reason);
        if self.approved {
            return Some(Act::ReconfirmationApproval { reason: reason? });
        }
        let code = read.require("/reason_code", self.reason_code);
        let number = read.optional("/number", self.number.as_deref())?;
        let deviation = read.optional("/deviation_reason", self.deviation_reason.as_deref())?;
        let (code, reason) = (code?.0, reason?);
        let refusal = Refusal {
            code,
            reason,
            deviation,
        };
        Some(Act::ReconfirmationRefusal { number, refusal })
    }
}

domain::faults! {
    struct ApprovedOrTerminated = "approved_or_terminated",
        "拟确认与终止复核不能同时填写", "A review that found for the party was not ended by it.";
}

step_body! {
    /// 登记上级复核结果：上级机关不使用本服务的，由初次确认单位凭其文书登记 / What a level above the city came to, which does not
    /// use this service: the body of first instance records it with its document.
    #[schema(example = json!({
        "approved": true,
        "document": { "organ": "测试上级机关", "number": "测试复〔2026〕1号" },
        "reason": "测试：原决定认定事实不清",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewOutsideReconfirmationDecision signed by two {
        /// 是否拟确认 / Whether it is for the party.
        pub(crate) approved: bool,
        /// 是否因当事人撤回而终止复核 / Whether the review was ended because the party took its request back.
        pub(crate) terminated: Option<bool>,
        /// 其文书 / Its document.
        #[validate(nested)]
        pub(crate) document: NewOutsideDocument,
        /// 文书副本，须为本事迹已完成的附件 / The copy, a complete attachment of this deed.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: Option<String>,
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
        /// 理由代码；维持不予确认的必须填写 / The code of the reason; required for a refusal.
        pub(crate) reason_code: Option<RefusalCodeWord>,
    }
}

impl NewOutsideReconfirmationDecision {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let document = self.document.read(self.copy_id.as_deref(), read);
        let reason = read.text("/reason", &self.reason);
        let terminated = self.terminated == Some(true);
        if terminated && self.approved {
            read.fault("/terminated", &ApprovedOrTerminated);
        }
        if terminated {
            let document = document?;
            return Some(Act::OutsideTermination { document });
        }
        let code = if self.approved {
            None
        } else {
            Some(read.require("/reason_code", self.reason_code)?.0)
        };
        let document = document?;
        let reason = reason?;
        Some(match code {
            None => Act::OutsideApproval { document, reason },
            Some(code) => Act::OutsideRefusal {
                document,
                refusal: Refusal {
                    code,
                    reason,
                    deviation: None,
                },
            },
        })
    }
}
