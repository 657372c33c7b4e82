//! The whole procedure of a round of commendation.

use super::{
    ClockKind as Clock, Condition as If, Document, Round, State,
    State::{
        Announced, Cancelled, Closed, Conferring, Decided, InPublication, Planned, Resolved,
        Reviewing, Suspended, Voting,
    },
    Step as Of,
};
use crate::{
    documents::DocumentKind,
    procedure::{
        COMMITTEE,
        ClockEffect::{Cancels, CancelsAll, Starts, Stops},
        CompetentBody, Officers,
        OwnOrShared::Own,
        Row, Scope,
        Target::{Moves, Stays},
        WORKING,
    },
};

/// A step is possible in a state if and only if a line here says so.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Round>] = &[
    Row::of(Own(Of::Call), "call", &[Planned], Moves(Announced))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Call)])
        .needs(&[If::NotImmediate, If::FormFits, If::AuthorityFits, If::QuotaOpen, If::NameFits, If::CallComplete, If::DeviationReasoned])
        .calls_for(Document::Call).issues(DocumentKind::RoundCall),
    Row::of(Own(Of::Opening), "opening", &[Planned], Moves(Announced))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Call)])
        .needs(&[If::FormFits, If::AuthorityFits, If::QuotaOpen, If::NameFits, If::CallSkipReasoned, If::DeviationReasoned]),
    Row::of(Own(Of::CandidateList), "candidate-lists", &[Announced], Moves(Reviewing))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Review), Starts(Clock::NoticeTarget)])
        .needs(&[If::NominationsClosed, If::OrderComplete]),
    Row::of(Own(Of::CandidateList), "candidate-lists", &[Reviewing], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::OrderComplete]),
    Row::of(Own(Of::CandidateNotice), "candidate-notices", &[Reviewing], Moves(InPublication))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::NoticeTarget), Starts(Clock::Publicity)])
        .needs(&[If::AllAccepted])
        .calls_for(Document::CandidateNotice).issues(DocumentKind::CandidateNotice),
    Row::of(Own(Of::CandidateNoticeWaiver), "candidate-notice-waivers", &[Reviewing], Moves(Voting))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::NoticeTarget), Starts(Clock::Voting)])
        .needs(&[If::AllAccepted, If::WaiverReason]),
    // What came in while the notice was up counts, though it is entered after its end.
    Row::of(Own(Of::CandidateObjection), "candidate-objections", &[InPublication, Voting, Resolved], Stays)
        .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::NoticeStands, If::ObjectionNew]),
    Row::of(Own(Of::CandidateObjectionRejection), "candidate-objection-outcomes", &[InPublication, Voting, Resolved], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Objection)])
        .needs(&[If::ObjectionOpen]),
    Row::of(Own(Of::CandidateObjectionUpholding), "candidate-objection-outcomes", &[InPublication, Voting, Resolved], Moves(Reviewing))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Objection), Cancels(Clock::Publicity), Cancels(Clock::Voting), Cancels(Clock::Resolution), Cancels(Clock::Decision), Starts(Clock::NoticeTarget)])
        .needs(&[If::ObjectionOpen]),
    Row::of(Own(Of::CandidateNoticeWithdrawal), "candidate-notice-withdrawals", &[InPublication], Moves(Reviewing))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::One)
        .clocks(&[Cancels(Clock::Publicity), Starts(Clock::NoticeTarget)]),
    Row::of(Own(Of::Ballots), "ballots", &[InPublication], Moves(Voting))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Voting), Stops(Clock::Publicity), Starts(Clock::Resolution)])
        .needs(&[If::PublicityDone, If::NoOpenObjection, If::BallotsAddUp, If::QuorumReached, If::BallotsComplete])
        .calls_for(Document::BallotRecord).issues(DocumentKind::BallotRecord),
    Row::of(Own(Of::Ballots), "ballots", &[Voting], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Voting), Starts(Clock::Resolution)])
        .needs(&[If::NoOpenObjection, If::BallotsAddUp, If::QuorumReached, If::BallotsComplete])
        .calls_for(Document::BallotRecord).issues(DocumentKind::BallotRecord),
    Row::of(Own(Of::Resolution), "resolutions", &[Voting], Moves(Resolved))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Resolution), Starts(Clock::Decision)])
        .needs(&[If::Balloted, If::NoOpenObjection, If::ResolvedFromCandidates, If::DepartureReasoned])
        .calls_for(Document::Resolution),
    Row::of(Own(Of::Decision), "decision", &[Resolved], Moves(Decided))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::Decision), Starts(Clock::Ceremony)])
        .needs(&[If::FormFits, If::AuthorityFits, If::QuotaOpen, If::NameFits, If::NoOpenObjection, If::DeviationReasoned, If::TitlesOnce, If::PlacesKept, If::BodiesSigned])
        .calls_for(Document::Decision).decides(DocumentKind::CommendationDecision),
    Row::of(Own(Of::Ceremony), "ceremonies", &[Decided], Moves(Conferring))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Ceremony), Starts(Clock::Closing)])
        .needs(&[If::RecipientsComplete, If::CeremonyDay])
        .calls_for(Document::Agenda).issues(DocumentKind::CeremonyAgenda),
    Row::of(Own(Of::Ceremony), "ceremonies", &[Conferring], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::RecipientsComplete, If::CeremonyDay])
        .calls_for(Document::Agenda).issues(DocumentKind::CeremonyAgenda),
    Row::of(Own(Of::DecisionCorrection), "decision-corrections", &[Decided, Conferring], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .needs(&[If::TitlesOnce, If::CorrectionFits])
        .calls_for(Document::Correction).decides(DocumentKind::DecisionCorrection),
    // Who was left out is noticed years later: what is added then is still to be conferred.
    Row::of(Own(Of::DecisionCorrection), "decision-corrections", &[Closed], Moves(Conferring))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::TwoAndCoSigner)
        .clocks(&[Starts(Clock::Closing)])
        .needs(&[If::TitlesOnce, If::CorrectionFits])
        .calls_for(Document::Correction).decides(DocumentKind::DecisionCorrection),
    Row::of(Own(Of::Closing), "closing", &[Decided, Conferring], Moves(Closed))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Closing), CancelsAll])
        .needs(&[If::AllConferred]),
    Row::of(Own(Of::Cancellation), "cancellation", &[Planned, Announced, Reviewing, InPublication, Voting, Resolved, Suspended], Moves(Cancelled))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[CancelsAll]),
    Row::recusal(&[Planned, Announced, Reviewing, InPublication, Voting, Resolved, Decided, Conferring, Suspended]),
    Row::suspension(&[Planned, Announced, Reviewing, InPublication, Voting, Resolved, Decided, Conferring], Suspended),
    Row::resumption(&[Suspended]),
    Row::outside_finding(State::ALL),
];
