//! One deed of the file, and how it is read into the types of the domain.

use domain::calendar::{PartialDate, PartialDateError, Precision};
use domain::error::{Coded, FieldErrors, Required};
use domain::identity::PersonName;
use domain::imports::{CaseError, DeedPlace, PublishedCase};
use domain::people::Source;
use domain::policy::Harm;
use domain::regions::RegionCode;
use domain::text::{Line, Paragraphs};
use serde::Deserialize;

/// The list of the file that holds a deed.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    InCity,
    Elsewhere,
}

impl List {
    /// The name of the list in the file.
    pub(super) const fn member(self) -> &'static str {
        match self {
            Self::InCity => "deeds_in_the_city",
            Self::Elsewhere => "deeds_outside_the_city",
        }
    }
}

/// A deed as it is written in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object: one deed")]
pub(super) struct Record {
    key: String,
    people: Vec<String>,
    summary: String,
    act_type: Option<String>,
    occurred_on: Option<String>,
    /// Of deeds in the city only.
    region_code: Option<String>,
    /// Of deeds elsewhere only, as the next two.
    origin_region: Option<String>,
    origin_text: Option<String>,
    place_region: Option<String>,
    place_text: Option<String>,
    #[serde(default)]
    group: bool,
    age_at_deed: Option<u8>,
    nickname: Option<String>,
    harm_to_actors: Option<Vec<HarmToActor>>,
    national_listing: Option<String>,
    recommended_by: Option<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an object: name and harm of an actor"
)]
struct HarmToActor {
    name: String,
    harm: Harm,
}

impl Record {
    /// The deed, or every value of it that is not well formed.
    pub(super) fn case(self, list: List, source: &Source) -> Result<PublishedCase, FieldErrors> {
        let mut faults = FieldErrors::new();
        let key = faults.take("/key", Line::parse(&self.key));
        let place = self.place(list, &mut faults);
        let summary = faults.take("/summary", Paragraphs::parse(&self.summary));
        let actors = each(&mut faults, "/people", "", &self.people, |name| {
            PersonName::parse(name)
        });
        let harm = each(
            &mut faults,
            "/harm_to_actors",
            "/name",
            self.harm_to_actors.as_deref().unwrap_or_default(),
            |harm| PersonName::parse(&harm.name).map(|name| (name, harm.harm)),
        );
        let recommended_by = each(
            &mut faults,
            "/recommended_by",
            "",
            self.recommended_by.as_deref().unwrap_or_default(),
            |body| Line::parse(body),
        );
        let act_type = line(&mut faults, "/act_type", self.act_type.as_deref());
        let occurred_on = date(&mut faults, "/occurred_on", self.occurred_on.as_deref());
        let nickname = line(&mut faults, "/nickname", self.nickname.as_deref());
        let listed_in = line(
            &mut faults,
            "/national_listing",
            self.national_listing.as_deref(),
        );
        match (key, place, summary, faults.is_empty()) {
            (Some(key), Some(place), Some(summary), true) => Ok(PublishedCase {
                source: source.clone(),
                key,
                actors,
                group: self.group,
                place,
                summary,
                act_type,
                occurred_on,
                harm,
                age_at_deed: self.age_at_deed,
                nickname,
                listed_in,
                recommended_by,
            }),
            _ => Err(faults),
        }
    }

    fn place(&self, list: List, faults: &mut FieldErrors) -> Option<DeedPlace> {
        let text = line(faults, "/place_text", self.place_text.as_deref());
        match list {
            List::InCity => {
                let foreign = [
                    ("/origin_region", &self.origin_region),
                    ("/origin_text", &self.origin_text),
                    ("/place_region", &self.place_region),
                ];
                refuse_members(faults, &foreign);
                let region = required_region(faults, "/region_code", self.region_code.as_deref())?;
                Some(DeedPlace::InCity { region, text })
            }
            List::Elsewhere => {
                refuse_members(faults, &[("/region_code", &self.region_code)]);
                let origin =
                    required_region(faults, "/origin_region", self.origin_region.as_deref());
                let place_region = self
                    .place_region
                    .as_deref()
                    .and_then(|code| faults.take("/place_region", RegionCode::parse(code)));
                Some(DeedPlace::Elsewhere {
                    origin: origin?,
                    origin_text: line(faults, "/origin_text", self.origin_text.as_deref()),
                    region: place_region,
                    text,
                })
            }
        }
    }
}

fn refuse_members(faults: &mut FieldErrors, members: &[(&str, &Option<String>)]) {
    for (pointer, member) in members {
        if member.is_some() {
            faults.push(*pointer, &CaseError::MemberOfOtherList);
        }
    }
}

fn required_region(
    faults: &mut FieldErrors,
    pointer: &str,
    code: Option<&str>,
) -> Option<RegionCode> {
    if code.is_none() {
        faults.push(pointer, &Required);
    }
    faults.take(pointer, RegionCode::parse(code?))
}

fn line<const MAX: usize>(
    faults: &mut FieldErrors,
    pointer: &str,
    text: Option<&str>,
) -> Option<Line<MAX>> {
    faults.take(pointer, Line::parse(text?))
}

/// Reads every item of a list; `member` is where in an item the fault would lie.
fn each<I, T, E: Coded>(
    faults: &mut FieldErrors,
    list: &str,
    member: &str,
    items: &[I],
    parse: impl Fn(&I) -> Result<T, E>,
) -> Vec<T> {
    items
        .iter()
        .enumerate()
        .filter_map(|(index, item)| faults.take(format!("{list}/{index}{member}"), parse(item)))
        .collect()
}

/// A date of which the day, the month or only the year was published; absent for none of them.
fn date(faults: &mut FieldErrors, pointer: &str, text: Option<&str>) -> PartialDate {
    let parse = |text: &str| -> Result<PartialDate, PartialDateError> {
        let precision = match text.len() {
            4 => Precision::Year,
            7 => Precision::Month,
            _ => Precision::Day,
        };
        PartialDate::parse(precision, Some(text))
    };
    text.and_then(|text| faults.take(pointer, parse(text)))
        .unwrap_or(PartialDate::UNKNOWN)
}
