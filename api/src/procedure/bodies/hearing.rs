//! Bodies of the steps by which a party is heard before a decision against it.

use domain::procedure::{DocumentNumber, Entered, Reason};
use validator::Validate;

use super::step_body;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::Reading;

step_body! {
    /// 告知事实和理由 / The party is informed of the facts and reasons of an intended decision.
    #[schema(example = json!({
        "facts": "测试：行为人当时在岗履职",
        "reasons": "测试：属于法定职责"
    }))]
    NewPriorNotice signed by one {
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

impl NewPriorNotice {
    /// The facts, the reasons, the day of the notice, and the number of the paper.
    pub(crate) fn content(
        &self,
        read: &mut Reading,
    ) -> Option<(Reason, Reason, Entered, Option<DocumentNumber>)> {
        let facts = read.text("/facts", &self.facts);
        let reasons = read.text("/reasons", &self.reasons);
        let late = self.late_entry_reason.as_deref();
        let notified = read.day("/notified_on", self.notified_on.as_deref(), late);
        let number = read.optional("/number", self.number.as_deref());
        Some((facts?, reasons?, notified?, number?))
    }
}

step_body! {
    /// 陈述申辩 / The statement of the party before a refusal or a revocation.
    #[schema(example = json!({ "statement": "测试：当时已经下班" }))]
    NewDefenceStatement signed by one {
        /// 陈述 / The statement.
        #[validate(nested)]
        statement: BoundedParagraphs<1, 2000>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewDefenceStatement {
    /// The statement, and the day on which it came in.
    pub(crate) fn content(&self, read: &mut Reading) -> Option<(Reason, Entered)> {
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        let statement = read.text("/statement", &self.statement);
        Some((statement?, received?))
    }
}
