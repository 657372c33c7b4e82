//! Rounds of commendation over HTTP.

use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Act as AnyAct, SharedStep};
use domain::rounds::{Act, Round, RoundFacts, Step};
use persistence::audit::Change;

use super::bodies::{
    NewBallots, NewCandidateList, NewCandidateNoticeWaiver, NewCandidateObjection,
    NewCandidateObjectionOutcome, NewCeremony, NewClosing, NewNumberedStep, NewResolution,
    NewRoundCall, NewRoundCancellation, NewRoundDecision, NewRoundDecisionCorrection,
    NewRoundOpening,
};
use super::carried_out::{carried_out, counted, prepare};
use super::view::RoundView;
use super::{RoundFile, RoundOnFile};
use crate::auth::Representation;
use crate::auth::permissions::{
    CommendationsDecide, CommendationsNominate, CommendationsRead, CommendationsReview,
};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Before, File, NewReasonedStep, Seen, Served, StepRoute, case_operations};

impl Served for Round {
    const PATH: &'static str = "/v1/commendation-rounds";
    const FILE: (&'static str, &'static str) = ("批次", "round");
    type Read = CommendationsRead;
    type Report = CommendationsNominate;
    type Investigate = CommendationsReview;
    type Confirm = CommendationsDecide;
    type View = RoundView;

    fn view(file: &RoundFile, seen: &Seen<Self>, _: Representation) -> RoundView {
        RoundView::from((file, seen))
    }

    #[rustfmt::skip]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Call => StepRoute::of(
                "call", ids::ROUND, "发出推荐通知 / Send the call out",
                "形式、授予单位、名额和名称须符合规则，发出后开始接受推荐。 / The form, the bodies, the quota and the name are in order; then nominations are taken in.",
                NewRoundCall::act,
            ),
            Step::Opening => StepRoute::of(
                "open", ids::ROUND_IMMEDIATE, "不发通知直接启动 / Open without a call",
                "即时表扬不发推荐通知；其他形式须说明理由。 / An immediate commendation has no call; any other form says why.",
                NewRoundOpening::act,
            ),
            Step::CandidateList => StepRoute::of(
                "candidates_order", ids::ROUND_ANNOUNCED, "初审排序 / Put the candidates in an order",
                "每项推荐排序或者注明不列入的理由；未列入的转入下一批次。 / Every nomination has its place, or is left out for a reason and waits for another round.",
                NewCandidateList::act,
            ),
            Step::CandidateNotice => StepRoute::of(
                "candidates_publish", ids::ROUND_REVIEWED, "公示拟表扬对象 / Publish the candidates",
                "公示名单和主要事迹，未成年人只列姓氏；须均已接受。 / Names and main deeds, of under-age people the surname alone; all have accepted.",
                |it: &NewNumberedStep, read| Some(Act::CandidateNotice { number: it.number(read)? }),
            ),
            Step::CandidateNoticeWaiver => StepRoute::of(
                "candidate_notice_waive", ids::ROUND_GUARDED, "不予公示 / Leave the notice out",
                "两名经办人签署；理由见政策，即时表扬不须理由。 / Signed by two officers, for a reason that policy lists; an immediate commendation needs none.",
                NewCandidateNoticeWaiver::act,
            ),
            Step::CandidateObjection => StepRoute::of(
                "candidates_object", ids::ROUND_PUBLISHED, "登记对拟表扬对象的异议 / Register an objection to candidates",
                "须在公示期内收到；异议人和内容密存，不向候选对象提供。 / Received while the notice was up; who objects and what it says is sealed, and never shown to the candidates.",
                NewCandidateObjection::act,
            ),
            Step::CandidateObjectionRejection | Step::CandidateObjectionUpholding => StepRoute::of(
                "candidate_objection_resolve", ids::ROUND_PUBLISHED, "处理对拟表扬对象的异议 / Resolve an objection to candidates",
                "不成立的，公示继续；成立的，撤下公示，重新初审。 / If it is rejected the notice goes on; if it is upheld the notice is taken down and the candidates are reviewed again.",
                NewCandidateObjectionOutcome::act,
            ),
            Step::CandidateNoticeWithdrawal => StepRoute::of(
                "candidate_notice_withdraw", ids::ROUND_WITHDRAWN, "撤回公示 / Withdraw the notice",
                "回到初审。 / The candidates are reviewed again.",
                |it: &NewReasonedStep, read| Some(Act::CandidateNoticeWithdrawal { reason: it.reason(read)? }),
            ),
            Step::Ballots => StepRoute::of(
                "ballot", ids::ROUND_TO_VOTE, "登记表决 / Record the ballots",
                "公示期满无未处理的异议；每名候选对象一组票数，各数须相符，到会人数达到规定比例。 / The notice is over and no objection open; each candidate has its ballots, which add up, and enough members are present.",
                NewBallots::act,
            ),
            Step::Resolution => StepRoute::of(
                "resolve", ids::ROUND_VOTED, "形成决议 / Record the resolution",
                "与表决结果或者推荐称号不一致的，须说明理由。 / Where it departs from the ballots or from the titles asked for it says why.",
                NewResolution::act,
            ),
            Step::Decision => StepRoute::of(
                "decide", ids::ROUND_RESOLVED, "作出表扬决定 / Decide",
                "两名经办人和基金会（协会）共同签署，联合单位均已签署；附件列明对象和称号。 / Two officers sign, and one of the foundation or association; every joint body has signed. The annex lists who gets which title.",
                NewRoundDecision::act,
            ),
            Step::Ceremony => StepRoute::of(
                "ceremony_plan", ids::ROUND_DECIDED, "确定颁授议程 / Fix the ceremony",
                "每名受表扬对象列入颁授顺序或者缺席名单；同一活动可以包含几个批次。 / Everybody who is honoured receives in the order or is absent; one event may hold several rounds.",
                NewCeremony::act,
            ),
            Step::DecisionCorrection => StepRoute::of(
                "decision_correct", ids::ROUND_DECIDED_WRONGLY, "更正表扬决定 / Correct the decision",
                "姓名有误、漏列、多列的，另作更正决定，指明原决定，更正后的附件代替原附件。 / Where a name is wrong, somebody was left out or is too many, another decision names the old one, and its annex replaces that.",
                NewRoundDecisionCorrection::act,
            ),
            Step::Closing => StepRoute::of(
                "close", ids::ROUND_CONFERRED, "办结 / Close",
                "每项表扬均已颁授，或者说明未颁授的理由。 / Every award was conferred, or it is said why not.",
                NewClosing::act,
            ),
            Step::Cancellation => StepRoute::of(
                "cancel", ids::ROUND_TO_CANCEL, "取消 / Cancel",
                "作出决定之前可以取消；已推荐的转入下一批次。 / Before the decision; nominations wait for another round.",
                NewRoundCancellation::act,
            ),
        }
    }

    /// A round is about nobody.
    fn known_now(one: &RoundOnFile, _: &Person, _: &[RoundOnFile]) -> RoundFacts {
        one.facts.clone()
    }

    /// Nothing in the file of a person means anything for a round.
    fn person_changed(
        _: &mut Acting<'_, '_>,
        _: &PolicySet,
        _: &Before<'_>,
        _: &Person,
    ) -> Result<Vec<Change>, Problem> {
        Ok(Vec::new())
    }

    fn looked_up(
        acting: &mut Acting<'_, '_>,
        _: &PolicySet,
        one: &RoundOnFile,
        facts: RoundFacts,
    ) -> Result<RoundFacts, Problem> {
        let organiser = one.case.record().call.organiser;
        Ok(counted(acting.tx, one.file, organiser, facts)?)
    }

    fn prepare(
        acting: &mut Acting<'_, '_>,
        _: &Policies,
        file: &File<Self>,
        act: &mut AnyAct<Self>,
    ) -> Result<(), Problem> {
        match act {
            AnyAct::Own(act) => Ok(prepare(acting.tx, file.file().id, act)?),
            AnyAct::Shared(_) => Ok(()),
        }
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::Call | Step::Opening | Step::Decision | Step::DecisionCorrection
        )
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            SharedStep::Resumption => ids::ROUND_SUSPENDED,
            _ => ids::ROUND_REVIEWED,
        }
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        file: &File<Self>,
        (_, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        carried_out(acting, policies, file, act)
    }
}

case_operations! {
    Round, scope "commendations:read", file "批次编号 / The round's id",
    example ids::ROUND, case ids::ROUND_CASE, papers ids::ROUND_PUBLISHED, ids::ROUND_NOTICE;
    round_action_list "/v1/commendation-rounds/{id}/actors/{actor_id}/actions" "round_action_list";
    round_history_list "/v1/commendation-rounds/{id}/history" "round_history_list";
    round_document_list "/v1/commendation-rounds/{id}/documents" "round_document_list" "推荐通知、拟表扬对象公示、表决记录、表扬决定、更正决定和颁授议程各是一份文书，作出后内容不再更改，失效的标明失效之日。 / A call, a notice of candidates, a record of ballots, a decision, its correction and an agenda each create a document, of which the words never change afterwards; what is void says since when.";
    round_document_get "/v1/commendation-rounds/{id}/documents/{document_id}" "round_document_get";
    round_document_pdf_get "/v1/commendation-rounds/{id}/documents/{document_id}/pdf" "round_document_pdf_get";
}
