//! Putting right what was reported, such as a mistyped date. It is no step: state and clocks stay.

use super::{ActorCase, Condition, Happened, Named, Signer, State, Unmet, table::WORKING};
use crate::{calendar::PartialDate, policy::named_enum, regions::RegionCode};

named_enum! {
    /// Why the facts of a case stand as they are.
    FactsStand {
        /// The notice tells them to the public, who could not object to others (Shandong Regulation
        /// on Rewarding and Protecting People Who Act Bravely, article 13).
        Published = "published", "正在公示", "published";
        /// The party was told them as the reasons of an intended refusal, and answers to them.
        Told = "told", "已告知当事人", "told to the party";
        /// A decision rests on them.
        Decided = "decided", "已作出决定", "decided";
        /// Whoever filed the case has taken it back.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
    }
}

impl ActorCase {
    /// Why the facts can no longer be put right; none while they can.
    #[must_use]
    pub fn facts_stand(&self) -> Option<FactsStand> {
        match self.state {
            State::IntendedRefusal | State::Suspended if self.was_heard() => Some(FactsStand::Told),
            State::Reported
            | State::InAssessment
            | State::IntendedConfirmation
            | State::IntendedRefusal
            | State::Suspended
            | State::Transferred => None,
            State::InPublication => Some(FactsStand::Published),
            // The next level looks at what was decided; once it agrees, it may put facts right itself.
            State::InReconfirmation
            | State::Confirmed
            | State::Refused
            | State::RefusedFinally
            | State::Revoked => Some(FactsStand::Decided),
            State::Withdrawn => Some(FactsStand::Withdrawn),
        }
    }

    fn was_heard(&self) -> bool {
        self.opinion()
            .is_some_and(|opinion| opinion.hearing.is_some())
    }

    /// What keeps somebody from putting the facts right. Until the case is accepted whoever reported
    /// it may; from then on an officer of the body that holds it, or of the city, where several hold
    /// the cases of a deed.
    #[must_use]
    pub fn unmet_by(&self, signer: Option<Signer>, city: RegionCode) -> Vec<Unmet> {
        let reported = self.state == State::Reported;
        let officer = reported || signer.is_some_and(|signer| WORKING.contains(&signer.kind));
        let competent = |signer: Signer| signer.seat == self.holder() || signer.seat.region == city;
        let seat = reported || signer.is_some_and(competent);
        let impartial =
            signer.is_none_or(|signer| !self.is_recused(&Named::Officer(signer.officer)));
        [
            (officer, Condition::Officer),
            (seat, Condition::Seat),
            (impartial, Condition::NotRecused),
        ]
        .into_iter()
        .filter(|(holds, _)| !holds)
        .map(|(_, condition)| Unmet::of(condition))
        .collect()
    }

    /// The case once the facts at `fields` (JSON Pointers of the report) are put right, and what
    /// happened. Nothing changes but the day of the deed: no state, and no clock, since time runs
    /// from the day of receipt.
    pub fn corrected(
        &self,
        occurred_on: PartialDate,
        fields: Vec<String>,
    ) -> Result<(Self, Happened), FactsStand> {
        match self.facts_stand() {
            Some(why) => Err(why),
            None => Ok((
                Self {
                    occurred_on,
                    ..self.clone()
                },
                Happened::Corrected { fields },
            )),
        }
    }
}

/// Why what all actors of a deed share can no longer be put right; none while it can. It takes one
/// open case, and none whose notice or decision rests on it. A withdrawn case is left as it is.
#[must_use]
pub fn incident_stands<'a>(cases: impl IntoIterator<Item = &'a ActorCase>) -> Option<FactsStand> {
    let mut stands = Some(FactsStand::Withdrawn);
    for case in cases {
        match case.facts_stand() {
            None => stands = None,
            Some(FactsStand::Withdrawn) => {}
            Some(why) => return Some(why),
        }
    }
    stands
}
