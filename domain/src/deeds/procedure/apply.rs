use serde::{Deserialize, Serialize};

use super::{
    ActorCase, Command, Happened, Setting, State, Taken, Target, Unmet, check, effects, pauses,
};

/// A step that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Everything that stands in its way.
    pub unmet: Vec<Unmet>,
}

/// Takes a step: the case as it is afterwards, and what happened. Refused with all that is unmet,
/// and then nothing has changed. A `today` before the last step counts as the day of that step.
pub fn apply(
    case: &ActorCase,
    command: &Command,
    setting: &Setting<'_>,
) -> Result<(ActorCase, Vec<Happened>), Refused> {
    let setting = setting.not_before(case.last_day());
    let step = command.act.step();
    let (row, mut unmet) = check::standing(case, step, &command.who, &setting);
    let Some(row) = row else {
        return Err(Refused { unmet });
    };
    unmet.extend(check::input(case, command, row, &setting));
    if !unmet.is_empty() {
        return Err(Refused { unmet });
    }

    let mut next = case.clone();
    let by = command.who.signer.map(|signer| signer.officer);
    let on = command.act.own_day().unwrap_or(setting.today);
    effects::perform(&mut next, command, &setting);
    next.state = target(case, row.to);
    for effect in row.clocks {
        effects::on_clock(&mut next, *effect, command.act.party(), on, by, &setting);
    }
    pauses::settle(&mut next, setting.today, by, &setting);
    let taken = Taken {
        number: case
            .history
            .last()
            .map_or(1, |last| last.number.saturating_add(1)),
        on: setting.today,
        step,
        from: case.state,
        to: next.state,
        by: command.who.signer,
        second: command.second,
        co_signer: command.co_signer,
    };
    next.history.push(taken);
    let happened = effects::happened(case, &next, taken);
    Ok((next, happened))
}

fn target(case: &ActorCase, to: Target) -> State {
    let remembered = || match case.state {
        State::Suspended => case.suspensions.last().map(|suspension| suspension.from),
        State::Transferred => case.open_transfer().map(|transfer| transfer.from),
        _ => None,
    };
    match to {
        Target::Stays => case.state,
        Target::Moves(state) => state,
        Target::Returns => remembered().unwrap_or(case.state),
        Target::Reassessed if case.next_level.is_some() => State::InReconfirmation,
        Target::Reassessed => State::InAssessment,
    }
}
