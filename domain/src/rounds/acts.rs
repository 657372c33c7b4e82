//! The steps of a round that are its own, each with what it brings with it.

use super::{CancellationCode, Candidate, CeremonyPlan, Correction, Resolution, Session};
use crate::{
    ids::{CommendationId, ObjectionId},
    policy::PublicationWaiverReason,
    procedure::{DocumentNumber, Entered, OutsideDocument, Reason, acts},
    text::Line,
};

acts! {
    /// A step of a round. Where a step can end in two ways, each is a step of its own.
    Step,
    /// What a step of a round brings with it.
    Act {
        Call { number: Option<DocumentNumber>, reason: Option<Reason> } = "call", "发出推荐通知", "call";
        /// Nominations are taken in without a call, as of an immediate commendation.
        Opening { reason: Option<Reason> } = "opening", "不发通知直接启动", "opening";
        /// `entered` are the nominations that came in, as they are now; the service looks them up.
        CandidateList { order: Vec<CommendationId>, left_out: Vec<(CommendationId, Reason)>, entered: Vec<Candidate> } = "candidate_list", "初审排序", "candidate list";
        CandidateNotice { number: Option<DocumentNumber> } = "candidate_notice", "公示拟表扬对象", "candidate notice";
        CandidateNoticeWaiver { reason: Option<PublicationWaiverReason>, note: Reason } = "candidate_notice_waiver", "不予公示", "waiver of the candidate notice";
        CandidateObjection { id: ObjectionId, received: Entered } = "candidate_objection", "对拟表扬对象提出异议", "objection to candidates";
        CandidateObjectionRejection { id: ObjectionId, reason: Reason } = "candidate_objection_rejection", "异议不成立", "rejection of the objection";
        /// The candidates are looked at anew.
        CandidateObjectionUpholding { id: ObjectionId, reason: Reason } = "candidate_objection_upholding", "异议成立", "upholding of the objection";
        CandidateNoticeWithdrawal { reason: Reason } = "candidate_notice_withdrawal", "撤回公示", "withdrawal of the candidate notice";
        Ballots { session: Box<Session>, held: Entered, number: Option<DocumentNumber> } = "ballots", "登记表决", "ballots";
        Resolution { resolution: Box<Resolution>, passed: Entered } = "resolution", "形成决议", "resolution";
        Decision { number: DocumentNumber, signed_outside: Vec<(Line<100>, OutsideDocument)>, reason: Option<Reason> } = "decision", "作出表扬决定", "decision";
        Ceremony { plan: Box<CeremonyPlan>, number: Option<DocumentNumber> } = "ceremony", "确定颁授议程", "ceremony";
        /// `known` are the nominations as they are now; the service looks them up.
        DecisionCorrection { number: DocumentNumber, correction: Correction, reason: Reason, known: Vec<Candidate> } = "decision_correction", "更正表扬决定", "correction of the decision";
        /// `conferred` are the awards that were handed over; the service looks them up.
        Closing { unconferred: Vec<(CommendationId, Reason)>, conferred: Vec<CommendationId> } = "closing", "办结", "closing";
        Cancellation { code: CancellationCode, reason: Reason } = "cancellation", "取消", "cancellation";
    }
}
