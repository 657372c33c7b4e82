use chrono::NaiveDate;

use super::DeedFacts;
use crate::{
    calendar::HolidayCalendar,
    policy::{DeedsPolicy, Law, Policy, ZoneBody},
    receipts::Text,
    regions::{Level, Place, RegionCode, RegionTree},
};

pub(super) struct Case<'a> {
    pub(super) facts: &'a DeedFacts,
    pub(super) policy: &'a Policy,
    pub(super) regions: &'a RegionTree,
    pub(super) calendar: &'a HolidayCalendar,
    pub(super) today: NaiveDate,
}

/// Where the deed happened, seen from the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In this county or zone of the city.
    County(RegionCode),
    /// In the city; in which county is not stated.
    City,
    InProvince,
    OutsideProvince,
    Abroad,
    /// The place is too coarse, or its code is unknown.
    Unclear,
    NotStated,
}

impl<'a> Case<'a> {
    /// The policy as it binds on the day of the case.
    pub(super) fn law(&self) -> Law<'a> {
        self.policy.on(self.facts.received_on.unwrap_or(self.today))
    }

    pub(super) fn rules(&self) -> &'a DeedsPolicy {
        &self.policy.terms().deeds
    }

    fn city(&self) -> &'a RegionCode {
        &self.policy.terms().city.region
    }

    pub(super) fn place(&self) -> Where {
        match self.facts.place {
            None => Where::NotStated,
            Some(Place::Abroad(_)) => Where::Abroad,
            Some(Place::Region(region)) => self.place_in_china(region),
        }
    }

    fn place_in_china(&self, region: RegionCode) -> Where {
        let is_part = self.regions.is_within(self.city(), &region);
        if self.regions.resolve(&region).is_none() {
            Where::Unclear
        } else if self.is_in_city(region) {
            self.county(region).map_or(Where::City, Where::County)
        } else if is_part {
            Where::Unclear
        } else if self.is_in_province(region) {
            Where::InProvince
        } else {
            Where::OutsideProvince
        }
    }

    pub(super) fn is_in_city(&self, region: RegionCode) -> bool {
        self.regions.is_within(&region, self.city())
    }

    fn is_in_province(&self, region: RegionCode) -> bool {
        self.regions
            .ancestors(self.city())
            .last()
            .is_some_and(|province| self.regions.is_within(&region, &province.code))
    }

    /// The county or zone of today that a code stands for.
    fn county(&self, region: RegionCode) -> Option<RegionCode> {
        let today = self.regions.resolve(&region)?.region;
        matches!(today.level, Level::County | Level::FunctionalZone).then_some(today.code)
    }

    /// The region whose body handles what happens in a county or zone, as policy routes zones.
    pub(super) fn body_of(&self, region: RegionCode) -> Option<RegionCode> {
        let county = self.county(region)?;
        let district = match self.rules().filing.zone_body {
            ZoneBody::Zone => None,
            ZoneBody::District => self.regions.get(&county).and_then(|today| today.lies_in),
        };
        Some(district.unwrap_or(county))
    }

    /// The region's full name of today, or its code where the tree has none.
    pub(super) fn name(&self, region: RegionCode) -> Text {
        self.regions.name_or_code(&region)
    }
}
