//! Plaques over HTTP.

use domain::identity::PersonName;
use domain::people::{LifeStatus, Person};
use domain::plaques::{Act, Handover, Plaque, PlaqueFacts, Step};
use domain::policy::PolicySet;
use domain::procedure::{Act as AnyAct, SharedAct, SharedStep};
use persistence::audit::Change;
use persistence::cases::CaseOnFile;
use persistence::{RegionScope, cases, plaques};

use super::bodies::{
    NewContactAttempt, NewFamilyContact, NewPlaqueHandover, NewPlaqueHanging, NewPlaqueIndoors,
    NewPlaqueMaking, NewPlaqueOrder, NewPlaqueRecovery, NewPlaqueReplacement, NewReasonedStepOfTwo,
    NewRecoveryNotice,
};
use super::facts::{Asked, known};
use super::replaced::{moved, replaced};
use super::view::PlaqueView;
use super::{Hero, PlaqueFile};
use crate::auth::Representation;
use crate::auth::permissions::{PlaquesDecide, PlaquesManage, PlaquesRead, PlaquesReport};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::households::merged;
use crate::out_of_city::NewKinAgreement;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{
    Before, File, NewReasonedStep, NewWrittenStep, Seen, Served, StepRoute, case_operations,
    reconsider,
};

impl Served for Plaque {
    const PATH: &'static str = "/v1/plaques";
    const FILE: (&'static str, &'static str) = ("光荣牌", "plaque");
    type Read = PlaquesRead;
    type Report = PlaquesReport;
    type Investigate = PlaquesManage;
    type Confirm = PlaquesDecide;
    type View = PlaqueView;

    /// A plaque is one thing, whichever of its heroes a step names.
    fn moves_together(_: &AnyAct<Self>, _: &CaseOnFile<Self>) -> bool {
        true
    }

    fn view(file: &PlaqueFile, seen: &Seen<Self>, _: Representation) -> PlaqueView {
        PlaqueView::from((file, seen))
    }

    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    #[rustfmt::skip]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Order => StepRoute::of(
                "order", ids::PLAQUE, "制作下单 / Order it",
                "向制作单位下单，开具制作单。 / With a written order to the supplier.",
                |it: &NewPlaqueOrder, read| {
                    let supplier = read.text("/supplier", &it.supplier);
                    let late = it.late_entry_reason.as_deref();
                    let ordered = read.day("/ordered_on", it.ordered_on.as_deref(), late);
                    let number = read.optional("/number", it.number.as_deref());
                    Some(Act::Order { supplier: supplier?, ordered: ordered?, number: number? })
                },
            ),
            Step::Making => StepRoute::of(
                "make", ids::PLAQUE_ORDERED, "制作完成 / Record that it is made",
                "登记牌的编号，在全市不得重复。 / With its serial number, unique in the city.",
                |it: &NewPlaqueMaking, read| {
                    let serial = read.text("/serial", &it.serial);
                    let late = it.late_entry_reason.as_deref();
                    let made = read.day("/made_on", it.made_on.as_deref(), late);
                    Some(Act::Making { serial: serial?, made: made?, taken: false })
                },
            ),
            Step::KinAgreement => StepRoute::of(
                "kin_agree", ids::PLAQUE_OF_DEAD, "近亲属协商一致 / Record the agreement of the next of kin",
                "人员已去世的，由近亲属商定的一人领取。 / They agree on who receives the plaque of a hero who died.",
                |it: &NewKinAgreement, read| Some(Act::KinAgreement { agreement: it.agreement(read)? }),
            ),
            Step::Handover => StepRoute::of(
                "hand_over", ids::PLAQUE_MADE, "送达光荣牌 / Hand it over",
                "领取人签收；在表扬会议上颁发的尚未悬挂。 / The recipient signs. What is handed over at a praise meeting does not hang yet.",
                |it: &NewPlaqueHandover, read| {
                    let place = read.optional("/place", it.place.as_deref());
                    let recipient = read.take("/recipient", PersonName::parse(&it.recipient));
                    let signature = read.attached("/signature_id", it.signature_id.as_deref());
                    let late = it.late_entry_reason.as_deref();
                    let handed = read.day("/handed_on", it.handed_on.as_deref(), late);
                    let number = read.optional("/number", it.number.as_deref());
                    let handover = Handover {
                        occasion: it.occasion.0,
                        place: place?,
                        recipient: recipient?,
                        kinship: it.kinship.map(|word| word.0),
                        signature,
                    };
                    Some(Act::Handover { handover: Box::new(handover), handed: handed?, number: number? })
                },
            ),
            Step::Hanging => StepRoute::of(
                "hang", ids::PLAQUE_HANDED_OVER, "悬挂 / Record that it hangs",
                "附照片和家庭签名；悬挂地址不登记。 / With a photograph and the family's signature. Where it hangs is not kept.",
                |it: &NewPlaqueHanging, read| {
                    let photo = read.attached("/photo_id", it.photo_id.as_deref());
                    let signature = read.attached("/signature_id", it.signature_id.as_deref());
                    let late = it.late_entry_reason.as_deref();
                    let hung = read.day("/hung_on", it.hung_on.as_deref(), late)?;
                    Some(Act::Hanging { photo, signature, hung })
                },
            ),
            Step::KeepingIndoors => StepRoute::of(
                "keep_indoors", ids::PLAQUE_TO_KEEP, "置于室内 / Record that it is kept indoors",
                "按家庭的意愿，附家庭签名。 / As the family wishes, with its signature.",
                |it: &NewPlaqueIndoors, read| {
                    let signature = read.attached("/signature_id", it.signature_id.as_deref());
                    let late = it.late_entry_reason.as_deref();
                    let kept = read.day("/kept_on", it.kept_on.as_deref(), late)?;
                    Some(Act::KeepingIndoors { signature, kept })
                },
            ),
            Step::Declination => StepRoute::of(
                "decline", ids::PLAQUE_UNWANTED, "家庭谢绝 / Record that the family declines",
                "以家庭的书面材料为准。 / By the family's own paper.",
                |it: &NewWrittenStep, read| Some(Act::Declination { word: it.word(read)? }),
            ).with_paper(),
            Step::Replacement => StepRoute::of(
                "replace", ids::PLAQUE_HUNG, "更换 / Replace it",
                "另立新的光荣牌案卷，牌面为家庭当时持有有效荣誉的人员；人员去世后家庭保留原牌。 / A new file is opened, of the plaque that bears the names of the household's heroes of that day. After the heroes' death the family keeps the one it has.",
                |it: &NewPlaqueReplacement, read| {
                    let note = read.text("/note", &it.note);
                    let late = it.late_entry_reason.as_deref();
                    let replaced = read.day("/replaced_on", it.replaced_on.as_deref(), late);
                    Some(Act::Replacement { reason: it.reason.0, note: note?, replaced: replaced? })
                },
            ),
            Step::TextMark => StepRoute::of(
                "text_mark", ids::PLAQUE_MISNAMED, "标记文字待更换 / Mark its text as to be replaced",
                "家庭中持有有效荣誉的人员与牌面不一致的。撤销荣誉或者成员变动时由本服务标记。 / Where the household's heroes are others than those whose names it bears. The service marks it when an honour is revoked or members change.",
                |it: &NewReasonedStep, read| Some(Act::TextMark { reason: it.reason(read)? }),
            ),
            Step::NoContact => StepRoute::of(
                "contact_attempt_add", ids::PLAQUE_HANDED_OVER, "登记联系不上 / Record that nobody was reached",
                "写明日期和联系方式；列入联系不上的家庭。 / With the day and how it was tried; the family is listed as not reached.",
                |it: &NewContactAttempt, read| {
                    let how = read.text("/how", &it.how);
                    let late = it.late_entry_reason.as_deref();
                    let tried = read.day("/tried_on", it.tried_on.as_deref(), late);
                    Some(Act::NoContact { how: how?, tried: tried? })
                },
            ),
            Step::Contact => StepRoute::of(
                "contact_add", ids::PLAQUE_UNREACHABLE, "登记已联系上 / Record that the family was reached",
                "此后不再列入联系不上的家庭。 / The family is listed as not reached no more.",
                |it: &NewFamilyContact, read| {
                    let note = read.text("/note", &it.note);
                    let late = it.late_entry_reason.as_deref();
                    let reached = read.day("/reached_on", it.reached_on.as_deref(), late);
                    Some(Act::Contact { note: note?, reached: reached? })
                },
            ),
            Step::HonourEnd => StepRoute::of(
                "honour_end", ids::PLAQUE_WITHOUT_HONOUR, "荣誉终止 / Record the end of the honour",
                "家庭已无人持有有效荣誉的，未制作的终止，已制作的收回。撤销荣誉时由本服务登记。 / Where nobody of the household holds an honour any more: what was not made ends, what was made comes back. The service records it when an honour is revoked.",
                |it: &NewReasonedStep, read| Some(Act::HonourEnd { reason: it.reason(read)? }),
            ),
            Step::RecoveryNotice => StepRoute::of(
                "recovery_notice", ids::PLAQUE_TO_RECOVER, "通知收回 / Give notice of the recovery",
                "书面告知家庭。 / The family is told in writing.",
                |it: &NewRecoveryNotice, read| {
                    let reason = read.text("/reason", &it.reason);
                    let number = read.optional("/number", it.number.as_deref());
                    Some(Act::RecoveryNotice { reason: reason?, number: number? })
                },
            ),
            Step::Recovery => StepRoute::of(
                "recover", ids::PLAQUE_NOTICED, "收回光荣牌 / Record that it is back",
                "须已通知收回。 / After the notice.",
                |it: &NewPlaqueRecovery, read| {
                    let note = read.text("/note", &it.note);
                    let late = it.late_entry_reason.as_deref();
                    let recovered = read.day("/recovered_on", it.recovered_on.as_deref(), late);
                    Some(Act::Recovery { note: note?, recovered: recovered? })
                },
            ),
            Step::WriteOff => StepRoute::of(
                "write_off", ids::PLAQUE_LOST, "核销 / Write it off",
                "已经遗失、无法收回的，两名经办人签署。 / It is lost; two officers sign.",
                |it: &NewReasonedStepOfTwo, read| Some(Act::WriteOff { reason: read.text("/reason", &it.reason)? }),
            ),
            Step::Cancellation => StepRoute::of(
                "cancel", ids::PLAQUE_IN_ERROR, "取消 / Cancel it",
                "登记有误或者情况变化，尚未送达的，两名经办人签署。 / What was registered in error, or has changed, before it is handed over; two officers sign.",
                |it: &NewReasonedStepOfTwo, read| Some(Act::Cancellation { reason: read.text("/reason", &it.reason)? }),
            ),
        }
    }

    fn known_now(one: &Hero, person: &Person, _: &[CaseOnFile<Self>]) -> PlaqueFacts {
        PlaqueFacts {
            deceased: match person.file.life_status {
                LifeStatus::Living => Some(false),
                LifeStatus::Deceased => Some(true),
                LifeStatus::Unknown => None,
            },
            ..one.facts.clone()
        }
    }

    fn person_changed(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        before: &Before<'_>,
        person: &Person,
    ) -> Result<Vec<Change>, Problem> {
        let mut changes = Vec::new();
        if let Some(absorbed) = before.absorbed {
            changes.extend(merged(acting, absorbed.id, person.id)?);
        }
        plaques::person_changed(acting.tx, person.id)?;
        changes.extend(reconsider::<Self>(
            acting,
            policies,
            (before, person),
            |_| false,
            |one, others| Self::known_now(one, person, others),
        )?);
        Ok(changes)
    }

    fn looked_up(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        one: &Hero,
        facts: PlaqueFacts,
    ) -> Result<PlaqueFacts, Problem> {
        let file = cases::find::<Self>(acting.tx, &RegionScope::City, one.file)?;
        let file = file.ok_or_else(Problem::not_found)?;
        let bearers = cases::of_file::<Self>(acting.tx, one.file)?;
        let heroes: Vec<_> = bearers.iter().map(|one| one.person).collect();
        let asked = Asked {
            household: file.subject.household,
            plaque: Some(one.file),
            heroes: &heroes,
        };
        let mut known = known(acting, policies, &asked, &facts)?;
        Ok(known.remove(&one.person).unwrap_or(facts))
    }

    fn prepare(
        acting: &mut Acting<'_, '_>,
        _: &Policies,
        file: &File<Self>,
        act: &mut AnyAct<Self>,
    ) -> Result<(), Problem> {
        if let AnyAct::Own(Act::Making { serial, taken, .. }) = act {
            *taken = plaques::is_taken(acting.tx, serial, file.file().id)?;
        }
        Ok(())
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::Order | Step::Handover | Step::Replacement | Step::TextMark | Step::HonourEnd
        )
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        file: &File<Self>,
        (_, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        match act {
            AnyAct::Own(own @ Act::Replacement { .. }) => replaced(acting, policies, file, own),
            AnyAct::Shared(SharedAct::TransferAcceptance | SharedAct::Designation { .. }) => {
                moved(acting, file)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            // No plaque has the last three.
            SharedStep::Recusal
            | SharedStep::OutsideFinding
            | SharedStep::Delivery
            | SharedStep::RecommendationWithdrawal
            | SharedStep::Continuation => ids::PLAQUE,
            SharedStep::Suspension => ids::PLAQUE_INQUIRED,
            SharedStep::Designation => ids::PLAQUE_DESIGNATED,
            SharedStep::Withdrawal => ids::PLAQUE_ASKED,
            SharedStep::OutsideTransfer => ids::PLAQUE_OUTSIDE,
            SharedStep::Transfer => ids::PLAQUE_MOVING,
            SharedStep::Resumption => ids::PLAQUE_SUSPENDED,
            SharedStep::TransferAcceptance => ids::PLAQUE_TRANSFERRED,
            SharedStep::TransferWithdrawal => ids::PLAQUE_KEPT,
            SharedStep::TransferDispute => ids::PLAQUE_DISPUTED,
        }
    }
}

case_operations! {
    Plaque, scope "plaques:read", file "光荣牌编号 / The plaque's id",
    example ids::PLAQUE, case ids::PLAQUE_CASE, papers ids::PLAQUE_ORDERED, ids::PLAQUE_ORDER_PAPER;
    plaque_action_list "/v1/plaques/{id}/actors/{actor_id}/actions" "plaque_action_list";
    plaque_history_list "/v1/plaques/{id}/history" "plaque_history_list";
    plaque_document_list "/v1/plaques/{id}/documents" "plaque_document_list" "制作单、送达登记表、收回通知和移送函各是一份文书，作出后内容不再更改，失效的标明失效之日。 / An order, a record of the handover, a notice of recovery and a transfer each create a document, of which the words never change afterwards; what is void says since when.";
    plaque_document_get "/v1/plaques/{id}/documents/{document_id}" "plaque_document_get";
    plaque_document_pdf_get "/v1/plaques/{id}/documents/{document_id}/pdf" "plaque_document_pdf_get";
}
