//! Putting right what was reported, such as a mistyped date. It is no step: state and clocks stay.

use super::{Case, CaseEvent, Condition, Named, Procedure, SharedCondition, Signer, Unmet};
use crate::named_enum;
use crate::{organisations::OrganisationKind, regions::RegionCode};

/// The committee, and the foundation or association that works with it.
pub const WORKING: &[OrganisationKind] = &[
    OrganisationKind::PoliticalLegalCommittee,
    OrganisationKind::Foundation,
    OrganisationKind::Association,
];

named_enum! {
    /// Why the facts of a case stand as they are.
    FactsStand {
        /// The notice tells them to the public, who could not object to others (Shandong Regulation
        /// on Rewarding and Protecting People Who Act Bravely, article 13).
        Published = "published", "正在公示", "published";
        Told = "told", "已告知当事人", "notified to the party";
        Decided = "decided", "已作出决定", "decided";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// What says it was made: another is made in its place.
        Made = "made", "已制作", "made";
    }
}

impl<P: Procedure> Case<P> {
    /// Why the facts can no longer be put right; none while they can.
    pub fn facts_stand(&self) -> Option<FactsStand> {
        P::facts_stand(self)
    }

    /// What keeps somebody from putting the facts right. Until the case is accepted the person who reported
    /// it may; from then on an officer of the body that holds it, or of the city, where several hold
    /// the cases of a file.
    pub fn unmet_by(&self, signer: Option<Signer>, city: RegionCode) -> Vec<Unmet<P::Condition>> {
        let reported = self.state == P::OPENS_IN;
        let officer = reported || signer.is_some_and(|signer| WORKING.contains(&signer.kind));
        let competent = |signer: Signer| signer.body == self.holder() || signer.body.region == city;
        let body = reported || signer.is_some_and(competent);
        let impartial =
            signer.is_none_or(|signer| !self.is_recused(&Named::Officer(signer.officer)));
        [
            (officer, SharedCondition::Officer),
            (body, SharedCondition::CompetentBody),
            (impartial, SharedCondition::NotRecused),
        ]
        .into_iter()
        .filter(|(holds, _)| !holds)
        .map(|(_, condition)| Unmet::of(Condition::Shared(condition)))
        .collect()
    }

    /// The case once something else is known of the person, such as a death.
    #[must_use]
    pub fn learned(&self, facts: &P::Facts) -> Self {
        let mut next = self.clone();
        P::learn(&mut next.record, facts);
        next
    }

    /// The case once the facts at `fields` (JSON Pointers of the report) are put right, and what
    /// happened. `subject` is what happened as it is said now. No state changes, and no clock, since
    /// time runs from the day of receipt.
    pub fn corrected(
        &self,
        subject: &P::Subject,
        fields: Vec<String>,
    ) -> Result<(Self, CaseEvent<P>), FactsStand> {
        if let Some(why) = self.facts_stand() {
            return Err(why);
        }
        let mut next = self.clone();
        P::correct(&mut next.record, subject);
        Ok((next, CaseEvent::Corrected { fields }))
    }
}

/// Why what all cases of a file share can no longer be put right; none while it can. It takes one
/// open case, and none whose notice or decision rests on it. A withdrawn case is left as it is.
pub fn subject_stands<'a, P: Procedure>(
    cases: impl IntoIterator<Item = &'a Case<P>>,
) -> Option<FactsStand> {
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
