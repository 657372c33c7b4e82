//! Bodies of the steps on the way from the nomination to a round or to the bodies above the city.

use domain::commendations::{Accepted, Act, OpinionAnswer};
use domain::identity::PersonName;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{NewOutsideDocument, Reading, step_body};
use crate::words::{OpinionOfWord, SecrecyWord};

step_body! {
    /// 征求意见 / A body is asked for its opinion.
    #[schema(example = json!({ "body": "测试公安机关", "of": "public_security" }))]
    NewOpinionRequest signed by one {
        /// 征求意见的单位 / The body that is asked.
        #[validate(nested)]
        body: BoundedText<1, 100>,
        /// 意见事项 / On what.
        of: OpinionOfWord,
        /// 文号；不填则由本服务编号 / The number of the letter; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewOpinionRequest {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let body = read.text("/body", &self.body);
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::OpinionRequest {
            body: body?,
            of: self.of.0,
            number: number?,
        })
    }
}

step_body! {
    /// 登记意见 / What a body that was asked answered.
    #[schema(example = json!({
        "of": "public_security", "favourable": true, "content": "测试：无违法犯罪记录",
        "document": { "organ": "测试公安机关", "number": "测公函〔2026〕1号" }
    }))]
    NewOpinion signed by one {
        /// 意见事项 / On what.
        of: OpinionOfWord,
        /// 是否同意表扬 / Whether it is in favour.
        favourable: bool,
        /// 内容 / What it says.
        #[validate(nested)]
        content: BoundedParagraphs<1, 2000>,
        /// 其文书 / Its document.
        #[validate(nested)]
        document: NewOutsideDocument,
        /// 复印件，须为本案卷已完成的附件 / The copy: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
    }
}

impl NewOpinion {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let content = read.text("/content", &self.content);
        let document = self.document.read(self.copy_id.as_deref(), read);
        Some(Act::Opinion {
            answer: Box::new(OpinionAnswer {
                of: self.of.0,
                favourable: self.favourable,
                content: content?,
                document: document?,
            }),
        })
    }
}

step_body! {
    /// 本人（近亲属）同意 / The nominee, or the next of kin, accepts the honour.
    #[schema(example = json!({ "by": "测试甲", "secrecy": "open" }))]
    NewNomineeAcceptance signed by one {
        /// 表示同意的人 / Who accepts.
        #[validate(nested)]
        by: BoundedText<1, 100>,
        /// 是否公开 / Whether it may be given in public.
        secrecy: SecrecyWord,
        /// 书面材料的副本，须为本案卷已完成的附件 / The copy of what was written: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewNomineeAcceptance {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let by = read.take("/by", PersonName::parse(&self.by));
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        let copy = read.copy(self.copy_id.as_deref());
        Some(Act::NomineeAcceptance {
            accepted: Accepted {
                by: by?,
                secrecy: self.secrecy.0,
                copy,
            },
            received: received?,
        })
    }
}

step_body! {
    /// 移送烈士评定 / Somebody who died in the deed is referred to the office for veterans affairs.
    #[schema(example = json!({ "office": "测试县退役军人事务局" }))]
    NewMartyrReferral signed by one {
        /// 接收单位 / The office, of the employer's place, the household register or the deed.
        #[validate(nested)]
        office: BoundedText<1, 100>,
        /// 文号；不填则由本服务编号 / The number of the letter; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewMartyrReferral {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let office = read.text("/office", &self.office);
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::MartyrReferral {
            office: office?,
            number: number?,
        })
    }
}

step_body! {
    /// 逐级推荐 / The body recommends it to the next level.
    #[schema(example = json!({ "opinion": "测试：事迹突出，同意推荐", "reason": "测试：凭据所列事项已查明", "second_officer_id": ids::SECOND_OFFICER }))]
    NewLevelOpinion signed by two {
        /// 推荐意见，载入推荐审批表 / The opinion, as the nomination form prints it.
        #[validate(nested)]
        opinion: BoundedParagraphs<1, 2000>,
        /// 规则未建议同意而推荐的理由 / Why, where the rules do not propose it.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
        /// 推荐审批表的编号；不填则由本服务编号 / The number of the form; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewLevelOpinion {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let opinion = read.text("/opinion", &self.opinion);
        let reason = read.optional("/reason", self.reason.as_deref());
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::Recommendation {
            opinion: opinion?,
            reason: reason?,
            number: number?,
        })
    }
}

step_body! {
    /// 报送上级 / It goes to the body above the city that grants the title.
    #[schema(example = json!({ "organ": "测试省委政法委员会", "opinion": "测试：同意申报", "reason": "测试：凭据所列事项已查明", "second_officer_id": ids::SECOND_OFFICER }))]
    NewSubmission signed by two {
        /// 接收机关 / The body that decides.
        #[validate(nested)]
        organ: BoundedText<1, 100>,
        /// 推荐意见，载入推荐审批表 / The opinion, as the nomination form prints it.
        #[validate(nested)]
        opinion: BoundedParagraphs<1, 2000>,
        /// 规则未建议同意而报送的理由 / Why, where the rules do not propose it.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
        /// 推荐审批表的编号；不填则由本服务编号 / The number of the form; left out, the service numbers it.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewSubmission {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let organ = read.text("/organ", &self.organ);
        let opinion = read.text("/opinion", &self.opinion);
        let reason = read.optional("/reason", self.reason.as_deref());
        let number = read.optional("/number", self.number.as_deref());
        Some(Act::Submission {
            organ: organ?,
            opinion: opinion?,
            reason: reason?,
            number: number?,
        })
    }
}

step_body! {
    /// 登记上级文书 / A document of a body above the city.
    #[schema(example = json!({ "document": { "organ": "测试省委政法委员会", "number": "测政法〔2026〕1号" } }))]
    NewOutsideDocumentStep signed by one {
        /// 其文书 / Its document.
        #[validate(nested)]
        pub(in crate::commendations) document: NewOutsideDocument,
        /// 复印件，须为本案卷已完成的附件 / The copy: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(in crate::commendations) copy_id: Option<String>,
    }
}

step_body! {
    /// 列入批次 / It enters a round of the body that holds it.
    #[schema(example = json!({ "round_id": ids::ROUND_OPEN, "reason": "测试：凭据所列事项已查明" }))]
    NewRoundEntry signed by one {
        /// 批次 / The round.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        round_id: String,
        /// 规则未建议同意而列入的理由 / Why, where the rules do not propose it.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewRoundEntry {
    pub(in crate::commendations) fn act(&self, read: &mut Reading) -> Option<Act> {
        let round = read.parse("/round_id", &self.round_id);
        let reason = read.optional("/reason", self.reason.as_deref());
        Some(Act::RoundEntry {
            round: round?,
            terms: None,
            reason: reason?,
        })
    }
}
