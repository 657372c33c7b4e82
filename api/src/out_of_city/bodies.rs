//! What is handed in with the steps of a recognition.

use domain::identity::PersonName;
use domain::out_of_city::{Kin, KinAgreement};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::eligibility::out_of_city::case::{ConfirmationGiven, OriginClaimed};
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{NewOutsideDocument, Reading, step_body};
use crate::words::{KinshipWord, RecognitionRefusalWord};

step_body! {
    /// 补正：文书另行提交 / The missing material was submitted; documents are submitted by steps of their own.
    #[schema(example = json!({ "rewarded_elsewhere": true, "household_has_plaque": false }))]
    NewRecognitionSupplement signed by one {
        /// 是否已在行为发生地受奖 / Whether the person was rewarded where the deed happened.
        pub(crate) rewarded_elsewhere: Option<bool>,
        /// 家中是否已有光荣牌 / Whether the household has the plaque already.
        pub(crate) household_has_plaque: Option<bool>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 来源地依据 / The claim that the person comes from the city.
    #[schema(example = json!({ "claim": { "basis": "hukou_now", "region_code": "371502", "proof_present": true } }))]
    NewOriginClaim signed by one {
        /// 依据 / The claim.
        #[validate(nested)]
        pub(crate) claim: OriginClaimed,
        /// 证明，须为本认定已完成的附件；填写即视为已有证明 / The proof: a complete attachment of this recognition.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: Option<String>,
    }
}

step_body! {
    /// 当地确认文书 / The document by which the deed was confirmed where it happened.
    #[schema(example = json!({ "document": {
        "issuer_name": "测试市见义勇为基金会", "issuer_region_code": "340600", "issuer_kind": "foundation",
        "issuer_level": "municipal", "document_number": "测见义〔2026〕1号",
        "issued_on": { "precision": "day", "value": "2026-09-10" }, "copy_attached": true
    } }))]
    NewLocalConfirmation signed by one {
        /// 文书 / The document.
        #[validate(nested)]
        pub(crate) document: ConfirmationGiven,
        /// 复印件，须为本认定已完成的附件；填写即视为已附 / The copy: a complete attachment of this recognition.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: Option<String>,
    }
}

step_body! {
    /// 来源地核验结果 / The result of comparing the origin with the register.
    #[schema(example = json!({ "proven": true, "note": "测试：与户籍登记一致" }))]
    NewOriginCheck signed by one {
        /// 是否属实 / Whether it is true.
        pub(crate) proven: bool,
        /// 说明 / How it was found.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 生死核实结果 / The result of checking whether the person lives.
    #[schema(example = json!({ "deceased": false, "note": "测试：户籍登记" }))]
    NewLifeCheck signed by one {
        /// 是否已去世 / Whether the person has died.
        pub(crate) deceased: bool,
        /// 说明 / How it was found.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 市级对仅凭出生地的意见 / Whether the city approves an origin that needs its approval.
    #[schema(example = json!({ "approved": true, "note": "测试：出生证明在卷", "second_officer_id": ids::SECOND_OFFICER }))]
    NewOriginApproval signed by two {
        /// 是否同意 / Whether it approves.
        pub(crate) approved: bool,
        /// 说明 / Why.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 当地确认文书核实结果 / The answer of the issuer of the local confirmation.
    #[schema(example = json!({ "authentic": true, "note": "测试：已函询出具单位" }))]
    NewAuthenticityCheck signed by one {
        /// 是否属实有效 / Whether the document is authentic and valid.
        pub(crate) authentic: bool,
        /// 说明 / How it was found.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 更正证书 / A correction of the certificate.
    #[schema(example = json!({ "reason": "测试：生死登记有误", "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER }))]
    NewCertificateCorrection signed by two_and_co_signer {
        /// 更正后证书的编号；不填则由本服务编号 / The number of the new certificate; given by the service if left out.
        #[validate(nested)]
        pub(crate) certificate: Option<BoundedText<1, 60>>,
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

/// 近亲属 / A next of kin (Civil Code article 1045).
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewKin)]
pub(crate) struct KinGiven {
    /// 姓名 / The name.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 关系 / The relation to the person.
    kinship: KinshipWord,
    /// 是否同意 / Whether this person agrees.
    agrees: bool,
}

step_body! {
    /// 近亲属协商结果 / The agreement of the next of kin on who receives the certificate of a person who died.
    #[schema(example = json!({ "recipient": "测试配偶", "kin": [
        { "name": "测试配偶", "kinship": "spouse", "agrees": true }, { "name": "测试子女", "kinship": "child", "agrees": true }
    ] }))]
    NewKinAgreement signed by one {
        /// 领取人，近亲属之一 / The recipient, one of them.
        #[validate(nested)]
        pub(crate) recipient: BoundedText<1, 100>,
        /// 近亲属 / All next of kin.
        #[validate(length(min = 1, max = 20), nested)]
        #[schema(min_items = 1, max_items = 20)]
        pub(crate) kin: Vec<KinGiven>,
    }
}

impl NewKinAgreement {
    pub(crate) fn agreement(&self, read: &mut Reading) -> Option<KinAgreement> {
        let recipient = read.take("/recipient", PersonName::parse(&self.recipient));
        let kin = self.kin.iter().enumerate();
        let kin = kin
            .filter_map(|(index, kin)| {
                Some(Kin {
                    name: read.take(&format!("/kin/{index}/name"), PersonName::parse(&kin.name))?,
                    kinship: kin.kinship.0,
                    agrees: kin.agrees,
                })
            })
            .collect();
        Some(KinAgreement {
            recipient: recipient?,
            kin,
        })
    }
}

step_body! {
    /// 认定 / The person is recognised.
    #[schema(example = json!({
        "number": "聊义士〔2026〕1号", "second_officer_id": ids::SECOND_OFFICER,
        "co_signer_id": ids::CO_SIGNER
    }))]
    NewRecognitionDecision signed by two_and_co_signer {
        /// 决定书文号 / The number of the decision.
        #[validate(nested)]
        pub(crate) number: BoundedText<1, 60>,
        /// 证书编号，仅限一名行为人；不填则由本服务编号 / The number of the certificate, for one person only; left out, the service numbers it.
        #[validate(nested)]
        pub(crate) certificate: Option<BoundedText<1, 60>>,
        /// 规则未建议认定而认定的理由 / Why, where the rules do not propose it.
        #[validate(nested)]
        pub(crate) reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 不予认定 / Recognition is refused.
    #[schema(example = json!({
        "reason_code": "not_recognised", "reason": "测试：经核验不符合认定条件",
        "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewRecognitionRefusal signed by two {
        /// 理由代码 / The code of the reason.
        pub(crate) reason_code: RecognitionRefusalWord,
        /// 凭据中该项规则未发现问题而仍以此为由的，不采信的理由 / Why the receipt is not followed, where the rule behind the reason
        /// finds nothing against the case.
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
    /// 当地撤回确认 / The body that confirmed the deed withdrew its confirmation.
    #[schema(example = json!({
        "document": { "organ": "测试市见义勇为基金会", "number": "测见义撤〔2026〕1号" }, "reason": "测试：当地复查"
    }))]
    NewConfirmationFall signed by one {
        /// 撤回文书 / Its document.
        #[validate(nested)]
        pub(crate) document: NewOutsideDocument,
        /// 理由 / Why it withdrew it.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
        /// 复印件，须为本认定已完成的附件 / The copy: a complete attachment of this recognition.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: Option<String>,
    }
}

step_body! {
    /// 当地恢复确认 / The body confirmed the deed again.
    #[schema(example = json!({ "document": { "organ": "测试市见义勇为基金会", "number": "测见义〔2026〕9号" } }))]
    NewConfirmationReturn signed by one {
        /// 恢复文书 / Its document.
        #[validate(nested)]
        pub(crate) document: NewOutsideDocument,
        /// 复印件，须为本认定已完成的附件 / The copy: a complete attachment of this recognition.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) copy_id: Option<String>,
    }
}

step_body! {
    /// 颁发证书 / The certificate is handed over.
    #[schema(example = json!({ "recipient": "测试配偶" }))]
    NewHandover signed by one {
        /// 领取人；追授的须为近亲属商定的人 / Who receives it; for a person who died, the recipient on whom the next of kin agreed.
        #[validate(nested)]
        pub(crate) recipient: BoundedText<1, 100>,
        /// 颁发之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        pub(crate) handed_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 撤销认定 / A recognition is revoked.
    #[schema(example = json!({
        "number": "聊义士撤〔2026〕1号", "reason_code": "confirmation_withdrawn", "reason": "测试：当地确认已撤回",
        "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewRecognitionRevocation signed by two_and_co_signer {
        /// 决定书文号 / The number of the decision.
        #[validate(nested)]
        pub(crate) number: BoundedText<1, 60>,
        /// 理由代码 / The code of the reason.
        pub(crate) reason_code: RecognitionRefusalWord,
        /// 凭据中该项规则未发现问题而仍以此为由的，不采信的理由 / Why the receipt is not followed, where the rule behind the reason
        /// finds nothing against the case.
        #[validate(nested)]
        pub(crate) deviation_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 理由 / The reason in the officer's words.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}
