//! What is asked of the decision, of its correction and of the end of a round.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::{
    policy::{AuthorityKind, TitleId},
    procedure::{Answer, Case, Context},
    receipts::text,
    regions::RegionCode,
    rounds::{Act, Candidate, JointBody, Record, Round},
    text::Line,
};

/// Whom a step honours: what was resolved, or what a correction leaves.
fn honoured(act: Option<&Act>, record: &Record) -> Option<Vec<Candidate>> {
    match act? {
        Act::Decision { .. } => Some(record.granted()),
        Act::DecisionCorrection {
            correction, known, ..
        } => {
            let items = record.corrected(correction, known).into_iter();
            Some(items.map(|item| item.candidate).collect())
        }
        _ => None,
    }
}

pub(super) fn titles_once(act: Option<&Act>, record: &Record) -> bool {
    let Some(honoured) = honoured(act, record) else {
        return false;
    };
    let mut given: BTreeSet<(Uuid, TitleId, Vec<String>)> = BTreeSet::new();
    honoured.into_iter().all(|one| {
        let names = one.names.iter().map(ToString::to_string);
        given.insert((one.deed, one.title, names.collect()))
    })
}

pub(super) fn places_kept(act: Option<&Act>, record: &Record) -> Answer {
    let Some(honoured) = honoured(act, record) else {
        return Answer::Unmet;
    };
    let reasoned = match act {
        Some(Act::Decision { reason, .. }) => reason.is_some(),
        // A correction says why in any case.
        _ => true,
    };
    let call = &record.call;
    let mut over: Vec<String> = Vec::new();
    for places in &call.titles {
        let of_title = honoured.iter().filter(|one| one.title == places.title);
        let (groups, people): (Vec<_>, Vec<_>) = of_title.partition(|one| one.is_group());
        let is_over = |given: usize, places: u32| u32::try_from(given).is_ok_and(|it| it > places);
        if is_over(groups.len(), places.groups) || is_over(people.len(), places.people) {
            over.push(places.title.to_string());
        }
    }
    let mut of_units: BTreeMap<RegionCode, u32> = BTreeMap::new();
    for one in &honoured {
        *of_units.entry(one.region).or_default() += 1;
    }
    let units = call.unit_places.iter();
    let units = units.filter(|(unit, places)| of_units.get(unit).is_some_and(|it| it > places));
    over.extend(units.map(|(unit, _)| unit.to_string()));
    if over.is_empty() || reasoned {
        return Answer::Met;
    }
    let over = over.join(", ");
    Answer::Because(text!(
        "超出名额：{over}。",
        "More than there are places: {over}."
    ))
}

/// Whether the officers who sign here sign for a body: the committee of the organiser, and a foundation
/// that works with it.
fn signs_here(body: &JointBody, organiser: RegionCode, city: RegionCode) -> bool {
    match body.kind {
        AuthorityKind::PoliticalLegalCommittee => body.region == Some(organiser),
        AuthorityKind::Foundation => [Some(organiser), Some(city)].contains(&body.region),
        AuthorityKind::Government | AuthorityKind::NationalSelection | AuthorityKind::Other => {
            false
        }
    }
}

pub(super) fn bodies_signed(
    act: Option<&Act>,
    case: &Case<Round>,
    context: &Context<'_, Round>,
) -> Answer {
    let Some(Act::Decision { signed_outside, .. }) = act else {
        return Answer::Unmet;
    };
    let (organiser, city) = (case.holder().region, context.policy.terms().city.region);
    let has_paper = |name: &Line<100>| signed_outside.iter().any(|(signed, _)| signed == name);
    let bodies = case.record().call.bodies.iter();
    let missing: Vec<&str> = bodies
        .filter(|body| !signs_here(body, organiser, city) && !has_paper(&body.name))
        .map(|body| body.name.as_str())
        .collect();
    if missing.is_empty() {
        return Answer::Met;
    }
    let (zh, en) = (missing.join("、"), missing.len());
    Answer::Because(text!(
        "尚缺签署文书的单位：{zh}。",
        "Bodies whose paper is missing: {en}."
    ))
}

pub(super) fn correction_fits(act: Option<&Act>, record: &Record) -> bool {
    let Some(Act::DecisionCorrection {
        correction, known, ..
    }) = act
    else {
        return false;
    };
    let annex = record.annex();
    let stands = |id| annex.is_some_and(|annex| annex.item(id).is_some());
    let is_known = |id| known.iter().find(|one| one.commendation == id);
    let named = [&correction.renamed, &correction.added, &correction.removed];
    let named: Vec<_> = named.into_iter().flatten().collect();
    let once: BTreeSet<_> = named.iter().copied().collect();
    // A name that is still the same is no correction.
    let differs = |id| {
        let old = annex.and_then(|annex| annex.item(id));
        let old = old.map(|item| (&item.candidate.names, &item.candidate.group));
        is_known(id).is_some_and(|now| old.is_some_and(|old| old != (&now.names, &now.group)))
    };
    let fits_call = |id| {
        let title = is_known(id).map(|one| &one.title);
        title.is_some_and(|title| record.call.places_of(title).is_some())
    };
    !correction.is_empty()
        && once.len() == named.len()
        && correction.renamed.iter().all(|id| differs(*id))
        && correction.removed.iter().all(|id| stands(*id))
        && correction
            .added
            .iter()
            .all(|id| !stands(*id) && fits_call(*id))
}

pub(super) fn all_conferred(act: Option<&Act>, record: &Record) -> Answer {
    let Some(Act::Closing {
        unconferred,
        conferred,
    }) = act
    else {
        return Answer::Unmet;
    };
    let honoured = record.honoured();
    if unconferred.iter().any(|(id, _)| !honoured.contains(id)) {
        return Answer::Because(text!(
            "所列有不在决定附件之中的。",
            "Something is named that does not stand in the annex of the decision."
        ));
    }
    let done = |id| conferred.contains(id) || unconferred.iter().any(|(other, _)| other == id);
    match honoured.iter().filter(|id| !done(id)).count() {
        0 => Answer::Met,
        count => Answer::Because(text!(
            "尚有 {count} 项未颁授。",
            "Awards that were not conferred: {count}."
        )),
    }
}
