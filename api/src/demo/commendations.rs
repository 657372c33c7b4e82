//! Commendations: synthetic heroes in every state from the nomination to the conferral, and to the end of a
//! title; and a round that takes nominations.

mod made;
mod seeds;

use domain::commendations::{Basis, Commendation, Nominator, Texts};
use domain::documents::DocumentKind;
use domain::identity::PersonName;
use domain::ids::{DeedId, PersonId};
use domain::people::{Draft, FileOrigin, LifeStatus, Registrar};
use domain::policy::{Harm, InfluenceArea, TitleId};
use domain::regions::RegionCode;
use domain::text::{Line, Paragraphs};
use persistence::{RegionScope, Tx};

use super::cases::{self, Diary, day, new_ids};
use super::deeds::{Course, confirm_together};
use super::people::{open, synthetic};
use super::{Demo, DemoError, literal};
use crate::commendations::{Member, Nominated, nominate};
use crate::contract::examples::ids;
use made::Made;

type Steps = cases::Steps<Commendation>;

/// The county whose nominations go up to the city.
const COUNTY: &str = "371502";
/// What the names of a group begin with, and of what they are one.
const GROUPS: [&str; 4] = ["测试荐", "测试颂", "测试彰", "测试授"];
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
/// How many act together in one deed at most.
const TOGETHER: usize = 18;
/// The place of the hero who died in the deed, after those who live.
const DEAD: usize = 35;

/// Opens the files of those who are nominated.
pub(super) fn people(
    demo: &mut Demo<'_, '_>,
    registrar: &Registrar<'_>,
) -> Result<Vec<PersonId>, DemoError> {
    let names = GROUPS
        .iter()
        .flat_map(|group| STEMS.map(|stem| format!("{group}{stem}")));
    let mut opened = Vec::new();
    for (index, name) in names.enumerate() {
        let id = match index {
            39 => literal(ids::PERSON_LEFT_OUT.parse())?,
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
    Ok(opened)
}

/// A nomination with the steps that were taken in it, and how many days ago.
struct Walked {
    file: &'static str,
    region: RegionCode,
    title: &'static str,
    group: Option<&'static str>,
    basis: DeedId,
    nominated: u64,
    members: Vec<(PersonId, Harm)>,
    steps: Steps,
}

/// Enters them all.
pub(super) fn fill(
    diary: &mut Diary,
    (tx, city): (&Tx<'_>, RegionCode),
    heroes: &[PersonId],
) -> Result<(), DemoError> {
    let (alone, together) = heroes.split_at(DEAD + 1);
    let mut deeds = Vec::new();
    for (people, days_before) in alone.chunks(TOGETHER).chain([together]).zip(50..) {
        let course = (Course::Confirmed(24), days_before);
        let deed = confirm_together(diary, tx, (city, people), course)?;
        deeds.push((deed, people.to_vec()));
    }
    let made = Made::new(tx)?;
    for walked in made.seeds(city, literal(RegionCode::parse(COUNTY))?, &deeds)? {
        enter(diary, tx, walked)?;
    }
    Ok(())
}

fn enter(diary: &mut Diary, tx: &Tx<'_>, walked: Walked) -> Result<(), DemoError> {
    let client = literal(ids::CLIENT.parse())?;
    let case = (walked.file == ids::COMMENDATION).then_some(ids::COMMENDATION_CASE);
    let new = new_ids::<Commendation>(tx, Some(walked.file), case)?;
    let story = "演示数据：测试人员跳入河中，救起一名落水者。";
    let nominated = Nominated {
        region: walked.region,
        title: TitleId::new(walked.title),
        basis: Basis::Deed(walked.basis),
        nominator: Nominator::County,
        group: literal(walked.group.map(Line::parse).transpose())?,
        unit: Some(literal(Line::parse("测试单位职工"))?),
        texts: Texts {
            brief: literal(Line::parse("演示：跳入河中救起落水者"))?,
            summary: literal(Paragraphs::parse(story))?,
            story: literal(Paragraphs::parse(story))?,
        },
        risk: domain::commendations::Grade::new(3),
        loss_averted: domain::commendations::Grade::new(3),
        influence: Some(InfluenceArea::City),
        secrecy: None,
        nominated_on: day(tx.today(), walked.nominated),
        late_because: None,
        members: walked
            .members
            .iter()
            .map(|(person, harm)| Member {
                person: *person,
                harm: Some(*harm),
                cost: None,
                weight: 1,
            })
            .collect(),
    };
    diary.open(walked.nominated, move |acting, policies| {
        let scope = (client, &RegionScope::City);
        nominate(acting, policies, scope, new, &nominated)
    });
    let paper = (walked.file == ids::COMMENDATION_CONFERRED)
        .then_some((DocumentKind::AwardCertificate, ids::AWARD_CERTIFICATE));
    diary.walk::<Commendation>(new.file, paper, walked.steps, |_| None)
}
