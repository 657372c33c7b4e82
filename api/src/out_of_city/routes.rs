//! Out-of-city recognition over HTTP.

use domain::identity::PersonName;
use domain::out_of_city::{Act, OutOfCityFacts, Recognition, Refusal, Step};
use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Act as AnyAct, SharedStep};
use persistence::audit::Change;

use super::apply::{known_now, person_changed};
use super::bodies::{
    NewAuthenticityCheck, NewCertificateCorrection, NewConfirmationFall, NewConfirmationReturn,
    NewHandover, NewKinAgreement, NewLifeCheck, NewLocalConfirmation, NewOriginApproval,
    NewOriginCheck, NewOriginClaim, NewRecognitionDecision, NewRecognitionRefusal,
    NewRecognitionRevocation, NewRecognitionSupplement,
};
use super::redirected::redirected;
use super::view::RecognitionView;
use super::{Actor, RecognitionFile};
use crate::auth::Representation;
use crate::auth::permissions::{
    RecognitionsApply, RecognitionsCheck, RecognitionsDecide, RecognitionsRead,
};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::honours::ended;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{
    Before, File, NewDefenceStatement, NewPriorNotice, NewReasonedStep, NewReopening, NewStep,
    NewSupplementRequest, NewWrittenStep, Seen, Served, StepRoute, case_operations,
};

impl Served for Recognition {
    const PATH: &'static str = "/v1/out-of-city-recognitions";
    const FILE: (&'static str, &'static str) = ("认定", "recognition");
    type Read = RecognitionsRead;
    type Report = RecognitionsApply;
    type Investigate = RecognitionsCheck;
    type Confirm = RecognitionsDecide;
    type View = RecognitionView;

    fn view(file: &RecognitionFile, seen: &Seen<Self>, _: Representation) -> RecognitionView {
        RecognitionView::from((file, seen))
    }

    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    #[rustfmt::skip]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Acceptance => StepRoute::of(
                "accept", ids::RECOGNITION, "受理 / Accept",
                "材料可以核验的，予以受理。 / The application is complete enough to be checked.",
                |_: &NewStep, _| Some(Act::Acceptance),
            ),
            Step::SupplementRequest => StepRoute::of(
                "supplement_request", ids::RECOGNITION, "一次性告知补正 / Ask for what is missing",
                "须一次性告知，不得再次要求。 / Once only, for everything.",
                |it: &NewSupplementRequest, read| {
                    let (items, number) = it.content(read)?;
                    Some(Act::SupplementRequest { items, number })
                },
            ),
            Step::Supplement => StepRoute::of(
                "supplement", ids::RECOGNITION_ASKED, "补正 / Supplement",
                "材料已补交。 / The missing material was submitted.",
                |it: &NewRecognitionSupplement, read| {
                    let late = it.late_entry_reason.as_deref();
                    Some(Act::Supplement {
                        rewarded_elsewhere: it.rewarded_elsewhere,
                        household_has_plaque: it.household_has_plaque,
                        received: read.day("/received_on", it.received_on.as_deref(), late)?,
                    })
                },
            ),
            Step::OriginClaim => StepRoute::of(
                "origin_claim", ids::RECOGNITION, "提交来源地依据 / Add a claim of origin",
                "依据种类见政策；规则重新评估。 / Policy says which reasons count; the rules are applied again.",
                |it: &NewOriginClaim, read| {
                    let claim = it.claim.parse("/claim", read.errors());
                    let proof = read.copy(it.copy_id.as_deref());
                    let mut claim = claim?;
                    claim.proof_present |= it.copy_id.is_some();
                    Some(Act::OriginClaim { claim, proof })
                },
            ),
            Step::LocalConfirmation => StepRoute::of(
                "local_confirmation_add", ids::RECOGNITION, "提交当地确认文书 / Add the local confirmation",
                "写明出具单位及其所在地、类别、级别、文号和日期；规则重新评估。 / The issuer with its region, kind and level, the number and the day; the rules are applied again.",
                |it: &NewLocalConfirmation, read| {
                    let mut document = Box::new(it.document.parse("/document", read.errors()));
                    read.require_past(document.issued_on, "/document/issued_on");
                    document.copy_attached |= it.copy_id.is_some();
                    Some(Act::LocalConfirmation { document, copy: read.copy(it.copy_id.as_deref()) })
                },
            ),
            Step::NoLocalConfirmation => StepRoute::of(
                "local_confirmation_missing", ids::RECOGNITION_UNCONFIRMED, "登记当地未予确认 / Record that there is no local confirmation",
                "可以转入来源地的普通确认程序。 / The deed may then be redirected to ordinary confirmation at the county of origin.",
                |_: &NewStep, _| Some(Act::NoLocalConfirmation),
            ),
            Step::OriginCheck => StepRoute::of(
                "origin_check", ids::RECOGNITION, "核验来源地 / Check the origin",
                "与户籍等登记核对。 / The origin is compared with the register.",
                |it: &NewOriginCheck, read| Some(Act::OriginCheck {
                    proven: it.proven,
                    note: read.text("/note", &it.note)?,
                }),
            ),
            Step::LifeCheck => StepRoute::of(
                "life_check", ids::RECOGNITION, "核实生死 / Check whether the person lives",
                "已去世的为追授，证书由近亲属商定的一人领取。 / The recognition of a person who died is posthumous, and the next of kin agree on who receives the certificate.",
                |it: &NewLifeCheck, read| Some(Act::LifeCheck {
                    deceased: it.deceased,
                    note: read.text("/note", &it.note)?,
                }),
            ),
            Step::OriginApproval => StepRoute::of(
                "origin_approve", ids::RECOGNITION_BORN_HERE, "市级同意来源地 / Approve an origin",
                "仅凭出生地等须经市级同意的依据。 / Where policy makes an origin depend on the city, such as by birth alone.",
                |it: &NewOriginApproval, read| Some(Act::OriginApproval {
                    approved: it.approved,
                    note: read.text("/note", &it.note)?,
                }),
            ),
            Step::AuthenticityCheck => StepRoute::of(
                "authenticity_check", ids::RECOGNITION, "核实当地确认文书 / Check the local confirmation",
                "向出具单位核实。 / Its issuer is asked.",
                |it: &NewAuthenticityCheck, read| Some(Act::AuthenticityCheck {
                    authentic: it.authentic,
                    note: read.text("/note", &it.note)?,
                }),
            ),
            Step::KinAgreement => StepRoute::of(
                "kin_agree", ids::RECOGNISED, "近亲属协商一致 / Record the agreement of the next of kin",
                "追授的证书由近亲属商定的一人领取。 / They agree on who receives the certificate of a person who died.",
                |it: &NewKinAgreement, read| Some(Act::KinAgreement { agreement: it.agreement(read)? }),
            ),
            Step::Recognition => StepRoute::of(
                "recognise", ids::RECOGNITION_CHECKED, "认定 / Recognise",
                "市级两名经办人和基金会（协会）共同签署，发给证书；当地已奖励的不影响认定。 / Two officers of the city sign, and one of the foundation or association; a certificate is given. A reward elsewhere does not bar it.",
                |it: &NewRecognitionDecision, read| {
                    let number = read.text("/number", &it.number);
                    let certificate = read.optional("/certificate", it.certificate.as_deref());
                    let reason = read.optional("/reason", it.reason.as_deref())?;
                    Some(Act::Recognition { number: number?, certificate: certificate?, reason })
                },
            ),
            Step::CertificateCorrection => StepRoute::of(
                "certificate_correct", ids::RECOGNISED_IN_ERROR, "更正证书 / Correct the certificate",
                "证书所载身份或者是否追授与现有信息不符的，发给更正的证书，原证书自更正之日失效。 / Where the certificate differs from what is known now of who the person is, or of whether the person has died, another one is given, and the first is void from that day.",
                |it: &NewCertificateCorrection, read| {
                    let certificate = read.optional("/certificate", it.certificate.as_deref());
                    let reason = read.text("/reason", &it.reason)?;
                    Some(Act::CertificateCorrection { certificate: certificate?, reason })
                },
            ),
            Step::RefusalNotice => StepRoute::of(
                "refusal_notice", ids::RECOGNITION_BORN_HERE, "告知拟不予认定 / Give prior notice of a refusal",
                "告知事实、理由和陈述申辩的权利。 / The party is informed of the facts, the reasons and its right of defence.",
                |it: &NewPriorNotice, read| {
                    let (facts, reasons, notified, number) = it.content(read)?;
                    Some(Act::RefusalNotice { facts, reasons, notified, number })
                },
            ),
            Step::RevocationNotice => StepRoute::of(
                "revocation_notice", ids::RECOGNISED_IN_DOUBT, "告知拟撤销认定 / Give prior notice of a revocation",
                "告知事实、理由和陈述申辩的权利。 / The party is informed of the facts, the reasons and its right of defence.",
                |it: &NewPriorNotice, read| {
                    let (facts, reasons, notified, number) = it.content(read)?;
                    Some(Act::RevocationNotice { facts, reasons, notified, number })
                },
            ),
            Step::DefenceStatement => StepRoute::of(
                "defence_state", ids::RECOGNITION_TOLD, "陈述申辩 / Record a defence statement",
                "当事人陈述申辩。 / The party makes a statement.",
                |it: &NewDefenceStatement, read| {
                    let (statement, received) = it.content(read)?;
                    Some(Act::DefenceStatement { statement, received })
                },
            ),
            Step::DefenceWaiver => StepRoute::of(
                "defence_waive", ids::RECOGNITION_SILENT, "放弃陈述申辩 / Record the waiver of a defence statement",
                "当事人书面放弃的，由承办单位或者市级经办人登记。 / The party waives it in writing; an officer of the body that holds the case or of the city records that.",
                |it: &NewWrittenStep, read| Some(Act::DefenceWaiver { word: it.word(read)? }),
            ).with_paper(),
            Step::NoticeWithdrawal => StepRoute::of(
                "notice_withdraw", ids::RECOGNITION_SPARED, "撤回告知 / Withdraw the notice",
                "回到告知之前。 / The case returns to its state before.",
                |it: &NewReasonedStep, read| Some(Act::NoticeWithdrawal { reason: it.reason(read)? }),
            ),
            Step::Refusal => StepRoute::of(
                "refuse", ids::RECOGNITION_TOLD, "不予认定 / Refuse",
                "书面说明理由，市级两名经办人签署。 / In writing with reasons, by two officers of the city.",
                |it: &NewRecognitionRefusal, read| {
                    let number = read.optional("/number", it.number.as_deref());
                    let deviation = read.optional("/deviation_reason", it.deviation_reason.as_deref());
                    let reason = read.text("/reason", &it.reason)?;
                    let refusal = Refusal { code: it.reason_code.0, reason, deviation: deviation? };
                    Some(Act::Refusal { number: number?, refusal })
                },
            ),
            Step::ConfirmationFall => StepRoute::of(
                "confirmation_fall", ids::RECOGNISED_IN_DOUBT, "登记当地撤回确认 / Record the withdrawal of the local confirmation",
                "认定中止，复查后恢复或者告知拟撤销。 / The recognition is suspended until the confirmation is given again, or prior notice of a revocation is given.",
                |it: &NewConfirmationFall, read| {
                    let document = it.document.read(it.copy_id.as_deref(), read);
                    let reason = read.text("/reason", &it.reason)?;
                    Some(Act::ConfirmationFall { document: document?, reason })
                },
            ),
            Step::ConfirmationReturn => StepRoute::of(
                "confirmation_return", ids::RECOGNITION_FALLEN, "登记当地恢复确认 / Record that the local confirmation was given again",
                "回到中止之前。 / The case returns to its state before.",
                |it: &NewConfirmationReturn, read| Some(Act::ConfirmationReturn {
                    document: it.document.read(it.copy_id.as_deref(), read)?,
                }),
            ),
            Step::Handover => StepRoute::of(
                "hand_over", ids::RECOGNISED, "颁发证书 / Hand the certificate over",
                "追授的颁给近亲属商定的领取人。 / For a person who died, to the recipient on whom the next of kin agreed.",
                |it: &NewHandover, read| {
                    let recipient = read.take("/recipient", PersonName::parse(&it.recipient));
                    let late = it.late_entry_reason.as_deref();
                    let handed = read.day("/handed_on", it.handed_on.as_deref(), late)?;
                    Some(Act::Handover { recipient: recipient?, handed })
                },
            ),
            Step::Revocation => StepRoute::of(
                "revoke", ids::RECOGNITION_TO_REVOKE, "撤销认定 / Revoke",
                "须先告知并听取陈述申辩；证书自撤销之日失效。 / After prior notice and the defence statement; the certificate is void from that day.",
                |it: &NewRecognitionRevocation, read| {
                    let number = read.text("/number", &it.number);
                    let deviation = read.optional("/deviation_reason", it.deviation_reason.as_deref());
                    let reason = read.text("/reason", &it.reason)?;
                    let refusal = Refusal { code: it.reason_code.0, reason, deviation: deviation? };
                    Some(Act::Revocation { number: number?, refusal })
                },
            ),
            Step::Reopening => StepRoute::of(
                "reopen", ids::RECOGNITION_REFUSED, "重新启动 / Reopen",
                "出现新的事实时，市级可以重新启动。 / New facts let the city reopen a refused or revoked recognition.",
                |it: &NewReopening, read| Some(Act::Reopening {
                    new_facts: read.text("/new_facts", &it.new_facts)?,
                }),
            ),
            Step::Redirection => StepRoute::of(
                "redirect", ids::RECOGNITION_UNCONFIRMED, "转入普通确认程序 / Redirect to ordinary confirmation",
                "行为发生地未予确认的，在来源地立为事迹；行为发生在本市的，在发生地立为事迹；收到日期不变。 / A deed is opened with the same day of receipt: at the county of origin where nobody confirmed it, at the place where it was done within the city.",
                |it: &NewReasonedStep, read| Some(Act::Redirection { reason: it.reason(read)? }),
            ),
        }
    }

    fn known_now(one: &Actor, person: &Person, others: &[Actor]) -> OutOfCityFacts {
        known_now(one, person, others)
    }

    fn person_changed(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        before: &Before<'_>,
        person: &Person,
    ) -> Result<Vec<Change>, Problem> {
        person_changed(acting, policies, before, person)
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::Recognition | Step::RefusalNotice | Step::Refusal
        )
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            SharedStep::Recusal | SharedStep::Suspension | SharedStep::OutsideFinding => {
                ids::RECOGNITION
            }
            SharedStep::Designation => ids::RECOGNITION_ASKED,
            SharedStep::Withdrawal => ids::RECOGNITION_BORN_HERE,
            SharedStep::RecommendationWithdrawal => ids::RECOGNITION_RECOMMENDED,
            SharedStep::Continuation => ids::RECOGNITION_WITHDRAWN,
            SharedStep::OutsideTransfer => ids::RECOGNITION_OUTSIDE,
            SharedStep::Delivery => ids::RECOGNISED_IN_ERROR,
            SharedStep::Transfer => ids::RECOGNITION_SPARED,
            SharedStep::Resumption => ids::RECOGNITION_SUSPENDED,
            SharedStep::TransferAcceptance => ids::RECOGNITION_TRANSFERRED,
            SharedStep::TransferWithdrawal => ids::RECOGNITION_KEPT,
            SharedStep::TransferDispute => ids::RECOGNITION_DISPUTED,
        }
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        file: &File<Self>,
        (places, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        match act {
            AnyAct::Own(Act::Redirection { .. }) => redirected(acting, policies, file, places),
            AnyAct::Own(Act::Revocation { .. }) => {
                ended(acting, policies, &file.people(places), file.signed(places))
            }
            _ => Ok(Vec::new()),
        }
    }
}

case_operations! {
    Recognition, scope "recognitions:read", file "认定编号 / The recognition's id",
    example ids::RECOGNITION, case ids::RECOGNITION_CASE, papers ids::RECOGNISED, ids::RECOGNITION_CERTIFICATE;
    recognition_action_list "/v1/out-of-city-recognitions/{id}/actors/{actor_id}/actions" "recognition_action_list";
    recognition_history_list "/v1/out-of-city-recognitions/{id}/history" "recognition_history_list";
    recognition_document_list "/v1/out-of-city-recognitions/{id}/documents" "recognition_document_list" "补正通知、告知、认定决定和证书、不予认定、撤销决定、移送函各是一份文书，作出后内容不再更改，失效的标明失效之日。 / A supplement request, a prior notice, a recognition with its certificate, a refusal, a revocation and a transfer each create a document, of which the words never change afterwards; what is void says since when.";
    recognition_document_get "/v1/out-of-city-recognitions/{id}/documents/{document_id}" "recognition_document_get";
    recognition_document_pdf_get "/v1/out-of-city-recognitions/{id}/documents/{document_id}/pdf" "recognition_document_pdf_get";
}
