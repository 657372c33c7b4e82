//! The confirmation of deeds over HTTP.

use domain::deeds::eligibility::DeedFacts;
use domain::deeds::{Act, Deed, Refusal, Step};
use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Act as AnyAct, SharedStep};
use persistence::audit::Change;
use persistence::cases::EnclosureKind;

use super::bodies::{
    NewAssessment, NewBeneficiaryStatement, NewCertificateReplacement, NewConfirmation,
    NewEvidence, NewEvidenceVerification, NewExtension, NewObjection, NewObjectionOutcome,
    NewOutsideReconfirmationDecision, NewPanelReview, NewPublication, NewPublicationWaiver,
    NewReconfirmation, NewReconfirmationDecision, NewReconfirmationWithdrawal, NewRefusal,
    NewRevocation, NewSupplement,
};
use super::completed::completed;
use super::wire::DeedView;
use super::{Actor, DeedFile};
use crate::auth::Representation;
use crate::auth::permissions::{DeedsConfirm, DeedsInvestigate, DeedsRead, DeedsReport};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::honours::ended;
use crate::out_of_city::taken_over;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{
    Before, File, NewDefenceStatement, NewPriorNotice, NewReasonedStep, NewReopening, NewStep,
    NewSupplementRequest, NewWrittenStep, Seen, Served, StepRoute, case_operations, reconsider,
};

impl Served for Deed {
    const PATH: &'static str = "/v1/deeds";
    const FILE: (&'static str, &'static str) = ("事迹", "deed");
    type Read = DeedsRead;
    type Report = DeedsReport;
    type Investigate = DeedsInvestigate;
    type Confirm = DeedsConfirm;
    type View = DeedView;

    fn view(deed: &DeedFile, seen: &Seen<Self>, representation: Representation) -> DeedView {
        DeedView::from((deed, seen, representation))
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
                |it: &NewSupplementRequest, read| {
                    let (items, number) = it.content(read)?;
                    Some(Act::SupplementRequest { items, number })
                },
            ),
            Step::Supplement => StepRoute::of(
                "supplement", ids::DEED, "补正 / Supplement",
                "材料已补交。 / The missing material was submitted.",
                NewSupplement::act,
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
                    let id = read.enclose(EnclosureKind::Evidence, &it.description, None)?.into();
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
            Step::IdentityStatement => StepRoute::of(
                "identity_state", ids::DEED_RENAMED, "说明系同一人 / State that it is the same person",
                "公示后更正了姓名、公民身份号码等的，须重新公示，或者说明公示所指系同一人。 / Where a name or number was corrected after the notice, the notice is published again, or an officer states that it means the same person.",
                |it: &NewReasonedStep, read| Some(Act::IdentityStatement { reason: it.reason(read)? }),
            ),
            Step::PublicationWaiver => StepRoute::of(
                "publication_waive", ids::DEED_INTENDED, "不予公示 / Waive the notice",
                "为安全、保密或者保护未成年人，两名经办人决定；公示中的提前撤下。 / For safety, secrecy or the protection of a minor, by two officers; a published notice is removed.",
                |it: &NewPublicationWaiver, read| Some(Act::PublicationWaiver {
                    reason: it.reason.0,
                    note: read.text("/note", &it.note)?,
                }),
            ),
            Step::Objection => StepRoute::of(
                "object", ids::DEED_PUBLISHED, "登记异议 / Register an objection",
                "公示期内收到的异议；处理完毕之前不得确认。 / Received during the notice; the case cannot be confirmed before it is resolved.",
                NewObjection::act,
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
                    let number = read.text("/number", &it.number);
                    let certificate = read.optional("/certificate", it.certificate.as_deref());
                    Some(Act::Confirmation { number: number?, certificate: certificate? })
                },
            ),
            Step::CertificateReplacement => StepRoute::of(
                "certificate_replace", ids::DEED_MISNAMED, "换发证书 / Replace a certificate",
                "确认后更正了姓名、公民身份号码等的，换发证书，原证书自换发之日失效。 / Where a name or number was corrected after the confirmation, another certificate is given; the first is void from that day.",
                |it: &NewCertificateReplacement, read| {
                    let certificate = read.optional("/certificate", it.certificate.as_deref());
                    let reason = read.text("/reason", &it.reason);
                    Some(Act::CertificateReplacement { certificate: certificate?, reason: reason? })
                },
            ),
            Step::PriorNotice => StepRoute::of(
                "prior_notice", ids::DEED_DOUBTED, "告知陈述申辩 / Give prior notice of a refusal",
                "不予确认前须告知事实、理由和陈述申辩的权利。 / Before a refusal the party is informed of the facts, the reasons and its right of defence.",
                |it: &NewPriorNotice, read| {
                    let (facts, reasons, notified, number) = it.content(read)?;
                    Some(Act::PriorNotice { facts, reasons, notified, number })
                },
            ),
            Step::DefenceStatement => StepRoute::of(
                "defence_state", ids::DEED_HEARD, "陈述申辩 / Record a defence statement",
                "当事人陈述申辩。 / The party makes a statement.",
                |it: &NewDefenceStatement, read| {
                    let (statement, received) = it.content(read)?;
                    Some(Act::DefenceStatement { statement, received })
                },
            ),
            Step::DefenceWaiver => StepRoute::of(
                "defence_waive", ids::DEED_SILENT, "放弃陈述申辩 / Record the waiver of a defence statement",
                "当事人书面放弃的，由承办单位经办人登记。 / The party waives it in writing; an officer of the body that holds the case records that.",
                |it: &NewWrittenStep, read| Some(Act::DefenceWaiver { word: it.word(read)? }),
            ).with_paper(),
            Step::Refusal => StepRoute::of(
                "refuse", ids::DEED_HEARD, "不予确认 / Refuse",
                "书面说明理由，两名经办人签署；当事人可以申请复核。 / In writing with reasons, by two officers; the parties may ask for reconfirmation.",
                |it: &NewRefusal, read| {
                    let number = read.optional("/number", it.number.as_deref());
                    let deviation = read.optional("/deviation_reason", it.deviation_reason.as_deref());
                    let reason = read.text("/reason", &it.reason)?;
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
                    let reason = read.text("/reason", &it.reason)?;
                    Some(Act::ReconfirmationRequest { party: it.party.0, received: received?, reason })
                },
            ),
            Step::ReconfirmationWithdrawal => StepRoute::of(
                "reconfirmation_withdraw", ids::DEED_REGRETTED, "撤回复核申请 / Withdraw a request for reconfirmation",
                "当事人撤回的，由复核单位经办人登记并终止复核，不予确认的决定继续有效。 / An officer of the body that reviews the refusal records that the party withdrew; the review ends and the refusal remains in force.",
                NewReconfirmationWithdrawal::act,
            ),
            Step::ReconfirmationApproval | Step::ReconfirmationRefusal => StepRoute::of(
                "reconfirmation_decide", ids::DEED_APPEALED, "作出复核决定 / Decide on reconfirmation",
                "上一级在法定期限内拟确认或者维持。 / The next level decides for the party or upholds the refusal, within the statutory time.",
                NewReconfirmationDecision::act,
            ),
            Step::OutsideApproval | Step::OutsideRefusal | Step::OutsideTermination => StepRoute::of(
                "outside_reconfirmation_record", ids::DEED_ASKED_ABOVE, "登记上级复核决定 / Record a decision of the level above the city",
                "上级机关不使用本服务的，由初次确认单位凭其文书登记。 / A level above the city does not use this service: the body of first instance records its decision.",
                NewOutsideReconfirmationDecision::act,
            ),
            Step::RevocationNotice => StepRoute::of(
                "revocation_notify", ids::DEED_WAIVED, "告知拟撤销确认 / Give prior notice of a revocation",
                "撤销前须告知事实、理由和陈述申辩的权利。 / Before a revocation the party is informed of the facts, the reasons and its right of defence.",
                |it: &NewPriorNotice, read| {
                    let (facts, reasons, notified, number) = it.content(read)?;
                    Some(Act::RevocationNotice { facts, reasons, notified, number })
                },
            ),
            Step::NoticeWithdrawal => StepRoute::of(
                "notice_withdraw", ids::DEED_SPARED, "撤回告知 / Withdraw the notice of a revocation",
                "确认继续有效。 / The confirmation remains in force.",
                |it: &NewReasonedStep, read| Some(Act::NoticeWithdrawal { reason: it.reason(read)? }),
            ),
            Step::Revocation => StepRoute::of(
                "revoke", ids::DEED_TO_REVOKE, "撤销确认 / Revoke a confirmation",
                "以欺骗取得的确认，经告知并听取陈述申辩后予以撤销。 / A confirmation that was obtained by deception is revoked, after notice and defence.",
                |it: &NewRevocation, read| {
                    let number = read.text("/number", &it.number);
                    let deception = read.text("/deception", &it.deception);
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
                    new_facts: read.text("/new_facts", &it.new_facts)?,
                }),
            ),
        }
    }

    fn known_now(actor: &Actor, person: &Person, others: &[Actor]) -> DeedFacts {
        completed(&actor.facts, person, others)
    }

    fn person_changed(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        before: &Before<'_>,
        person: &Person,
    ) -> Result<Vec<Change>, Problem> {
        // Age, home and other deeds follow from the file as it is now: two entries in merged files may be one
        // deed, which is confirmed once (rule `DEED-DUP`).
        let open_only = |_: &Actor| false;
        reconsider::<Self>(
            acting,
            policies,
            (before, person),
            open_only,
            |actor, others| Self::known_now(actor, person, others),
        )
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::PositiveAssessment
                | Step::NegativeAssessment
                | Step::Publication
                | Step::PublicationWaiver
                | Step::Confirmation
                | Step::Refusal
                | Step::ReconfirmationApproval
                | Step::ReconfirmationRefusal
        )
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            SharedStep::Recusal | SharedStep::Suspension | SharedStep::OutsideFinding => ids::DEED,
            SharedStep::Withdrawal => ids::DEED_PUBLISHED,
            SharedStep::RecommendationWithdrawal => ids::DEED_RECOMMENDED,
            SharedStep::Continuation => ids::DEED_WITHDRAWN,
            SharedStep::OutsideTransfer => ids::DEED_OUTSIDE,
            SharedStep::Delivery => ids::DEED_WAIVED,
            SharedStep::Transfer => ids::DEED_HEARD,
            SharedStep::Resumption => ids::DEED_SUSPENDED,
            SharedStep::Designation => ids::DEED_INQUIRED,
            SharedStep::TransferAcceptance => ids::DEED_TRANSFERRED,
            SharedStep::TransferWithdrawal => ids::DEED_KEPT,
            SharedStep::TransferDispute => ids::DEED_DISPUTED,
        }
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        file: &File<Self>,
        (places, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        match act {
            AnyAct::Own(Act::Redirection { .. }) => taken_over(acting, policies, file, places),
            AnyAct::Own(Act::Revocation { .. }) => {
                ended(acting, policies, &file.people(places), file.signed(places))
            }
            _ => Ok(Vec::new()),
        }
    }
}

case_operations! {
    Deed, scope "deeds:read", file "事迹编号 / The deed's id",
    example ids::DEED, case ids::ACTOR, papers ids::DEED_PUBLISHED, ids::DOCUMENT;
    deed_action_list "/v1/deeds/{id}/actors/{actor_id}/actions" "deed_action_list";
    deed_history_list "/v1/deeds/{id}/history" "deed_history_list";
    deed_document_list "/v1/deeds/{id}/documents" "deed_document_list" "补正通知、拟不予确认告知、公示、确认决定和证书、不予确认、复核决定和终止通知、撤销决定、移送函各是一份文书，作出后内容不再更改，失效的标明失效之日。 / A supplement request, a prior notice, a public notice, a confirmation with its certificates, a refusal, what came of a reconfirmation, a revocation and a transfer each create a document, of which the words never change afterwards; what is void says since when.";
    deed_document_get "/v1/deeds/{id}/documents/{document_id}" "deed_document_get";
    deed_document_pdf_get "/v1/deeds/{id}/documents/{document_id}/pdf" "deed_document_pdf_get";
}
