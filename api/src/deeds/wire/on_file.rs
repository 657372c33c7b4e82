//! A report as it is on file, so that it can be put right.

use chrono::NaiveDate;
use domain::deeds::eligibility::{Complexity, DeedFacts};
use domain::ids::PersonId;
use domain::regions::RegionCode;
use persistence::RegionScope;
use serde_json::Value;

use super::new::NewDeed;
use super::new_actor::{NewActor, Reported};
use crate::deeds::DeedFile;
use crate::eligibility::deed::parts::ObstacleGiven;
use crate::http::body::parse;
use crate::http::{BoundedParagraphs, BoundedText, Patch, Patched};
use crate::problems::Problem;

/// A report as it is on file, written as it would be sent today.
pub(in crate::deeds) struct ReportOnFile {
    document: Value,
    received_on: NaiveDate,
    city: RegionCode,
}

impl ReportOnFile {
    /// The report of a deed with what is known of each actor.
    pub(in crate::deeds) fn new(
        deed: &DeedFile,
        actors: &[(PersonId, DeedFacts)],
        city: RegionCode,
    ) -> Result<Self, Problem> {
        let document = serde_json::to_value(NewDeed::of(deed, actors));
        Ok(Self {
            document: document.map_err(Problem::internal)?,
            received_on: deed.received_on,
            city,
        })
    }

    /// What it says after a patch of what the actors share, or of one of them by its number, and
    /// which members then say something else.
    pub(in crate::deeds) fn patched<T: Patched>(
        &self,
        actor: Option<usize>,
        patch: &Patch<T>,
    ) -> Result<(Reported, Vec<String>), Problem> {
        let mut document = self.document.clone();
        let part = match actor {
            None => Some(&mut document),
            Some(number) => document
                .get_mut("actors")
                .and_then(|actors| actors.get_mut(number)),
        };
        let part = part.ok_or_else(|| Problem::internal("an actor is not in its report"))?;
        let before = part.clone();
        patch.apply(part);
        let report = parse::<NewDeed>(document.to_string().as_bytes())?;
        let after = serde_json::to_value(&report).map_err(Problem::internal)?;
        let after = match actor {
            None => Some(&after),
            Some(number) => after.pointer(&format!("/actors/{number}")),
        };
        let after = after.ok_or_else(|| Problem::internal("an actor is not in its report"))?;
        let fields = changed(&before, after, patch.names());
        let reported = report.parse_blaming(
            "/occurred_on/value",
            self.received_on,
            &RegionScope::City,
            &self.city,
        )?;
        Ok((reported, fields))
    }
}

/// Pointers of the members that a patch names and that say something else now.
fn changed<'a>(
    before: &Value,
    after: &Value,
    named: impl Iterator<Item = &'a String>,
) -> Vec<String> {
    named
        .filter(|name| before.get(name) != after.get(name))
        .map(|name| format!("/{name}"))
        .collect()
}

impl NewDeed {
    /// The report of a deed on file. All actors share what the first one's facts say of the incident.
    fn of(deed: &DeedFile, actors: &[(PersonId, DeedFacts)]) -> Self {
        let incident = &deed.subject;
        let shared = actors.first().map(|(_, facts)| facts);
        let complexity = shared.and_then(|facts| facts.complexity.as_ref());
        Self {
            region_code: BoundedText::of(&deed.region),
            application_id: None,
            clue_id: None,
            filer: incident.filer.into(),
            received_on: Some(deed.received_on.to_string()),
            backdating_reason: None,
            act_types: incident.act_types.iter().copied().map(Into::into).collect(),
            other_act_reason: shared
                .and_then(|facts| facts.other_act_reason.as_ref())
                .map(BoundedParagraphs::of),
            crime_related: shared.and_then(|facts| facts.crime_related),
            occurred_on: Some(incident.occurred_on.into()),
            place: incident.place.as_ref().map(Into::into),
            further_region_codes: incident
                .further_counties
                .iter()
                .map(ToString::to_string)
                .collect(),
            summary: BoundedParagraphs::of(&incident.summary),
            beneficiaries: incident
                .beneficiaries
                .iter()
                .map(ToString::to_string)
                .collect(),
            witnesses: incident.witnesses.iter().map(ToString::to_string).collect(),
            harm: incident.harm.as_ref().map(BoundedParagraphs::of),
            loss_averted: incident.loss_averted.as_ref().map(BoundedParagraphs::of),
            complex: complexity.map(|complexity| matches!(complexity, Complexity::Complex(_))),
            complex_reason: complexity.and_then(|complexity| match complexity {
                Complexity::Complex(reason) => Some(BoundedParagraphs::of(reason)),
                Complexity::Plain => None,
            }),
            obstacle: shared
                .and_then(|facts| facts.obstacle.as_ref())
                .map(ObstacleGiven::from),
            actors: actors
                .iter()
                .map(|(person, facts)| NewActor::of(*person, facts))
                .collect(),
        }
    }
}

impl NewActor {
    fn of(person: PersonId, facts: &DeedFacts) -> Self {
        Self {
            person_id: person.to_string(),
            duty: facts.duty.map(Into::into),
            interests: facts.interests.iter().copied().map(Into::into).collect(),
            beneficiary_relations: facts
                .beneficiaries
                .as_ref()
                .map(|relations| relations.iter().copied().map(Into::into).collect()),
            caused_danger: facts.caused_danger,
            lawfulness: facts.lawfulness.map(Into::into),
            outcome: facts.outcome.map(Into::into),
            risk: facts.risk.map(domain::commendations::Grade::get),
            volunteer_service: facts.volunteer_service,
        }
    }
}
