use chrono::NaiveDate;

use super::{Score, TierFacts};
use crate::{
    policy::{CommendationKind, HonourLevel, Law, Policy, TierPolicy, Title, TitleRoute},
    receipts::Text,
};

pub(super) struct Case<'a> {
    pub(super) facts: &'a TierFacts,
    pub(super) policy: &'a Policy,
    pub(super) today: NaiveDate,
    pub(super) score: Score,
    pub(super) suggested: Option<HonourLevel>,
}

impl<'a> Case<'a> {
    pub(super) fn new(facts: &'a TierFacts, policy: &'a Policy, today: NaiveDate) -> Self {
        let rules = &policy.terms().tier;
        let score = Score::of(facts, rules);
        let suggested = score.level(facts.influence, rules);
        Case {
            facts,
            policy,
            today,
            score,
            suggested,
        }
    }

    /// The policy as it binds on the day of the case.
    pub(super) fn law(&self) -> Law<'a> {
        self.policy
            .on(self.facts.nominated_on.unwrap_or(self.today))
    }

    pub(super) fn rules(&self) -> &'a TierPolicy {
        &self.policy.terms().tier
    }

    /// The title asked for, if the catalogue has it.
    pub(super) fn requested_title(&self) -> Option<&'a Title> {
        self.policy.title(self.facts.requested_title.as_ref()?)
    }

    /// Whether somebody asks for a level, a title or a state award, rather than for advice.
    pub(super) fn is_request(&self) -> bool {
        self.facts.requested_level.is_some()
            || self.facts.requested_title.is_some()
            || self.facts.requested_kind.is_some()
    }

    pub(super) fn requested_level(&self) -> Option<HonourLevel> {
        self.requested_title()
            .map(|title| title.level)
            .or(self.facts.requested_level)
    }

    /// The level asked for, else the one that the criteria suggest.
    pub(super) fn level(&self) -> Option<HonourLevel> {
        self.requested_level().or(self.suggested)
    }

    /// Praise or state award, if somebody asks for one or for a title that is one.
    pub(super) fn requested_kind(&self) -> Option<CommendationKind> {
        self.facts
            .requested_kind
            .or_else(|| self.requested_title().map(|title| title.kind))
    }

    /// The title asked for, else every title of the level that fits.
    pub(super) fn titles(&self) -> Vec<&'a Title> {
        if self.facts.requested_title.is_some() {
            return self.requested_title().into_iter().collect();
        }
        let Some(level) = self.level() else {
            return Vec::new();
        };
        self.titles_of(level)
            .filter(|title| {
                self.facts
                    .requested_kind
                    .is_none_or(|kind| kind == title.kind)
            })
            .collect()
    }

    /// The titles of a level that a person or group of the case can reach by these rules.
    pub(super) fn titles_of(&self, level: HonourLevel) -> impl Iterator<Item = &'a Title> {
        let recipient = self.facts.recipient;
        self.policy.terms().titles.iter().filter(move |title| {
            title.level == level && title.recipient == recipient && title.route == TitleRoute::Tier
        })
    }

    /// Whether this title was granted for this deed before; none while not stated.
    pub(super) fn already_granted(&self, title: &Title) -> Option<bool> {
        self.facts.titles_held.as_ref().map(|held| {
            held.iter()
                .any(|held| held.same_deed && held.title == title.id)
        })
    }
}

pub(super) fn names(titles: &[&Title]) -> Text {
    Text::list(titles.iter().map(|title| &title.text))
}
