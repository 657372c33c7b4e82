//! The confirmation of deeds over HTTP.

use domain::deeds::eligibility::DeedFacts;
use domain::deeds::{Act, Deed, Refusal, Step};
use domain::people::Person;
use domain::procedure::{Act as AnyAct, SharedStep};
use persistence::audit::Change;
use persistence::cases::EnclosureKind;

use super::bodies::{
    NewAssessment, NewBeneficiaryStatement, NewConfirmation, NewEvidence, NewEvidenceVerification,
    NewExtension, NewObjection, NewObjectionOutcome, NewOutsideReconfirmationDecision,
    NewPanelReview, NewPublication, NewPublicationWaiver, NewReconfirmation,
    NewReconfirmationDecision, NewRefusal, NewRevocation,
};
use super::completed::completed;
use super::wire::DeedView;
use super::{Actor, DeedFile};
use crate::auth::Representation;
use crate::auth::permissions::{DeedsConfirm, DeedsInvestigate, DeedsRead, DeedsReport};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::out_of_city::taken_over;
use crate::problems::Problem;
use crate::procedure::{
    File, NewDefenceStatement, NewPriorNotice, NewReasonedStep, NewReopening, NewStep,
    NewSupplementRequest, Served, StepRoute, case_operations,
};
use crate::services::Services;

impl Served for Deed {
    const PATH: &'static str = "/v1/deeds";
    const FILE: (&'static str, &'static str) = ("事迹", "deed");
    type Read = DeedsRead;
    type Report = DeedsReport;
    type Investigate = DeedsInvestigate;
    type Confirm = DeedsConfirm;
    type View = DeedView;

    fn view(deed: &DeedFile, actors: &[Actor], representation: Representation) -> DeedView {
        DeedView::from((deed, actors, representation))
    }

    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    #[rustfmt::skip]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Acceptance => StepRoute::of(
                "accept", ids::DEED, "受理 / Accept",
                "材料齐全，进入审查核实。 / The case is complete enough for review.",
                |_: &NewStep, _| Some(Act::Acceptance),
            ),
            Step::SupplementRequest => StepRoute::of(
                "supplement_request", ids::DEED, "一次性告知补正 / Ask for what is missing",
                "须一次性告知，不得再次要求；等待期间是否计入确认期限依规则。 / Once only, for everything; policy says whether the wait counts towards the time for the opinion.",
                |it: &NewSupplementRequest, read| Some(Act::SupplementRequest { items: it.items(read)? }),
            ),
            Step::Supplement => StepRoute::of(
                "supplement", ids::DEED, "补正 / Supplement",
                "材料已补交。 / The missing material was submitted.",
                |_: &NewStep, _| Some(Act::Supplement),
            ),
            Step::BeneficiaryStatement => StepRoute::of(
                "statement_add", ids::DEED, "记录受益人作证情况 / Note a beneficiary's statement",
                "受益人有作证的义务；拒绝的也予记录。 / Beneficiaries have to testify; a refusal is noted as well.",
                |it: &NewBeneficiaryStatement, read| Some(Act::BeneficiaryStatement {
                    kind: it.kind.0,
                    note: read.optional("/note", it.note.as_deref())?,
                }),
            ),
            Step::Evidence => StepRoute::of(
                "evidence_add", ids::DEED, "提交证据 / Add evidence",
                "证据种类见条例第十二条；提交后规则重新评估。 / The kinds are those of article 12 of the regulation; the rules are applied again.",
                |it: &NewEvidence, read| {
                    read.attach(it.attachment_ids.as_deref().unwrap_or_default());
                    let id = read.enclose(EnclosureKind::Evidence, &it.description)?.into();
                    Some(Act::Evidence { id, kind: it.kind.0 })
                },
            ),
            Step::EvidenceVerification => StepRoute::of(
                "evidence_verify", ids::DEED, "核实证据 / Verify evidence",
                "属实的计入确认所需的最低证据；规则重新评估。 / Verified evidence counts towards the required minimum; the rules are applied again.",
                |it: &NewEvidenceVerification, read| Some(Act::EvidenceVerification {
                    id: read.parse("/evidence_id", &it.evidence_id)?,
                    verified: it.verified,
                }),
            ),
            Step::PanelReferral => StepRoute::of(
                "panel_refer", ids::DEED, "提请评审 / Send to the panel",
                "疑难或者有争议的案件，须经评审通过方可拟确认。 / A complex or disputed case needs the panel's consent before an intended confirmation.",
                |it: &NewReasonedStep, read| Some(Act::PanelReferral { reason: it.reason(read)? }),
            ),
            Step::PanelReview => StepRoute::of(
                "panel_review", ids::DEED, "评审 / Record a panel review",
                "人数、构成、到会比例和票数须符合规定。 / Size, composition, quorum and votes must meet the policy.",
                NewPanelReview::act,
            ),
            Step::Extension => StepRoute::of(
                "extend", ids::DEED, "延长期限 / Extend the time",
                "仅在政策允许延长、期限未届满且未曾延长时。 / Only where the policy provides for it, once, and before the time is over.",
                |_: &NewExtension, _| Some(Act::Extension),
            ),
            Step::PositiveAssessment | Step::NegativeAssessment => StepRoute::of(
                "assess", ids::DEED_PROVEN, "作出拟确认或者拟不予确认的意见 / Form the intended opinion",
                "法定期限内作出；与规则建议不一致的须说明理由。 / Due within the statutory time; an opinion that differs from the proposal of the rules needs a reason.",
                NewAssessment::act,
            ),
            Step::Publication => StepRoute::of(
                "publish", ids::DEED_INTENDED, "公示 / Publish the notice",
                "次日为公示期第一日。 / The next day is the first day of the notice.",
                |it: &NewPublication, read| Some(Act::Publication {
                    number: read.optional("/number", it.number.as_deref())?,
                }),
            ),
            Step::PublicationWaiver => StepRoute::of(
                "publication_waive", ids::DEED_INTENDED, "不予公示 / Waive the notice",
                "为安全、保密或者保护未成年人，两名经办人决定；公示中的提前撤下。 / For safety, secrecy or the protection of a minor, by two officers; a published notice is removed.",
                |it: &NewPublicationWaiver, read| Some(Act::PublicationWaiver {
                    reason: it.reason.0,
                    note: read.line("/note", &it.note)?,
                }),
            ),
            Step::Objection => StepRoute::of(
                "object", ids::DEED_PUBLISHED, "登记异议 / Register an objection",
                "公示期内收到的异议；处理完毕之前不得确认。 / Received during the notice; the case cannot be confirmed before it is resolved.",
                |it: &NewObjection, read| Some(Act::Objection {
                    id: read.enclose(EnclosureKind::Objection, &it.description)?.into(),
                }),
            ),
            Step::ObjectionRejection | Step::ObjectionUpholding => StepRoute::of(
                "objection_resolve", ids::DEED_PUBLISHED, "处理异议 / Resolve an objection",
                "成立的，案件重新审查。 / If it is upheld, the case is assessed again.",
                NewObjectionOutcome::act,
            ),
            Step::Confirmation => StepRoute::of(
                "confirm", ids::DEED_WAIVED, "确认 / Confirm",
                "公示期满无未处理的异议，两名经办人和基金会（协会）共同签署，发给证书。 / The time of the notice is over and no objection is open; two officers sign, and one of the foundation or association; a certificate is given.",
                |it: &NewConfirmation, read| {
                    let number = read.line("/number", &it.number);
                    let certificate = read.optional("/certificate", it.certificate.as_deref());
                    Some(Act::Confirmation { number: number?, certificate: certificate? })
                },
            ),
            Step::PriorNotice => StepRoute::of(
                "prior_notice", ids::DEED_DOUBTED, "告知陈述申辩 / Give prior notice of a refusal",
                "不予确认前须告知事实、理由和陈述申辩的权利。 / Before a refusal the party is informed of the facts, the reasons and its right of defence.",
                |it: &NewPriorNotice, read| {
                    let (facts, reasons, notified) = it.content(read)?;
                    Some(Act::PriorNotice { facts, reasons, notified })
                },
            ),
            Step::DefenceStatement => StepRoute::of(
                "defence_state", ids::DEED_HEARD, "陈述申辩 / Record a defence statement",
                "当事人陈述，或者放弃。 / The party makes a statement, or waives it.",
                |it: &NewDefenceStatement, read| Some(Act::DefenceStatement { reply: it.reply(read)? }),
            ),
            Step::Refusal => StepRoute::of(
                "refuse", ids::DEED_HEARD, "不予确认 / Refuse",
                "书面说明理由，两名经办人签署；当事人可以申请复核。 / In writing with reasons, by two officers; the parties may ask for reconfirmation.",
                |it: &NewRefusal, read| {
                    let number = read.optional("/number", it.number.as_deref());
                    let deviation = read.optional("/deviation_reason", it.deviation_reason.as_deref());
                    let reason = read.line("/reason", &it.reason)?;
                    let refusal = Refusal { code: it.reason_code.0, reason, deviation: deviation? };
                    Some(Act::Refusal { number: number?, refusal })
                },
            ),
            Step::ReconfirmationRequest => StepRoute::of(
                "reconfirmation_request", ids::DEED_REFUSED, "申请复核 / Ask for reconfirmation",
                "收到不予确认决定后的法定期限内，向上一级提出。 / Within the statutory time after the delivery of the refusal, to the next level.",
                |it: &NewReconfirmation, read| {
                    let late = it.late_entry_reason.as_deref();
                    let received = read.day("/received_on", it.received_on.as_deref(), late);
                    let reason = read.line("/reason", &it.reason)?;
                    Some(Act::ReconfirmationRequest { party: it.party.0, received: received?, reason })
                },
            ),
            Step::ReconfirmationWithdrawal => StepRoute::of(
                "reconfirmation_withdraw", ids::DEED_REGRETTED, "撤回复核申请 / Withdraw a request for reconfirmation",
                "不予确认的决定继续有效。 / The refusal remains in force.",
                |_: &NewStep, _| Some(Act::ReconfirmationWithdrawal),
            ),
            Step::ReconfirmationApproval | Step::ReconfirmationRefusal => StepRoute::of(
                "reconfirmation_decide", ids::DEED_APPEALED, "作出复核决定 / Decide on reconfirmation",
                "上一级在法定期限内拟确认或者维持。 / The next level decides for the party or upholds the refusal, within the statutory time.",
                NewReconfirmationDecision::act,
            ),
            Step::OutsideApproval | Step::OutsideRefusal => StepRoute::of(
                "outside_reconfirmation_record", ids::DEED_ASKED_ABOVE, "登记上级复核决定 / Record a decision of the level above the city",
                "上级机关不使用本服务的，由初次确认单位凭其文书登记。 / A level above the city does not use this service: the body of first instance records its decision.",
                NewOutsideReconfirmationDecision::act,
            ),
            Step::Revocation => StepRoute::of(
                "revoke", ids::DEED_WAIVED, "撤销确认 / Revoke a confirmation",
                "以欺骗取得的确认予以撤销。 / A confirmation that was obtained by deception is revoked.",
                |it: &NewRevocation, read| {
                    let number = read.line("/number", &it.number);
                    let deception = read.line("/deception", &it.deception);
                    Some(Act::Revocation { number: number?, deception: deception? })
                },
            ),
            Step::Redirection => StepRoute::of(
                "redirect", ids::DEED_ELSEWHERE, "转入市域外认定 / Redirect to out-of-city recognition",
                "行为发生在市域外、由当地确认的，转为市域外认定，事迹不再重复填写，收到日期不变。 / A deed done elsewhere goes on as an out-of-city recognition of its actors: nothing is told again, and the day of receipt stays.",
                |it: &NewReasonedStep, read| Some(Act::Redirection { reason: it.reason(read)? }),
            ),
            Step::Reopening => StepRoute::of(
                "reopen", ids::DEED_HEARD, "重新启动 / Reopen",
                "出现新的事实时，市级可以重新启动已结案件。 / New facts let the city reopen a closed case.",
                |it: &NewReopening, read| Some(Act::Reopening {
                    new_facts: read.line("/new_facts", &it.new_facts)?,
                }),
            ),
        }
    }

    fn known_now(actor: &Actor, person: &Person, others: &[Actor]) -> DeedFacts {
        completed(&actor.facts, person, others)
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::PositiveAssessment | Step::ReconfirmationApproval | Step::Confirmation
        )
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            SharedStep::Recusal | SharedStep::Suspension => ids::DEED,
            SharedStep::Withdrawal => ids::DEED_PUBLISHED,
            SharedStep::Delivery => ids::DEED_WAIVED,
            SharedStep::Transfer => ids::DEED_HEARD,
            SharedStep::Resumption => ids::DEED_SUSPENDED,
            SharedStep::Designation => ids::DEED_INQUIRED,
            SharedStep::TransferAcceptance => ids::DEED_TRANSFERRED,
            SharedStep::TransferDispute => ids::DEED_DISPUTED,
        }
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        services: &Services,
        file: &File<Self>,
        (places, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        match act {
            AnyAct::Own(Act::Redirection { .. }) => taken_over(acting, services, file, places),
            _ => Ok(Vec::new()),
        }
    }
}

case_operations! {
    Deed, scope "deeds:read", file "事迹编号 / The deed's id",
    example ids::DEED, case ids::ACTOR, papers ids::DEED_PUBLISHED, ids::DOCUMENT;
    deed_action_list "/v1/deeds/{id}/actors/{actor_id}/actions" "deed_action_list";
    deed_history_list "/v1/deeds/{id}/history" "deed_history_list";
    deed_document_list "/v1/deeds/{id}/documents" "deed_document_list" "公示、确认、不予确认和复核决定各产生一份文书，作出后内容不再更改，失效的标明失效之日。 / A notice, a confirmation, a refusal and a decision on reconfirmation each create a document, of which the words never change afterwards; what is void says since when.";
    deed_document_get "/v1/deeds/{id}/documents/{document_id}" "deed_document_get";
}
