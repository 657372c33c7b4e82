use crate::{
    deeds::{Deed, PanelMember, PanelReview, Step},
    policy::PanelPolicy,
    procedure::{Answer, Case, Context, Step as AnyStep},
    receipts::{Text, text},
};

/// Whether the case needs the review panel: because it was referred to it, the rules of
/// eligibility send it there, an objection was upheld, or a deed against a crime comes without
/// material of the police.
fn required(case: &Case<Deed>, context: &Context<'_, Deed>) -> bool {
    let record = case.record();
    let against_crime = context.rules.is_some_and(|rules| rules.crime_related);
    let evidence = &context.policy.terms().deeds.evidence;
    let lacks_police = evidence.lacks_police(against_crime, &record.verified_kinds());
    let disputed = record
        .opinions
        .iter()
        .filter_map(|opinion| opinion.publication.as_ref())
        .flat_map(|publication| &publication.objections)
        .filter_map(|objection| objection.outcome.as_ref())
        .any(|outcome| outcome.upheld);
    record.panel_referral.is_some()
        || disputed
        || lacks_police
        || context.rules.is_some_and(|rules| rules.panel_required)
}

/// What the panel said for the opinion that is to be formed now.
fn word(case: &Case<Deed>) -> Option<&PanelReview> {
    let record = case.record();
    let last = record.panels.last();
    last.filter(|review| review.opinions == record.opinions.len())
}

pub(super) fn held(case: &Case<Deed>, context: &Context<'_, Deed>) -> bool {
    !required(case, context) || word(case).is_some()
}

pub(super) fn agreed(case: &Case<Deed>, context: &Context<'_, Deed>) -> bool {
    !required(case, context) || word(case).is_some_and(|review| review.agreed)
}

/// Whether the panel has not agreed to the opinion that is to be formed now.
pub(super) fn refused(case: &Case<Deed>) -> bool {
    word(case).is_some_and(|review| !review.agreed)
}

/// Whether the panel has reviewed the case since it was opened, or opened again.
pub(super) fn reviewed(case: &Case<Deed>) -> bool {
    case.history()
        .iter()
        .rev()
        .take_while(|taken| taken.step != AnyStep::Own(Step::Reopening))
        .any(|taken| taken.step == AnyStep::Own(Step::PanelReview))
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

pub(in crate::deeds) fn attendance(members: &[PanelMember]) -> (u32, u32) {
    members.iter().fold((0, 0), |(present, all), member| {
        (present + u32::from(member.present), all + 1)
    })
}

/// No member twice, none who has stepped back.
pub(super) fn impartial(case: &Case<Deed>, members: &[PanelMember]) -> bool {
    members.iter().enumerate().all(|(position, member)| {
        !case.is_recused(&member.person)
            && !members
                .iter()
                .take(position)
                .any(|other| other.person == member.person)
    })
}
