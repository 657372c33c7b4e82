//! What the rules are told of a nomination: what is stored, not what the nominator says of it.

use domain::commendations::{
    AwardFacts, Basis, Commendation, ConfirmationStatus, DeathFacts, GrantingBody, GroupFacts,
    HeldTitle, MemberFacts, Nomination, State, TierFacts,
};
use domain::honours::Honour;
use domain::ids::{CaseId, PersonId};
use domain::people::Person;
use domain::policy::{HonourLevel, Policy, PolicySet, Recipient};
use domain::procedure::Case;
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::{RegionScope, Tx, people};
use uuid::Uuid;

use super::Nominee;
use super::basis::{self, Ground};
use super::new::{Member, Nominated};
use super::nominate::deceased;
use crate::commands::Acting;
use crate::honours;
use crate::problems::Problem;
use crate::procedure::{Before, reconsider};

/// The facts of a member when it is nominated.
pub(super) fn facts(
    (nominated, nomination): (&Nominated, &Nomination),
    (member, ground): (&Member, Ground),
    others: &[Ground],
    policy: &Policy,
) -> TierFacts {
    let title = policy.title(&nomination.title);
    let group = (nomination.recipient == Recipient::Group).then(|| GroupFacts {
        one_incident: Some(true),
        members: others
            .iter()
            .map(|ground| MemberFacts {
                standing: Some(ground.standing),
                ..MemberFacts::default()
            })
            .collect(),
        sum: None,
    });
    TierFacts {
        standing: Some(ground.standing),
        recipient: nomination.recipient,
        risk: nominated.risk.or(ground.risk),
        cost: member.cost,
        harm: member.harm,
        loss_averted: nominated.loss_averted,
        influence: nominated.influence,
        titles_held: Some(Vec::new()),
        recommended_by: Some(Vec::new()),
        requested_level: Some(nomination.level),
        requested_title: Some(nomination.title.clone()),
        requested_kind: title.map(|title| title.kind),
        requested_form: None,
        granting_bodies: title.map_or_else(Vec::new, |title| {
            let bodies = title.authorities.iter();
            bodies
                .map(|body| GrantingBody {
                    name: body.name.zh.clone(),
                    kind: body.kind,
                    region: seat(title.level, nominated.region, policy),
                })
                .collect()
        }),
        award_name: title.map(|title| title.text.zh.clone()),
        approval_number: None,
        projects_this_year: None,
        accepted: None,
        secrecy: nominated.secrecy,
        nominated_on: Some(nominated.nominated_on),
        award: Some(AwardFacts {
            group,
            ..AwardFacts::default()
        }),
    }
}

/// Where the bodies that grant sit, as far as they are of the city.
fn seat(level: HonourLevel, nominating: RegionCode, policy: &Policy) -> Option<RegionCode> {
    match level {
        HonourLevel::County => Some(nominating),
        HonourLevel::Municipal => Some(policy.terms().city.region),
        HonourLevel::Provincial | HonourLevel::National => None,
    }
}

/// The facts of somebody who lives or has died.
pub(super) fn with_life(facts: TierFacts, deceased: Option<bool>) -> TierFacts {
    let award = facts.award.clone().unwrap_or_default();
    let death = (deceased == Some(true)).then(|| award.death.clone().unwrap_or_default());
    TierFacts {
        award: Some(AwardFacts { death, ..award }),
        ..facts
    }
}

/// What is known of a case now from the person's file.
pub(super) fn known_now(one: &Nominee, person: &Person) -> TierFacts {
    let facts = with_life(one.facts.clone(), deceased(person.file.life_status));
    let award = facts.award.clone().unwrap_or_default();
    let death = award.death.clone();
    TierFacts {
        award: Some(AwardFacts {
            death: death.map(|death| with_agreement(death, &one.case)),
            ..award
        }),
        ..facts
    }
}

/// What the case knows of who receives for somebody who died.
fn with_agreement(death: DeathFacts, case: &Case<Commendation>) -> DeathFacts {
    let record = case.record();
    let agreed = record.kin_agreements.last().map(|_| true);
    let referred = record.martyr_referrals.last().map(|(_, on)| *on);
    DeathFacts {
        agreed_in_writing: agreed.or(death.agreed_in_writing),
        referred_on: referred.or(death.referred_on),
        ..death
    }
}

/// Whether what a case rests on stands.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    one: &Nominee,
) -> Result<Option<ConfirmationStatus>, Problem> {
    let (basis, _) = one.case.record().rests_on;
    let grounds = basis::load(tx, &RegionScope::City, basis)?;
    let survivors = people::survivors(tx, &[one.person])?;
    let person = survivors.get(&one.person).copied().unwrap_or(one.person);
    let ground = grounds.and_then(|grounds| grounds.of(person));
    Ok(ground.map(|ground| ground.standing))
}

/// The facts with what stands elsewhere: whether what it rests on stands, and which titles are held.
pub(super) fn looked_up(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    (one, facts): (&Nominee, TierFacts),
) -> Result<TierFacts, Problem> {
    let standing = standing(tx, one)?;
    let (basis, _) = one.case.record().rests_on;
    let held = honours::of_people(tx, policies, &[one.person])?;
    let held = held.get(&one.person).map_or(&[][..], Vec::as_slice);
    let own = one.case.record().award().is_some();
    Ok(TierFacts {
        standing: standing.or(facts.standing),
        titles_held: Some(titles(held, basis.uuid(), own.then_some(one.id))),
        ..facts
    })
}

/// The titles that stand. The award of the very case is none that was held before.
fn titles(held: &[Honour], basis: Uuid, own: Option<CaseId>) -> Vec<HeldTitle> {
    let standing = held
        .iter()
        .filter(|honour| honour.stands && Some(honour.case) != own);
    standing
        .filter_map(|honour| {
            Some(HeldTitle {
                level: honour.level?,
                title: honour.title.clone()?,
                same_deed: honour.rests_on == basis,
            })
        })
        .collect()
}

/// The titles that people hold when they are nominated.
pub(super) fn titles_of(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    (person, basis): (PersonId, Basis),
) -> Result<Vec<HeldTitle>, Problem> {
    let held = honours::of_people(tx, policies, &[person])?;
    let held = held.get(&person).map_or(&[][..], Vec::as_slice);
    Ok(titles(held, basis.uuid(), None))
}

/// Whether a person holds a title is looked up with each step; what changes with the file is whether the
/// person lives.
pub(super) fn person_changed(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    before: &Before<'_>,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    let news = before.life_changed(person);
    let awaited = |one: &Nominee| news && one.case.state() == State::Awarded;
    reconsider::<Commendation>(acting, policies, (before, person), awaited, |one, _| {
        known_now(one, person)
    })
}
