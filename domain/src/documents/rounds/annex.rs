//! The annex: sections by title, places counted through all of them.

use super::{Matter, section};
use crate::{
    policy::TitleId,
    rounds::{Annex, Candidate, Totals},
    text::Line,
};

/// For whom the names are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Everybody: under-age people by their surname.
    Public,
    /// The bodies and those who are honoured.
    Bodies,
}

/// A list of candidates under their titles, in the order in which the titles first come.
pub(super) fn sections(
    matter: &Matter<'_>,
    listed: &[(u32, &Candidate)],
    reader: Reader,
) -> Vec<String> {
    let mut titles: Vec<&TitleId> = Vec::new();
    for (_, candidate) in listed {
        if !titles.contains(&&candidate.title) {
            titles.push(&candidate.title);
        }
    }
    let mut lines = Vec::new();
    for (number, title) in (1..).zip(titles) {
        let of_title = listed.iter().filter(|(_, one)| one.title == *title);
        let of_title: Vec<_> = of_title.collect();
        let groups = of_title.iter().filter(|(_, one)| one.is_group()).count();
        let count = counted(groups, of_title.len() - groups);
        let name = matter.title_of(title);
        lines.push(format!("{}、{name}（{count}）", section(number)));
        let each = of_title.iter();
        lines.extend(each.map(|(place, one)| format!("{place}. {}", line(matter, one, reader))));
    }
    lines
}

/// `1个集体、3名个人`.
pub(super) fn counted(groups: usize, individuals: usize) -> String {
    let groups = (groups > 0).then(|| format!("{groups}个集体"));
    let individuals = (individuals > 0).then(|| format!("{individuals}名个人"));
    let parts: Vec<String> = groups.into_iter().chain(individuals).collect();
    if parts.is_empty() {
        "无".to_owned()
    } else {
        parts.join("、")
    }
}

/// Awards, people and deeds, each counted for itself: `1个集体、3名个人，共5人，涉及3起事迹`.
pub(super) fn totals(annex: &Annex) -> String {
    let Totals {
        groups,
        individuals,
        people,
        deeds,
    } = annex.totals();
    let awards = counted(groups, individuals);
    format!("{awards}，共{people}人，涉及{deeds}起事迹")
}

/// Whom, from where, and for what. A group is marked where one of its members died.
fn line(matter: &Matter<'_>, candidate: &Candidate, reader: Reader) -> String {
    let names = names(candidate, reader);
    let posthumous = match (candidate.posthumous, candidate.is_group()) {
        (true, true) => "（含追授）",
        (true, false) => "（追授）",
        (false, _) => "",
    };
    let whom = match &candidate.group {
        Some(group) => format!("{group}（成员：{names}）"),
        None => names,
    };
    let region = matter.region_of(candidate.region);
    // Where somebody under age works or learns is nobody's business.
    let is_open = reader == Reader::Bodies || candidate.names == candidate.public_names;
    let unit = candidate.unit.as_ref().filter(|_| is_open);
    let unit = unit.map_or_else(String::new, |unit| format!("，{unit}"));
    let brief = super::public_text::sentence(candidate.brief.as_str());
    format!("{whom}{posthumous}，{region}{unit}。{brief}")
}

pub(super) fn names(candidate: &Candidate, reader: Reader) -> String {
    let names = match reader {
        Reader::Public => &candidate.public_names,
        Reader::Bodies => &candidate.names,
    };
    let names: Vec<&str> = names.iter().map(Line::as_str).collect();
    names.join("、")
}
