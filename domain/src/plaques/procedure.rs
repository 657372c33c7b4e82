use chrono::NaiveDate;

use super::{
    Act, ClockKind, Condition, Document, Outcome, PlaqueFacts, Record, RefusalCode, State, Step,
    Subject, clocks, conditions, table, write,
};
use crate::{
    calendar::CalendarError,
    documents::{self, DocumentKind, Matter, Sheet},
    ids::{PersonId, PlaqueId, ReceiptId},
    policy::Policy,
    procedure::{
        Act as AnyAct, Answer, Case, Clock, Command, Context, DocumentNumber, Entered, FactsStand,
        Party, Pause, Procedure, Row, Scope, Word,
    },
    receipts::{Effects, Facts, Proposal, Receipt, RuleId},
};

/// What the rules said of a plaque, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaqueRules {
    pub receipt: ReceiptId,
    pub proposal: Proposal,
    pub hero_entitled: Option<bool>,
    pub household_entitled: Option<bool>,
    pub only_plaque: Option<bool>,
    pub names_fit: Option<bool>,
    pub replaceable: Option<bool>,
}

impl From<Act> for AnyAct<Plaque> {
    fn from(act: Act) -> Self {
        Self::Own(act)
    }
}

/// The plaque of a household with people who acted bravely (见义勇为光荣之家).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plaque;

impl Procedure for Plaque {
    const NAME: &'static str = "plaque";
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const OPENS_IN: State = State::Entitled;
    const OPENING_CLOCKS: &'static [ClockKind] = &[ClockKind::Order];
    const OPENING_DOCUMENT: Option<Document> = None;

    type FileId = PlaqueId;
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
    type Subject = Subject;
    type Facts = PlaqueFacts;
    type Rules = PlaqueRules;

    fn scope(scope: Scope) -> &'static str {
        match scope {
            Scope::Report => "plaques:report",
            Scope::Investigate => "plaques:manage",
            Scope::Confirm => "plaques:decide",
        }
    }

    fn step(act: &Act) -> Step {
        act.step()
    }

    fn is_dated(step: Step) -> bool {
        matches!(
            step,
            Step::Order
                | Step::Making
                | Step::Handover
                | Step::Hanging
                | Step::KeepingIndoors
                | Step::Replacement
                | Step::NoContact
                | Step::Contact
                | Step::Recovery
        )
    }

    fn entered(act: &Act) -> Option<&Entered> {
        match act {
            Act::Order { ordered: day, .. }
            | Act::Making { made: day, .. }
            | Act::Handover { handed: day, .. }
            | Act::Hanging { hung: day, .. }
            | Act::KeepingIndoors { kept: day, .. }
            | Act::Replacement { replaced: day, .. }
            | Act::NoContact { tried: day, .. }
            | Act::Contact { reached: day, .. }
            | Act::Recovery { recovered: day, .. } => Some(day),
            Act::Declination { word } => Some(&word.received),
            _ => None,
        }
    }

    fn earliest(case: &Case<Self>, act: &Act, _: &Context<'_, Self>) -> Option<NaiveDate> {
        let record = case.record();
        let handed = || Some(record.delivery.as_ref()?.on);
        match act {
            Act::Making { .. } => Some(record.orders.last()?.on),
            Act::Handover { .. } => Some(record.making.as_ref()?.on),
            Act::Hanging { .. } | Act::KeepingIndoors { .. } | Act::Replacement { .. } => {
                let last = record.hangings.last().map(|hanging| hanging.on);
                last.max(handed())
            }
            Act::Contact { .. } => Some(record.attempts.last()?.on),
            Act::Recovery { .. } => Some(record.honour_ends.last()?.on),
            _ => Some(case.received_on()),
        }
    }

    fn party(_: &Act) -> Option<Party> {
        None
    }

    fn waives(step: Step) -> bool {
        step == Step::Declination
    }

    fn word(act: &Act) -> Option<&Word> {
        match act {
            Act::Declination { word } => Some(word),
            _ => None,
        }
    }

    fn is_named(case: &Case<Self>) -> bool {
        match case.proper_state() {
            State::Made
            | State::HandedOver
            | State::Hung
            | State::KeptIndoors
            | State::ToRecover => true,
            State::Entitled
            | State::Ordered
            | State::Declined
            | State::Replaced
            | State::Recovered
            | State::WrittenOff
            | State::Suspended
            | State::Transferred
            | State::Withdrawn
            | State::MovedAway => false,
        }
    }

    fn number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Order { number, .. }
            | Act::Handover { number, .. }
            | Act::RecoveryNotice { number, .. } => number.as_ref(),
            _ => None,
        }
    }

    fn decision_number(_: &Act) -> Option<&DocumentNumber> {
        None
    }

    fn holds(
        condition: Condition,
        case: &Case<Self>,
        act: Option<&Act>,
        context: &Context<'_, Self>,
    ) -> Result<Answer, CalendarError> {
        Ok(conditions::holds(condition, case, act, context))
    }

    fn write(
        case: &mut Case<Self>,
        _: &Command<Self>,
        act: &Act,
        paper: Option<&DocumentNumber>,
        context: &Context<'_, Self>,
    ) {
        write::write(case, act, paper, context);
    }

    /// Where a plaque goes whose honour ended while it was suspended or on its way: what was never made
    /// ends, and what was made comes back.
    fn reassessed(case: &Case<Self>) -> State {
        match case.record().making {
            Some(_) => State::ToRecover,
            None => State::Withdrawn,
        }
    }

    fn is_final(state: State) -> bool {
        match state {
            State::Hung
            | State::KeptIndoors
            | State::Declined
            | State::Replaced
            | State::Recovered
            | State::WrittenOff
            | State::Withdrawn
            | State::MovedAway => true,
            State::Entitled
            | State::Ordered
            | State::Made
            | State::HandedOver
            | State::ToRecover
            | State::Suspended
            | State::Transferred => false,
        }
    }

    fn facts_stand(case: &Case<Self>) -> Option<FactsStand> {
        match case.proper_state() {
            State::Entitled | State::Ordered => None,
            State::Withdrawn | State::Declined => Some(FactsStand::Withdrawn),
            State::Made
            | State::HandedOver
            | State::Hung
            | State::KeptIndoors
            | State::Replaced
            | State::ToRecover
            | State::Recovered
            | State::WrittenOff
            | State::Suspended
            | State::Transferred
            | State::MovedAway => Some(FactsStand::Made),
        }
    }

    fn correct(_: &mut Record, _: &Subject) {}

    fn learn(record: &mut Record, facts: &PlaqueFacts) {
        record.deceased = facts.deceased.or(record.deceased);
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

    fn is_paused(_: Pause, _: &Case<Self>, _: NaiveDate, _: &Context<'_, Self>) -> bool {
        false
    }

    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<PlaqueRules> {
        match &said.effects {
            Effects::Plaque(effects) => Some(PlaqueRules {
                receipt,
                proposal: said.proposal,
                hero_entitled: effects.hero_entitled,
                household_entitled: effects.household_entitled,
                only_plaque: effects.only_plaque,
                names_fit: effects.names_fit,
                replaceable: effects.replaceable,
            }),
            _ => None,
        }
    }

    fn to_rules(facts: &PlaqueFacts) -> Facts {
        Facts::Plaque(facts.clone())
    }

    fn facts_of(receipt: &Receipt) -> Option<PlaqueFacts> {
        match &receipt.facts {
            Facts::Plaque(facts) => Some(facts.clone()),
            _ => None,
        }
    }

    fn renewed(facts: &PlaqueFacts, _: &Case<Self>) -> PlaqueFacts {
        facts.clone()
    }

    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate> {
        documents::plaques::void_since(kind, number, case)
    }

    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet> {
        documents::plaques::compose(kind, matter)
    }
}
