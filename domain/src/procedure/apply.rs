use super::{
    Act, Case, CaseEvent, Command, Context, DocumentNumber, ExecutedStep, GivenUp, Holder,
    Procedure, Row, Target, Unmet, check, settle,
};
use crate::documents::DocumentKind;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused<P: Procedure> {
    pub unmet: Vec<Unmet<P::Condition>>,
}

/// A step to which the rules said yes, and which is not executed yet.
#[derive(Debug)]
pub struct Approved<'a, P: Procedure> {
    case: &'a Case<P>,
    command: &'a Command<P>,
    context: Context<'a, P>,
    row: &'static Row<P>,
}

/// Asks every condition of a step. Refused with all that is unmet. A `today` before the last step
/// counts as the day of that step.
pub fn approve<'a, P: Procedure>(
    case: &'a Case<P>,
    command: &'a Command<P>,
    context: &Context<'a, P>,
) -> Result<Approved<'a, P>, Refused<P>> {
    let context = context.not_before(case.last_day());
    let step = command.act.step();
    let (row, mut unmet) = check::preconditions(case, step, &command.who, &context);
    let Some(row) = row else {
        return Err(Refused { unmet });
    };
    unmet.extend(check::input(case, command, row, &context));
    if unmet.is_empty() {
        Ok(Approved {
            case,
            command,
            context,
            row,
        })
    } else {
        Err(Refused { unmet })
    }
}

/// A case after a step, and what the step created.
pub(super) type Outcome<P> = (Case<P>, Vec<CaseEvent<P>>);

/// Executes a step: the case as it is afterwards, and what happened. Refused with all that is unmet, and
/// then nothing has changed. `paper` is the number of the document that the step issues, where nobody
/// brings one.
pub fn apply<P: Procedure>(
    case: &Case<P>,
    command: &Command<P>,
    context: &Context<'_, P>,
    paper: Option<&DocumentNumber>,
) -> Result<Outcome<P>, Refused<P>> {
    Ok(approve(case, command, context)?.apply(paper))
}

impl<P: Procedure> Approved<'_, P> {
    pub fn issues(&self) -> Option<DocumentKind> {
        self.row.issues
    }

    /// The decision in writing, with the number of the decision.
    pub fn decides(&self) -> Option<(DocumentKind, &DocumentNumber)> {
        self.row.decides.zip(self.command.act.decision_number())
    }

    /// The body that issues the paper: that of the officer who takes the step.
    pub fn organ(&self) -> Holder {
        let signer = self.command.who.signer;
        signer.map_or(self.case.holder(), |signer| signer.body)
    }

    /// Takes the step, whose paper has this number.
    pub fn apply(self, paper: Option<&DocumentNumber>) -> Outcome<P> {
        let Self {
            case,
            command,
            context,
            row,
        } = self;
        let mut next = case.clone();
        let by = command.who.signer.map(|signer| signer.officer);
        let on = command.act.day(context.today);
        match &command.act {
            Act::Own(act) => {
                let paper = command.act.number().or(paper);
                P::write(&mut next, command, act, paper, &context);
            }
            Act::Shared(act) => next.write_shared(act, context.today),
        }
        if let Some(word) = command.act.word() {
            next.given_up.push(GivenUp {
                step: command.act.step(),
                on: context.today,
                word: word.clone(),
            });
        }
        next.state = target(case, row.to);
        for effect in row.effects() {
            // What follows from a clock that ends is reckoned on the case as it was.
            let follows = P::follows(case, &context);
            settle::on_clock(
                &mut next,
                effect,
                (command.act.party(), on, by),
                follows,
                &context,
            );
        }
        // A clock stands since the day of what happened, however late that is entered.
        settle::settle(&mut next, on, by, &context);
        let executed = ExecutedStep {
            number: case
                .history
                .last()
                .map_or(1, |last| last.number.saturating_add(1)),
            on: context.today,
            step: command.act.step(),
            from: case.state,
            to: next.state,
            by: command.who.signer,
            second: command.second,
            co_signer: command.co_signer,
        };
        next.history.push(executed);
        let events = events(case, &next, command, row, &context);
        (next, events)
    }
}

fn target<P: Procedure>(case: &Case<P>, to: Target<P::State>) -> P::State {
    match to {
        Target::Stays => case.state,
        Target::Moves(state) => state,
        Target::Returns => case.returns_to().unwrap_or(case.state),
        Target::Reassessed => P::reassessed(case),
    }
}

/// The events of a step, from the difference that it made.
fn events<P: Procedure>(
    before: &Case<P>,
    after: &Case<P>,
    command: &Command<P>,
    row: &Row<P>,
    context: &Context<'_, P>,
) -> Vec<CaseEvent<P>> {
    let mut events: Vec<CaseEvent<P>> = after
        .history
        .last()
        .map(|executed| CaseEvent::Step(*executed))
        .into_iter()
        .collect();
    for (position, clock) in after.clocks.iter().enumerate() {
        let known = before
            .clocks
            .get(position)
            .map_or(0, |clock| clock.entries().count());
        events.extend(CaseEvent::entries_of(clock).skip(known));
    }
    events.extend(row.calls_for.map(CaseEvent::DocumentDue));
    for (is_so, what) in [
        (
            after.restricted && !before.restricted,
            CaseEvent::Restricted,
        ),
        (after.holder() != before.holder(), CaseEvent::HolderChanged),
    ] {
        if is_so {
            events.push(what);
        }
    }
    events.extend(P::consequence(row.step));
    let late = command.act.entered().filter(|day| context.is_late(day));
    events.extend(late.map(|day| CaseEvent::EnteredLate { on: day.on }));
    events
}
