use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    Score, TierFacts,
    authority::{Grant, signed},
    body::{Body, each_once},
};
use crate::{
    policy::{CommendationKind, HonourLevel, Law, Policy, TierPolicy, Title, TitleRoute},
    receipts::Text,
    regions::RegionTree,
};

pub(super) struct Case<'a> {
    pub(super) facts: &'a TierFacts,
    pub(super) policy: &'a Policy,
    pub(super) regions: &'a RegionTree,
    pub(super) today: NaiveDate,
    pub(super) score: Score,
    pub(super) suggested: Option<HonourLevel>,
    /// Those who are to grant, each once.
    pub(super) bodies: Vec<Body<'a>>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        facts: &'a TierFacts,
        policy: &'a Policy,
        regions: &'a RegionTree,
        today: NaiveDate,
    ) -> Self {
        let rules = &policy.terms().tier;
        let score = Score::of(facts, rules);
        let suggested = score.level(facts, rules);
        Case {
            facts,
            policy,
            regions,
            today,
            score,
            suggested,
            bodies: each_once(&facts.granting_bodies, &policy.terms().city.region, regions),
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

    /// The title asked for, if the catalogue has it. Where it has one of these words as praise and as
    /// a state award, the one that is asked for, else the one that the bodies named grant.
    pub(super) fn requested_title(&self) -> Option<&'a Title> {
        let named = self.policy.title(self.facts.requested_title.as_ref()?)?;
        let alike = || {
            let titles = self.policy.terms().titles.iter();
            titles.filter(move |title| title.is_called_like(named))
        };
        match self.facts.requested_kind {
            Some(kind) => Some(alike().find(|title| title.kind == kind).unwrap_or(named)),
            None => std::iter::once(named)
                .chain(alike())
                .min_by_key(|title| signed(self, Grant::of(title))),
        }
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
            .into_iter()
            .filter(|title| {
                self.facts
                    .requested_kind
                    .is_none_or(|kind| kind == title.kind)
            })
            .collect()
    }

    /// The titles of a level that a person or group of the case can reach by these rules.
    /// The highest first.
    pub(super) fn titles_of(&self, level: HonourLevel) -> Vec<&'a Title> {
        let recipient = self.facts.recipient;
        // A listing is no praise, and nobody is advised to give one.
        let fits = |title: &&Title| {
            title.level == level
                && title.recipient == recipient
                && title.route == TitleRoute::Tier
                && !self.policy.is_listing(&title.id)
        };
        let mut titles: Vec<&Title> = self.policy.terms().titles.iter().filter(fits).collect();
        titles.sort_by_key(|title| title.rank.unwrap_or(u32::MAX));
        titles
    }

    /// Whether this title was granted for this deed before, as praise or as a state award; none while
    /// not stated.
    pub(super) fn already_granted(&self, title: &Title) -> Option<bool> {
        self.facts.titles_held.as_ref().map(|held| {
            held.iter()
                .any(|held| held.same_deed && self.policy.is_same_title(&held.title, &title.id))
        })
    }
}

/// The words of titles, each once: what is praise and state award is one title.
pub(super) fn names(titles: &[&Title]) -> Text {
    let mut seen = BTreeSet::new();
    let texts = titles.iter().map(|title| &title.text);
    Text::list(texts.filter(|text| seen.insert(&text.zh)))
}
