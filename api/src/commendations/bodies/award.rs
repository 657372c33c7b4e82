//! Bodies of the steps from the award to the conferral.

use domain::commendations::money::PayerShare;
use domain::commendations::{Act, Conferral, PaymentPlan};
use domain::identity::PersonName;
use domain::money::Fen;
use domain::policy::TitleId;
use domain::text::Line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText, required_whole_number};
use crate::procedure::{NewOutsideDocument, Reading, step_body};
use crate::words::{CommendationFormWord, ReplacementReasonWord};

step_body! {
    /// 登记上级授予 / A title that a body above the city granted, or a place on its list.
    #[schema(example = json!({
        "title": "shandong_model", "second_officer_id": ids::SECOND_OFFICER,
        "document": { "organ": "测试省委政法委员会", "number": "测政法〔2026〕2号" }
    }))]
    NewOutsideAward signed by two {
        /// 授予的称号编号，可以不同于推荐的称号 / The title that was granted, which may be another than was nominated.
        #[validate(nested)]
        title: BoundedText<1, 100>,
        /// 授予文书 / Its document.
        #[validate(nested)]
        document: NewOutsideDocument,
        /// 复印件，须为本案卷已完成的附件 / The copy: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
    }
}

impl NewOutsideAward {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let title = read.text::<Line<100>>("/title", &self.title);
        let document = self.document.read(self.copy_id.as_deref(), read);
        Some(Act::OutsideAward {
            title: TitleId::new(title?.as_str()),
            document: document?,
        })
    }
}

step_body! {
    /// 即时表扬 / An award at once, without a round.
    #[schema(example = json!({
        "number": "聊见义即〔2026〕1号", "bodies": ["中共聊城市委政法委员会", "聊城市见义勇为基金会"], "reason": "测试：凭据所列事项已查明",
        "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewImmediateAward signed by two_and_co_signer {
        /// 决定文号 / The number of the decision.
        #[validate(nested)]
        number: BoundedText<1, 60>,
        /// 署名单位，按署名顺序 / The bodies that grant it, in the order of signing.
        #[validate(length(min = 1, max = 10))]
        #[schema(min_items = 1, max_items = 10, value_type = Vec<BoundedText<1, 100>>)]
        bodies: Vec<String>,
        /// 证书编号，仅限一人；不填则由本服务编号 / The number of the certificate, for one person only; left out, the service numbers it.
        #[validate(nested)]
        certificate: Option<BoundedText<1, 60>>,
        /// 表彰的批准文号 / The number under which a state award was approved.
        #[validate(nested)]
        approval_number: Option<BoundedText<1, 60>>,
        /// 规则未建议同意而授予的理由 / Why, where the rules do not propose it.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewImmediateAward {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let number = read.text("/number", &self.number);
        let bodies = self.bodies.iter().enumerate();
        let bodies: Vec<_> = bodies
            .filter_map(|(index, body)| read.text(&format!("/bodies/{index}"), body))
            .collect();
        let certificate = read.optional("/certificate", self.certificate.as_deref());
        let approval = read.optional("/approval_number", self.approval_number.as_deref());
        let reason = read.optional("/reason", self.reason.as_deref());
        Some(Act::ImmediateAward {
            number: number?,
            bodies,
            certificate: certificate?,
            approval: approval?,
            reason: reason?,
        })
    }
}

step_body! {
    /// 按批次决定授予 / The award that the decision of the round makes, where it was not carried out with it.
    #[schema(example = json!({ "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER }))]
    NewAward signed by two_and_co_signer {
        /// 证书编号，仅限一人；不填则由本服务编号 / The number of the certificate, for one person only; left out, the service numbers it.
        #[validate(nested)]
        certificate: Option<BoundedText<1, 60>>,
    }
}

impl NewAward {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let certificate = read.optional("/certificate", self.certificate.as_deref());
        Some(Act::Award {
            grant: None,
            certificate: certificate?,
        })
    }
}

/// 出资单位 / Who pays, and what part.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct PayerGiven {
    /// 名称 / Its name.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 出资比例，千分之几；各单位合计为 1000 / Its part in thousandths; together they are 1000.
    #[serde(deserialize_with = "required_whole_number")]
    #[validate(range(min = 1, max = 1000))]
    #[schema(minimum = 1, maximum = 1000)]
    permille: u32,
}

step_body! {
    /// 确定奖金：全体成员一个总额，按权重分配，由各出资单位按比例承担 / One sum for all members, shared by their weights, paid by the payers in fixed parts.
    #[schema(example = json!({
        "total_fen": 3_000_000, "payers": [{ "name": "聊城市见义勇为基金会", "permille": 1000 }],
        "basis": "测试：聊见义〔2026〕3号", "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewPaymentPlan signed by two {
        /// 总额（分） / The sum in fen.
        #[serde(deserialize_with = "required_whole_number")]
        #[schema(minimum = 1)]
        total_fen: i64,
        /// 出资单位 / Who pays.
        #[validate(length(min = 1, max = 20), nested)]
        #[schema(min_items = 1, max_items = 20)]
        payers: Vec<PayerGiven>,
        /// 标准表未载明时所依据的文件 / The document that sets the sum, where no table does.
        #[validate(nested)]
        basis: Option<BoundedText<1, 100>>,
        /// 与标准表不一致的理由 / Why the sum is not that of the table.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
        /// 发放表的编号；不填则由本服务编号 / The number of the list; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewPaymentPlan {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let total = read.take("/total_fen", Fen::new(self.total_fen));
        let payers = self.payers.iter().enumerate();
        let payers: Vec<_> = payers
            .filter_map(|(index, payer)| {
                let name = read.text(&format!("/payers/{index}/name"), &payer.name)?;
                let permille = payer.permille;
                Some(PayerShare { name, permille })
            })
            .collect();
        let basis = read.optional("/basis", self.basis.as_deref());
        let reason = read.optional("/reason", self.reason.as_deref());
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::PaymentPlan {
            plan: PaymentPlan {
                total: total?,
                payers,
            },
            basis: basis?,
            reason: reason?,
            members: Vec::new(),
            number: number?,
        })
    }
}

step_body! {
    /// 颁授 / The award is handed over.
    #[schema(example = json!({ "recipient": "测试甲", "place": "测试会场", "form": "collective" }))]
    NewConferral signed by one {
        /// 领取人；追授的须为近亲属商定的领取人 / Who receives it; for somebody who died, whom the next of kin agreed on.
        #[validate(nested)]
        recipient: BoundedText<1, 100>,
        /// 地点 / Where.
        #[validate(nested)]
        place: BoundedText<1, 100>,
        /// 颁授人 / Who presents it.
        #[validate(nested)]
        presented_by: Option<BoundedText<1, 100>>,
        /// 形式：集中、专项、联合、送奖上门、表奖到岗、即时 / In which form.
        form: CommendationFormWord,
        /// 在其会议上颁授的批次；一次会议可以颁授几个批次和即时表扬 / The round in whose ceremony it is given: one ceremony may hold several rounds and immediate awards.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        ceremony_round_id: Option<String>,
        /// 颁授之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        conferred_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewConferral {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let recipient = read.take("/recipient", PersonName::parse(&self.recipient));
        let place = read.text("/place", &self.place);
        let presented_by = read.optional("/presented_by", self.presented_by.as_deref());
        let ceremony = match &self.ceremony_round_id {
            Some(id) => read.parse("/ceremony_round_id", id).map(Some),
            None => Some(None),
        };
        let late = self.late_entry_reason.as_deref();
        let conferred = read.day("/conferred_on", self.conferred_on.as_deref(), late);
        Some(Act::Conferral {
            conferral: Box::new(Conferral {
                recipient: recipient?,
                place: place?,
                presented_by: presented_by?,
                form: self.form.0,
                ceremony: ceremony?,
            }),
            conferred: conferred?,
        })
    }
}

step_body! {
    /// 换发证书 / Another certificate in place of one that was lost or damaged, or says something wrong.
    #[schema(example = json!({ "why": "lost", "note": "测试：本人声明遗失", "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER }))]
    NewAwardCertificateReplacement signed by two_and_co_signer {
        /// 原因 / Why.
        why: ReplacementReasonWord,
        /// 说明 / What happened.
        #[validate(nested)]
        note: BoundedParagraphs<1, 2000>,
        /// 新证书编号，仅限一人；不填则由本服务编号 / The number of the new certificate, for one person only; left out, the service numbers it.
        #[validate(nested)]
        certificate: Option<BoundedText<1, 60>>,
    }
}

impl NewAwardCertificateReplacement {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let note = read.text("/note", &self.note);
        let certificate = read.optional("/certificate", self.certificate.as_deref());
        Some(Act::CertificateReplacement {
            why: self.why.0,
            note: note?,
            certificate: certificate?,
        })
    }
}

step_body! {
    /// 经更正移出 / A correction of the decision took it off.
    #[schema(example = json!({ "decision": "聊见义更〔2026〕1号", "reason": "测试：决定附件误列", "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER }))]
    NewTakeOff signed by two_and_co_signer {
        /// 更正决定的文号 / The number of the correcting decision.
        #[validate(nested)]
        decision: BoundedText<1, 60>,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewTakeOff {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let decision = read.text("/decision", &self.decision);
        let reason = read.text("/reason", &self.reason);
        Some(Act::TakeOff {
            decision: decision?,
            reason: reason?,
        })
    }
}
