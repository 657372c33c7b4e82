//! The whole procedure of out-of-city recognition.

use super::{
    ClockKind as Clock, Condition as If, Document, Recognition, State,
    State::{
        Applied, HandedOver, InCheck, IntendedRefusal, IntendedRevocation, Recognised, Redirected,
        Refused, Revoked, Suspended, Transferred, Withdrawn,
    },
    Step as Of,
};
use crate::{
    documents::DocumentKind,
    procedure::{
        COMMITTEE,
        ClockEffect::{Cancels, CancelsAll, Starts, Stops, StopsOnceAllDelivered},
        CompetentBody, Officers,
        OwnOrShared::{Own, Shared},
        Row, Scope, SharedStep,
        Target::{Moves, Reassessed, Returns, Stays},
        WORKING,
    },
};

/// A step is possible in a state if and only if a line here says so.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Recognition>] = &[
    Row::of(Own(Of::Acceptance), "acceptance", &[Applied], Moves(InCheck))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake)]),
    Row::of(Own(Of::SupplementRequest), "supplement-requests", &[Applied, InCheck], Moves(InCheck))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake), Starts(Clock::SupplementAnswer)])
        .needs(&[If::SupplementNotAsked])
        .calls_for(Document::SupplementRequest).issues(DocumentKind::SupplementRequest),
    Row::of(Own(Of::Supplement), "supplements", &[InCheck], Stays)
        .clocks(&[Stops(Clock::SupplementAnswer)])
        .needs(&[If::SupplementOpen]),
    // What came in time is on record though its entry is late and the case has gone on without it.
    Row::of(Own(Of::Supplement), "supplements", &[IntendedRefusal, Refused], Stays)
        .needs(&[If::SupplementOpen, If::ReceivedInTime]),
    Row::of(Own(Of::OriginClaim), "origin-claims", &[Applied, InCheck, IntendedRefusal], Stays),
    Row::of(Own(Of::LocalConfirmation), "local-confirmations", &[Applied, InCheck, IntendedRefusal], Stays),
    Row::of(Own(Of::NoLocalConfirmation), "missing-confirmations", &[Applied, InCheck], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One),
    Row::of(Own(Of::OriginCheck), "origin-checks", &[InCheck, IntendedRefusal], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::OriginClaimed]),
    Row::of(Own(Of::LifeCheck), "life-checks", &[Applied, InCheck, IntendedRefusal, Recognised, Refused, Suspended, IntendedRevocation, Revoked], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::OriginApproval), "origin-approvals", &[InCheck, IntendedRefusal], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::Two)
        .needs(&[If::OriginClaimed, If::ApprovalAsked]),
    Row::of(Own(Of::AuthenticityCheck), "authenticity-checks", &[InCheck, IntendedRefusal], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::ConfirmationOnFile]),
    Row::of(Own(Of::KinAgreement), "kin-agreements", &[Applied, InCheck, IntendedRefusal, Recognised, Suspended], Stays)
        .needs(&[If::Posthumous, If::KinUnanimous]),
    Row::of(Own(Of::Recognition), "recognition", &[InCheck], Moves(Recognised))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::Check), Stops(Clock::Decision), Cancels(Clock::SupplementAnswer), Starts(Clock::Handover), Starts(Clock::ResultNotice)])
        .needs(&[If::RulesKnown, If::OriginChecked, If::Authentic, If::DeviationReasoned])
        .calls_for(Document::Recognition).decides(DocumentKind::RecognitionDecision).issues(DocumentKind::RecognitionCertificate),
    Row::of(Own(Of::CertificateCorrection), "certificate-corrections", &[Recognised], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::TwoAndCoSigner)
        .clocks(&[Starts(Clock::Handover), Starts(Clock::ResultNotice)])
        .needs(&[If::CertificateWrong])
        .calls_for(Document::Recognition).issues(DocumentKind::RecognitionCertificate),
    Row::of(Own(Of::RefusalNotice), "refusal-notices", &[InCheck], Moves(IntendedRefusal))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::Check), Stops(Clock::Decision), Cancels(Clock::SupplementAnswer), Starts(Clock::DefenceAnswer)])
        .needs(&[If::RulesKnown])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::RefusalNotice), "refusal-notices", &[Suspended], Moves(IntendedRefusal))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::Intake), Stops(Clock::Check), Stops(Clock::Decision), Stops(Clock::SuspensionReview), Cancels(Clock::SupplementAnswer), Starts(Clock::DefenceAnswer)])
        .needs(&[If::RulesKnown, If::NotRecognised])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::RevocationNotice), "revocation-notices", &[Recognised], Moves(IntendedRevocation))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Starts(Clock::DefenceAnswer)])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::RevocationNotice), "revocation-notices", &[Suspended], Moves(IntendedRevocation))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::SuspensionReview), Starts(Clock::DefenceAnswer)])
        .needs(&[If::OnceRecognised])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[IntendedRefusal, IntendedRevocation], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::NoticeOpen]),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[Refused, Revoked], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::NoticeOpen, If::ReceivedInTime]),
    Row::of(Own(Of::DefenceWaiver), "defence-waivers", &[IntendedRefusal, IntendedRevocation], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::NoticeOpen]),
    Row::of(Own(Of::NoticeWithdrawal), "notice-withdrawals", &[IntendedRefusal], Moves(InCheck))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Starts(Clock::Check)]),
    Row::of(Own(Of::NoticeWithdrawal), "notice-withdrawals", &[IntendedRevocation], Reassessed)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer)]),
    Row::of(Own(Of::Refusal), "refusal", &[IntendedRefusal], Moves(Refused))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::Two)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Starts(Clock::ResultNotice)])
        .needs(&[If::DefenceHeard, If::RefusalAgrees])
        .calls_for(Document::Refusal).issues(DocumentKind::RecognitionRefusal),
    Row::of(Own(Of::ConfirmationFall), "confirmation-falls", &[InCheck, IntendedRefusal, Recognised], Moves(Suspended))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::ConfirmationOnFile, If::ConfirmationStands]),
    Row::of(Own(Of::ConfirmationReturn), "confirmation-returns", &[Suspended], Returns)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::SuspensionReview)])
        .needs(&[If::ConfirmationFallen]),
    Row::of(Own(Of::ConfirmationReturn), "confirmation-returns", &[InCheck], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::ConfirmationFallen]),
    Row::of(Own(Of::Handover), "handover", &[Recognised], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::Handover)])
        .needs(&[If::NotHandedOver, If::CertificateTrue, If::KinKnown, If::RecipientAgreed]),
    Row::of(Own(Of::Revocation), "revocation", &[IntendedRevocation], Moves(Revoked))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Cancels(Clock::Handover), Starts(Clock::ResultNotice)])
        .needs(&[If::DefenceHeard, If::RevocationReason, If::RefusalAgrees])
        .calls_for(Document::Revocation).decides(DocumentKind::RecognitionRevocation),
    Row::of(Own(Of::Reopening), "reopening", &[Refused, Revoked], Moves(InCheck))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::Two)
        .clocks(&[CancelsAll, Starts(Clock::Check)])
        .needs(&[If::ReopeningLeft]),
    Row::of(Own(Of::Redirection), "redirection", &[Applied, InCheck], Moves(Redirected))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[CancelsAll])
        .needs(&[If::OrdinaryRoute])
        .calls_for(Document::Redirection),
    Row::recusal(&[Applied, InCheck, IntendedRefusal, Recognised, Suspended, IntendedRevocation]),
    Row::of(Shared(SharedStep::Delivery), "deliveries", &[Recognised, Refused, Revoked], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[StopsOnceAllDelivered(Clock::ResultNotice)]),
    Row::suspension(&[Applied, InCheck, IntendedRefusal], Suspended),
    Row::resumption(&[Suspended]).needs(&[If::ConfirmationStands]),
    Row::transfer(&[Applied, InCheck], Transferred),
    Row::transfer_acceptance(&[Transferred]),
    Row::transfer_withdrawal(&[Transferred]),
    Row::transfer_dispute(&[Transferred]),
    Row::designation_of_transferred(&[Transferred]),
    Row::designation(&[Applied, InCheck]),
    Row::withdrawal(&[Applied, InCheck, IntendedRefusal, Transferred], Withdrawn),
    Row::recommendation_withdrawal(&[Applied, InCheck, IntendedRefusal, Suspended]),
    Row::outside_transfer(&[Applied, InCheck], HandedOver),
    Row::continuation(&[Withdrawn, HandedOver], InCheck).clocks(&[Starts(Clock::Check)]),
    Row::outside_finding(State::ALL),
];
