//! The whole procedure of a studio.

use super::{
    ClockKind as Clock, Condition as If, Document, State,
    State::{
        Active, Approved, HandedOver, InReview, IntendedRefusal, IntendedWithdrawal, Lapsed,
        Proposed, Rectifying, Refused, Suspended, TakenBack, Transferred, Withdrawn,
    },
    Step as Of, Studio,
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

/// Until there is a decision, and as long as the studio bears its name.
const ALIVE: &[State] = &[
    Proposed,
    InReview,
    IntendedRefusal,
    Approved,
    Active,
    Rectifying,
];
const NAMED: &[State] = &[Approved, Active, Rectifying];
const RUNNING: &[State] = &[Active, Rectifying];

/// A step is possible in a state if and only if a line here says so.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Studio>] = &[
    Row::of(Own(Of::Acceptance), "acceptance", &[Proposed], Moves(InReview))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Intake), Starts(Clock::Decision)]),
    Row::of(Own(Of::Consent), "consents", &[Proposed, InReview, IntendedRefusal, IntendedWithdrawal], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::ConsentByEntitled]),
    Row::of(Own(Of::Consent), "consents", NAMED, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Cancels(Clock::NameWithdrawal)])
        .needs(&[If::ConsentLacking, If::ConsentByEntitled]),
    Row::of(Own(Of::ConsentWithdrawal), "consent-withdrawals", &[Proposed, InReview, IntendedRefusal], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::ConsentToWithdraw, If::ConsentByEntitled]),
    Row::of(Own(Of::ConsentWithdrawal), "consent-withdrawals", NAMED, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Starts(Clock::NameWithdrawal)])
        .needs(&[If::ConsentToWithdraw, If::ConsentByEntitled]),
    Row::of(Own(Of::SiteVisit), "site-visits", &[InReview, IntendedRefusal], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::Two),
    Row::of(Own(Of::GroupApproval), "group-approvals", &[InReview, IntendedRefusal], Stays)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::Two)
        .needs(&[If::GroupNamed]),
    Row::of(Own(Of::MemberJoined), "members-joined", ALIVE, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::MemberNew]),
    Row::of(Own(Of::MemberLeft), "members-left", ALIVE, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::MemberKnown]),
    Row::of(Own(Of::Relocation), "relocations", ALIVE, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::FunctionChange), "function-changes", ALIVE, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::Naming), "approval", &[InReview], Moves(Approved))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::Decision), Starts(Clock::Opening), Starts(Clock::ResultNotice)])
        .needs(&[If::RulesKnown, If::HonourHeld, If::ConsentStands, If::OneStudio, If::NameFits, If::NameFree, If::GroupApproved, If::EnoughMembers, If::SiteVisited, If::DeviationReasoned])
        .calls_for(Document::Naming).decides(DocumentKind::StudioNaming),
    Row::of(Own(Of::RefusalNotice), "refusal-notices", &[InReview], Moves(IntendedRefusal))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::Decision), Starts(Clock::DefenceAnswer)])
        .needs(&[If::RulesKnown, If::RefusalGround])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::WithdrawalNotice), "withdrawal-notices", NAMED, Moves(IntendedWithdrawal))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Starts(Clock::DefenceAnswer)])
        .needs(&[If::WithdrawalGround])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    // The leader lost the honour: the party is still to be told.
    Row::of(Own(Of::WithdrawalNotice), "withdrawal-notices", &[IntendedWithdrawal], Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Starts(Clock::DefenceAnswer)])
        .needs(&[If::NoticeMissing, If::WithdrawalGround])
        .calls_for(Document::PriorNotice).issues(DocumentKind::PriorNotice),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[IntendedRefusal, IntendedWithdrawal], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::NoticeOpen]),
    Row::of(Own(Of::DefenceStatement), "defence-statements", &[Refused, Withdrawn], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .needs(&[If::NoticeOpen, If::ReceivedInTime]),
    Row::of(Own(Of::DefenceWaiver), "defence-waivers", &[IntendedRefusal, IntendedWithdrawal], Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::DefenceAnswer)])
        .needs(&[If::NoticeOpen]),
    Row::of(Own(Of::NoticeWithdrawal), "notice-withdrawals", &[IntendedRefusal], Moves(InReview))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Starts(Clock::Decision)]),
    Row::of(Own(Of::NoticeWithdrawal), "notice-withdrawals", &[IntendedWithdrawal], Reassessed)
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::One)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Cancels(Clock::NameWithdrawal)]),
    Row::of(Own(Of::Refusal), "refusal", &[IntendedRefusal], Moves(Refused))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::Two)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Cancels(Clock::DefenceAnswer), Starts(Clock::ResultNotice)])
        .needs(&[If::DefenceHeard, If::RefusalGround, If::RefusalAgrees])
        .calls_for(Document::Refusal).issues(DocumentKind::StudioRefusal),
    Row::of(Own(Of::Opening), "opening", &[Approved], Moves(Active))
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::Opening)]),
    Row::of(Own(Of::Activity), "activities", RUNNING, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::HeroVisit), "visits", RUNNING, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::Clue), "clues", RUNNING, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::Publicity), "publicity", RUNNING, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One),
    Row::of(Own(Of::YearlyReport), "yearly-reports", RUNNING, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::YearlyReport)])
        .needs(&[If::ReportNew]),
    Row::of(Own(Of::Assessment), "assessments", RUNNING, Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::Two)
        .clocks(&[Stops(Clock::YearlyAssessment)])
        .needs(&[If::YearToAssess, If::PointsWithin, If::DepartureReasoned])
        .calls_for(Document::Assessment).issues(DocumentKind::StudioAssessment),
    Row::of(Own(Of::Review), "reviews", RUNNING, Stays)
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::Two)
        .clocks(&[Stops(Clock::Review)])
        .needs(&[If::ReviewDue]),
    Row::of(Own(Of::RectificationNotice), "rectification-notices", &[Active], Moves(Rectifying))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Starts(Clock::Rectification)])
        .needs(&[If::RunShort])
        .calls_for(Document::Rectification).issues(DocumentKind::StudioRectification),
    Row::of(Own(Of::RectificationCompletion), "rectification-completions", &[Rectifying], Moves(Active))
        .by(Scope::Investigate, COMMITTEE, CompetentBody::HolderOrCity, Officers::Two)
        .clocks(&[Stops(Clock::Rectification)]),
    Row::of(Own(Of::HostClosure), "host-closures", NAMED, Stays)
        .by(Scope::Report, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Starts(Clock::NameWithdrawal)]),
    Row::of(Own(Of::HonourLoss), "honour-losses", NAMED, Moves(IntendedWithdrawal))
        .clocks(&[Starts(Clock::NameWithdrawal)])
        .needs(&[If::HonourGone]),
    Row::of(Own(Of::HonourLoss), "honour-losses", &[Proposed, InReview, IntendedRefusal], Moves(Lapsed))
        .clocks(&[CancelsAll])
        .needs(&[If::HonourGone]),
    Row::of(Own(Of::NameWithdrawal), "name-withdrawal", &[IntendedWithdrawal], Moves(Withdrawn))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::City, Officers::TwoAndCoSigner)
        .clocks(&[Stops(Clock::DecisionAfterDefence), Stops(Clock::NameWithdrawal), Cancels(Clock::DefenceAnswer), Cancels(Clock::Opening), Cancels(Clock::Rectification), Starts(Clock::SignRecovery), Starts(Clock::ResultNotice)])
        .needs(&[If::DefenceHeard, If::WithdrawalGround, If::RefusalAgrees])
        .calls_for(Document::Withdrawal).decides(DocumentKind::StudioWithdrawal),
    Row::of(Own(Of::SignRecovery), "sign-recoveries", &[Withdrawn], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[Stops(Clock::SignRecovery)])
        .needs(&[If::SignOut]),
    Row::recusal(&[Proposed, InReview, IntendedRefusal, Approved, Active, Rectifying, IntendedWithdrawal, Suspended]),
    Row::of(Shared(SharedStep::Delivery), "deliveries", &[Approved, Active, Refused, Withdrawn], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::HolderOrCity, Officers::One)
        .clocks(&[StopsOnceAllDelivered(Clock::ResultNotice)]),
    Row::suspension(&[Proposed, InReview, IntendedRefusal], Suspended),
    Row::resumption(&[Suspended]),
    Row::transfer(&[Proposed, InReview], Transferred),
    Row::transfer_acceptance(&[Transferred]),
    Row::transfer_withdrawal(&[Transferred]),
    Row::transfer_dispute(&[Transferred]),
    Row::designation_of_transferred(&[Transferred]),
    Row::designation(&[Proposed, InReview, Active]),
    Row::withdrawal(&[Proposed, InReview, IntendedRefusal, Transferred], TakenBack),
    Row::recommendation_withdrawal(&[Proposed, InReview, IntendedRefusal, Suspended]),
    Row::outside_transfer(&[Proposed, InReview], HandedOver),
    Row::continuation(&[TakenBack, HandedOver], InReview).clocks(&[Starts(Clock::Decision)]),
    Row::outside_finding(State::ALL),
];
