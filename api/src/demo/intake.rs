//! Two synthetic applications and a clue that wait for an officer.

use domain::calendar::{PartialDate, Precision};
use domain::deeds::eligibility::{ActType, Filer};
use domain::identity::{PersonName, PhoneNumber};
use domain::intake::{Applicant, Application, Clue, Contact, ToldActor, TrackingCode};
use domain::regions::{Place, RegionCode};
use domain::text::{Line, Paragraphs};

use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::intake::{receive_application, receive_clue};

/// The county that handles them.
const COUNTY: &str = "371502";
/// The code of the application that nobody is to follow: it is not in the examples.
const OTHER_CODE: &str = "DEMX-DEMX-DEMX-DEMX-DEMX-DEMX-DEMX-DEMY";

/// Files them.
pub(super) fn fill(demo: &mut Demo<'_, '_>) -> Result<(), DemoError> {
    let county = literal(RegionCode::parse(COUNTY))?;
    for (id, code) in [
        (ids::APPLICATION, OTHER_CODE),
        (ids::APPLICATION_TRACKED, ids::TRACKING_CODE),
    ] {
        let id = literal(id.parse())?;
        let code = literal(TrackingCode::parse(code).ok_or("a tracking code"))?;
        let new = (id, county, application(county)?);
        let (_, received) = receive_application(demo.tx, new, &code)?;
        demo.record(&received)?;
    }
    let id = literal(ids::CLUE.parse())?;
    let (_, received) = receive_clue(demo.tx, (id, county, clue(county)?))?;
    demo.record(&received)
}

fn application(county: RegionCode) -> Result<Application, DemoError> {
    Ok(Application {
        applicant: Applicant {
            filer: Filer::CloseRelative,
            name: literal(PersonName::parse("测试申请人"))?,
            phone: literal(PhoneNumber::parse("19900000002"))?,
        },
        actors: vec![ToldActor {
            name: literal(PersonName::parse("测试行为人"))?,
            citizen_number: None,
        }],
        act_types: vec![ActType::Rescue],
        occurred_on: literal(PartialDate::parse(Precision::Day, Some("2026-10-08")))?,
        place: Some(Place::Region(county)),
        summary: literal(Paragraphs::parse(
            "演示数据：测试行为人跳入河中，救起一名落水者。",
        ))?,
        beneficiaries: vec![literal(Line::parse("测试受益人"))?],
    })
}

fn clue(county: RegionCode) -> Result<Clue, DemoError> {
    Ok(Clue {
        text: literal(Paragraphs::parse(
            "演示数据：听说有人在河边救起一名落水者，没有留下姓名。",
        ))?,
        occurred_on: literal(PartialDate::parse(Precision::Month, Some("2026-10")))?,
        place: Some(Place::Region(county)),
        contact: Some(Contact {
            name: None,
            phone: literal(PhoneNumber::parse("19900000003"))?,
        }),
    })
}
