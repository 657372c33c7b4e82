//! What is handed in with the steps of the confirmation of deeds.

use domain::deeds::{Act, Objector, OpinionKind, PanelMember, Refusal};
use persistence::cases::EnclosureKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{NewOutsideDocument, Reading, somebody, step_body};
use crate::words::{
    EvidenceKindWord, OpinionKindWord, PanelKindWord, PartyWord, PublicationWaiverReasonWord,
    RefusalCodeWord, StatementKindWord,
};

step_body! {
    /// 受益人作证情况 / Whether a beneficiary gave a statement.
    #[schema(example = json!({ "kind": "given", "note": "测试：受益人到场作证" }))]
    NewBeneficiaryStatement signed by one {
        /// 情况 / The kind.
        pub(crate) kind: StatementKindWord,
        /// 说明 / In the officer's words.
        #[validate(nested)]
        pub(crate) note: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 证据 / A piece of evidence.
    #[schema(example = json!({ "kind": "public_security", "description": "测试：公安机关出具的证明", "attachment_ids": [ids::ATTACHMENT] }))]
    NewEvidence signed by one {
        /// 种类 / Its kind.
        pub(crate) kind: EvidenceKindWord,
        /// 说明 / What it is.
        #[validate(nested)]
        pub(crate) description: BoundedParagraphs<1, 2000>,
        /// 随附的附件，须为本事迹已完成的附件 / Its files, which are complete attachments of this deed.
        #[validate(length(max = 20))]
        #[schema(max_items = 20, value_type = Option<BTreeSet<uuid::Uuid>>)]
        pub(crate) attachment_ids: Option<Vec<String>>,
    }
}

step_body! {
    /// 核实证据 / Whether a piece of evidence is true.
    #[schema(example = json!({ "evidence_id": "01937a00-0000-7000-8000-000000009001", "verified": true }))]
    NewEvidenceVerification signed by one {
        /// 证据编号 / The evidence.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) evidence_id: String,
        /// 是否属实 / Whether it was found to be true.
        pub(crate) verified: bool,
    }
}

/// 评审人员 / A member of the panel: an officer, or a person outside by name.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPanelMember)]
pub(crate) struct MemberGiven {
    /// 经办人；与 `name` 只填其一 / The officer; this or `name`.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    officer_id: Option<String>,
    /// 外部人员的姓名 / The name of a person outside.
    #[validate(nested)]
    name: Option<BoundedText<1, 100>>,
    /// 类别 / Whom the member represents.
    kind: PanelKindWord,
    /// 是否到会 / Whether the member was there.
    present: bool,
}

step_body! {
    /// 评审 / A vote of the panel.
    #[schema(example = json!({
        "members": [
            { "name": "测试评审甲", "kind": "agency", "present": true },
            { "name": "测试评审乙", "kind": "expert", "present": true },
            { "name": "测试评审丙", "kind": "congress_deputy", "present": true },
            { "name": "测试评审丁", "kind": "conference_member", "present": true },
            { "name": "测试评审戊", "kind": "expert", "present": true }
        ],
        "in_favour": 5,
        "finding": "测试：属于见义勇为"
    }))]
    NewPanelReview signed by one {
        /// 评审人员 / Its members.
        #[validate(length(min = 1, max = 50), nested)]
        #[schema(min_items = 1, max_items = 50)]
        pub(crate) members: Vec<MemberGiven>,
        /// 赞成票 / How many of those present were in favour of confirming.
        #[validate(range(max = 50))]
        #[schema(minimum = 0, maximum = 50)]
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        pub(crate) in_favour: u32,
        /// 评审意见 / What it found.
        #[validate(nested)]
        pub(crate) finding: BoundedParagraphs<1, 2000>,
        /// 上次评审后出现的新的事实；再次评审必须填写 / What became known since the last review; required for another one.
        #[validate(nested)]
        pub(crate) new_facts: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 延长期限：仅在政策允许时 / The time for the opinion is extended; only where the policy provides for it.
    #[schema(example = json!({ "second_officer_id": "01937a00-0000-7000-8000-00000000b002" }))]
    NewExtension signed by two {}
}

step_body! {
    /// 拟确认或者拟不予确认的意见 / The intended opinion: to confirm, or to refuse.
    #[schema(example = json!({ "opinion": "positive", "reason": "测试：事实清楚，证据充分" }))]
    NewAssessment signed by one {
        /// 意见 / What is intended.
        pub(crate) opinion: OpinionKindWord,
        /// 理由；拟不予确认，或者规则未建议确认（建议人工核查或者不予确认，如疑似重复）而拟确认的，必须填写 / Why; required for a negative opinion, and for a positive one that the rules do not propose, such as of a likely duplicate.
        #[validate(nested)]
        pub(crate) reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 公示 / The notice is published.
    #[schema(example = json!({ "number": "聊见义公〔2026〕1号" }))]
    NewPublication signed by one {
        /// 文号；不填则由本服务按年度顺序编号 / Its number; left out, the service gives the next one of the year.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 不予公示 / The notice is waived, or removed early.
    #[schema(example = json!({
        "reason": "safety",
        "note": "测试：行为人请求保密",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewPublicationWaiver signed by two {
        /// 理由 / The code of the reason.
        pub(crate) reason: PublicationWaiverReasonWord,
        /// 说明 / The reason in the officer's words.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 异议 / An objection to the notice, as the body received it.
    #[schema(example = json!({
        "description": "测试：对公示内容提出异议",
        "objector": { "name": "测试异议人", "contact": "19900000004" }
    }))]
    NewObjection signed by one {
        /// 异议人，不向行为人提供 / Who objects; never shown to the actors.
        #[validate(nested)]
        pub(crate) objector: NewObjector,
        /// 内容，不向行为人提供 / What is objected; never shown to the actors.
        #[validate(nested)]
        pub(crate) description: BoundedParagraphs<1, 2000>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

/// 异议人 / Who objects, and how to reach them.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewObjector {
    /// 姓名或者名称 / The name of the person or organisation.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 联系方式：电话号码、电子邮箱或者地址，至少含一个数字、“@”或者六个汉字 / A telephone number, an e-mail address or an address: at least a digit, an `@` or six Chinese characters.
    #[validate(nested)]
    contact: BoundedText<1, 200>,
}

impl NewObjector {
    fn read(&self, read: &mut Reading) -> Option<Objector> {
        let name = read.text("/objector/name", &self.name);
        let contact = read.text("/objector/contact", &self.contact);
        if let Some(contact) = &contact {
            read.take("/objector/contact", Objector::require_reachable(contact));
        }
        Some(Objector {
            name: name?,
            contact: contact?,
        })
    }
}

impl NewObjection {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let objector = self.objector.read(read);
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        let id = read.enclose(
            EnclosureKind::Objection,
            &self.description,
            objector.clone(),
        );
        objector?;
        Some(Act::Objection {
            id: id?.into(),
            received: received?,
        })
    }
}

step_body! {
    /// 补正 / The missing material was submitted.
    #[schema(example = json!({}))]
    NewSupplement signed by one {
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewSupplement {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late)?;
        Some(Act::Supplement { received })
    }
}

step_body! {
    /// 异议的处理 / The outcome of an objection.
    #[schema(example = json!({
        "objection_id": "01937a00-0000-7000-8000-000000009101",
        "upheld": false,
        "reason": "测试：经核查异议不成立"
    }))]
    NewObjectionOutcome signed by one {
        /// 异议编号 / The objection.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) objection_id: String,
        /// 是否成立；成立的重新审查 / Whether it is upheld; then the case is assessed again.
        pub(crate) upheld: bool,
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 确认 / The deed is confirmed.
    #[schema(example = json!({
        "number": "聊见义确〔2026〕1号",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002",
        "co_signer_id": "01937a00-0000-7000-8000-00000000b003"
    }))]
    NewConfirmation signed by two_and_co_signer {
        /// 决定书文号 / The number of the decision.
        #[validate(nested)]
        pub(crate) number: BoundedText<1, 60>,
        /// 证书编号，仅限一名行为人；不填则由本服务为每人按年度顺序编号 / The number of the certificate, for one actor
        /// only; left out, the service gives everybody the next one of the year.
        #[validate(nested)]
        pub(crate) certificate: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 不予确认 / Confirmation is refused.
    #[schema(example = json!({
        "number": "聊见义不〔2026〕1号",
        "reason_code": "not_confirmed",
        "reason": "测试：经核实不符合确认条件",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewRefusal signed by two {
        /// 决定书文号；不填则由本服务按年度顺序编号 / The number of the decision; left out, the service gives the
        /// next one of the year.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
        /// 理由代码；凭据中有规则认定不符合的，取其代码 / The code of the reason; where a rule finds against the deed, the code of
        /// its finding.
        pub(crate) reason_code: RefusalCodeWord,
        /// 凭据中该项规则未发现问题而仍以此为由的，不采信的理由 / Why the receipt is not followed, where the rule behind the reason
        /// finds nothing against the case.
        #[validate(nested)]
        pub(crate) deviation_reason: Option<BoundedParagraphs<1, 2000>>,
        /// 理由 / The reason in the officer's words.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

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
    #[schema(example = json!({}))]
    NewReconfirmationWithdrawal signed by one {
        /// 终止通知书文号；不填则由本服务按年度顺序编号 / The number of the notice; left out, the service gives the next
        /// one of the year.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
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

step_body! {
    /// 登记上级复核决定：上级机关不使用本服务的，由初次确认单位凭其文书登记 / The decision of a level above the city, which does not
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

step_body! {
    /// 撤销确认 / A confirmation that was obtained by deception is revoked.
    #[schema(example = json!({
        "number": "聊见义撤〔2026〕1号",
        "deception": "测试：经查证明系伪造",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002",
        "co_signer_id": "01937a00-0000-7000-8000-00000000b003"
    }))]
    NewRevocation signed by two_and_co_signer {
        /// 决定书文号 / The number of the decision.
        #[validate(nested)]
        pub(crate) number: BoundedText<1, 60>,
        /// 查明的欺骗 / The deception as it was established.
        #[validate(nested)]
        pub(crate) deception: BoundedParagraphs<1, 2000>,
    }
}

impl NewPanelReview {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let members = self.members.iter().enumerate();
        let members = members
            .filter_map(|(index, member)| {
                let pointer = format!("/members/{index}");
                let (officer, name) = (member.officer_id.as_deref(), member.name.as_deref());
                Some(PanelMember {
                    person: somebody(officer, name, &pointer, read)?,
                    kind: member.kind.0,
                    present: member.present,
                })
            })
            .collect();
        Some(Act::PanelReview {
            members,
            in_favour: self.in_favour,
            finding: read.text("/finding", &self.finding)?,
            new_facts: read.optional("/new_facts", self.new_facts.as_deref())?,
        })
    }
}

impl NewAssessment {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let reason = read.optional("/reason", self.reason.as_deref())?;
        Some(match self.opinion.0 {
            OpinionKind::Positive => Act::PositiveAssessment { reason },
            OpinionKind::Negative => Act::NegativeAssessment {
                reason: read.require("/reason", reason)?,
            },
        })
    }
}

impl NewObjectionOutcome {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let id = read.parse("/objection_id", &self.objection_id);
        let reason = read.text("/reason", &self.reason)?;
        let id = id?;
        Some(if self.upheld {
            Act::ObjectionUpholding { id, reason }
        } else {
            Act::ObjectionRejection { id, reason }
        })
    }
}

impl NewReconfirmationDecision {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
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

impl NewOutsideReconfirmationDecision {
    pub(super) fn act(&self, read: &mut Reading) -> Option<Act> {
        let document = self.document.read(self.copy_id.as_deref(), read);
        let reason = read.text("/reason", &self.reason);
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
