//! The bodies of the city and of each county and zone, each with one synthetic officer.
//!
//! The committee and the foundation of the city bear the names under which they were published; the
//! others are marked as made up.

use domain::identity::PersonName;
use domain::ids::{OfficerId, OrganisationId};
use domain::organisations::{OrganisationKind, OrganisationName, OrganisationProfile, Position};
use domain::regions::{Region, RegionTree};
use persistence::RegionScope;
use persistence::organisations::Organisation;

use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::{officers, organisations};

const OF_THE_CITY: [(OrganisationKind, &str); 4] = [
    (
        OrganisationKind::PoliticalLegalCommittee,
        "中共聊城市委政法委员会",
    ),
    (OrganisationKind::Foundation, "聊城市见义勇为基金会"),
    (OrganisationKind::Police, "测试聊城市公安局"),
    (OrganisationKind::CivilAffairs, "测试聊城市民政局"),
];

/// The officers of the first bodies, in their order.
const OFFICERS: [&str; 5] = [
    ids::OFFICER,
    ids::CO_SIGNER,
    ids::POLICE_OFFICER,
    ids::CIVIL_AFFAIRS_OFFICER,
    ids::COUNTY_OFFICER,
];

/// What distinguishes the officers, as many as there are bodies.
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

/// Registers them and gives their ids.
pub(super) fn fill(demo: &mut Demo<'_, '_>) -> Result<Vec<OrganisationId>, DemoError> {
    let of_the_city = OF_THE_CITY.map(|(kind, name)| (kind, name.to_owned(), demo.city));
    let of_the_regions = RegionTree::current().children(&demo.city).map(|region| {
        let kind = OrganisationKind::PoliticalLegalCommittee;
        (kind, committee(region), region.code)
    });
    let mut registered = Vec::new();
    let mut fixed = OFFICERS.into_iter();
    for ((kind, name, region), stem) in of_the_city
        .into_iter()
        .chain(of_the_regions)
        .zip(STEMS.chars())
    {
        let profile = OrganisationProfile {
            name: literal(OrganisationName::parse(&name))?,
            kind,
            region,
            credit_code: None,
        };
        // The committee of the city comes first, and the first county after the city's own bodies.
        let id = if registered.len() == OF_THE_CITY.len() {
            literal(ids::ORGANISATION.parse())?
        } else {
            demo.tx.new_id()
        };
        let officer = match fixed.next() {
            Some(id) => literal(id.parse())?,
            None => demo.tx.new_id(),
        };
        register(demo, id, &profile, (officer, stem))?;
        registered.push(id);
    }
    let city = registered.first().copied();
    let county = registered.get(OF_THE_CITY.len()).copied();
    second_officer(demo, city, (ids::SECOND_OFFICER, "测试经办员又"))?;
    second_officer(demo, county, (ids::COUNTY_SECOND_OFFICER, "测试经办员再"))?;
    Ok(registered)
}

fn committee(region: &Region) -> String {
    format!("测试{}政法委员会", region.name)
}

fn register(
    demo: &mut Demo<'_, '_>,
    id: OrganisationId,
    profile: &OrganisationProfile,
    (officer, stem): (OfficerId, char),
) -> Result<(), DemoError> {
    let (organisation, registered) = organisations::register(demo.tx, id, profile)?;
    demo.record(&registered)?;
    let name = literal(PersonName::parse(&format!("测试经办员{stem}")))?;
    register_officer(demo, &organisation, officer, &name)
}

/// The committees that decide in the demonstration have two officers, since decisions need two different
/// ones.
fn second_officer(
    demo: &mut Demo<'_, '_>,
    committee: Option<OrganisationId>,
    (id, name): (&str, &str),
) -> Result<(), DemoError> {
    let Some(committee) = committee else {
        return Ok(());
    };
    let organisation = persistence::organisations::find(demo.tx, &RegionScope::City, committee)?
        .ok_or_else(|| DemoError::Data("a committee is missing".to_owned()))?;
    let (id, name) = (literal(id.parse())?, literal(PersonName::parse(name))?);
    register_officer(demo, &organisation, id, &name)
}

fn register_officer(
    demo: &mut Demo<'_, '_>,
    organisation: &Organisation,
    id: OfficerId,
    name: &PersonName,
) -> Result<(), DemoError> {
    let position = literal(Position::parse("测试经办员"))?;
    let written = (name, &position);
    let (_, registered) = officers::register(demo.tx, id, organisation, written)?;
    demo.record(&registered)
}
