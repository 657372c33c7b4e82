//! A commendation in a round: what the round asks of it, who its candidates are, and what the decision of the
//! round does to them.

use chrono::NaiveDate;
use domain::commendations::{Act, Commendation, ReplacementReason, RoundGrant, State};
use domain::deeds::eligibility::AgeAtDeed;
use domain::ids::{CommendationId, PersonId, RoundId};
use domain::people::Person;
use domain::procedure::{DocumentNumber, Reason};
use domain::rounds::{Candidate, EntryTerms, Round};
use domain::text::{Line, Paragraphs};
use persistence::audit::Change;
use persistence::{RegionScope, Tx, cases, commendations, people};

use super::{CommendationFile, Nominee};
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, Signed, follow};
use crate::rounds;

/// From this age on somebody is of age (Civil Code, article 17).
const FULL_AGE: u32 = 18;

/// What a certificate says of its replacement after a correction.
const CORRECTED: &str = "表扬决定经更正";

/// What a decision grants.
pub(crate) struct Awarding {
    pub(crate) round: RoundId,
    pub(crate) number: DocumentNumber,
    pub(crate) on: NaiveDate,
    /// The bodies that decide, in the order of signing.
    pub(crate) bodies: Vec<Line<100>>,
    /// To whom, each with its place in the annex.
    pub(crate) granted: Vec<(CommendationId, u32)>,
    pub(crate) by: Signed,
}

/// What a nomination has to fit when it enters a round; none where there is no such round.
pub(super) fn terms(tx: &mut Tx<'_>, round: RoundId) -> Result<Option<EntryTerms>, Problem> {
    rounds::entry_terms(tx, round)
}

/// What the decision of its round says of a commendation; none while it says nothing.
pub(super) fn grant(
    tx: &mut Tx<'_>,
    file: &File<Commendation>,
) -> Result<Option<RoundGrant>, Problem> {
    let mut entered = file.cases().iter();
    let round = entered.find_map(|one| one.case.record().rounds.last());
    let Some(round) = round.map(|entry| entry.round) else {
        return Ok(None);
    };
    let case = cases::of_file::<Round>(tx, round)?.into_iter().next();
    let granted = case.as_ref().and_then(|one| {
        let record = one.case.record();
        let annex = record.annex()?;
        let mut items = annex.items.iter();
        let item = items.find(|item| item.candidate.commendation == file.file().id)?;
        Some(RoundGrant {
            round,
            form: record.call.form,
            decision: annex.number.clone(),
            on: annex.on,
            bodies: record.call.body_names(),
            place: item.place,
        })
    });
    Ok(granted)
}

/// The nominations that are in a round, or were honoured by it, as they are now.
pub(crate) fn candidates(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<Candidate>, Problem> {
    let mut candidates = Vec::new();
    for id in commendations::entered(tx, round)? {
        let file = cases::find::<Commendation>(tx, &RegionScope::City, id)?;
        let file = file.ok_or_else(|| Problem::internal("a commendation is missing"))?;
        let members = cases::of_file::<Commendation>(tx, id)?;
        let members: Vec<Nominee> = members
            .into_iter()
            .filter(|one| is_candidate(one, round))
            .collect();
        if !members.is_empty() {
            candidates.push(candidate(tx, &file, &members)?);
        }
    }
    Ok(candidates)
}

/// Whether a member stands in the annex: it is in the round, was honoured by it, or was left out of a group
/// that was and is ready to join it.
fn is_candidate(one: &Nominee, round: RoundId) -> bool {
    let record = one.case.record();
    let in_round = record.round().is_some_and(|entry| entry.round == round);
    match one.case.state() {
        State::InRound | State::Suspended => in_round,
        State::UnderReview => is_ready(one),
        _ => one.case.awarded() && of_round(one, round),
    }
}

/// Whether nothing but the decision is missing.
fn is_ready(one: &Nominee) -> bool {
    one.case.state() == State::UnderReview && !one.case.record().acceptances.is_empty()
}

fn of_round(one: &Nominee, round: RoundId) -> bool {
    let award = one.case.record().award();
    award.is_some_and(|award| award.round.is_some_and(|(of, _)| of == round))
}

fn candidate(
    tx: &mut Tx<'_>,
    file: &CommendationFile,
    members: &[Nominee],
) -> Result<Candidate, Problem> {
    let nomination = &file.subject;
    let ids: Vec<PersonId> = members.iter().map(|one| one.person).collect();
    let found = people::find_surviving(tx, &ids)?;
    let persons: Vec<&Person> = ids.iter().filter_map(|id| found.get(id)).collect();
    let full = |person: &&Person| Line::parse(person.file.name.as_str());
    let public = |person: &&Person| Line::parse(&public_name(person, nomination.occurred_on));
    let names: Result<Vec<Line<50>>, _> = persons.iter().map(full).collect();
    let public_names: Result<Vec<Line<50>>, _> = persons.iter().map(public).collect();
    Ok(Candidate {
        commendation: file.id,
        names: names.map_err(Problem::internal)?,
        public_names: public_names.map_err(Problem::internal)?,
        group: nomination.group.clone(),
        unit: nomination.unit.clone(),
        region: file.region,
        title: nomination.title.clone(),
        brief: nomination.texts.brief.clone(),
        posthumous: members
            .iter()
            .any(|one| one.case.record().deceased == Some(true)),
        people: u32::try_from(members.len()).map_err(Problem::internal)?,
        accepted: members
            .iter()
            .all(|one| !one.case.record().acceptances.is_empty()),
        deed: nomination.basis.uuid(),
    })
}

/// The name as everybody may read it: of somebody who was or may have been under age, the surname alone
/// (Personal Information Protection Law, article 28).
fn public_name(person: &Person, occurred_on: domain::calendar::PartialDate) -> String {
    let born = person.file.birth_date.latest();
    let age = born.and_then(|born| AgeAtDeed::of_birth(born, occurred_on));
    if age.is_some_and(|age| age.at_least >= FULL_AGE) {
        person.file.name.to_string()
    } else {
        person.file.name.surname_only()
    }
}

/// Those of a round all of whose awards were conferred.
pub(crate) fn conferred(tx: &mut Tx<'_>, round: RoundId) -> Result<Vec<CommendationId>, Problem> {
    let mut conferred = Vec::new();
    for id in commendations::entered(tx, round)? {
        let members = cases::of_file::<Commendation>(tx, id)?;
        let mut awarded = members.iter().filter(|one| of_round(one, round)).peekable();
        let any = awarded.peek().is_some();
        if any && awarded.all(|one| one.case.state() != State::Awarded) {
            conferred.push(id);
        }
    }
    Ok(conferred)
}

/// The decision of the round is that of each nomination. Who is suspended is awarded once the case goes on.
pub(crate) fn award(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    awarding: &Awarding,
) -> Result<Vec<Change>, Problem> {
    let round = awarding.round;
    let call = cases::of_file::<Round>(acting.tx, round)?
        .into_iter()
        .next();
    let call = call.ok_or_else(|| Problem::internal("a round without a case"))?;
    let form = call.case.record().call.form;
    let mut changes = Vec::new();
    for (id, place) in &awarding.granted {
        let grant = RoundGrant {
            round,
            form,
            decision: awarding.number.clone(),
            on: awarding.on,
            bodies: awarding.bodies.clone(),
            place: *place,
        };
        let act = Act::Award {
            grant: Some(Box::new(grant)),
            certificate: None,
        };
        let waits = |one: &Nominee| one.case.state() == State::InRound || is_ready(one);
        changes.extend(follow(acting, policies, *id, waits, (act, &awarding.by))?);
    }
    Ok(changes)
}

/// Nominations that go no further in this round wait for another one.
pub(crate) fn defer(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (round, signed): (RoundId, &Signed),
    deferred: &[CommendationId],
    reason: &Reason,
) -> Result<Vec<Change>, Problem> {
    let mut changes = Vec::new();
    for id in deferred {
        let act = Act::Deferral {
            reason: reason.clone(),
        };
        let waits = |one: &Nominee| {
            let entry = one.case.record().round();
            one.case.state() == State::InRound && entry.is_some_and(|entry| entry.round == round)
        };
        changes.extend(follow(acting, policies, *id, waits, (act, signed))?);
    }
    Ok(changes)
}

/// Who was honoured by mistake is so no more, by the correction of that number.
pub(crate) fn take_off(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (round, signed): (RoundId, &Signed),
    (number, reason): (&DocumentNumber, &Reason),
    removed: &[CommendationId],
) -> Result<Vec<Change>, Problem> {
    let mut changes = Vec::new();
    for id in removed {
        let act = Act::TakeOff {
            decision: number.clone(),
            reason: reason.clone(),
        };
        let honoured = |one: &Nominee| one.case.awarded() && of_round(one, round);
        changes.extend(follow(acting, policies, *id, honoured, (act, signed))?);
    }
    Ok(changes)
}

/// Whose line of the annex reads otherwise now gets another certificate, and who was left out of a group the
/// first one, by the correction of that number.
pub(crate) fn rename(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    awarding: &Awarding,
) -> Result<Vec<Change>, Problem> {
    let note: Reason = Paragraphs::parse(CORRECTED).map_err(Problem::internal)?;
    let mut changes = Vec::new();
    for (id, _) in &awarding.granted {
        let act = Act::CertificateReplacement {
            why: ReplacementReason::WrongName,
            note: note.clone(),
            certificate: None,
        };
        let misnamed = |one: &Nominee| one.case.awarded() && one.case.identity_differs();
        changes.extend(follow(
            acting,
            policies,
            *id,
            misnamed,
            (act, &awarding.by),
        )?);
    }
    changes.extend(award(acting, policies, awarding)?);
    Ok(changes)
}
