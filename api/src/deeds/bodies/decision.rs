//! Decisions, their delivery, and what a party may ask afterwards.

use domain::deeds::{Act, Deed, Refusal};
use domain::procedure::{Act as AnyAct, OutsideDocument, Reason};

use crate::procedure::{Reading, StepBody, step_body};
use crate::words::{PartyWord, RefusalCodeWord};

step_body! {
    /// 确认 / The deed is confirmed.
    #[schema(example = json!({
        "number": "聊见义确〔2026〕1号",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002",
        "co_signer_id": "01937a00-0000-7000-8000-00000000b003"
    }))]
    NewConfirmation signed by two_and_co_signer {
        /// 决定书文号 / The number of the decision.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        number: String,
        /// 证书编号，仅限一名行为人；不填则由本服务为每人按年度顺序编号 / The number of the certificate, for one actor
        /// only; left out, the service gives everybody the next one of the year.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        certificate: Option<String>,
    }
}

impl StepBody<Deed> for NewConfirmation {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let number = read.line("/number", &self.number);
        let certificate = read.optional("/certificate", self.certificate.as_deref());
        Some(
            Act::Confirmation {
                number: number?,
                certificate: certificate?,
            }
            .into(),
        )
    }
}

step_body! {
    /// 不予确认 / Confirmation is refused.
    #[schema(example = json!({
        "number": "聊见义不〔2026〕1号",
        "reason_code": "statutory_duty",
        "reason": "测试：属于履行法定职责",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewRefusal signed by two {
        /// 决定书文号；不填则由本服务按年度顺序编号 / The number of the decision; left out, the service gives the
        /// next one of the year.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        number: Option<String>,
        /// 理由代码；凭据中有规则认定不符合的，取其代码 / Why, in a word; where a rule finds against the deed, the code of
        /// its finding.
        reason_code: RefusalCodeWord,
        /// 理由 / Why, in the officer's words.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl StepBody<Deed> for NewRefusal {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let number = read.optional("/number", self.number.as_deref());
        let reason = read.line("/reason", &self.reason);
        let refusal = Refusal {
            code: self.reason_code.0,
            reason: reason?,
        };
        Some(
            Act::Refusal {
                number: number?,
                refusal,
            }
            .into(),
        )
    }
}

step_body! {
    /// 申请复核 / A party asks the next level to look at a refusal.
    #[schema(example = json!({ "party": "actor", "reason": "测试：不服不予确认的决定" }))]
    NewReconfirmation signed by one {
        /// 申请人 / Who asks.
        party: PartyWord,
        /// 收到之日；不填则为今天 / The day the request was received; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由；期限仍自收到之日起算 / Why it is entered after more than the working days of the policy; the time still counts from the day of receipt.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        late_entry_reason: Option<String>,
        /// 理由 / Why the refusal is wrong, in the party's words.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl StepBody<Deed> for NewReconfirmation {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        let reason = read.line("/reason", &self.reason);
        Some(
            Act::ReconfirmationRequest {
                party: self.party.0,
                received: received?,
                reason: reason?,
            }
            .into(),
        )
    }
}

step_body! {
    /// 撤回复核申请 / The party takes the request back.
    #[schema(example = json!({}))]
    NewReconfirmationWithdrawal signed by one {}
}

impl StepBody<Deed> for NewReconfirmationWithdrawal {
    fn act(&self, _: &mut Reading) -> Option<AnyAct<Deed>> {
        Some(Act::ReconfirmationWithdrawal.into())
    }
}

step_body! {
    /// 复核决定：拟确认，或者维持不予确认 / What the next level finds: for the party, or against it.
    #[schema(example = json!({
        "approved": true,
        "reason": "测试：原决定认定事实不清",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewReconfirmationDecision signed by two {
        /// 是否拟确认 / Whether it finds for the party.
        approved: bool,
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
        /// 决定书文号；不填则由本服务按年度顺序编号 / The number of the decision; left out, the service gives the
        /// next one of the year.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        number: Option<String>,
        /// 理由代码；维持不予确认的必须填写 / Why, in a word; required for a refusal.
        reason_code: Option<RefusalCodeWord>,
    }
}

impl StepBody<Deed> for NewReconfirmationDecision {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        if self.approved {
            let reason = read.line("/reason", &self.reason)?;
            return Some(Act::ReconfirmationApproval { reason }.into());
        }
        let code = read.require("/reason_code", self.reason_code);
        let reason = read.line("/reason", &self.reason);
        let number = read.optional("/number", self.number.as_deref());
        let refusal = Refusal {
            code: code?.0,
            reason: reason?,
        };
        Some(
            Act::ReconfirmationRefusal {
                number: number?,
                refusal,
            }
            .into(),
        )
    }
}

step_body! {
    /// 登记上级复核决定：上级机关不使用本服务的，由初次确认单位凭其文书登记 / What a level above the city found, which does not
    /// work with this service: the body of first instance records it with its document.
    #[schema(example = json!({
        "approved": true,
        "organ": "测试上级机关",
        "number": "测试复〔2026〕1号",
        "reason": "测试：原决定认定事实不清",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewOutsideReconfirmationDecision signed by two {
        /// 是否拟确认 / Whether it finds for the party.
        approved: bool,
        /// 作出决定的机关 / The organ that decided.
        #[validate(length(min = 1, max = 100))]
        #[schema(min_length = 1, max_length = 100)]
        organ: String,
        /// 文号 / The number of its document.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        number: String,
        /// 文书日期；不填则为今天 / The day of its document; today if left out.
        #[schema(format = Date)]
        issued_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        late_entry_reason: Option<String>,
        /// 文书副本，须为本事迹已完成的附件 / The copy, a complete attachment of this deed.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
        /// 理由代码；维持不予确认的必须填写 / Why, in a word; required for a refusal.
        reason_code: Option<RefusalCodeWord>,
    }
}

impl StepBody<Deed> for NewOutsideReconfirmationDecision {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let late = self.late_entry_reason.as_deref();
        let organ = read.line("/organ", &self.organ);
        let number = read.line("/number", &self.number);
        let issued = read.day("/issued_on", self.issued_on.as_deref(), late);
        let copy = self.copy_id.as_deref();
        let copy = copy.and_then(|id| read.parse("/copy_id", id));
        let reason = read.line("/reason", &self.reason);
        let code = if self.approved {
            None
        } else {
            Some(read.require("/reason_code", self.reason_code)?)
        };
        let document = OutsideDocument {
            organ: organ?,
            number: number?,
            issued: issued?,
            copy,
        };
        let reason = reason?;
        let act = match code {
            None => Act::OutsideApproval { document, reason },
            Some(code) => Act::OutsideRefusal {
                document,
                refusal: Refusal {
                    code: code.0,
                    reason,
                },
            },
        };
        Some(act.into())
    }

    fn copy_id(&self) -> Option<&str> {
        self.copy_id.as_deref()
    }
}

step_body! {
    /// 撤销确认 / A confirmation that was obtained by deception is taken back.
    #[schema(example = json!({
        "number": "聊见义撤〔2026〕1号",
        "deception": "测试：经查证明系伪造",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002",
        "co_signer_id": "01937a00-0000-7000-8000-00000000b003"
    }))]
    NewRevocation signed by two_and_co_signer {
        /// 决定书文号 / The number of the decision.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        number: String,
        /// 查明的欺骗 / The deception as it was established.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        deception: String,
    }
}

impl StepBody<Deed> for NewRevocation {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let number = read.line("/number", &self.number);
        let deception = read.line("/deception", &self.deception);
        Some(
            Act::Revocation {
                number: number?,
                deception: deception?,
            }
            .into(),
        )
    }
}

step_body! {
    /// 重新启动 / New facts reopen a refused or revoked case.
    #[schema(example = json!({
        "new_facts": "测试：出现新的证人",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewReopening signed by two {
        /// 新的事实 / The facts that were not known before.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        new_facts: String,
    }
}

impl NewReopening {
    /// The facts that were not known before.
    pub(crate) fn new_facts(&self, read: &mut Reading) -> Option<Reason> {
        read.line("/new_facts", &self.new_facts)
    }
}

impl StepBody<Deed> for NewReopening {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let new_facts = self.new_facts(read)?;
        Some(Act::Reopening { new_facts }.into())
    }
}
