//! Bodies of the steps that concern bodies which do not work with this service.

use domain::procedure::{OutsideDocument, SharedAct};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::step_body;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::Reading;

/// 外部文书 / A document of a body outside the service.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewOutsideDocument {
    /// 机关 / The organ.
    #[validate(nested)]
    organ: BoundedText<1, 100>,
    /// 文号 / The number of its document.
    #[validate(nested)]
    number: BoundedText<1, 60>,
    /// 文书之日；不填则为今天 / Its day; today if left out.
    #[schema(format = Date)]
    issued_on: Option<String>,
    /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
    #[validate(nested)]
    late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
}

impl NewOutsideDocument {
    /// The document, with its copy.
    pub(crate) fn read(&self, copy: Option<&str>, read: &mut Reading) -> Option<OutsideDocument> {
        let late = self.late_entry_reason.as_deref();
        let organ = read.text("/document/organ", &self.organ);
        let number = read.text("/document/number", &self.number);
        let issued = read.day("/document/issued_on", self.issued_on.as_deref(), late);
        let copy = read.copy(copy);
        Some(OutsideDocument {
            organ: organ?,
            number: number?,
            issued: issued?,
            copy,
        })
    }
}

step_body! {
    /// 移送市外单位 / The case goes to a body that does not work with this service.
    #[schema(example = json!({
        "organ": "测试市委政法委员会", "reason": "测试：行为发生在该市",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewOutsideTransfer signed by two {
        /// 接收机关 / The body that is to deal with it.
        #[validate(nested)]
        organ: BoundedText<1, 100>,
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of
        /// the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewOutsideTransfer {
    pub(in crate::procedure) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        let organ = read.text("/organ", &self.organ);
        let reason = read.text("/reason", &self.reason);
        let number = read.optional("/number", self.number.as_deref());
        Some(SharedAct::OutsideTransfer {
            organ: organ?,
            reason: reason?,
            number: number?,
        })
    }
}

step_body! {
    /// 登记外部单位文书 / What a body outside the service found: a court, the office for veterans affairs.
    #[schema(example = json!({
        "document": { "organ": "测试市中级人民法院", "number": "测行终〔2026〕1号" }, "content": "测试：判决撤销不予确认决定"
    }))]
    NewOutsideFinding signed by one {
        /// 其文书 / Its document.
        #[validate(nested)]
        document: NewOutsideDocument,
        /// 内容 / What it says.
        #[validate(nested)]
        content: BoundedParagraphs<1, 2000>,
        /// 复印件，须为本案卷已完成的附件 / The copy: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
    }
}

impl NewOutsideFinding {
    pub(in crate::procedure) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        let document = self.document.read(self.copy_id.as_deref(), read);
        let content = read.text("/content", &self.content);
        let document = document?;
        read.require_not_after_today(document.issued.on, "/document/issued_on");
        Some(SharedAct::OutsideFinding {
            document,
            content: content?,
        })
    }
}
