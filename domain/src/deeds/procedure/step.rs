use crate::policy::named_enum;

named_enum! {
    /// A step of the procedure. Where a step can end in two ways, each is a step of its own.
    Step {
        /// The case is complete enough to be looked into.
        Acceptance = "acceptance", "受理", "acceptance";
        /// Everything missing is asked for, once.
        SupplementRequest = "supplement_request", "一次性告知补正", "supplement request";
        /// What was missing is handed in.
        Supplement = "supplement", "补正", "supplement";
        /// What a beneficiary said, or that one would not.
        BeneficiaryStatement = "beneficiary_statement", "受益人作证", "beneficiary statement";
        /// Evidence is added.
        Evidence = "evidence", "提交证据", "evidence";
        /// A piece of evidence is verified, or found wanting.
        EvidenceVerification = "evidence_verification", "核实证据", "evidence verification";
        /// Somebody steps back from the case.
        Recusal = "recusal", "回避", "recusal";
        /// The case is complex or disputed and goes to a panel.
        PanelReferral = "panel_referral", "提请评审", "panel referral";
        /// The panel votes.
        PanelReview = "panel_review", "评审", "panel review";
        /// The time for the opinion is extended.
        Extension = "extension", "延长期限", "extension";
        /// The body intends to confirm.
        PositiveAssessment = "positive_assessment", "拟确认意见", "positive assessment";
        /// The body intends to refuse.
        NegativeAssessment = "negative_assessment", "拟不予确认意见", "negative assessment";
        /// The notice goes up.
        Publication = "publication", "公示", "publication";
        /// The notice is left out, or taken down early.
        PublicationSkip = "publication_skip", "不予公示", "publication skip";
        /// Somebody objects to the notice.
        Objection = "objection", "提出异议", "objection";
        /// An objection is rejected.
        ObjectionRejection = "objection_rejection", "异议不成立", "objection rejection";
        /// An objection is upheld, and the case is assessed anew.
        ObjectionUpholding = "objection_upholding", "异议成立", "objection upholding";
        /// The deed is confirmed.
        Confirmation = "confirmation", "确认", "confirmation";
        /// The party is told the facts and reasons of an intended refusal.
        Hearing = "hearing", "告知陈述申辩", "hearing";
        /// The party states its case, or waives it.
        HearingStatement = "hearing_statement", "陈述申辩", "hearing statement";
        /// Confirmation is refused.
        Refusal = "refusal", "不予确认", "refusal";
        /// A decision has reached a party.
        Delivery = "delivery", "送达", "delivery";
        /// A party asks the next level.
        ReconfirmationRequest = "reconfirmation_request", "申请复核", "reconfirmation request";
        /// The party takes that back.
        ReconfirmationWithdrawal = "reconfirmation_withdrawal", "撤回复核申请", "reconfirmation withdrawal";
        /// The next level finds for the party.
        ReconfirmationApproval = "reconfirmation_approval", "复核拟确认", "reconfirmation approval";
        /// The next level refuses too.
        ReconfirmationRefusal = "reconfirmation_refusal", "复核不予确认", "reconfirmation refusal";
        /// The case waits for another body's finding.
        Suspension = "suspension", "中止", "suspension";
        /// It goes on.
        Resumption = "resumption", "恢复", "resumption";
        /// It is sent to another body.
        Transfer = "transfer", "移送", "transfer";
        /// That body takes it.
        TransferAcceptance = "transfer_acceptance", "接收移送", "transfer acceptance";
        /// That body does not take it.
        TransferDispute = "transfer_dispute", "管辖争议", "transfer dispute";
        /// The city names the body that holds the case.
        Designation = "designation", "指定管辖", "designation";
        /// Whoever filed the case takes it back.
        Withdrawal = "withdrawal", "撤回申请", "withdrawal";
        /// A confirmation that was obtained by deception is taken back.
        Revocation = "revocation", "撤销确认", "revocation";
        /// New facts reopen a refused or revoked case.
        Restoration = "restoration", "重新启动", "restoration";
    }
}
