//! The whole procedure of a commendation, from the nomination to the conferral.

use super::{
    ClockKind as Clock, Commendation, Condition as If, Document, State,
    State::{
        Awarded, Conferred, Declined, Deferred, HandedOver, InRound, IntendedRevocation, Nominated,
        NotGranted, Recommended, Revoked, Submitted, Suspended, TakenOff, Transferred, UnderReview,
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
        Target::{Moves, Reassessed, Stays},
        WORKING,
    },
};

/// A step is possible in a state if and only if a line here says so.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Commendation>] = &[
    Row::of(Own(Of::Acceptance), "acceptance", &[Nominated, Recommended], Moves(UnderReview))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake), Starts(Clock::Review)]),
    Row::of(Own(Of::OpinionRequest), "opinion-requests", &[UnderReview], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Starts(Clock::OpinionAnswer)])
        .needs(&[If::OpinionNotOpen])
        .calls_for(Document::OpinionRequest).issues(DocumentKind::OpinionRequest),
    Row::of(Own(Of::Opinion), "opinions", &[UnderReview, InRound], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::OpinionAnswer)])
        .needs(&[If::OpinionAsked]),
    Row::of(Own(Of::NomineeAcceptance), "nominee-acceptances", &[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrFirst, Officers::One),
    Row::of(Own(Of::Declination), "declination", &[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred, Awarded], Moves(Declined))
        .by(Scope::Report, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .clocks(&[CancelsAll]),
    Row::of(Own(Of::KinAgreement), "kin-agreements", &[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred, Awarded], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .needs(&[If::HasDied, If::KinOfOneRank, If::KinUnanimous]),
    Row::of(Own(Of::MartyrReferral), "martyr-referrals", &[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred, Awarded, Conferred], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrFirst, Officers::One)
        .needs(&[If::DiedInTheDeed, If::NotReferred])
        .calls_for(Document::MartyrReferral).issues(DocumentKind::MartyrReferral),
    Row::of(Own(Of::Recommendation), "recommendations", &[UnderReview], Moves(Recommended))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Review), Cancels(Clock::OpinionAnswer), Starts(Clock::Intake)])
        .needs(&[If::Stands, If::BelowTitle, If::NextLevelHere, If::DeviationReasoned])
        .calls_for(Document::NominationForm).issues(DocumentKind::NominationForm),
    Row::of(Own(Of::Return), "return", &[Recommended, UnderReview], Moves(UnderReview))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake), Cancels(Clock::OpinionAnswer), Starts(Clock::Review)])
        .needs(&[If::CameFromBelow]),
    Row::of(Own(Of::Submission), "submissions", &[UnderReview], Moves(Submitted))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Review), Cancels(Clock::OpinionAnswer), Starts(Clock::OutsideAnswer)])
        .needs(&[If::Stands, If::BelowTitle, If::NextLevelOutside, If::DeviationReasoned])
        .calls_for(Document::NominationForm).issues(DocumentKind::NominationForm),
    Row::of(Own(Of::OutsideAward), "outside-awards", &[Nominated, Recommended, UnderReview, Submitted, Deferred], Moves(Awarded))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::HolderOrCity, Officers::Two)
        .clocks(&[CancelsAll, Starts(Clock::Conferral)])
        .needs(&[If::Stands, If::GrantedAbove, If::OnceForTheDeed]),
    Row::of(Own(Of::OutsideRefusal), "outside-refusals", &[Submitted], Moves(NotGranted))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[CancelsAll]),
    Row::of(Own(Of::RoundEntry), "round-entries", &[UnderReview], Moves(InRound))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Review), Starts(Clock::RoundResult)])
        .needs(&[If::Stands, If::AtTitleLevel, If::TitleFits, If::OnceForTheDeed, If::RoundOpen, If::RoundFits, If::PlaceLeft, If::DeviationReasoned]),
    Row::of(Own(Of::RoundExit), "round-exits", &[InRound], Moves(UnderReview))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::RoundResult), Cancels(Clock::OpinionAnswer), Starts(Clock::Review)]),
    Row::of(Own(Of::Deferral), "deferrals", &[UnderReview, InRound], Moves(Deferred))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Review), Stops(Clock::RoundResult), Cancels(Clock::OpinionAnswer), Starts(Clock::NextRound)]),
    Row::of(Own(Of::Readmission), "readmission", &[Deferred, NotGranted, Declined], Moves(UnderReview))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::NextRound), Starts(Clock::Review)])
        .needs(&[If::Stands]),
    Row::of(Own(Of::NotGranted), "not-granted", &[UnderReview, InRound, Deferred], Moves(NotGranted))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[CancelsAll]),
    Row::of(Own(Of::ImmediateAward), "immediate-awards", &[UnderReview], Moves(Awarded))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[CancelsAll, Starts(Clock::Conferral)])
        .needs(&[If::Stands, If::AtTitleLevel, If::TitleFits, If::OnceForTheDeed, If::Accepted, If::BodiesSign, If::StateAwardApproved, If::DeviationReasoned])
        .calls_for(Document::Award).decides(DocumentKind::CommendationDecision).issues(DocumentKind::AwardCertificate),
    Row::of(Own(Of::Award), "awards", &[UnderReview, InRound], Moves(Awarded))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[CancelsAll, Starts(Clock::Conferral)])
        .needs(&[If::Stands, If::TitleFits, If::OnceForTheDeed, If::Accepted, If::RoundGrants])
        .calls_for(Document::Award).issues(DocumentKind::AwardCertificate),
    Row::of(Own(Of::PaymentPlan), "payment-plans", &[Awarded, Conferred], Stays)
        .by(Scope::Confirm, WORKING, CompetentBody::HolderOrFirst, Officers::Two)
        .needs(&[If::SumFits, If::PayersAddUp])
        .calls_for(Document::PaymentList).issues(DocumentKind::PaymentList),
    Row::of(Own(Of::Conferral), "conferral", &[Awarded], Moves(Conferred))
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .clocks(&[Stops(Clock::Conferral)])
        .needs(&[If::CertificateTrue, If::KinKnown, If::RecipientAgreed]),
    Row::of(Own(Of::CertificateReplacement), "certificate-replacements", &[Awarded, Conferred], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::HolderOrCity, Officers::TwoAndCoSigner)
        .needs(&[If::CertificateOurs])
        .calls_for(Document::Award).issues(DocumentKind::AwardCertificate),
    Row::of(Own(Of::TakeOff), "removals", &[Awarded, Conferred], Moves(TakenOff))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::HolderOrCity, Officers::TwoAndCoSigner)
        .clocks(&[CancelsAll]),
    Row::of(Own(Of::RevocationNotice), "revocation-notices", &[Awarded, Conferred], Moves(IntendedRevocation))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Starts(Clock::DefenceAnswer)])
        .needs(&[If::GrantedHere])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[IntendedRevocation], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::NoticeOpen]),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[Revoked], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::NoticeOpen, If::ReceivedInTime]),
    Row::of(Own(Of::DefenceWaiver), "defence-waivers", &[IntendedRevocation], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::NoticeOpen]),
    Row::of(Own(Of::NoticeWithdrawal), "notice-withdrawals", &[IntendedRevocation], Reassessed)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer)]),
    Row::of(Own(Of::Revocation), "revocation", &[IntendedRevocation], Moves(Revoked))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::HolderOrCity, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Cancels(Clock::Conferral), Starts(Clock::ResultNotice)])
        .needs(&[If::DefenceHeard, If::RevocationReason])
        .calls_for(Document::Revocation).issues(DocumentKind::CommendationRevocation),
    Row::of(Own(Of::OutsideRevocation), "outside-revocations", &[Awarded, Conferred], Moves(Revoked))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::HolderOrCity, Officers::Two)
        .clocks(&[Cancels(Clock::Conferral)])
        .needs(&[If::GrantedByAnother]),
    // The law ends it whoever revoked what it rests on (article 43), so that any committee records it.
    Row::of(Own(Of::BasisFall), "basis-falls", &[Awarded, Conferred, IntendedRevocation], Moves(Revoked))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Anyone, Officers::Two)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Cancels(Clock::Conferral), Starts(Clock::ResultNotice)])
        .needs(&[If::BasisFallen])
        .calls_for(Document::Revocation).issues(DocumentKind::CommendationRevocation),
    Row::of(Own(Of::BasisFall), "basis-falls", &[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred, Suspended], Moves(NotGranted))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Anyone, Officers::Two)
        .clocks(&[CancelsAll])
        .needs(&[If::BasisFallen]),
    Row::of(Own(Of::Repayment), "repayments", &[Revoked, TakenOff], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .needs(&[If::BalanceOpen, If::WithinBalance]),
    Row::of(Own(Of::WriteOff), "write-offs", &[Revoked, TakenOff], Stays)
        .by(Scope::Confirm, WORKING, CompetentBody::HolderOrFirst, Officers::Two)
        .needs(&[If::BalanceOpen, If::WithinBalance]),
    Row::recusal(&[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred, Awarded, Conferred, IntendedRevocation, Suspended]),
    Row::of(Shared(SharedStep::Delivery), "deliveries", &[Revoked], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrFirst, Officers::One)
        .clocks(&[StopsOnceAllDelivered(Clock::ResultNotice)]),
    Row::suspension(&[Nominated, Recommended, UnderReview, InRound, Submitted, Awarded], Suspended),
    Row::resumption(&[Suspended]),
    Row::transfer(&[Nominated, UnderReview], Transferred),
    Row::transfer_acceptance(&[Transferred]),
    Row::transfer_withdrawal(&[Transferred]),
    Row::transfer_dispute(&[Transferred]),
    Row::designation_of_transferred(&[Transferred]),
    Row::designation(&[Nominated, UnderReview]),
    Row::recommendation_withdrawal(&[Nominated, Recommended, UnderReview, InRound, Submitted, Deferred, Suspended]),
    Row::outside_transfer(&[Nominated, UnderReview], HandedOver),
    Row::continuation(&[HandedOver], UnderReview).clocks(&[Starts(Clock::Review)]),
    Row::outside_finding(State::ALL),
];
