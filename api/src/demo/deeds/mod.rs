//! Synthetic deeds, one for each state in which an example of the contract needs one. Each was
//! walked through the procedure some days ago.

mod seeds;

use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::deeds::eligibility::{
    ActType, AgeAtDeed, Complexity, DeedFacts, Duty, EvidenceItem, Filer, Interest, Lawfulness,
    Relation, RescueOutcome,
};
use domain::deeds::{Act, Deed, Incident, Record};
use domain::policy::PolicySet;
use domain::procedure::Act as AnyAct;
use domain::regions::{Place, RegionCode};
use domain::text::Line;
use persistence::audit::Principal;
use persistence::{Tx, intake};

use self::seeds::seeds;
use super::cases::{self, Seed, day};
use super::{DemoError, literal};
use crate::contract::examples::ids;

/// The county that holds the deeds which the city does not.
const COUNTY: &str = "371502";

/// Opens them all.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    principal: &Principal,
    policies: &PolicySet,
    city: RegionCode,
) -> Result<(), DemoError> {
    for walked in seeds(tx, city)? {
        let received_on = day(tx.today(), walked.reported);
        let incident = incident(received_on, walked.region)?;
        let seed = Seed::<Deed> {
            file: walked.deed.to_owned(),
            case: walked.actor,
            document: (walked.deed == ids::DEED_PUBLISHED).then_some(ids::DOCUMENT),
            people: vec![(
                literal(ids::PERSON.parse())?,
                facts(&incident, walked.region, &walked.steps, received_on),
            )],
            region: walked.region,
            reported: walked.reported,
            filed_by: incident.filer.into(),
            record: Record::new(incident.occurred_on),
            subject: incident,
            steps: walked.steps,
        };
        let deed = cases::open(tx, principal, policies, "reported", &seed)?;
        intake::insert_of_deed(tx, &deed)?;
    }
    Ok(())
}

pub(super) fn incident(received_on: NaiveDate, region: RegionCode) -> Result<Incident, DemoError> {
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

fn facts(
    incident: &Incident,
    region: RegionCode,
    steps: &[(u64, AnyAct<Deed>)],
    received_on: NaiveDate,
) -> DeedFacts {
    let verified = steps
        .iter()
        .any(|(_, act)| matches!(act, AnyAct::Own(Act::EvidenceVerification { .. })));
    let evidence = steps.iter().filter_map(|(_, act)| match act {
        AnyAct::Own(Act::Evidence { kind, .. }) => Some(EvidenceItem {
            kind: *kind,
            verified,
        }),
        _ => None,
    });
    DeedFacts {
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
        home: Some(region),
        occurred_on: incident.occurred_on,
        place: incident.place,
        further_counties: Vec::new(),
        received_by: Some(region),
        received_on: Some(received_on),
        filer: Some(incident.filer),
        complexity: Some(Complexity::Plain),
        obstacle: None,
        possible_duplicates: Some(Vec::new()),
        evidence: Some(evidence.collect()),
    }
}
