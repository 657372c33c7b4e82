//! What has to hold for the steps of a plaque, besides what the engine asks for.

use super::{Act, Plaque, PlaqueRules, ReplacementReason};
use crate::{
    procedure::{Answer, Case, Context, conditions},
    receipts::{RuleId, text},
};

conditions! {
    /// A condition of a step of a plaque. Its text says what has to hold.
    Condition {
        HeroEntitled = "hero_entitled", OfCase, Some(RuleId::PlaqueElig),
            "牌面人员须持有有效的见义勇为确认或者市域外认定", "Everybody whose name it bears holds a standing confirmation or recognition.";
        OnePlaque = "one_plaque", OfCase, Some(RuleId::PlaqueOne),
            "家庭没有其他光荣牌，每户一块", "The household has no other plaque.";
        HouseholdEntitled = "household_entitled", OfCase, Some(RuleId::PlaqueElig),
            "家庭须有人持有有效的见义勇为确认或者市域外认定", "Somebody of the household holds a standing confirmation or recognition.";
        NoHonourLeft = "no_honour_left", OfCase, Some(RuleId::PlaqueRevoke),
            "家庭已无人持有有效的见义勇为确认或者市域外认定", "Nobody of the household holds a confirmation or recognition that stands.";
        NamesDiffer = "names_differ", OfCase, Some(RuleId::PlaqueOne),
            "牌面人员须与家庭中持有有效荣誉的人员不一致，且尚未标记", "The names on it are not those of the household's heroes, and that is not marked yet.";
        KinKnown = "kin_known", OfCase, Some(RuleId::Posthumous),
            "人员已去世的，近亲属须已协商一致", "The next of kin of a hero who died have agreed on who receives the plaque.";
        NotReached = "not_reached", OfCase, Some(RuleId::PlaqueFlow),
            "须已登记联系不上", "It is on record that nobody was reached.";
        RecoveryNoticed = "recovery_noticed", OfCase, Some(RuleId::PlaqueRevoke),
            "须已通知收回", "The family was notified of the recovery.";
        SerialUnused = "serial_unused", OfInput, Some(RuleId::PlaqueFlow),
            "编号在全市不得重复", "No other plaque of the city has this serial number.";
        KinUnanimous = "kin_unanimous", OfInput, Some(RuleId::Posthumous),
            "近亲属须全部同意，领取人须为其中之一", "All next of kin agree, and the recipient is one of them.";
        RecipientAgreed = "recipient_agreed", OfInput, Some(RuleId::Posthumous),
            "人员已去世的，须交给近亲属商定的领取人", "The plaque of a hero who died goes to whom the next of kin agreed on.";
        ReceiptSigned = "receipt_signed", OfInput, Some(RuleId::PlaqueFlow),
            "须有领取人签收的材料", "The recipient signed for it.";
        PhotoTaken = "photo_taken", OfInput, Some(RuleId::PlaqueFlow),
            "须有悬挂后的照片", "There is a photograph of it where it hangs.";
        FamilySigned = "family_signed", OfInput, Some(RuleId::PlaqueFlow),
            "须有家庭签名的材料", "The family signed.";
        ReplacementAllowed = "replacement_allowed", OfInput, Some(RuleId::PlaqueReplace),
            "人员去世后家庭保留原光荣牌；政策未规定的，不因迁居、损坏、陈旧或者遗失更换", "After the heroes' death the family keeps the plaque: it is replaced for its condition only where policy says so.";
    }
}

pub(super) fn holds(
    condition: Condition,
    case: &Case<Plaque>,
    act: Option<&Act>,
    context: &Context<'_, Plaque>,
) -> Answer {
    let record = case.record();
    let said = |what: fn(&PlaqueRules) -> Option<bool>| context.rules.as_ref().and_then(what);
    match condition {
        Condition::HeroEntitled => (said(|rules| rules.hero_entitled) == Some(true)).into(),
        Condition::OnePlaque => (said(|rules| rules.only_plaque) == Some(true)).into(),
        Condition::HouseholdEntitled => {
            (said(|rules| rules.household_entitled) == Some(true)).into()
        }
        Condition::NoHonourLeft => (said(|rules| rules.household_entitled) == Some(false)).into(),
        Condition::NamesDiffer => names_differ(case, said(|rules| rules.names_fit)),
        Condition::KinKnown => {
            (record.deceased != Some(true) || !record.kin_agreements.is_empty()).into()
        }
        Condition::NotReached => record.unreachable_since().is_some().into(),
        Condition::RecoveryNoticed => (!record.recovery_notices.is_empty()).into(),
        Condition::SerialUnused => matches!(act, Some(Act::Making { taken: false, .. })).into(),
        Condition::KinUnanimous => match act {
            Some(Act::KinAgreement { agreement }) => agreement.is_unanimous().into(),
            _ => Answer::Unmet,
        },
        Condition::RecipientAgreed => match act {
            Some(Act::Handover { handover, .. }) => record
                .agreement()
                .is_none_or(|agreement| agreement.recipient == handover.recipient)
                .into(),
            _ => Answer::Unmet,
        },
        Condition::ReceiptSigned => match act {
            Some(Act::Handover { handover, .. }) => handover.signature.is_some().into(),
            _ => Answer::Unmet,
        },
        Condition::PhotoTaken => matches!(act, Some(Act::Hanging { photo: Some(_), .. })).into(),
        Condition::FamilySigned => matches!(
            act,
            Some(
                Act::Hanging {
                    signature: Some(_),
                    ..
                } | Act::KeepingIndoors {
                    signature: Some(_),
                    ..
                }
            )
        )
        .into(),
        Condition::ReplacementAllowed => match act {
            Some(Act::Replacement {
                reason: ReplacementReason::TextChanged,
                ..
            }) => Answer::Met,
            // Only a death that is known keeps the plaque where it is.
            Some(Act::Replacement { .. }) => context
                .rules
                .is_some_and(|rules| rules.replaceable != Some(false))
                .into(),
            _ => Answer::Unmet,
        },
    }
}

/// A text that is marked already is not marked once more.
fn names_differ(case: &Case<Plaque>, names_fit: Option<bool>) -> Answer {
    if !case.record().text_marks.is_empty() {
        return Answer::Because(text!(
            "已经标记，待更换。",
            "It is marked already, and waits to be replaced."
        ));
    }
    (names_fit == Some(false)).into()
}
