use serde::Serialize;

use super::{
    Asks, Condition, ConditionKind, Procedure, Scope, SharedCondition, SharedStep, Step, Term,
};
use crate::{documents::DocumentKind, named_enum, organisations::OrganisationKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target<S> {
    Stays,
    Moves(S),
    /// It goes back to the state from which it was suspended or transferred.
    Returns,
    /// It is looked at again, where [`Procedure::reassessed`] says.
    Reassessed,
}

named_enum! {
    /// 办理单位 / Whose organisation may execute a step
    CompetentBody as "StepSeat" {
        Anyone = "anyone", "任何单位", "any organisation";
        /// The body that holds the case: that of the place, or after a request for
        /// reconfirmation the next level.
        Holder = "holder", "案件承办单位", "the body that holds the case";
        HolderOrFirst = "holder_or_first", "案件承办单位或者初次确认单位", "the body that holds the case, or that of first instance";
        HolderOrCity = "holder_or_city", "案件承办单位或者市级单位", "the body that holds the case, or the city";
        First = "first", "初次确认单位", "the body of first instance";
        Receiver = "receiver", "移送接收单位", "the body to which the case is transferred";
        City = "city", "市级单位", "the city";
    }
}

named_enum! {
    /// 签署人 / Who signs a step
    Officers as "StepOfficers" {
        /// Nobody: a party or the public takes the step.
        None = "none", "无须经办人", "no officer";
        One = "one", "一名经办人", "one officer";
        Two = "two", "两名不同经办人", "two different officers";
        /// Two different officers, and one of the foundation or association (Shandong Regulation
        /// on Rewarding and Protecting People Who Act Bravely, article 9).
        TwoAndCoSigner = "two_and_co_signer", "两名不同经办人，并由基金会或者协会共同签署", "two different officers, and one of the foundation or association";
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockEffect<K> {
    /// Starts it; one of this kind that still runs for the same party is cancelled.
    Starts(K),
    /// What was due is done.
    Stops(K),
    /// What was due is done, once every party has the decision.
    StopsOnceAllDelivered(K),
    Extends(K),
    /// It is due no more.
    Cancels(K),
    CancelsAll,
}

/// A clock that runs while a case is suspended or on its way to another body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetourClock {
    SuspensionReview,
    TransferAcceptance,
    Designation,
}

impl DetourClock {
    const fn of_procedure<K: Term>(self) -> K {
        match self {
            Self::SuspensionReview => K::SUSPENSION_REVIEW,
            Self::TransferAcceptance => K::TRANSFER_ACCEPTANCE,
            Self::Designation => K::DESIGNATION,
        }
    }
}

impl ClockEffect<DetourClock> {
    fn of_procedure<K: Term>(self) -> ClockEffect<K> {
        match self {
            Self::Starts(clock) => ClockEffect::Starts(clock.of_procedure()),
            Self::Stops(clock) => ClockEffect::Stops(clock.of_procedure()),
            Self::StopsOnceAllDelivered(clock) => {
                ClockEffect::StopsOnceAllDelivered(clock.of_procedure())
            }
            Self::Extends(clock) => ClockEffect::Extends(clock.of_procedure()),
            Self::Cancels(clock) => ClockEffect::Cancels(clock.of_procedure()),
            Self::CancelsAll => ClockEffect::CancelsAll,
        }
    }
}

/// One line of the table. A step has several where it does different things in different states;
/// no two lines of a step share a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<P: Procedure> {
    pub step: Step<P::Step>,
    /// The resource that is created by it, below the file.
    pub resource: &'static str,
    pub from: &'static [P::State],
    pub to: Target<P::State>,
    pub scope: Scope,
    /// The kinds of organisation whose officers may execute it; any when empty.
    pub organisations: &'static [OrganisationKind],
    /// Which of these organisations.
    pub competent_body: CompetentBody,
    pub officers: Officers,
    /// Whether who applied may take it alone, with the tracking code of the application.
    pub by_applicant: bool,
    /// What it does to clocks of the procedure's own. Pauses are the same for every step
    /// ([`Procedure::pauses`]).
    pub clocks: &'static [ClockEffect<P::Clock>],
    /// What it does to the clocks of a detour.
    pub(super) detour: &'static [ClockEffect<DetourClock>],
    /// What has to hold besides, of the procedure's own.
    pub needs: &'static [P::Condition],
    pub calls_for: Option<P::Document>,
    /// The paper that is numbered and printed with it.
    pub issues: Option<DocumentKind>,
    /// The decision in writing, printed with it under the number that an officer gives to the decision.
    pub decides: Option<DocumentKind>,
}

impl<P: Procedure> Row<P> {
    /// A step that anyone who may report takes, without conditions and clocks.
    pub(crate) const fn of(
        step: Step<P::Step>,
        resource: &'static str,
        from: &'static [P::State],
        to: Target<P::State>,
    ) -> Self {
        Self {
            step,
            resource,
            from,
            to,
            scope: Scope::Report,
            organisations: &[],
            competent_body: CompetentBody::Anyone,
            officers: Officers::None,
            by_applicant: false,
            clocks: &[],
            detour: &[],
            needs: &[],
            calls_for: None,
            issues: None,
            decides: None,
        }
    }

    pub(crate) const fn by(
        mut self,
        scope: Scope,
        organisations: &'static [OrganisationKind],
        competent_body: CompetentBody,
        officers: Officers,
    ) -> Self {
        self.scope = scope;
        self.organisations = organisations;
        self.competent_body = competent_body;
        self.officers = officers;
        self
    }

    pub(crate) const fn or_applicant(mut self) -> Self {
        self.by_applicant = true;
        self
    }

    pub(crate) const fn clocks(mut self, clocks: &'static [ClockEffect<P::Clock>]) -> Self {
        self.clocks = clocks;
        self
    }

    pub(crate) const fn needs(mut self, needs: &'static [P::Condition]) -> Self {
        self.needs = needs;
        self
    }

    pub(crate) const fn calls_for(mut self, document: P::Document) -> Self {
        self.calls_for = Some(document);
        self
    }

    pub(crate) const fn issues(mut self, paper: DocumentKind) -> Self {
        self.issues = Some(paper);
        self
    }

    pub(crate) const fn decides(mut self, paper: DocumentKind) -> Self {
        self.decides = Some(paper);
        self
    }

    /// The papers that are printed with it, the decision first.
    pub fn papers(&self) -> impl Iterator<Item = DocumentKind> {
        self.decides.into_iter().chain(self.issues)
    }

    /// What it does to clocks.
    pub fn effects(&self) -> impl Iterator<Item = ClockEffect<P::Clock>> {
        let detour = self.detour.iter().map(|effect| effect.of_procedure());
        self.clocks.iter().copied().chain(detour)
    }

    /// What it asks of the caller.
    pub(super) fn of_caller(&self) -> impl Iterator<Item = SharedCondition> {
        let one = self.officers != Officers::None;
        [
            (true, SharedCondition::Scope),
            (one, SharedCondition::Officer),
            (
                self.competent_body != CompetentBody::Anyone,
                SharedCondition::CompetentBody,
            ),
            (one, SharedCondition::NotRecused),
        ]
        .into_iter()
        .filter_map(|(asked, condition)| asked.then_some(condition))
    }

    /// What it asks besides of the case, once the state is right.
    pub(super) fn of_case(&self) -> impl Iterator<Item = Condition<P::Condition>> {
        self.besides(ConditionKind::OfCase)
    }

    /// What it asks of the input.
    pub fn of_input(&self) -> impl Iterator<Item = Condition<P::Condition>> {
        let two = matches!(self.officers, Officers::Two | Officers::TwoAndCoSigner);
        let co_signer = self.officers == Officers::TwoAndCoSigner;
        let signed = [
            (two, SharedCondition::SecondOfficer),
            (co_signer, SharedCondition::CoSigner),
        ]
        .into_iter()
        .filter_map(|(asked, condition)| asked.then_some(Condition::Shared(condition)));
        signed.chain(self.besides(ConditionKind::OfInput))
    }

    /// What has to hold besides state, caller and signatures, in the order in which it is asked.
    pub fn conditions(&self) -> impl Iterator<Item = Condition<P::Condition>> {
        self.of_case().chain(self.besides(ConditionKind::OfInput))
    }

    fn besides(&self, kind: ConditionKind) -> impl Iterator<Item = Condition<P::Condition>> {
        let shared = of_step::<P>(self.step)
            .filter(move |condition| condition.kind() == kind)
            .map(Condition::Shared);
        let own = self.needs.iter().copied();
        shared.chain(
            own.filter(move |condition| condition.kind() == kind)
                .map(Condition::Own),
        )
    }
}

/// What the engine itself asks of a step, whatever the table of a procedure says of it.
fn of_step<P: Procedure>(step: Step<P::Step>) -> impl Iterator<Item = SharedCondition> {
    let (asked, dated): (&'static [SharedCondition], bool) = match step {
        Step::Own(own) if P::waives(own) => (&[SharedCondition::InWriting], true),
        Step::Own(own) => (&[], P::is_dated(own)),
        Step::Shared(SharedStep::Delivery) => (
            &[SharedCondition::DeliveryOpen, SharedCondition::PartyWaits],
            true,
        ),
        Step::Shared(SharedStep::Transfer | SharedStep::Designation) => {
            (&[SharedCondition::OtherBody], false)
        }
        Step::Shared(SharedStep::TransferDispute) => (&[SharedCondition::NotDisputed], false),
        Step::Shared(SharedStep::Withdrawal) => (
            &[
                SharedCondition::FiledByApplicant,
                SharedCondition::InWriting,
            ],
            true,
        ),
        Step::Shared(SharedStep::RecommendationWithdrawal) => (
            &[
                SharedCondition::FiledByRecommender,
                SharedCondition::InWriting,
            ],
            true,
        ),
        Step::Shared(
            SharedStep::Recusal
            | SharedStep::Suspension
            | SharedStep::Resumption
            | SharedStep::TransferAcceptance
            | SharedStep::TransferWithdrawal
            | SharedStep::Continuation
            | SharedStep::OutsideTransfer
            | SharedStep::OutsideFinding,
        ) => (&[], false),
    };
    let of_day: &'static [SharedCondition] = if dated {
        &[
            SharedCondition::DayInOrder,
            SharedCondition::LateEntryReasoned,
        ]
    } else {
        &[]
    };
    asked.iter().chain(of_day).copied()
}

/// The steps of a procedure, in the order of its table.
pub fn steps<P: Procedure>() -> Vec<Step<P::Step>> {
    let mut steps = Vec::new();
    for row in P::TABLE {
        if !steps.contains(&row.step) {
            steps.push(row.step);
        }
    }
    steps
}

pub fn rows_of<P: Procedure>(step: Step<P::Step>) -> impl Iterator<Item = &'static Row<P>> {
    P::TABLE.iter().filter(move |row| row.step == step)
}

/// The line of a step in a state; none where the step is not possible.
pub fn row_for<P: Procedure>(step: Step<P::Step>, state: P::State) -> Option<&'static Row<P>> {
    rows_of(step).find(|row| row.from.contains(&state))
}
