//! Bodies of the decisions of first instance, and of their revocation.

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::step_body;
use crate::words::RefusalCodeWord;
use validator::Validate;

step_body! {
    /// 换发证书 / Another certificate, since whom it names was corrected.
    #[schema(example = json!({
        "reason": "测试：姓名登记有误",
        "second_officer_id": ids::SECOND_OFFICER,
        "co_signer_id": ids::CO_SIGNER
    }))]
    NewCertificateReplacement signed by two_and_co_signer {
        /// 新证书的编号；不填则由本服务编号 / The number of the new certificate; given by the service if left out.
        #[validate(nested)]
        pub(crate) certificate: Option<BoundedText<1, 60>>,
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
