//! Dates, places and laws in the words of an official document.

use chrono::{Datelike, NaiveDate};

use super::Matter;
use crate::{
    calendar::{PartialDate, Precision},
    decisions::{LegalBasis, RuleId},
    deeds::Incident,
    procedure::Procedure,
    regions::{Place, RegionTree},
};

/// `2026年3月10日`.
pub(super) fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// When and where it happened, as the beginning of a sentence: `2026年3月10日，在山东省聊城市，`.
pub(super) fn when_and_where(incident: &Incident, regions: &RegionTree) -> String {
    let when = partial_date(incident.occurred_on);
    let place = incident.place.and_then(|place| match place {
        Place::Region(code) => regions.full_name(&code),
        Place::Abroad(_) => Some("国（境）外".to_owned()),
    });
    let place = place.map(|place| format!("在{place}"));
    when.into_iter()
        .chain(place)
        .flat_map(|part| [part, "，".to_owned()])
        .collect()
}

fn partial_date(on: PartialDate) -> Option<String> {
    let first = on.earliest()?;
    Some(match on.precision() {
        Precision::Day | Precision::Unknown => date(first),
        Precision::Month => format!("{}年{}月", first.year(), first.month()),
        Precision::Year => format!("{}年", first.year()),
    })
}

impl<P: Procedure> Matter<'_, P> {
    /// The law on which a rule rests first, as it binds when the report was received; what else a
    /// policy names only bounds it.
    pub(super) fn laws(&self, rule: RuleId) -> String {
        let Some(first) = self.first() else {
            return String::new();
        };
        let law = self.policy.on(first.case.received_on());
        let mut sources = law.sources_of(rule);
        sources.retain(|source| source.kind.binds());
        let first = sources.first().map(|source| source.law_title.clone());
        sources.retain(|source| Some(&source.law_title) == first.as_ref());
        cited(&sources)
    }

    /// What the city tells about remedies outside this procedure, where that is signed off.
    pub(super) fn remedies(&self) -> Option<String> {
        let decision = &self.policy.terms().deeds.decision;
        decision.remedies.as_ref().map(|text| text.zh.clone())
    }
}

/// `《山东省见义勇为人员奖励和保护条例》第十三条`, only what binds.
pub(super) fn cited(sources: &[LegalBasis]) -> String {
    let sources: Vec<String> = sources
        .iter()
        .filter(|source| source.kind.binds())
        .map(|source| {
            let title = source.law_title.zh.trim_matches(['《', '》']);
            format!("《{title}》{}", source.article.as_deref().unwrap_or(""))
        })
        .collect();
    sources.join("、")
}
