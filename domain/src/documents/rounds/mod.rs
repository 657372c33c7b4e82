//! The papers of a round of commendation.

mod agenda;
mod annex;
mod ballots;
mod call;
mod decision;
mod notice;

use chrono::NaiveDate;

use super::{DocumentKind, Sheet, commendations::in_name_of, public_text, wording};
use crate::{
    policy::{CommendationKind, TitleId},
    procedure::{Case, DocumentNumber},
    regions::RegionCode,
    rounds::{Call, Record, Round},
    text::Line,
};

type Matter<'a> = super::Matter<'a, Round>;

/// What a paper says. None where the round holds nothing to say.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::RoundCall => call::compose(matter),
        DocumentKind::CandidateNotice => notice::compose(matter),
        DocumentKind::BallotRecord => ballots::compose(matter),
        DocumentKind::CommendationDecision => decision::compose(matter),
        DocumentKind::DecisionCorrection => decision::correction(matter),
        DocumentKind::CeremonyAgenda => agenda::compose(matter),
        _ => None,
    }
}

/// Since when a paper says no longer what holds: a call since the round was cancelled, a notice since it
/// was taken down, an agenda since another one was fixed. A decision stands: its correction names it, and
/// replaces its annex.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Round>,
) -> Option<NaiveDate> {
    let record = case.record();
    match kind {
        DocumentKind::RoundCall => {
            let (_, on) = record.cancelled.as_ref()?;
            (record.call_number.as_ref() == Some(number)).then_some(*on)
        }
        DocumentKind::CandidateNotice => {
            let mut notices = record.notices.iter();
            let notice = notices.find(|notice| notice.number == *number)?;
            notice.taken_down.as_ref().map(|(_, on)| *on)
        }
        DocumentKind::CeremonyAgenda => {
            let mut plans = record.ceremonies.iter();
            plans.find(|plan| plan.number == *number)?;
            plans.next().map(|later| later.fixed_on)
        }
        _ => None,
    }
}

impl Matter<'_> {
    fn record(&self) -> Option<&Record> {
        Some(self.first()?.case.record())
    }

    /// The words of a title as the catalogue has it, with the name of the county that grants it.
    fn title_of(&self, id: &TitleId) -> String {
        let title = self.policy.title(id);
        let text = title.map_or_else(|| id.to_string(), |title| title.text.zh.clone());
        let organiser = self.record().map(|record| record.call.organiser);
        in_name_of(&text, organiser.and_then(|code| self.regions.get(&code)))
    }

    fn region_of(&self, code: RegionCode) -> String {
        let region = self.regions.get(&code);
        region.map_or_else(|| code.to_string(), |region| region.name.clone())
    }
}

/// Signed by all bodies of the call in their order, and copied to whom it names.
fn jointly(call: &Call, mut sheet: Sheet) -> Sheet {
    if !call.bodies.is_empty() {
        sheet.bodies = call.bodies.iter().map(|one| one.name.to_string()).collect();
    }
    if !call.copies_to.is_empty() {
        let copies: Vec<&str> = call.copies_to.iter().map(Line::as_str).collect();
        sheet
            .paragraphs
            .push(format!("抄送：{}。", copies.join("，")));
    }
    sheet
}

/// 表扬 or 表彰.
fn honoured_by(kind: CommendationKind) -> &'static str {
    match kind {
        CommendationKind::Praise => "表扬",
        CommendationKind::StateAward => "表彰",
    }
}

/// The number of a section: `一`, `十二`.
fn section(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: usize| DIGITS.get(value).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

/// Sections with their numbers: `一、评选范围。……`.
fn numbered(sections: Vec<String>) -> impl Iterator<Item = String> {
    let sections = (1..).zip(sections);
    sections.map(|(number, text)| format!("{}、{text}", section(number)))
}
