//! The whole procedure of a plaque.

use super::{
    ClockKind as Clock, Condition as If, Document, Plaque, State,
    State::{
        Declined, Entitled, HandedOver, Hung, KeptIndoors, Made, MovedAway, Ordered, Recovered,
        Replaced, Suspended, ToRecover, Transferred, Withdrawn, WrittenOff,
    },
    Step as Of,
};
use crate::{
    documents::DocumentKind,
    procedure::{
        COMMITTEE,
        ClockEffect::{CancelsAll, Starts, Stops},
        CompetentBody, Officers,
        OwnOrShared::Own,
        Row, Scope,
        Target::{Moves, Reassessed, Stays},
        WORKING,
    },
};

/// What the family has, or is to get.
const WITH_FAMILY: &[State] = &[Entitled, Ordered, Made, HandedOver, Hung, KeptIndoors];
/// The same, and what is to come back.
const ACTIVE: &[State] = &[
    Entitled,
    Ordered,
    Made,
    HandedOver,
    Hung,
    KeptIndoors,
    ToRecover,
];

/// A step is possible in a state if and only if a line here says so.
#[rustfmt::skip]
pub(super) const TABLE: &[Row<Plaque>] = &[
    Row::of(Own(Of::Order), "order", &[Entitled], Moves(Ordered))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Order), Starts(Clock::Make)])
        .needs(&[If::HeroEntitled, If::OnePlaque])
        .calls_for(Document::Order).issues(DocumentKind::PlaqueOrder),
    Row::of(Own(Of::Making), "making", &[Ordered], Moves(Made))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Make), Starts(Clock::HandOver)])
        .needs(&[If::SerialUnused]),
    // Of several heroes one may have died: it binds for that one.
    Row::of(Own(Of::KinAgreement), "kin-agreements", &[Entitled, Ordered, Made], Stays)
        .needs(&[If::KinUnanimous]),
    Row::of(Own(Of::Handover), "handover", &[Made], Moves(HandedOver))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::HandOver), Starts(Clock::Hang)])
        .needs(&[If::HeroEntitled, If::OnePlaque, If::KinKnown, If::RecipientAgreed, If::ReceiptSigned])
        .calls_for(Document::Handover).issues(DocumentKind::PlaqueHandover),
    Row::of(Own(Of::Hanging), "hanging", &[HandedOver, KeptIndoors], Moves(Hung))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Hang)])
        .needs(&[If::PhotoTaken, If::FamilySigned]),
    Row::of(Own(Of::KeepingIndoors), "indoors", &[HandedOver, Hung], Moves(KeptIndoors))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Hang)])
        .needs(&[If::FamilySigned]),
    Row::of(Own(Of::Declination), "declination", &[Entitled, Ordered, Made, HandedOver], Moves(Declined))
        .by(Scope::Report, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[CancelsAll]),
    Row::of(Own(Of::Replacement), "replacement", &[HandedOver, Hung, KeptIndoors], Moves(Replaced))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[CancelsAll])
        .needs(&[If::HouseholdEntitled, If::ReplacementAllowed]),
    Row::of(Own(Of::TextMark), "text-marks", WITH_FAMILY, Stays)
        .needs(&[If::NamesDiffer]),
    Row::of(Own(Of::NoContact), "contact-attempts", ACTIVE, Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One),
    Row::of(Own(Of::Contact), "contacts", ACTIVE, Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .needs(&[If::NotReached]),
    Row::of(Own(Of::HonourEnd), "honour-ends", &[Made, HandedOver, Hung, KeptIndoors], Moves(ToRecover))
        .clocks(&[CancelsAll])
        .needs(&[If::NoHonourLeft]),
    Row::of(Own(Of::HonourEnd), "honour-ends", &[Entitled, Ordered], Moves(Withdrawn))
        .clocks(&[CancelsAll])
        .needs(&[If::NoHonourLeft]),
    Row::of(Own(Of::HonourEnd), "honour-ends", &[Suspended, Transferred], Reassessed)
        .clocks(&[CancelsAll])
        .needs(&[If::NoHonourLeft]),
    Row::of(Own(Of::RecoveryNotice), "recovery-notices", &[ToRecover], Stays)
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .calls_for(Document::Recovery).issues(DocumentKind::PlaqueRecovery),
    Row::of(Own(Of::Recovery), "recovery", &[ToRecover], Moves(Recovered))
        .by(Scope::Investigate, WORKING, CompetentBody::Holder, Officers::One)
        .clocks(&[Stops(Clock::Recovery)])
        .needs(&[If::RecoveryNoticed]),
    Row::of(Own(Of::WriteOff), "write-off", &[ToRecover], Moves(WrittenOff))
        .by(Scope::Confirm, WORKING, CompetentBody::Holder, Officers::Two)
        .clocks(&[Stops(Clock::Recovery)]),
    Row::of(Own(Of::Cancellation), "cancellation", &[Entitled, Ordered, Made], Moves(Withdrawn))
        .by(Scope::Confirm, COMMITTEE, CompetentBody::Holder, Officers::Two)
        .clocks(&[CancelsAll]),
    Row::recusal(&[Entitled, Ordered, Made, HandedOver, Hung, KeptIndoors, ToRecover, Suspended]),
    Row::suspension(&[Entitled, Ordered, Made, HandedOver, ToRecover], Suspended),
    Row::resumption(&[Suspended]),
    Row::transfer(ACTIVE, Transferred),
    Row::transfer_acceptance(&[Transferred]),
    Row::transfer_withdrawal(&[Transferred]),
    Row::transfer_dispute(&[Transferred]),
    Row::designation_of_transferred(&[Transferred]),
    Row::designation(ACTIVE),
    Row::withdrawal(&[Entitled, Ordered, Made, Suspended, Transferred], Withdrawn),
    Row::outside_transfer(WITH_FAMILY, MovedAway),
    Row::outside_finding(State::ALL),
];
