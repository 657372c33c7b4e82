use chrono::NaiveDate;

use super::{
    Act, Call, CancellationCode, ClockKind, Condition, Document, Outcome, Record, RoundFacts,
    State, Step, clocks, conditions, table, write,
};
use crate::{
    calendar::CalendarError,
    documents::{self, DocumentKind, Matter, Sheet},
    ids::{ReceiptId, RoundId},
    policy::Policy,
    procedure::{
        Act as AnyAct, Answer, Case, Clock, Command, Context, DocumentNumber, Entered, FactsStand,
        Nobody, Party, Pause, Procedure, Row, Scope,
    },
    receipts::{Facts, Outcome as Found, Proposal, ReasonCode, Receipt, RuleId, RuleSet},
};

/// What the rules said of a round, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    pub receipt: ReceiptId,
    pub proposal: Proposal,
    /// The rules that found nothing against it.
    pub satisfied: RuleSet,
    /// Those that forbid it.
    pub refused: RuleSet,
    /// Whether it is a state award without approval number.
    pub lacks_number: bool,
    /// Whether a body is missing with which a title is granted together.
    pub lacks_body: bool,
}

impl From<Act> for AnyAct<Round> {
    fn from(act: Act) -> Self {
        Self::Own(act)
    }
}

/// A round of commendation (表扬批次): one file with one case, about nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round;

impl Procedure for Round {
    const NAME: &'static str = "round";
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const OPENS_IN: State = State::Planned;
    const OPENING_CLOCKS: &'static [ClockKind] = &[ClockKind::Call];
    const OPENING_DOCUMENT: Option<Document> = None;

    type FileId = RoundId;
    type About = Nobody;
    type State = State;
    type Step = Step;
    type Act = Act;
    type Condition = Condition;
    type Clock = ClockKind;
    type Outcome = Outcome;
    type RefusalCode = CancellationCode;
    type Document = Document;
    type Record = Record;
    type Subject = Call;
    type Facts = RoundFacts;
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
            Step::CandidateObjection | Step::Ballots | Step::Resolution
        )
    }

    fn entered(act: &Act) -> Option<&Entered> {
        match act {
            Act::CandidateObjection { received: day, .. }
            | Act::Ballots { held: day, .. }
            | Act::Resolution { passed: day, .. } => Some(day),
            _ => None,
        }
    }

    fn earliest(case: &Case<Self>, act: &Act, context: &Context<'_, Self>) -> Option<NaiveDate> {
        let record = case.record();
        match act {
            Act::CandidateObjection { .. } => record.notices.last().map(|notice| notice.from),
            // The panel has the whole of the notice before it.
            Act::Ballots { .. } if case.state() == State::InPublication => {
                let (last, _) = case.end_of(ClockKind::Publicity, context)?;
                last.succ_opt()
            }
            Act::Ballots { .. } => record.lists.last().map(|list| list.on),
            Act::Resolution { .. } => record.ballots.last().map(|ballots| ballots.held_on),
            _ => None,
        }
    }

    fn party(_: &Act) -> Option<Party> {
        None
    }

    fn number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Call { number, .. }
            | Act::CandidateNotice { number }
            | Act::Ballots { number, .. }
            | Act::Ceremony { number, .. } => number.as_ref(),
            _ => None,
        }
    }

    fn is_named(_: &Case<Self>) -> bool {
        false
    }

    fn decision_number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Decision { number, .. } | Act::DecisionCorrection { number, .. } => Some(number),
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

    /// No line of the table looks at a round again.
    fn reassessed(case: &Case<Self>) -> State {
        case.state()
    }

    fn is_final(state: State) -> bool {
        match state {
            State::Closed | State::Cancelled => true,
            State::Planned
            | State::Announced
            | State::Reviewing
            | State::InPublication
            | State::Voting
            | State::Resolved
            | State::Decided
            | State::Conferring
            | State::Suspended => false,
        }
    }

    fn facts_stand(case: &Case<Self>) -> Option<FactsStand> {
        let state = case.returns_to().unwrap_or(case.state());
        match state {
            State::Planned | State::Announced => None,
            State::Reviewing | State::InPublication | State::Voting | State::Resolved => {
                Some(FactsStand::Published)
            }
            State::Decided | State::Conferring | State::Closed | State::Suspended => {
                Some(FactsStand::Decided)
            }
            State::Cancelled => Some(FactsStand::Withdrawn),
        }
    }

    fn correct(record: &mut Record, subject: &Call) {
        record.call = subject.clone();
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

    fn stopped_on(
        case: &Case<Self>,
        clock: ClockKind,
        on: NaiveDate,
        context: &Context<'_, Self>,
    ) -> NaiveDate {
        clocks::stopped_on(case, clock, on, context)
    }

    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<Eligibility> {
        let Facts::Round(facts) = &said.facts else {
            return None;
        };
        let refused = said.findings.iter();
        let refused = refused.filter(|finding| finding.outcome == Found::NotMet);
        Some(Eligibility {
            receipt,
            proposal: said.proposal,
            satisfied: RuleSet::satisfied(&said.findings),
            refused: refused.map(|finding| finding.rule).collect(),
            lacks_number: facts.lacks_number(),
            lacks_body: said
                .findings
                .iter()
                .any(|finding| finding.code == ReasonCode::GrantingBodyMissing),
        })
    }

    fn to_rules(facts: &RoundFacts) -> Facts {
        Facts::Round(facts.clone())
    }

    fn facts_of(receipt: &Receipt) -> Option<RoundFacts> {
        match &receipt.facts {
            Facts::Round(facts) => Some(facts.clone()),
            _ => None,
        }
    }

    fn renewed(facts: &RoundFacts, _: &Case<Self>) -> RoundFacts {
        facts.clone()
    }

    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate> {
        documents::rounds::void_since(kind, number, case)
    }

    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet> {
        documents::rounds::compose(kind, matter)
    }
}
