use chrono::NaiveDate;

use super::{
    Act, ClockKind, Condition, Document, Outcome, Record, RefusalCode, Setup, State, Step,
    StudioNameFacts, clocks, conditions, table, write,
};
use crate::{
    calendar::CalendarError,
    documents::{self, DocumentKind, Matter, Sheet},
    ids::{PersonId, ReceiptId, StudioId},
    policy::{HonourLevel, Policy},
    procedure::{
        Act as AnyAct, Answer, Case, Change, Clock, Command, Context, DocumentNumber, Entered,
        FactsStand, Party, Pause, Procedure, Row, Scope, SharedStep, Term as _, Word,
    },
    receipts::{Effects, Facts, Proposal, Receipt, RuleId, RuleSet},
};

/// What the rules said of a name, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    pub receipt: ReceiptId,
    pub proposal: Proposal,
    /// The day on which the rules were applied.
    pub evaluated_on: NaiveDate,
    /// The rules that found nothing against it.
    pub satisfied: RuleSet,
    /// Whether it was looked up what the leader holds.
    pub honours_known: bool,
    /// The highest level of the leader's honours that stand.
    pub held: Option<HonourLevel>,
    /// The highest level of those that were revoked.
    pub lost: Option<HonourLevel>,
    pub deceased: Option<bool>,
    /// How many other studios carry the hero's name.
    pub studios: Option<u32>,
    /// Whether the proposed name follows the rule.
    pub fits: bool,
    /// Whether another studio has it.
    pub taken: Option<bool>,
}

impl From<Act> for AnyAct<Studio> {
    fn from(act: Act) -> Self {
        Self::Own(act)
    }
}

/// A studio that carries a hero's name (英模工作室). Its one case is about the leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Studio;

impl Procedure for Studio {
    const NAME: &'static str = "studio";
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const OPENS_IN: State = State::Proposed;
    const OPENING_CLOCKS: &'static [ClockKind] = &[ClockKind::Intake];
    const OPENING_DOCUMENT: Option<Document> = None;

    type FileId = StudioId;
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
    type Subject = Setup;
    type Facts = StudioNameFacts;
    type Rules = Eligibility;

    fn scope(scope: Scope) -> &'static str {
        match scope {
            Scope::Report => "studios:report",
            Scope::Investigate => "studios:manage",
            Scope::Confirm => "studios:decide",
        }
    }

    fn step(act: &Act) -> Step {
        act.step()
    }

    fn is_dated(step: Step) -> bool {
        matches!(
            step,
            Step::Consent
                | Step::ConsentWithdrawal
                | Step::SiteVisit
                | Step::MemberJoined
                | Step::MemberLeft
                | Step::Relocation
                | Step::RefusalNotice
                | Step::WithdrawalNotice
                | Step::DefenceStatement
                | Step::Opening
                | Step::Activity
                | Step::HeroVisit
                | Step::Clue
                | Step::Publicity
                | Step::YearlyReport
                | Step::Assessment
                | Step::HostClosure
                | Step::SignRecovery
        )
    }

    fn entered(act: &Act) -> Option<&Entered> {
        match act {
            Act::Consent { given: day, .. }
            | Act::ConsentWithdrawal { received: day, .. }
            | Act::SiteVisit { visited: day, .. }
            | Act::MemberJoined { joined: day, .. }
            | Act::MemberLeft { left: day, .. }
            | Act::Relocation { since: day, .. }
            | Act::RefusalNotice { notified: day, .. }
            | Act::WithdrawalNotice { notified: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::Opening { opened: day, .. }
            | Act::Activity { held: day, .. }
            | Act::HeroVisit { visited: day, .. }
            | Act::Clue { given: day, .. }
            | Act::Publicity { published: day, .. }
            | Act::YearlyReport { received: day, .. }
            | Act::Assessment { visited: day, .. }
            | Act::HostClosure { closed: day, .. }
            | Act::SignRecovery { recovered: day, .. } => Some(day),
            Act::DefenceWaiver { word } => Some(&word.received),
            _ => None,
        }
    }

    fn earliest(case: &Case<Self>, act: &Act, context: &Context<'_, Self>) -> Option<NaiveDate> {
        match act {
            Act::SiteVisit { .. } | Act::HostClosure { .. } => Some(case.received_on()),
            Act::ConsentWithdrawal { .. } => {
                let consent = case.record().consents.last();
                consent.map(|consent| consent.on)
            }
            Act::Opening { .. } | Act::SignRecovery { .. } => {
                case.decision().map(|decision| decision.on)
            }
            Act::Activity { .. }
            | Act::HeroVisit { .. }
            | Act::Clue { .. }
            | Act::Publicity { .. }
            | Act::YearlyReport { .. }
            | Act::Assessment { .. } => case.record().opened_on(),
            Act::DefenceStatement { .. } | Act::DefenceWaiver { .. } => {
                let notice = case.record().notice();
                notice.map(|notice| notice.told.notified_on)
            }
            // The party is told what was found: by the last step, and by the rules on the facts as they
            // are known.
            Act::RefusalNotice { .. } | Act::WithdrawalNotice { .. } => {
                let mut history = case.history().iter().rev();
                let last = history.find(|one| one.step != SharedStep::Recusal.into());
                let last = last.map(|executed| executed.on);
                last.max(context.rules.map(|rules| rules.evaluated_on))
            }
            _ => None,
        }
    }

    fn party(_: &Act) -> Option<Party> {
        None
    }

    fn number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Refusal { number, .. }
            | Act::RefusalNotice { number, .. }
            | Act::WithdrawalNotice { number, .. }
            | Act::Assessment { number, .. }
            | Act::RectificationNotice { number, .. } => number.as_ref(),
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

    // The rules look again at a name once the person's file was corrected.
    fn is_named(_: &Case<Self>) -> bool {
        false
    }

    fn decision_number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Naming { number, .. } | Act::NameWithdrawal { number, .. } => Some(number),
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
        let mut history = case.history().iter().rev();
        let before = history.find(|one| {
            one.to == State::IntendedWithdrawal && one.from != State::IntendedWithdrawal
        });
        before.map_or(State::Active, |one| one.from)
    }

    fn is_final(state: State) -> bool {
        !state.holds_name()
    }

    fn facts_stand(case: &Case<Self>) -> Option<FactsStand> {
        match case.state() {
            State::Suspended if case.returns_to() == Some(State::IntendedRefusal) => {
                Some(FactsStand::Told)
            }
            State::Proposed | State::InReview | State::Transferred | State::Suspended => None,
            State::IntendedRefusal => Some(FactsStand::Told),
            State::Refused
            | State::Approved
            | State::Active
            | State::Rectifying
            | State::IntendedWithdrawal
            | State::Withdrawn
            | State::Lapsed
            | State::HandedOver => Some(FactsStand::Decided),
            State::TakenBack => Some(FactsStand::Withdrawn),
        }
    }

    fn correct(record: &mut Record, setup: &Setup) {
        record.setup = setup.clone();
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

    /// Nobody recovers a sign that was never hung.
    fn lapse(case: &mut Case<Self>, on: NaiveDate, _: &Context<'_, Self>) {
        if !case.record.openings.is_empty() {
            return;
        }
        let signs = case.clocks.iter_mut();
        for clock in signs.filter(|clock| clock.kind() == ClockKind::SignRecovery) {
            clock.enter(Change::Cancel, on, ClockKind::SignRecovery.rule(), None);
        }
    }

    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<Eligibility> {
        let (Facts::StudioName(facts), Effects::StudioName(effects)) = (&said.facts, &said.effects)
        else {
            return None;
        };
        let highest = |revoked| {
            let honours = facts.honours.iter().flatten();
            let of_kind = honours.filter(|honour| honour.revoked == revoked);
            of_kind.map(|honour| honour.level).max()
        };
        Some(Eligibility {
            receipt,
            proposal: said.proposal,
            evaluated_on: said.evaluated_on,
            satisfied: RuleSet::satisfied(&said.findings),
            honours_known: facts.honours.is_some(),
            held: highest(false),
            lost: highest(true),
            deceased: facts.deceased,
            studios: facts.existing_studios,
            fits: effects.name.is_some() && effects.differences.is_empty(),
            taken: facts.name_taken,
        })
    }

    fn to_rules(facts: &StudioNameFacts) -> Facts {
        Facts::StudioName(facts.clone())
    }

    fn facts_of(receipt: &Receipt) -> Option<StudioNameFacts> {
        match &receipt.facts {
            Facts::StudioName(facts) => Some(facts.clone()),
            _ => None,
        }
    }

    fn renewed(facts: &StudioNameFacts, case: &Case<Self>) -> StudioNameFacts {
        case.record().known(facts)
    }

    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate> {
        documents::studios::void_since(kind, number, case)
    }

    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet> {
        documents::studios::compose(kind, matter)
    }
}
