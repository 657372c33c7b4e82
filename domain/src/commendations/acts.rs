//! The steps of a commendation that are its own, each with what it brings with it.

use super::{
    Conferral, OpinionAnswer, OpinionOf, PaidMember, PaymentPlan, ReplacementReason, Revocation,
    RoundGrant, record::Accepted,
};
use crate::{
    ids::RoundId,
    money::Fen,
    out_of_city::KinAgreement,
    policy::TitleId,
    procedure::{DocumentNumber, Entered, OutsideDocument, Reason, Word, acts},
    rounds::EntryTerms,
    text::Line,
};

acts! {
    /// A step of a commendation. Where a step can end in two ways, each is a step of its own.
    Step,
    /// What a step of a commendation brings with it.
    Act {
        Acceptance = "acceptance", "受理推荐", "acceptance";
        OpinionRequest { body: Line<100>, of: OpinionOf, number: Option<DocumentNumber> } = "opinion_request", "征求意见", "opinion request";
        Opinion { answer: Box<OpinionAnswer> } = "opinion", "登记意见", "opinion";
        /// The nominee, or the next of kin, wants the honour; whether it may be given in public is said with it.
        NomineeAcceptance { accepted: Accepted, received: Entered } = "nominee_acceptance", "本人（近亲属）同意", "acceptance by the nominee";
        Declination { word: Word } = "declination", "本人（近亲属）谢绝", "declination";
        KinAgreement { agreement: KinAgreement } = "kin_agreement", "近亲属协商一致", "agreement of the next of kin";
        MartyrReferral { office: Line<100>, number: Option<DocumentNumber> } = "martyr_referral", "移送烈士评定", "referral for recognition as a martyr";
        /// One level up.
        Recommendation { opinion: Reason, reason: Option<Reason>, number: Option<DocumentNumber> } = "recommendation", "逐级推荐", "recommendation";
        Return { reason: Reason } = "return", "退回", "return";
        /// To the body above the city that grants the title.
        Submission { organ: Line<100>, opinion: Reason, reason: Option<Reason>, number: Option<DocumentNumber> } = "submission", "报送上级", "submission";
        OutsideAward { title: TitleId, document: OutsideDocument } = "outside_award", "登记上级授予", "record of an award from above";
        OutsideRefusal { document: OutsideDocument } = "outside_refusal", "登记上级未予授予", "record that it was not granted above";
        RoundEntry { round: RoundId, terms: Option<Box<EntryTerms>>, reason: Option<Reason> } = "round_entry", "列入批次", "entry into a round";
        RoundExit { reason: Reason } = "round_exit", "退出批次", "exit from the round";
        Deferral { reason: Reason } = "deferral", "转入下一批次", "deferral";
        Readmission { reason: Reason } = "readmission", "重新审核", "readmission";
        NotGranted { reason: Reason } = "not_granted", "不予表扬", "decision not to grant";
        /// At once, without a round (即时表扬).
        ImmediateAward { number: DocumentNumber, bodies: Vec<Line<100>>, certificate: Option<DocumentNumber>, approval: Option<DocumentNumber>, reason: Option<Reason> } = "immediate_award", "即时表扬", "immediate award";
        /// As the decision of the round says.
        Award { grant: Option<Box<RoundGrant>>, certificate: Option<DocumentNumber> } = "award", "按批次决定授予", "award by the round";
        PaymentPlan { plan: PaymentPlan, basis: Option<Line<100>>, reason: Option<Reason>, members: Vec<PaidMember>, number: Option<DocumentNumber> } = "payment_plan", "确定奖金", "plan of payments";
        Conferral { conferral: Box<Conferral>, conferred: Entered } = "conferral", "颁授", "conferral";
        CertificateReplacement { why: ReplacementReason, note: Reason, certificate: Option<DocumentNumber> } = "certificate_replacement", "换发证书", "replacement of the certificate";
        TakeOff { decision: DocumentNumber, reason: Reason } = "take_off", "经更正移出", "removal by a correction";
        RevocationNotice { facts: Reason, reasons: Reason, notified: Entered, number: Option<DocumentNumber> } = "revocation_notice", "告知拟撤销称号", "notice of an intended revocation";
        DefenceStatement { statement: Reason, received: Entered } = "defence_statement", "陈述申辩", "defence statement";
        DefenceWaiver { word: Word } = "defence_waiver", "放弃陈述申辩", "waiver of the defence statement";
        NoticeWithdrawal { reason: Reason } = "notice_withdrawal", "撤回告知", "withdrawal of the notice";
        Revocation { number: Option<DocumentNumber>, revocation: Revocation } = "revocation", "撤销称号", "revocation";
        OutsideRevocation { document: OutsideDocument, reason: Reason } = "outside_revocation", "登记上级撤销", "record of a revocation from above";
        /// The confirmation or recognition that it rests on was revoked.
        BasisFall { reason: Reason, number: Option<DocumentNumber> } = "basis_fall", "所依据的确认已撤销", "fall of what it rests on";
        Repayment { payer: Line<100>, fen: Fen, received: Entered } = "repayment", "收回奖金", "repayment";
        WriteOff { payer: Line<100>, fen: Fen, reason: Reason } = "write_off", "核销应收回奖金", "write-off";
    }
}
