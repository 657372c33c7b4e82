//! The whole procedure of the confirmation of deeds.

use super::{
    ClockKind as Clock, Condition as If, Deed, Document, State,
    State::{
        Confirmed, HandedOver, InAssessment, InPublication, InReconfirmation, IntendedConfirmation,
        IntendedRefusal, IntendedRevocation, Redirected, Refused, RefusedFinally, Reported,
        Revoked, Suspended, Transferred, Withdrawn,
    },
    Step as Of,
};
use crate::{
    documents::DocumentKind,
    procedure::{
        COMMITTEE,
        ClockEffect::{Cancels, CancelsAll, Extends, Starts, Stops, StopsOnceAllDelivered},
        CompetentBody, Officers,
        OwnOrShared::{Own, Shared},
        Row, Scope, SharedStep,
        Target::{Moves, Reassessed, Stays},
        WORKING,
    },
};

/// The whole procedure. A step is possible in a state if and only if a line here says so.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Deed>] = &[
    Row::of(Own(Of::Acceptance), "acceptance", &[Reported], Moves(InAssessment))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake)]),
    Row::of(Own(Of::SupplementRequest), "supplement-requests", &[Reported, InAssessment], Moves(InAssessment))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake), Starts(Clock::SupplementAnswer)])
        .needs(&[If::SupplementNotAsked])
        .calls_for(Document::SupplementRequest).issues(DocumentKind::SupplementRequest),
    Row::of(Own(Of::Supplement), "supplements", &[InAssessment, Suspended], Stays)
        .clocks(&[Stops(Clock::SupplementAnswer)])
        .needs(&[If::SupplementOpen]),
    // What came in time is on record though its entry is late and the case has gone on without it.
    Row::of(Own(Of::Supplement), "supplements", &[IntendedConfirmation, InPublication, IntendedRefusal, Refused, InReconfirmation], Stays)
        .needs(&[If::SupplementOpen, If::ReceivedInTime]),
    Row::of(Own(Of::BeneficiaryStatement), "beneficiary-statements", &[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, InReconfirmation, Suspended], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One),
    Row::of(Own(Of::Evidence), "evidence", &[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, Refused, InReconfirmation, Suspended, Transferred], Stays)
        .needs(&[If::EvidenceNew]),
    Row::of(Own(Of::EvidenceVerification), "evidence-verifications", &[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, InReconfirmation, Suspended], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::EvidenceOpen]),
    Row::recusal(&[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, Refused, InReconfirmation, Suspended, IntendedRevocation]),
    Row::of(Own(Of::PanelReferral), "panel-referrals", &[InAssessment], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Extends(Clock::OpinionTarget)])
        .needs(&[If::NotReferred]),
    Row::of(Own(Of::PanelReview), "panel-reviews", &[InAssessment, IntendedConfirmation, InPublication, IntendedRefusal], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::PanelComposition, If::PanelQuorum, If::PanelVotes, If::PanelImpartial, If::PanelOnce]),
    Row::of(Own(Of::Extension), "extension", &[InAssessment], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Extends(Clock::Opinion)])
        .needs(&[If::ExtensionProvided, If::ExtensionUnused, If::OpinionInTime]),
    Row::of(Own(Of::PositiveAssessment), "assessment", &[InAssessment, IntendedConfirmation, InPublication, IntendedRefusal], Moves(IntendedConfirmation))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Opinion), Stops(Clock::OpinionTarget), Cancels(Clock::SupplementAnswer), Cancels(Clock::DefenceAnswer), Cancels(Clock::Publicity), Cancels(Clock::DecisionAfterPublicity)])
        .needs(&[If::EligibilityKnown, If::EvidenceMinimum, If::PanelHeld, If::PanelAgreed, If::NoOpenObjection, If::DeviationReasoned]),
    Row::of(Own(Of::NegativeAssessment), "assessment", &[InAssessment, IntendedConfirmation, IntendedRefusal], Moves(IntendedRefusal))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Opinion), Stops(Clock::OpinionTarget), Cancels(Clock::SupplementAnswer), Cancels(Clock::DefenceAnswer), Cancels(Clock::DecisionAfterPublicity)])
        .needs(&[If::FirstInstance, If::EligibilityKnown, If::PanelHeld]),
    Row::of(Own(Of::NegativeAssessment), "assessment", &[InPublication], Moves(IntendedRefusal))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::OpinionTarget), Cancels(Clock::Publicity), Cancels(Clock::DecisionAfterPublicity)])
        .needs(&[If::FirstInstance, If::EligibilityKnown, If::PanelHeld, If::OpinionFell]),
    Row::of(Own(Of::Publication), "publication", &[IntendedConfirmation], Moves(InPublication))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::NoticeTarget), Starts(Clock::Publicity)])
        .needs(&[If::NotWaived, If::OpinionStands])
        .calls_for(Document::PublicNotice).issues(DocumentKind::PublicNotice),
    Row::of(Own(Of::IdentityStatement), "identity-statements", &[IntendedConfirmation, InPublication], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .needs(&[If::IdentityDiffers]),
    Row::of(Own(Of::PublicationWaiver), "publication-waiver", &[IntendedConfirmation, InPublication], Moves(IntendedConfirmation))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::NoticeTarget), Cancels(Clock::Publicity), Starts(Clock::DecisionAfterPublicity)])
        .needs(&[If::NotWaived, If::NoOpenObjection, If::OpinionStands, If::WaiverReason]),
    Row::of(Own(Of::Objection), "objections", &[InPublication], Stays)
        .needs(&[If::NoticeStands, If::ObjectionNew]),
    // Came in time, entered after the decision: what is right in it leads to a revocation.
    Row::of(Own(Of::Objection), "objections", &[Confirmed], Stays)
        .needs(&[If::NoticeStands, If::ObjectionNew]),
    Row::of(Own(Of::ObjectionRejection), "objection-outcomes", &[Confirmed], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .needs(&[If::ObjectionOpen]),
    Row::of(Own(Of::ObjectionUpholding), "objection-outcomes", &[Confirmed], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .needs(&[If::ObjectionOpen]),
    Row::of(Own(Of::ObjectionRejection), "objection-outcomes", &[InPublication], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::OpinionTarget)])
        .needs(&[If::ObjectionOpen]),
    Row::of(Own(Of::ObjectionUpholding), "objection-outcomes", &[InPublication], Reassessed)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Cancels(Clock::Publicity), Stops(Clock::OpinionTarget), Starts(Clock::OpinionTarget)])
        .needs(&[If::ObjectionOpen]),
    Row::of(Own(Of::Confirmation), "confirmation", &[IntendedConfirmation, InPublication], Moves(Confirmed))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::Publicity), Stops(Clock::DecisionAfterPublicity), Starts(Clock::ResultNotice)])
        .needs(&[If::PublicityDone, If::NoOpenObjection, If::OpinionStands, If::IdentityAgrees])
        .calls_for(Document::Confirmation).decides(DocumentKind::ConfirmationDecision).issues(DocumentKind::Certificate),
    Row::of(Own(Of::CertificateReplacement), "certificate-replacements", &[Confirmed], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[Starts(Clock::ResultNotice)])
        .needs(&[If::IdentityDiffers])
        .calls_for(Document::Confirmation).issues(DocumentKind::Certificate),
    Row::of(Own(Of::PriorNotice), "prior-notices", &[IntendedRefusal], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::PriorNoticeTarget), Starts(Clock::DefenceAnswer)])
        .needs(&[If::PriorNoticeNotGiven])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[IntendedRefusal, IntendedRevocation, Suspended], Stays)
        .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::PriorNoticeOpen]),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[Refused, Revoked], Stays)
        .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::PriorNoticeOpen, If::ReceivedInTime]),
    Row::of(Own(Of::DefenceWaiver), "defence-waivers", &[IntendedRefusal, IntendedRevocation, Suspended], Stays)
        .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::PriorNoticeOpen]),
    Row::of(Own(Of::Refusal), "refusal", &[IntendedRefusal], Moves(Refused))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::RefusalTarget), Cancels(Clock::DefenceAnswer), Starts(Clock::ResultNotice)])
        .needs(&[If::PriorNoticeGiven, If::DefenceHeard, If::RefusalAgrees])
        .calls_for(Document::Refusal).issues(DocumentKind::Refusal),
    Row::of(Shared(SharedStep::Delivery), "deliveries", &[Refused], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .clocks(&[Starts(Clock::ReconfirmationRequest), StopsOnceAllDelivered(Clock::ResultNotice)]),
    Row::of(Shared(SharedStep::Delivery), "deliveries", &[Confirmed, InReconfirmation, RefusedFinally, IntendedRevocation, Revoked], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .clocks(&[StopsOnceAllDelivered(Clock::ResultNotice)]),
    Row::of(Own(Of::ReconfirmationRequest), "reconfirmations", &[Refused], Moves(InReconfirmation))
        .clocks(&[Stops(Clock::ReconfirmationRequest), Starts(Clock::ReconfirmationDecision)])
        .needs(&[If::NextLevel, If::PartyInTime]),
    Row::of(Own(Of::ReconfirmationWithdrawal), "reconfirmation-withdrawals", &[InReconfirmation], Moves(Refused))
        .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
        .or_applicant()
        .clocks(&[Cancels(Clock::ReconfirmationDecision)])
        .calls_for(Document::ReconfirmationResult).issues(DocumentKind::ReconfirmationTermination),
    Row::of(Own(Of::ReconfirmationApproval), "reconfirmation-decisions", &[InReconfirmation], Moves(IntendedConfirmation))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::ReconfirmationDecision), Stops(Clock::OpinionTarget), Cancels(Clock::ReconfirmationRequest), Cancels(Clock::ResultNotice)])
        .needs(&[If::EligibilityKnown, If::EvidenceMinimum])
        .calls_for(Document::ReconfirmationResult).issues(DocumentKind::ReconfirmationDecision),
    Row::of(Own(Of::ReconfirmationRefusal), "reconfirmation-decisions", &[InReconfirmation], Moves(RefusedFinally))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::ReconfirmationDecision), Stops(Clock::OpinionTarget), Cancels(Clock::ReconfirmationRequest), Starts(Clock::ResultNotice)])
        .needs(&[If::RefusalAgrees])
        .calls_for(Document::ReconfirmationResult).issues(DocumentKind::ReconfirmationDecision),
    Row::of(Own(Of::ReconfirmationRefusal), "reconfirmation-decisions", &[IntendedConfirmation], Moves(RefusedFinally))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::NoticeTarget), Cancels(Clock::DecisionAfterPublicity), Starts(Clock::ResultNotice)])
        .needs(&[If::AtNextLevel])
        .calls_for(Document::ReconfirmationResult).issues(DocumentKind::ReconfirmationDecision),
    Row::of(Own(Of::ReconfirmationRefusal), "reconfirmation-decisions", &[InPublication], Moves(RefusedFinally))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::OpinionTarget), Cancels(Clock::Publicity), Cancels(Clock::DecisionAfterPublicity), Starts(Clock::ResultNotice)])
        .needs(&[If::AtNextLevel, If::OpinionFell])
        .calls_for(Document::ReconfirmationResult).issues(DocumentKind::ReconfirmationDecision),
    Row::of(Own(Of::OutsideApproval), "outside-reconfirmation-decisions", &[InReconfirmation], Moves(IntendedConfirmation))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::First, Officers::Two)
        .clocks(&[Stops(Clock::ReconfirmationDecision), Stops(Clock::OpinionTarget), Cancels(Clock::ReconfirmationRequest), Cancels(Clock::ResultNotice)])
        .needs(&[If::NextLevelOutside, If::EligibilityKnown]),
    Row::of(Own(Of::OutsideRefusal), "outside-reconfirmation-decisions", &[InReconfirmation], Moves(RefusedFinally))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::First, Officers::Two)
        .clocks(&[Stops(Clock::ReconfirmationDecision), Stops(Clock::OpinionTarget), Cancels(Clock::ReconfirmationRequest), Starts(Clock::ResultNotice)])
        .needs(&[If::NextLevelOutside]),
    Row::of(Own(Of::OutsideTermination), "outside-reconfirmation-decisions", &[InReconfirmation], Moves(Refused))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::First, Officers::Two)
        .clocks(&[Cancels(Clock::ReconfirmationDecision)])
        .needs(&[If::NextLevelOutside]),
    Row::suspension(&[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, InReconfirmation], Suspended),
    Row::resumption(&[Suspended]),
    Row::transfer(&[Reported, InAssessment], Transferred),
    Row::transfer_acceptance(&[Transferred]),
    Row::transfer_withdrawal(&[Transferred]),
    Row::transfer_dispute(&[Transferred]),
    Row::designation_of_transferred(&[Transferred]),
    Row::designation(&[Reported, InAssessment]),
    Row::withdrawal(&[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, Suspended, Transferred], Withdrawn),
    Row::recommendation_withdrawal(&[Reported, InAssessment, IntendedConfirmation, InPublication, IntendedRefusal, Suspended]),
    Row::outside_transfer(&[Reported, InAssessment], HandedOver),
    Row::continuation(&[Withdrawn, HandedOver], InAssessment)
        .clocks(&[Starts(Clock::Opinion), Starts(Clock::OpinionTarget)]),
    Row::outside_finding(State::ALL),
    Row::of(Own(Of::Redirection), "redirection", &[Reported, InAssessment], Moves(Redirected))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[CancelsAll])
        .needs(&[If::LiesElsewhere]),
    Row::of(Own(Of::RevocationNotice), "revocation-notices", &[Confirmed], Moves(IntendedRevocation))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Starts(Clock::DefenceAnswer)])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::NoticeWithdrawal), "notice-withdrawals", &[IntendedRevocation], Moves(Confirmed))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::RefusalTarget), Cancels(Clock::DefenceAnswer)]),
    Row::of(Own(Of::Revocation), "revocation", &[IntendedRevocation], Moves(Revoked))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::RefusalTarget), Cancels(Clock::DefenceAnswer), Starts(Clock::ResultNotice)])
        .needs(&[If::DefenceHeard])
        .calls_for(Document::Revocation).decides(DocumentKind::RevocationDecision),
    Row::of(Own(Of::Reopening), "reopening", &[Refused, RefusedFinally, Revoked], Moves(InAssessment))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::Two)
        .clocks(&[CancelsAll, Starts(Clock::Opinion), Starts(Clock::OpinionTarget)])
        .needs(&[If::ReopeningLeft]),
];
