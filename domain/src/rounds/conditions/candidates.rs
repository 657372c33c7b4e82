//! What is asked of the order of candidates, of the ballots on them and of what is resolved.

use std::collections::BTreeSet;

use crate::{
    ids::CommendationId,
    policy::RoundTerms,
    procedure::{Answer, Case},
    receipts::text,
    rounds::{Act, Record, Resolution, Round, Step},
};

/// Whether each nomination that entered is named once, and nothing else.
pub(super) fn order_complete(act: Option<&Act>) -> bool {
    let Some(Act::CandidateList {
        order,
        left_out,
        entered,
    }) = act
    else {
        return false;
    };
    let named = order.iter().chain(left_out.iter().map(|(id, _)| id));
    let named: Vec<CommendationId> = named.copied().collect();
    names_each_once(&named, entered.iter().map(|one| one.commendation))
}

fn names_each_once(
    named: &[CommendationId],
    wanted: impl IntoIterator<Item = CommendationId>,
) -> bool {
    let once: BTreeSet<CommendationId> = named.iter().copied().collect();
    once.len() == named.len() && once == wanted.into_iter().collect()
}

pub(super) fn all_accepted(record: &Record) -> Answer {
    let candidates = record.candidates().iter();
    match candidates.filter(|candidate| !candidate.accepted).count() {
        0 => Answer::Met,
        count => Answer::Because(text!(
            "尚有 {count} 名（个）未记录是否接受。",
            "Candidates whose acceptance is not on record: {count}."
        )),
    }
}

/// Whether the panel voted since the candidates were put in their order.
pub(super) fn is_balloted(case: &Case<Round>) -> bool {
    case.is_newer(Step::Ballots, &[Step::CandidateList])
}

pub(super) fn ballots_complete(act: Option<&Act>, record: &Record) -> bool {
    let Some(Act::Ballots { session, .. }) = act else {
        return false;
    };
    let counted = session.counts.iter().map(|count| count.commendation);
    let counted: Vec<CommendationId> = counted.collect();
    let candidates = record.candidates().iter();
    names_each_once(&counted, candidates.map(|one| one.commendation))
}

pub(super) fn resolved_from_candidates(act: Option<&Act>, record: &Record) -> bool {
    let Some(Act::Resolution { resolution, .. }) = act else {
        return false;
    };
    let mut named = BTreeSet::new();
    resolution.granted.iter().all(|granted| {
        named.insert(granted.commendation)
            && record.candidate(granted.commendation).is_some()
            && record.call.places_of(&granted.title).is_some()
    })
}

/// A resolution that gives to whom the panel chose what was asked for needs no reason.
pub(super) fn departure_reasoned(
    act: Option<&Act>,
    record: &Record,
    policy: &RoundTerms,
) -> Answer {
    let (Some(Act::Resolution { resolution, .. }), Some(ballots)) = (act, record.ballots.last())
    else {
        return Answer::Unmet;
    };
    let resolution: &Resolution = resolution;
    let departs = record.candidates().iter().any(|candidate| {
        let mut granted = resolution.granted.iter();
        let granted = granted.find(|one| one.commendation == candidate.commendation);
        let chosen = ballots.session.chose(candidate.commendation, policy);
        granted.is_some() != chosen || granted.is_some_and(|one| one.title != candidate.title)
    });
    (!departs || resolution.departure.is_some()).into()
}
