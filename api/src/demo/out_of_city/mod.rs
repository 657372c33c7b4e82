//! Recognitions: the published people with nothing but what was published, and synthetic twins in every
//! state of the procedure.

mod seeds;

use std::collections::BTreeMap;

use domain::calendar::PartialDate;
use domain::deeds::Incident;
use domain::deeds::eligibility::{ActType, Filer};
use domain::ids::PersonId;
use domain::imports::HistoricFile;
use domain::out_of_city::{
    ConfirmationDocument, LocalConfirmation, OutOfCityFacts, Recognition, Record,
};
use domain::people::{Person, PersonEvent};
use domain::policy::{AuthorityLevel, IssuerKind, PolicySet};
use domain::regions::{Place, RegionCode, RegionTree};
use domain::text::Line;
use persistence::Tx;
use persistence::audit::Principal;

use self::seeds::{Walked, seeds};
use super::cases::{self, Seed, day};
use super::{DemoError, literal};
use crate::out_of_city::facts_of;

/// The city in which the synthetic deeds were done.
const ELSEWHERE: &str = "340600";

/// Opens them all.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    principal: &Principal,
    policies: &PolicySet,
    city: RegionCode,
    (published, twins): (&[(PersonId, HistoricFile)], &[Person]),
) -> Result<(), DemoError> {
    for seed in told(tx, city, published)? {
        cases::open(tx, principal, policies, "applied", &seed)?;
    }
    for walked in seeds(tx, city)? {
        let seed = walked_twin(tx, walked, twins)?;
        cases::open(tx, principal, policies, "applied", &seed)?;
    }
    Ok(())
}

/// The published people, those of one deed together. What was not published is asked for.
fn told(
    tx: &mut Tx<'_>,
    city: RegionCode,
    published: &[(PersonId, HistoricFile)],
) -> Result<Vec<Seed<Recognition>>, DemoError> {
    let tree = RegionTree::builtin();
    let mut deeds: BTreeMap<String, Seed<Recognition>> = BTreeMap::new();
    for (id, kept) in published {
        let deed = kept.history.iter().find_map(|event| match event {
            PersonEvent::PublishedDeed(deed) => Some(deed),
            _ => None,
        });
        let deed = literal(deed.ok_or("a published person without a deed"))?;
        let Some(place) = deed
            .place_region
            .filter(|place| !tree.is_within(place, &city))
        else {
            continue;
        };
        let incident = Incident {
            act_types: vec![ActType::Rescue],
            occurred_on: deed.occurred_on,
            place: Some(Place::Region(place)),
            further_counties: Vec::new(),
            filer: Filer::OwnMotion,
            summary: literal(Line::parse(&deed.summary))?,
            beneficiaries: Vec::new(),
            witnesses: Vec::new(),
            harm: None,
            loss_averted: None,
        };
        let facts = OutOfCityFacts {
            requested_on: Some(day(tx.today(), 1)),
            ..facts_of(&incident, &kept.file)
        };
        let seed = deeds.entry(kept.deed_key.to_string());
        let seed = seed.or_insert_with(|| Seed {
            file: tx.new_id::<domain::ids::RecognitionId>().to_string(),
            case: None,
            document: None,
            people: Vec::new(),
            region: kept.file.region,
            reported: 1,
            filed_by: incident.filer.into(),
            record: Record::of(&facts),
            subject: incident,
            steps: Vec::new(),
        });
        seed.people.push((*id, facts));
    }
    Ok(deeds.into_values().collect())
}

fn walked_twin(
    tx: &Tx<'_>,
    walked: Walked,
    twins: &[Person],
) -> Result<Seed<Recognition>, DemoError> {
    let twin = literal(twins.get(walked.twin).ok_or("a twin is missing"))?;
    let received_on = day(tx.today(), walked.reported);
    let incident = Incident {
        place: Some(Place::Region(literal(RegionCode::parse(ELSEWHERE))?)),
        occurred_on: match twin.file.died_on {
            PartialDate::UNKNOWN => literal(PartialDate::day(day(received_on, 90)))?,
            died_on => died_on,
        },
        ..super::deeds::incident(received_on, twin.file.region)?
    };
    let known = facts_of(&incident, &twin.file);
    let mut origin_claims = known.origin_claims.clone();
    for claim in &mut origin_claims {
        claim.proof_present = true;
    }
    let document = ConfirmationDocument {
        issuer_name: Some("测试市见义勇为基金会".to_owned()),
        issuer_region: Some(literal(RegionCode::parse(ELSEWHERE))?),
        issuer_kind: Some(IssuerKind::Foundation),
        issuer_level: Some(AuthorityLevel::Municipal),
        document_number: Some("测见义〔2026〕1号".to_owned()),
        issued_on: literal(PartialDate::day(day(received_on, 60)))?,
        copy_attached: true,
        withdrawn: None,
    };
    let facts = OutOfCityFacts {
        origin_claims,
        local_confirmation: walked
            .confirmed
            .then_some(LocalConfirmation::Present(document)),
        requested_on: Some(received_on),
        rewarded_elsewhere: Some(true),
        household_has_plaque: Some(false),
        ..known
    };
    Ok(Seed {
        file: walked.file.to_owned(),
        case: walked.case,
        document: walked.document,
        region: walked.region,
        reported: walked.reported,
        filed_by: incident.filer.into(),
        record: Record::of(&facts),
        subject: incident,
        people: vec![(twin.id, facts)],
        steps: walked.steps,
    })
}
