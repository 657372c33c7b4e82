//! Synthetic deeds, one for each state in which an example of the contract needs one. Each was
//! walked through the procedure some days ago.

mod made;

use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::deeds::eligibility::{
    ActType, Complexity, DeedFacts, Duty, Filer, Interest, Lawfulness, Relation, RescueOutcome,
};
use domain::deeds::{Act, Deed, Incident, Objector};
use domain::documents::DocumentKind;
use domain::ids::{DeedId, Id as _, PersonId};
use domain::procedure::{Act as AnyAct, Reason};
use domain::regions::{Place, RegionCode};
use domain::text::{Line, Paragraphs};
use persistence::cases::{EnclosureKind, NewEnclosure};
use persistence::{RegionScope, Tx};

use super::cases::{self, Diary, Words, day, new_ids};
use super::out_of_city::ELSEWHERE;
use super::{DemoError, literal};
use crate::contract::examples::ids;
use crate::deeds::{Reported, facts_of, report};
use made::{Made, evidence};

type Steps = cases::Steps<Deed>;

/// The county that holds the deeds which the city does not.
const COUNTY: &str = "371502";

/// Enters them all. The example person did one deed a day, so that none is a duplicate.
pub(super) fn fill(diary: &mut Diary, tx: &Tx<'_>, city: RegionCode) -> Result<(), DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    for (walked, days_before) in seeds(tx, city)?.into_iter().zip(10..) {
        let received_on = day(tx.today(), walked.reported);
        let place = if walked.elsewhere {
            literal(RegionCode::parse(ELSEWHERE))?
        } else {
            walked.region
        };
        let incident = Incident {
            filer: walked.filer,
            occurred_on: literal(PartialDate::day(day(received_on, days_before)))?,
            ..incident(received_on, place)?
        };
        let reported = Reported {
            region: walked.region,
            source: None,
            received_on,
            receipt_stated: true,
            backdating_reason: None,
            actors: vec![(
                literal(walked.person.parse())?,
                facts(&incident, walked.region, received_on),
            )],
            incident,
        };
        let new = new_ids(tx, Some(walked.deed), walked.actor)?;
        diary.open(walked.reported, move |acting, policies| {
            report(
                acting,
                policies,
                (client, &RegionScope::City),
                new,
                &reported,
            )
        });
        let paper = (walked.deed == ids::DEED_PUBLISHED)
            .then_some((DocumentKind::PublicNotice, ids::DOCUMENT));
        let note = literal(Paragraphs::parse("测试：演示数据"))?;
        let objector = Objector {
            name: literal(Line::parse("测试异议人"))?,
            contact: literal(Line::parse("19900000004"))?,
        };
        diary.walk::<Deed>(new.file, paper, walked.steps, |act| {
            enclosed(act, &objector, &note)
        })?;
    }
    Ok(())
}

/// What becomes of the deed of several people who are to have plaques.
#[derive(Debug, Clone, Copy)]
pub(super) enum Course {
    /// Confirmed so many days ago.
    Confirmed(u64),
    /// Confirmed, and revoked since.
    Revoked,
}

/// Enters one deed of several people, done so many days before it was reported. Answers its id.
pub(super) fn confirm_together(
    diary: &mut Diary,
    tx: &Tx<'_>,
    (region, people): (RegionCode, &[PersonId]),
    (course, days_before): (Course, u64),
) -> Result<DeedId, DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    let received_on = day(tx.today(), 28);
    let incident = Incident {
        occurred_on: literal(PartialDate::day(day(received_on, days_before)))?,
        ..incident(received_on, region)?
    };
    let actors = people.iter().copied();
    let reported = Reported {
        region,
        source: None,
        received_on,
        receipt_stated: true,
        backdating_reason: None,
        actors: actors
            .map(|person| (person, facts(&incident, region, received_on)))
            .collect(),
        incident,
    };
    let new = new_ids(tx, None, None)?;
    diary.open(28, move |acting, policies| {
        let scope = (client, &RegionScope::City);
        report(acting, policies, scope, new, &reported)
    });
    let made = Made {
        tx,
        words: Words::new(tx, &format!("测试光荣文号{days_before}-"))?,
    };
    let note = literal(Paragraphs::parse("测试：演示数据"))?;
    let objector = Objector {
        name: literal(Line::parse("测试异议人"))?,
        contact: literal(Line::parse("19900000004"))?,
    };
    let steps = match course {
        Course::Confirmed(days_ago) => made.confirmed_early(days_ago),
        Course::Revoked => made.revoked_since(),
    };
    diary.walk::<Deed>(new.file, None, steps, |act| enclosed(act, &objector, &note))?;
    Ok(new.file)
}

/// What comes with evidence and with an objection.
fn enclosed(act: &AnyAct<Deed>, objector: &Objector, note: &Reason) -> Option<NewEnclosure> {
    let (kind, id, objector) = match act {
        AnyAct::Own(Act::Evidence { id, .. }) => (EnclosureKind::Evidence, id.uuid(), None),
        AnyAct::Own(Act::Objection { id, .. }) => {
            (EnclosureKind::Objection, id.uuid(), Some(objector.clone()))
        }
        _ => return None,
    };
    let text = note.clone();
    Some(NewEnclosure {
        id,
        kind,
        text,
        objector,
    })
}

pub(super) fn incident(received_on: NaiveDate, region: RegionCode) -> Result<Incident, DemoError> {
    Ok(Incident {
        act_types: vec![ActType::Rescue],
        occurred_on: literal(PartialDate::day(day(received_on, 10)))?,
        place: Some(Place::Region(region)),
        further_counties: Vec::new(),
        filer: Filer::Actor,
        summary: literal(Paragraphs::parse(
            "演示数据：测试人员跳入河中，救起一名落水者。",
        ))?,
        beneficiaries: vec![literal(Line::parse("测试受益人"))?],
        witnesses: vec![literal(Line::parse("测试证人"))?],
        harm: None,
        loss_averted: None,
    })
}

/// What was reported of the actor, beside what the person's file says.
fn facts(incident: &Incident, region: RegionCode, received_on: NaiveDate) -> DeedFacts {
    DeedFacts {
        duty: Some(Duty::None),
        interests: vec![Interest::OtherPerson],
        beneficiaries: Some(vec![Relation::Unrelated]),
        caused_danger: Some(false),
        lawfulness: Some(Lawfulness::NotQuestioned),
        outcome: Some(RescueOutcome::Succeeded),
        volunteer_service: Some(false),
        complexity: Some(Complexity::Plain),
        ..facts_of(incident, region, received_on)
    }
}

/// A deed with the steps that were taken in it, and how many days ago.
struct Walked {
    deed: &'static str,
    person: &'static str,
    actor: Option<&'static str>,
    region: RegionCode,
    reported: u64,
    elsewhere: bool,
    filer: Filer,
    steps: Steps,
}

impl Walked {
    fn new(deed: &'static str, region: RegionCode, steps: Steps) -> Self {
        Self {
            deed,
            person: ids::PERSON,
            actor: None,
            region,
            reported: 25,
            elsewhere: false,
            filer: Filer::Actor,
            steps,
        }
    }
}

/// All of them. An example of the contract finds its deed in the state that it needs, when the
/// examples are tried in their order.
fn seeds(tx: &Tx<'_>, city: RegionCode) -> Result<Vec<Walked>, DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    let made = Made {
        tx,
        words: Words::new(tx, "测试事迹文号")?,
    };
    let known_proof = vec![(3, evidence(literal(ids::EVIDENCE.parse())?).into())];
    let objection = Act::Objection {
        id: literal(ids::OBJECTION.parse())?,
        received: made.words.on(2),
    };
    Ok(vec![
        Walked {
            actor: Some(ids::ACTOR),
            reported: 3,
            ..Walked::new(ids::DEED, city, known_proof)
        },
        Walked::new(ids::DEED_PROVEN, city, made.proven()),
        Walked::new(ids::DEED_INTENDED, city, made.intended()),
        Walked::new(ids::DEED_WAIVED, city, made.waived()),
        Walked::new(ids::DEED_PUBLISHED, city, made.published(objection)),
        Walked::new(ids::DEED_DOUBTED, city, made.doubted()),
        Walked::new(ids::DEED_HEARD, city, made.heard()),
        Walked::new(ids::DEED_SILENT, city, made.heard()),
        Walked::new(ids::DEED_REFUSED, city, made.refused()),
        Walked::new(ids::DEED_APPEALED, county, made.appealed()),
        Walked::new(ids::DEED_REGRETTED, county, made.appealed()),
        Walked::new(ids::DEED_ASKED_ABOVE, city, made.appealed()),
        Walked::new(ids::DEED_INQUIRED, city, Vec::new()),
        Walked::new(ids::DEED_SUSPENDED, city, made.suspended()),
        Walked::new(ids::DEED_TRANSFERRED, county, made.words.transferred(city)?),
        Walked::new(ids::DEED_DISPUTED, county, made.words.transferred(city)?),
        Walked::new(ids::DEED_KEPT, city, made.words.transferred(county)?),
        Walked {
            person: ids::PERSON_RENAMED,
            ..Walked::new(ids::DEED_RENAMED, city, made.noticed())
        },
        Walked {
            person: ids::PERSON_MISNAMED,
            ..Walked::new(ids::DEED_MISNAMED, city, made.confirmed())
        },
        Walked::new(ids::DEED_CONFIRMED, city, made.confirmed()),
        Walked::new(ids::DEED_TO_REVOKE, city, made.to_revoke()),
        Walked::new(ids::DEED_SPARED, city, made.to_revoke()),
        Walked::new(ids::DEED_REVOKED, city, made.revoked()),
        Walked::new(ids::DEED_OUTSIDE, city, Vec::new()),
        Walked::new(ids::DEED_HANDED_OVER, city, made.words.handed_over()?),
        Walked {
            filer: Filer::Employer,
            ..Walked::new(ids::DEED_RECOMMENDED, city, Vec::new())
        },
        Walked::new(
            ids::DEED_WITHDRAWN,
            city,
            made.words.withdrawn(ids::DEED_WITHDRAWN)?,
        ),
        Walked {
            elsewhere: true,
            ..Walked::new(ids::DEED_ELSEWHERE, city, Vec::new())
        },
        Walked {
            elsewhere: true,
            ..Walked::new(ids::DEED_REDIRECTED, city, made.redirected())
        },
        Walked::new(ids::DEED_REFUSED_FINALLY, county, made.refused_finally()),
    ])
}
