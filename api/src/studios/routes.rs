//! Studios over HTTP.

use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Act as AnyAct, SharedStep};
use domain::studios::{Act, Step, Studio, StudioNameFacts};
use persistence::audit::Change;

use super::view::StudioView;
use super::{Leader, StudioFile, clue, known, names, steps};
use crate::auth::Representation;
use crate::auth::permissions::{StudiosDecide, StudiosManage, StudiosRead, StudiosReport};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Before, File, Seen, Served, StepRoute, case_operations, reconsider};

impl Served for Studio {
    const PATH: &'static str = "/v1/studios";
    const FILE: (&'static str, &'static str) = ("工作室", "studio");
    type Read = StudiosRead;
    type Report = StudiosReport;
    type Investigate = StudiosManage;
    type Confirm = StudiosDecide;
    type View = StudioView;

    fn view(file: &StudioFile, seen: &Seen<Self>, _: Representation) -> StudioView {
        StudioView::from((file, seen))
    }

    fn route(step: Step) -> StepRoute<Self> {
        steps::route(step)
    }

    fn known_now(one: &Leader, person: &Person, others: &[Leader]) -> StudioNameFacts {
        known::known_now(one, person, others)
    }

    fn person_changed(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        before: &Before<'_>,
        person: &Person,
    ) -> Result<Vec<Change>, Problem> {
        reconsider::<Self>(
            acting,
            policies,
            (before, person),
            |_| false,
            |one, others| known::known_now(one, person, others),
        )
    }

    fn looked_up(
        acting: &mut Acting<'_, '_>,
        policies: &PolicySet,
        one: &Leader,
        facts: StudioNameFacts,
    ) -> Result<StudioNameFacts, Problem> {
        let whose = (Some(one.file), one.person);
        known::looked_up(acting.tx, policies, whose, facts)
    }

    fn prepare(
        acting: &mut Acting<'_, '_>,
        _: &Policies,
        file: &File<Self>,
        act: &mut AnyAct<Self>,
    ) -> Result<(), Problem> {
        if let AnyAct::Own(act) = act {
            clue::prepare(acting, file, act)?;
        }
        Ok(())
    }

    fn looks_again(step: Step) -> bool {
        matches!(
            step,
            Step::Acceptance
                | Step::Naming
                | Step::RefusalNotice
                | Step::Refusal
                | Step::WithdrawalNotice
                | Step::HonourLoss
                | Step::Assessment
        )
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        policies: &Policies,
        file: &File<Self>,
        (_, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        names::settle(acting, file)?;
        match act {
            AnyAct::Own(Act::Clue {
                text, deed, clue, ..
            }) => clue::told(acting, policies, file, (text, *deed, *clue)),
            _ => Ok(Vec::new()),
        }
    }

    fn example(step: SharedStep) -> &'static str {
        match step {
            SharedStep::Recusal | SharedStep::Suspension | SharedStep::OutsideFinding => {
                ids::STUDIO_IN_REVIEW
            }
            SharedStep::Designation => ids::STUDIO,
            SharedStep::Withdrawal => ids::STUDIO_OF_APPLICANT,
            SharedStep::RecommendationWithdrawal | SharedStep::Transfer => ids::STUDIO_RECOMMENDED,
            SharedStep::Continuation => ids::STUDIO_TAKEN_BACK,
            SharedStep::OutsideTransfer => ids::STUDIO_OF_GROUP,
            SharedStep::Delivery => ids::STUDIO_NAMED,
            SharedStep::Resumption => ids::STUDIO_SUSPENDED,
            SharedStep::TransferAcceptance => ids::STUDIO_TRANSFERRED,
            SharedStep::TransferWithdrawal => ids::STUDIO_KEPT,
            SharedStep::TransferDispute => ids::STUDIO_DISPUTED,
        }
    }
}

case_operations! {
    Studio, scope "studios:read", file "工作室编号 / The studio's id",
    example ids::STUDIO, case ids::STUDIO_CASE, papers ids::STUDIO_NAMED, ids::STUDIO_NAMING;
    studio_action_list "/v1/studios/{id}/actors/{actor_id}/actions" "studio_action_list";
    studio_history_list "/v1/studios/{id}/history" "studio_history_list";
    studio_document_list "/v1/studios/{id}/documents" "studio_document_list" "告知、命名决定、不予命名、年度评估表、限期整改通知书、撤销命名、移送函各是一份文书，作出后内容不再更改，失效的标明失效之日。 / A prior notice, a naming, a refusal, an assessment sheet, a notice to rectify, a withdrawal and a transfer each create a document, of which the words never change afterwards; what is void says since when.";
    studio_document_get "/v1/studios/{id}/documents/{document_id}" "studio_document_get";
    studio_document_pdf_get "/v1/studios/{id}/documents/{document_id}/pdf" "studio_document_pdf_get";
}
