//! Synthetic people: for each published deed a twin with complete data, one in each county and zone.
//!
//! Their names begin with 测试. The citizen numbers have true check characters and birth dates more
//! than a hundred years ago, so that they are nobody's today.

use domain::calendar::{PartialDate, Precision};
use domain::error::FieldErrors;
use domain::identity::{CitizenNumber, PersonName, PhoneNumber};
use domain::ids::{MatchTaskId, PersonId};
use domain::people::{
    Address, Draft, FileOrigin, LifeStatus, Origin, Person, PersonEvent, Registrar, register,
    revise,
};
use domain::policy::OriginBasis;
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::{RegionScope, officers, people};

use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::people::keep_registered;
use crate::procedure::{Before, person_changed};

/// What differs between the twins.
struct Twin {
    name: &'static str,
    region: &'static str,
    citizen_number: &'static str,
    phone: &'static str,
    address: &'static str,
    basis: OriginBasis,
    died_on: Option<&'static str>,
}

/// In the order of the published deeds, five in the city and five elsewhere.
#[rustfmt::skip]
const TWINS: [Twin; 10] = [
    Twin { name: "测试甲", region: "371502", citizen_number: "371502190001010011", phone: "19900000001", address: "测试路1号", basis: OriginBasis::HukouNow, died_on: None },
    Twin { name: "测试乙", region: "371503", citizen_number: "371503190101010023", phone: "19900000002", address: "测试路2号", basis: OriginBasis::HukouNow, died_on: None },
    Twin { name: "测试丙", region: "371524", citizen_number: "371524190201010014", phone: "19900000003", address: "测试路3号", basis: OriginBasis::HukouPast, died_on: None },
    Twin { name: "测试丁", region: "371526", citizen_number: "371526190301010022", phone: "19900000004", address: "测试路4号", basis: OriginBasis::Jiguan, died_on: None },
    Twin { name: "测试戊", region: "LCKF", citizen_number: "371502190401010010", phone: "19900000005", address: "测试路5号", basis: OriginBasis::BirthOnly, died_on: None },
    Twin { name: "测试己", region: "371581", citizen_number: "371581190501010021", phone: "19900000006", address: "测试路6号", basis: OriginBasis::HukouNow, died_on: Some("2024-01-01") },
    Twin { name: "测试庚", region: "371521", citizen_number: "371521190601010014", phone: "19900000007", address: "测试路7号", basis: OriginBasis::HukouPast, died_on: Some("2024-01-02") },
    Twin { name: "测试辛", region: "371522", citizen_number: "371522190701010026", phone: "19900000008", address: "测试路8号", basis: OriginBasis::Jiguan, died_on: None },
    Twin { name: "测试壬", region: "371525", citizen_number: "371525190801010014", phone: "19900000009", address: "测试路9号", basis: OriginBasis::HukouNow, died_on: None },
    Twin { name: "测试癸", region: "LCDJ", citizen_number: "371502190901010025", phone: "19900000010", address: "测试路10号", basis: OriginBasis::HukouNow, died_on: None },
];

/// The zone that registers a twin once more, under the same number.
const SECOND_KEEPER: &str = "LCGX";

/// Who are registered under a wrong name, which is put right after a notice or certificate named them.
#[rustfmt::skip]
const MISSPELT: [(&str, Twin, &str); 2] = [
    (ids::PERSON_RENAMED, Twin { name: "测试字", region: "371502", citizen_number: "37150219110101003X", phone: "19900000011", address: "测试路11号", basis: OriginBasis::HukouNow, died_on: None }, "测试子"),
    (ids::PERSON_MISNAMED, Twin { name: "测试扭", region: "371502", citizen_number: "371502191201010045", phone: "19900000012", address: "测试路12号", basis: OriginBasis::HukouNow, died_on: None }, "测试丑"),
];

const SOURCE: &str = "演示数据，并非真实人员";

/// Opens the files of the synthetic people, and the one match task. Answers the twins in their order.
pub(super) fn fill(
    demo: &mut Demo<'_, '_>,
    registrar: &Registrar<'_>,
) -> Result<Vec<Person>, DemoError> {
    let mut twins = Vec::new();
    let mut example = Some(literal(ids::PERSON.parse())?);
    for twin in &TWINS {
        let id = example.take().unwrap_or_else(|| demo.tx.new_id());
        twins.push(open(demo, registrar, (id, draft(twin)?), &[])?);
    }
    let [twin, .., registered_twice] = &TWINS;
    let paper = Draft {
        region: Some(registrar.city),
        file_origin: FileOrigin::Historic,
        name: draft(twin)?.name,
        ..synthetic()?
    };
    let id = literal(ids::PAPER_FILE.parse())?;
    open(demo, registrar, (id, paper), &[])?;
    for (id, misspelt, _) in &MISSPELT {
        open(
            demo,
            registrar,
            (literal(id.parse())?, draft(misspelt)?),
            &[],
        )?;
    }
    // A second region registers somebody who has a file elsewhere: the city gets a task.
    let second = Draft {
        region: Some(literal(RegionCode::parse(SECOND_KEEPER))?),
        ..draft(registered_twice)?
    };
    let task = literal(ids::MATCH_TASK.parse())?;
    let first = literal(twins.last().ok_or("a twin is missing"))?.id;
    let id = demo.tx.new_id();
    open(demo, registrar, (id, second), &[(task, first)])?;
    Ok(twins)
}

/// Puts the names right that were wrong.
pub(super) fn rename(demo: &mut Demo<'_, '_>) -> Result<(), DemoError> {
    let (policies, city) = (demo.policies, demo.city);
    let registrar = Registrar {
        city,
        regions: None,
        today: demo.tx.today(),
    };
    let client = literal(ids::CLIENT.parse())?;
    let officer = literal(ids::OFFICER.parse())?;
    let officer = officers::acting_for(demo.tx, client, officer)?;
    for (id, misspelt, name) in &MISSPELT {
        let found = people::find(demo.tx, &RegionScope::City, literal(id.parse())?)?;
        let current = literal(found.ok_or("a person is missing"))?;
        let draft = Draft {
            name: Some(literal(PersonName::parse(name))?),
            ..draft(misspelt)?
        };
        let revision = literal(revise(&current.file, draft, FieldErrors::new(), &registrar))?;
        let before = Before {
            file: &current.file,
            absorbed: None,
            client,
            scope: &RegionScope::City,
            city,
        };
        demo.command(0, officer.clone(), |acting| {
            let person = people::save(acting.tx, &current, &revision.file)?;
            let event = PersonEvent::Changed {
                changes: revision.changes.clone(),
            };
            people::append(acting.tx, &person, acting.principal, &event)?;
            let changes = person_changed(acting, policies.set(), &before, &person)?;
            Ok(((), changes))
        })?;
    }
    Ok(())
}

/// Opens the file of somebody of whom no more than the name is told.
pub(super) fn open_named(
    demo: &mut Demo<'_, '_>,
    registrar: &Registrar<'_>,
    (name, region): (&str, RegionCode),
) -> Result<Person, DemoError> {
    let draft = Draft {
        region: Some(region),
        file_origin: FileOrigin::Historic,
        name: Some(literal(PersonName::parse(name))?),
        life_status: LifeStatus::Living,
        origin: Some(Origin {
            basis: Some(OriginBasis::HukouNow),
            region,
        }),
        ..synthetic()?
    };
    let id = demo.tx.new_id();
    open(demo, registrar, (id, draft), &[])
}

pub(super) fn open(
    demo: &mut Demo<'_, '_>,
    registrar: &Registrar<'_>,
    (id, draft): (PersonId, Draft),
    elsewhere: &[(MatchTaskId, PersonId)],
) -> Result<Person, DemoError> {
    let file = literal(register(draft, FieldErrors::new(), registrar))?;
    demo.command(0, None, |acting| {
        keep_registered(acting, registrar.city, (id, &file), elsewhere)
    })
}

fn draft(twin: &Twin) -> Result<Draft, DemoError> {
    let region = literal(RegionCode::parse(twin.region))?;
    let died_on = twin
        .died_on
        .map(|day| literal(PartialDate::parse(Precision::Day, Some(day))))
        .transpose()?;
    Ok(Draft {
        region: Some(region),
        name: Some(literal(PersonName::parse(twin.name))?),
        citizen_number: Some(literal(CitizenNumber::parse(twin.citizen_number))?),
        phone: Some(literal(PhoneNumber::parse(twin.phone))?),
        address: Some(literal(Address::parse(twin.address))?),
        life_status: match died_on {
            Some(_) => LifeStatus::Deceased,
            None => LifeStatus::Living,
        },
        died_on: died_on.unwrap_or(PartialDate::UNKNOWN),
        household_region: Some(region),
        native_place: Some(literal(Line::parse("山东聊城"))?),
        origin: Some(Origin {
            basis: Some(twin.basis),
            region,
        }),
        ..synthetic()?
    })
}

pub(super) fn synthetic() -> Result<Draft, DemoError> {
    Ok(Draft {
        synthetic: true,
        source: Some(literal(Line::parse(SOURCE))?),
        ..Draft::default()
    })
}
