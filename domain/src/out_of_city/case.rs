use chrono::NaiveDate;

use super::{ConfirmationDocument, LocalConfirmation, OutOfCityFacts};
use crate::{
    calendar::HolidayCalendar,
    policy::{Law, OutOfCityPolicy, Policy},
    receipts::Text,
    regions::{RegionCode, RegionTree},
};

pub(super) struct Case<'a> {
    pub(super) facts: &'a OutOfCityFacts,
    pub(super) policy: &'a Policy,
    pub(super) regions: &'a RegionTree,
    pub(super) calendar: &'a HolidayCalendar,
    pub(super) today: NaiveDate,
}

/// Where a region lies, seen from the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Inside,
    Outside,
    /// The city is only a part of it, so nobody can say.
    TooCoarse,
    /// The tree does not know the code.
    NotInTree,
}

impl<'a> Case<'a> {
    /// The policy as it binds on the day of the case.
    pub(super) fn law(&self) -> Law<'a> {
        self.policy
            .on(self.facts.requested_on.unwrap_or(self.today))
    }

    pub(super) fn rules(&self) -> &'a OutOfCityPolicy {
        &self.policy.terms().out_of_city
    }

    pub(super) fn side(&self, region: RegionCode) -> Side {
        let city = &self.policy.terms().city.region;
        if self.regions.resolve(&region).is_none() {
            Side::NotInTree
        } else if self.regions.is_within(&region, city) {
            Side::Inside
        } else if self.regions.is_within(city, &region) {
            Side::TooCoarse
        } else {
            Side::Outside
        }
    }

    /// The region's full name of today, or its code where the tree has none.
    pub(super) fn name(&self, region: RegionCode) -> Text {
        self.regions.name_or_code(&region)
    }

    /// Whether the body that confirmed the deed took that back; none while nobody asked, or while
    /// there is no document.
    pub(super) fn withdrawn(&self) -> Option<bool> {
        self.document()?.withdrawn
    }

    pub(super) fn document(&self) -> Option<&'a ConfirmationDocument> {
        match &self.facts.local_confirmation {
            Some(LocalConfirmation::Present(document)) => Some(document),
            Some(LocalConfirmation::Absent) | None => None,
        }
    }
}
