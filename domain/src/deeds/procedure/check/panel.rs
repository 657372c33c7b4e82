use super::Answer;
use crate::{
    decisions::{Text, text},
    deeds::procedure::{ActorCase, PanelMember, PanelReview, Setting},
    policy::PanelPolicy,
};

/// Whether the case needs the review panel: because it was referred to it, the rules of
/// eligibility send it there, an objection was upheld, or a deed against a crime comes without
/// material of the police.
fn required(case: &ActorCase, setting: &Setting<'_>) -> bool {
    let eligibility = setting.eligibility;
    let against_crime = eligibility.is_some_and(|eligibility| eligibility.crime_related);
    let lacks_police = setting
        .deeds()
        .evidence
        .lacks_police(against_crime, &case.verified_kinds());
    let disputed = case
        .opinions
        .iter()
        .filter_map(|opinion| opinion.publication.as_ref())
        .flat_map(|publication| &publication.objections)
        .filter_map(|objection| objection.outcome.as_ref())
        .any(|outcome| outcome.upheld);
    case.panel_referral.is_some()
        || disputed
        || lacks_police
        || eligibility.is_some_and(|eligibility| eligibility.panel_required)
}

/// What the panel said for the opinion that is to be formed now.
fn word(case: &ActorCase) -> Option<&PanelReview> {
    case.panels
        .last()
        .filter(|review| review.opinions == case.opinions.len())
}

pub(super) fn held(case: &ActorCase, setting: &Setting<'_>) -> bool {
    !required(case, setting) || word(case).is_some()
}

pub(super) fn agreed(case: &ActorCase, setting: &Setting<'_>) -> bool {
    !required(case, setting) || word(case).is_some_and(|review| review.agreed)
}

/// Enough members, and every kind that policy asks for.
pub(super) fn composition(members: &[PanelMember], policy: &PanelPolicy) -> Answer {
    let missing: Vec<Text> = policy
        .required_kinds
        .iter()
        .filter(|kind| !members.iter().any(|member| member.kind == **kind))
        .map(|kind| kind.text())
        .collect();
    if !missing.is_empty() {
        let missing = Text::list(&missing);
        return Answer::Because(Text {
            zh: format!("缺少：{}。", missing.zh),
            en: format!("Missing: {}.", missing.en),
        });
    }
    let (count, least) = (members.len(), policy.minimum_members);
    if u32::try_from(count).is_ok_and(|count| count >= least) {
        Answer::Met
    } else {
        Answer::Because(text!(
            "现有 {count} 人，至少 {least} 人。",
            "There are {count} members; at least {least} are needed."
        ))
    }
}

/// How many members were present, and how many there are.
pub(in crate::deeds::procedure) fn attendance(members: &[PanelMember]) -> (u32, u32) {
    members.iter().fold((0, 0), |(present, all), member| {
        (present + u32::from(member.present), all + 1)
    })
}

/// No member twice, none who has stepped back.
pub(super) fn impartial(case: &ActorCase, members: &[PanelMember]) -> bool {
    members.iter().enumerate().all(|(position, member)| {
        !case.is_recused(&member.person)
            && !members
                .iter()
                .take(position)
                .any(|other| other.person == member.person)
    })
}
