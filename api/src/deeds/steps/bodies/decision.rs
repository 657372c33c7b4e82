//! Decisions, their delivery, and what a party may ask afterwards.

use domain::deeds::procedure::{Act, Refusal};
use domain::documents::DocumentKind;

use crate::deeds::steps::input::{Reading, StepBody, WantedAct};
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

impl StepBody for NewConfirmation {
    fn act(&self, read: &mut Reading) -> Option<WantedAct> {
        let number = read.line("/number", &self.number);
        let act = number.map(|number| {
            move |certificate| Act::Confirmation {
                number: number.clone(),
                certificate,
            }
        });
        read.numbered(
            DocumentKind::Certificate,
            ("/certificate", self.certificate.as_deref()),
            act,
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

impl StepBody for NewRefusal {
    fn act(&self, read: &mut Reading) -> Option<WantedAct> {
        let code = self.reason_code.0;
        let act = read.line("/reason", &self.reason).map(|reason| {
            move |number| Act::Refusal {
                number,
                refusal: Refusal {
                    code,
                    reason: reason.clone(),
                },
            }
        });
        read.numbered(
            DocumentKind::Refusal,
            ("/number", self.number.as_deref()),
            act,
        )
    }
}

step_body! {
    /// 送达 / A decision reached a party; deadlines run from that day.
    #[schema(example = json!({ "party": "actor" }))]
    NewDelivery signed by one {
        /// 当事人 / The party.
        party: PartyWord,
        /// 送达之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        delivered_on: Option<String>,
    }
}

impl StepBody for NewDelivery {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::Delivery {
            party: self.party.0,
            delivered_on: read.day("/delivered_on", self.delivered_on.as_deref())?,
        })
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
        /// 理由 / Why the refusal is wrong, in the party's words.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl StepBody for NewReconfirmation {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        let received_on = read.day("/received_on", self.received_on.as_deref());
        let reason = read.line("/reason", &self.reason);
        Some(Act::ReconfirmationRequest {
            party: self.party.0,
            received_on: received_on?,
            reason: reason?,
        })
    }
}

step_body! {
    /// 撤回复核申请 / The party takes the request back.
    #[schema(example = json!({}))]
    NewReconfirmationWithdrawal signed by one {}
}

impl StepBody for NewReconfirmationWithdrawal {
    fn act(&self, _: &mut Reading) -> Option<Act> {
        Some(Act::ReconfirmationWithdrawal)
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

impl StepBody for NewReconfirmationDecision {
    fn act(&self, read: &mut Reading) -> Option<WantedAct> {
        if self.approved {
            let reason = read.line("/reason", &self.reason)?;
            return Some(Act::ReconfirmationApproval { reason }.into());
        }
        let code = read.require("/reason_code", self.reason_code);
        let reason = read.line("/reason", &self.reason);
        let act = code.zip(reason).map(|(code, reason)| {
            move |number| Act::ReconfirmationRefusal {
                number,
                refusal: Refusal {
                    code: code.0,
                    reason: reason.clone(),
                },
            }
        });
        let kind = DocumentKind::ReconfirmationDecision;
        read.numbered(kind, ("/number", self.number.as_deref()), act)
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

impl StepBody for NewRevocation {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        let number = read.line("/number", &self.number);
        let deception = read.line("/deception", &self.deception);
        Some(Act::Revocation {
            number: number?,
            deception: deception?,
        })
    }
}

step_body! {
    /// 重新启动 / New facts reopen a refused or revoked case.
    #[schema(example = json!({
        "new_facts": "测试：出现新的证人",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewRestoration signed by two {
        /// 新的事实 / The facts that were not known before.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        new_facts: String,
    }
}

impl StepBody for NewRestoration {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::Restoration {
            new_facts: read.line("/new_facts", &self.new_facts)?,
        })
    }
}
