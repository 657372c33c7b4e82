//! Dates, places and laws in the words of an official document.

use chrono::{Datelike, NaiveDate};

use super::Matter;
use crate::{
    calendar::{PartialDate, Precision},
    decisions::{Finding, LegalBasis, Outcome, RuleId},
    deeds::procedure::Refusal,
    regions::Place,
};

/// `2026年3月10日`.
pub(super) fn date(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// When and where it happened, as the beginning of a sentence: `2026年3月10日，在山东省聊城市，`.
pub(super) fn when_and_where(matter: &Matter<'_>) -> String {
    let when = partial_date(matter.incident.occurred_on);
    let place = matter.incident.place.and_then(|place| match place {
        Place::Region(code) => matter.regions.full_name(&code),
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

/// The law on which a rule rests first, as it binds when the report was received; what else a policy
/// names only bounds it.
pub(super) fn laws(matter: &Matter<'_>, rule: RuleId) -> String {
    let Some(first) = matter.first() else {
        return String::new();
    };
    let law = matter.policy.on(first.case.received_on());
    let mut sources = law.sources_of(rule);
    sources.retain(|source| source.kind.binds());
    let first = sources.first().map(|source| source.law_title.clone());
    sources.retain(|source| Some(&source.law_title) == first.as_ref());
    cited(&sources)
}

/// `《山东省见义勇为人员奖励和保护条例》第十三条`, only what binds.
fn cited(sources: &[LegalBasis]) -> String {
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

/// Why it was refused: the reason in a word and in the officer's words, and what the rules found, each with its law.
pub(super) fn reasons(matter: &Matter<'_>, refusal: &Refusal) -> Vec<String> {
    let officer = super::public_text::sentence(refusal.reason.as_str());
    let mut reasons = vec![format!("理由：{}。{officer}", refusal.code.text().zh)];
    for finding in findings(matter, refusal) {
        let laws = cited(&finding.basis);
        let reason = super::public_text::sentence(&finding.reason.zh);
        let found = if laws.is_empty() {
            format!("依规则评估：{reason}")
        } else {
            format!("依规则评估：{reason}（依据：{laws}）")
        };
        if !reasons.contains(&found) {
            reasons.push(found);
        }
    }
    reasons
}

/// What the rules found against the case, and what they say of the officer's reason.
fn findings<'a>(matter: &Matter<'a>, refusal: &Refusal) -> impl Iterator<Item = &'a Finding> {
    let code = refusal.code.as_str();
    matter
        .concerned
        .iter()
        .flat_map(|concerned| &concerned.receipt.findings)
        .filter(move |finding| finding.outcome == Outcome::NotMet || finding.code.as_str() == code)
}

/// What the city tells about remedies outside this procedure, where that is signed off.
pub(super) fn remedies(matter: &Matter<'_>) -> Option<String> {
    let decision = &matter.policy.terms().deeds.decision;
    decision.remedies.as_ref().map(|text| text.zh.clone())
}
