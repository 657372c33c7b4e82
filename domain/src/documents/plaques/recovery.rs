use super::{Matter, public_text, wording};
use crate::{
    documents::{DocumentKind, Sheet},
    plaques::ClockKind,
    procedure::{Clock, Term as _, certain},
    receipts::RuleId,
};

/// The notice to the family that the plaque comes back (PLAQUE-REVOKE).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.first()?.case.record();
    let notice = record.recovery_notices.last()?;
    let ended = record.honour_ends.last()?;
    let length = wording::length(ClockKind::Recovery.length(matter.policy));
    let body = matter.body();
    let last = last_day(matter);
    let last = last.map_or_else(String::new, |last| format!("（{last}前，含当日）"));
    let paragraphs = vec![
        format!(
            "{}持有的{}，因据以颁发的荣誉已经终止，应当收回。{}",
            matter.household(),
            matter.described(),
            public_text::sentence(notice.reason.as_str())
        ),
        format!(
            "依据{}，请自{}的次日起{length}内{last}将光荣牌交回{body}，或者联系{body}上门收取。",
            matter.laws(RuleId::PlaqueRevoke),
            wording::date(ended.on)
        ),
        "家庭成员另有有效荣誉的，请在上述期限内告知本单位。光荣牌已经遗失的，请书面说明。"
            .to_owned(),
    ];
    Some(matter.sheet(
        DocumentKind::PlaqueRecovery,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// The last day of the time, which follows from the end of the honour and is kept nowhere.
fn last_day(matter: &Matter<'_>) -> Option<String> {
    let ended = matter.first()?.case.record().honour_ends.last()?;
    let kind = ClockKind::Recovery;
    let clock = Clock::start_between(kind, kind.length(matter.policy), certain(ended.on));
    let last = clock.due(matter.calendar).ok().flatten()?;
    Some(wording::date(last.date.due))
}
