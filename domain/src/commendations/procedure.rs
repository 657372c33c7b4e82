use chrono::NaiveDate;

use super::{
    Act, ClockKind, Condition, Document, Nomination, Outcome, Record, RefusalCode, State, Step,
    TierFacts, clocks, conditions, table, write,
};
use crate::{
    calendar::CalendarError,
    documents::{self, DocumentKind, Matter, Sheet},
    ids::{CommendationId, PersonId, ReceiptId},
    policy::{Harm, HonourLevel, Policy},
    procedure::{
        Act as AnyAct, Answer, Case, Clock, Command, Context, DocumentNumber, Entered, FactsStand,
        Party, Pause, Procedure, Row, Scope, SharedStep, Word,
    },
    receipts::{Effects, Facts, Proposal, Receipt, RuleId, RuleSet},
};

/// What the rules said of a nomination, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    pub receipt: ReceiptId,
    pub proposal: Proposal,
    /// The day on which the rules were applied.
    pub evaluated_on: NaiveDate,
    /// The level that the criteria suggest.
    pub suggested: Option<HonourLevel>,
    /// The rules that found nothing against it.
    pub satisfied: RuleSet,
    /// Whether the confirmation or recognition that it rests on stands.
    pub stands: bool,
    pub harm: Option<Harm>,
    pub died_in_the_deed: bool,
}

impl From<Act> for AnyAct<Commendation> {
    fn from(act: Act) -> Self {
        Self::Own(act)
    }
}

/// The commendation of a person or group: from the nomination through the levels to the conferral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commendation;

impl Procedure for Commendation {
    const NAME: &'static str = "commendation";
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const OPENS_IN: State = State::Nominated;
    const OPENING_CLOCKS: &'static [ClockKind] = &[ClockKind::Intake];
    const OPENING_DOCUMENT: Option<Document> = None;

    type FileId = CommendationId;
    type About = PersonId;
    type State = State;
    type Step = Step;
    type Act = Act;
    type Condition = Condition;
    type Clock = ClockKind;
    type Outcome = Outcome;
    type RefusalCode = RefusalCode;
    type Document = Document;
    type Record = Record;
    type Subject = Nomination;
    type Facts = TierFacts;
    type Rules = Eligibility;

    fn scope(scope: Scope) -> &'static str {
        match scope {
            Scope::Report => "commendations:nominate",
            Scope::Investigate => "commendations:review",
            Scope::Confirm => "commendations:decide",
        }
    }

    fn step(act: &Act) -> Step {
        act.step()
    }

    fn is_dated(step: Step) -> bool {
        matches!(
            step,
            Step::Opinion
                | Step::NomineeAcceptance
                | Step::OutsideAward
                | Step::OutsideRefusal
                | Step::Conferral
                | Step::RevocationNotice
                | Step::DefenceStatement
                | Step::OutsideRevocation
                | Step::Repayment
        )
    }

    fn entered(act: &Act) -> Option<&Entered> {
        match act {
            Act::Opinion { answer } => Some(&answer.document.issued),
            Act::NomineeAcceptance { received: day, .. }
            | Act::Conferral { conferred: day, .. }
            | Act::RevocationNotice { notified: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::Repayment { received: day, .. } => Some(day),
            Act::OutsideAward { document, .. }
            | Act::OutsideRefusal { document }
            | Act::OutsideRevocation { document, .. } => Some(&document.issued),
            Act::Declination { word } | Act::DefenceWaiver { word } => Some(&word.received),
            _ => None,
        }
    }

    fn earliest(case: &Case<Self>, act: &Act, context: &Context<'_, Self>) -> Option<NaiveDate> {
        let record = case.record();
        match act {
            Act::Opinion { answer } => record.open_opinion(answer.of).map(|asked| asked.asked_on),
            Act::OutsideRefusal { .. } => record.submissions.last().map(|(_, on)| *on),
            Act::Conferral { .. } | Act::OutsideRevocation { .. } => {
                record.award().map(|award| award.on)
            }
            Act::RevocationNotice { .. } => {
                let mut history = case.history().iter().rev();
                let last = history.find(|one| one.step != SharedStep::Recusal.into());
                let last = last.map(|executed| executed.on);
                last.max(context.rules.map(|rules| rules.evaluated_on))
            }
            Act::DefenceStatement { .. } | Act::DefenceWaiver { .. } => {
                record.notice().map(|notice| notice.notified_on)
            }
            Act::Repayment { .. } => case.decision().map(|decision| decision.on),
            // What came from above may be older than the nomination that records it.
            _ => None,
        }
    }

    fn party(_: &Act) -> Option<Party> {
        None
    }

    fn waives(step: Step) -> bool {
        matches!(step, Step::Declination | Step::DefenceWaiver)
    }

    fn word(act: &Act) -> Option<&Word> {
        match act {
            Act::Declination { word } | Act::DefenceWaiver { word } => Some(word),
            _ => None,
        }
    }

    fn is_named(case: &Case<Self>) -> bool {
        conditions::was_awarded(case.state())
    }

    fn number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::ImmediateAward {
                certificate: number,
                ..
            }
            | Act::Award {
                certificate: number,
                ..
            }
            | Act::CertificateReplacement {
                certificate: number,
                ..
            }
            | Act::Recommendation { number, .. }
            | Act::Submission { number, .. }
            | Act::PaymentPlan { number, .. }
            | Act::Revocation { number, .. }
            | Act::BasisFall { number, .. } => number.as_ref(),
            _ => None,
        }
    }

    fn decision_number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::ImmediateAward { number, .. } => Some(number),
            Act::Revocation { number, .. } => number.as_ref(),
            _ => None,
        }
    }

    fn holds(
        condition: Condition,
        case: &Case<Self>,
        act: Option<&Act>,
        context: &Context<'_, Self>,
    ) -> Result<Answer, CalendarError> {
        conditions::holds(condition, case, act, context)
    }

    fn write(
        case: &mut Case<Self>,
        command: &Command<Self>,
        act: &Act,
        paper: Option<&DocumentNumber>,
        context: &Context<'_, Self>,
    ) {
        write::write(case, command, act, paper, context);
    }

    fn reassessed(case: &Case<Self>) -> State {
        if case.is_conferred() {
            State::Conferred
        } else {
            State::Awarded
        }
    }

    fn is_final(state: State) -> bool {
        match state {
            State::Conferred
            | State::NotGranted
            | State::Declined
            | State::Revoked
            | State::TakenOff
            | State::HandedOver => true,
            State::Nominated
            | State::Recommended
            | State::UnderReview
            | State::InRound
            | State::Submitted
            | State::Deferred
            | State::Awarded
            | State::IntendedRevocation
            | State::Suspended
            | State::Transferred => false,
        }
    }

    fn facts_stand(case: &Case<Self>) -> Option<FactsStand> {
        match case.state() {
            State::Nominated
            | State::Recommended
            | State::UnderReview
            | State::Deferred
            | State::Suspended
            | State::Transferred => None,
            // The annex of the round names it.
            State::InRound => Some(FactsStand::Published),
            State::Submitted => Some(FactsStand::Told),
            State::Awarded
            | State::Conferred
            | State::NotGranted
            | State::Declined
            | State::IntendedRevocation
            | State::Revoked
            | State::TakenOff
            | State::HandedOver => Some(FactsStand::Decided),
        }
    }

    fn correct(record: &mut Record, subject: &Nomination) {
        record.title = subject.title.clone();
        record.occurred_on = subject.occurred_on;
    }

    fn learn(record: &mut Record, facts: &TierFacts) {
        if let Some(award) = &facts.award {
            record.deceased = Some(award.death.is_some());
        }
    }

    fn follows(case: &Case<Self>, context: &Context<'_, Self>) -> Option<Clock<ClockKind>> {
        clocks::follows(case, context)
    }

    fn following(state: State) -> &'static [ClockKind] {
        clocks::following(state)
    }

    fn pauses(kind: ClockKind, _: &Policy) -> Vec<(Pause, RuleId)> {
        clocks::pauses(kind)
    }

    fn is_paused(why: Pause, case: &Case<Self>, _: NaiveDate, _: &Context<'_, Self>) -> bool {
        clocks::is_paused(why, case)
    }

    fn is_reached(case: &Case<Self>, party: Party) -> bool {
        party != Party::Actor || case.record().deceased != Some(true)
    }

    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<Eligibility> {
        let (Facts::Tier(facts), Effects::Tier(effects)) = (&said.facts, &said.effects) else {
            return None;
        };
        Some(Eligibility {
            receipt,
            proposal: said.proposal,
            evaluated_on: said.evaluated_on,
            suggested: effects.suggested_level,
            satisfied: RuleSet::satisfied(&said.findings),
            stands: facts.stands(),
            harm: facts.harm,
            died_in_the_deed: facts.harm == Some(Harm::Died),
        })
    }

    fn to_rules(facts: &TierFacts) -> Facts {
        Facts::Tier(facts.clone())
    }

    fn facts_of(receipt: &Receipt) -> Option<TierFacts> {
        match &receipt.facts {
            Facts::Tier(facts) => Some(facts.clone()),
            _ => None,
        }
    }

    fn renewed(facts: &TierFacts, case: &Case<Self>) -> TierFacts {
        case.known(facts)
    }

    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate> {
        documents::commendations::void_since(kind, number, case)
    }

    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet> {
        documents::commendations::compose(kind, matter)
    }
}
