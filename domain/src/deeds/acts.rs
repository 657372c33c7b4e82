//! The steps of the confirmation of deeds that are its own, each with what it brings with it.

use serde::{Deserialize, Serialize};

use super::{Refusal, StatementKind};
use crate::{
    ids::{EvidenceId, ObjectionId},
    policy::{EvidenceKind, PanelKind, PublicationWaiverReason},
    procedure::{DocumentNumber, Entered, Named, OutsideDocument, Party, Reason, Word, acts},
    text::Line,
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelMember {
    pub person: Named,
    pub kind: PanelKind,
    pub present: bool,
}

acts! {
    /// A step of the confirmation of deeds. Where a step can end in two ways, each is a step of its own.
    Step,
    /// What a step brings with it.
    Act {
        Acceptance = "acceptance", "受理", "acceptance";
        SupplementRequest { items: Vec<Line<200>>, number: Option<DocumentNumber> } = "supplement_request", "一次性告知补正", "supplement request";
        Supplement { received: Entered } = "supplement", "补正", "supplement";
        BeneficiaryStatement { kind: StatementKind, note: Option<Reason> } = "beneficiary_statement", "受益人作证", "beneficiary statement";
        Evidence { id: EvidenceId, kind: EvidenceKind } = "evidence", "提交证据", "evidence";
        EvidenceVerification { id: EvidenceId, verified: bool } = "evidence_verification", "核实证据", "evidence verification";
        PanelReferral { reason: Reason } = "panel_referral", "提请评审", "panel referral";
        PanelReview { members: Vec<PanelMember>, in_favour: u32, finding: Reason, new_facts: Option<Reason> } = "panel_review", "评审", "panel review";
        Extension = "extension", "延长期限", "extension";
        PositiveAssessment { reason: Option<Reason> } = "positive_assessment", "拟确认意见", "positive assessment";
        NegativeAssessment { reason: Reason } = "negative_assessment", "拟不予确认意见", "negative assessment";
        Publication { number: Option<DocumentNumber> } = "publication", "公示", "publication";
        /// That the notice means the person as the file is now, though a name or number in it was corrected.
        IdentityStatement { reason: Reason } = "identity_statement", "说明系同一人", "statement of identity";
        PublicationWaiver { reason: PublicationWaiverReason, note: Reason } = "publication_waiver", "不予公示", "publication waiver";
        Objection { id: ObjectionId, received: Entered } = "objection", "提出异议", "objection";
        ObjectionRejection { id: ObjectionId, reason: Reason } = "objection_rejection", "异议不成立", "objection rejection";
        ObjectionUpholding { id: ObjectionId, reason: Reason } = "objection_upholding", "异议成立", "objection upholding";
        Confirmation { number: DocumentNumber, certificate: Option<DocumentNumber> } = "confirmation", "确认", "confirmation";
        /// Another certificate, since whom it names was corrected.
        CertificateReplacement { certificate: Option<DocumentNumber>, reason: Reason } = "certificate_replacement", "换发证书", "replacement of the certificate";
        PriorNotice { facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "prior_notice", "告知陈述申辩", "prior notice";
        DefenceStatement { statement: Reason, received: Entered } = "defence_statement", "陈述申辩", "defence statement";
        DefenceWaiver { word: Word } = "defence_waiver", "放弃陈述申辩", "waiver of the defence statement";
        Refusal { number: Option<DocumentNumber>, refusal: Refusal } = "refusal", "不予确认", "refusal";
        ReconfirmationRequest { party: Party, received: Entered, reason: Reason } = "reconfirmation_request", "申请复核", "reconfirmation request";
        ReconfirmationWithdrawal { word: Word, number: Option<DocumentNumber> } = "reconfirmation_withdrawal", "撤回复核申请", "reconfirmation withdrawal";
        ReconfirmationApproval { reason: Reason } = "reconfirmation_approval", "复核拟确认", "reconfirmation approval";
        ReconfirmationRefusal { number: Option<DocumentNumber>, refusal: Refusal } = "reconfirmation_refusal", "复核不予确认", "reconfirmation refusal";
        /// A level above the city, which does not work with this service, found for the party.
        OutsideApproval { document: OutsideDocument, reason: Reason } = "outside_approval", "登记上级复核拟确认", "record of approval by the level above the city";
        /// A level above the city, which does not work with this service, refused too.
        OutsideRefusal { document: OutsideDocument, refusal: Refusal } = "outside_refusal", "登记上级复核不予确认", "record of refusal by the level above the city";
        /// A level above the city, which does not work with this service, ended the reconfirmation because the
        /// party took its request back.
        OutsideTermination { document: OutsideDocument } = "outside_termination", "登记上级终止复核", "record of termination by the level above the city";
        RevocationNotice { facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "revocation_notice", "告知拟撤销确认", "notice of an intended revocation";
        NoticeWithdrawal { reason: Reason } = "notice_withdrawal", "撤回告知", "withdrawal of the notice";
        Revocation { number: DocumentNumber, deception: Reason } = "revocation", "撤销确认", "revocation";
        Redirection { reason: Reason } = "redirection", "转入市域外认定", "redirection to out-of-city recognition";
        Reopening { new_facts: Reason } = "reopening", "重新启动", "reopening";
    }
}
