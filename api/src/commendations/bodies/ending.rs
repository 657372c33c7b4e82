//! Bodies of the steps that end a title, and of what comes back then.

use domain::commendations::{Act, Revocation};
use domain::money::Fen;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText, required_whole_number};
use crate::procedure::{NewOutsideDocument, Reading, step_body};
use crate::words::TitleRevocationWord;

step_body! {
    /// 撤销称号 / The title is taken back.
    #[schema(example = json!({
        "reason_code": "deception", "reason": "测试：事迹不实",
        "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewTitleRevocation signed by two_and_co_signer {
        /// 理由代码 / The code of the reason.
        reason_code: TitleRevocationWord,
        /// 理由 / The reason in the officer's words.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
        /// 文号；不填则由本服务编号 / The number of the decision; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewTitleRevocation {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let reason = read.text("/reason", &self.reason);
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::Revocation {
            number: number?,
            revocation: Revocation {
                code: self.reason_code.0,
                reason: reason?,
                deviation: None,
            },
        })
    }
}

step_body! {
    /// 登记上级撤销 / The body above the city that granted a title took it back.
    #[schema(example = json!({
        "document": { "organ": "测试省委政法委员会", "number": "测政法撤〔2026〕1号" }, "reason": "测试：事迹不实",
        "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewOutsideRevocation signed by two {
        /// 撤销文书 / Its document.
        #[validate(nested)]
        document: NewOutsideDocument,
        /// 复印件，须为本案卷已完成的附件 / The copy: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewOutsideRevocation {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let document = self.document.read(self.copy_id.as_deref(), read);
        let reason = read.text("/reason", &self.reason);
        Some(Act::OutsideRevocation {
            document: document?,
            reason: reason?,
        })
    }
}

step_body! {
    /// 所依据的确认或者认定已撤销 / The confirmation or recognition that it rests on was revoked.
    #[schema(example = json!({ "reason": "测试：确认已撤销", "second_officer_id": ids::SECOND_OFFICER }))]
    NewBasisFall signed by two {
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
        /// 撤销称号决定的文号；不填则由本服务编号 / The number of the decision; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewBasisFall {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let reason = read.text("/reason", &self.reason);
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::BasisFall {
            reason: reason?,
            number: number?,
        })
    }
}

step_body! {
    /// 收回奖金 / Some of what was paid came back.
    #[schema(example = json!({ "payer": "聊城市见义勇为基金会", "fen": 100_000 }))]
    NewRepayment signed by one {
        /// 向其返还的出资单位 / The payer to whom it came back.
        #[validate(nested)]
        payer: BoundedText<1, 100>,
        /// 金额（分） / The amount in fen.
        #[serde(deserialize_with = "required_whole_number")]
        #[schema(minimum = 1)]
        fen: i64,
        /// 收到之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewRepayment {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let payer = read.text("/payer", &self.payer);
        let fen = read.take("/fen", Fen::new(self.fen));
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        Some(Act::Repayment {
            payer: payer?,
            fen: fen?,
            received: received?,
        })
    }
}

step_body! {
    /// 核销 / Some of what was to come back is given up.
    #[schema(example = json!({ "payer": "聊城市见义勇为基金会", "fen": 100_000, "reason": "测试：无可供执行的财产", "second_officer_id": ids::SECOND_OFFICER }))]
    NewWriteOff signed by two {
        /// 出资单位 / The payer.
        #[validate(nested)]
        payer: BoundedText<1, 100>,
        /// 金额（分） / The amount in fen.
        #[serde(deserialize_with = "required_whole_number")]
        #[schema(minimum = 1)]
        fen: i64,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewWriteOff {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let payer = read.text("/payer", &self.payer);
        let fen = read.take("/fen", Fen::new(self.fen));
        let reason = read.text("/reason", &self.reason);
        Some(Act::WriteOff {
            payer: payer?,
            fen: fen?,
            reason: reason?,
        })
    }
}
