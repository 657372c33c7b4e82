//! The steps of a recognition that are its own, each with what it brings with it.

use super::{ConfirmationDocument, KinAgreement, OriginClaim, Refusal};
use crate::{
    identity::PersonName,
    ids::AttachmentId,
    procedure::{DocumentNumber, Entered, OutsideDocument, Reason, Word, acts},
    text::Line,
};

acts! {
    /// A step of a recognition. Where a step can end in two ways, each is a step of its own.
    Step,
    /// What a step of a recognition brings with it.
    Act {
        Acceptance = "acceptance", "受理", "acceptance";
        SupplementRequest { items: Vec<Line<200>>, number: Option<DocumentNumber> } = "supplement_request", "一次性告知补正", "supplement request";
        /// What was missing is handed in: documents as steps of their own, what only has to be said with it.
        Supplement { rewarded_elsewhere: Option<bool>, household_has_plaque: Option<bool>, received: Entered } = "supplement", "补正", "supplement";
        OriginClaim { claim: OriginClaim, proof: Option<AttachmentId> } = "origin_claim", "提交来源地依据", "origin claim";
        LocalConfirmation { document: Box<ConfirmationDocument>, copy: Option<AttachmentId> } = "local_confirmation", "提交当地确认文书", "local confirmation";
        NoLocalConfirmation = "no_local_confirmation", "当地未予确认", "no local confirmation";
        OriginCheck { proven: bool, note: Reason } = "origin_check", "核验来源地", "origin check";
        LifeCheck { deceased: bool, note: Reason } = "life_check", "核实生死", "life check";
        OriginApproval { approved: bool, note: Reason } = "origin_approval", "市级同意来源地", "origin approval";
        AuthenticityCheck { authentic: bool, note: Reason } = "authenticity_check", "核实当地确认文书", "authenticity check";
        KinAgreement { agreement: KinAgreement } = "kin_agreement", "近亲属协商一致", "agreement of the next of kin";
        Recognition { number: DocumentNumber, certificate: Option<DocumentNumber>, reason: Option<Reason> } = "recognition", "认定", "recognition";
        /// Whether the person lives, or who it is, turned out otherwise than the certificate says.
        CertificateCorrection { certificate: Option<DocumentNumber>, reason: Reason } = "certificate_correction", "更正证书", "correction of the certificate";
        RefusalNotice { facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "refusal_notice", "告知拟不予认定", "notice of an intended refusal";
        RevocationNotice { facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "revocation_notice", "告知拟撤销认定", "notice of an intended revocation";
        DefenceStatement { statement: Reason, received: Entered } = "defence_statement", "陈述申辩", "defence statement";
        DefenceWaiver { word: Word } = "defence_waiver", "放弃陈述申辩", "waiver of the defence statement";
        NoticeWithdrawal { reason: Reason } = "notice_withdrawal", "撤回告知", "withdrawal of the notice";
        Refusal { number: Option<DocumentNumber>, refusal: Refusal } = "refusal", "不予认定", "refusal";
        ConfirmationFall { document: OutsideDocument, reason: Reason } = "confirmation_fall", "登记当地撤回确认", "record of the fall of the local confirmation";
        ConfirmationReturn { document: OutsideDocument } = "confirmation_return", "登记当地恢复确认", "record of the return of the local confirmation";
        Handover { recipient: PersonName, handed: Entered } = "handover", "颁发证书", "handover";
        Revocation { number: DocumentNumber, refusal: Refusal } = "revocation", "撤销认定", "revocation";
        Reopening { new_facts: Reason } = "reopening", "重新启动", "reopening";
        Redirection { reason: Reason } = "redirection", "转入普通确认程序", "redirection";
    }
}
