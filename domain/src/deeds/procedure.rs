use chrono::NaiveDate;

use super::{
    Act, ClockKind, Condition, Eligibility, Incident, Record, RefusalCode, State, Step, clocks,
    conditions, correction,
    eligibility::{DeedFacts, Filer},
    record, table,
};
use crate::{
    calendar::CalendarError,
    documents::{self, DocumentKind, Matter, Sheet},
    ids::{DeedId, PersonId, ReceiptId},
    named_enum,
    policy::Policy,
    procedure::{
        Act as AnyAct, Answer, Case, CaseEvent, Clock, Command, Context, DocumentNumber, Entered,
        FactsStand, FiledBy, Party, Pause, Procedure, Row, Scope, Step as AnyStep, Word,
    },
    receipts::{Facts, Receipt, RuleId},
};

named_enum! {
    /// What was decided.
    DecisionKind {
        Confirmation = "confirmation", "确认", "confirmation";
        Refusal = "refusal", "不予确认", "refusal";
        FinalRefusal = "final_refusal", "复核维持不予确认", "final refusal";
        Revocation = "revocation", "撤销确认", "revocation";
    }
}

named_enum! {
    /// A document that a step calls for.
    Document {
        BeneficiaryRequest = "beneficiary_request", "请受益人作证的通知", "request to the beneficiaries";
        SupplementRequest = "supplement_request", "补正告知书", "supplement request";
        PublicNotice = "public_notice", "公示", "public notice";
        PriorNotice = "prior_notice", "陈述申辩告知书", "prior notice";
        Confirmation = "confirmation", "确认决定书和证书", "confirmation and certificate";
        Refusal = "refusal", "不予确认决定书", "refusal";
        ReconfirmationResult = "reconfirmation_result", "复核结果通知书", "result of reconfirmation";
        Revocation = "revocation", "撤销确认决定书", "revocation";
    }
}

impl From<Filer> for FiledBy {
    fn from(filer: Filer) -> Self {
        match filer {
            Filer::Actor => Self::Actor,
            Filer::CloseRelative => Self::CloseRelative,
            Filer::OwnMotion => Self::OwnMotion,
            Filer::Employer
            | Filer::ResidentsCommittee
            | Filer::Agency
            | Filer::Media
            | Filer::OtherUnit
            | Filer::OtherPerson => Self::Recommender,
        }
    }
}

impl From<Act> for AnyAct<Deed> {
    fn from(act: Act) -> Self {
        Self::Own(act)
    }
}

impl From<Step> for AnyStep<Step> {
    fn from(step: Step) -> Self {
        Self::Own(step)
    }
}

/// The confirmation of what one actor did in a deed (Shandong Regulation on Rewarding and Protecting
/// People Who Act Bravely, chapter 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed;

impl Procedure for Deed {
    const NAME: &'static str = "deed";
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const OPENS_IN: State = State::Reported;
    const OPENING_CLOCKS: &'static [ClockKind] = &[
        ClockKind::Intake,
        ClockKind::Opinion,
        ClockKind::OpinionTarget,
    ];
    const OPENING_DOCUMENT: Option<Document> = Some(Document::BeneficiaryRequest);

    type FileId = DeedId;
    type About = PersonId;
    type State = State;
    type Step = Step;
    type Act = Act;
    type Condition = Condition;
    type Clock = ClockKind;
    type Outcome = DecisionKind;
    type RefusalCode = RefusalCode;
    type Document = Document;
    type Record = Record;
    type Subject = Incident;
    type Facts = DeedFacts;
    type Rules = Eligibility;

    fn scope(scope: Scope) -> &'static str {
        match scope {
            Scope::Report => "deeds:report",
            Scope::Investigate => "deeds:investigate",
            Scope::Confirm => "deeds:confirm",
        }
    }

    fn step(act: &Act) -> Step {
        act.step()
    }

    fn is_dated(step: Step) -> bool {
        matches!(
            step,
            Step::Supplement
                | Step::Objection
                | Step::PriorNotice
                | Step::DefenceStatement
                | Step::RevocationNotice
                | Step::ReconfirmationRequest
                | Step::OutsideApproval
                | Step::OutsideRefusal
                | Step::OutsideTermination
        )
    }

    fn entered(act: &Act) -> Option<&Entered> {
        match act {
            Act::PriorNotice { notified: day, .. }
            | Act::RevocationNotice { notified: day, .. }
            | Act::Supplement { received: day }
            | Act::Objection { received: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::ReconfirmationRequest { received: day, .. } => Some(day),
            Act::OutsideApproval { document, .. }
            | Act::OutsideRefusal { document, .. }
            | Act::OutsideTermination { document } => Some(&document.issued),
            Act::DefenceWaiver { word } | Act::ReconfirmationWithdrawal { word, .. } => {
                Some(&word.received)
            }
            _ => None,
        }
    }

    fn earliest(case: &Case<Self>, act: &Act, context: &Context<'_, Self>) -> Option<NaiveDate> {
        match act {
            // The party is told of the opinion, and of the facts as they are known.
            Act::PriorNotice { .. } => {
                let formed = case.record().opinion().map(|opinion| opinion.on);
                formed.max(context.rules.map(|rules| rules.evaluated_on))
            }
            Act::Supplement { .. } => {
                let request = case.record().supplement_request();
                request.map(|request| request.asked_on)
            }
            Act::Objection { .. } => {
                let notice = case.record().opinion()?.publication.as_ref();
                notice.map(|notice| notice.from)
            }
            Act::DefenceStatement { .. } | Act::DefenceWaiver { .. } => {
                conditions::opinion::notice_to_answer(case).map(|notice| notice.notified_on)
            }
            Act::OutsideApproval { .. }
            | Act::OutsideRefusal { .. }
            | Act::OutsideTermination { .. }
            | Act::ReconfirmationWithdrawal { .. } => {
                let request = case.record().reconfirmations.last();
                request.map(|request| request.received_on)
            }
            _ => case.decision().map(|decision| decision.on),
        }
    }

    fn party(act: &Act) -> Option<Party> {
        match act {
            Act::ReconfirmationRequest { party, .. } => Some(*party),
            _ => None,
        }
    }

    fn number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::SupplementRequest { number, .. }
            | Act::PriorNotice { number, .. }
            | Act::RevocationNotice { number, .. }
            | Act::ReconfirmationWithdrawal { number, .. }
            | Act::Publication { number }
            | Act::Refusal { number, .. }
            | Act::ReconfirmationRefusal { number, .. }
            | Act::Confirmation {
                certificate: number,
                ..
            }
            | Act::CertificateReplacement {
                certificate: number,
                ..
            } => number.as_ref(),
            _ => None,
        }
    }

    fn waives(step: Step) -> bool {
        matches!(step, Step::DefenceWaiver | Step::ReconfirmationWithdrawal)
    }

    fn word(act: &Act) -> Option<&Word> {
        match act {
            Act::DefenceWaiver { word } | Act::ReconfirmationWithdrawal { word, .. } => Some(word),
            _ => None,
        }
    }

    fn is_named(case: &Case<Self>) -> bool {
        match case.state() {
            State::Confirmed | State::IntendedRevocation => true,
            State::IntendedConfirmation | State::InPublication | State::Suspended => {
                // Whose notice was waived was decided on by name too.
                case.record().notice_up().is_some() || conditions::opinion::is_waived(case)
            }
            State::Reported
            | State::InAssessment
            | State::IntendedRefusal
            | State::Refused
            | State::InReconfirmation
            | State::RefusedFinally
            | State::Transferred
            | State::Withdrawn
            | State::Redirected
            | State::HandedOver
            | State::Revoked => false,
        }
    }

    fn decision_number(act: &Act) -> Option<&DocumentNumber> {
        match act {
            Act::Confirmation { number, .. } | Act::Revocation { number, .. } => Some(number),
            Act::Refusal { number, .. } | Act::ReconfirmationRefusal { number, .. } => {
                number.as_ref()
            }
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
        record::write(case, command, act, paper, context);
    }

    fn reassessed(case: &Case<Self>) -> State {
        if case.next_level.is_some() {
            State::InReconfirmation
        } else {
            State::InAssessment
        }
    }

    fn is_final(state: State) -> bool {
        match state {
            State::Confirmed
            | State::Refused
            | State::RefusedFinally
            | State::Withdrawn
            | State::Redirected
            | State::HandedOver
            | State::Revoked => true,
            State::Reported
            | State::InAssessment
            | State::IntendedConfirmation
            | State::InPublication
            | State::IntendedRefusal
            | State::InReconfirmation
            | State::IntendedRevocation
            | State::Suspended
            | State::Transferred => false,
        }
    }

    fn facts_stand(case: &Case<Self>) -> Option<FactsStand> {
        correction::facts_stand(case)
    }

    fn correct(record: &mut Record, subject: &Incident) {
        record.occurred_on = subject.occurred_on;
    }

    fn continued(case: &mut Case<Self>) {
        record::continued(case);
    }

    fn follows(case: &Case<Self>, context: &Context<'_, Self>) -> Option<Clock<ClockKind>> {
        clocks::follows(case, context)
    }

    fn following(state: State) -> &'static [ClockKind] {
        clocks::following(state)
    }

    fn pauses(kind: ClockKind, policy: &Policy) -> Vec<(Pause, RuleId)> {
        clocks::pauses(kind, policy)
    }

    fn is_paused(
        why: Pause,
        case: &Case<Self>,
        on: NaiveDate,
        context: &Context<'_, Self>,
    ) -> bool {
        clocks::is_paused(why, case, on, context)
    }

    fn lapse(case: &mut Case<Self>, on: NaiveDate, context: &Context<'_, Self>) {
        clocks::lapse(case, on, context);
    }

    fn stopped_on(
        case: &Case<Self>,
        clock: ClockKind,
        on: NaiveDate,
        context: &Context<'_, Self>,
    ) -> NaiveDate {
        // The notice ended on its last day, whenever the decision follows.
        let notice = (clock == ClockKind::Publicity)
            .then(|| case.end_of(clock, context))
            .flatten();
        notice.map_or(on, |(last_day, _)| last_day.min(on))
    }

    fn consequence(step: AnyStep<Step>) -> Option<CaseEvent<Self>> {
        (step == AnyStep::Own(Step::Revocation)).then_some(CaseEvent::HonoursEnded)
    }

    fn rules(receipt: ReceiptId, said: &Receipt) -> Option<Eligibility> {
        Eligibility::from_receipt(receipt, said)
    }

    fn to_rules(facts: &DeedFacts) -> Facts {
        Facts::Deed(facts.clone())
    }

    fn facts_of(receipt: &Receipt) -> Option<DeedFacts> {
        match &receipt.facts {
            Facts::Deed(facts) => Some(facts.clone()),
            _ => None,
        }
    }

    fn renewed(facts: &DeedFacts, case: &Case<Self>) -> DeedFacts {
        DeedFacts {
            evidence: Some(case.record().evidence_on_file()),
            received_by: Some(case.first_instance().region),
            ..facts.clone()
        }
    }

    fn void_since(
        kind: DocumentKind,
        number: &DocumentNumber,
        case: &Case<Self>,
    ) -> Option<NaiveDate> {
        documents::deeds::void_since(kind, number, case)
    }

    fn compose(kind: DocumentKind, matter: &Matter<'_, Self>) -> Option<Sheet> {
        documents::deeds::compose(kind, matter)
    }
}
