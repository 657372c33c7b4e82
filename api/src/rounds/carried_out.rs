//! What a step of a round needs to know of other files, and what it does to them.

use chrono::Datelike as _;
use domain::ids::{CommendationId, RoundId};
use domain::policy::CommendationKind;
use domain::procedure::Act as AnyAct;
use domain::regions::RegionCode;
use domain::rounds::{Act, Round, RoundFacts};
use persistence::audit::Change;
use persistence::{StoreError, Tx, rounds};

use super::RoundOnFile;
use crate::commands::Acting;
use crate::commendations::in_round::{self, Awarding};
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, Signed};

/// The facts with the other state awards of the organiser.
pub(super) fn counted(
    tx: &mut Tx<'_>,
    round: RoundId,
    organiser: RegionCode,
    facts: RoundFacts,
) -> Result<RoundFacts, StoreError> {
    if facts.kind != CommendationKind::StateAward {
        return Ok(RoundFacts {
            projects_this_year: None,
            last_held: None,
            ..facts
        });
    }
    let this_year = tx.today().year();
    let others = rounds::state_awards(tx, (organiser, facts.level), round)?;
    let of_year = others.iter().filter(|other| other.called_in == this_year);
    let projects_this_year = u32::try_from(of_year.count()).ok();
    let same = others.iter().filter(|other| {
        let mut titles = other.titles.iter();
        titles.any(|title| facts.titles.contains(title))
    });
    Ok(RoundFacts {
        projects_this_year,
        last_held: same.map(|other| other.called_in).max(),
        ..facts
    })
}

/// Fills in what the nominations of the round are now.
pub(super) fn prepare(tx: &mut Tx<'_>, round: RoundId, act: &mut Act) -> Result<(), Problem> {
    match act {
        Act::CandidateList { entered, .. } => *entered = in_round::candidates(tx, round)?,
        Act::DecisionCorrection { known, .. } => *known = in_round::candidates(tx, round)?,
        Act::Closing { conferred, .. } => *conferred = in_round::conferred(tx, round)?,
        _ => {}
    }
    Ok(())
}

/// What follows for the nominations.
pub(super) fn carried_out(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    file: &File<Round>,
    act: &AnyAct<Round>,
) -> Result<Vec<Change>, Problem> {
    let Some(one) = file.cases().first() else {
        return Ok(Vec::new());
    };
    rounds::keep(acting.tx, file.file(), one)?;
    let AnyAct::Own(act) = act else {
        return Ok(Vec::new());
    };
    let by = signed(one)?;
    let of_round = (one.file, &by);
    let round = one.file;
    match act {
        Act::CandidateList { left_out, .. } => {
            let mut changes = Vec::new();
            for (id, reason) in left_out {
                let one = std::slice::from_ref(id);
                changes.extend(in_round::defer(acting, policies, of_round, one, reason)?);
            }
            Ok(changes)
        }
        Act::Decision { .. } => decided(acting, policies, one),
        Act::DecisionCorrection {
            number,
            correction,
            reason,
            ..
        } => {
            let mut changes = Vec::new();
            if !correction.removed.is_empty() {
                let removed = &correction.removed;
                let taken =
                    in_round::take_off(acting, policies, of_round, (number, reason), removed)?;
                changes.extend(taken);
            }
            if !correction.renamed.is_empty() {
                let renamed = awarding(one, |id| correction.renamed.contains(&id))?;
                changes.extend(in_round::rename(acting, policies, &renamed)?);
            }
            if !correction.added.is_empty() {
                let added = awarding(one, |id| correction.added.contains(&id))?;
                changes.extend(in_round::award(acting, policies, &added)?);
            }
            Ok(changes)
        }
        Act::Cancellation { reason, .. } => {
            let entered = in_round::candidates(acting.tx, round)?;
            let entered: Vec<CommendationId> =
                entered.iter().map(|entered| entered.commendation).collect();
            in_round::defer(acting, policies, of_round, &entered, reason)
        }
        Act::Call { .. }
        | Act::Opening { .. }
        | Act::CandidateNotice { .. }
        | Act::CandidateNoticeWaiver { .. }
        | Act::CandidateObjection { .. }
        | Act::CandidateObjectionRejection { .. }
        | Act::CandidateObjectionUpholding { .. }
        | Act::CandidateNoticeWithdrawal { .. }
        | Act::Ballots { .. }
        | Act::Resolution { .. }
        | Act::Ceremony { .. }
        | Act::Closing { .. } => Ok(Vec::new()),
    }
}

/// Who is in the annex is honoured; every other candidate waits for another round.
fn decided(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    one: &RoundOnFile,
) -> Result<Vec<Change>, Problem> {
    let record = one.case.record();
    let honoured = record.honoured();
    let mut changes = in_round::award(acting, policies, &awarding(one, |_| true)?)?;
    let candidates = record.candidates().iter().map(|one| one.commendation);
    let others: Vec<CommendationId> = candidates.filter(|id| !honoured.contains(id)).collect();
    if let Some(resolution) = record.resolutions.last().filter(|_| !others.is_empty()) {
        let reason = &resolution.text;
        let of_round = (one.file, &signed(one)?);
        changes.extend(in_round::defer(
            acting, policies, of_round, &others, reason,
        )?);
    }
    Ok(changes)
}

/// What the last decision grants to some of those who are in its annex.
fn awarding(
    one: &RoundOnFile,
    granted: impl Fn(CommendationId) -> bool,
) -> Result<Awarding, Problem> {
    let record = one.case.record();
    let annex = record.annex();
    let annex = annex.ok_or_else(|| Problem::internal("a decision without an annex"))?;
    let items = annex.items.iter();
    let granted = items
        .map(|item| (item.candidate.commendation, item.place))
        .filter(|(id, _)| granted(*id));
    Ok(Awarding {
        round: one.file,
        number: annex.number.clone(),
        on: annex.on,
        bodies: record.call.body_names(),
        granted: granted.collect(),
        by: signed(one)?,
    })
}

/// Who signed the last step.
fn signed(one: &RoundOnFile) -> Result<Signed, Problem> {
    Signed::last_of(&one.case).ok_or_else(|| Problem::internal("a step that nobody signed"))
}
