use chrono::NaiveDate;

use super::{
    Act, ClockKind, Condition, Document, LocalConfirmation, OriginClaim, OutOfCityFacts, Outcome,
    Record, RefusalCode, Route, State, Step, clocks, conditions, table, write,
};
use crate::{
    calendar::CalendarError,
    deeds::Incident,
    documents::{self, DocumentKind, Matter, Sheet},
    ids::{PersonId, ReceiptId, RecognitionId},
    policy::Policy,
    procedure::{
        Act as AnyAct, Answer, Case, CaseEvent, Clock, Command, Context, DocumentNumber, Entered,
        FactsStand, Party, Pause, Procedure, Row, Scope, SharedStep, Step as AnyStep, Word,
    },
    receipts::{Effects, Facts, Proposal, Receipt, RuleId, RuleSet},
};

/// What the rules said of a recognition, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    pub receipt: ReceiptId,
    pub proposal: Proposal,
    /// The day on which the rules were applied.
    pub evaluated_on: NaiveDate,
    /// The procedure that fits.
    pub route: Route,
    /// The rules that found nothing against it.
    pub satisfied: RuleSet,
}

impl From<Act> for AnyAct<Recognition> {
    fn from(act: Act) -> Self {
        Self::Own(act)
    }
}

/// The recognition of somebody from the city whose deed elsewhere was confirmed there (聊城义士).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognition;

impl Procedure for Recognition {
    const NAME: &'static str = "recognition";
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const OPENS_IN: State = State::Applied;
    const OPENING_CLOCKS: &'static [ClockKind] = &[ClockKind::Intake, ClockKind::Check];
    const OPENING_DOCUMENT: Option<Document> = None;

    type FileId = RecognitionId;
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
    type Subject = Incident;
    type Facts = OutOfCityFacts;
    type Rules = Eligibility;

    fn scope(scope: Scope) -> &'static str {
        match scope {
            Scope::Report => "recognitions:apply",
            Scope::Investigate => "recognitions:check",
            Scope::Confirm => "recognitions:decide",
        }
    }

    fn step(act: &Act) -> Step {
        act.step()
    }

    fn is_dated(step: Step) -> bool {
        matches!(
            step,
            Step::Supplement
                | Step::DefenceStatement
                | Step::RefusalNotice
                | Step::RevocationNotice
                | Step::Handover
                | Step::ConfirmationFall
                | Step::ConfirmationReturn
        )
    }

    fn entered(act: &Act) -> Option<&Entered> {
        match act {
            Act::Supplement { received: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::RefusalNotice { notified: day, .. }
            | Act::RevocationNotice { notified: day, .. }
            | Act::Handover { handed: day, .. } => Some(day),
            Act::ConfirmationFall { document, .. } | Act::ConfirmationReturn { document } => {
                Some(&document.issued)
            }
            Act::DefenceWaiver { word } => Some(&word.received),
            _ => None,
        }
    }

    fn earliest(case: &Case<Self>, act: &Act, context: &Context<'_, Self>) -> Option<NaiveDate> {
        match act {
            Act::Handover { .. } => case.decision().map(|decision| decision.on),
            Act::Supplement { .. } => {
                let request = case.record().supplement_requests.last();
                request.map(|request| request.asked_on)
            }
            Act::DefenceStatement { .. } | Act::DefenceWaiver { .. } => {
                let notice = case.record().notice();
                notice.map(|notice| notice.notified_on)
            }
            // The party is told what was found: by the last step, and by the rules on the facts as they
            // are known.
            Act::RefusalNotice { .. } | Act::RevocationNotice { .. } => {
                let mut history = case.history().iter().rev();
                let last = history.find(|one| one.step != SharedStep::Recusal.into());
                let last = last.map(|executed| executed.on);
                last.max(context.rules.map(|rules| rules.evaluated_on))
            }
            Act::ConfirmationFall { .. } => match case.record().confirmation()? {
                LocalConfirmation::Present(document) => document.issued_on.earliest(),
                LocalConfirmation::Absent => None,
            },
            Act::ConfirmationReturn { .. } => Some(case.record().fallen()?.document.issued.on),
            _ => None,
        }
    }

    fn party(_: &Act) -> Option<Party> {
        None
    }

    fn number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Refusal { number, .. }
            | Act::Recognition {
                certificate: number,
                ..
            }
            | Act::CertificateCorrection {
                certificate: number,
                ..
            } => number.as_ref(),
            _ => None,
        }
    }

    fn waives(step: Step) -> bool {
        step == Step::DefenceWaiver
    }

    fn word(act: &Act) -> Option<&Word> {
        match act {
            Act::DefenceWaiver { word } => Some(word),
            _ => None,
        }
    }

    fn is_named(case: &Case<Self>) -> bool {
        match case.state() {
            State::Recognised | State::IntendedRevocation => true,
            State::Suspended => conditions::once_recognised(case),
            State::Applied
            | State::InCheck
            | State::IntendedRefusal
            | State::Transferred
            | State::Refused
            | State::Revoked
            | State::Withdrawn
            | State::HandedOver
            | State::Redirected => false,
        }
    }

    fn decision_number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Recognition { number, .. } | Act::Revocation { number, .. } => Some(number),
            Act::Refusal { number, .. } => number.as_ref(),
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
        match case.record().fallen() {
            None => State::Recognised,
            Some(_) => State::Suspended,
        }
    }

    fn is_final(state: State) -> bool {
        match state {
            State::Recognised
            | State::Refused
            | State::Revoked
            | State::Withdrawn
            | State::HandedOver
            | State::Redirected => true,
            State::Applied
            | State::InCheck
            | State::IntendedRefusal
            | State::Suspended
            | State::IntendedRevocation
            | State::Transferred => false,
        }
    }

    fn facts_stand(case: &Case<Self>) -> Option<FactsStand> {
        match case.state() {
            State::Suspended if conditions::once_recognised(case) => Some(FactsStand::Decided),
            State::Suspended if case.returns_to() == Some(State::IntendedRefusal) => {
                Some(FactsStand::Told)
            }
            State::Applied | State::InCheck | State::Transferred | State::Suspended => None,
            State::IntendedRefusal | State::IntendedRevocation => Some(FactsStand::Told),
            State::Recognised
            | State::Refused
            | State::Revoked
            | State::Redirected
            | State::HandedOver => Some(FactsStand::Decided),
            State::Withdrawn => Some(FactsStand::Withdrawn),
        }
    }

    fn correct(_: &mut Record, _: &Incident) {}

    fn learn(record: &mut Record, facts: &OutOfCityFacts) {
        record.deceased = facts.deceased.or(record.deceased);
        let known: Vec<_> = record
            .origin
            .iter()
            .map(|(claim, _)| claim.clone())
            .collect();
        // A claim that was not borne out comes back without its proof, and is the same.
        let is_known = |claim: &OriginClaim| {
            let mut known = known.iter();
            known.any(|known| {
                (known.basis, known.region) == (claim.basis, claim.region)
                    && (known.proof_present || !claim.proof_present)
            })
        };
        let new = facts.origin_claims.iter().filter(|claim| !is_known(claim));
        record.origin.extend(new.map(|claim| (claim.clone(), None)));
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

    fn consequence(step: AnyStep<Step>) -> Option<CaseEvent<Self>> {
        (step == AnyStep::Own(Step::Revocation)).then_some(CaseEvent::HonoursEnded)
    }

    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<Eligibility> {
        match &said.effects {
            Effects::OutOfCity(effects) => Some(Eligibility {
                receipt,
                proposal: said.proposal,
                evaluated_on: said.evaluated_on,
                route: effects.route,
                satisfied: RuleSet::satisfied(&said.findings),
            }),
            _ => None,
        }
    }

    fn to_rules(facts: &OutOfCityFacts) -> Facts {
        Facts::OutOfCity(facts.clone())
    }

    fn facts_of(receipt: &Receipt) -> Option<OutOfCityFacts> {
        match &receipt.facts {
            Facts::OutOfCity(facts) => Some(facts.clone()),
            _ => None,
        }
    }

    fn renewed(facts: &OutOfCityFacts, case: &Case<Self>) -> OutOfCityFacts {
        case.known(facts)
    }

    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate> {
        documents::out_of_city::void_since(kind, number, case)
    }

    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet> {
        documents::out_of_city::compose(kind, matter)
    }
}
