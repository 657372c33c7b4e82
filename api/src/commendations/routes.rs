//! Commendation over HTTP.

use domain::commendations::{Act, Commendation, PaidMember, Step, TierFacts};
use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Act as AnyAct, SharedStep};
use persistence::audit::Change;

use super::bodies::{
    NewAward, NewAwardCertificateReplacement, NewBasisFall, NewConferral, NewImmediateAward,
    NewLevelOpinion, NewMartyrReferral, NewNomineeAcceptance, NewOpinion, NewOpinionRequest,
    NewOutsideAward, NewOutsideDocumentStep, NewOutsideRevocation, NewPaymentPlan, NewRepayment,
    NewRoundEntry, NewSubmission, NewTakeOff, NewTitleRevocation, NewWriteOff,
};
use super::known;
use super::view::CommendationView;
use super::{CommendationFile, Nominee, in_round};
use crate::auth::Representation;
use crate::auth::permissions::{
    CommendationsDecide, CommendationsNominate, CommendationsRead, CommendationsReview,
};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::honours::ended;
use crate::out_of_city::NewKinAgreement;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{
    Before, File, NewDefenceStatement, NewPriorNotice, NewReasonedDecision, NewReasonedStep,
    NewStep, NewWrittenStep, Seen, Served, StepRoute, case_operations,
};

impl Served for Commendation {
    const PATH: &'static str = "/v1/commendations";
    const FILE: (&'static str, &'static str) = ("表扬推荐", "commendation");
    type Read = CommendationsRead;
    type Report = CommendationsNominate;
    type Investigate = CommendationsReview;
    type Confirm = CommendationsDecide;
    type View = CommendationView;

    /// A group gets one sum, so a plan for some of its members would leave two of them standing.
    fn moves_together(act: &AnyAct<Self>, one: &Nominee) -> bool {
        matches!(act, AnyAct::Own(Act::PaymentPlan { .. })) && paid_member(one).is_some()
    }

    fn view(file: &CommendationFile, seen: &Seen<Self>, _: Representation) -> CommendationView {
        CommendationView::from((file, seen))
    }

    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    #[rustfmt::skip]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Acceptance => StepRoute::of(
                "accept", ids::COMMENDATION, "受理推荐 / Accept a nomination",
                "本级的推荐和下一级推荐来的，均须受理后审核。 / What was nominated here and what the level below recommended is accepted before it is reviewed.",
                |_: &NewStep, _| Some(Act::Acceptance),
            ),
            Step::OpinionRequest => StepRoute::of(
                "opinion_request", ids::COMMENDATION_REVIEWED, "征求意见 / Ask for an opinion",
                "同一事项答复之前不重复征求；逾期未复的列入待办。 / Each opinion is asked for once; when none comes it stands on the worklist.",
                |it: &NewOpinionRequest, read| it.act(read),
            ),
            Step::Opinion => StepRoute::of(
                "opinion_record", ids::COMMENDATION_ASKED, "登记意见 / Record an opinion",
                "意见载入推荐审批表。 / The nomination form prints it.",
                |it: &NewOpinion, read| it.act(read),
            ),
            Step::NomineeAcceptance => StepRoute::of(
                "nominee_accept", ids::COMMENDATION, "登记本人（近亲属）同意 / Record the acceptance by the nominee",
                "须写明是否公开；授予前必须登记。 / It says whether in public; no award without it.",
                |it: &NewNomineeAcceptance, read| it.act(read),
            ),
            Step::Declination => StepRoute::of(
                "decline", ids::COMMENDATION_DECLINING, "登记谢绝 / Record that the nominee declines",
                "本人（近亲属）书面谢绝的，推荐终结。 / Who declines in writing ends the nomination.",
                |it: &NewWrittenStep, read| Some(Act::Declination { word: it.word(read)? }),
            ).with_paper(),
            Step::KinAgreement => StepRoute::of(
                "kin_agreement_add", ids::COMMENDATION_POSTHUMOUS, "登记近亲属协商一致 / Record the agreement of the next of kin",
                "有配偶、子女、父母的，由其一致商定领取人。 / A spouse, children and parents are of one rank and agree on one of them (Civil Code article 1127).",
                |it: &NewKinAgreement, read| Some(Act::KinAgreement { agreement: it.agreement(read)? }),
            ),
            Step::MartyrReferral => StepRoute::of(
                "martyr_refer", ids::COMMENDATION_POSTHUMOUS, "移送烈士评定 / Refer for recognition as a martyr",
                "在该行为中牺牲的，移送县级退役军人事务部门；结果以外部单位文书登记。 / Who died in the deed is referred to the county's office for veterans affairs; what comes of it is recorded as an outside body's document.",
                |it: &NewMartyrReferral, read| it.act(read),
            ),
            Step::Recommendation => StepRoute::of(
                "recommend", ids::COMMENDATION_OF_COUNTY, "逐级推荐 / Recommend to the next level",
                "称号高于本级的，推荐至上一级，由其受理。 / A title above the level of the body goes one level up, which accepts it.",
                |it: &NewLevelOpinion, read| it.act(read),
            ),
            Step::Return => StepRoute::of(
                "return", ids::COMMENDATION_RECOMMENDED, "退回下一级 / Send back to the level below",
                "由下一级重新审核。 / The level below reviews it again.",
                |it: &NewReasonedStep, read| Some(Act::Return { reason: it.reason(read)? }),
            ),
            Step::Submission => StepRoute::of(
                "submit", ids::COMMENDATION_PROVINCIAL, "报送上级 / Submit above the city",
                "省级以上称号由市级报送；结果以其文书登记。 / Titles of the province and above are submitted by the city; what comes of it is recorded with its document.",
                |it: &NewSubmission, read| it.act(read),
            ),
            Step::OutsideAward => StepRoute::of(
                "outside_award_record", ids::COMMENDATION_SUBMITTED, "登记上级授予 / Record an award from above",
                "省级、国家级称号和上榜（勇士榜：上榜不是表扬）凭文书登记，授予的称号可以不同于推荐的称号。 / Titles of the province and the nation, and places on their lists (a listing is no praise), are recorded with their document; the title may be another than was nominated.",
                |it: &NewOutsideAward, read| it.act(read),
            ),
            Step::OutsideRefusal => StepRoute::of(
                "outside_refusal_record", ids::COMMENDATION_ABOVE, "登记上级未予授予 / Record that it was not granted above",
                "可以重新审核。 / It may be reviewed again.",
                |it: &NewOutsideDocumentStep, read| Some(Act::OutsideRefusal {
                    document: it.document.read(it.copy_id.as_deref(), read)?,
                }),
            ),
            Step::RoundEntry => StepRoute::of(
                "round_enter", ids::COMMENDATION_READY, "列入批次 / Enter a round",
                "批次须由承办单位组织、在接受推荐、设有该称号和名额，且行为在其期间之内；迟到的转入下一批次。 / The round is of the body that holds it, takes nominations, gives the title, has places, and the deed lies in its period. What comes late is deferred.",
                |it: &NewRoundEntry, read| it.act(read),
            ),
            Step::RoundExit => StepRoute::of(
                "round_leave", ids::COMMENDATION_IN_ROUND, "退出批次 / Leave the round",
                "回到审核。 / It is under review again.",
                |it: &NewReasonedStep, read| Some(Act::RoundExit { reason: it.reason(read)? }),
            ),
            Step::Deferral => StepRoute::of(
                "defer", ids::COMMENDATION_LATE, "转入下一批次 / Defer to the next round",
                "到期列入待办。 / It comes back on the worklist.",
                |it: &NewReasonedStep, read| Some(Act::Deferral { reason: it.reason(read)? }),
            ),
            Step::Readmission => StepRoute::of(
                "readmit", ids::COMMENDATION_DEFERRED, "重新审核 / Review again",
                "转入下一批次的、未予表扬的和谢绝后改变主意的，可以重新审核。 / What was deferred, not granted, or declined by somebody who thinks better of it, is reviewed again.",
                |it: &NewReasonedStep, read| Some(Act::Readmission { reason: it.reason(read)? }),
            ),
            Step::NotGranted => StepRoute::of(
                "not_grant", ids::COMMENDATION_WEAK, "不予表扬 / Decide not to grant",
                "两名经办人签署并说明理由；确认不受影响。 / With reasons, by two officers. The confirmation of the deed is not touched.",
                |it: &NewReasonedDecision, read| Some(Act::NotGranted { reason: it.reason(read)? }),
            ),
            Step::ImmediateAward => StepRoute::of(
                "award_immediately", ids::COMMENDATION_IMMEDIATE, "即时表扬 / Award immediately",
                "不经批次，由目录规定的单位共同署名；可以在其他批次的会议上颁授。 / Without a round, signed by all bodies that the catalogue names; it may be conferred in the ceremony of a round.",
                |it: &NewImmediateAward, read| it.act(read),
            ),
            Step::Award => StepRoute::of(
                "award", ids::COMMENDATION_HELD_UP, "按批次决定授予 / Award by the decision of the round",
                "批次作出决定时一并授予；当时中止的，恢复后由此授予。 / The decision of a round awards all that it grants; what was suspended then is awarded here once it goes on.",
                |it: &NewAward, read| it.act(read),
            ),
            Step::PaymentPlan => StepRoute::of(
                "payment_plan", ids::COMMENDATION_AWARDED, "确定奖金 / Set the sum",
                "群体一个总额，按权重分给成员，由各出资单位按比例承担，分毫不差；重新确定的取代原来的。 / One sum for a group, shared by weights and paid by several payers in fixed parts, exact to the fen; a later plan replaces an earlier one.",
                |it: &NewPaymentPlan, read| it.act(read),
            ),
            Step::Conferral => StepRoute::of(
                "confer", ids::COMMENDATION_AWARDED, "颁授 / Confer",
                "逐人登记日期、地点和形式；追授的颁给近亲属商定的领取人。 / One by one, with day, place and form; for somebody who died, to whom the next of kin agreed on.",
                |it: &NewConferral, read| it.act(read),
            ),
            Step::CertificateReplacement => StepRoute::of(
                "certificate_replace", ids::COMMENDATION_CONFERRED, "换发证书 / Replace the certificate",
                "原证书自换发之日失效。 / The old certificate is void from that day.",
                |it: &NewAwardCertificateReplacement, read| it.act(read),
            ),
            Step::TakeOff => StepRoute::of(
                "take_off", ids::COMMENDATION_WRONG, "经更正移出 / Take off by a correction",
                "批次的更正决定一并移出；即时表扬误列的由此移出。证书失效，奖金收回。 / The correction of a round takes off what it names; an immediate award in error is taken off here. The certificate is void and the money comes back.",
                |it: &NewTakeOff, read| it.act(read),
            ),
            Step::RevocationNotice => StepRoute::of(
                "revocation_notice", ids::COMMENDATION_CONFERRED, "告知拟撤销称号 / Give prior notice of a revocation",
                "告知事实、理由和陈述申辩的权利。 / The party is informed of the facts, the reasons and its right of defence.",
                |it: &NewPriorNotice, read| {
                    let (facts, reasons, notified, number) = it.content(read)?;
                    Some(Act::RevocationNotice { facts, reasons, notified, number })
                },
            ),
            Step::DefenceStatement => StepRoute::of(
                "defence_state", ids::COMMENDATION_TOLD, "陈述申辩 / Record a defence statement",
                "当事人陈述申辩。 / The party makes a statement.",
                |it: &NewDefenceStatement, read| {
                    let (statement, received) = it.content(read)?;
                    Some(Act::DefenceStatement { statement, received })
                },
            ),
            Step::DefenceWaiver => StepRoute::of(
                "defence_waive", ids::COMMENDATION_SILENT, "放弃陈述申辩 / Record the waiver of a defence statement",
                "当事人书面放弃的，由经办人登记。 / The party waives it in writing; an officer records that.",
                |it: &NewWrittenStep, read| Some(Act::DefenceWaiver { word: it.word(read)? }),
            ).with_paper(),
            Step::NoticeWithdrawal => StepRoute::of(
                "notice_withdraw", ids::COMMENDATION_SPARED, "撤回告知 / Withdraw the notice",
                "回到告知之前。 / The case returns to its state before.",
                |it: &NewReasonedStep, read| Some(Act::NoticeWithdrawal { reason: it.reason(read)? }),
            ),
            Step::Revocation => StepRoute::of(
                "revoke", ids::COMMENDATION_TO_REVOKE, "撤销称号 / Revoke",
                "须先告知并听取陈述申辩；证书失效，骗取的奖金列入收回。 / After prior notice and the statement; the certificate is void, and what was paid on deception comes back.",
                |it: &NewTitleRevocation, read| it.act(read),
            ),
            Step::OutsideRevocation => StepRoute::of(
                "outside_revocation_record", ids::COMMENDATION_FROM_ABOVE, "登记上级撤销 / Record a revocation from above",
                "凭上级文书登记。 / With the document of the body that granted it.",
                |it: &NewOutsideRevocation, read| it.act(read),
            ),
            Step::BasisFall => StepRoute::of(
                "basis_fall", ids::COMMENDATION_FALLEN, "所依据的确认已撤销 / End what rests on a revoked confirmation",
                "确认或者认定撤销时一并办理；已经授予的撤销，尚未授予的终结。 / The revocation of a confirmation or recognition does it at once: what was awarded is revoked, what was not ends.",
                |it: &NewBasisFall, read| it.act(read),
            ),
            Step::Repayment => StepRoute::of(
                "repay", ids::COMMENDATION_REVOKED, "登记收回奖金 / Record a repayment",
                "不超过应向该出资单位收回的余额。 / No more than what is still to come back to the payer.",
                |it: &NewRepayment, read| it.act(read),
            ),
            Step::WriteOff => StepRoute::of(
                "write_off", ids::COMMENDATION_REVOKED, "核销 / Write off",
                "确实无法收回的，两名经办人签署核销。 / What cannot come back is given up by two officers.",
                |it: &NewWriteOff, read| it.act(read),
            ),
        }
    }

    fn known_now(one: &Nominee, person: &Person, _: &[Nominee]) -> TierFacts {
        known::known_now(one, person)
    }

    fn looked_up(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        one: &Nominee,
        facts: TierFacts,
    ) -> Result<TierFacts, Problem> {
        known::looked_up(acting.tx, policies, (one, facts))
    }

    fn prepare(
        acting: &mut Acting<'_, '_>,
        _: &Policies,
        file: &File<Self>,
        act: &mut AnyAct<Self>,
    ) -> Result<(), Problem> {
        match act {
            AnyAct::Own(Act::RoundEntry { round, terms, .. }) => {
                *terms = in_round::terms(acting.tx, *round)?.map(Box::new);
            }
            AnyAct::Own(Act::Award { grant, .. }) if grant.is_none() => {
                *grant = in_round::grant(acting.tx, file)?.map(Box::new);
            }
            AnyAct::Own(Act::PaymentPlan { members, .. }) => {
                *members = file.cases().iter().filter_map(paid_member).collect();
            }
            _ => {}
        }
        Ok(())
    }

    fn person_changed(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        before: &Before<'_>,
        person: &Person,
    ) -> Result<Vec<Change>, Problem> {
        known::person_changed(acting, policies, before, person)
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::KinAgreement
                | Step::MartyrReferral
                | Step::Recommendation
                | Step::Submission
                | Step::OutsideAward
                | Step::RoundEntry
                | Step::Readmission
                | Step::ImmediateAward
                | Step::Award
                | Step::PaymentPlan
                | Step::Conferral
                | Step::RevocationNotice
                | Step::BasisFall
        )
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        file: &File<Self>,
        (places, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        match act {
            AnyAct::Own(
                Act::Revocation { .. } | Act::OutsideRevocation { .. } | Act::TakeOff { .. },
            ) => ended(acting, policies, &file.people(places), file.signed(places)),
            _ => Ok(Vec::new()),
        }
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            SharedStep::Recusal | SharedStep::OutsideFinding | SharedStep::Suspension => {
                ids::COMMENDATION
            }
            SharedStep::Designation => ids::COMMENDATION_TO_DESIGNATE,
            SharedStep::RecommendationWithdrawal | SharedStep::Withdrawal => {
                ids::COMMENDATION_UNBACKED
            }
            SharedStep::Continuation => ids::COMMENDATION_HANDED_OVER,
            SharedStep::OutsideTransfer => ids::COMMENDATION_OUTSIDE,
            SharedStep::Delivery => ids::COMMENDATION_REVOKED,
            SharedStep::Transfer => ids::COMMENDATION_ASKED,
            SharedStep::Resumption => ids::COMMENDATION_SUSPENDED,
            SharedStep::TransferAcceptance => ids::COMMENDATION_TRANSFERRED,
            SharedStep::TransferWithdrawal => ids::COMMENDATION_KEPT,
            SharedStep::TransferDispute => ids::COMMENDATION_DISPUTED,
        }
    }
}

/// A member whose award stands, as the sum is shared.
fn paid_member(one: &Nominee) -> Option<PaidMember> {
    let record = one.case.record();
    record.award()?;
    Some(PaidMember {
        member: record.member,
        weight: record.weight,
        deceased: one.facts.harm == Some(domain::policy::Harm::Died),
    })
    .filter(|_| one.case.awarded())
}

case_operations! {
    Commendation, scope "commendations:read", file "表扬推荐编号 / The commendation's id",
    example ids::COMMENDATION, case ids::COMMENDATION_CASE, papers ids::COMMENDATION_CONFERRED, ids::AWARD_CERTIFICATE;
    commendation_action_list "/v1/commendations/{id}/actors/{actor_id}/actions" "commendation_action_list";
    commendation_history_list "/v1/commendations/{id}/history" "commendation_history_list";
    commendation_document_list "/v1/commendations/{id}/documents" "commendation_document_list" "征求意见函、推荐审批表、即时表扬决定、荣誉证书、奖金发放表、烈士评定移送函、告知、撤销决定、移送函各是一份文书，作出后内容不再更改，失效的标明失效之日。 / A request for an opinion, a nomination form, an immediate decision, a certificate of honour, a list of payments, a referral, a prior notice, a revocation and a transfer each create a document, of which the words never change afterwards; what is void says since when.";
    commendation_document_get "/v1/commendations/{id}/documents/{document_id}" "commendation_document_get";
    commendation_document_pdf_get "/v1/commendations/{id}/documents/{document_id}/pdf" "commendation_document_pdf_get";
}
