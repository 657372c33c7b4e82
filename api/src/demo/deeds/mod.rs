//! Synthetic deeds, one for each state in which an example of the contract needs one. Each was
//! walked through the procedure some days ago.

mod seeds;
mod walk;

use chrono::{Days, NaiveDate};
use domain::calendar::{HolidayCalendar, PartialDate};
use domain::decisions::{Facts, Receipt, evaluate};
use domain::deeds::Incident;
use domain::deeds::eligibility::{
    ActType, AgeAtDeed, Complexity, DeedFacts, Duty, EvidenceItem, Filer, Interest, Lawfulness,
    Relation, RescueOutcome,
};
use domain::deeds::procedure::{Act, Eligibility, Setting};
use domain::ids::{ActorId, DecisionId, DeedId, DocumentId};
use domain::policy::PolicySet;
use domain::regions::{Place, RegionCode, RegionTree};
use domain::text::Line;
use persistence::audit::{self, Actor, Change, Subject};
use persistence::decisions::Decision;
use persistence::{Tx, decisions, deeds};
use serde_json::json;

use self::seeds::{Seed, seeds};
use self::walk::{Walked, walk};
use super::{DemoError, ids, literal};
use crate::documents;

/// The county that holds the deeds which the city does not.
const COUNTY: &str = "371502";

/// Opens them all.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    actor: &Actor,
    policies: &PolicySet,
    city: RegionCode,
) -> Result<(), DemoError> {
    for seed in seeds(tx, city)? {
        open(tx, actor, policies, &seed)?;
    }
    Ok(())
}

fn day(today: NaiveDate, days_ago: u64) -> NaiveDate {
    today.checked_sub_days(Days::new(days_ago)).unwrap_or(today)
}

fn open(
    tx: &mut Tx<'_>,
    actor: &Actor,
    policies: &PolicySet,
    seed: &Seed,
) -> Result<(), DemoError> {
    let received_on = day(tx.today(), seed.reported);
    let incident = incident(received_on, seed.region)?;
    let receipt = receipt(policies, &incident, seed, received_on)?;
    let decision = decisions::insert(tx, actor, seed.region, &receipt)?;
    let setting = Setting {
        eligibility: Eligibility::from_receipt(decision.id, &receipt),
        policy: literal(policies.in_force_on(received_on))?,
        regions: RegionTree::builtin(),
        calendar: HolidayCalendar::builtin(),
        today: received_on,
    };
    let walked = walk(tx, seed, &incident, &setting)?;
    let deed = deeds::Deed {
        id: literal(seed.deed.parse::<DeedId>())?,
        region: seed.region,
        received_on,
        incident,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let id = match seed.actor {
        Some(id) => literal(id.parse::<ActorId>())?,
        None => tx.new_id(),
    };
    let decision = Decision {
        summary: decision,
        receipt,
    };
    let kept = keep(tx, actor, &deed, (id, decision.summary.id), &walked)?;
    print(tx, actor, policies, (&deed, &kept, &decision), &walked)
}

/// The documents of the steps.
fn print(
    tx: &mut Tx<'_>,
    by: &Actor,
    policies: &PolicySet,
    (deed, actor, decision): (&deeds::Deed, &deeds::Actor, &Decision),
    walked: &Walked<'_>,
) -> Result<(), DemoError> {
    let known = literal(ids::DOCUMENT.parse::<DocumentId>())?;
    let is_known = deed.id.to_string() == ids::DEED_PUBLISHED;
    for (act, case) in &walked.acts {
        let then = deeds::Actor {
            case: case.clone(),
            ..actor.clone()
        };
        let concerned = [(then, decision.clone())];
        let issued = documents::issue_as(tx, policies, deed, act, &concerned, |tx| {
            if is_known { known } else { tx.new_id() }
        });
        for change in literal(issued)? {
            audit::record(tx, by, &change)?;
        }
    }
    Ok(())
}

fn keep(
    tx: &mut Tx<'_>,
    by: &Actor,
    deed: &deeds::Deed,
    (id, decision): (ActorId, DecisionId),
    walked: &Walked<'_>,
) -> Result<deeds::Actor, DemoError> {
    let due = walked.case.due_of_body(&walked.setting);
    let actor = deeds::Actor {
        id,
        deed: deed.id,
        number: 0,
        person: literal(ids::PERSON.parse())?,
        decision,
        case: walked.case.clone(),
        version: 1,
    };
    deeds::insert(tx, deed, &[(actor.clone(), due)])?;
    let steps: Vec<_> = walked
        .happened
        .iter()
        .map(|step| (actor.clone(), step.clone()))
        .collect();
    deeds::append(tx, by, &steps)?;
    let subject = Subject {
        kind: "deed",
        id: deed.id.to_string(),
        version: deed.version,
        region: deed.region,
    };
    let data = json!({ "actor_ids": [id] });
    audit::record(tx, by, &Change::new("deed.reported", subject, data))?;
    Ok(actor)
}

fn incident(received_on: NaiveDate, region: RegionCode) -> Result<Incident, DemoError> {
    Ok(Incident {
        act_types: vec![ActType::Rescue],
        occurred_on: literal(PartialDate::day(day(received_on, 10)))?,
        place: Some(Place::Region(region)),
        further_counties: Vec::new(),
        filer: Filer::Actor,
        summary: literal(Line::parse("演示数据：测试人员跳入河中，救起一名落水者。"))?,
        beneficiaries: vec![literal(Line::parse("测试受益人"))?],
        witnesses: vec![literal(Line::parse("测试证人"))?],
        harm: None,
        loss_averted: None,
    })
}

fn receipt(
    policies: &PolicySet,
    incident: &Incident,
    seed: &Seed,
    received_on: NaiveDate,
) -> Result<Receipt, DemoError> {
    let verified = seed
        .steps
        .iter()
        .any(|(_, act)| matches!(act, Act::EvidenceVerification { .. }));
    let evidence = seed.steps.iter().filter_map(|(_, act)| match act {
        Act::Evidence { kind, .. } => Some(EvidenceItem {
            kind: *kind,
            verified,
        }),
        _ => None,
    });
    let facts = DeedFacts {
        act_types: incident.act_types.clone(),
        other_act_reason: None,
        crime_related: None,
        duty: Some(Duty::None),
        interests: vec![Interest::OtherPerson],
        beneficiaries: Some(vec![Relation::Unrelated]),
        caused_danger: Some(false),
        lawfulness: Some(Lawfulness::NotQuestioned),
        outcome: Some(RescueOutcome::Succeeded),
        risk: None,
        age_at_deed: Some(AgeAtDeed::years(41)),
        volunteer_service: Some(false),
        home: Some(seed.region),
        occurred_on: incident.occurred_on,
        place: incident.place,
        further_counties: Vec::new(),
        received_by: Some(seed.region),
        received_on: Some(received_on),
        filer: Some(incident.filer),
        complexity: Some(Complexity::Plain),
        obstacle: None,
        possible_duplicates: Some(Vec::new()),
        evidence: Some(evidence.collect()),
    };
    let tree = RegionTree::builtin();
    literal(evaluate(&Facts::Deed(facts), policies, tree, received_on))
}
