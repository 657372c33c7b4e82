//! What has to hold for the steps of a commendation, besides what the engine asks for.

mod grant;
mod money;
mod party;

pub(super) use grant::{level_of_holder, next_level};
pub(super) use money::shares_of;

use super::{Act, Commendation, State};
use crate::{
    calendar::CalendarError,
    procedure::{Answer, Case, Context, conditions},
    receipts::RuleId,
};

conditions! {
    /// A condition of a step of a commendation. Its text says what has to hold.
    Condition {
        Stands = "basis_stands", OfCase, Some(RuleId::TierBase),
            "所依据的见义勇为须已确认或者认定，且未被撤销", "The deed is confirmed or recognised, and that was not revoked.";
        BasisFallen = "basis_fallen", OfCase, Some(RuleId::RevokeFraud),
            "所依据的确认或者认定须已撤销", "The confirmation or recognition that it rests on was revoked.";
        BelowTitle = "below_title", OfCase, Some(RuleId::TierChain),
            "称号须高于承办单位的级别", "The title is of a higher level than the body that holds the case.";
        NextLevelHere = "next_level_here", OfCase, Some(RuleId::TierChain),
            "上一级须为本系统内的单位", "The next level is a body of this service.";
        NextLevelOutside = "next_level_outside", OfCase, Some(RuleId::TierChain),
            "上一级须为市外单位；在市内的逐级推荐", "The next level is a body outside the city; within it a nomination is recommended level by level.";
        CameFromBelow = "came_from_below", OfCase, Some(RuleId::TierChain),
            "须由下一级推荐而来", "The level below recommended it.";
        AtTitleLevel = "at_title_level", OfCase, Some(RuleId::TierAuthority),
            "承办单位须与称号同级：高于本级的称号逐级推荐或者报送", "The body that holds the case is of the level of the title: a higher title is recommended upwards.";
        TitleFits = "title_fits", OfCase, Some(RuleId::TierLevel),
            "称号须在目录中，级别、对象相符，且不是上榜", "The title is in the catalogue, fits level and recipient, and is no listing.";
        OnceForTheDeed = "once_for_the_deed", OfCase, Some(RuleId::TierOnce),
            "同一事迹不得重复授予同一称号，且未持有互斥的称号", "The same title is granted once for a deed, and no title is held that excludes it.";
        GrantedAbove = "granted_above", OfInput, Some(RuleId::TierAuthority),
            "登记的须为市级以上称号，且在目录中", "What is recorded is a title above the city that the catalogue has.";
        GrantedHere = "granted_here", OfCase, Some(RuleId::TierAuthority),
            "称号须由本市授予；上级授予的，由上级撤销后登记", "The title was granted by the city or a county; one from above is revoked there, which is then recorded.";
        GrantedByAnother = "granted_by_another", OfCase, Some(RuleId::TierAuthority),
            "称号须由上级授予", "The title was granted above the city.";
        OpinionNotOpen = "opinion_not_open", OfInput, None,
            "该项意见尚未征求，或者已经答复", "This opinion is not already waited for.";
        OpinionAsked = "opinion_asked", OfInput, None,
            "须有尚未答复的同项征求意见", "This opinion was asked for and has not come.";
        Accepted = "accepted", OfCase, Some(RuleId::TierSecret),
            "须已登记本人（近亲属）同意，并写明是否公开", "The nominee, or the next of kin, has accepted, and said whether in public.";
        HasDied = "has_died", OfCase, Some(RuleId::Posthumous),
            "仅用于已经去世的人员", "The person has died.";
        DiedInTheDeed = "died_in_the_deed", OfCase, Some(RuleId::MartyrRefer),
            "仅用于在该行为中牺牲的人员", "The person died in the deed.";
        NotReferred = "not_referred", OfCase, Some(RuleId::MartyrRefer),
            "尚未移送烈士评定", "It was not referred yet.";
        KinOfOneRank = "kin_of_one_rank", OfInput, Some(RuleId::Posthumous),
            "协商的近亲属须为同一顺序：有配偶、子女、父母的，由其协商", "The next of kin who agree are of one rank: where there are a spouse, children or parents, they alone.";
        KinUnanimous = "kin_unanimous", OfInput, Some(RuleId::Posthumous),
            "同一顺序的近亲属须书面一致同意由其中一人领取", "All next of kin of the first order that is there agree in writing, and on one of them.";
        KinKnown = "kin_known", OfCase, Some(RuleId::Posthumous),
            "追授的须先登记近亲属协商一致", "For somebody who died the agreement of the next of kin is on record.";
        RecipientAgreed = "recipient_agreed", OfInput, Some(RuleId::Posthumous),
            "追授的须颁给近亲属商定的领取人", "What is given for somebody who died goes to whom the next of kin agreed on.";
        RoundOpen = "round_open", OfInput, Some(RuleId::TierForm),
            "批次须为本单位组织，且在接受推荐", "The round is one of the body's own and takes nominations.";
        RoundFits = "round_fits", OfInput, Some(RuleId::TierForm),
            "批次须设有该称号，且行为发生在批次规定的期间", "The round gives this title, and the deed lies in its period.";
        PlaceLeft = "place_left", OfInput, Some(RuleId::TierQuota),
            "批次须为该称号的个人或者集体设有名额", "The round has places for this title and kind of recipient.";
        RoundGrants = "round_grants", OfInput, Some(RuleId::TierForm),
            "批次决定须授予该推荐对象", "The decision of the round grants it.";
        BodiesSign = "bodies_sign", OfInput, Some(RuleId::TierAuthority),
            "目录规定授予该称号的单位须全部署名", "Every body that grants the title by the catalogue signs.";
        StateAwardApproved = "state_award_approved", OfInput, Some(RuleId::TierQuota),
            "表彰须有批准文号", "A state award has the number under which it was approved.";
        CertificateTrue = "certificate_true", OfCase, None,
            "证书载明的信息须与档案一致；不一致的先换发证书", "The certificate says what the file says; else it is replaced first.";
        CertificateOurs = "certificate_ours", OfCase, Some(RuleId::TierAuthority),
            "须有本市颁发的证书", "There is a certificate of the city or a county.";
        SumFits = "sum_fits", OfInput, Some(RuleId::TierCash),
            "奖金须与标准表一致；标准表未载明的写明所依据的文件，不一致的说明理由", "The sum is that of the table; where there is none the document that sets it is named, and another sum is reasoned.";
        PayersAddUp = "payers_add_up", OfInput, Some(RuleId::GroupHonour),
            "各出资单位的比例之和须为千分之一千，并须写明每名成员的权重", "The shares of the payers add up to one thousand thousandths, and every member has a weight.";
        NoticeOpen = "notice_open", OfCase, Some(RuleId::HearingBeforeRefusal),
            "须有尚未答复的告知", "A notice waits for an answer.";
        ReceivedInTime = "received_in_time", OfInput, None,
            "案件已经进入后续环节的，只补录在期限内收到的材料", "Once the case has gone on, only what was received in time is entered.";
        DefenceHeard = "defence_heard", OfCase, Some(RuleId::HearingBeforeRefusal),
            "须已听取陈述申辩，或者当事人放弃，或者期限届满", "The party was heard, gave it up, or let the time pass.";
        RevocationReason = "revocation_reason", OfInput, Some(RuleId::RevokeFraud),
            "理由须为骗取、严重违法犯罪或者不符合授予条件；严重违法犯罪须政策允许", "It is revoked for deception, later serious crime where policy provides for that, or because the conditions were not met.";
        BalanceOpen = "balance_open", OfCase, Some(RuleId::RevokeFraud),
            "须有尚未收回的款项", "Something is still to be recovered.";
        WithinBalance = "within_balance", OfInput, Some(RuleId::RevokeFraud),
            "金额须大于零，且不超过应向该出资单位收回的余额", "The sum is more than nothing, and no more than what is still to be recovered for this payer.";
        DeviationReasoned = "deviation_reasoned", OfInput, Some(RuleId::TierCriteria),
            "规则未建议同意的，须说明理由", "What the rules do not propose is reasoned.";
    }
}

pub(super) fn holds(
    condition: Condition,
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &Context<'_, Commendation>,
) -> Result<Answer, CalendarError> {
    let record = case.record();
    Ok(match condition {
        Condition::Stands => grant::rules(context, |rules| rules.stands),
        Condition::BasisFallen => grant::rules(context, |rules| !rules.stands),
        Condition::BelowTitle => grant::below_title(case, context),
        Condition::NextLevelHere => grant::next_level(case, context).is_some().into(),
        Condition::NextLevelOutside => grant::next_level(case, context).is_none().into(),
        Condition::CameFromBelow => case.next_level.is_some().into(),
        Condition::AtTitleLevel => grant::at_title_level(case, context),
        Condition::TitleFits => grant::satisfied(context, RuleId::TierLevel),
        Condition::OnceForTheDeed => grant::satisfied(context, RuleId::TierOnce),
        Condition::GrantedAbove => grant::granted_above(act, context),
        Condition::GrantedHere => record.award().is_some_and(|it| it.outside.is_none()).into(),
        Condition::GrantedByAnother => record.award().is_some_and(|it| it.outside.is_some()).into(),
        Condition::OpinionNotOpen => match act {
            Some(Act::OpinionRequest { of, .. }) => record.open_opinion(*of).is_none().into(),
            _ => Answer::Unmet,
        },
        Condition::OpinionAsked => match act {
            Some(Act::Opinion { answer }) => record.open_opinion(answer.of).is_some().into(),
            _ => Answer::Unmet,
        },
        Condition::Accepted => (!record.acceptances.is_empty()).into(),
        Condition::HasDied => (record.deceased == Some(true)).into(),
        Condition::DiedInTheDeed => grant::rules(context, |rules| rules.died_in_the_deed),
        Condition::NotReferred => record.martyr_referrals.is_empty().into(),
        Condition::KinOfOneRank => party::of_one_rank(act),
        Condition::KinUnanimous => match act {
            Some(Act::KinAgreement { agreement }) => agreement.is_unanimous().into(),
            _ => Answer::Unmet,
        },
        Condition::KinKnown => {
            (record.deceased != Some(true) || !record.kin_agreements.is_empty()).into()
        }
        Condition::RecipientAgreed => party::recipient_agreed(case, act),
        Condition::RoundOpen => grant::round_open(case, act, context),
        Condition::RoundFits => grant::round_fits(case, act, context),
        Condition::PlaceLeft => grant::place_left(case, act, context),
        Condition::RoundGrants => match act {
            Some(Act::Award { grant, .. }) => grant.is_some().into(),
            _ => Answer::Unmet,
        },
        Condition::BodiesSign => grant::bodies_sign(case, act, context),
        Condition::StateAwardApproved => grant::state_award_approved(case, act, context),
        Condition::CertificateTrue => party::certificate_true(case),
        Condition::CertificateOurs => case.certificate().is_some().into(),
        Condition::SumFits => money::sum_fits(case, act, context),
        Condition::PayersAddUp => money::payers_add_up(case, act),
        Condition::NoticeOpen => party::notice_open(record),
        Condition::ReceivedInTime => party::received_in_time(act, case, context)?,
        Condition::DefenceHeard => party::defence_heard(case, context)?,
        Condition::RevocationReason => party::revocation_reason(act, context),
        Condition::BalanceOpen => (record.open_balance() > crate::money::Fen::ZERO).into(),
        Condition::WithinBalance => money::within_balance(record, act),
        Condition::DeviationReasoned => grant::deviation_reasoned(act, context),
    })
}

/// Whether an award was decided, and stands or stood until now.
pub(super) const fn was_awarded(state: State) -> bool {
    matches!(
        state,
        State::Awarded | State::Conferred | State::IntendedRevocation
    )
}
