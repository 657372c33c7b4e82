use crate::regions::{Level, Place, RegionCode, RegionTree};

/// The region whose body handles what came in: the county or zone where it happened (Shandong
/// Regulation on Rewarding and Protecting People Who Act Bravely, article 10; rule `FILE-WHERE`).
/// For a deed elsewhere it is the county from which the actor comes, and where neither lies in the
/// city or is known, the city, which forwards it.
pub fn handled_by(
    place: Option<&Place>,
    home: Option<&RegionCode>,
    tree: &RegionTree,
    city: RegionCode,
) -> RegionCode {
    let county = |code: &RegionCode| {
        let region = tree.resolve(code)?.region;
        let is_county = matches!(region.level, Level::County | Level::FunctionalZone);
        (is_county && tree.is_within(&region.code, &city)).then_some(region.code)
    };
    let here = place.and_then(|place| match place {
        Place::Region(code) => Some(code),
        Place::Abroad(_) => None,
    });
    // Somewhere in the city, but the county is not stated: not a deed elsewhere.
    let in_city = here.is_some_and(|code| tree.is_within(code, &city));
    here.and_then(county)
        .or_else(|| home.filter(|_| !in_city).and_then(county))
        .unwrap_or(city)
}
