//! What is handed in with each step.

use serde_json::{Value, json};

use super::{NEIGHBOUR, unused_number};
use crate::attachments::PAPER;

/// A body for each step that is well formed; signatures aside.
pub(super) fn act(step: &str) -> Value {
    let nobody = "01930000-0000-7000-8000-000000000000";
    match step {
        "acceptance" | "supplement" | "transfer_acceptance" | "publication" | "extension" => {
            json!({})
        }
        "defence_statement" => json!({ "statement": "测试" }),
        "defence_waiver"
        | "reconfirmation_withdrawal"
        | "withdrawal"
        | "recommendation_withdrawal" => json!({ "copy_id": PAPER }),
        "supplement_request" => json!({ "items": ["测试"] }),
        "beneficiary_statement" => json!({ "kind": "given" }),
        "evidence" => json!({ "kind": "witness", "description": "测试" }),
        "evidence_verification" => json!({ "evidence_id": nobody, "verified": true }),
        "recusal" => json!({ "name": "测试专家", "reason": "测试" }),
        "panel_referral"
        | "transfer_dispute"
        | "redirection"
        | "notice_withdrawal"
        | "transfer_withdrawal"
        | "identity_statement"
        | "certificate_replacement" => json!({ "reason": "测试" }),
        "continuation" => json!({ "own_motion": true, "reason": "测试" }),
        "outside_transfer" => json!({ "organ": "测试市委政法委员会", "reason": "测试" }),
        "outside_finding" => finding(),
        "panel_review" => super::panel::review(5, 5),
        "positive_assessment" => json!({ "opinion": "positive", "reason": "测试" }),
        "negative_assessment" => json!({ "opinion": "negative", "reason": "测试" }),
        "publication_waiver" => json!({ "reason": "safety", "note": "测试" }),
        "objection" => objection("测试"),
        "objection_rejection" => {
            json!({ "objection_id": nobody, "upheld": false, "reason": "测试" })
        }
        "objection_upholding" => {
            json!({ "objection_id": nobody, "upheld": true, "reason": "测试" })
        }
        "confirmation" => json!({ "number": unused_number("测试"), "certificate": "测试1号" }),
        "prior_notice" | "revocation_notice" => json!({ "facts": "测试", "reasons": "测试" }),
        "refusal" => {
            json!({
                "reason_code": "not_confirmed", "deviation_reason": "测试：证人改变陈述", "reason": "测试"
            })
        }
        "delivery" => json!({ "party": "actor" }),
        "reconfirmation_request" => json!({ "party": "actor", "reason": "测试" }),
        "reconfirmation_approval" => json!({ "approved": true, "reason": "测试" }),
        "reconfirmation_refusal" => json!({
            "approved": false, "reason": "测试", "reason_code": "not_confirmed",
            "deviation_reason": "测试：证人改变陈述"
        }),
        "outside_approval" => outside(true),
        "outside_refusal" => outside(false),
        "outside_termination" => {
            let mut ended = outside(false);
            ended["terminated"] = json!(true);
            ended
        }
        "suspension" => json!({ "pending": "测试" }),
        "resumption" => json!({ "finding": "测试" }),
        "transfer" | "designation" => {
            json!({ "receiver_region_code": NEIGHBOUR, "reason": "测试" })
        }
        "revocation" => json!({ "number": unused_number("测试"), "deception": "测试" }),
        "reopening" => json!({ "new_facts": "测试" }),
        unknown => panic!("no body for {unknown}"),
    }
}

/// An objection that says this.
pub(crate) fn objection(description: &str) -> Value {
    let objector = json!({ "name": "测试异议人", "contact": "19900000004" });
    json!({ "description": description, "objector": objector })
}

/// The record of what a court found.
pub(crate) fn finding() -> Value {
    let document = json!({ "organ": "测试市中级人民法院", "number": "测行终〔2026〕1号" });
    json!({ "document": document, "content": "测试" })
}

/// The record of what a level above the city decided.
pub(super) fn outside(approved: bool) -> Value {
    json!({
        "approved": approved,
        "document": { "organ": "测试上级机关", "number": "测试上级复〔2026〕1号" },
        "reason": "测试",
        "reason_code": "not_confirmed"
    })
}
