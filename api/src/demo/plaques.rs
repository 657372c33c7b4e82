//! Plaques: synthetic households with one hero or two, and a plaque in every state.

mod made;

use domain::documents::DocumentKind;
use domain::identity::PersonName;
use domain::ids::{AttachmentId, HouseholdId, PersonId, PlaqueId};
use domain::people::{Draft, FileOrigin, LifeStatus, Registrar};
use domain::plaques::Plaque;
use domain::procedure::FiledBy;
use domain::regions::RegionCode;
use persistence::{RegionScope, Tx, households};

use super::cases::{self, Diary, day, new_ids};
use super::deeds::{Course, confirm_together};
use super::people::{open, synthetic};
use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::households::keep;
use crate::plaques::{Registered, register};
use made::Made;

type Steps = cases::Steps<Plaque>;

/// The county that hands plaques over to the city.
const COUNTY: &str = "371502";
/// What the names of a group begin with, and of what they are one.
const GROUPS: [&str; 5] = ["测试门", "测试户", "测试堂", "测试院", "测试楼"];
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/// Those whose households have plaques.
pub(super) struct Heroes {
    /// They live, and were confirmed long ago.
    living: Vec<PersonId>,
    dead: PersonId,
    /// Confirmed when the household had its plaque.
    late: PersonId,
    /// Their confirmation was revoked.
    revoked: Vec<PersonId>,
    /// No heroes: they live with one.
    others: Vec<PersonId>,
}

/// Opens their files.
pub(super) fn people(
    demo: &mut Demo<'_, '_>,
    registrar: &Registrar<'_>,
) -> Result<Heroes, DemoError> {
    let names = GROUPS
        .iter()
        .flat_map(|group| STEMS.map(|stem| format!("{group}{stem}")));
    let mut opened = Vec::new();
    for (index, name) in names.take(PEOPLE).enumerate() {
        let id = match index {
            0 => literal(ids::HOUSEHOLD_HERO.parse())?,
            38 => literal(ids::HOUSEMATE.parse())?,
            39 => literal(ids::HOUSEHOLDER.parse())?,
            _ => demo.tx.new_id(),
        };
        let draft = Draft {
            region: Some(registrar.city),
            file_origin: FileOrigin::Historic,
            name: Some(literal(PersonName::parse(&name))?),
            life_status: match index {
                DEAD => LifeStatus::Deceased,
                _ => LifeStatus::Living,
            },
            ..synthetic()?
        };
        opened.push(open(demo, registrar, (id, draft), &[])?.id);
    }
    let mut all = opened.into_iter();
    let living: Vec<PersonId> = all.by_ref().take(DEAD).collect();
    let mut next = || literal(all.next().ok_or("a synthetic hero is missing"));
    let (dead, late) = (next()?, next()?);
    let mut revoked: Vec<PersonId> = all.by_ref().take(3).collect();
    let others = all.by_ref().take(3).collect();
    revoked.extend(all);
    Ok(Heroes {
        living,
        dead,
        late,
        revoked,
        others,
    })
}

/// How many they are.
const PEOPLE: usize = 42;

/// The place of the hero who died, after those who live.
const DEAD: usize = 32;

/// A plaque with the steps that were taken in it, and how many days ago.
struct Walked {
    file: Option<&'static str>,
    case: Option<&'static str>,
    region: RegionCode,
    asked: bool,
    heroes: Vec<PersonId>,
    /// Who lives with them.
    others: Vec<PersonId>,
    /// Who moves out afterwards.
    leaves: Option<PersonId>,
    steps: Steps,
}

/// Enters them all. Answers the papers in their files.
pub(super) fn fill(
    diary: &mut Diary,
    (tx, city): (&Tx<'_>, RegionCode),
    heroes: &Heroes,
) -> Result<Vec<(PlaqueId, AttachmentId)>, DemoError> {
    let (first, second) = heroes.living.split_at(heroes.living.len() / 2);
    let dead = [heroes.dead];
    for (people, course, days_before) in [
        (first, Course::Confirmed(24), 40),
        (second, Course::Confirmed(24), 41),
        (&dead[..], Course::Confirmed(24), 42),
        (&[heroes.late][..], Course::Confirmed(5), 43),
        (&heroes.revoked[..], Course::Revoked, 44),
    ] {
        confirm_together(diary, tx, (city, people), (course, days_before))?;
    }
    let mut made = Made::new(tx)?;
    // The first hero waits for a plaque, as does everybody after the last one.
    let household = literal(ids::HOUSEHOLD.parse())?;
    let waits = heroes.living.first().copied();
    enter_household(diary, (household, city), waits.into_iter().collect());
    for walked in made.seeds(city, literal(RegionCode::parse(COUNTY))?, heroes)? {
        enter(diary, tx, walked, &mut made)?;
    }
    Ok(made.papers)
}

fn enter_household(diary: &mut Diary, home: (HouseholdId, RegionCode), members: Vec<PersonId>) {
    diary.enter(22, move |demo| {
        demo.command(22, None, |acting| {
            let (_, change) = keep(acting, &RegionScope::City, home, &members)?;
            Ok(((), vec![change]))
        })
    });
}

fn enter(diary: &mut Diary, tx: &Tx<'_>, walked: Walked, made: &mut Made) -> Result<(), DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    let household: HouseholdId = tx.new_id();
    let members = walked
        .heroes
        .iter()
        .chain(&walked.others)
        .copied()
        .collect();
    enter_household(diary, (household, walked.region), members);
    let new = new_ids::<Plaque>(tx, walked.file, walked.case)?;
    let wanted = Registered {
        household,
        heroes: walked.heroes,
        text: None,
        filed_by: if walked.asked {
            FiledBy::Actor
        } else {
            FiledBy::OwnMotion
        },
        received_on: day(tx.today(), 21),
        late_because: None,
    };
    diary.open(21, move |acting, policies| {
        let scope = (client, &RegionScope::City);
        register(acting, policies, scope, new, &wanted)
    });
    let paper = (walked.file == Some(ids::PLAQUE_ORDERED))
        .then_some((DocumentKind::PlaqueOrder, ids::PLAQUE_ORDER_PAPER));
    let steps = made.with_papers(new.file, tx, walked.steps);
    diary.walk::<Plaque>(new.file, paper, steps, |_| None)?;
    if let Some(person) = walked.leaves {
        diary.enter(4, move |demo| leave(demo, household, person));
    }
    Ok(())
}

/// The hero moves out, and nobody has looked at the plaque since.
fn leave(
    demo: &mut Demo<'_, '_>,
    household: HouseholdId,
    person: PersonId,
) -> Result<(), DemoError> {
    demo.command(4, None, |acting| {
        let found = households::find(acting.tx, &RegionScope::City, household)?;
        let Some(mut found) = found else {
            return Ok(((), Vec::new()));
        };
        households::remove(acting.tx, &mut found, person)?;
        let change = crate::households::changed("household.member_left", &found);
        Ok(((), vec![change]))
    })
}
