//! Recognitions: the published people with nothing but what was published, and synthetic twins in every
//! state of the procedure.

mod made;

use domain::calendar::PartialDate;
use domain::deeds::Incident;
use domain::deeds::eligibility::{ActType, Filer};
use domain::documents::DocumentKind;
use domain::ids::PersonId;
use domain::imports::HistoricFile;
use domain::out_of_city::{ConfirmationDocument, LocalConfirmation, Recognition};
use domain::people::{Person, PersonEvent};
use domain::policy::{AuthorityLevel, IssuerKind};
use domain::regions::{Place, RegionCode, RegionTree};
use domain::text::Paragraphs;
use persistence::{RegionScope, Tx};
use std::collections::BTreeMap;

use super::cases::{self, Diary, day, new_ids};
use super::{DemoError, literal};
use crate::contract::examples::ids;
use crate::out_of_city::{Applied, IncidentSource, PersonDetails, apply, facts_of};
use crate::procedure::NewIds;
use made::{Made, accepted, asked};

type Steps = cases::Steps<Recognition>;

/// The city in which the synthetic deeds were done.
pub(super) const ELSEWHERE: &str = "340600";

/// Enters them all.
pub(super) fn fill(
    diary: &mut Diary,
    (tx, city): (&Tx<'_>, RegionCode),
    (published, twins): (&[(PersonId, HistoricFile)], &[Person]),
) -> Result<(), DemoError> {
    for applied in as_published(tx, city, published)? {
        enter(diary, new_ids(tx, None, None)?, 1, applied)?;
    }
    // Of one person they are of different deeds, so that none is a duplicate.
    for (walked, days) in seeds(tx, city)?.into_iter().zip(90..) {
        let new = new_ids(tx, Some(walked.file), walked.case)?;
        let applied = of_twin(tx, &walked, days, twins)?;
        enter(diary, new, walked.reported, applied)?;
        let paper = walked
            .document
            .map(|id| (DocumentKind::RecognitionCertificate, id));
        diary.walk::<Recognition>(new.file, paper, walked.steps, |_| None)?;
    }
    Ok(())
}

fn enter(
    diary: &mut Diary,
    new: NewIds<Recognition>,
    days_ago: u64,
    applied: Applied,
) -> Result<(), DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    diary.open(days_ago, move |acting, policies| {
        apply(
            acting,
            policies,
            (client, &RegionScope::City),
            new,
            &applied,
        )
    });
    Ok(())
}

/// The published people, those of one deed together. What was not published is asked for.
fn as_published(
    tx: &Tx<'_>,
    city: RegionCode,
    published: &[(PersonId, HistoricFile)],
) -> Result<Vec<Applied>, DemoError> {
    let tree = RegionTree::current();
    let mut deeds: BTreeMap<String, Applied> = BTreeMap::new();
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
            summary: literal(Paragraphs::parse(&deed.summary))?,
            beneficiaries: Vec::new(),
            witnesses: Vec::new(),
            harm: None,
            loss_averted: None,
        };
        let applied = deeds
            .entry(kept.deed_key.to_string())
            .or_insert_with(|| Applied {
                region: kept.file.region,
                source: IncidentSource::Described(Box::new(incident)),
                confirmation: None,
                received_on: day(tx.today(), 1),
                late_because: None,
                people: Vec::new(),
            });
        applied.people.push((*id, PersonDetails::default()));
    }
    Ok(deeds.into_values().collect())
}

fn of_twin(
    tx: &Tx<'_>,
    walked: &Walked,
    days_before: u64,
    twins: &[Person],
) -> Result<Applied, DemoError> {
    let twin = literal(twins.get(walked.twin).ok_or("a twin is missing"))?;
    let received_on = day(tx.today(), walked.reported);
    let incident = Incident {
        filer: walked.filer,
        place: Some(Place::Region(literal(RegionCode::parse(ELSEWHERE))?)),
        occurred_on: match twin.file.died_on {
            PartialDate::UNKNOWN => literal(PartialDate::day(day(received_on, days_before)))?,
            died_on => died_on,
        },
        ..super::deeds::incident(received_on, twin.file.region)?
    };
    let mut claims = facts_of(&incident, &twin.file).origin_claims;
    for claim in &mut claims {
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
    let details = PersonDetails {
        claims,
        rewarded_elsewhere: Some(true),
        household_has_plaque: Some(false),
    };
    Ok(Applied {
        region: walked.region,
        source: IncidentSource::Described(Box::new(incident)),
        confirmation: walked
            .confirmed
            .then_some(LocalConfirmation::Present(document)),
        received_on,
        late_because: None,
        people: vec![(twin.id, details)],
    })
}

/// A county that hands recognitions over to the city.
const COUNTY: &str = "371502";
/// The place among the twins of who lives, of who was only born in the city, and of who died.
const LIVING: usize = 0;
const BORN_HERE: usize = 4;
const DEAD: usize = 5;

/// A recognition with the steps that were taken in it, and how many days ago.
struct Walked {
    file: &'static str,
    case: Option<&'static str>,
    document: Option<&'static str>,
    twin: usize,
    region: RegionCode,
    reported: u64,
    confirmed: bool,
    filer: Filer,
    steps: Steps,
}

impl Walked {
    fn new(file: &'static str, region: RegionCode, steps: Steps) -> Self {
        Self {
            file,
            case: None,
            document: None,
            twin: LIVING,
            region,
            reported: 25,
            confirmed: true,
            filer: Filer::Actor,
            steps,
        }
    }
}

/// All of them. An example of the contract finds its recognition in the state that it needs, when the
/// examples are tried in their order.
fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Walked>, DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    let made = Made::new(tx)?;
    let in_city = |file, steps| Walked::new(file, city, steps);
    Ok(vec![
        Walked {
            case: Some(ids::RECOGNITION_CASE),
            reported: 3,
            ..in_city(ids::RECOGNITION, Vec::new())
        },
        in_city(ids::RECOGNITION_ASKED, asked()),
        Walked {
            twin: BORN_HERE,
            ..in_city(ids::RECOGNITION_BORN_HERE, accepted())
        },
        in_city(ids::RECOGNITION_CHECKED, made.checked()),
        Walked {
            twin: DEAD,
            document: Some(ids::RECOGNITION_CERTIFICATE),
            ..in_city(ids::RECOGNISED, made.recognised_after_death())
        },
        Walked {
            twin: DEAD,
            ..in_city(ids::RECOGNISED_IN_ERROR, made.recognised_in_error())
        },
        in_city(ids::RECOGNISED_IN_DOUBT, made.recognised()),
        in_city(ids::RECOGNITION_TOLD, made.told()),
        in_city(ids::RECOGNITION_SILENT, made.told()),
        in_city(ids::RECOGNITION_SPARED, made.told()),
        in_city(ids::RECOGNITION_REFUSED, made.refused()),
        in_city(ids::RECOGNITION_FALLEN, made.fallen()),
        in_city(ids::RECOGNITION_TO_REVOKE, made.to_revoke()),
        in_city(ids::RECOGNITION_REVOKED, made.revoked()),
        Walked {
            confirmed: false,
            ..in_city(ids::RECOGNITION_UNCONFIRMED, Vec::new())
        },
        Walked {
            confirmed: false,
            ..in_city(ids::RECOGNITION_REDIRECTED, made.redirected())
        },
        in_city(ids::RECOGNITION_SUSPENDED, made.suspended()),
        Walked::new(
            ids::RECOGNITION_TRANSFERRED,
            county,
            made.words.transferred(city)?,
        ),
        Walked::new(
            ids::RECOGNITION_DISPUTED,
            county,
            made.words.transferred(city)?,
        ),
        in_city(ids::RECOGNITION_KEPT, made.words.transferred(county)?),
        in_city(ids::RECOGNITION_OUTSIDE, Vec::new()),
        in_city(ids::RECOGNITION_HANDED_OVER, made.words.handed_over()?),
        Walked {
            filer: Filer::Employer,
            ..in_city(ids::RECOGNITION_RECOMMENDED, Vec::new())
        },
        in_city(
            ids::RECOGNITION_WITHDRAWN,
            made.words.withdrawn(ids::RECOGNITION_WITHDRAWN)?,
        ),
    ])
}
