//! The bodies that are to grant: each once, with where it sits, and whether it may.

use super::{GrantingBody, case::Case};
use crate::{
    policy::{Authority, AuthorityKind, HonourLevel},
    regions::{Level, RegionCode, RegionTree},
};

/// What the names of national bodies begin with.
const OF_THE_NATION: [&str; 3] = ["中央", "全国", "国务院"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seat {
    Nation,
    Region(RegionCode),
}

/// A body that is named, and where it sits; none where neither its region nor its name tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body<'a> {
    pub(super) named: &'a GrantingBody,
    pub(super) seat: Option<Seat>,
}

/// Whether a body is the one that has to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    Is,
    IsNot,
    /// Where it sits is not known.
    Unclear,
}

/// The bodies, each once: a body that is named twice is one.
pub(super) fn each_once<'a>(
    named: &'a [GrantingBody],
    city: &RegionCode,
    regions: &RegionTree,
) -> Vec<Body<'a>> {
    let mut bodies: Vec<Body<'a>> = Vec::new();
    for named in named {
        let seat = seat(named, city, regions);
        let is_known = bodies.iter().any(|other| {
            let same_name = other.named.name.trim() == named.name.trim();
            let same_seat = seat.is_some() && other.seat == seat;
            same_name || (same_seat && other.named.kind == named.kind)
        });
        if !is_known {
            bodies.push(Body { named, seat });
        }
    }
    bodies
}

impl Body<'_> {
    /// Whether it is an authority that grants at a level.
    pub(super) fn fits(&self, authority: &Authority, level: HonourLevel, case: &Case<'_>) -> Fit {
        if self.named.kind != authority.kind {
            return Fit::IsNot;
        }
        let is_named = self.named.region.is_none() && self.named.name.trim() == authority.name.zh;
        if is_named || authority.kind == AuthorityKind::NationalSelection {
            return Fit::Is;
        }
        match self.seat {
            None => Fit::Unclear,
            Some(seat) if seat.is_of(level, case) => Fit::Is,
            Some(_) => Fit::IsNot,
        }
    }

    /// Whether it is a government that grants titles of a level.
    pub(super) fn governs(&self, level: HonourLevel, case: &Case<'_>) -> bool {
        self.named.kind == AuthorityKind::Government
            && self.seat.is_some_and(|seat| seat.is_of(level, case))
    }
}

impl Seat {
    /// Whether bodies that sit here are those of a level, seen from the city.
    fn is_of(self, level: HonourLevel, case: &Case<'_>) -> bool {
        let city = case.policy.terms().city.region;
        match (level, self) {
            (HonourLevel::National, Seat::Nation) => true,
            (HonourLevel::Provincial, Seat::Region(region)) => {
                let province = case.regions.ancestors(&city).last();
                province.is_some_and(|province| province.code == region)
            }
            (HonourLevel::Municipal, Seat::Region(region)) => region == city,
            (HonourLevel::County, Seat::Region(region)) => {
                let is_county = case.regions.get(&region).is_some_and(|region| {
                    matches!(region.level, Level::County | Level::FunctionalZone)
                });
                is_county && case.regions.is_within(&region, &city)
            }
            _ => false,
        }
    }
}

fn seat(body: &GrantingBody, city: &RegionCode, regions: &RegionTree) -> Option<Seat> {
    match body.region {
        Some(region) => Some(Seat::Region(regions.resolve(&region)?.region.code)),
        None => seat_by_name(body.name.trim(), city, regions),
    }
}

/// Where a body sits whose name begins with that of its region, with or without those above it. Of
/// regions of one name it is that of the city's own, else nobody can say.
fn seat_by_name(name: &str, city: &RegionCode, regions: &RegionTree) -> Option<Seat> {
    let name = name.strip_prefix("中共").unwrap_or(name);
    if OF_THE_NATION.iter().any(|nation| name.starts_with(nation)) {
        return Some(Seat::Nation);
    }
    let mut longest = 0;
    let mut found: Vec<RegionCode> = Vec::new();
    let in_name = |region: &&crate::regions::Region| name.contains(region.name.as_str());
    for region in regions.iter().filter(in_name) {
        let mut written = region.name.clone();
        let mut length = prefix_length(name, &written);
        for above in regions.ancestors(&region.code) {
            written.insert_str(0, &above.name);
            length = length.max(prefix_length(name, &written));
        }
        if length > longest {
            longest = length;
            found.clear();
        }
        if length > 0 && length == longest {
            found.push(region.code);
        }
    }
    match found.as_slice() {
        [one] => Some(Seat::Region(*one)),
        several => several
            .iter()
            .find(|code| regions.is_within(code, city))
            .map(|code| Seat::Region(*code)),
    }
}

fn prefix_length(name: &str, prefix: &str) -> usize {
    if name.starts_with(prefix) {
        prefix.len()
    } else {
        0
    }
}
