//! The conditions, asked in one place: what prevents a step before it is filled in, and what
//! is wrong with what was handed in.

use super::{
    Act, Asks, Case, Command, CompetentBody, Condition, Context, FiledBy, Holder, Named, Party,
    Procedure, Row, SharedAct, SharedCondition, Signer, Step, Who,
    row::{row_for, rows_of},
};
use crate::{
    calendar::CalendarError,
    error::Coded,
    named::NamedEnum,
    organisations::OrganisationKind,
    policy::AuthorityLevel,
    receipts::{RuleId, Text, text},
};

/// A condition that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet<C> {
    pub condition: Condition<C>,
    /// The rule that asks for it; none where the order of the steps alone does.
    pub rule: Option<RuleId>,
    /// What has to hold.
    pub text: Text,
    /// The state of the case instead, where that says more.
    pub detail: Option<Text>,
}

impl<C: Asks> Unmet<C> {
    pub(super) fn of(condition: Condition<C>) -> Self {
        Self {
            condition,
            rule: condition.rule(),
            text: condition.text(),
            detail: None,
        }
    }

    fn with(condition: Condition<C>, detail: Text) -> Self {
        Self {
            detail: Some(detail),
            ..Self::of(condition)
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Met,
    Unmet,
    /// It does not, and this is the state of the case instead.
    Because(Text),
}

impl From<bool> for Answer {
    fn from(holds: bool) -> Self {
        if holds { Self::Met } else { Self::Unmet }
    }
}

fn named<C: Asks>(
    condition: Condition<C>,
    answer: Result<Answer, CalendarError>,
) -> Option<Unmet<C>> {
    match answer {
        Ok(Answer::Met) => None,
        Ok(Answer::Unmet) => Some(Unmet::of(condition)),
        Ok(Answer::Because(detail)) => Some(Unmet::with(condition, detail)),
        Err(error) => Some(Unmet::with(
            Condition::Shared(SharedCondition::CalendarLoaded),
            error.fault().message,
        )),
    }
}

/// What prevents a step whatever is handed in, with the line of the table where the
/// present state allows it.
type Preconditions<P> = (
    Option<&'static Row<P>>,
    Vec<Unmet<<P as Procedure>::Condition>>,
);

/// Where the state forbids the step only the caller is asked about besides, since the rest would say
/// nothing about a case that is elsewhere.
pub(super) fn preconditions<P: Procedure>(
    case: &Case<P>,
    step: Step<P::Step>,
    who: &Who,
    context: &Context<'_, P>,
) -> Preconditions<P> {
    let row = row_for::<P>(step, case.state);
    let mut unmet = Vec::new();
    if row.is_none() {
        let state = Condition::Shared(SharedCondition::State);
        unmet.push(Unmet::with(state, possible_in::<P>(step, case.state)));
    }
    if let Some(row) = row.or_else(|| rows_of::<P>(step).next()) {
        unmet.extend(row.of_caller().filter_map(|condition| {
            let answer = shared(condition, case, row, who, None, context);
            named(Condition::Shared(condition), Ok(answer))
        }));
    }
    if let Some(row) = row {
        unmet.extend(row.of_case().filter_map(|condition| {
            let answer = match condition {
                Condition::Own(own) => P::holds(own, case, None, context),
                Condition::Shared(asked) => Ok(shared(asked, case, row, who, None, context)),
            };
            named(condition, answer)
        }));
    }
    (row, unmet)
}

/// What is wrong with what was handed in.
pub(super) fn input<P: Procedure>(
    case: &Case<P>,
    command: &Command<P>,
    row: &Row<P>,
    context: &Context<'_, P>,
) -> Vec<Unmet<P::Condition>> {
    let own = match &command.act {
        Act::Own(act) => Some(act),
        Act::Shared(_) => None,
    };
    row.of_input()
        .filter_map(|condition| {
            let answer = match condition {
                Condition::Own(condition) => P::holds(condition, case, own, context),
                Condition::Shared(asked) => {
                    let (who, command) = (&command.who, Some(command));
                    Ok(shared(asked, case, row, who, command, context))
                }
            };
            named(condition, answer)
        })
        .collect()
}

fn possible_in<P: Procedure>(step: Step<P::Step>, now: P::State) -> Text {
    let states: Vec<Text> = rows_of::<P>(step)
        .flat_map(|row| row.from)
        .map(|state| state.text())
        .collect();
    let (now, all) = (now.text(), Text::list(&states));
    Text {
        zh: format!("目前为“{}”；可以在以下状态办理：{}。", now.zh, all.zh),
        en: format!("It is {} now; possible when {}.", now.en, all.en),
    }
}

/// What the engine asks of the case, of the caller, and of what is handed in with a command.
fn shared<P: Procedure>(
    condition: SharedCondition,
    case: &Case<P>,
    row: &Row<P>,
    who: &Who,
    command: Option<&Command<P>>,
    context: &Context<'_, P>,
) -> Answer {
    let handed_in = |holds: &dyn Fn(&Command<P>) -> bool| command.is_some_and(holds).into();
    let applicant = who.applicant && row.by_applicant;
    match condition {
        SharedCondition::Scope
        | SharedCondition::Officer
        | SharedCondition::CompetentBody
        | SharedCondition::NotRecused
            if applicant =>
        {
            Answer::Met
        }
        SharedCondition::InWriting => handed_in(&|command| {
            let word = command.act.word();
            applicant || word.is_some_and(|word| word.copy.is_some())
        }),
        SharedCondition::Scope => who.scopes.contains(&row.scope).into(),
        SharedCondition::Officer => who
            .signer
            .is_some_and(|signer| {
                row.organisations.is_empty() || row.organisations.contains(&signer.kind)
            })
            .into(),
        SharedCondition::NotRecused => who
            .signer
            .is_none_or(|signer| may_sign(case, signer))
            .into(),
        SharedCondition::CompetentBody => competent_bodies(case, row.competent_body, context)
            .is_none_or(|bodies| {
                who.signer
                    .is_some_and(|signer| bodies.contains(&signer.body))
            })
            .into(),
        SharedCondition::DeliveryOpen => (!case.parties_waiting().is_empty()).into(),
        SharedCondition::NotDisputed => case.offered_on().is_some().into(),
        SharedCondition::FiledByApplicant => case.filed_by.is_applicant().into(),
        SharedCondition::FiledByRecommender => (case.filed_by == FiledBy::Recommender).into(),
        SharedCondition::SecondOfficer => handed_in(&|command| second_officer(case, command, row)),
        SharedCondition::CoSigner => handed_in(&|command| co_signer(case, command, context)),
        SharedCondition::OtherBody => handed_in(&|command| other_body(case, &command.act)),
        SharedCondition::LateEntryReasoned => handed_in(&|command| {
            let entered = command.act.entered();
            entered.is_none_or(|day| day.late_because.is_some() || !context.is_late(day))
        }),
        SharedCondition::DayInOrder => command.map_or(Answer::Unmet, |command| {
            day_in_order(case, &command.act, context)
        }),
        SharedCondition::PartyWaits => {
            command.map_or(Answer::Unmet, |command| party_waits(case, &command.act))
        }
        SharedCondition::State | SharedCondition::CalendarLoaded | SharedCondition::ReceiptDay => {
            Answer::Met
        }
    }
}

/// Whether a step is one that the body of a signer takes in a case, in whatever state: what somebody means
/// who names no case.
pub fn is_own<P: Procedure>(
    case: &Case<P>,
    step: Step<P::Step>,
    signer: Option<Signer>,
    context: &Context<'_, P>,
) -> bool {
    rows_of::<P>(step).any(|row| {
        competent_bodies(case, row.competent_body, context)
            .is_none_or(|bodies| signer.is_some_and(|signer| bodies.contains(&signer.body)))
    })
}

/// The bodies that are competent; none where anybody may act.
pub(super) fn competent_bodies<P: Procedure>(
    case: &Case<P>,
    competent_body: CompetentBody,
    context: &Context<'_, P>,
) -> Option<Vec<Holder>> {
    match competent_body {
        CompetentBody::Anyone => None,
        CompetentBody::Holder => Some(vec![case.holder()]),
        CompetentBody::HolderOrFirst => Some(vec![case.holder(), case.first_instance()]),
        CompetentBody::First => Some(vec![case.first_instance()]),
        CompetentBody::Receiver => Some(
            case.open_transfer()
                .map(|transfer| transfer.receiver)
                .into_iter()
                .collect(),
        ),
        CompetentBody::City => Some(vec![city(context)]),
        CompetentBody::HolderOrCity => Some(vec![case.holder(), city(context)]),
    }
}

fn city<P: Procedure>(context: &Context<'_, P>) -> Holder {
    Holder {
        region: context.policy.terms().city.region,
        level: AuthorityLevel::Municipal,
    }
}

/// Another officer, of the same body as the first and of a kind that the step allows.
fn second_officer<P: Procedure>(case: &Case<P>, command: &Command<P>, row: &Row<P>) -> bool {
    let first = command.who.signer;
    command.second.is_some_and(|second| {
        first.is_some_and(|first| first.officer != second.officer && first.body == second.body)
            && row.organisations.contains(&second.kind)
            && may_sign(case, second)
    })
}

/// A third officer, of the foundation or association of the same place or of the city: not every
/// county has one.
fn co_signer<P: Procedure>(case: &Case<P>, command: &Command<P>, context: &Context<'_, P>) -> bool {
    let city = context.policy.terms().city.region;
    let others = [command.who.signer, command.second];
    command.co_signer.is_some_and(|co_signer| {
        matches!(
            co_signer.kind,
            OrganisationKind::Foundation | OrganisationKind::Association
        ) && [case.holder().region, city].contains(&co_signer.body.region)
            && others
                .into_iter()
                .flatten()
                .all(|other| other.officer != co_signer.officer)
            && may_sign(case, co_signer)
    })
}

fn may_sign<P: Procedure>(case: &Case<P>, signer: Signer) -> bool {
    !case.is_recused(&Named::Officer(signer.officer))
}

fn party_waits<P: Procedure>(case: &Case<P>, act: &Act<P>) -> Answer {
    let side = match act.party() {
        Some(Party::Actor | Party::CloseRelative) => Party::Actor,
        Some(Party::Recommender) => Party::Recommender,
        None => return Answer::Unmet,
    };
    if act.party().is_some_and(|party| !P::is_reached(case, party)) {
        return Answer::Because(text!(
            "当事人已去世，应当送达其近亲属（close_relative）。",
            "The person has died: it is delivered to a close relative (close_relative)."
        ));
    }
    let waiting = case.parties_waiting();
    if waiting.contains(&side) {
        return Answer::Met;
    }
    if waiting.is_empty() {
        return Answer::Unmet;
    }
    let parties: Vec<_> = waiting.iter().map(|party| party.text()).collect();
    let Text { zh, en } = Text::list(&parties);
    Answer::Because(text!(
        "尚待送达：{zh}。",
        "It is still to be delivered to: {en}."
    ))
}

/// The city may leave a case that is on its way where it is.
fn other_body<P: Procedure>(case: &Case<P>, act: &Act<P>) -> bool {
    match act {
        Act::Shared(SharedAct::Transfer { receiver, .. }) => *receiver != case.holder(),
        Act::Shared(SharedAct::Designation { receiver, .. }) => {
            case.open_transfer().is_some() || *receiver != case.holder()
        }
        Act::Own(_) | Act::Shared(_) => false,
    }
}

fn day_in_order<P: Procedure>(case: &Case<P>, act: &Act<P>, context: &Context<'_, P>) -> Answer {
    let today = context.today;
    let earliest = match act {
        Act::Own(own) => P::earliest(case, own, context),
        Act::Shared(SharedAct::Withdrawal { .. } | SharedAct::RecommendationWithdrawal { .. }) => {
            Some(case.received_on)
        }
        Act::Shared(_) => case.decision().map(|decision| decision.on),
    };
    let Some(day) = act.entered().map(|entered| entered.on) else {
        return Answer::Unmet;
    };
    match earliest {
        Some(earliest) if day < earliest || day > today => Answer::Because(text!(
            "日期须在 {earliest} 至 {today} 之间。",
            "The day must lie between {earliest} and {today}."
        )),
        None if day > today => Answer::Unmet,
        Some(_) | None => Answer::Met,
    }
}
