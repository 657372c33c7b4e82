//! The operations of the steps that every procedure may have.

use domain::procedure::{SharedAct, SharedStep};

use super::bodies::{
    NewContinuation, NewDelivery, NewDesignation, NewOutsideFinding, NewOutsideTransfer,
    NewReasonedStep, NewRecusal, NewResumption, NewStep, NewSuspension, NewTransfer,
    NewWrittenStep,
};
use super::{Served, StepRoute};

impl<P: Served> StepRoute<P> {
    /// The steps that every procedure may have.
    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    pub(super) fn of_shared(step: SharedStep) -> Self {
        let example = P::example(step);
        match step {
            SharedStep::Recusal => Self::of(
                "recuse",
                example,
                "回避 / Recuse",
                "此人不得再办理本案，也不得参加评审。 / That person may no longer work on the case or sit on its panel.",
                NewRecusal::act,
            ),
            SharedStep::Delivery => Self::of(
                "deliver",
                example,
                "送达 / Deliver a decision",
                "当事人的期限自送达之日起算。 / The time of a party runs from the day of delivery.",
                NewDelivery::act,
            ),
            SharedStep::Suspension => Self::of(
                "suspend",
                example,
                "中止 / Suspend",
                "等待其他机关的结论；期限是否中止依规则。 / The case waits for the finding of another body; policy says which clocks pause.",
                |it: &NewSuspension, read| {
                    let pending = read.text("/pending", &it.pending)?;
                    Some(SharedAct::Suspension { pending })
                },
            ),
            SharedStep::Resumption => Self::of(
                "resume",
                example,
                "恢复 / Resume",
                "回到中止前的状态。 / The case returns to the state before.",
                |it: &NewResumption, read| {
                    let finding = read.text("/finding", &it.finding)?;
                    Some(SharedAct::Resumption { finding })
                },
            ),
            SharedStep::Transfer => Self::of(
                "transfer",
                example,
                "移送 / Transfer",
                "移送有管辖权的单位；接收后由其承办。 / To the body that is competent, which holds it once it has accepted it.",
                NewTransfer::act,
            ),
            SharedStep::TransferAcceptance => Self::of(
                "transfer_accept",
                example,
                "接收移送 / Accept a transfer",
                "案件回到移送前的状态。 / The case returns to the state before the transfer.",
                |_: &NewStep, _| Some(SharedAct::TransferAcceptance),
            ),
            SharedStep::TransferWithdrawal => Self::of(
                "transfer_withdraw",
                example,
                "撤回移送 / Take a transfer back",
                "接收之前，移送单位可以撤回，案件回到移送前的状态。 / Until somebody accepts it the giver may take it back; the case returns to the state before.",
                |it: &NewReasonedStep, read| {
                    let reason = it.reason(read)?;
                    Some(SharedAct::TransferWithdrawal { reason })
                },
            ),
            SharedStep::TransferDispute => Self::of(
                "transfer_dispute",
                example,
                "提出管辖争议 / Dispute a transfer",
                "由市级指定。 / The city then designates the body.",
                |it: &NewReasonedStep, read| {
                    let reason = it.reason(read)?;
                    Some(SharedAct::TransferDispute { reason })
                },
            ),
            SharedStep::Designation => Self::of(
                "designate",
                example,
                "指定管辖 / Designate the body",
                "市级指定承办单位。 / The city designates the body that holds the case.",
                NewDesignation::act,
            ),
            SharedStep::Withdrawal => Self::of(
                "withdraw",
                example,
                "撤回 / Withdraw",
                "本人或者近亲属书面撤回申请，由承办单位经办人登记，案件终结；申请人也可以凭查询码撤回。举荐的撤回、依职权启动的案件不因此终结。 / The actor or a close relative takes the application back in writing, which an officer of the body that holds the case records; the case ends. Who applied to the service may do so with the tracking code. A recommendation that is taken back ends nothing.",
                |it: &NewWrittenStep, read| {
                    let word = it.word(read)?;
                    Some(SharedAct::Withdrawal { word })
                },
            )
            .with_paper(),
            SharedStep::RecommendationWithdrawal => Self::of(
                "recommendation_withdraw",
                example,
                "撤回举荐 / Withdraw a recommendation",
                "案件依职权继续办理，此后不再向举荐人送达。 / The body goes on of its own motion; nothing is delivered to the recommender any more.",
                |it: &NewWrittenStep, read| {
                    let word = it.word(read)?;
                    Some(SharedAct::RecommendationWithdrawal { word })
                },
            )
            .with_paper(),
            SharedStep::Continuation => Self::of(
                "continue",
                example,
                "继续办理 / Go on with a case that ended",
                "申请撤回后依职权继续办理，或者当事人再次申请；移送市外后被退回的也由此继续。 / After a withdrawal the body goes on of its own motion, or because it was asked again; so does a case that an outside body sent back.",
                NewContinuation::act,
            ),
            SharedStep::OutsideTransfer => Self::of(
                "outside_transfer",
                example,
                "移送市外单位 / Transfer to an outside body",
                "不属于本市管辖的，移送有管辖权的机关，案件在本市终结。 / A case outside the city's jurisdiction goes to the competent body and is closed here.",
                NewOutsideTransfer::act,
            ),
            SharedStep::OutsideFinding => Self::of(
                "outside_finding_record",
                example,
                "登记外部单位文书 / Record an outside body's document",
                "法院、退役军人事务、上级等不使用本服务的机关的文书，随时可以登记。 / A court, the office for veterans affairs and other bodies do not use this service: what they found is recorded with its paper at any time.",
                NewOutsideFinding::act,
            ),
        }
    }
}
